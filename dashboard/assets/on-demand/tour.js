// A first visit: an invitation at the edge, then a few steps that point at what is meant. Escape, a button, or going on to
// another page without an answer ends it for good: an invitation that stays is in the way.
(function () {
  var words = JSON.parse(document.getElementById('tour-words').dataset.tour), at = -1, card, marked;
  function make(tag, names, text) { var node = document.createElement(tag); Object.keys(names).forEach(function (n) { node.setAttribute(n, names[n]); }); if (text) { node.textContent = text; } return node; }
  function target(step) { return Array.from(document.querySelectorAll(step.at)).find(function (one) { return one.offsetParent !== null; }); }
  function steps() { return words.steps.filter(target); }
  function end() {
    document.cookie = 'tour=seen;path=/;max-age=63072000;samesite=lax';
    if (marked) { marked.classList.remove('tour-mark'); } if (card) { card.remove(); card = null; }
    document.removeEventListener('keydown', key);
  }
  function key(event) { if (event.key === 'Escape' && card) { end(); } }
  function button(text, act, main) { var made = make('button', { type: 'button', class: main ? 'control main-button' : 'control' }, text); made.addEventListener('click', act); return made; }
  function show(title, text, buttons, focus) {
    if (card) { card.remove(); }
    card = make('section', { class: 'tour', role: 'region', 'aria-label': words.label });
    var head = make('h2', { tabindex: '-1' }, title), row = make('div', { class: 'tour-buttons' });
    row.append.apply(row, buttons); card.append(head, make('p', {}, text), row); document.body.append(card);
    if (focus) { head.focus({ preventScroll: true }); }
  }
  function step(number) {
    var all = steps(); if (number >= all.length) { end(); return; }
    at = number; if (marked) { marked.classList.remove('tour-mark'); }
    marked = target(all[at]); marked.classList.add('tour-mark'); marked.scrollIntoView({ block: 'nearest' });
    var buttons = [button(words.end, end)]; if (at) { buttons.push(button(words.back, function () { step(at - 1); })); }
    buttons.push(button(at + 1 < all.length ? words.next : words.done, function () { step(at + 1); }, true));
    show(all[at].title, all[at].text + ' (' + (at + 1) + '/' + all.length + ')', buttons, true);
  }
  window.tour = { start: function () { document.addEventListener('keydown', key); step(0); }, invite: function () {
    document.addEventListener('keydown', key);
    show(words.title, words.invitation, [button(words.later, end), button(words.start, function () { step(0); }, true)], false);
    window.addEventListener('pagehide', function () { if (card && at < 0) { end(); } });
    var here = location.pathname, watching = setInterval(function () {
      if (card && at < 0 && location.pathname === here) { return; }
      clearInterval(watching); if (card && at < 0) { end(); } }, 200); } };
})();
