"""Where each caution of a campaign statement begins and where it ends."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

import pandas as pd
import pytest

from indicators.campaign_types import Break, CampaignPeriod, Weight, Window
from indicators.guards import Scene, all_guards, months_of, months_outside

CAMPAIGN = CampaignPeriod("TD-1", "Đợt thi đua", date(2018, 7, 1), date(2018, 10, 31))


def window(months: pd.PeriodIndex) -> Window:
    return Window(months[0], months[-1], len(months), mean=8.0, missing=0)


def scene(campaign: CampaignPeriod = CAMPAIGN, *, estimates: int = 0, **more) -> Scene:
    """A campaign with nothing to be said about it, but for what is given."""
    months = months_of(campaign)
    growth = pd.Series(8.0, index=pd.period_range("2004-01", "2024-12", freq="M"))
    calm = Scene(
        campaign=campaign, growth=growth, before=window(months - len(months)),
        during=replace(window(months), estimates=estimates), after=None, statuses=None, others=(), breaks=(),
        first_stated=None, looks=1, today=date(2024, 12, 31),
    )  # fmt: skip
    return replace(calm, **more)


def found(one: Scene) -> dict[str, Weight]:
    return {guard.code: guard.weight for guard in all_guards(one)}


def between(start: str, end: str) -> CampaignPeriod:
    return replace(CAMPAIGN, start=date.fromisoformat(start), end=date.fromisoformat(end))


def test_a_campaign_of_whole_months_in_quiet_times_needs_no_caution():
    assert found(scene()) == {}


@pytest.mark.parametrize(
    ("period", "matters"), [("2017-03", False), ("2017-04", True), ("2018-10", True), ("2018-11", False)]
)
def test_a_break_matters_from_its_month_until_all_growth_compares_within_the_new_series(period, matters):
    broken = scene(breaks=[Break(pd.Period(period, "M"), "base")])
    assert ("break_base" in found(broken)) is matters


@pytest.mark.parametrize(
    ("count", "code"), [(0, None), (1, "some_estimates"), (2, "some_estimates"), (3, "many_estimates")]
)
def test_estimates_lower_the_verdict_where_they_are_more_than_half_of_the_months(count, code):
    assert list(found(scene(estimates=count))) == ([code] if code else [])


def test_a_campaign_runs_until_the_end_of_its_last_day():
    assert "still_running" in found(scene(today=date(2018, 10, 30)))
    assert "still_running" not in found(scene(today=date(2018, 10, 31)))


@pytest.mark.parametrize(("days", "weight"), [(61, Weight.LOWERS), (62, Weight.BLOCKS)])
def test_another_campaign_over_half_of_the_days_takes_the_verdict_away(days, weight):
    own = between("2018-07-01", "2018-11-01")  # 124 days
    other = replace(own, code="TD-2", end=own.start + timedelta(days - 1))
    assert found(scene(own, others=[other]))["overlap"] is weight


@pytest.mark.parametrize("change", [{"is_measurable": False}, {"code": CAMPAIGN.code}, {"start": None}])
def test_campaigns_without_a_target_or_dates_overlap_with_nothing(change):
    assert found(scene(others=[replace(CAMPAIGN, **{"code": "TD-2", **change})])) == {}


@pytest.mark.parametrize(
    ("start", "end", "is_part"),
    [("2018-07-02", "2018-10-31", True), ("2018-07-01", "2018-10-30", True), ("2018-07-01", "2018-10-31", False)],
)
def test_a_day_missing_at_either_end_makes_parts_of_months(start, end, is_part):
    assert ("part_months" in found(scene(between(start, end)))) is is_part


def test_days_are_no_matter_where_only_the_month_is_known():
    assert found(scene(replace(between("2018-07-02", "2018-10-30"), precision="month"))) == {}


@pytest.mark.parametrize(
    ("start", "end", "splits"),
    [
        ("2018-10-01", "2019-01-31", True),  # ends with January
        ("2018-05-01", "2018-07-31", True),  # the months before begin with February
        ("2018-01-01", "2018-03-31", False),
        ("2018-07-01", "2018-10-31", False),
    ],
)
def test_january_without_february_or_the_reverse_splits_the_pair(start, end, splits):
    assert ("tet_split" in found(scene(between(start, end)))) is splits


@pytest.mark.parametrize(("month", "points", "matters"), [("2018-08", 0.5, True), ("2018-08", 0.49, False)])
def test_revisions_matter_from_half_a_point(month, points, matters):
    one = scene()
    first = one.growth.copy()
    first[month] += points
    assert ("revised" in found(replace(one, first_stated=first))) is matters


def test_two_looks_at_one_campaign_are_many():
    assert found(scene(looks=2)) == {"multiple_looks": Weight.LOWERS}


@pytest.mark.parametrize(
    ("start", "end", "is_named"),
    [
        ("2008-06-01", "2008-08-31", False),
        ("2008-07-01", "2008-09-30", True),
        ("2010-03-01", "2010-05-31", True),  # the months before reach back into December 2009
        ("2010-04-01", "2010-06-30", False),
    ],
)
def test_a_shock_is_named_where_it_touches_the_months_compared(start, end, is_named):
    assert ("shock_crisis_2008" in found(scene(between(start, end)))) is is_named


@pytest.mark.parametrize(
    ("start", "end", "months"),
    [
        ("2018-04-16", "2018-06-15", ["2018-04", "2018-05", "2018-06"]),  # half of April and of June
        ("2018-04-17", "2018-06-14", ["2018-05"]),
        ("2018-04-25", "2018-05-05", ["2018-04", "2018-05"]),
    ],
)
def test_a_month_counts_from_half_its_days_and_all_do_where_none_has_half(start, end, months):
    assert [str(month) for month in months_of(between(start, end))] == months


def outside(campaigns: Iterable[CampaignPeriod]) -> list[bool]:
    return months_outside(pd.period_range("2018-06", "2018-08", freq="M"), campaigns)


def test_months_lie_outside_all_but_campaigns_with_a_target_and_an_outside():
    assert outside([CAMPAIGN]) == [True, False, False]
    assert outside([replace(CAMPAIGN, is_measurable=False)]) == [True] * 3
    assert outside([between("2018-01-01", "2018-12-31"), replace(CAMPAIGN, end=None)]) == [True] * 3
