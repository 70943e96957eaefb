"""What stands on paper and on the wall, in a real browser."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.test_dashboard_journeys import visit
from tests.journeys.waiting import becomes

pytestmark = pytest.mark.browser
FITS = """() => [...document.querySelectorAll('.js-plotly-plot')].map(plot =>
  plot.querySelector('.main-svg').getBoundingClientRect().right <=
  plot.closest('.card').getBoundingClientRect().right)"""


def test_paper_is_light_and_holds_whole_charts_whatever_the_screen_wears(page: Page, address: str) -> None:
    page.context.add_cookies([{"name": "theme", "value": "dark", "url": address}])
    visit(page, "/chuyen-de/retail")
    page.wait_for_selector(".js-plotly-plot .main-svg")
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    drawn = page.evaluate("JSON.stringify(document.querySelector('.js-plotly-plot').data)").upper()
    assert "#B8552B" in drawn and "#D2703E" not in drawn
    page.set_viewport_size({"width": 680, "height": 1009})
    assert set(page.evaluate(FITS)) == {True}
    page.emulate_media(media="screen")
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    assert "#D2703E" in page.evaluate("JSON.stringify(document.querySelector('.js-plotly-plot').data)").upper()


def test_on_paper_a_gap_is_named_only_where_its_words_have_room(page: Page) -> None:
    visit(page, "/chuyen-de/retail")
    page.wait_for_selector(".js-plotly-plot .main-svg")
    gaps = (("2020-01-01", "2022-12-31"), ("2023-04-01", "2023-06-30"))
    middles = ("2021-07-02", "2023-05-16")
    layout = {
        "meta": {"paper": True}, "width": 640, "height": 200,
        "xaxis": {"type": "date", "range": ["2020-01-01", "2024-12-31"]},
        "shapes": [{"type": "rect", "yref": "paper", "x0": a, "x1": b, "y0": 0, "y1": 1} for a, b in gaps],
        "annotations": [{"xref": "x", "yref": "paper", "x": x, "y": 0.5, "text": "Chưa có số liệu"} for x in middles],
    }  # fmt: skip
    draw = """layout => { const place = document.createElement('div'); document.body.append(place);
      return window.Plotly.newPlot(place, [{ x: ['2024-01-01'], y: [1] }], layout)
        .then(drawn => drawn.layout.annotations.map(one => one.x)); }"""
    assert page.evaluate(draw, layout) == ["2021-07-02"]


@pytest.mark.parametrize(("landscape", "width"), [(False, 595), (True, 842)])
def test_the_overview_takes_one_sheet_and_its_chart_another_either_way(page: Page, landscape: bool, width: int) -> None:
    visit(page, "/")
    page.wait_for_selector(".js-plotly-plot .main-svg")
    sheets = re.findall(rb"/MediaBox \[0 0 (\d+)", page.pdf(format="A4", landscape=landscape))
    assert [abs(int(one) - width) <= 1 for one in sheets] == [True, True]


def test_the_wall_keeps_its_last_frame_and_says_since_when_the_server_is_away(page: Page) -> None:
    """On a page of its own: a browser itself complains of requests that nobody answers."""
    wall = page.context.new_page()
    visit(wall, "/treo-tuong")
    wall.route("**/*", lambda route: route.abort())
    wall.evaluate("document.querySelector('[data-wall]').dataset.wall = 1")
    expect(wall.locator("#wall-lost")).to_have_text(re.compile(r"mất kết nối từ \d\d:\d\d"), timeout=10_000)
    assert wall.locator(".wall-frame:not(.away) .wall-figure").inner_text()
    wall.unroute_all()
    expect(wall.locator("#wall-lost")).to_have_text("", timeout=10_000)
    wall.close()


def test_the_keyboard_reaches_nothing_that_the_wall_covers(page: Page) -> None:
    visit(page, "/treo-tuong")
    page.keyboard.press("Tab")
    assert page.evaluate("!!document.activeElement.closest('.wall')")


def test_the_wall_is_paused_by_its_button_and_by_the_space_bar(page: Page) -> None:
    visit(page, "/treo-tuong")
    page.get_by_role("button", name="Bấm phím cách để dừng").click()
    expect(page.locator("[data-action=pause]")).to_have_text("Đang dừng; bấm phím cách để chạy tiếp")
    page.locator("[data-action=pause]").blur()
    page.keyboard.press("Space")
    expect(page.locator("[data-action=pause]")).to_have_text("Bấm phím cách để dừng")


def test_a_campaign_chosen_by_keyboard_marks_its_time_on_the_chart(page: Page) -> None:
    visit(page, "/chuyen-de/retail")
    page.wait_for_selector(".js-plotly-plot .main-svg")
    page.locator(".lane-list a").first.focus()
    shapes = "document.querySelector('.js-plotly-plot').layout.shapes.filter(s => s.name === 'pointed').length"
    assert becomes(page, f"{shapes} === 3")
    page.locator(".theme-tabs a").first.focus()
    assert becomes(page, f"{shapes} === 0")


def test_the_large_figure_of_the_wall_leads_to_its_cell_and_its_frame_waits_for_the_reader(page: Page) -> None:
    page.clock.install()
    visit(page, "/treo-tuong")
    frame = page.locator(".wall-frame").first
    frame.locator(".wall-figure a").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".drawer")).to_contain_text("C7")
    assert page.evaluate("!!document.elementFromPoint(innerWidth - 200, 200).closest('.drawer')")
    page.clock.run_for(21_000)
    expect(frame).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator(".drawer")).to_be_hidden()
    assert page.url.endswith("/treo-tuong")
    page.evaluate("document.activeElement.blur()")
    page.clock.run_for(21_000)
    expect(frame).to_be_hidden()
