"""From the store to one campaign result: the growth of a theme, and all that a careful comparison has to know."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pandas as pd

from dashboard.headlines import Point, ThemeFigures, theme_figures
from dashboard.sources import CUMULATIVE, SOURCES
from data.catalogue import catalogue
from data.observation import WHOLE_COUNTRY
from data.store import Store
from data.store.register import Campaign
from indicators.campaign_types import Break, CampaignPeriod, CampaignResult, Target
from indicators.campaigns import campaign_statement

MONTHS_IN_YEAR = 12


def period_of(campaign: Campaign) -> CampaignPeriod:
    """A campaign of the register as the statement needs it."""
    return CampaignPeriod(
        campaign.code,
        campaign.name,
        campaign.start,
        campaign.end,
        campaign.recurring,
        campaign.precision,
        bool(campaign.themes),
    )


def themes_of(campaign: Campaign) -> list[str]:
    """The themes that a campaign aims at; all four where the register names none."""
    return [theme for theme in campaign.themes if theme in SOURCES] or list(SOURCES)


def result_of(
    store: Store, campaign: Campaign, theme: str, area: str, *, today: date, as_of: date | None = None, looks: int = 1
) -> CampaignResult | None:
    """The statement about a campaign and the headline of a theme in an area; None where no growth is known there."""
    figures = theme_figures(store, theme, area, as_of=as_of, parts=False)
    if figures.total is None or not figures.total.growth():
        return None
    nation = None
    if area != WHOLE_COUNTRY:
        nation = _growth(theme_figures(store, theme, WHOLE_COUNTRY, as_of=as_of, parts=False))
    others = [
        period_of(one)
        for one in store.campaigns()
        if one.code != campaign.code and one.area in (area, WHOLE_COUNTRY) and one.start
    ]
    growth = _growth(figures)
    assert growth is not None
    return campaign_statement(
        period_of(campaign),
        growth,
        indicator=theme,
        area=area,
        today=today,
        levels=_series(figures.total.levels) if SOURCES[theme].has_level else None,
        cumulative_growth=_series(figures.total.rates.get(CUMULATIVE, {})),
        statuses=_statuses(figures.total.growth()),
        nation=nation,
        other_campaigns=others,
        breaks=_breaks(area),
        target=_target(campaign, theme),
        looks=looks,
    )


def _growth(figures: ThemeFigures) -> pd.Series | None:
    return _series(figures.total.growth()) if figures.total else None


def _series(points: Mapping[int, Point]) -> pd.Series:
    """Points by month ordinal as a monthly series without holes in its index."""
    if not points:
        return pd.Series(dtype=float, index=pd.PeriodIndex([], freq="M"))
    first, last = min(points), max(points)
    values = [points[m].value if m in points else float("nan") for m in range(first, last + 1)]
    return pd.Series(values, index=_months(first, last), dtype=float)


def _statuses(points: Mapping[int, Point]) -> pd.Series:
    first, last = min(points), max(points)
    return pd.Series(
        [points[m].status if m in points else "" for m in range(first, last + 1)], index=_months(first, last)
    )


def _months(first: int, last: int) -> pd.PeriodIndex:
    start = pd.Period(year=first // MONTHS_IN_YEAR, month=first % MONTHS_IN_YEAR + 1, freq="M")
    return pd.period_range(start, periods=last - first + 1, freq="M")


def _breaks(area: str) -> tuple[Break, ...]:
    known = catalogue().areas.get(area)
    if known is None:
        return ()
    return tuple(Break(pd.Period(change.date, "M"), "boundary", change.source) for change in known.changes)


def _target(campaign: Campaign, theme: str) -> Target | None:
    """The campaign's own target where it speaks of this theme."""
    if campaign.target_value is None or campaign.target_indicator not in (
        theme,
        *catalogue().themes[theme].indicators,
        catalogue().themes[theme].headline,
    ):
        return None
    return Target(campaign.target_value, is_growth=campaign.target_unit.strip().startswith("%"))
