"""Neutral charts of a theme: what is drawn, from its figures."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from dashboard.figures.spec import Band, ChartSpec, Kind, Panel, Series
from dashboard.findings import headline_title
from dashboard.formats import month_short, number, unit_name
from dashboard.points import Point
from dashboard.producers import source_of
from dashboard.sources import CUMULATIVE, YEAR_ON_YEAR
from dashboard.theme_figures import Line, ThemeFigures
from data.observation import WHOLE_COUNTRY
from data.period import MONTHS_IN_YEAR, Period
from data.wording import say

BILLIONS_PER_THOUSAND = 1000
RATES = {"growth": YEAR_ON_YEAR, "cumulative": CUMULATIVE}
SCALED_UNITS = {"tỷ đồng": "thousand_billion_dong", "triệu usd": "thousand_million_usd"}


def headline_chart(
    figures: ThemeFigures,
    last: int,
    *,
    months: int,
    bands: Sequence[Band],
    language: str,
    rate: str = "growth",
    as_of: date | None = None,
) -> ChartSpec:
    """Growth above, the level below where the theme has one, campaigns under the months."""
    line = figures.total
    theme = figures.source.theme
    span = range(max(last - months + 1, _first(figures)), last + 1)
    comparison = RATES[rate]
    series = [] if line is None else _growth(line, comparison, span, language, figures)
    if line and line.levels and rate == "growth":
        series.append(_level(line, span, figures, language))
    name = say(f"dashboard.theme.{theme}.name", language)
    title = headline_title(line, last, theme, figures.unit, language, comparison) if line else name
    has_level = any(one.panel == Panel.MAIN for one in series) and len(series) > 1
    levels = [p for m in span if has_level and line and (p := line.levels.get(m))]
    released = max((p.released for p in (*_points(line, comparison, span), *levels)), default=None)
    spec = ChartSpec(
        key=f"{theme}-{rate}",
        title=title,
        subtitle=_subtitle(theme, figures.area, language),
        categories=tuple(str(Period(m, m)) for m in span),
        labels=tuple(month_short(m, language) for m in span),
        series=tuple(series),
        unit="%",
        source=source_of(figures, released, language),
        note=_note(line, last, language),
        released=released,
        as_of=as_of,
        bands=tuple(bands),
        language=language,
        alt=_alt(title, line, comparison, span, language),
        panel_titles=_panel_titles(has_level, rate, figures, language),
        how=_how(figures, rate, language, has_level=has_level),
    )
    return spec


def _how(figures: ThemeFigures, rate: str, language: str, *, has_level: bool) -> tuple[str, ...]:
    """Formulas of a headline chart; an average of prices is no sum, and prices are final when published."""
    is_final = figures.source.is_final
    keys = ["cumulative_prices" if rate == "cumulative" and figures.source.theme == "prices" else rate]
    keys += ["level"] if has_level else []
    keys += ["vintages"] if is_final else ["vintages", "certainty"]
    return tuple(say(f"charts.how.{key}", language) for key in keys)


def _note(line: Line | None, last: int, language: str) -> str:
    """How to read certainty; and where a level was revised but its rate was not published again, that too."""
    words = say("dashboard.chart.note_estimate", language)
    level, rate = (line.levels.get(last), line.growth().get(last)) if line else (None, None)
    if level and rate and level.release_id != rate.release_id:
        words += f". {say('dashboard.chart.note_first', language)}"
    return words


def _first(figures: ThemeFigures) -> int:
    months = figures.months()
    return months[0] if months else 0


def _points(line: Line | None, comparison: str, span: range) -> list[Point]:
    return [p for m in span if line and (p := line.rate(comparison, m))]


def _growth(line: Line, comparison: str, span: range, language: str, figures: ThemeFigures) -> list[Series]:
    points = [line.rate(comparison, month) for month in span]
    has_level = bool(line.levels) and comparison == YEAR_ON_YEAR
    name = say("dashboard.rate.same_long" if comparison == YEAR_ON_YEAR else "dashboard.rate.long_cumulative", language)
    return [
        Series(
            name=name[:1].upper() + name[1:],
            kind=Kind.LINE,
            unit="%",
            role="series2" if has_level else _role(figures),
            panel=Panel.GROWTH if has_level else Panel.MAIN,
            **_columns(points),
        )
    ]


def _role(figures: ThemeFigures) -> str:
    return {"industry": "series1", "retail": "series2", "exports": "series3", "prices": "series4"}[figures.source.theme]


def _columns(points: Sequence[Point | None], scale: Callable[[float], float] = float) -> dict[str, Any]:
    return {
        "values": tuple(scale(p.value) if p else None for p in points),
        "statuses": tuple(p.status if p else "" for p in points),
        "figure_ids": tuple(p.figure_id if p else "" for p in points),
    }


def _level(line: Line, span: range, figures: ThemeFigures, language: str) -> Series:
    factor, unit = level_unit(figures, language)
    points = [line.levels.get(month) for month in span]
    return Series(
        name=say(f"dashboard.theme.{figures.source.theme}.total", language),
        kind=Kind.BAR,
        unit=unit,
        role="series1",
        panel=Panel.MAIN,
        **_columns(points, lambda value: value / factor),
    )


def level_unit(figures: ThemeFigures, language: str) -> tuple[float, str]:
    """What a level is divided by when shown, and the name of the unit then."""
    key = SCALED_UNITS.get(figures.unit.lower())
    return (
        (BILLIONS_PER_THOUSAND, say(f"dashboard.unit.{key}", language))
        if key
        else (1, unit_name(figures.unit, language))
    )


def _subtitle(theme: str, area: str, language: str) -> str:
    indicator = say(f"dashboard.theme.{theme}.indicator", language)
    return say("dashboard.chart.subtitle", language, indicator=indicator, area=area_name(area, language))


def area_name(area: str, language: str) -> str:
    """The area inside a sentence."""
    if area == WHOLE_COUNTRY:
        return say("dashboard.whole_country", language)
    return area_title(area, language)


def area_title(area: str, language: str) -> str:
    """The area standing alone, as in a list."""
    if language == "vi":
        return area
    from data.catalogue import catalogue

    known = catalogue().areas.get(area)
    return known.en if known else area


def _panel_titles(has_level: bool, rate: str, figures: ThemeFigures, language: str) -> dict[str, str]:
    growth = say("dashboard.chart.growth_panel" if rate == "growth" else "dashboard.chart.cumulative_column", language)
    if not has_level:
        return {Panel.MAIN: growth}
    return {
        Panel.GROWTH: growth,
        Panel.MAIN: say("dashboard.chart.level_panel", language, unit=level_unit(figures, language)[1]),
    }


def _alt(title: str, line: Line | None, comparison: str, span: range, language: str) -> str:
    points = _points(line, comparison, span)
    if not points:
        return title

    def shown(point: Point) -> str:
        return f"{month_short(point.last, language)} {number(point.value, 1, language)}%"

    high, low = max(points, key=lambda p: p.value), min(points, key=lambda p: p.value)
    return say(
        "dashboard.chart.alt",
        language,
        title=title,
        first=shown(points[0]),
        last=shown(points[-1]),
        highest=shown(high),
        lowest=shown(low),
    )


def season_rows(line: Line, last: int, years: int = 8) -> list[tuple[int, list[Point | None]]]:
    """Growth by year and month: (year, twelve points), newest year first; a year without figures between two that have
    some is shown empty, so that nobody reads past the gap."""
    newest = last // MONTHS_IN_YEAR
    rows = []
    for year in range(newest, newest - years, -1):
        points = [
            line.growth().get(year * MONTHS_IN_YEAR + m) if year * MONTHS_IN_YEAR + m <= last else None
            for m in range(12)
        ]
        rows.append((year, points))
    while rows and not any(rows[-1][1]):
        rows.pop()
    return rows
