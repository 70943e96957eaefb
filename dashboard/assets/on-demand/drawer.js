// The panel beside the page that tells where a number comes from. Fetched when the first number is clicked.
(function () {
  var own = document.currentScript, panel = null, built = null, opener = null, words = {}, turn = 0;
  function element(name, given, inside) {
    var made = document.createElement(name);
    Object.keys(given || {}).forEach(function (key) { made.setAttribute(key, given[key]); });
    if (inside) { made.textContent = inside; }
    return made;
  }
  function close() {
    if (!panel || !panel.open) { return; }
    panel.close();
    if (opener && opener.isConnected) { opener.focus({ preventScroll: true }); }
  }
  // Shown before its style is there, the panel would stand at the end of the page and draw the page down to it.
  function style() {
    var link = element('link', { rel: 'stylesheet', href: own.src.replace('drawer.js', 'drawer.css') });
    return new Promise(function (done) { link.onload = link.onerror = done; document.head.append(link); });
  }
  async function build() {
    await style();
    panel = element('dialog', { 'class': 'drawer', 'aria-label': words.label });
    var bar = element('div', { 'class': 'drawer-bar' }), button = element('button', { type: 'button', 'class': 'plain-button', 'data-close': '' }, words.close + ' ×');
    bar.append(element('span', { 'class': 'eyebrow' }, words.label), button);
    panel.append(bar, element('div', { 'class': 'drawer-body', 'aria-live': 'polite' }));
    button.addEventListener('click', close);
    document.body.append(panel);
    document.addEventListener('keydown', function (event) { if (event.key === 'Escape') { close(); } });
    window.addEventListener('popstate', close);
    panel.addEventListener('click', function (event) {
      var link = event.target.closest('.drawer-foot a'); if (!link || event.ctrlKey || event.metaKey || event.shiftKey) { return; }
      event.preventDefault(); opener = null; close();
      window.history.pushState({}, '', link.getAttribute('href')); window.dispatchEvent(new CustomEvent('_dashprivate_pushstate')); });
  }
  function fetched(href) {
    var address = new URL(href, location.href), figure = /^\/so-lieu\/o\/([^/]+)$/.exec(address.pathname);
    return '/so-lieu/tom-tat?' + (figure ? 'o=' + figure[1] : address.search.slice(1));
  }
  window.drawer = { close: close, open: async function (href, from) {
    words = document.getElementById('drawer-words').dataset;
    built = built || build(); await built;
    if (!panel.contains(from)) { opener = from; }
    var body = panel.querySelector('.drawer-body'), mine = ++turn;
    if (!panel.open) { body.textContent = words.loading; panel.show(); }
    try {
      var answer = await fetch(fetched(href)); if (!answer.ok) { throw new Error(answer.status); }
      var markup = await answer.text(); if (mine !== turn) { return; }
      body.innerHTML = markup;
    } catch (error) { body.textContent = words.failed; }
    panel.scrollTop = 0;
    var title = panel.querySelector('#drawer-title'); (title || panel.querySelector('button')).focus({ preventScroll: true });
  } };
})();
