"""Shares, contributions, concentration, worked by hand."""

from __future__ import annotations

import math

import pandas as pd
import pytest

from indicators import contributions, shares


@pytest.fixture
def parts() -> pd.DataFrame:
    return pd.DataFrame({"a": [60.0, 66.0], "b": [40.0, 38.0]}, index=pd.period_range("2023", "2024", freq="Y"))


def test_hanoi_had_14_55_percent_of_national_retail_in_nine_months_of_2014(monthly):
    share = shares.share_of_nation(monthly("2014-09", [312175.0]), monthly("2014-09", [2145470.0]))
    assert share.iloc[0] == pytest.approx(14.55, abs=0.005)


def test_shares_sum_to_a_hundred_and_change_by_points(parts):
    structure = shares.shares(parts)
    assert structure.sum(axis=1).tolist() == pytest.approx([100.0, 100.0])
    assert shares.change_of_share(structure["a"], 1).iloc[1] == pytest.approx(100 * 66 / 104 - 60)
    assert shares.structure_change(structure, 1).iloc[1] == pytest.approx(100 * 66 / 104 - 60)


def test_a_missing_part_leaves_no_shares_without_a_published_total(parts):
    parts.loc[parts.index[1], "b"] = math.nan
    assert shares.shares(parts).iloc[1].isna().all()
    assert shares.shares(parts, pd.Series([100.0, 104.0], index=parts.index)).iloc[1]["a"] == pytest.approx(6600 / 104)


def test_concentration_of_sixty_and_forty_is_5200(parts):
    assert shares.concentration(shares.shares(parts)).iloc[0] == pytest.approx(5200.0)


def test_contributions_sum_to_the_growth_of_the_total(parts):
    adds = contributions.contributions(parts, periods=1)
    assert adds.iloc[1].tolist() == pytest.approx([6.0, -2.0])
    assert adds.iloc[1].sum() == pytest.approx(4.0)


def test_what_the_parts_do_not_cover_is_a_rest_so_that_the_sum_holds(parts):
    total = pd.Series([120.0, 132.0], index=parts.index)
    adds = contributions.contributions(parts, total, periods=1)
    assert adds.iloc[1].sum() == pytest.approx(10.0)
    assert adds.iloc[1][contributions.REST] == pytest.approx(100 * 8 / 120)


def test_the_share_of_a_growth_near_zero_is_hidden_whether_it_rises_or_falls():
    growth = pd.Series([0.3, -0.3, 0.5, -0.5])
    found = contributions.share_of_growth(pd.Series([0.2] * 4), growth)
    assert found.isna().tolist() == [True, True, False, False]
    assert found.iloc[2:].tolist() == pytest.approx([40.0, -40.0])
    assert math.isnan(contributions.share_of_growth(pd.Series([0.2]), 0.3).iloc[0])
    assert contributions.share_of_growth(pd.Series([8.4]), 8.6).iloc[0] == pytest.approx(97.674, abs=0.001)


def test_nothing_has_a_share_of_a_total_of_nothing_or_adds_to_it():
    parts = pd.DataFrame({"a": [1.0, 3.0], "b": [-1.0, 2.0]}, index=pd.period_range("2023", "2024", freq="Y"))
    assert shares.shares(parts).isna().iloc[0].all() and shares.shares(parts).notna().iloc[1].all()
    assert contributions.contributions(parts, periods=1).isna().all().all()


def test_a_share_that_is_missing_leaves_change_and_concentration_missing(parts):
    known = shares.shares(parts)
    known.loc[known.index[1], "b"] = math.nan
    assert shares.structure_change(known, 1).isna().iloc[1]
    assert shares.concentration(known).isna().tolist() == [False, True]
