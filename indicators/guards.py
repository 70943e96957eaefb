"""Cautions of a campaign statement: each looks at the inputs and gives a guard or nothing (DOMAIN.md D)."""

from __future__ import annotations

import calendar
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import pandas as pd

from indicators.campaign_types import Break, CampaignPeriod, Guard, Mode, Weight, Window
from indicators.periods import periods_of
from indicators.placebo import LONGEST_WINDOW, SHORTEST_WINDOW
from indicators.tet import new_year

FEWEST_MONTHS = 36
LARGEST_SHARE_OF_ESTIMATES = 0.5
LARGEST_OVERLAP = 0.5
SMALLEST_REVISION_POINTS = 0.5
HALF_A_MONTH = 0.5
SHOCKS: tuple[tuple[str, str, str], ...] = (
    ("crisis_2008", "2008-09", "2009-12"),
    ("inflation_2011", "2011-01", "2011-12"),
    ("covid", "2020-02", "2021-12"),
    ("mergers_2025", "2025-07", "2026-06"),
)


@dataclass(frozen=True, slots=True)
class Scene:
    """What the guards look at: the campaign, its three windows, and the series with what is known about it."""

    campaign: CampaignPeriod
    growth: pd.Series
    before: Window
    during: Window
    after: Window | None
    statuses: pd.Series | None
    others: Sequence[CampaignPeriod]
    breaks: Sequence[Break]
    first_stated: pd.Series | None
    looks: int
    today: date

    @property
    def span(self) -> pd.PeriodIndex:
        """The months before and during, over which like must be compared with like."""
        return pd.period_range(self.before.start, self.during.end, freq="M")


def all_guards(scene: Scene) -> tuple[Guard, ...]:
    """Every caution that applies, blocking ones first."""
    found = [guard for check in _CHECKS for guard in check(scene)]
    order = {Weight.BLOCKS: 0, Weight.LOWERS: 1, Weight.NOTE: 2}
    return tuple(sorted(found, key=lambda guard: order[guard.weight]))


def _no_target(scene: Scene) -> Iterable[Guard]:
    if not scene.campaign.is_measurable:
        yield Guard("no_economic_target", Weight.BLOCKS)


def _too_few_months(scene: Scene) -> Iterable[Guard]:
    if scene.during.months < SHORTEST_WINDOW:
        yield Guard("short_window", Weight.BLOCKS, {"needed": SHORTEST_WINDOW, "found": scene.during.months})
    known = int(scene.growth.notna().sum())
    if known < FEWEST_MONTHS:
        yield Guard("short_series", Weight.BLOCKS, {"needed": FEWEST_MONTHS, "found": known})


def _missing(scene: Scene) -> Iterable[Guard]:
    missing = scene.before.missing + scene.during.missing
    if missing:
        yield Guard("missing_months", Weight.BLOCKS, {"count": missing})


def _still_running(scene: Scene) -> Iterable[Guard]:
    end = scene.campaign.end
    if end is not None and end > scene.today:
        yield Guard("still_running", Weight.NOTE, {"end": end})


def _longer(scene: Scene) -> Iterable[Guard]:
    if campaign_months(scene.campaign) > LONGEST_WINDOW:
        yield Guard("longer_than_a_year", Weight.LOWERS, {"months": LONGEST_WINDOW})


def _breaks(scene: Scene) -> Iterable[Guard]:
    for change in scene.breaks:
        # The growth of a month compares with the month a year before, so a break matters for twelve months more.
        reach = change.period + 11
        if scene.before.start <= reach and change.period <= scene.during.end:
            yield Guard(f"break_{change.kind}", Weight.BLOCKS, {"period": change.period, "name": change.name})


def _estimates(scene: Scene) -> Iterable[Guard]:
    count, months = scene.during.estimates, scene.during.months
    if months and count == months:
        yield Guard("only_estimates", Weight.BLOCKS, {"count": count})
    elif count > LARGEST_SHARE_OF_ESTIMATES * months:
        yield Guard("many_estimates", Weight.LOWERS, {"count": count, "months": months})
    elif count:
        yield Guard("some_estimates", Weight.NOTE, {"count": count, "months": months})


def _overlap(scene: Scene) -> Iterable[Guard]:
    own = _days(scene.campaign, scene.today)
    for other in scene.others:
        if other.code == scene.campaign.code or not other.is_measurable or other.start is None:
            continue
        common = len(own & _days(other, scene.today))
        if own and common and other.mode is not Mode.WINDOWS:
            yield Guard("runs_always", Weight.NOTE, {"name": other.name})
        elif own and common:
            share = common / len(own)
            weight = Weight.BLOCKS if share >= LARGEST_OVERLAP else Weight.LOWERS
            yield Guard("overlap", weight, {"name": other.name, "share": 100 * share})


def _part_months(scene: Scene) -> Iterable[Guard]:
    campaign = scene.campaign
    if campaign.precision != "day" or campaign.start is None or campaign.end is None:
        return
    last_day = calendar.monthrange(campaign.end.year, campaign.end.month)[1]
    if campaign.start.day > 1 or campaign.end.day < last_day:
        yield Guard("part_months", Weight.LOWERS, {"start": campaign.start, "end": campaign.end})


def _tet(scene: Scene) -> Iterable[Guard]:
    windows = [w for w in (scene.before, scene.during) if w.months]
    if any(_splits_pair(window) for window in windows):
        yield Guard("tet_split", Weight.LOWERS)
    elif any(new_year(y).month != new_year(y - 1).month for window in windows for y in _tet_years(window)):
        yield Guard("tet_moves", Weight.NOTE)


def _splits_pair(window: Window) -> bool:
    """Whether January or February stands in the window without the other."""
    return window.start.month == 2 or window.end.month == 1


def _tet_years(window: Window) -> set[int]:
    months = pd.period_range(window.start, window.end, freq="M")
    return {int(month.year) for month in months if month.month <= 2}


def _revised(scene: Scene) -> Iterable[Guard]:
    if scene.first_stated is None:
        return
    span = scene.span
    moved = (scene.growth.reindex(span) - scene.first_stated.reindex(span)).abs()
    largest = moved.max()
    if pd.notna(largest) and largest >= SMALLEST_REVISION_POINTS:
        yield Guard("revised", Weight.LOWERS, {"points": float(largest), "count": int((moved > 0).sum())})


def _looks(scene: Scene) -> Iterable[Guard]:
    if scene.looks > 1:
        yield Guard("multiple_looks", Weight.LOWERS, {"count": scene.looks})


def _shocks(scene: Scene) -> Iterable[Guard]:
    for name, start, end in SHOCKS:
        if pd.Period(start, "M") <= scene.during.end and scene.before.start <= pd.Period(end, "M"):
            yield Guard(f"shock_{name}", Weight.NOTE)


_CHECKS = (
    _no_target, _too_few_months, _missing, _still_running, _longer, _breaks, _estimates,
    _overlap, _part_months, _tet, _revised, _looks, _shocks,
)  # fmt: skip


def campaign_months(campaign: CampaignPeriod) -> int:
    """Number of months that count as campaign months, 0 for a campaign without dates."""
    return len(months_of(campaign))


def months_of(campaign: CampaignPeriod) -> pd.PeriodIndex:
    """Months of which at least half the days lie in the campaign; all touched months when none does."""
    if campaign.start is None or campaign.end is None:
        return pd.PeriodIndex([], freq="M")
    touched = pd.period_range(campaign.start, campaign.end, freq="M")
    if campaign.precision != "day":
        return touched
    mostly = [month for month in touched if _covered(month, campaign.start, campaign.end) >= HALF_A_MONTH]
    return pd.PeriodIndex(mostly, freq="M") if mostly else touched


def _covered(month: pd.Period, start: date, end: date) -> float:
    first = max(month.start_time.date(), start)
    last = min(month.end_time.date(), end)
    return ((last - first).days + 1) / month.days_in_month


def _days(campaign: CampaignPeriod, today: date) -> set[date]:
    if campaign.start is None:
        return set()
    end = campaign.end or today
    return {campaign.start + timedelta(number) for number in range((end - campaign.start).days + 1)}


def months_outside(index: pd.PeriodIndex, campaigns: Iterable[CampaignPeriod]) -> list[bool]:
    """For each month whether it lies outside every measurable campaign that has an outside at all."""
    inside: set[pd.Period] = set()
    for campaign in campaigns:
        if campaign.is_measurable and campaign.mode is Mode.WINDOWS:
            inside.update(months_of(campaign))
    return [month not in inside for month in index]


def estimates_in(statuses: pd.Series | None, months: pd.PeriodIndex) -> int:
    """How many of the months are first estimates; 0 when no status is known."""
    if statuses is None:
        return 0
    periods_of(statuses)
    return int((statuses.reindex(months) == "estimate").sum())
