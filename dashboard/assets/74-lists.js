// Long lists: groups that fold on phones are opened where there is room, and the words of one field narrow all of them.
(function () {
  var ROOMY = '(min-width:901px)';
  function plain(words) { return words.toLowerCase().normalize('NFD').replace(/[\u0300-\u036f]/g, '').replace(/đ/g, 'd'); }
  function number(node, count) {
    if (!node) { return; }
    if (node.dataset.all === undefined) { node.dataset.all = node.textContent; }
    node.textContent = count === null ? node.dataset.all : count; }
  function unfold() {
    if (window.matchMedia(ROOMY).matches) { document.querySelectorAll('.group[data-roomy]').forEach(function (group) { group.open = true; }); }
    return window.dash_clientside.no_update;
  }
  function narrowed(group, words) {
    var name = plain(group.querySelector('summary').textContent), left = 0;
    group.querySelectorAll('tbody tr').forEach(function (row) {
      row.words = row.words || name + ' ' + plain(row.textContent);
      row.hidden = !words.every(function (word) { return row.words.indexOf(word) >= 0; });
      left += row.hidden ? 0 : 1; });
    if (group.wasOpen === undefined) { group.wasOpen = group.open; }
    group.hidden = !left; group.open = words.length ? true : group.wasOpen;
    if (!words.length) { delete group.wasOpen; }
    number(group.querySelector('.group-count'), words.length ? left : null);
    return left;
  }
  function narrow(box, words) {
    var total = 0, said = document.getElementById('lists-found');
    box.querySelectorAll('.lists-ways a').forEach(function (way) {
      var list = document.getElementById(way.hash.slice(1)), left = 0;
      list.querySelectorAll('.group').forEach(function (group) { left += narrowed(group, words); });
      number(way.querySelector('.group-count'), words.length ? left : null); total += left; });
    var kind = !words.length ? '' : total === 0 ? 'none' : total === 1 ? 'one' : 'some';
    said.textContent = kind ? said.dataset[kind].replace('{count}', total) : '';
    box.classList.toggle('is-narrowed', words.length > 0);
    if (words.length && box.getBoundingClientRect().top < 0) { box.scrollIntoView(); }
  }
  document.addEventListener('input', function (event) {
    if (event.target.id === 'lists-words') { narrow(event.target.closest('.lists'), plain(event.target.value).split(/\s+/).filter(Boolean)); } });
  window.dash_clientside = window.dash_clientside || {};
  window.dash_clientside.lists = { unfold: unfold };
})();
