// Turns the frames of the wall screen, pauses by Space, asks for new figures, and says since when the server is away.
(function () {
  var shown = 0, ticks = 0, paused = false, lost = '';
  function wall() { return document.querySelector('[data-wall]'); }
  // Somebody follows a number to its cell: the frame stays, and keys are the panel's.
  function reads() { return document.querySelector('dialog[open],.wall-frame a:focus-visible'); }
  function show(index) {
    var frames = document.querySelectorAll('.wall-frame'), squares = document.querySelectorAll('.square');
    if (!frames.length) { return; }
    shown = (index + frames.length) % frames.length;
    frames.forEach(function (frame, i) { frame.classList.toggle('away', i !== shown); });
    squares.forEach(function (square, i) { square.classList.toggle('on', i === shown); });
  }
  function pause() {
    var button = document.querySelector('[data-action=pause]'), words = button.textContent;
    paused = !paused; button.textContent = button.dataset.paused; button.dataset.paused = words;
  }
  // The server is asked at every turn; the figures are fetched anew after a whole round, and kept where it does not answer.
  async function ask() {
    var note = document.getElementById('wall-lost');
    try {
      var answer = await fetch('/_favicon.ico', { cache: 'no-store', signal: AbortSignal.timeout(8000) });
      if (answer.status >= 500) { throw new Error(answer.status); }
      lost = ''; if (note) { note.textContent = ''; }
      if (shown === 0 && !reads()) { window.dispatchEvent(new CustomEvent('_dashprivate_pushstate')); }
    } catch (e) {
      lost = lost || new Date().toTimeString().slice(0, 5);
      if (note) { note.textContent = note.dataset.lost.replace('{time}', lost); }
    }
  }
  setInterval(function () {
    var place = wall(); if (!place) { ticks = 0; paused = false; return; }
    if (ticks === 0 || !document.querySelector('.square.on')) { show(shown); }
    ticks += 1;
    if (ticks % Number(place.dataset.wall)) { return; }
    if (!paused && !reads()) { show(shown + 1); }
    ask();
  }, 1000);
  document.addEventListener('click', function (event) { if (event.target.closest('[data-action=pause]')) { pause(); } });
  document.addEventListener('keydown', function (event) {
    if (!wall() || document.querySelector('dialog[open]')) { return; }
    if (event.key === ' ') { pause(); event.preventDefault(); }
    if (event.key === 'ArrowRight') { show(shown + 1); }
    if (event.key === 'ArrowLeft') { show(shown - 1); }
    if (event.key === 'Escape') { location.href = '/'; }
  });
})();
