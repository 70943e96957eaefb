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
    if (button) { make(button.closest(".briefing-make"), button); }
  });
  new MutationObserver(fileFields).observe(document.documentElement, { childList: true, subtree: true });
})();
