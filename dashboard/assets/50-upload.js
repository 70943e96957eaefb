/* Uploads with progress: files, folders and zips, one request each, straight to the server. */
(function () {
  "use strict";

  function entriesOf(items) {
    const found = [];
    function walk(entry) {
      return new Promise(function (done) {
        if (entry.isFile) {
          entry.file(function (file) { found.push(file); done(); }, done);
        } else if (entry.isDirectory) {
          const reader = entry.createReader();
          const inner = [];
          (function more() {
            reader.readEntries(function (batch) {
              if (!batch.length) { Promise.all(inner.map(walk)).then(done); return; }
              inner.push.apply(inner, batch); more();
            }, done);
          })();
        } else { done(); }
      });
    }
    const roots = Array.from(items).map(function (i) { return i.webkitGetAsEntry && i.webkitGetAsEntry(); }).filter(Boolean);
    return Promise.all(roots.map(walk)).then(function () { return found; });
  }

  function line(list, name) {
    const row = document.createElement("li");
    row.className = "upload-line";
    const label = document.createElement("span");
    label.className = "upload-name";
    label.textContent = name;
    const bar = document.createElement("progress");
    bar.max = 100; bar.value = 0;
    bar.setAttribute("aria-label", name);
    const state = document.createElement("span");
    state.className = "upload-state";
    row.append(label, bar, state);
    list.append(row);
    return { row: row, bar: bar, state: state };
  }

  function show(zone, entry, status, answer) {
    entry.bar.remove();
    entry.state.textContent = "";
    if (!answer || answer.error) {
      entry.row.classList.add("is-refused");
      entry.state.textContent = (answer && answer.error) || zone.dataset.failed;
      return [];
    }
    const releases = [];
    answer.results.forEach(function (result) {
      const part = document.createElement(result.error ? "span" : "a");
      if (result.error) {
        entry.row.classList.add("is-refused");
        part.textContent = (answer.results.length > 1 ? result.file + ": " : "") + result.error;
      } else {
        part.href = "/so-lieu/ban/" + result.release;
        part.textContent = (answer.results.length > 1 ? result.file + ": " : "") +
          zone.dataset.understood.replace("{figures}", result.figures.toLocaleString(document.documentElement.lang));
        releases.push(result.release);
      }
      part.className = "upload-result";
      entry.state.append(part);
    });
    return releases;
  }

  function send(zone, list, file) {
    const entry = line(list, file.name);
    return new Promise(function (done) {
      const form = new FormData();
      form.append("file", file, file.name);
      const person = document.getElementById("upload-person");
      const released = document.getElementById("upload-released");
      if (person) { form.append("person", person.value); }
      if (released && released.value) { form.append("released", released.value); }
      const request = new XMLHttpRequest();
      request.open("POST", "/tai-len/tep");
      request.responseType = "json";
      request.upload.onprogress = function (event) {
        if (event.lengthComputable) { entry.bar.value = 90 * event.loaded / event.total; }
        if (event.loaded === event.total) { entry.state.textContent = zone.dataset.reading; }
      };
      request.onloadend = function () { done(show(zone, entry, request.status, request.response)); };
      request.send(form);
    });
  }

  async function sendAll(zone, files) {
    const list = document.getElementById("upload-list");
    const known = files.filter(function (f) { return /\.(xlsx?|xlsm|xlsb|ods|zip)$/i.test(f.name) || files.length === 1; });
    let releases = [];
    for (const file of known) { releases = releases.concat(await send(zone, list, file)); }
    if (known.length === 1 && releases.length === 1) { window.location.assign("/so-lieu/ban/" + releases[0]); }
  }

  document.addEventListener("dragover", function (event) {
    const zone = event.target.closest && event.target.closest("#upload-zone");
    if (zone) { event.preventDefault(); zone.classList.add("is-over"); }
  });
  document.addEventListener("dragleave", function (event) {
    const zone = event.target.closest && event.target.closest("#upload-zone");
    if (zone) { zone.classList.remove("is-over"); }
  });
  document.addEventListener("drop", function (event) {
    const zone = event.target.closest && event.target.closest("#upload-zone");
    if (!zone) { return; }
    event.preventDefault();
    zone.classList.remove("is-over");
    const plain = Array.from(event.dataTransfer.files);
    entriesOf(event.dataTransfer.items || []).then(function (files) { sendAll(zone, files.length ? files : plain); });
  });
  document.addEventListener("click", function (event) {
    const button = event.target.closest && event.target.closest("[data-upload-pick]");
    const zone = document.getElementById("upload-zone");
    if (!button || !zone) { return; }
    const input = document.createElement("input");
    input.type = "file";
    input.multiple = true;
    if (button.dataset.uploadPick === "folder") { input.webkitdirectory = true; }
    else { input.accept = ".xlsx,.xlsm,.xls,.xlsb,.ods,.zip"; }
    input.onchange = function () { sendAll(zone, Array.from(input.files)); };
    input.click();
  });
  document.addEventListener("click", function (event) {
    /* choosing a change or a finding shows its cell on the sheet, and the reverse */
    const chosen = event.target.closest && event.target.closest("[data-cell]");
    if (!chosen || event.target.closest("a,button,input,textarea")) { return; }
    document.querySelectorAll(".is-chosen").forEach(function (e) { e.classList.remove("is-chosen"); });
    document.querySelectorAll('[data-cell="' + CSS.escape(chosen.dataset.cell) + '"]').forEach(function (e) {
      e.classList.add("is-chosen");
      if (e !== chosen) { e.scrollIntoView({ block: "nearest", inline: "nearest" }); }
    });
  });
})();
