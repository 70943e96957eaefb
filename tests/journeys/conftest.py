"""A real browser in front of the real server, on a port that the system gives."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
import waitress
from playwright.sync_api import Page, sync_playwright

from dashboard.application import create_app
from data.store import open_store
from tests.dashboard.helpers import campaign, november

CHROMIUM = shutil.which("chromium")
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where a small, known store is served."""
    folder: Path = tmp_path_factory.mktemp("journeys")
    with open_store(f"sqlite:///{folder / 'figures.sqlite'}") as store:
        november(store)
        store.save_campaign(campaign(), by="An", why="thử")
        server = waitress.create_server(create_app(store).server, host="127.0.0.1", port=0, threads=4)
        threading.Thread(target=server.run, daemon=True).start()
        yield f"http://127.0.0.1:{server.effective_port}"
        server.close()


@pytest.fixture
def page(address: str, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A fresh browser that must see no console error and ask no other host.

    Tests marked `broken_server` break the answers of the server, which every browser complains about.
    """
    if CHROMIUM is None:
        pytest.skip("no chromium on this machine")
    complaints: list[str] = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        opened = browser.new_page(viewport={"width": 1440, "height": 900}, base_url=address)
        opened.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
        opened.on("pageerror", lambda error: complaints.append(str(error)))
        opened.on(
            "request",
            lambda asked: None if asked.url.startswith((address, "data:", "blob:")) else complaints.append(asked.url),
        )
        if not request.node.get_closest_marker("first_visit"):
            opened.context.add_cookies([{"name": "tour", "value": "seen", "url": address}])
        yield opened
        browser.close()
    assert complaints == [] or request.node.get_closest_marker("broken_server")
