"""Whole years of a theme: what a year came to and how it moved, published as such where no table prints the months.

Growth is the published ratio wherever one is published, else it is computed from two years of one release.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from dashboard.charts import area_name, level_unit
from dashboard.derivations.derivation import Derivation
from dashboard.figures.spec import Band, ChartSpec, Kind, Panel, Series
from dashboard.formats import amount, number, percent
from dashboard.points import PERCENT, Point
from dashboard.producers import named_source, own_file
from dashboard.sources import CUMULATIVE
from dashboard.statements import moved
from dashboard.theme_figures import Line, ThemeFigures
from data.period import MONTHS_IN_YEAR, Period
from data.store import Store
from data.wording import say

FEWEST_YEARS = 2
ROLES = {"industry": "series1", "retail": "series2", "exports": "series3", "prices": "series4"}


@dataclass(frozen=True, slots=True)
class Year:
    """Twelve months together, by the ordinal of their December."""

    last: int
    level: Point | None
    growth: Point | None

    @property
    def number(self) -> int:
        return self.last // MONTHS_IN_YEAR

    @property
    def leading(self) -> Point | None:
        """What a sentence about the year begins with."""
        return self.growth or self.level


def years_of(figures: ThemeFigures) -> list[Year]:
    """The years of which a whole figure is published, the first to the last without holes; few are no series."""
    line = figures.total
    if line is None:
        return []
    rates = line.rates.get(CUMULATIVE, {})
    known = sorted({last for last in (*line.cumulative_levels, *rates) if last % MONTHS_IN_YEAR == MONTHS_IN_YEAR - 1})
    if len(known) < FEWEST_YEARS:
        return []
    of_months = {point.release_id for point in line.levels.values()}
    found = [_year(figures, line, last, of_months) for last in range(known[0], known[-1] + 1, MONTHS_IN_YEAR)]
    return found if found[-1].leading else []


def without_months(figures: ThemeFigures) -> list[Year]:
    """The years, where most of them have no month of their own: their months tell nothing that a chart could draw."""
    years, months = years_of(figures), {month // MONTHS_IN_YEAR for month in figures.months()}
    alone = [one for one in years if one.leading and one.number not in months]
    return years if len(alone) >= FEWEST_YEARS and 2 * len(alone) > len(years) else []


def _year(figures: ThemeFigures, line: Line, last: int, of_months: Collection[int]) -> Year:
    level = line.cumulative_levels.get(last)
    return Year(last, level, line.rate(CUMULATIVE, last) or _computed(figures, line, last, of_months))


def _computed(figures: ThemeFigures, line: Line, last: int, of_months: Collection[int]) -> Point | None:
    """Growth from two years that one table states; levels of different releases are never divided (DOMAIN A.9), nor
    those of a release that states months too: where it holds several years, it compiles releases of different days.
    """
    now, before = line.cumulative_levels.get(last), line.cumulative_levels.get(last - MONTHS_IN_YEAR)
    if now is None or before is None or now.release_id != before.release_id or before.value <= 0:
        return None
    if now.release_id in of_months:
        return None
    asked = Derivation(
        "yoy", Period(last, last), (now.series_id,), as_of=now.released, since_january=True, recorded=figures.recorded
    )
    return replace(now, value=PERCENT * (now.value / before.value - 1), derived=asked.query)


def year_sentence(figures: ThemeFigures, year: Year, language: str) -> str:
    """`Bán lẻ năm 2016 đạt 399,9 nghìn tỷ đồng, tăng 6,5% so với năm 2015`, as far as known."""
    level, growth = year.level, year.growth
    said = {
        "what": say(f"dashboard.theme.{figures.source.theme}.in_sentence", language),
        "year": year.number,
        "before": year.number - 1,
        "level": amount(level.value, figures.unit, language) if level else "",
        "moved": moved(growth.value, language) if growth else "",
    }
    kind = "reached" if level and growth else "level" if level else "growth"
    is_estimate = any(one and one.status == "estimate" for one in (level, growth))
    sentence = say(f"dashboard.yearly.{kind}{'_estimated' if is_estimate else ''}", language, **said)
    return sentence[:1].upper() + sentence[1:]


def year_numbers(figures: ThemeFigures, year: Year, language: str) -> list[tuple[str, str]]:
    """The numbers of the sentence as they stand in it, each with its trace."""
    level, growth = year.level, year.growth
    return [
        *([(amount(level.value, figures.unit, language), level.trace)] if level else []),
        *([(percent(abs(growth.value), 1, language), growth.trace)] if growth else []),
    ]


def yearly_chart(
    store: Store, figures: ThemeFigures, *, bands: Sequence[Band], language: str, as_of: date | None = None
) -> ChartSpec | None:
    """Growth above, the level below where there is one, campaigns under the years; None for too few years."""
    years = years_of(figures)
    if not years:
        return None
    levels, rates = [one.level for one in years], [one.growth for one in years]
    factor, unit = level_unit(figures, language)
    has_level, has_growth = any(levels), any(rates)
    both = has_level and has_growth
    theme = figures.source.theme
    growth, level = (say(f"dashboard.yearly.{key}", language, unit=unit) for key in ("growth_panel", "level_panel"))
    series = [
        Series(say("dashboard.yearly.rate", language), Kind.LINE, unit="%",
               role="series2" if both else ROLES[theme],
               panel=Panel.GROWTH if both else Panel.MAIN, **_columns(rates, 1.0)),
        Series(say(f"dashboard.theme.{theme}.total", language), Kind.BAR, unit=unit, **_columns(levels, factor)),
    ]  # fmt: skip
    newest = max((point for point in (*levels, *rates) if point), key=lambda point: (point.released, point.last))
    file = own_file(store, figures.area, newest.release_id)
    title = year_sentence(figures, years[-1], language)
    indicator = say(f"dashboard.theme.{theme}.indicator", language)
    area = area_name(figures.area, language)
    return ChartSpec(
        key=f"{theme}-years",
        title=title,
        subtitle=say("dashboard.yearly.subtitle", language, indicator=indicator, area=area),
        categories=tuple(str(one.number) for one in years),
        labels=tuple(str(one.number) for one in years),
        series=tuple(one for one, has in zip(series, (has_growth, has_level), strict=True) if has),
        unit="%" if has_growth else unit,
        source=named_source(figures.area, file, newest.released, language),
        note=say("dashboard.chart.note_estimate", language),
        released=newest.released,
        as_of=as_of,
        bands=tuple(bands),
        language=language,
        alt=f"{title}. {_told(years, language)}",
        panel_titles={Panel.GROWTH: growth, Panel.MAIN: level}
        if both
        else {Panel.MAIN: growth if has_growth else level},
        how=tuple(say(f"charts.how.{key}", language) for key in ("yearly", "vintages")),
    )


def _columns(points: Sequence[Point | None], factor: float) -> dict[str, Any]:
    return {
        "values": tuple(p.value / factor if p else None for p in points),
        "statuses": tuple(p.status if p else "" for p in points),
        "figure_ids": tuple(p.figure_id if p and not p.is_computed else "" for p in points),
        "derivations": tuple(p.derived if p else "" for p in points),
    }


def _told(years: Sequence[Year], language: str) -> str:
    """Every year with its growth, for those who do not see the picture."""
    return ", ".join(f"{one.number} {number(one.growth.value, 1, language)}%" for one in years if one.growth)
