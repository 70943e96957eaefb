"""A real browser in front of the real server; both are started once and shared by the journeys of a process."""

from __future__ import annotations

import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from tests.journeys.served import served

CHROMIUM = shutil.which("chromium")
PATIENCE_MILLISECONDS = 20_000  # a busy machine may take four times what an idle one does
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    if CHROMIUM is None:
        pytest.skip("no chromium on this machine")
    expect.set_options(timeout=PATIENCE_MILLISECONDS)
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield started
        started.close()


@pytest.fixture(scope="session")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where a small, known store is served. Journeys that change it have a server of their own."""
    with served(tmp_path_factory.mktemp("journeys")) as place:
        yield place


@pytest.fixture(scope="session")
def visitor(browser: Browser, address: str) -> BrowserContext:
    """Keeps the files it fetched from journey to journey; what is known of a visitor is forgotten by `page`."""
    return browser.new_context(viewport={"width": 1440, "height": 900}, base_url=address)


@pytest.fixture
def page(visitor: BrowserContext, address: str, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A page of a visitor whom nobody knows; it must see no console error and ask no other host.

    Tests marked `broken_server` break the answers of the server, which every browser complains about.
    """
    complaints: list[str] = []
    visitor.clear_cookies()
    visitor.clear_permissions()
    if not request.node.get_closest_marker("first_visit"):
        visitor.add_cookies([{"name": "tour", "value": "seen", "url": address}])
    opened = visitor.new_page()
    opened.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
    opened.on("pageerror", lambda error: complaints.append(str(error)))
    opened.on(
        "request",
        lambda asked: None if asked.url.startswith((address, "data:", "blob:")) else complaints.append(asked.url),
    )
    yield opened
    opened.close()
    assert complaints == [] or request.node.get_closest_marker("broken_server")
