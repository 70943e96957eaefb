"""One campaign and one indicator: everything that may be said, in one frozen result.

The result shows movement; it never says what moved it. Growth is in percent on the same month of last year, January
and February taken together; all differences are percentage points. Sources: DOMAIN.md D; the interval is that of
`placebo`, calibrated on windows of real series without a campaign.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

import numpy as np
import pandas as pd

from indicators import guards as guarding
from indicators import placebo
from indicators.campaign_types import (
    Against,
    Break,
    CampaignPeriod,
    CampaignResult,
    Change,
    Guard,
    Mode,
    Rank,
    Target,
    TargetProgress,
    Verdict,
    Weight,
    Window,
)
from indicators.campaign_years import YearGrowth, year_lines
from indicators.errors import TooShort
from indicators.growth import PERCENT, tet_pairs_of_growth
from indicators.periods import MONTHS_IN_YEAR, periods_of, without_gaps
from indicators.verdict import confidence_for, verdict_of

EARLIER_YEARS = (1, 2)


def campaign_statement(
    campaign: CampaignPeriod,
    growth: pd.Series,
    *,
    indicator: str,
    area: str,
    today: date,
    levels: pd.Series | None = None,
    cumulative_growth: pd.Series | None = None,
    statuses: pd.Series | None = None,
    nation: pd.Series | None = None,
    nation_cumulative: pd.Series | None = None,
    others: Mapping[str, pd.Series] | None = None,
    other_campaigns: Sequence[CampaignPeriod] = (),
    breaks: Sequence[Break] = (),
    first_stated: pd.Series | None = None,
    target: Target | None = None,
    looks: int = 1,
) -> CampaignResult:
    """The statement about `campaign` and the monthly `growth` (percent on the same month of last year) of an area.

    `levels` are flows behind the growth (for Tết pairs and a level target); `cumulative_growth` the year-to-date
    growth by month, `statuses` the status word of each month, `nation` (with its own `nation_cumulative`) and `others`
    growths to compare with,
    `first_stated` the growth as it was first released, `looks` how many indicators or windows were tried for this
    campaign. All series are monthly. Raises TypeError for another index.
    """
    mode = campaign.mode
    common = {
        "campaign": campaign, "indicator": indicator, "area": area, "mode": mode,
        "last_month": growth.last_valid_index(), "share_of_time": _share_of_time(campaign, today),
        "target": _target_progress(campaign, target, growth, levels),
    }  # fmt: skip
    if mode is not Mode.WINDOWS:
        own = YearGrowth(growth, levels, cumulative_growth)
        whole = None if nation is None else YearGrowth(nation, None, nation_cumulative)
        return _by_years(common, campaign, own, whole)
    paired = without_gaps(tet_pairs_of_growth(growth, levels))
    months = guarding.months_of(campaign)[: placebo.LONGEST_WINDOW]
    before, during, after = _three_windows(paired, months, statuses)
    scene = guarding.Scene(
        campaign, growth, before, during, after, statuses, other_campaigns, breaks, first_stated, looks, today
    )
    compared = {**({} if nation is None else {"nation": nation}), **(others or {})}
    return _by_windows(common, scene, paired, months, cumulative_growth, compared)


def _by_years(
    common: Mapping[str, object], campaign: CampaignPeriod, own: YearGrowth, whole: YearGrowth | None
) -> CampaignResult:
    """A campaign without an outside: nothing is compared but each of its years with the one before."""
    years = () if campaign.mode is Mode.UNDATED else year_lines(campaign, own, whole)
    guard = Guard(f"no_outside_{campaign.mode.value}", Weight.BLOCKS)
    return CampaignResult(**common, verdict=Verdict.NOT_COMPARABLE, guards=(guard,), years=years)  # type: ignore[arg-type]


def _by_windows(
    common: Mapping[str, object],
    scene: guarding.Scene,
    paired: pd.Series,
    months: pd.PeriodIndex,
    cumulative_growth: pd.Series | None,
    compared: Mapping[str, pd.Series],
) -> CampaignResult:
    """A campaign with months before and after it: the windows, the change with its usual range, and other areas."""
    before, during = scene.before, scene.during
    found = guarding.all_guards(scene)
    change, place = _estimate(paired, during, found, [scene.campaign, *scene.others], scene.looks)
    return CampaignResult(
        **common,  # type: ignore[arg-type]
        verdict=verdict_of(change, found),
        guards=found,
        months=during.months,
        before=before,
        during=during,
        after=scene.after,
        change=change,
        rank=place,
        earlier_years=tuple(
            (back, _window(paired, months - back * MONTHS_IN_YEAR, None).mean) for back in EARLIER_YEARS
        ),
        ytd_at_start=_at(cumulative_growth, months[0]),
        ytd_at_end=_at(cumulative_growth, months[-1]),
        against=tuple(_against(name, paired, series, before, during) for name, series in compared.items()),
    )


def _three_windows(
    growth: pd.Series, months: pd.PeriodIndex, statuses: pd.Series | None
) -> tuple[Window, Window, Window | None]:
    """Windows of the same length before, during and after; after only when all its months are known."""
    before = _window(growth, months - len(months), statuses)
    during = _window(growth, months, statuses)
    after = _window(growth, months + len(months), statuses)
    return before, during, after if after.missing == 0 else None


def _window(growth: pd.Series, months: pd.PeriodIndex, statuses: pd.Series | None) -> Window:
    values = growth.reindex(months)
    missing = int(values.isna().sum())
    return Window(
        start=months[0],
        end=months[-1],
        months=len(months),
        mean=float(values.mean()) if missing == 0 else None,
        missing=missing,
        estimates=guarding.estimates_in(statuses, months),
    )


def _estimate(
    growth: pd.Series, during: Window, found: Sequence[Guard], campaigns: Sequence[CampaignPeriod], looks: int
) -> tuple[Change | None, Rank | None]:
    """Change and rank, or nothing when a guard takes the verdict away."""
    if any(guard.weight is Weight.BLOCKS for guard in found):
        return None, None
    index = periods_of(growth)
    values = growth.to_numpy(dtype=np.float64)
    start = during.start.ordinal - index[0].ordinal
    outside = guarding.months_outside(index, campaigns)
    try:
        confidence = confidence_for(found, looks)
        change = placebo.measured_change(values, start, during.months, confidence=confidence)
        return change, placebo.rank(values, start, during.months, outside=outside)
    except TooShort:
        return None, None


def _against(name: str, growth: pd.Series, other: pd.Series, before: Window, during: Window) -> Against:
    lead = growth - tet_pairs_of_growth(other).reindex(growth.index)
    spans = (pd.period_range(window.start, window.end, freq="M") for window in (during, before))
    return Against(name, *(_window(lead, span, None).mean for span in spans))


def _at(series: pd.Series | None, month: pd.Period) -> float | None:
    value = None if series is None else series.get(month)
    return None if value is None or pd.isna(value) else float(value)


def _share_of_time(campaign: CampaignPeriod, today: date) -> float | None:
    """Percent of the campaign's days that have passed; None without both dates."""
    if campaign.start is None or campaign.end is None:
        return None
    days = (campaign.end - campaign.start).days + 1
    return PERCENT * min(max((today - campaign.start).days + 1, 0), days) / days


def _target_progress(
    campaign: CampaignPeriod, target: Target | None, growth: pd.Series, levels: pd.Series | None
) -> TargetProgress | None:
    if target is None:
        return None
    months = guarding.months_of(campaign)
    actual = _actual(months, target, growth, levels) if len(months) else None
    share = None if actual is None or target.is_growth or target.value <= 0 else PERCENT * actual / target.value
    return TargetProgress(
        target.value, actual, target.is_growth, share, None if actual is None else actual >= target.value
    )


def _actual(months: pd.PeriodIndex, target: Target, growth: pd.Series, levels: pd.Series | None) -> float | None:
    """Mean growth, or the sum of levels, of the campaign's months known so far without a gap; None before the first."""
    values = growth if target.is_growth else levels
    if values is None:
        return None
    known = values.reindex(months)
    last = known.last_valid_index()
    known = known[:last] if last is not None else known[:0]
    if known.empty or known.isna().any():
        return None
    return float(known.mean() if target.is_growth else known.sum())
