"""Figures of documents held against stored levels: computed where they can be, said to be only quoted where not."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from dashboard.published_check import NO_FIGURES, NOT_IN_TABLES, agrees, check
from data.catalogue import catalogue
from data.store import PublishedFigure, Store
from tests.dashboard.helpers import CPI, EXPORTS, RETAIL, RETAIL_GOODS, SAME, load, rate, stated

FACTS = Path(__file__).resolve().parents[3] / "shared" / "facts" / "published-figures.csv"
HANOI = "Hà Nội"


def figure(theme: str, measure: str, comparison: str, period: str, value: float, **more) -> PublishedFigure:
    given = {"item": "total", "precision": "stated", "area": HANOI, **more}
    return PublishedFigure(
        "X", theme=theme, measure=measure, comparison=comparison, period=period, value=value, **given
    )


def test_average_annual_growth_is_compound_over_the_years_after_the_base(empty_store: Store) -> None:
    goods = RETAIL_GOODS._replace(area=HANOI)
    load(empty_store, "2016-01-05", stated(goods, "2010", 100.0), stated(goods, "2015", 209.0))
    asked = figure("retail_sales", "growth", "average_annual", "2011/2015", 15.9, item="goods")
    found = check(empty_store, asked)
    assert (found.computed, found.agrees) == (pytest.approx(15.886, abs=0.001), True)


def test_the_share_of_the_nation_is_that_of_nine_months_of_2014(empty_store: Store) -> None:
    # Hà Nội 312 175 of 2 145 470 (DOMAIN.md B.5).
    for number, year in enumerate(range(2011, 2016)):
        figures = stated(RETAIL._replace(area=HANOI), str(year), 312_175.0), stated(RETAIL, str(year), 2_145_470.0)
        load(empty_store, f"2016-0{number + 1}-05", *figures)
    asked = figure("retail_sales", "share", "share_of_nation", "2011/2015", 14.5, precision="about")
    found = check(empty_store, asked)
    assert (found.computed, found.agrees) == (pytest.approx(14.55, abs=0.005), True)


def test_prices_of_a_year_are_the_geometric_mean_of_its_months(empty_store: Store) -> None:
    key = rate(CPI._replace(area=HANOI), SAME)
    load(empty_store, "2013-01-05", *(stated(key, f"2012-{m:02d}", 108.6) for m in range(1, 13)))
    assert check(empty_store, figure("consumer_price_index", "growth", "annual", "2012", 8.6)).agrees is True
    assert check(empty_store, figure("consumer_price_index", "growth", "annual", "2013", 6.4)).reason == NO_FIGURES


def test_a_level_is_the_printed_one_or_the_sum_of_its_months_and_growth_needs_one_release(empty_store: Store) -> None:
    key = EXPORTS._replace(area=HANOI)
    months = [stated(key, f"2010-{m:02d}", 10.0) for m in range(1, 8)]
    load(empty_store, "2010-08-05", *months, stated(key, "2009-01/2009-07", 50.0))
    value = check(empty_store, figure("goods_exports", "value", "none", "2010-01/2010-07", 70.0))
    assert (value.computed, value.agrees) == (70.0, True)
    growth = figure("goods_exports", "growth", "same_period_previous_year", "2010-01/2010-07", 26.2)
    assert check(empty_store, growth).reason == NO_FIGURES
    load(empty_store, "2010-09-05", stated(key, "2009-01/2009-07", 55.5), stated(key, "2010-01/2010-07", 70.0))
    assert check(empty_store, growth).computed == pytest.approx(26.126, abs=0.001)


@pytest.mark.parametrize(
    ("precision", "stated_value", "computed", "is_right"),
    [
        ("stated", 19.7, 19.74, True), ("stated", 19.7, 19.8, False), ("stated", 4.75, 4.754, True),
        ("more_than", 7600.0, 7650.0, True), ("more_than", 7600.0, 7500.0, False),
        ("nearly", 15.0, 14.8, True), ("nearly", 15.0, 15.2, False), ("about", 14.5, 14.55, True),
    ],
)  # fmt: skip
def test_agreement_means_what_the_words_of_the_document_allow(precision, stated_value, computed, is_right) -> None:
    assert (
        agrees(figure("retail_sales", "value", "none", "2009", stated_value, precision=precision), computed) is is_right
    )


def test_every_figure_of_the_articles_is_registered_and_none_is_computed_from_nothing(empty_store: Store) -> None:
    if not FACTS.exists():
        pytest.skip("the shared file published-figures.csv is not there")
    with FACTS.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    held = {one.wording: one for one in catalogue().published_figures.values()}
    for row in rows:
        one = held[row["wording"]]
        assert (one.value, one.period, one.precision) == (float(row["value"]), row["period"], row["precision"])
        registered = PublishedFigure(**{name: getattr(one, name) for name in ("code", "area", "theme", "indicator",
            "measure", "comparison", "period", "value", "unit", "precision", "wording", "item")})  # fmt: skip
        assert check(empty_store, registered).reason == (NO_FIGURES if one.item else NOT_IN_TABLES)
