// A form that is checked by field: it is sent from here, so that what was typed stays, and mistakes stand at their fields.
(function () {
  var wrong = [];
  function mark(prefix, errors) {
    wrong.forEach(function (name) { window.dash_clientside.set_props(prefix + name, { error: null }); });
    wrong = Object.keys(errors); wrong.forEach(function (name) { window.dash_clientside.set_props(prefix + name, { error: errors[name] }); });
    var first = wrong.length && document.getElementById(prefix + wrong[0]); if (first) { first.focus(); }
  }
  document.addEventListener('submit', async function (event) {
    var form = event.target; if (form.dataset.byField === undefined) { return; }
    event.preventDefault();
    var message = form.querySelector('[role=alert]'), button = form.querySelector('[type=submit]'); button.disabled = true;
    try {
      var answer = await fetch(form.action, { method: 'POST', body: form.enctype === 'multipart/form-data' ? new FormData(form) : new URLSearchParams(new FormData(form)), headers: { Accept: 'application/json' } });
      var said = await answer.json(); if (said.address) { location.href = said.address; return; }
      mark(form.dataset.byField, said.errors || {}); message.textContent = said.message || ''; message.hidden = !said.message;
    } catch (error) { window.frame.failed(); }
    button.disabled = false;
  });
  document.addEventListener('change', function (event) {
    var field = event.target; if (field.dataset.named !== undefined && field.files[0]) { field.nextElementSibling.textContent = field.files[0].name; } });
})();
