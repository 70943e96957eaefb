// Points at a campaign: its time stands out behind the panels, whether its lane or its name below the chart is chosen.
(function () {
  var shown = null;
  function lanes(plot) { return (plot.data || []).filter(function (trace) { return trace.meta && trace.meta.campaign; }); }
  function day(time) { return new Date(time).toISOString().slice(0, 10); }
  function marks(plot, lane) {
    var look = plot.layout.meta, base = { xref: 'x', yref: 'paper', y0: plot.layout.yaxis.domain[0], y1: 1, layer: 'below', name: 'pointed' };
    var start = lane.base[0], stop = day(Date.parse(start) + lane.x[0]);
    return [Object.assign({ type: 'rect', x0: start, x1: stop, fillcolor: look.tint, line: { width: 0 } }, base)].concat([start, stop].map(function (x) {
      return Object.assign({ type: 'line', x0: x, x1: x, line: { color: look.edge, width: 1, dash: 'dot' } }, base); }));
  }
  function point(plot, lane) {
    if (shown && shown.plot === plot && shown.lane === lane || !shown && !lane) { return; }
    [shown && shown.plot, plot].forEach(function (one, i, all) {
      if (!one || i && one === all[0] || !one.layout || !document.contains(one)) { return; }
      var rest = (one.layout.shapes || []).filter(function (shape) { return shape.name !== 'pointed'; });
      window.Plotly.relayout(one, { shapes: lane && one === plot ? rest.concat(marks(one, lane)) : rest }); });
    shown = lane ? { plot: plot, lane: lane } : null;
  }
  function under(plot, event) {
    var full = plot._fullLayout, across = full && full.xaxis, down = full && full.yaxis3, box = plot.getBoundingClientRect();
    if (!down || !across) { return null; }
    var y = event.clientY - box.top - down._offset, time = across.p2l(event.clientX - box.left - across._offset);
    return y < 0 || y > down._length ? null : lanes(plot).find(function (lane) {
      var start = Date.parse(lane.base[0]); return lane.y[0] === Math.round(down.p2l(y)) && start <= time && time < start + lane.x[0]; });
  }
  function named(item) {
    var plot = item.closest('figure,.chart-card').querySelector('.js-plotly-plot');
    return { plot: plot, lane: plot && lanes(plot).find(function (lane) { return lane.meta.campaign === item.dataset.campaign; }) };
  }
  function follow(event) {
    var target = event.target.closest ? event.target : null, plot = target && target.closest('.js-plotly-plot');
    var item = target && target.closest('.lane-list [data-campaign],.campaign-list [data-campaign]'), found = item && named(item);
    if (found && found.plot) { point(found.plot, found.lane); } else { point(plot, plot && under(plot, event)); }
  }
  ['pointermove', 'pointerdown'].forEach(function (kind) { document.addEventListener(kind, follow, { passive: true }); });
  document.addEventListener('focusin', function (event) {
    var item = event.target.closest('.lane-list [data-campaign],.campaign-list [data-campaign]'), found = item ? named(item) : {};
    point(found.plot, found.lane); });
  document.addEventListener('keydown', function (event) {
    var item = event.target.closest && event.target.closest('.lane-list [data-campaign],.campaign-list [data-campaign]'); if (!item) { return; }
    var next = event.key === 'ArrowRight' || event.key === 'ArrowDown' ? item.nextElementSibling : event.key === 'ArrowLeft' || event.key === 'ArrowUp' ? item.previousElementSibling : null;
    if (next) { event.preventDefault(); next.querySelector('a').focus(); }
  });
})();
