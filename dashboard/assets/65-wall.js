// Turns the frames of the wall screen, pauses by Space, asks for new figures, and says since when the server is away.
(function () {
  var shown = 0, ticks = 0, paused = false, lost = '';
  function wall() { return document.querySelector('[data-wall]'); }
  function show(index) {
    var frames = document.querySelectorAll('.wall-frame'), squares = document.querySelectorAll('.square');
    if (!frames.length) { return; }
    shown = (index + frames.length) % frames.length;
    frames.forEach(function (frame, i) { frame.classList.toggle('away', i !== shown); });
    squares.forEach(function (square, i) { square.classList.toggle('on', i === shown); });
  }
  async function renew() {
    var note = document.getElementById('wall-lost');
    try {
      var answer = await fetch('/_dash-layout', { cache: 'no-store' }); if (!answer.ok) { throw new Error(answer.status); }
      lost = ''; if (note) { note.textContent = ''; }
      window.dispatchEvent(new CustomEvent('_dashprivate_pushstate'));
    } catch (e) {
      lost = lost || new Date().toTimeString().slice(0, 5);
      if (note) { note.textContent = note.dataset.lost.replace('{time}', lost); }
    }
  }
  setInterval(function () {
    var place = wall(); if (!place) { ticks = 0; return; }
    if (ticks === 0) { show(shown); }
    ticks += 1;
    if (paused || ticks % Number(place.dataset.wall)) { return; }
    show(shown + 1); if (shown === 0) { renew(); }
  }, 1000);
  document.addEventListener('keydown', function (event) {
    if (!wall()) { return; }
    if (event.key === ' ') { paused = !paused; event.preventDefault(); }
    if (event.key === 'ArrowRight') { show(shown + 1); }
    if (event.key === 'ArrowLeft') { show(shown - 1); }
    if (event.key === 'Escape') { location.href = '/'; }
  });
})();
