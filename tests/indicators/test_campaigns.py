"""The campaign statement: windows, guards, verdicts, and what it refuses."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from indicators import guards
from indicators.campaign_types import Against, Break, CampaignPeriod, Mode, Target, Verdict, Weight
from indicators.campaigns import campaign_statement

TODAY = date(2019, 12, 31)
CAMPAIGN = CampaignPeriod("TD-1", "Đợt thi đua", date(2018, 7, 1), date(2018, 10, 31))


@pytest.fixture
def growth() -> pd.Series:
    months = pd.period_range("2014-01", "2019-12", freq="M")
    noise = np.random.default_rng(11).normal(0, 1, len(months))
    return pd.Series(8 + noise, index=months)


def state(growth: pd.Series, campaign: CampaignPeriod = CAMPAIGN, **more):
    return campaign_statement(campaign, growth, indicator="yoy", area="Hà Nội", today=TODAY, **more)


def codes(result) -> set[str]:
    return {guard.code for guard in result.guards}


def test_windows_before_during_and_after_have_the_same_length_and_hand_worked_means(growth):
    growth["2018-03":"2018-06"] = 5.0
    growth["2018-07":"2018-10"] = [6.0, 7.0, 8.0, 9.0]
    result = state(growth)
    assert (result.before.mean, result.during.mean) == (5.0, 7.5)
    assert [str(result.before.start), str(result.during.end), str(result.after.start)] == [
        "2018-03",
        "2018-10",
        "2018-11",
    ]
    assert result.change.change == pytest.approx(2.5)
    assert dict(result.earlier_years)[1] == pytest.approx(growth["2017-07":"2017-10"].mean())


def test_nothing_unusual_is_about_as_usual_and_the_range_holds_the_change(growth):
    result = state(growth)
    assert result.verdict is Verdict.AS_USUAL
    assert result.change.low <= result.change.change <= result.change.high
    assert result.rank.windows > 30 and 1 <= result.rank.position <= result.rank.windows


@pytest.mark.parametrize(("added", "verdict"), [(12.0, Verdict.HIGHER), (-12.0, Verdict.LOWER)])
def test_a_change_far_outside_the_usual_range_is_said(growth, added, verdict):
    growth["2018-07":"2018-10"] += added
    result = state(growth)
    assert result.verdict is verdict
    assert result.rank.position == (1 if added > 0 else result.rank.windows)
    assert result.rank.at_least_as_large == 0


def test_many_looks_widen_the_interval_and_are_named(growth):
    once, often = state(growth), state(growth, looks=6)
    assert "multiple_looks" in codes(often)
    assert often.change.high - often.change.low > once.change.high - once.change.low


@pytest.mark.parametrize(
    ("campaign", "mode"),
    [
        (replace(CAMPAIGN, start=date(2018, 1, 1), end=date(2018, 12, 31)), Mode.YEARLY),
        (replace(CAMPAIGN, start=date(2016, 1, 1), end=date(2018, 12, 31), precision="year"), Mode.YEARLY),
        (replace(CAMPAIGN, start=date(2016, 5, 1), end=None), Mode.OPEN_ENDED),
    ],
)
def test_a_yearly_or_open_ended_campaign_has_years_and_no_windows_or_estimate(growth, campaign, mode):
    result = state(growth, campaign, nation=growth - 1)
    assert result.mode is mode and result.verdict is Verdict.NOT_COMPARABLE
    assert (result.before, result.during, result.after, result.change, result.rank) == (None,) * 5
    line = next(line for line in result.years if line.year == 2018)
    assert line.growth == pytest.approx(growth["2018"].mean())
    assert line.last_year == pytest.approx(growth["2017"].mean())
    assert line.nation == pytest.approx(growth["2018"].mean() - 1)


def test_a_campaign_without_a_date_shows_nothing(growth):
    result = state(growth, replace(CAMPAIGN, start=None))
    assert result.mode is Mode.UNDATED and result.years == ()


@pytest.mark.parametrize(
    ("more", "code", "verdict"),
    [
        ({"breaks": [Break(pd.Period("2018-08", "M"), "boundary")]}, "break_boundary", Verdict.NOT_COMPARABLE),
        ({"breaks": [Break(pd.Period("2017-09", "M"), "base")]}, "break_base", Verdict.NOT_COMPARABLE),
        (
            {"other_campaigns": [replace(CAMPAIGN, code="TD-2", name="Khác", start=date(2018, 8, 1))]},
            "overlap",
            Verdict.NOT_COMPARABLE,
        ),
    ],
)
def test_a_blocking_guard_takes_estimate_and_verdict_away(growth, more, code, verdict):
    result = state(growth, **more)
    assert code in codes(result) and result.verdict is verdict and result.change is None


def test_a_short_overlap_is_named_and_asks_for_a_wider_interval(growth):
    other = CampaignPeriod("TD-2", "Tháng khuyến mại", date(2018, 10, 1), date(2018, 11, 30))
    result = state(growth, other_campaigns=[other])
    guard = next(guard for guard in result.guards if guard.code == "overlap")
    assert guard.weight is Weight.LOWERS and guard.parameters["name"] == "Tháng khuyến mại"
    assert result.change.confidence == 0.99


def test_a_campaign_that_always_runs_is_only_noted(growth):
    always = CampaignPeriod("VD", "Cuộc vận động", date(2009, 7, 31), None)
    result = state(growth, other_campaigns=[always])
    assert "runs_always" in codes(result) and result.change is not None


def test_a_missing_month_is_not_enough_data(growth):
    growth["2018-09"] = np.nan
    result = state(growth)
    assert result.verdict is Verdict.NOT_ENOUGH_DATA and "missing_months" in codes(result)
    assert result.during.mean is None


def test_a_series_under_36_months_is_not_enough_data(growth):
    result = state(growth["2017-01":])
    assert "short_series" not in codes(result)
    assert state(growth["2017-02":]).verdict is Verdict.NOT_ENOUGH_DATA


def test_a_campaign_of_two_months_is_too_short(growth):
    result = state(growth, replace(CAMPAIGN, end=date(2018, 8, 31)))
    assert result.verdict is Verdict.NOT_ENOUGH_DATA and "short_window" in codes(result)


def test_a_campaign_of_estimates_only_is_not_enough_data_and_half_of_them_a_caution(growth):
    statuses = pd.Series("official", index=growth.index)
    statuses["2018-08":"2018-10"] = "estimate"
    assert "many_estimates" in codes(state(growth, statuses=statuses))
    statuses["2018-07"] = "estimate"
    result = state(growth, statuses=statuses)
    assert "only_estimates" in codes(result) and result.verdict is Verdict.NOT_ENOUGH_DATA


def test_revised_figures_are_named_with_the_largest_revision(growth):
    first = growth.copy()
    first["2018-08"] -= 1.5
    guard = next(g for g in state(growth, first_stated=first).guards if g.code == "revised")
    assert guard.parameters["points"] == pytest.approx(1.5) and guard.parameters["count"] == 1


def test_days_that_do_not_fill_months_are_named_and_months_mostly_outside_left_out(growth):
    result = state(growth, replace(CAMPAIGN, start=date(2018, 6, 20), end=date(2018, 10, 20)))
    assert "part_months" in codes(result) and str(result.during.start) == "2018-07"


def test_a_window_that_splits_january_from_february_is_named_and_the_pair_is_compared_together(growth):
    growth["2018-01"], growth["2018-02"] = 20.0, -10.0
    result = state(growth, replace(CAMPAIGN, start=date(2018, 2, 1), end=date(2018, 4, 30)))
    assert "tet_split" in codes(result)
    assert result.during.mean == pytest.approx((5.0 + growth["2018-03"] + growth["2018-04"]) / 3)


def test_a_campaign_that_runs_on_says_so(growth):
    running = replace(CAMPAIGN, end=date(2020, 3, 31), start=date(2019, 10, 1))
    assert "still_running" in codes(state(growth, running))


def test_only_the_first_twelve_months_of_a_longer_campaign_are_compared(growth):
    result = state(growth, replace(CAMPAIGN, start=date(2017, 3, 1), end=date(2018, 9, 30)))
    guard = next(guard for guard in result.guards if guard.code == "longer_than_a_year")
    assert guard.weight is Weight.LOWERS and result.months == 12


def test_a_tet_that_moved_to_another_month_is_noted(growth):
    # 2017: 28 January; 2018: 16 February.
    result = state(growth, replace(CAMPAIGN, start=date(2018, 1, 1), end=date(2018, 3, 31)))
    assert "tet_moves" in codes(result) and "tet_split" not in codes(result)


def test_some_estimates_are_noted(growth):
    statuses = pd.Series("official", index=growth.index)
    statuses["2018-10"] = "estimate"
    guard = next(g for g in state(growth, statuses=statuses).guards if g.code == "some_estimates")
    assert (guard.weight, guard.parameters["count"]) == (Weight.NOTE, 1)


@pytest.mark.parametrize(
    ("start", "code"),
    [("2008-11", "crisis_2008"), ("2011-05", "inflation_2011"), ("2020-06", "covid"), ("2025-08", "mergers_2025")],
)
def test_a_shock_of_the_time_is_named(start, code):
    months = pd.period_range("2005-01", "2026-06", freq="M")
    steady = pd.Series(8 + np.random.default_rng(3).normal(0, 1, len(months)), index=months)
    first = pd.Period(start, "M")
    during = replace(CAMPAIGN, start=first.start_time.date(), end=(first + 3).end_time.date())
    assert f"shock_{code}" in codes(state(steady, during))


def test_every_guard_of_the_code_is_seen_to_fire_in_these_tests():
    source = Path(guards.__file__).read_text(encoding="utf-8")
    tested = Path(__file__).read_text(encoding="utf-8")
    assert {code for code in re.findall(r'Guard\("(\w+)"', source) if f'"{code}"' not in tested} == set()


def test_a_campaign_without_an_economic_target_is_not_compared(growth):
    result = state(growth, replace(CAMPAIGN, is_measurable=False))
    assert result.verdict is Verdict.NOT_COMPARABLE and "no_economic_target" in codes(result)


def test_target_time_and_the_nation_are_stated(growth):
    levels = pd.Series(100.0, index=growth.index)
    nation = growth - 2
    result = state(growth, levels=levels, nation=nation, target=Target(500.0), cumulative_growth=growth)
    assert result.target.share == pytest.approx(80.0) and result.target.is_reached is False
    assert result.share_of_time == 100.0
    assert result.against[0].name == "nation" and result.against[0].during == pytest.approx(2.0, abs=0.01)
    assert result.ytd_at_end == pytest.approx(growth["2018-10"])


@pytest.mark.parametrize(("today", "percent"), [("2018-06-30", 0), ("2018-07-01", 10), ("2018-07-10", 100)])
def test_the_time_that_passed_counts_the_first_day_and_ends_with_the_last(growth, today, percent):
    ten_days = replace(CAMPAIGN, end=date(2018, 7, 10))
    result = campaign_statement(ten_days, growth, indicator="yoy", area="Hà Nội", today=date.fromisoformat(today))
    assert result.share_of_time == pytest.approx(percent)


@pytest.mark.parametrize(
    ("target", "share", "is_reached"),
    [
        (Target(400.0), 100.0, True),
        (Target(400.1), 100 * 400 / 400.1, False),
        (Target(0.0), None, True),
        (Target(8.0, is_growth=True), None, True),
        (Target(8.1, is_growth=True), None, False),
    ],
)
def test_a_target_is_reached_at_its_very_value_and_only_a_level_has_a_share(growth, target, share, is_reached):
    growth[:] = 8.0
    found = state(growth, levels=pd.Series(100.0, index=growth.index), target=target).target
    assert (found.share, found.is_reached) == (pytest.approx(share), is_reached)


def test_a_month_missing_within_a_campaign_leaves_its_target_undecided(growth):
    levels = pd.Series(100.0, index=growth.index).drop(pd.Period("2018-08", "M"))
    found = state(growth, levels=levels, target=Target(300.0)).target
    assert (found.actual, found.share, found.is_reached) == (None, None, None)


def test_the_months_after_are_told_once_all_of_them_are_known(growth):
    assert state(growth, replace(CAMPAIGN, start=date(2019, 5, 1), end=date(2019, 8, 31))).after is not None
    assert state(growth, replace(CAMPAIGN, start=date(2019, 6, 1), end=date(2019, 9, 30))).after is None


def test_a_campaign_known_by_its_years_alone_has_no_outside():
    assert replace(CAMPAIGN, precision="year").mode is Mode.YEARLY


def test_the_growth_of_a_year_is_the_published_one_where_there_is_one(growth):
    published = pd.Series(7.7, index=growth.index)
    whole_year = replace(CAMPAIGN, start=date(2018, 1, 1), end=date(2018, 12, 31))
    (line,) = state(growth, whole_year, cumulative_growth=published).years
    assert (line.growth, line.last_year) == (7.7, 7.7)


@pytest.mark.parametrize(
    ("during", "before", "change"),
    [(3.0, 1.0, 2.0), (1.0, 3.0, -2.0), (0.0, 1.0, -1.0), (3.0, None, None), (None, 1.0, None)],
)
def test_the_change_of_a_lead_is_unknown_where_one_side_is(during, before, change):
    assert Against("Cả nước", during, before).change == change
