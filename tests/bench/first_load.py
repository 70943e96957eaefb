"""What a browser with an empty cache receives for the overview, in a real browser."""

from __future__ import annotations

import shutil
import threading

import waitress

from dashboard.application import create_app
from data.store import Store

FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]


def first_load_kb(store: Store) -> float:
    """Kilobytes with headers, as received; zero where the machine has no browser. Scripts are compressed before."""
    chromium = shutil.which("chromium")
    if chromium is None:
        return 0.0
    from playwright.sync_api import sync_playwright

    app = create_app(store)
    app.server.extensions["tight_scripts"].prepare()
    waiting = waitress.create_server(app.server, host="127.0.0.1", port=0, threads=8)
    threading.Thread(target=waiting.run, daemon=True).start()
    received: list[float] = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        page = browser.new_page(viewport={"width": 1440, "height": 900})
        network = page.context.new_cdp_session(page)
        network.send("Network.enable")
        network.on("Network.loadingFinished", lambda one: received.append(one["encodedDataLength"]))
        page.goto(f"http://127.0.0.1:{waiting.effective_port}/")
        page.wait_for_selector(".js-plotly-plot .main-svg")
        page.wait_for_timeout(1500)
        browser.close()
    waiting.close()
    return sum(received) / 1000
