// On a narrow screen the same picture with fewer month labels, and campaign names only where they fit.
(function () {
  var NARROW = 560, MOST_TICKS = 5, LETTER = 6.6, ROW_LETTERS = 20, DAY = 864e5, DIGIT = 7, BESIDE = 190, NOTCH = 5, NOTCH_AT = 760;
  function shortened(words, most) { return words.length > most ? words.slice(0, most - 1).replace(/[\s,;:.]+$/, '') + '…' : words; }
  // Rows of a ranking: shorter names, words beside a bar below its name, and room between names and the longest bar for its number.
  function rows(layout, data, width) {
    var one = data[0], names = one.y, low = Math.min.apply(null, [0].concat(one.x)), high = Math.max.apply(null, [0].concat(one.x));
    var number = 12 + DIGIT * Math.max.apply(null, [0].concat(one.x.map(function (x, i) { return x < 0 ? one.text[i].length : 0; })));
    var room = (high - low || 1) * number / Math.max(width - BESIDE - number, number);
    var words = (layout.annotations || []).filter(function (a) { return a.yref === 'y'; }), head = (layout.annotations || []).filter(function (a) { return a.yref !== 'y'; });
    return Object.assign({}, layout, {
      annotations: head.map(function (a) { return Object.assign({}, a, { xshift: 44 }); }), margin: Object.assign({}, layout.margin, { r: words.length ? 48 : 64 }),
      yaxis: Object.assign({}, layout.yaxis, { tickmode: 'array', tickvals: names, ticktext: names.map(function (n, i) {
        return shortened(n, ROW_LETTERS) + (words[i] ? '<br><span style="font-size:11px">' + words[i].text + '</span>' : ''); }) }),
      xaxis: Object.assign({}, layout.xaxis, { range: [low < 0 ? low - room : 0, high + (high - low) * 0.01] }) });
  }
  // Names of campaigns stand in their bar, else beside it, as this width leaves them room; cut where none is enough.
  function names(layout, data, width) {
    var axis = layout.xaxis, margin = layout.margin || {}, first = axis && axis.range ? Date.parse(axis.range[0]) : 0, last = first ? Date.parse(axis.range[1]) : 0;
    var scale = (width - (margin.l || 0) - (margin.r || 0)) / (last - first), lanes = (data || []).filter(function (one) { return one.meta && one.meta.campaign; });
    function span(one) { var start = Date.parse(one.base[0]); return { name: one.name, y: one.y[0], start: start, stop: start + one.x[0], hatch: one.marker && one.marker.pattern }; }
    var spans = lanes.map(span);
    return Object.assign({}, layout, { annotations: (layout.annotations || []).map(function (a) {
      var at = Date.parse(a.x), own = a.yref === 'y3' && spans.find(function (one) { return one.y === a.y && one.name === a.hovertext && (one.start === at || one.stop === at); });
      if (!own) { return a; }
      // A notch, which is drawn in time, grows with the chart; the name keeps clear of it.
      var inside = own.start <= first ? 8 + Math.max(0, NOTCH * (scale * (last - first) / NOTCH_AT - 1)) : 8;
      var left = first, right = last, whole = a.hovertext, need = whole.length * LETTER + 8 + inside;
      spans.forEach(function (one) { if (one.y === own.y && one !== own) { if (one.stop <= own.start) { left = Math.max(left, one.stop); } if (one.start >= own.stop) { right = Math.min(right, one.start); } } });
      var places = [[own.hatch ? 0 : own.stop - own.start, own.start, 'left', inside], [right - own.stop, own.stop, 'left', 8], [own.start - left, own.start, 'right', -8]];
      var best = places.find(function (place) { return place[0] * scale >= need; }) || places.reduce(function (one, other) { return other[0] > one[0] ? other : one; });
      var most = Math.floor((best[0] * scale - 16) / LETTER);
      return Object.assign({}, a, { text: most < 6 ? '' : shortened(whole, most), x: new Date(best[1]).toISOString().slice(0, 10), xanchor: best[2], xshift: best[3] });
    }) });
  }
  // A gap is named only where its words do not reach into the lines beside it.
  function gapsWithRoom(layout, room) {
    var axis = layout.xaxis, first = axis && axis.range ? Date.parse(axis.range[0]) : 0, span = first ? Date.parse(axis.range[1]) - first : 0;
    return Object.assign({}, layout, { annotations: (layout.annotations || []).filter(function (a) {
      if (a.xref !== 'x' || a.yref !== 'paper' || !span) { return true; }
      return !(layout.shapes || []).some(function (gap) {
        var start = Date.parse(gap.x0), stop = Date.parse(gap.x1);
        return Math.abs((start + stop) / 2 - Date.parse(a.x)) < 2 * DAY && (stop - start) / span * room < a.text.length * LETTER;
      });
    }) });
  }
  function onPaper(layout, data, width) {
    var margin = layout.margin || {};
    return names(gapsWithRoom(layout, width - (margin.l || 0) - (margin.r || 0)), data, width);
  }
  function thin(layout, data, width) {
    if (data && data[0] && data[0].orientation === 'h') { return rows(layout, data, width); }
    var axis = layout.xaxis, out = Object.assign({}, layout, { margin: Object.assign({}, layout.margin, { l: 36, r: 56 }) });
    if (axis && axis.tickvals && axis.type === 'date' && axis.tickvals.length > MOST_TICKS) {
      var count = axis.tickvals.length, step = Math.ceil(count / MOST_TICKS), values = [], texts = [];
      for (var i = count - 1; i >= 0; i -= step) {
        var year = '' + new Date(axis.tickvals[i]).getFullYear(), short = axis.ticktext[i].replace(/<br>.*/, '');
        values.unshift(axis.tickvals[i]); texts.unshift(short.indexOf(year) < 0 ? short + '<br>' + year : short); }
      out.xaxis = Object.assign({}, axis, { tickvals: values, ticktext: texts });
    }
    out.annotations = gapsWithRoom(layout, width - 92).annotations.map(function (a) {
      if (a.text && a.text.indexOf('\u2003') > 0) {
        var value = a.text.split('\u2003')[0]; out.margin.r = Math.max(out.margin.r, 14 + value.replace(/<[^>]*>/g, '').length * 7.6);
        return Object.assign({}, a, { text: value }); }
      if (a.xref === 'paper' && a.x === 1 && a.xanchor === 'left') { out.margin.r = Math.max(out.margin.r, 14 + a.text.replace(/<[^>]*>/g, '').length * 7.6); }
      return a.xshift === -40 ? Object.assign({}, a, { xshift: -30 }) : a;
    });
    return names(out, data, width);
  }
  function wrap(name) {
    var draw = window.Plotly[name];
    window.Plotly[name] = function (plot, data, layout, config) {
      var node = typeof plot === 'string' ? document.getElementById(plot) : plot, own = layout || data && data.layout || {};
      var paper = own.meta && own.meta.paper;
      if (node && !paper) { node.whole = { data: data && data.data || data, layout: own }; }
      var width = paper ? own.width : node && node.clientWidth;
      if (width) {
        var fit = function (own, traces) { return paper ? onPaper(own, traces, width) : width < NARROW ? thin(own, traces, width) : names(own, traces, width); };
        if (data && data.layout) { return draw.call(this, plot, Object.assign({}, data, { layout: fit(data.layout, data.data) })); }
        if (layout) { return draw.call(this, plot, data, fit(layout, data), config); }
      }
      return draw.apply(this, arguments);
    };
  }
  // A picture drawn for one width is drawn anew for another: a turned tablet, a window made narrow.
  var waiting = 0, before = window.innerWidth;
  function again() {
    if (window.innerWidth === before) { return; }
    before = window.innerWidth;
    document.querySelectorAll('.js-plotly-plot').forEach(function (plot) {
      if (plot.whole) { window.Plotly.react(plot, plot.whole.data, plot.whole.layout); } });
  }
  window.addEventListener('resize', function () { clearTimeout(waiting); waiting = setTimeout(again, 200); });
  if (window.Plotly) { wrap('newPlot'); wrap('react'); }
})();
