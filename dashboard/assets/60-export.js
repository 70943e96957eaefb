// Menus of charts: close on Escape or a click elsewhere; copy picture, sentence and link together.
(function () {
  function closeOthers(inside) {
    document.querySelectorAll('.chart-menu[open]').forEach(function (menu) { if (!menu.contains(inside)) { menu.open = false; } });
  }
  // Without a secure address browsers only copy what is selected: the picture by its address, the words below it.
  function copySelected(picture, words) {
    var box = document.createElement('div'), image = new Image(), range = document.createRange(), chosen = getSelection();
    image.src = picture; box.append(image);
    words.split('\n').forEach(function (line) { var p = document.createElement('p'); p.textContent = line; box.append(p); });
    document.body.append(box); range.selectNodeContents(box); chosen.removeAllRanges(); chosen.addRange(range);
    var done = document.execCommand('copy'); chosen.removeAllRanges(); box.remove();
    if (!done) { throw new Error('copy'); }
  }
  async function copy(button) {
    var said = button.dataset, words = said.sentence + '\n' + location.href, picture = new URL(said.picture, location.href).href;
    try {
      if (navigator.clipboard && window.ClipboardItem) {
        await navigator.clipboard.write([new ClipboardItem({
          'image/png': fetch(picture).then(function (answer) { if (!answer.ok) { throw answer; } return answer.blob(); }),
          'text/plain': new Blob([words], { type: 'text/plain' }) })]);
      } else { copySelected(picture, words); }
      button.textContent = said.done;
    } catch (problem) { button.textContent = said.failed; }
  }
  document.addEventListener('click', function (event) {
    closeOthers(event.target);
    var button = event.target.closest && event.target.closest('[data-action=copy-chart]'); if (button) { copy(button); }
  });
  document.addEventListener('keydown', function (event) {
    var open = event.key === 'Escape' && document.querySelector('.chart-menu[open]');
    if (open) { open.open = false; open.querySelector('summary').focus(); }
  });
})();
