// The search of the header: Ctrl-K or its button. Asks the server while typing; arrows choose, Enter opens, Esc closes.
(function () {
  var box, field, list, note, words, chosen = -1, asked = 0;
  function make(tag, names, text) { var node = document.createElement(tag); Object.keys(names).forEach(function (n) { node.setAttribute(n, names[n]); }); if (text) { node.textContent = text; } return node; }
  function build() {
    words = document.querySelector('[data-search-words]').dataset;
    box = make('dialog', { class: 'search', 'aria-label': words.label });
    var close = make('button', { type: 'button', class: 'plain-button search-close', 'aria-label': words.close }, '×'), top = make('div', { class: 'search-top' });
    field = make('input', { type: 'search', class: 'search-field', role: 'combobox', 'aria-expanded': 'false', 'aria-controls': 'search-list', 'aria-autocomplete': 'list', 'aria-label': words.label, placeholder: words.placeholder, autocomplete: 'off', spellcheck: 'false' });
    list = make('div', { id: 'search-list', role: 'listbox', class: 'search-list', 'aria-label': words.label });
    note = make('p', { class: 'small second search-note', role: 'status' }, words.hint);
    top.append(field, close); box.append(top, list, note); document.body.append(box);
    close.addEventListener('click', function () { box.close(); });
    box.addEventListener('click', function (event) { if (event.target === box) { box.close(); } });
    field.addEventListener('input', function () { var mine = ++asked; setTimeout(function () { if (mine === asked) { ask(mine); } }, 120); });
    box.addEventListener('keydown', key);
    list.addEventListener('click', function (event) { var row = event.target.closest('a'); if (row && !event.ctrlKey && !event.metaKey) { event.preventDefault(); open(row); } });
  }
  async function ask(mine) {
    var text = field.value.trim(); if (!text) { show([]); note.textContent = words.hint; return; }
    try {
      var answer = await fetch('/tim?q=' + encodeURIComponent(text)); if (!answer.ok) { throw new Error(answer.status); }
      var answered = await answer.json(), found = answered.groups; if (mine !== asked) { return; }
      show(found); note.textContent = !found.length ? words.nothing : answered.near ? words.near : words.hint;
    } catch (error) { show([]); note.textContent = words.failed; }
  }
  function show(groups) {
    list.textContent = ''; chosen = -1;
    groups.forEach(function (group, at) {
      var part = make('div', { role: 'group', 'aria-labelledby': 'search-group-' + at });
      part.append(make('div', { class: 'search-kind', id: 'search-group-' + at }, group.name));
      group.items.forEach(function (item) {
        var row = make('a', { role: 'option', 'aria-selected': 'false', href: item.address, tabindex: '-1' });
        row.append(make('b', {}, item.name), make('span', { class: 'small second' }, item.detail)); part.append(row); });
      list.append(part); });
    rows().forEach(function (row, i) { row.id = 'search-row-' + i; });
    field.setAttribute('aria-expanded', String(groups.length > 0)); if (groups.length) { choose(0); } else { field.removeAttribute('aria-activedescendant'); }
  }
  function rows() { return list.querySelectorAll('a'); }
  function choose(at) {
    var all = rows(); if (!all.length) { return; }
    if (all[chosen]) { all[chosen].setAttribute('aria-selected', 'false'); }
    chosen = (at + all.length) % all.length; all[chosen].setAttribute('aria-selected', 'true');
    all[chosen].scrollIntoView({ block: 'nearest' }); field.setAttribute('aria-activedescendant', all[chosen].id);
  }
  function key(event) {
    if (event.key === 'ArrowDown') { choose(chosen + 1); event.preventDefault(); }
    if (event.key === 'ArrowUp') { choose(chosen - 1); event.preventDefault(); }
    if (event.key === 'Enter' && rows()[chosen] && event.target === field) { open(rows()[chosen]); event.preventDefault(); }
  }
  function open(row) { var address = row.getAttribute('href'); box.close(); if (address === '/#chia-se') { window.frame.share(); } else { window.frame.visit(address); } }
  function start(text) {
    if (!document.querySelector('[data-search-words]')) { return; }
    if (!box) { build(); }
    if (!box.open) { box.showModal(); }
    field.value = text || ''; field.focus(); ask(++asked);
  }
  document.addEventListener('keydown', function (event) { if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') { event.preventDefault(); start(''); } });
  document.addEventListener('click', function (event) { var by = event.target.closest('[data-action=search]'); if (by) { start(by.dataset.value); } });
})();
