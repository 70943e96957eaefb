"""Every page, in both languages and themes: no violation that axe can see, nothing that scrolls sideways."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.journeys.waiting import becomes

pytestmark = pytest.mark.browser

WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
WIDTHS = (1920, 1440, 768, 360)
BREATH = 200
PAGES = (
    "/",
    "/?vung=H%C3%A0+N%E1%BB%99i",
    "/chuyen-de/industry",
    "/chuyen-de/retail",
    "/chuyen-de/prices",
    "/chuyen-de/exports?ky=2001-07",
    "/kham-pha",
    "/kham-pha?chuoi=1,2,3&tim=ban+le",
    "/phong-trao",
    "/phong-trao/KC",
    "/phong-trao/moi",
    "/so-lieu",
    "/so-lieu/tai-len",
    "/so-lieu/bieu-mau",
    "/so-lieu/ban/2",
    "/so-lieu/o/1:2024-11:2",
    "/so-lieu/tinh?phep=mom&ky=2024-11&vao=3&ngay=2024-11-29",
    "/so-lieu/so-sanh?ky=2024-10",
    "/so-lieu/dieu-chinh?chuoi=2",
    "/so-lieu/dieu-chinh",
    "/bao-cao",
    "/quan-tri",
    "/nhan-dinh",
    "/giai-thich",
    "/treo-tuong",
)


def violations(page: Page, only: str = "") -> list[str]:
    """Rules that are broken, each with its first element; only one rule where nothing else changed."""
    run = {"type": "rule", "values": [only]} if only else {"type": "tag", "values": WCAG}
    found = Axe().run(page, options={"runOnly": run, "resultTypes": ["violations"]}).response["violations"]
    return [f"{one['id']}: {one['nodes'][0]['html'][:140]}" for one in found]


def fits(page: Page) -> bool:
    """Whether the page is no wider than the window, once charts have followed its new size."""
    return becomes(page, "document.documentElement.scrollWidth <= innerWidth", within=4000)


def settled(page: Page) -> None:
    """Once nothing is asked of the server any more. Colours change at once, because motion is reduced."""
    page.wait_for_selector("main h1")
    assert becomes(page, "!document.querySelector('[data-dash-is-loading=true]')")
    page.wait_for_timeout(BREATH)


@pytest.mark.parametrize("path", PAGES)
def test_a_page_is_accessible_in_both_languages_and_themes_and_never_scrolls_sideways(
    page: Page, address: str, path: str
) -> None:
    page.emulate_media(reduced_motion="reduce")
    found: dict[str, list[str]] = {}
    for language, theme in (("vi", "light"), ("en", "dark")):
        page.context.add_cookies([
            {"name": "language", "value": language, "url": address}, {"name": "theme", "value": theme, "url": address},
        ])  # fmt: skip
        page.goto(path)
        settled(page)
        found[f"{language} {theme}"] = violations(page)
        for share in (0.37, 0.73):  # what stands beneath the bars at the edges of the window
            page.evaluate("share => scrollTo(0, share * document.documentElement.scrollHeight)", share)
            found[f"{language} {theme} scrolled {share}"] = violations(page, "target-size")
        page.evaluate("document.querySelector('[data-action=theme]').click()")  # the wall hides it
        settled(page)
        found[f"{language} other theme"] = violations(page, "color-contrast")
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        found[f"{width} px"] = [] if fits(page) else ["scrolls sideways"]
    assert {where: what for where, what in found.items() if what} == {}


def test_what_the_keyboard_reaches_stands_clear_of_the_bars(page: Page) -> None:
    """WCAG 2.2, 2.4.11: forwards and backwards through a long page, on a phone with a bar at both edges."""
    page.emulate_media(reduced_motion="reduce")
    page.set_viewport_size({"width": 360, "height": 640})
    page.goto("/chuyen-de/retail")
    settled(page)
    hidden = """() => {
        const at = document.activeElement, box = at.getBoundingClientRect(), inside = e => !!at.closest(e);
        if (inside('.top') || inside('.bottom') || inside('.skip') || at === document.body) { return ''; }
        const [head, foot] = ['.top', '.bottom'].map(e => document.querySelector(e).getBoundingClientRect());
        const clear = Math.min(box.bottom, foot.top) - Math.max(box.top, head.bottom);
        return clear >= Math.min(box.height, 24) - 1 ? '' : at.outerHTML.slice(0, 90);
    }"""
    found = set()
    for key in ["Tab"] * 90 + ["Shift+Tab"] * 90:
        page.keyboard.press(key)
        found.add(page.evaluate(hidden))
    assert found == {""}


def test_an_open_list_of_options_is_accessible_and_says_that_it_is_open(page: Page) -> None:
    page.goto("/kham-pha?chuoi=1")
    settled(page)
    how = page.locator(".mantine-Select-input").first
    how.click()
    page.wait_for_selector(".mantine-Select-option")
    settled(page)
    assert (how.get_attribute("role"), how.get_attribute("aria-expanded")) == ("combobox", "true")
    assert violations(page) == []
    page.keyboard.press("Escape")
    assert becomes(page, "document.activeElement.getAttribute('aria-expanded') === 'false'")
