"""How somebody finds a campaign: lists folded on phones, and one field that narrows them."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser

PHONE = {"width": 360, "height": 740}


def visit(page: Page) -> None:
    page.goto("/phong-trao")
    page.wait_for_selector(".group")
    page.wait_for_timeout(400)


def test_a_phone_folds_what_is_over_and_a_wide_screen_shows_it(page: Page) -> None:
    name = page.get_by_role("link", name="Kích cầu tiêu dùng").last
    visit(page)
    expect(name).to_be_visible()
    page.set_viewport_size(PHONE)
    visit(page)
    expect(name).to_be_hidden()
    page.get_by_text("Đã kết thúc").click()
    expect(name).to_be_visible()


def test_words_without_marks_narrow_the_lists_and_leave_them_as_they_were(page: Page) -> None:
    page.set_viewport_size(PHONE)
    visit(page)
    ended = page.locator(".group", has_text="Đã kết thúc")
    field, told = page.get_by_role("searchbox", name="Tìm trong các danh sách"), page.locator("#lists-found")
    field.fill("kich cau 2024")
    expect(told).to_have_text("Có 1 mục khớp.")
    expect(ended.get_by_role("link")).to_be_visible()
    field.fill("không có gì như thế")
    expect(told).to_contain_text("Không có mục nào khớp")
    expect(ended).to_be_hidden()
    field.fill("")
    expect(told).to_be_empty()
    expect(ended).to_be_visible()
    expect(ended).not_to_have_attribute("open", "")


def test_pasted_rows_stay_where_they_are_when_one_of_them_is_wrong(page: Page) -> None:
    page.goto("/phong-trao/moi")
    rows = page.get_by_role("textbox", name="Hoặc dán các dòng")
    rows.fill("Tên;Ngày bắt đầu\nTuần hàng Việt;31/02/2024")
    page.get_by_role("button", name="Nhập các dòng này").click()
    expect(page.get_by_role("alert").filter(has_text="Dòng 2:")).to_be_visible()
    expect(rows).to_have_value("Tên;Ngày bắt đầu\nTuần hàng Việt;31/02/2024")


def test_paper_holds_whole_tables_with_their_sources(page: Page) -> None:
    visit(page)
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 680, "height": 960})
    row = page.locator(".rows-register tr", has_text="Kích cầu tiêu dùng")
    assert row.locator("td").evaluate_all("cells => cells.every(one => getComputedStyle(one).display === 'table-cell')")
    expect(page.locator(".lists-finder")).to_be_hidden()
