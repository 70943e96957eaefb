"""An analyst's journey: search from anywhere, compare, share an address that shows the same picture elsewhere."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser
CHART = "#explorer-chart .main-svg"


def search(page: Page, words: str) -> None:
    page.keyboard.press("Control+k")
    page.get_by_role("combobox", name="Tìm chuỗi số liệu, trang").fill(words)
    page.wait_for_selector(".search-list a")


def picture(page: Page) -> str:
    """Everything that the chart draws."""
    page.wait_for_selector(CHART)
    page.wait_for_timeout(400)
    plot = page.locator("#explorer-chart .js-plotly-plot")
    return json.dumps(plot.evaluate("plot => [plot.data, plot.layout.meta, plot.layout.yaxis.range]"))


def test_a_series_is_found_from_any_page_by_keyboard_alone(page: Page) -> None:
    page.goto("/")
    page.wait_for_selector("h1")
    search(page, "xuat khau tong")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowDown")
    page.locator(".search-list [role=option]", has_text="giá trị").first.wait_for()
    while "giá trị" not in page.locator(".search-list [aria-selected=true]").inner_text():
        page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_selector(CHART)
    assert "chuoi=" in page.url and not page.locator("dialog[open]").count()


def test_escape_closes_the_search_and_gives_the_focus_back(page: Page) -> None:
    page.goto("/so-lieu")
    page.wait_for_selector("h1")
    page.locator(".search-open").click()
    page.wait_for_selector("dialog[open]")
    page.keyboard.press("Escape")
    expect(page.locator(".search-open")).to_be_focused()


def test_a_chart_is_changed_by_one_request_and_its_address_shows_the_same_in_a_clean_browser(page: Page) -> None:
    page.goto("/kham-pha")
    page.fill("#explorer-search", "ban le gia tri tong")
    page.locator(".found a").first.click()
    page.wait_for_selector(CHART)
    asked: list[str] = []
    page.on("request", lambda one: asked.append(one.url) if "_dash-update-component" in one.url else None)
    page.fill("#explorer-start", "10/2024")
    page.wait_for_url("**tu=2024-10**")
    page.wait_for_timeout(800)
    assert len(asked) == 1
    page.locator("#explorer-as_of").click()
    page.get_by_role("option", name="Số đến 29/10/2024").click()
    page.wait_for_url("**tai-ngay=2024-10-29**")
    expect(page.locator("#explorer-foot .source")).to_contain_text("số liệu tại ngày 29/10/2024")
    before, shared = picture(page), page.url
    clean = page.context.browser.new_context().new_page()  # type: ignore[union-attr]
    clean.goto(shared)
    assert picture(clean) == before
    expect(clean.locator("h1")).to_contain_text("545,7")
    clean.context.close()


def test_two_series_are_compared_month_by_month_with_the_keyboard_alone(page: Page) -> None:
    page.goto("/kham-pha")
    page.locator("#explorer-search").focus()
    page.keyboard.type("tong muc ban le cung thang nam truoc")
    page.locator(".found a").first.wait_for()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_selector(CHART)
    expect(page.locator(".found-box")).to_be_hidden()
    page.locator(".chip-add", has_text="Bán lẻ hàng hóa").press("Enter")
    expect(page.locator("h1")).to_contain_text("bán lẻ hàng hóa 108,3")
    page.get_by_role("button", name="Tháng trước: T10/2024").press("Enter")
    expect(page.locator("#explorer-origins .origins")).to_contain_text("107,1")
    page.go_back()
    expect(page.locator(".chip-remove")).to_have_count(1)


def test_words_that_ask_for_growth_show_growth(page: Page) -> None:
    page.goto("/kham-pha")
    page.fill("#explorer-search", "tăng trưởng xuất khẩu")
    page.locator(".found a", has_text="giá trị").first.click()
    page.wait_for_selector(CHART)
    expect(page.locator("h1")).to_contain_text("+8,2%")
    assert "bien-doi=yoy" in page.url
    expect(page.locator("#explorer-how")).to_have_value("so với cùng kỳ năm trước")


def test_a_month_of_the_chart_leads_to_formula_and_cell(page: Page) -> None:
    page.goto("/kham-pha")
    page.fill("#explorer-search", "ban le gia tri tong")
    page.locator(".found a").first.click()
    page.wait_for_selector(CHART)
    expect(page.locator("#explorer-origins")).to_contain_text("Số đã công bố, giữ nguyên")
    page.locator("#explorer-origins .figure-link").click()
    expect(page.locator(".drawer")).to_contain_text("562.002,9")
    page.keyboard.press("Escape")
    page.get_by_text("Xem bảng số liệu").click()
    page.locator(".chart-table .figure-link").first.click()
    expect(page.locator(".drawer")).to_contain_text("562.002,9")


@pytest.mark.parametrize("path", ["/so-lieu", "/phong-trao", "/so-lieu/o/3:2024-11:2", "/kham-pha?chuoi=3"])
def test_words_of_other_pages_are_explained_too(page: Page, path: str) -> None:
    page.goto(path)
    expect(page.locator("main .help").first).to_be_visible()


def test_a_word_explains_itself_in_place(page: Page) -> None:
    page.goto("/")
    mark = page.get_by_label("Giải thích: Dải phong trào")
    mark.click()
    expect(page.get_by_text("Trùng thời gian không có nghĩa là nguyên nhân")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_text("Trùng thời gian không có nghĩa là nguyên nhân")).to_be_hidden()


@pytest.mark.broken_server
def test_a_server_that_does_not_answer_is_told_and_the_page_stays(page: Page) -> None:
    page.goto("/")
    page.wait_for_selector(".explorer .main-svg")
    page.route("**/_dash-update-component*", lambda route: route.fulfill(status=503, body=""))
    page.locator("#overview-theme").get_by_text("Công nghiệp").click()
    expect(page.locator("#connection")).to_contain_text("Máy chủ không trả lời")
    assert page.locator(".explorer .main-svg").count()
    page.unroute_all()
    page.locator("#overview-theme").get_by_text("Bán lẻ").click()
    expect(page.locator("#connection")).to_be_hidden()


def test_a_failing_chart_says_what_to_do_and_the_rest_stays_alive(page: Page, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("on purpose")

    page.goto("/")
    page.wait_for_selector(".explorer .main-svg")
    with monkeypatch.context() as broken:
        broken.setattr("dashboard.pages.overview.month_chart", fail)
        page.locator("#overview-theme").get_by_text("Công nghiệp").click()
        expect(page.locator("#failure")).to_contain_text("Phần vừa chọn chưa hiện được")
        expect(page.locator(".explorer h3")).to_contain_text("Bán lẻ")
    page.locator("#overview-theme").get_by_text("Xuất khẩu").click()
    expect(page.locator(".explorer h3")).to_contain_text("Xuất khẩu")
    expect(page.locator("#failure")).to_be_empty()


@pytest.mark.first_visit
def test_the_tour_is_offered_once_goes_by_keyboard_and_is_not_offered_again(page: Page) -> None:
    page.goto("/")
    page.locator(".tour").get_by_role("button", name="Xem").click()
    expect(page.locator(".tour h2")).to_be_focused()
    for title in ("Dấu ? giải thích tại chỗ", "Tìm mọi thứ"):
        page.locator(".tour").get_by_role("button", name="Tiếp").press("Enter")
        expect(page.locator(".tour h2")).to_have_text(title)
    assert page.locator(".search-open.tour-mark").count() == 1
    page.keyboard.press("Escape")
    expect(page.locator(".tour")).to_have_count(0)
    page.goto("/so-lieu")
    page.wait_for_selector("main h1")
    page.wait_for_timeout(900)
    expect(page.locator(".tour")).to_have_count(0)


@pytest.mark.first_visit
def test_the_tour_is_out_of_the_way_of_whoever_goes_on_without_an_answer(page: Page) -> None:
    page.goto("/")
    page.locator(".tour").wait_for()
    page.locator(".nav").get_by_role("link", name="Khám phá").click()
    expect(page.locator("h1")).to_contain_text("Tìm và so sánh")
    expect(page.locator(".tour")).to_have_count(0)


def test_any_page_is_shared_by_its_address_also_where_the_clipboard_is_closed_to_plain_addresses(page: Page) -> None:
    page.add_init_script(
        "Object.defineProperty(navigator, 'clipboard', {value: undefined});"
        "document.addEventListener('copy', () => { window.copied = document.activeElement.value; });"
    )
    page.goto("/chuyen-de/retail")
    page.wait_for_selector("h1")

    page.locator("[data-action=share]").click()

    expect(page.locator(".shared-note")).to_contain_text("Đã chép địa chỉ")
    assert page.evaluate("window.copied") == page.url

    page.evaluate("window.copied = ''")
    search(page, "chia sẻ")
    page.keyboard.press("Enter")
    page.wait_for_function("window.copied === location.href")
