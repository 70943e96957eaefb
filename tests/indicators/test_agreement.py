"""Published growth against growth computed again: the rules, and that the document explains every cause."""

from __future__ import annotations

import re
from pathlib import Path

import indicators
from data.observation import Comparison, Measure, Observation, Origin
from data.period import Period
from tests.reports import _growth_causes
from tests.reports.growth_agreement import compared

DOCUMENT = " ".join((Path(indicators.__file__).parent / "AGREEMENT.md").read_text(encoding="utf-8").split())


def level(value: float, month: Period, table: str = "retail_sales", **more) -> Observation:
    return Observation(table, "Tổng số", Measure.VALUE, Comparison.NONE, month, "Tỷ đồng", value, **more)


def growth(value: float, month: Period, comparison: Comparison, table: str = "retail_sales") -> Observation:
    return Observation(table, "Tổng số", Measure.INDEX, comparison, month, "%", value, origin=Origin("1", "C3"))


def price(value: float, month: Period, comparison: Comparison, base: str = "") -> Observation:
    return Observation("consumer_price_index", "Chung", Measure.INDEX, comparison, month, "%", value, base=base)


JULY, AUGUST, LAST_AUGUST = Period.month(2024, 7), Period.month(2024, 8), Period.month(2023, 8)


def test_growth_on_the_previous_month_is_compared_within_one_workbook():
    found = [("a", level(100.0, JULY)), ("a", level(104.0, AUGUST))]
    found += [("a", growth(104.0, AUGUST, Comparison.PREVIOUS_MONTH))]
    (row,) = compared(found)
    assert (row["basis"], row["agrees"], row["cause"]) == ("one_release", True, "agrees")


def test_a_level_of_an_earlier_workbook_is_named_as_such_and_its_restatement_as_the_cause():
    found = [("a", level(100.0, LAST_AUGUST)), ("b", level(110.04, AUGUST))]
    found += [("b", growth(112.3, AUGUST, Comparison.SAME_MONTH_PREVIOUS_YEAR))]
    (row,) = compared(found)
    assert row["basis"] == "two_releases" and row["recomputed"] == 110.04
    assert row["cause"] == "last year's level was revised after its last release here"


def test_prices_are_joined_over_a_change_of_base():
    change, before, then = Period.month(2020, 8), Period.month(2020, 7), Period.month(2019, 8)
    base, on_year, on_month = Comparison.BASE_PERIOD, Comparison.SAME_MONTH_PREVIOUS_YEAR, Comparison.PREVIOUS_MONTH
    found = [("a", price(114.0, then, base, "2014")), ("b", price(116.0, before, base, "2014"))]
    found += [("c", price(102.0, change, base, "2019")), ("c", price(100.5, change, on_month))]
    found += [("c", price(102.26, change, on_year))]
    rows = [row for row in compared(found) if row["comparison"] == on_year.value]
    # 116 x 1.005 = 116.58 on the old base; 116.58 / 114 = 102.26.
    assert [(row["basis"], row["agrees"]) for row in rows] == [("spliced", True)]


def test_an_average_of_prices_is_the_geometric_mean_of_its_months():
    months = [Period.month(2025, 1), Period.month(2025, 2)]
    on_year = Comparison.SAME_MONTH_PREVIOUS_YEAR
    found = [("a", price(103.6296, months[0], on_year)), ("b", price(102.9131, months[1], on_year))]
    found.append(("b", price(103.2707, Period(months[0].first, months[1].last), Comparison.SAME_PERIOD_PREVIOUS_YEAR)))
    rows = [row for row in compared(found) if row["basis"] == "average_rule"]
    assert [row["agrees"] for row in rows] == [True]


def test_every_cause_that_the_report_can_give_is_explained_in_the_document():
    source = Path(_growth_causes.__file__).read_text(encoding="utf-8")
    causes = re.findall(r'return "([^"]+)"', source) + re.findall(r'else "([^"]+)"', source)
    causes += re.findall(r'return "([^"]+)" if', source)
    assert len(set(causes)) >= 9
    assert [cause for cause in causes if f"*{cause}*" not in DOCUMENT] == []
