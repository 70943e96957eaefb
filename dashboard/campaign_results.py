"""From the store to one campaign result: the growth of a theme, and all that a careful comparison has to know."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import pandas as pd

from dashboard.points import PERCENT, Point, point_of
from dashboard.sources import CUMULATIVE, SOURCES, YEAR_ON_YEAR
from dashboard.theme_figures import Line, ThemeFigures, theme_figures
from dashboard.yearly import years_of
from data.catalogue import catalogue
from data.observation import WHOLE_COUNTRY
from data.store import Store
from data.store.register import Campaign
from indicators.campaign_types import Break, CampaignPeriod, CampaignResult, Mode, Target
from indicators.campaigns import campaign_statement

MONTHS_IN_YEAR = 12


def period_of(campaign: Campaign, language: str = "vi") -> CampaignPeriod:
    """A campaign of the register as the statement needs it, named in a language."""
    return CampaignPeriod(
        campaign.code,
        campaign.name_in(language),
        campaign.start,
        campaign.end,
        campaign.recurring,
        campaign.precision,
        bool(campaign.themes),
    )


def themes_of(campaign: Campaign) -> list[str]:
    """The themes that a campaign aims at; none where the register names none: it is then compared with nothing."""
    return [theme for theme in campaign.themes if theme in SOURCES]


@dataclass(frozen=True, slots=True)
class Stated:
    """A result with the monthly growth that it rests on, for drawing, and the figures behind it, for tracing."""

    result: CampaignResult
    growth: pd.Series
    figures: ThemeFigures


class CampaignResults:
    """Results of campaigns from one store as known on a day; figures of a theme and area are read once."""

    def __init__(self, store: Store, *, today: date, as_of: date | None = None, language: str = "vi") -> None:
        self.store, self.today, self.as_of, self.language = store, today, as_of, language
        self._figures: dict[tuple[str, str], ThemeFigures] = {}
        self._campaigns = store.campaigns()

    def nearest(self, campaign: Campaign, theme: str, *, looks: int = 1, with_provinces: bool = False) -> Stated | None:
        """The result in the campaign's own area where figures are loaded, else for the nation; None without any."""
        for area in dict.fromkeys((campaign.area or WHOLE_COUNTRY, WHOLE_COUNTRY)):
            found = self.of(campaign, theme, area, looks=looks, with_provinces=with_provinces)
            if found is not None:
                return found
        return None

    def of(
        self, campaign: Campaign, theme: str, area: str, *, looks: int = 1, with_provinces: bool = False
    ) -> Stated | None:
        """The result about a campaign and the headline of a theme in an area; None where no growth is known there."""
        figures = self.figures(theme, area)
        growth, cumulative, period = _growth(figures), _cumulative(figures), period_of(campaign, self.language)
        by_year = period.mode in (Mode.YEARLY, Mode.OPEN_ENDED)
        known = cumulative if by_year and cumulative is not None and not cumulative.empty else growth
        if figures.total is None or growth is None or known is None or known.empty:
            return None
        nation = None if area == WHOLE_COUNTRY else self.figures(theme, WHOLE_COUNTRY)
        result = campaign_statement(
            period,
            growth,
            indicator=theme,
            area=area,
            today=self.today,
            levels=_series(figures.total.levels) if SOURCES[theme].has_level else None,
            cumulative_growth=cumulative,
            statuses=_statuses(figures.total.growth()),
            nation=None if nation is None else _growth(nation),
            nation_cumulative=None if nation is None else _cumulative(nation),
            others=self._provinces(theme, area) if with_provinces else None,
            other_campaigns=self._others(campaign, area),
            breaks=_breaks(area, SOURCES[theme].table),
            first_stated=self._first_stated(figures.total),
            target=_target(campaign, theme),
            looks=looks,
        )
        return Stated(result, growth, figures)

    def figures(self, theme: str, area: str) -> ThemeFigures:
        if (theme, area) not in self._figures:
            self._figures[theme, area] = theme_figures(self.store, theme, area, as_of=self.as_of, parts=False)
        return self._figures[theme, area]

    def _others(self, campaign: Campaign, area: str) -> list[CampaignPeriod]:
        """Other dated campaigns of the area or of the whole country."""
        return [
            period_of(one, self.language)
            for one in self._campaigns
            if one.code != campaign.code and one.area in (area, WHOLE_COUNTRY) and one.start
        ]

    def _provinces(self, theme: str, area: str) -> dict[str, pd.Series]:
        """Growth of the other provinces that are loaded; a nation is not held against its parts."""
        if area == WHOLE_COUNTRY:
            return {}
        named = {one.area for one in self.store.find_series(table=SOURCES[theme].table)} - {area, WHOLE_COUNTRY}
        found = {name: _growth(self.figures(theme, name)) for name in sorted(named)}
        return {name: growth for name, growth in found.items() if growth is not None and not growth.empty}

    def _first_stated(self, line: Line) -> pd.Series:
        """Growth on the same month as it was first released, in percent."""
        first: dict[int, float] = {}
        for one in line.item.rates.get(YEAR_ON_YEAR, ()):
            for point in map(point_of, self.store.first_rows([one.id], months=1, as_of=self.as_of)):
                first.setdefault(point.last, point.value - PERCENT if one.measure == "index" else point.value)
        return _monthly(first)


def _growth(figures: ThemeFigures) -> pd.Series | None:
    return _series(figures.total.growth()) if figures.total else None


def _cumulative(figures: ThemeFigures) -> pd.Series | None:
    """Growth of the months since January by the last of them; of whole years also where two of them say it."""
    if figures.total is None:
        return None
    whole = {one.last: one.growth for one in years_of(figures) if one.growth}
    return _series(dict(sorted({**whole, **figures.total.rates.get(CUMULATIVE, {})}.items())))


def _series(points: Mapping[int, Point]) -> pd.Series:
    return _monthly({month: point.value for month, point in points.items()})


def _monthly(values: Mapping[int, float]) -> pd.Series:
    """Values by month ordinal as a monthly series without holes in its index."""
    if not values:
        return pd.Series(dtype=float, index=pd.PeriodIndex([], freq="M"))
    first, last = min(values), max(values)
    return pd.Series([values.get(m, float("nan")) for m in range(first, last + 1)], index=_months(first, last))


def _statuses(points: Mapping[int, Point]) -> pd.Series | None:
    if not points:
        return None
    first, last = min(points), max(points)
    return pd.Series(
        [points[m].status if m in points else "" for m in range(first, last + 1)], index=_months(first, last)
    )


def _months(first: int, last: int) -> pd.PeriodIndex:
    start = pd.Period(year=first // MONTHS_IN_YEAR, month=first % MONTHS_IN_YEAR + 1, freq="M")
    return pd.period_range(start, periods=last - first + 1, freq="M")


def _breaks(area: str, table: str) -> tuple[Break, ...]:
    """Changes of the area's boundaries, and of the table's base or definition."""
    known = catalogue().areas.get(area)
    boundaries = known.changes if known else ()
    return (
        *(Break(pd.Period(change.date, "M"), "boundary", change.source) for change in boundaries),
        *(Break(pd.Period(one.start, "M"), one.kind.value, one.name) for one in catalogue().tables[table].breaks),
    )


def _target(campaign: Campaign, theme: str) -> Target | None:
    """The campaign's own target where it speaks of this theme."""
    if campaign.target_value is None or campaign.target_indicator not in (
        theme,
        *catalogue().themes[theme].indicators,
        catalogue().themes[theme].headline,
    ):
        return None
    return Target(campaign.target_value, is_growth=campaign.target_unit.strip().startswith("%"))
