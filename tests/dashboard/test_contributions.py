"""Contributions and structure: from levels and rates of one release, summing to what is published."""

from __future__ import annotations

import pytest

from dashboard.contributions import contributions_until
from dashboard.figures.plotly_chart import plotly_figure
from dashboard.sources import CUMULATIVE, YEAR_ON_YEAR
from dashboard.structure import structures
from dashboard.theme_charts import contributions_chart
from dashboard.theme_figures import theme_figures
from data.period import Period
from data.store import Store
from tests.dashboard.helpers import AREA, EXPORTS, RETAIL, RETAIL_GOODS, RETAIL_OTHER, SAME, load, rate, stated

OCTOBER, NOVEMBER = Period.parse("2024-10").last, Period.parse("2024-11").last
NEAREST_POINTS = 0.005


def test_contributions_and_rounding_sum_to_the_published_growth(store: Store) -> None:
    comparison, _, found = contributions_until(store, theme_figures(store, "retail", AREA), NOVEMBER)
    one = found[NOVEMBER]
    assert comparison == CUMULATIVE
    assert one.parts["goods"] == pytest.approx(6.80, abs=0.005)
    assert sum(one.parts.values()) + one.rest == pytest.approx(8.82)
    assert abs(one.rest) < 0.05


def test_the_drawn_stack_meets_the_line(store: Store) -> None:
    spec = contributions_chart(store, theme_figures(store, "retail", AREA), NOVEMBER, "vi")
    assert spec is not None
    data = plotly_figure(spec)["data"]
    stack = sum(trace["y"][-1] for trace in data if trace["type"] == "bar")
    assert stack == pytest.approx(8.82, abs=NEAREST_POINTS)


def test_a_level_that_was_revised_is_taken_as_the_release_of_its_rate_said_it(empty_store: Store) -> None:
    first = (
        stated(RETAIL, "2024-10", 108.0, "estimate"), stated(rate(RETAIL, SAME), "2024-10", 108.0),
        stated(RETAIL_GOODS, "2024-10", 55.0, "estimate"), stated(rate(RETAIL_GOODS, SAME), "2024-10", 110.0),
        stated(RETAIL_OTHER, "2024-10", 53.0, "estimate"), stated(rate(RETAIL_OTHER, SAME), "2024-10", 106.0),
    )  # fmt: skip
    load(empty_store, "2024-10-29", *first)
    load(empty_store, "2024-11-29", stated(RETAIL_GOODS, "2024-10", 70.0), stated(RETAIL, "2024-10", 123.0))
    comparison, _, found = contributions_until(empty_store, theme_figures(empty_store, "retail", AREA), OCTOBER)
    assert comparison == YEAR_ON_YEAR
    assert found[OCTOBER].parts == pytest.approx({"goods": 5.0, "other_services": 3.0})


def test_single_months_are_drawn_over_the_turn_of_the_year(empty_store: Store) -> None:
    for period in ("2024-12", "2025-01", "2025-02"):
        both = (stated(RETAIL, period, 108.0), stated(rate(RETAIL, SAME), period, 108.0))
        parts = (stated(RETAIL_GOODS, period, 108.0), stated(rate(RETAIL_GOODS, SAME), period, 108.0))
        load(empty_store, f"{period}-28", *both, *parts)
    last = Period.parse("2025-02").last
    comparison, months, found = contributions_until(empty_store, theme_figures(empty_store, "retail", AREA), last)
    assert comparison == YEAR_ON_YEAR
    assert list(months) == [last - 2, last - 1, last] == sorted(found)


def test_parts_that_do_not_make_up_the_whole_have_no_contributions(store: Store) -> None:
    load(store, "2024-12-01", stated(EXPORTS._replace(item="domestic"), "2024-11", 10.0, "estimate"))
    _, _, found = contributions_until(store, theme_figures(store, "exports", AREA), NOVEMBER)
    assert found == {}


def test_shares_make_a_hundred_and_their_changes_nothing(store: Store) -> None:
    (one,) = structures(store, theme_figures(store, "retail", AREA), NOVEMBER)
    goods = one.shares[0]
    assert (goods.code, round(goods.now, 2), round(goods.before, 2)) == ("goods", 68.70, 67.96)
    assert sum(share.now for share in one.shares) == pytest.approx(100, abs=0.05)
    assert one.turned_over == pytest.approx(0.74, abs=0.02)


def test_without_levels_there_is_no_structure(store: Store) -> None:
    assert structures(store, theme_figures(store, "industry", AREA), NOVEMBER) == []
