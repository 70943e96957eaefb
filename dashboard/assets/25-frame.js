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
      var own = plot.whole || plot; window.Plotly.react(plot, recolour(own.data, map), recolour(own.layout, map)); });
  }
  // On paper charts are light, and drawn at a width at which their letters can be read; the screen's come back afterwards.
  var WHOLE = 640, HALF = 540, HIGHEST = 430, DASHES = ['solid', '8px,3px', '2px,3px', '8px,3px,2px,3px'], kept = [];
  // Grey print tells lines of one chart apart by their dashes.
  function dashed(data) {
    var own = [];
    return data.map(function (trace) {
      if (trace.type !== 'scatter' || trace.mode !== 'lines' || trace.line.dash) { return trace; }
      if (own.indexOf(trace.line.color) < 0) { own.push(trace.line.color); }
      return Object.assign({}, trace, { line: Object.assign({}, trace.line, { dash: DASHES[own.indexOf(trace.line.color) % DASHES.length] }) }); });
  }
  function toPaper() {
    var pairs = window.themePalette || {}, map = {}, dark = document.documentElement.getAttribute('data-mantine-color-scheme') === 'dark';
    if (dark) { Object.keys(pairs).forEach(function (role) { map[pairs[role][1]] = pairs[role][0]; }); }
    document.querySelectorAll('.js-plotly-plot').forEach(function (plot) {
      var own = plot.whole || plot, layout = recolour(own.layout, map), width = plot.closest('.pairs') ? HALF : WHOLE, height = Math.min(plot.clientHeight, HIGHEST);
      kept.push([plot, own.data, own.layout]);
      window.Plotly.react(plot, dashed(recolour(own.data, map)), Object.assign({}, layout, { width: width, height: height, autosize: false, meta: Object.assign({}, layout.meta, { paper: true }) }));
      plot.querySelectorAll('.main-svg').forEach(function (svg) { svg.setAttribute('viewBox', '0 0 ' + width + ' ' + height); }); });
  }
  function toScreen() { kept.splice(0).forEach(function (one) {
    one[0].querySelectorAll('.main-svg').forEach(function (svg) { svg.removeAttribute('viewBox'); });
    window.Plotly.react(one[0], one[1], Object.assign({}, one[2], { width: undefined, height: undefined, autosize: true })); }); }
  window.addEventListener('beforeprint', toPaper); window.addEventListener('afterprint', toScreen);
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
  // Pages that are read from a section without its address.
  var WITHIN = { '/nhan-dinh': '/phong-trao' };
  function mark() {
    var path = WITHIN[location.pathname] || location.pathname;
    document.querySelectorAll('.nav a,.bottom a').forEach(function (link) {
      var own = new URL(link.href).pathname, root = '/' + own.split('/')[1];
      var here = root === '/' ? path === '/' : path === root || path.indexOf(root + '/') === 0;
      if (here) { link.setAttribute('aria-current', 'page'); } else { link.removeAttribute('aria-current'); } });
  }
  // Tabs that do not fit stand so that the one of this page is seen.
  function showTab(tabs) {
    var here = tabs.querySelector('[aria-current]'); if (!here || tabs.shown === here.href) { return; }
    tabs.shown = here.href;
    var box = tabs.getBoundingClientRect(), own = here.getBoundingClientRect();
    tabs.scrollLeft += own.left - box.left - Math.max(0, (box.width - own.width) / 2);
  }
  setInterval(function () { document.querySelectorAll('.theme-tabs').forEach(showTab); }, 150);
  var last = ''; setInterval(function () { if (location.pathname !== last && document.querySelector('.nav a')) { if (last && window.drawer) { window.drawer.close(); } last = location.pathname; mark(); var more = document.querySelector('.more[open]'); if (more) { more.open = false; } } }, 150);
})();
// A choice whose options are addresses goes there without loading the page anew. What was chosen with, or stepped by,
// is made anew with the page: the keyboard goes on where it was, unless it has moved on meanwhile.
(function () {
  var EVERY = 100, PATIENCE = 50;
  function name(of) { return of.getAttribute('aria-label') || Array.prototype.indexOf.call(of.parentElement.children, of); }
  function goOn(kind, own) {
    var tries = 0, timer = setInterval(function () {
      var here = document.activeElement, same = Array.prototype.find.call(document.querySelectorAll(kind), function (one) { return name(one) === own; });
      if (here !== same && here !== document.body && here.id !== 'content' || (tries += 1) > PATIENCE) { clearInterval(timer); return; }
      if (same && here !== same) { same.focus({ preventScroll: true }); } }, EVERY);
  }
  document.addEventListener('change', function (event) {
    var select = event.target.closest('select[data-go]'); if (!select) { return; }
    var own = name(select); window.frame.visit(select.value); select.focus(); goOn('select[data-go]', own);
  });
  document.addEventListener('click', function (event) { var step = event.target.closest('a.step'); if (step) { goOn('a.step', name(step)); } });
})();
// A place within a page is there only once the page is: then it is shown, and the keyboard goes on from it.
(function () {
  var reached = '';
  setInterval(function () {
    if (location.href === reached) { return; }
    var place = location.hash ? document.querySelector('#content #' + CSS.escape(decodeURIComponent(location.hash.slice(1)))) : null;
    if (!place && location.hash) { return; }
    reached = location.href;
    if (place) { place.tabIndex = -1; place.dataset.reached = ''; place.focus({ preventScroll: true }); place.scrollIntoView(); }
  }, 150);
})();
// Puts a page's choices into its address without loading it anew.
window.frame = window.frame || {};
window.frame.remember = function (choices) {
  var address = new URL(location.href);
  Object.keys(choices).forEach(function (name) { address.searchParams.set(name, choices[name]); });
  window.history.replaceState(window.history.state, '', address.toString());
  return window.dash_clientside.no_update;
};
// Goes to an address of this application; one with a fragment is loaded, so that the browser finds its place.
window.frame.visit = function (address) {
  if (address.indexOf('#') >= 0) { location.href = address; return; }
  window.history.pushState({}, '', address);
  window.dispatchEvent(new CustomEvent('_dashprivate_pushstate'));
  window.scrollTo(0, 0); var content = document.getElementById('content'); if (content) { content.focus({ preventScroll: true }); }
};
// Says that the server did not answer, and takes it back with the next answer that comes.
window.frame.failed = function () {
  var place = document.getElementById('connection'); if (!place) { return; }
  place.hidden = false; place.firstElementChild.textContent = place.dataset.words;
};
(function () {
  var ask = window.fetch;
  window.fetch = async function (what) {
    var address = String(what && what.url || what), told = document.querySelector('#failure .failed');
    if (told && address.indexOf('_dash-update-component') >= 0) { window.dash_clientside.set_props('failure', { children: null }); }
    try {
      var answer = await ask.apply(this, arguments);
      if (address.indexOf('_dash-update-component') >= 0) {
        var place = document.getElementById('connection'); if (answer.status >= 500) { window.frame.failed(); } else if (place) { place.hidden = true; } }
      return answer;
    } catch (error) { if (address.indexOf('_dash-') >= 0 && error.name !== 'AbortError') { window.frame.failed(); } throw error; }
  };
})();
// A number opens the panel that tells where it comes from; its script is fetched with the first one. Links of other
// kinds, and any with a modifier key, go where they say.
(function () {
  var waiting = null;
  function script() {
    waiting = waiting || new Promise(function (done, failed) {
      var made = document.createElement('script'); made.src = '/assets/on-demand/drawer.js'; made.onload = done; made.onerror = failed; document.head.append(made); });
    return waiting;
  }
  function open(href, from) { script().then(function () { window.drawer.open(href, from); }, function () { location.href = href; }); }
  document.addEventListener('click', function (event) {
    var link = event.target.closest('a.figure-link');
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button) { return; }
    if (/^\/so-lieu\/(o\/|tinh)/.test(location.pathname) && !link.closest('.drawer')) { return; }
    event.preventDefault(); event.stopPropagation();
    open(link.getAttribute('href'), link);
  }, true);
  // Of the points at one month the one nearest to the pointer counts.
  function pick(clicked) {
    var pointer = clicked.event.clientY, traced = clicked.points.filter(function (p) { return p.customdata; });
    var top = this.getBoundingClientRect().top;
    function away(p) { return p.yaxis ? Math.abs(top + p.yaxis._offset + p.yaxis.d2p(p.y) - pointer) : 0; }
    traced.sort(function (a, b) { return away(a) - away(b); });
    if (traced.length) { var trace = traced[0].customdata; open(trace.indexOf('=') > 0 ? '/so-lieu/tinh?' + trace : '/so-lieu/o/' + trace, this); }
  }
  ['newPlot', 'react'].forEach(function (name) {
    var draw = window.Plotly && window.Plotly[name]; if (!draw) { return; }
    window.Plotly[name] = function () {
      return draw.apply(this, arguments).then(function (plot) {
        if (plot.picksNumbers) { plot.removeListener('plotly_click', plot.picksNumbers); }
        plot.picksNumbers = pick.bind(plot); plot.on('plotly_click', plot.picksNumbers);
        return plot;
      }); };
  });
})();
// One explanation at a time; Escape or a click elsewhere closes it, and it opens to the side that has room.
document.addEventListener('toggle', function (event) {
  var help = event.target; if (!help.classList || !help.classList.contains('help') || !help.open) { return; }
  help.classList.toggle('to-left', help.getBoundingClientRect().left + 310 > innerWidth);
  document.querySelectorAll('.help[open]').forEach(function (other) { if (other !== help) { other.open = false; } });
}, true);
document.addEventListener('click', function (event) { document.querySelectorAll('.help[open],.more[open]').forEach(function (help) { if (!help.contains(event.target)) { help.open = false; } }); });
document.addEventListener('keydown', function (event) {
  if (event.key !== 'Escape') { return; }
  document.querySelectorAll('.help[open],.more[open]').forEach(function (help) { help.open = false; help.firstElementChild.focus(); });
});
// The tour: offered on a first visit, never on the wall, and shown again where somebody asks for it.
(function () {
  function load(act) { if (window.tour) { window.tour[act](); return; } var made = document.createElement('script'); made.src = '/assets/on-demand/tour.js'; made.onload = function () { window.tour[act](); }; document.head.append(made); }
  document.addEventListener('click', function (event) { if (event.target.closest('[data-action=tour]')) { load('start'); } });
  if (/(?:^|; )tour=seen/.test(document.cookie) || location.pathname === '/treo-tuong') { return; }
  var waiting = setInterval(function () { if (document.getElementById('tour-words') && document.querySelector('main h1')) { clearInterval(waiting); load('invite'); } }, 400);
})();
// A field with a list of options says that it has one, and whether it is open.
(function () {
  function tell(field) { field.setAttribute('role', 'combobox'); field.setAttribute('aria-expanded', String(field.hasAttribute('data-expanded'))); }
  document.addEventListener('focusin', function (event) { if (event.target.matches('input[aria-haspopup=listbox]')) { tell(event.target); } });
  new MutationObserver(function (changes) { changes.forEach(function (change) { if (change.target.matches('input[aria-haspopup=listbox]')) { tell(change.target); } }); })
    .observe(document.documentElement, { subtree: true, attributes: true, attributeFilter: ['data-expanded'] });
})();
// Copies words; without a secure address browsers only copy what is selected.
window.frame.copy = async function (words) {
  if (navigator.clipboard) { await navigator.clipboard.writeText(words); return; }
  var field = document.createElement('textarea'), focused = document.activeElement;
  field.value = words; field.className = 'visually-hidden'; document.body.append(field); field.select();
  var done = document.execCommand('copy'); field.remove(); if (focused) { focused.focus({ preventScroll: true }); }
  if (!done) { throw new Error('copy'); }
};
// Shares the address of the page: by the ways of a phone, else by copying it, and says below the header what was done.
window.frame.share = async function () {
  var button = document.querySelector('[data-action=share]'), said = button.dataset, note = document.querySelector('.shared-note');
  if (navigator.share && matchMedia('(pointer:coarse)').matches) {
    try { await navigator.share({ title: document.title, url: location.href }); } catch (closed) { /* nothing was chosen */ }
    return;
  }
  if (!note) { note = document.createElement('div'); note.className = 'shared-note small'; note.setAttribute('role', 'status'); document.querySelector('.top').append(note); }
  try { await window.frame.copy(location.href); note.textContent = new URL(location.href).searchParams.get('ngay') ? said.kept : said.newest; }
  catch (error) { note.textContent = said.failed; }
  note.hidden = false; clearTimeout(note.timer); note.timer = setTimeout(function () { note.hidden = true; }, 8000);
};
document.addEventListener('click', function (event) { if (event.target.closest('[data-action=share]')) { window.frame.share(); } });
// What was answered to a form is told once: it does not stay in an address that is kept, sent or loaded again.
setInterval(function () {
  var address = new URL(location.href), told = ['loi', 'xong'].filter(function (name) { return address.searchParams.has(name); });
  if (!told.length || !document.querySelector('#content h1')) { return; }
  told.forEach(function (name) { address.searchParams.delete(name); });
  window.history.replaceState(window.history.state, '', address.toString());
}, 150);
