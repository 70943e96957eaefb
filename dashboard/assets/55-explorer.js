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
  function set(name, props) { window.dash_clientside.set_props('explorer-' + name, props); }
  function go(address) {
    window.history.pushState({}, '', address);
    set('selection', { data: address });
    var any = Boolean(new URL(address, location.href).searchParams.get('chuoi'));
    set('body', { hidden: !any }); set('share', { hidden: !any }); set('start-page', { hidden: any });
  }
  // A month that was chosen stands as a dotted line through the panels, until another chart is drawn.
  function mark(click) {
    var plot = document.querySelector('#explorer-chart .js-plotly-plot'), x = click && click.points && click.points[0] && click.points[0].x;
    if (!plot || !plot.layout || !x) { return; }
    var rest = (plot.layout.shapes || []).filter(function (shape) { return shape.name !== 'chosen'; });
    window.Plotly.relayout(plot, { shapes: rest.concat({ type: 'line', name: 'chosen', xref: 'x', yref: 'paper', x0: x, x1: x, y0: plot.layout.yaxis.domain[0], y1: 1,
      line: { color: getComputedStyle(document.body).getPropertyValue('--ink3').trim(), width: 1.2, dash: '2px,3px' } }) });
  }
  window.dash_clientside = window.dash_clientside || {};
  window.dash_clientside.explorer = { mark: mark, change: function (how, start, end, base, asOf, log, axes, bands, words) {
    var none = window.dash_clientside.no_update, months = [iso(start), iso(end), iso(base)];
    var errors = months.map(function (month) { return month === null ? words.month : null; });
    if (months.indexOf(null) >= 0) { return [none].concat(errors); }
    var address = written({ 'bien-doi': how === 'level' ? '' : how, tu: months[0], den: months[1], goc: months[2],
      'tai-ngay': asOf === 'moi-nhat' ? '' : asOf, log: log ? '1' : '', 'hai-truc': axes ? '1' : '', 'phong-trao': bands ? '' : '0' });
    if (address === location.pathname + location.search) { return [none].concat(errors); }
    window.history.pushState({}, '', address);
    return [address].concat(errors);
  } };
  // What was found lies over the page while somebody searches, and is marked where it is on the chart already.
  function found() { return document.querySelector('.found-box'); }
  function close() { var box = found(); if (box) { box.hidden = true; } }
  function chosen() { return (new URLSearchParams(location.search).get('chuoi') || '').split(',').filter(Boolean); }
  function show() {
    var now = chosen(), box = found(); if (!box) { return; }
    box.querySelectorAll('a[data-explore-add]').forEach(function (link) {
      if (now.indexOf(link.dataset.exploreAdd) >= 0) { link.setAttribute('aria-current', 'true'); } else { link.removeAttribute('aria-current'); } });
    box.hidden = false;
  }
  // One series more, or one less where it was there; not more than a chart can tell apart.
  function toggle(link) {
    var one = link.dataset.exploreAdd, how = new URL(link.href).searchParams.get('bien-doi');
    var now = chosen(), at = now.indexOf(one), words = document.querySelector('.explorer-search').dataset, isFull = at < 0 && now.length >= Number(words.most);
    set('note', { children: isFull ? words.full : '' }); if (isFull) { return; }
    var changes = { tim: '' };
    if (at < 0 && how && !now.length) { changes['bien-doi'] = how; set('how', { value: how }); }  // words that ask for growth
    if (at < 0) { now.push(one); } else { now.splice(at, 1); }
    changes.chuoi = now.join(','); go(written(changes)); close();
  }
  document.addEventListener('click', function (event) {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button) { return; }
    var one = event.target.closest('[data-explore],[data-explore-add],[data-explore-base],[data-explore-start],[data-explore-month],[data-explore-how],[data-explore-more],[data-explore-visit]');
    var field = document.getElementById('explorer-search');
    if (!one) { if (event.target === field) { show(); } else if (!event.target.closest('.explorer-search,dialog')) { close(); } return; }
    var data = one.dataset; if (one.tagName === 'A') { event.preventDefault(); }
    if (data.explore !== undefined) { go(one.getAttribute('href')); field.focus(); }
    if (data.exploreAdd) { toggle(one); field.focus(); field.select(); }
    if (data.exploreBase) { set('base', { value: one.getAttribute('aria-pressed') === 'true' ? '' : data.exploreBase }); }
    if (data.exploreStart !== undefined) { set('start', { value: data.exploreStart }); }
    if (data.exploreHow) { set('how', { value: data.exploreHow }); }
    if (data.exploreMonth) { var click = { points: [{ x: data.exploreMonth + '-15' }] }; set('chart', { clickData: click }); }
    if (data.exploreVisit !== undefined) { window.frame.visit(one.getAttribute('href')); }
    if (data.exploreMore !== undefined) { var open = document.getElementById('explorer-more').classList.toggle('is-open'); one.setAttribute('aria-expanded', String(open)); }
  });
  // The address that is copied or kept: of the moment, with the day of the figures that was chosen.
  function shared(form) { var day = form.querySelector('[name=day]:checked'); return written({ 'tai-ngay': day ? day.value : '' }); }
  // Who looks at figures of an earlier day shares those unless something else is chosen.
  document.addEventListener('toggle', function (event) {
    var menu = event.target; if (!menu.open || !menu.matches || !menu.matches('.share-menu')) { return; }
    var day = new URLSearchParams(location.search).get('tai-ngay') || '', shown = menu.querySelector('[data-as-shown]'), choice = shown.querySelector('input');
    shown.hidden = !day; choice.value = day; (day ? choice : menu.querySelectorAll('[name=day]')[1]).checked = true;
  }, true);
  document.addEventListener('submit', function (event) { if (event.target.dataset.share !== undefined) { event.target.elements.address.value = location.pathname + location.search; } });
  document.addEventListener('click', async function (event) {
    var button = event.target.closest('[data-action=copy-address]'); if (!button) { return; }
    var words = button.textContent;
    try { await window.frame.copy(new URL(shared(button.form), location.href).toString()); button.textContent = button.dataset.done; } catch (error) { button.textContent = button.dataset.failed; }
    setTimeout(function () { button.textContent = words; }, 2500);
  });
  // Arrows go from the field through what was found and back; Enter in the field takes the first; Escape closes.
  document.addEventListener('keydown', function (event) {
    if (!event.target.closest || !event.target.closest('.explorer-search')) { return; }
    var field = document.getElementById('explorer-search'), box = found(), links = Array.prototype.slice.call(box.querySelectorAll('.found a')), at = links.indexOf(event.target);
    if (event.key === 'Escape' && !box.hidden) { close(); field.focus(); }
    if (event.key === 'Enter' && event.target === field && links.length && !box.hidden) { event.preventDefault(); links[0].click(); }
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp' || !links.length) { return; }
    event.preventDefault(); show();
    var next = at + (event.key === 'ArrowDown' ? 1 : -1); (next < 0 ? field : links[Math.min(next, links.length - 1)]).focus();
  });
  document.addEventListener('input', function (event) { if (event.target.id === 'explorer-search') { show(); } });
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
