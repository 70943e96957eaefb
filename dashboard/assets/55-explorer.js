// The explorer's choices live in the address: a change writes it there and asks for the chart, once.
(function () {
  var MONTH = /^[Tt]?(\d{1,2})\s*[\/.-]\s*((?:19|20)\d\d)$/, TURNED = /^((?:19|20)\d\d)\s*[\/.-]\s*(\d{1,2})$/;
  function iso(text) {
    text = (text || '').trim(); if (!text) { return ''; }
    var found = MONTH.exec(text), turned = found ? null : TURNED.exec(text);
    var year = found ? found[2] : turned && turned[1], month = Number(found ? found[1] : turned && turned[2]);
    return year && month >= 1 && month <= 12 ? year + '-' + String(month).padStart(2, '0') : null;
  }
  function written(changes) {
    var query = new URLSearchParams(location.search);
    Object.keys(changes).forEach(function (name) { if (changes[name]) { query.set(name, changes[name]); } else { query.delete(name); } });
    var text = query.toString().replace(/%2C/g, ','); return location.pathname + (text ? '?' + text : '');
  }
  function go(address) {
    window.history.pushState({}, '', address);
    window.dash_clientside.set_props('explorer-selection', { data: address });
    var any = Boolean(new URL(address, location.href).searchParams.get('chuoi'));
    window.dash_clientside.set_props('explorer-controls', { hidden: !any }); window.dash_clientside.set_props('explorer-start', { hidden: any });
  }
  window.dash_clientside = window.dash_clientside || {};
  window.dash_clientside.explorer = { change: function (how, start, end, base, asOf, log, axes, bands, words) {
    var none = window.dash_clientside.no_update, months = [iso(start), iso(end), iso(base)];
    var errors = months.map(function (month) { return month === null ? words.month : null; });
    if (months.indexOf(null) >= 0) { return [none].concat(errors); }
    var address = written({ 'bien-doi': how === 'level' ? '' : how, tu: months[0], den: months[1], goc: months[2],
      'tai-ngay': asOf === 'moi-nhat' ? '' : asOf, log: log ? '1' : '', 'hai-truc': axes ? '1' : '', 'phong-trao': bands ? '' : '0' });
    if (address === location.pathname + location.search) { return [none].concat(errors); }
    window.history.pushState({}, '', address);
    return [address].concat(errors);
  } };
  document.addEventListener('click', function (event) {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button) { return; }
    var link = event.target.closest('a[data-explore]'), found = event.target.closest('a[data-explore-add]'), base = event.target.closest('[data-explore-base]');
    if (link) { event.preventDefault(); go(link.getAttribute('href')); document.getElementById('explorer-search').focus(); }
    if (found) {
      event.preventDefault();
      var now = (new URLSearchParams(location.search).get('chuoi') || '').split(',').filter(Boolean), one = found.dataset.exploreAdd;
      if (now.indexOf(one) < 0) { go(written({ chuoi: now.concat(one).slice(-6).join(','), tim: '' })); }
      found.setAttribute('aria-current', 'true');
    }
    if (base) { window.dash_clientside.set_props('explorer-base', { value: base.getAttribute('aria-pressed') === 'true' ? '' : base.dataset.exploreBase }); }
  });
  // The address that is copied or kept: of the moment, with the day of the figures that was chosen.
  function shared(form) { var day = form.querySelector('[name=day]:checked'); return written(day && day.value ? { 'tai-ngay': day.value } : {}); }
  document.addEventListener('submit', function (event) { if (event.target.dataset.share !== undefined) { event.target.elements.address.value = location.pathname + location.search; } });
  document.addEventListener('click', async function (event) {
    var button = event.target.closest('[data-action=copy-address]'); if (!button) { return; }
    var words = button.textContent;
    try { await navigator.clipboard.writeText(new URL(shared(button.form), location.href).toString()); button.textContent = button.dataset.done; } catch (error) { button.textContent = button.dataset.failed; }
    setTimeout(function () { button.textContent = words; }, 2500);
  });
  function done() { if (document.querySelector('#explorer-found .found')) { window.dash_clientside.set_props('explorer-search', { value: '' }); window.dash_clientside.set_props('explorer-found', { children: [] }); } }
  document.addEventListener('click', function (event) { if (!event.target.closest('#explorer-found,.explorer-search,dialog')) { done(); } });
  document.addEventListener('keydown', function (event) { if (event.key === 'Escape' && event.target.closest('#explorer-found,.explorer-search')) { done(); document.getElementById('explorer-search').focus(); } });
})();
// A table that is only fetched when somebody opens it.
document.addEventListener('toggle', async function (event) {
  var box = event.target; if (!box.dataset || !box.dataset.lazy || !box.open || box.dataset.has) { return; }
  box.dataset.has = '1';
  try {
    var answer = await fetch(box.dataset.lazy); if (!answer.ok) { throw new Error(answer.status); }
    box.lastElementChild.innerHTML = await answer.text();
  } catch (error) { delete box.dataset.has; box.open = false; window.frame.failed(); }
}, true);
