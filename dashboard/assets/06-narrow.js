// On a narrow screen the same picture with fewer month labels, and campaign names only where they fit.
(function () {
  var NARROW = 560, MOST_TICKS = 5, LETTER = 6.6;
  function thin(layout, width) {
    var axis = layout.xaxis, out = Object.assign({}, layout, { margin: Object.assign({}, layout.margin, { l: 36, r: 56 }) });
    if (axis && axis.tickvals && axis.type === 'date' && axis.tickvals.length > MOST_TICKS) {
      var count = axis.tickvals.length, step = Math.ceil(count / MOST_TICKS), values = [], texts = [];
      for (var i = count - 1; i >= 0; i -= step) {
        var date = new Date(axis.tickvals[i]), short = axis.ticktext[i].replace(/<br>.*/, '');
        values.unshift(axis.tickvals[i]); texts.unshift(short + '<br>' + date.getFullYear()); }
      out.xaxis = Object.assign({}, axis, { tickvals: values, ticktext: texts });
    }
    var span = axis && axis.range ? new Date(axis.range[1]) - new Date(axis.range[0]) : 0, room = width - 36 - 56;
    out.annotations = (layout.annotations || []).map(function (a) {
      if (a.xshift === -40) { return Object.assign({}, a, { xshift: -30 }); }
      if (a.yref !== 'y3' || !span) { return a; }
      var at = (new Date(a.x) - new Date(axis.range[0])) / span * room, free = (a.xanchor === 'right' ? at : room - at) - 12;
      var most = Math.floor(free / LETTER), words = a.text;
      return Object.assign({}, a, { text: most < 6 ? '' : words.length > most ? words.slice(0, most - 1) + '…' : words });
    });
    return out;
  }
  function wrap(name) {
    var draw = window.Plotly[name];
    window.Plotly[name] = function (plot, data, layout, config) {
      var node = typeof plot === 'string' ? document.getElementById(plot) : plot, width = node && node.clientWidth;
      if (width && width < NARROW) {
        if (data && data.layout) { return draw.call(this, plot, Object.assign({}, data, { layout: thin(data.layout, width) })); }
        if (layout) { return draw.call(this, plot, data, thin(layout, width), config); }
      }
      return draw.apply(this, arguments);
    };
  }
  if (window.Plotly) { wrap('newPlot'); wrap('react'); }
})();
