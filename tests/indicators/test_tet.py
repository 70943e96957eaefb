"""Dates of Tết against a published list, and its regressors by hand."""

from __future__ import annotations

from datetime import date

import pandas as pd
import pytest

from indicators import tet

PUBLISHED = {
    1976: "31/01", 1985: "21/01", 2007: "17/02", 2008: "07/02", 2009: "26/01", 2010: "14/02", 2011: "03/02",
    2012: "23/01", 2013: "10/02", 2014: "31/01", 2015: "19/02", 2016: "08/02", 2017: "28/01", 2018: "16/02",
    2019: "05/02", 2020: "25/01", 2021: "12/02", 2022: "01/02", 2023: "22/01", 2024: "10/02", 2025: "29/01",
    2026: "17/02", 2027: "06/02", 2028: "26/01", 2029: "13/02", 2030: "02/02", 2031: "23/01", 2032: "11/02",
    2033: "31/01", 2034: "19/02", 2035: "08/02",
}  # fmt: skip


@pytest.mark.parametrize(("year", "day"), PUBLISHED.items())
def test_tet_falls_on_the_published_day_also_where_china_differs(year, day):
    number, month = (int(part) for part in day.split("/"))
    assert tet.new_year(year) == date(year, month, number)


def test_tet_always_falls_between_20_january_and_21_february():
    assert all((1, 20) <= (tet.new_year(y).month, tet.new_year(y).day) <= (2, 21) for y in range(1900, 2100))


def test_the_two_weeks_before_tet_2025_lie_wholly_in_january_and_its_week_in_two_months():
    months = pd.period_range("2025-01", "2025-02", freq="M")
    share = tet.regressors(months) - tet.regressors(pd.period_range("2024-01", "2024-02", freq="M")).to_numpy()
    # 2024: Tết on 10 February, 5 of 14 days before it in January; 2025: 29 January, 3 of 7 days from it in January.
    assert share[tet.BEFORE].tolist() == pytest.approx([1 - 5 / 14, 0 - 9 / 14])
    assert share[tet.DURING].tolist() == pytest.approx([3 / 7, 4 / 7 - 1])


def test_the_regressors_have_no_level_over_the_years_of_centring():
    assert tet.regressors(pd.period_range("1976-01", "2050-12", freq="M")).mean().abs().max() < 1e-12
