"""What visitors do on the overview and the theme pages, in a real browser."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, expect

from tests.journeys.waiting import becomes

pytestmark = pytest.mark.browser

FINDING = "Sản xuất công nghiệp, bán lẻ và xuất khẩu cùng ước tăng từ 8% trở lên; giá tiêu dùng tăng 2,8%"


def visit(page: Page, path: str) -> None:
    page.goto(path)
    page.wait_for_selector("h1")
    page.wait_for_timeout(600)


def test_a_director_reads_the_month_and_follows_a_number_to_its_cell(page: Page) -> None:
    visit(page, "/")
    expect(page.get_by_role("heading", level=1)).to_have_text(FINDING)
    page.locator(".theme-figure .figure-link").first.click()
    expect(page.locator(".drawer")).to_contain_text("C7")


def test_a_choice_changes_the_chart_and_the_address_and_can_be_shared(page: Page) -> None:
    visit(page, "/")
    page.locator("#overview-theme").get_by_text("Công nghiệp").click()
    expect(page.locator(".explorer h3")).to_contain_text("Sản xuất công nghiệp tháng 11")
    assert "chuyen-de=industry" in page.url
    shared = page.url
    visit(page, shared)
    expect(page.locator(".explorer h3")).to_contain_text("Sản xuất công nghiệp tháng 11")


def test_what_is_out_of_date_fades_until_the_answer_comes(page: Page) -> None:
    visit(page, "/")
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route("**/_dash-update-component*", hold)
    page.locator("#overview-theme").get_by_text("Công nghiệp").click()
    opacity = "getComputedStyle(document.getElementById('overview-chart-box')).opacity"
    assert becomes(page, f"{opacity} === '0.6'")
    held[0].continue_()
    assert becomes(page, f"{opacity} === '1'")
    expect(page.locator(".explorer h3")).to_contain_text("Sản xuất công nghiệp tháng 11")


def test_a_chart_is_drawn_anew_for_a_narrower_window(page: Page) -> None:
    visit(page, "/chuyen-de/retail")
    page.wait_for_selector(".js-plotly-plot .main-svg")
    plot = "document.querySelector('.js-plotly-plot').layout.margin.r"
    wide = page.evaluate(plot)
    page.set_viewport_size({"width": 360, "height": 800})
    assert becomes(page, f"{plot} !== {wide}")
    page.set_viewport_size({"width": 1440, "height": 900})
    assert becomes(page, f"{plot} === {wide}")


def test_a_month_without_figures_says_so_and_leads_to_the_nearest(page: Page) -> None:
    visit(page, "/chuyen-de/industry?ky=2001-07")
    expect(page.get_by_role("heading", level=1)).to_have_text("Chưa có số liệu tháng 7/2001")
    page.locator(".empty a").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Sản xuất công nghiệp tháng 10")


@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_overview_stands_on_one_screen(page: Page, address: str, language: str) -> None:
    page.context.add_cookies([{"name": "language", "value": language, "url": address}])
    visit(page, "/")
    foot = page.locator(".overview-foot").bounding_box()
    assert foot and foot["y"] + foot["height"] <= 900


def test_the_whole_screen_changes_language_and_theme_and_keeps_both(page: Page) -> None:
    visit(page, "/")
    page.get_by_role("button", name="View in English").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Industrial production")
    page.get_by_role("button", name="Switch between light and dark").click()
    visit(page, "/chuyen-de/retail")
    root = page.locator("html")
    expect(root).to_have_attribute("lang", "en")
    expect(root).to_have_attribute("data-mantine-color-scheme", "dark")


def test_a_chart_leaves_by_its_menu_with_the_keyboard_alone(page: Page, tmp_path: Path) -> None:
    visit(page, "/")
    menu = page.locator(".explorer .chart-menu")
    menu.locator("summary").press("Enter")
    begins = {"co=square": b"\x89PNG", ".svg": b"<svg", ".pdf": b"%PDF", ".xlsx": b"PK", "dau=.": b"\xef\xbb\xbf"}
    for part, start in begins.items():
        with page.expect_download() as waiting:
            menu.locator(f"a[href*='{part}']").press("Enter")
        waiting.value.save_as(tmp_path / "file")
        assert (tmp_path / "file").read_bytes().startswith(start)
    page.keyboard.press("Escape")
    expect(menu.locator(".menu-panel")).to_be_hidden()
    expect(menu.locator("summary")).to_be_focused()


def test_a_chart_is_copied_with_its_sentence_and_address(page: Page, address: str) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"], origin=address)
    visit(page, "/chuyen-de/retail")
    menu = page.locator(".chart-menu").first
    menu.locator("summary").click()
    menu.locator("[data-action=copy-chart]").click()
    expect(menu.locator("[data-action=copy-chart]")).to_have_text("Đã sao chép")
    words, size = page.evaluate(
        "navigator.clipboard.read().then(async found => [await (await found[0].getType('text/plain')).text(),"
        " (await found[0].getType('image/png')).size])"
    )
    assert words.startswith("Bán lẻ tháng 11 ước đạt 562,0") and words.endswith(page.url)
    assert size > 10_000


def test_everything_is_reached_by_keyboard_and_the_focus_is_seen(page: Page) -> None:
    visit(page, "/")
    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_have_class("skip")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    style = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    assert style == "solid"


def test_the_wall_turns_by_key_and_pauses(page: Page) -> None:
    visit(page, "/treo-tuong")
    expect(page.locator(".wall-frame:not(.away) .wall-title")).to_contain_text("Sản xuất công nghiệp")
    page.keyboard.press("ArrowRight")
    expect(page.locator(".wall-frame:not(.away) .wall-title")).to_contain_text("Bán lẻ")


def test_a_block_of_a_briefing_moves_by_keyboard_and_the_page_stays_where_it_was(page: Page) -> None:
    visit(page, "/bao-cao?mau=monthly&ky=2024-11")
    name = "Lên: Bán lẻ hàng hóa và dịch vụ tiêu dùng: nhận định cộng dồn"
    up = page.get_by_role("link", name=name)
    up.scroll_into_view_if_needed()
    top = page.evaluate("window.scrollY")
    up.press("Enter")
    page.wait_for_url("**khoi=**")
    down = page.get_by_role("link", name=name.replace("Lên", "Xuống"))
    expect(down).to_be_visible()
    assert becomes(page, f"Math.abs(window.scrollY - {top}) < 400")


def test_on_a_phone_the_tab_of_the_page_is_seen_and_rows_say_what_each_value_is(page: Page) -> None:
    page.set_viewport_size({"width": 360, "height": 800})
    visit(page, "/so-lieu/dieu-chinh")
    place = "document.querySelector('.theme-tabs [aria-current]').getBoundingClientRect()"
    assert becomes(page, f"{place}.left >= 0 && {place}.right <= innerWidth")
    visit(page, "/so-lieu/o/1:2024-11:2")
    cells = "[...document.querySelectorAll('.stacks td')]"
    assert page.evaluate(f"{cells}.every(cell => cell.getBoundingClientRect().right <= innerWidth)")
    assert page.evaluate(f"{cells}.every(cell => getComputedStyle(cell, '::before').content.length > 2)")
    assert page.evaluate(f"{cells}.every(cell => getComputedStyle(cell).textAlign === 'left')")


def test_the_verdicts_of_campaigns_stand_within_their_section(page: Page) -> None:
    visit(page, "/nhan-dinh")
    expect(page.locator(".nav a[aria-current=page]")).to_have_text("Phong trào")


def test_a_link_to_a_part_of_a_page_shows_that_part(page: Page) -> None:
    page.set_viewport_size({"width": 1440, "height": 400})
    visit(page, "/")
    page.get_by_text("Xem tất cả").click()
    assert becomes(page, "document.activeElement.id === 'da-sua'")
    place = "document.getElementById('da-sua').getBoundingClientRect()"
    assert becomes(page, f"{place}.top >= 0 && {place}.top < innerHeight - 60")


def test_the_keyboard_stays_on_the_choice_that_it_changed(page: Page) -> None:
    visit(page, "/chuyen-de/retail")
    page.get_by_label("Chọn tháng").focus()
    page.keyboard.press("ArrowDown")
    page.wait_for_url("**ky=2024-10*")
    expect(page.get_by_role("heading", level=1)).to_contain_text("tháng 10")
    expect(page.get_by_label("Chọn tháng")).to_be_focused()
