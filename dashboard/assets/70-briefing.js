/* Briefings: makes one file after another and shows how far it is; adds the file field that Dash lacks. */
(function () {
  "use strict";

  function nameOf(answer, form) {
    const found = /filename="([^"]+)"/.exec(answer.headers.get("Content-Disposition") || "");
    return found ? found[1] : "bao-cao." + form;
  }

  function link(list, name, blob) {
    const a = document.createElement("a");
    a.href = URL.createObjectURL(blob);
    a.download = name;
    a.textContent = name;
    list.append(a);
    a.click();
  }

  async function make(box, button) {
    const forms = Array.from(box.querySelectorAll("input[type=checkbox]"))
      .filter(function (tick) { return tick.checked; })
      .map(function (tick) { return tick.closest(".briefing-tick").querySelector("a").pathname.split("/").pop(); });
    const place = box.querySelector(".briefing-progress");
    const bar = document.createElement("progress");
    const words = document.createElement("span");
    bar.max = forms.length; bar.value = 0;
    place.replaceChildren(bar, words);
    button.disabled = true;
    for (const form of forms) {
      words.textContent = box.dataset.working + " " + form.toUpperCase() + " (" + (bar.value + 1) + "/" + forms.length + ")";
      const answer = await fetch("/bao-cao/tep/" + form + "?" + box.dataset.query).catch(function () { return null; });
      if (answer && answer.ok) {
        link(place, nameOf(answer, form), await answer.blob());
      } else {
        const problem = document.createElement("span");
        problem.className = "failed";
        problem.textContent = form.toUpperCase() + ": " + (answer ? await answer.text() : box.dataset.failed);
        place.append(problem);
      }
      bar.value += 1;
    }
    words.textContent = box.dataset.ready;
    button.disabled = false;
  }

  /* Arranging loads the page anew: keep the place and the focus, so that a block can be moved on by the same key. */
  const PLACE = "briefing-place";

  function remember(link) {
    sessionStorage.setItem(PLACE, JSON.stringify({ top: window.scrollY, label: link.getAttribute("aria-label") }));
  }

  function comeBack() {
    const kept = sessionStorage.getItem(PLACE);
    if (!kept || !document.querySelector(".briefing-content")) { return; }
    sessionStorage.removeItem(PLACE);
    const place = JSON.parse(kept);
    window.scrollTo(0, place.top);
    const link = Array.from(document.querySelectorAll(".briefing-movers a"))
      .find(function (one) { return place.label && one.getAttribute("aria-label") === place.label; });
    if (link) { link.focus({ preventScroll: false }); }
  }

  function fileFields() {
    document.querySelectorAll("[data-file-field]:empty").forEach(function (place) {
      const field = document.createElement("input");
      field.type = "file"; field.required = true;
      field.name = place.dataset.fileField; field.accept = place.dataset.accept; field.id = place.dataset.id;
      place.append(field);
    });
  }

  document.addEventListener("click", function (event) {
    const button = event.target.closest && event.target.closest("[data-briefing=make]");
    const moved = event.target.closest && event.target.closest(".briefing-movers a, .briefing-left-out a");
    if (moved) { remember(moved); }
    if (button) { make(button.closest(".briefing-make"), button); }
  });
  new MutationObserver(function () { fileFields(); comeBack(); }).observe(document.documentElement, { childList: true, subtree: true });
})();
