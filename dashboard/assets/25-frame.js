// Theme and language: a cookie each, so that the next page comes right from the server.
(function () {
  var YEAR = 31536000;
  function remember(name, value) { document.cookie = name + '=' + value + ';path=/;max-age=' + YEAR + ';samesite=lax'; }
  function recolour(value, map) {
    if (typeof value === 'string') { return map[value.toUpperCase()] || map[value] || value; }
    if (Array.isArray(value)) { return value.map(function (v) { return recolour(v, map); }); }
    if (value && typeof value === 'object' && !ArrayBuffer.isView(value)) {
      var out = {}; Object.keys(value).forEach(function (k) { out[k] = k[0] === '_' ? value[k] : recolour(value[k], map); }); return out; }
    return value;
  }
  function redraw(theme) {
    var pairs = window.themePalette || {}, map = {};
    Object.keys(pairs).forEach(function (role) { var p = pairs[role]; map[theme === 'dark' ? p[0] : p[1]] = theme === 'dark' ? p[1] : p[0]; });
    document.querySelectorAll('.js-plotly-plot').forEach(function (plot) {
      window.Plotly.react(plot, recolour(plot.data, map), recolour(plot.layout, map)); });
  }
  function setTheme(theme) {
    var root = document.documentElement;
    if (root.getAttribute('data-mantine-color-scheme') === theme) { return; }
    root.setAttribute('data-mantine-color-scheme', theme); root.dataset.agThemeMode = theme;
    try { localStorage.setItem('mantine-color-scheme-value', theme); } catch (e) { /* private mode */ }
    remember('theme', theme); redraw(theme);
  }
  function setLanguage(language) {
    remember('language', language);
    var address = new URL(location.href); address.searchParams.delete('lang'); location.href = address.toString();
  }
  document.addEventListener('click', function (event) {
    var target = event.target.closest('[data-action]'); if (!target) { return; }
    var action = target.dataset.action;
    if (action === 'theme') { setTheme(document.documentElement.getAttribute('data-mantine-color-scheme') === 'dark' ? 'light' : 'dark'); }
    if (action === 'language') { setLanguage(target.dataset.value); }
    if (action === 'print') { window.print(); }
  });
  function mark() {
    var path = location.pathname;
    document.querySelectorAll('.nav a,.bottom a').forEach(function (link) {
      var own = new URL(link.href).pathname, root = '/' + own.split('/')[1];
      var here = root === '/' ? path === '/' : path === root || path.indexOf(root + '/') === 0;
      if (here) { link.setAttribute('aria-current', 'page'); } else { link.removeAttribute('aria-current'); } });
  }
  var last = ''; setInterval(function () { if (location.pathname !== last && document.querySelector('.nav a')) { last = location.pathname; mark(); } }, 150);
})();
// A choice whose options are addresses goes there without loading the page anew.
document.addEventListener('change', function (event) {
  var select = event.target.closest('select[data-go]'); if (!select) { return; }
  window.history.pushState({}, '', select.value);
  window.dispatchEvent(new CustomEvent('_dashprivate_pushstate'));
});
// Puts a page's choices into its address without loading it anew.
window.frame = { remember: function (choices) {
  var address = new URL(location.href);
  Object.keys(choices).forEach(function (name) { address.searchParams.set(name, choices[name]); });
  window.history.replaceState(window.history.state, '', address.toString());
  return window.dash_clientside.no_update;
} };
// Links inside server-made markup go to their page without loading the application anew.
document.addEventListener('click', function (event) {
  var link = event.target.closest('a[data-figure-id]');
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button) { return; }
  event.preventDefault();
  window.history.pushState({}, '', link.getAttribute('href'));
  window.dispatchEvent(new CustomEvent('_dashprivate_pushstate'));
});
