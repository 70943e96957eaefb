"""How charts stand on small and on dark screens, measured where a browser draws them."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page

from dashboard.figures.plotly_chart import plotly_figure
from dashboard.figures.spec import ChartSpec, Kind, Series

pytestmark = pytest.mark.browser

NAMES = ("Cao su", "Gạo", "Điện thoại các loại và linh kiện", "Dầu thô")
DRAW = "figure => Plotly.react(document.querySelector('.js-plotly-plot'), figure.data, figure.layout)"
NUMBERS_WITHIN_NAMES = """() => {
  const plot = document.querySelector('.js-plotly-plot');
  const names = [...plot.querySelectorAll('.ytick text')].map(one => one.getBoundingClientRect());
  return [...plot.querySelectorAll('.bartext')].filter(one => {
    const number = one.getBoundingClientRect();
    return names.some(name => name.right > number.left && name.top < number.bottom && name.bottom > number.top);
  }).map(one => one.textContent);
}"""
DRAWN_LINES = """() => [...document.querySelectorAll('.spikeline')]
  .filter(one => getComputedStyle(one).display !== 'none').map(one => getComputedStyle(one).stroke)"""

PUT_CHART = """() => document.querySelector('.briefing-block').insertAdjacentHTML('afterbegin', `<figure>
  <div class="briefing-sheet"><img class="briefing-picture" alt="" width="640" height="320"></div></figure>`)
"""
"""Into the block of a sentence, since the store of the journeys has too few months for a chart."""


def ranking() -> dict[str, Any]:
    bars = Series("Tăng giảm", Kind.HORIZONTAL_BAR, (26.6, 12.6, -13.9, -53.8), "%")
    remarks = ("lên 1", "lên 12", "xuống 1", "giữ hạng")
    return plotly_figure(ChartSpec("hang", "Xếp hạng", "", NAMES, NAMES, (bars,), "%", "", remarks=remarks))


def test_numbers_of_a_ranking_keep_off_the_names_on_the_narrowest_phone(page: Page) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto("/chuyen-de/retail")
    page.wait_for_selector(".js-plotly-plot .main-svg")
    page.evaluate(DRAW, ranking())
    assert page.locator(".js-plotly-plot").first.locator(".bartext").count() == len(NAMES)
    assert page.evaluate(NUMBERS_WITHIN_NAMES) == []


def test_the_line_of_the_month_has_no_pale_edge_on_a_dark_screen(page: Page, address: str) -> None:
    page.context.add_cookies([{"name": "theme", "value": "dark", "url": address}])
    page.goto("/chuyen-de/retail")
    page.wait_for_selector(".js-plotly-plot .main-svg")
    page.locator(".js-plotly-plot .nsewdrag").first.hover()
    page.wait_for_selector(".spikeline", state="attached")
    assert page.evaluate(DRAWN_LINES) == ["rgb(192, 188, 178)"]


def test_charts_of_a_briefing_keep_a_legible_size_on_a_phone_and_scroll_in_their_box(page: Page) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto("/bao-cao?mau=monthly&ky=2024-11")
    page.wait_for_selector(".briefing-block")
    page.evaluate(PUT_CHART)
    assert page.locator(".briefing-sheet").evaluate("one => one.scrollWidth - one.clientWidth > 100")
    assert page.evaluate("document.documentElement.scrollWidth") == 360
