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

  function line(list, name, words) {
    const row = document.createElement("li");
    row.className = "upload-line";
    const label = document.createElement("span");
    label.className = "upload-name";
    label.textContent = name;
    const bar = document.createElement("progress");
    bar.max = 100; bar.value = 0;
    bar.setAttribute("aria-label", name);
    const state = document.createElement("span");
    state.textContent = words;
    const results = document.createElement("span");
    results.className = "upload-state";
    row.append(label, bar, state, results);
    list.append(row);
    return { row: row, bar: bar, state: state, results: results };
  }

  function fill(words, values) {
    return Object.keys(values).reduce(function (said, name) { return said.replace("{" + name + "}", values[name]); }, words);
  }

  /* One line of the answer: a workbook that waits now, or why it was refused. */
  function show(zone, entry, result) {
    const part = document.createElement(result.release ? "a" : "span");
    const own = result.of > 1 ? result.file + ": " : "";
    part.className = "upload-result";
    if (result.release) {
      part.href = "/so-lieu/ban/" + result.release;
      part.textContent = own +
        fill(zone.dataset.understood, { figures: result.figures.toLocaleString(document.documentElement.lang) });
    } else {
      entry.row.classList.add("is-refused");
      part.textContent = own + (result.error || zone.dataset.failed);
    }
    entry.results.append(part);
    if (result.known) {
      const known = document.createElement("a");
      known.href = "/so-lieu/ban/" + result.known;
      known.textContent = zone.dataset.known;
      part.append(" ", known);
    }
    if (result.of > 1) { entry.bar.value = 100 * result.number / result.of; entry.state.textContent = result.number + "/" + result.of; }
    return result;
  }

  function send(zone, entry, file) {
    return new Promise(function (done) {
      const form = new FormData(), request = new XMLHttpRequest(), results = [];
      form.append("file", file, file.name);
      ["person", "released", "area"].forEach(function (name) {
        const field = document.getElementById("upload-" + name);
        if (field && field.value) { form.append(name, field.value); }
      });
      function take() {
        const lines = request.responseText.split("\n").slice(0, -1);
        lines.slice(results.length).forEach(function (line) { results.push(show(zone, entry, JSON.parse(line))); });
      }
      request.open("POST", "/tai-len/tep");
      request.upload.onprogress = function (event) {
        if (event.lengthComputable) { entry.bar.value = 90 * event.loaded / event.total; }
        if (event.loaded === event.total) { entry.state.textContent = zone.dataset.reading; }
      };
      request.onprogress = function () { if (request.status === 200) { take(); } };
      request.onloadend = function () {
        if (request.status === 200) { take(); }
        if (!results.length || results.length < results[0].of) {
          let error = "";
          try { error = JSON.parse(request.responseText).error; } catch (e) { /* cut off, or no words at all */ }
          results.push(show(zone, entry, { error: error }));
        }
        entry.bar.remove();
        entry.state.remove();
        done(results);
      };
      request.send(form);
    });
  }

  /* Whoever leaves while files are in line is asked: those that were not read yet would be lost. */
  let sending = 0;
  function stay(event) { event.preventDefault(); }

  async function sendAll(zone, files) {
    const list = document.getElementById("upload-list"), summary = document.getElementById("upload-summary");
    const known = files.filter(function (f) {
      return files.length === 1 || /\.(xlsx?|xlsm|xlsb|ods|zip)$/i.test(f.name) && !/^(~\$|\._)/.test(f.name);
    });
    const lines = known.map(function (file) { return line(list, file.name, zone.dataset.waiting); });
    let results = [];
    if (!sending++) { window.addEventListener("beforeunload", stay); }
    for (let i = 0; i < known.length; i++) { results = results.concat(await send(zone, lines[i], known[i])); }
    if (!--sending) { window.removeEventListener("beforeunload", stay); }
    const waiting = results.filter(function (one) { return one.release; });
    if (results.length === 1 && waiting.length === 1) { window.location.assign("/so-lieu/ban/" + waiting[0].release); return; }
    const counts = { files: results.length, waiting: waiting.length, refused: results.length - waiting.length };
    summary.textContent = fill(zone.dataset.done, counts);
    if (waiting.length) {
      const link = document.createElement("a");
      link.className = "control main-button";
      link.href = "/so-lieu/ban/" + waiting[0].release;
      link.textContent = zone.dataset.next;
      const every = document.createElement("a"), before = document.getElementById("upload-waiting");
      every.href = "/so-lieu/tai-len";
      every.textContent = zone.dataset.every;
      if (before) { before.hidden = true; } /* it lists what waited before these came */
      summary.append(" ", link, " ", every);
    }
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
