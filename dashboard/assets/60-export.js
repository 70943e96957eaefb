// PNG and SVG of a chart, made in the browser, with the words round it and the page's own fonts inside.
(function () {
  var WIDTH = 1000, SCALE = 3, HEAD = 84, FOOT = 46, SIDE = 24, fonts = null;
  function base64(buffer) {
    var text = '', bytes = new Uint8Array(buffer);
    for (var i = 0; i < bytes.length; i += 8192) { text += String.fromCharCode.apply(null, bytes.subarray(i, i + 8192)); }
    return btoa(text);
  }
  async function fontFaces() {
    if (fonts) { return fonts; }
    var rules = [];
    for (var sheet of document.styleSheets) {
      var list; try { list = sheet.cssRules; } catch (e) { continue; }
      for (var rule of list) {
        if (!(rule instanceof CSSFontFaceRule) || !/Be Vietnam|So Bang/.test(rule.style.getPropertyValue('font-family'))) { continue; }
        if (rule.style.getPropertyValue('font-weight') === '500') { continue; }
        var found = /url\(["']?([^"')]+)/.exec(rule.style.getPropertyValue('src')); if (!found) { continue; }
        var buffer = await (await fetch(new URL(found[1], sheet.href || location.href))).arrayBuffer();
        rules.push(rule.cssText.replace(/url\([^)]*\)/, 'url(data:font/woff2;base64,' + base64(buffer) + ')'));
      }
    }
    return (fonts = rules.join(''));
  }
  function light(value) {
    var map = {}, pairs = window.themePalette || {};
    if (document.documentElement.getAttribute('data-mantine-color-scheme') !== 'dark') { return value; }
    Object.keys(pairs).forEach(function (role) { map[pairs[role][1].toUpperCase()] = pairs[role][0]; });
    return JSON.parse(JSON.stringify(value), function (k, v) { return typeof v === 'string' ? map[v.toUpperCase()] || v : v; });
  }
  function wrapped(words, most) {
    var lines = [''];
    words.split(' ').forEach(function (word) {
      if ((lines[lines.length - 1] + ' ' + word).length > most) { lines.push(word); } else { lines[lines.length - 1] += (lines[lines.length - 1] ? ' ' : '') + word; } });
    return lines;
  }
  function text(lines, x, y, size, weight, fill, step) {
    return lines.map(function (line, i) {
      var safe = line.replace(/&/g, '&amp;').replace(/</g, '&lt;');
      return '<text x="' + x + '" y="' + (y + i * step) + '" font-family="Be Vietnam Pro, sans-serif" font-size="' + size + '" font-weight="' + weight + '" fill="' + fill + '">' + safe + '</text>'; }).join('');
  }
  async function svgOf(plot) {
    var layout = light(plot.layout), meta = layout.meta || {}, height = layout.height || 420;
    var stacked = plot.data.filter(function (t) { return t.type === 'bar' && t.name && t.orientation !== 'h'; }).length > 1;
    layout = Object.assign({}, layout, { width: WIDTH - 2 * SIDE, height: height + (stacked ? 40 : 0), showlegend: stacked, legend: { orientation: 'h', y: -0.12 } });
    var address = await window.Plotly.toImage({ data: light(plot.data), layout: layout }, { format: 'svg', width: WIDTH - 2 * SIDE, height: layout.height });
    var inner = decodeURIComponent(address.slice(address.indexOf(',') + 1)).replace(/^[\s\S]*?<svg/, '<svg');
    var title = wrapped(meta.title || '', 72), foot = wrapped(meta.foot || '', 132);
    var head = HEAD + (title.length - 1) * 30, total = head + layout.height + FOOT + (foot.length - 1) * 17;
    return { width: WIDTH, height: total, svg: '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="' + WIDTH + '" height="' + total + '" viewBox="0 0 ' + WIDTH + ' ' + total + '">' +
      '<defs><style>' + (await fontFaces()) + '</style></defs><rect width="100%" height="100%" fill="#FFFFFF"/>' +
      text(title, SIDE, 40, 24, 600, '#1C2230', 30) + text([meta.subtitle || ''], SIDE, head - 18, 15, 400, '#474D5A', 20) +
      inner.replace('<svg', '<svg x="' + SIDE + '" y="' + head + '"') + text(foot, SIDE, head + layout.height + 24, 12, 400, '#62666F', 17) + '</svg>' };
  }
  async function png(made) {
    var url = URL.createObjectURL(new Blob([made.svg], { type: 'image/svg+xml;charset=utf-8' })), image = new Image();
    image.src = url; await image.decode();
    var warm = document.createElement('canvas'); warm.width = made.width; warm.height = made.height;
    for (var i = 0; i < 6; i++) { warm.getContext('2d').drawImage(image, 0, 0); await new Promise(function (done) { setTimeout(done, 60); }); }
    var canvas = document.createElement('canvas'); canvas.width = made.width * SCALE; canvas.height = made.height * SCALE;
    canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height); URL.revokeObjectURL(url);
    return await new Promise(function (done) { canvas.toBlob(done, 'image/png'); });
  }
  function save(blob, name) {
    var link = document.createElement('a'); link.href = URL.createObjectURL(blob); link.download = name; link.click();
    setTimeout(function () { URL.revokeObjectURL(link.href); }, 10000);
  }
  window.pictures = { svg: svgOf, png: png };
  document.addEventListener('click', async function (event) {
    var button = event.target.closest('[data-action=picture]'); if (!button) { return; }
    var plot = document.querySelector('#' + button.dataset.target + ' .js-plotly-plot'); if (!plot) { return; }
    button.setAttribute('aria-busy', 'true');
    try {
      var made = await svgOf(plot), name = (plot.layout.meta && plot.layout.meta.key) || 'chart';
      if (button.dataset.value === 'svg') { save(new Blob([made.svg], { type: 'image/svg+xml' }), name + '.svg'); } else { save(await png(made), name + '.png'); }
    } finally { button.removeAttribute('aria-busy'); }
  });
})();
