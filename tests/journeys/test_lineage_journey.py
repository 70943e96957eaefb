"""From a number to its cell: by click, by key, from a point of a chart, and back."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.test_accessibility import fits, violations
from tests.journeys.test_dashboard_journeys import visit

pytestmark = pytest.mark.browser


def open_first_number(page: Page) -> None:
    visit(page, "/")
    page.locator(".theme-figure .figure-link").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_selector(".drawer #drawer-title")


def test_a_number_opens_a_panel_by_key_and_escape_gives_the_focus_back(page: Page) -> None:
    open_first_number(page)
    expect(page.locator(".drawer #drawer-title")).to_be_focused()
    expect(page.locator(".drawer")).to_contain_text("C7")
    assert "/so-lieu/" not in page.url
    page.keyboard.press("Escape")
    expect(page.locator(".drawer")).to_be_hidden()
    expect(page.locator(".theme-figure .figure-link").first).to_be_focused()


def test_the_panel_leads_to_the_whole_lineage(page: Page) -> None:
    open_first_number(page)
    page.locator(".drawer-foot a").click()
    page.wait_for_url("**/so-lieu/o/**")
    expect(page.locator(".drawer")).to_be_hidden()
    expect(page.locator(".facts b").first).to_have_text("C7")


def test_a_computed_number_leads_to_its_formula_and_on_to_a_cell(page: Page) -> None:
    visit(page, "/")
    page.locator('.rates a[href*="phep=mom"]').first.click()
    panel = page.locator(".drawer")
    expect(panel).to_contain_text("(562.002,9 ÷ 557.480,1 − 1) × 100 = +0,81%")
    panel.locator("table .figure-link").first.click()
    expect(panel.locator(".drawer-value")).to_have_text("557.480,1 tỷ đồng")


def test_a_point_of_a_chart_opens_the_panel_of_its_figure(page: Page) -> None:
    visit(page, "/")
    graph = page.locator("#overview-graph")
    graph.scroll_into_view_if_needed()
    page.wait_for_selector("#overview-graph .main-svg")
    place = page.evaluate(
        """() => { const plot = document.querySelector('#overview-graph .js-plotly-plot');
        const bars = plot.data.findIndex(t => t.type === 'bar' && t.customdata && t.customdata.some(Boolean));
        const at = plot.data[bars].customdata.findLastIndex(Boolean), axis = plot._fullLayout.xaxis;
        const box = plot.getBoundingClientRect(), y = plot._fullLayout.yaxis;
        return [box.left + axis._offset + axis.d2p(plot.data[bars].x[at]),
                box.top + y._offset + y.d2p(plot.data[bars].y[at]) + 4]; }"""
    )
    page.mouse.move(place[0], place[1])
    page.wait_for_timeout(300)
    page.mouse.click(place[0], place[1])
    expect(page.locator(".drawer .drawer-value")).to_have_text("562.002,9 tỷ đồng")


def test_what_was_said_and_why_it_differs_is_two_clicks_away(page: Page) -> None:
    visit(page, "/")
    page.get_by_role("link", name="Công bố lần đầu và nay").click()
    page.wait_for_url("**/so-lieu/so-sanh**")
    row = page.get_by_role("row").filter(has_text="545,7 nghìn tỷ đồng")
    expect(row).to_contain_text("557,5 nghìn tỷ đồng")
    expect(row).to_contain_text("2024-11-29.xlsx")
    row.locator(".figure-link").first.click()
    expect(page.locator(".drawer .drawer-value")).to_have_text("545.729,6 tỷ đồng")


def test_the_panel_is_accessible_in_both_themes_and_never_scrolls_sideways(page: Page, address: str) -> None:
    for theme in ("light", "dark"):
        page.context.add_cookies([{"name": "theme", "value": theme, "url": address}])
        open_first_number(page)
        assert violations(page) == [], theme
    for width in (768, 360):
        page.set_viewport_size({"width": width, "height": 800})
        assert fits(page), width
