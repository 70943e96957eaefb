"""Charts of a briefing from the figures of a theme: each maker gives a neutral chart, or None where figures lack."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import pairwise

from dashboard import formats
from dashboard.briefing.content_context import Context
from dashboard.briefing.safe_text import label
from dashboard.briefing_words import changes, titles
from dashboard.figures.spec import Band, ChartSpec, Kind, Panel, Series
from dashboard.points import Point
from dashboard.producers import source_of
from dashboard.sources import CUMULATIVE, YEAR_ON_YEAR
from dashboard.theme_figures import Line
from data.catalogue import catalogue
from data.period import Period
from data.wording import say

MOST_LINES = 4
THEME_ROLES = {"industry": "series1", "retail": "series2", "exports": "series3", "prices": "series4"}
FEWEST_MONTHS = 3
_SECTORS = ("domestic", "foreign")


def named_parts(context: Context, theme: str, *, is_cumulative: bool) -> list[tuple[str, float]]:
    """Names and growth in percent of the parts that have a figure for the month."""
    comparison = CUMULATIVE if is_cumulative else YEAR_ON_YEAR
    found = []
    for line in parts_of_theme(context, theme):
        point = line.rate(comparison, context.last)
        if point is not None:
            found.append((part_name(line, context.language), point.value))
    return found


def parts_of_theme(context: Context, theme: str) -> list[Line]:
    """The parts; of exports the commodities, as sectors of ownership overlap with them."""
    return [line for line in context.figures(theme).parts if line.item.code not in _SECTORS]


def part_name(line: Line, language: str) -> str:
    """The catalogue's name; the label as written where the catalogue has none."""
    series = next(iter((*line.item.levels, *(one for many in line.item.rates.values() for one in many))), None)
    name = (catalogue().item_name(series.table, line.item.code, language) if series else "") or line.label
    return label(name[:1].upper() + name[1:] if not name.isupper() else name.capitalize())


def headline_chart(context: Context, theme: str, key: str) -> ChartSpec | None:
    """Level as bars with growth above; growth alone where no level is published."""
    line = context.figures(theme).total
    if line is None or len(line.growth()) < FEWEST_MONTHS:
        return None
    months = window_of(context, line.growth())
    tongue = context.language
    growth = drawn(
        say("briefing.chart.growth", tongue),
        line.growth(),
        months,
        "%",
        changes.decimals(theme),
        THEME_ROLES[theme],
    )
    subject = subject_of(theme, tongue)
    if not line.levels:
        subtitle = say("briefing.chart.growth_only_subtitle", tongue, subject=subject, area=context.area_name)
        return over_time(context, theme, key, months, (growth,), _title(context, theme, line), subtitle, "%")
    factor, unit = _scale(line, context)
    level = drawn(subject, line.levels, months, unit, 1, "series1", factor=factor, kind=Kind.BAR)
    subtitle = say(
        "briefing.chart.headline_subtitle",
        tongue,
        subject=subject,
        unit=unit[:1].lower() + unit[1:],
        area=context.area_name,
    )
    above = Series(
        growth.name,
        Kind.LINE,
        growth.values,
        "%",
        growth.decimals,
        growth.statuses,
        "series2",
        Panel.GROWTH,
        growth.figure_ids,
    )
    return over_time(context, theme, key, months, (level, above), _title(context, theme, line), subtitle, unit)


def _title(context: Context, theme: str, line: Line) -> str:
    return titles.headline_title(context.headline(theme), line, context.language)


def subject_of(theme: str, language: str) -> str:
    full = say(f"briefing.subject.{theme}.full", language)
    return full[:1].upper() + full[1:]


def _scale(line: Line, context: Context) -> tuple[float, str]:
    """Divide by a thousand where the largest level reads better so; the factor and the unit's name."""
    unit = line.item.levels[0].unit
    largest = max(abs(point.value) for point in line.levels.values())
    shown, name = formats.scaled_unit(largest, unit, context.language)
    return (shown / largest if largest else 1.0), name[:1].upper() + name[1:]


def window_of(context: Context, points: Mapping[int, Point]) -> list[int]:
    """Months of the chart: as far back as the template says, but not before the first figure.

    A few months that stand alone before a longer gap show no course: the chart begins after the gap.
    """
    first = max(context.last - context.template.months + 1, min(points))
    months = list(range(first, context.last + 1))
    known = [month for month in months if month in points]
    for before, after in pairwise(known):
        alone, missing = before - first + 1, after - before - 1
        if alone < missing and context.last - after + 1 >= FEWEST_MONTHS:
            return months[after - first :]
        if missing:
            break
    return months


def drawn(
    name: str,
    points: Mapping[int, Point],
    months: Sequence[int],
    unit: str,
    decimals: int,
    role: str,
    *,
    factor: float = 1.0,
    kind: Kind = Kind.LINE,
) -> Series:
    found = [points.get(month) for month in months]
    return Series(
        name=name,
        kind=kind,
        values=tuple(None if point is None else point.value * factor for point in found),
        unit=unit,
        decimals=decimals,
        statuses=tuple("" if point is None else point.status for point in found),
        role=role,
        figure_ids=tuple("" if point is None else point.figure_id for point in found),
        is_total=True,
    )


def over_time(
    context: Context,
    theme: str,
    key: str,
    months: Sequence[int],
    series: tuple[Series, ...],
    title: str,
    subtitle: str,
    unit: str,
    bands: tuple[Band, ...] | None = None,
) -> ChartSpec:
    tongue = context.language
    marked = {status for one in series for status in one.statuses}
    note = say("briefing.chart.note_status", tongue) if marked & {"estimate", "preliminary"} else ""
    return ChartSpec(
        key=key,
        title=title,
        subtitle=subtitle,
        categories=tuple(str(Period(month, month)) for month in months),
        labels=tuple(formats.month_short(month, tongue) for month in months),
        series=series,
        unit=unit,
        source=source_name(context, theme),
        note=note,
        released=released_of(context, theme),
        as_of=context.day,
        bands=context.bands(theme) if bands is None else bands,
        language=tongue,
        alt=alt_of(context, title, subtitle, series),
        panel_titles={
            Panel.GROWTH: say("briefing.chart.growth_panel", tongue),
            Panel.MAIN: say("briefing.chart.level_panel", tongue),
        },
    )


def source_name(context: Context, theme: str) -> str:
    """Who says the figures of a theme."""
    return source_of(context.figures(theme), released_of(context, theme), context.language)


def released_of(context: Context, theme: str) -> date | None:
    one = context.headline(theme)
    return max((p.released for p in (one.level, one.on_same_month, one.cumulative) if p is not None), default=None)


def alt_of(context: Context, title: str, subtitle: str, series: Sequence[Series]) -> str:
    shown = []
    for one in series[:MOST_LINES]:
        value = next((value for value in reversed(one.values) if value is not None), None)
        if value is not None:
            unit = "%" if one.unit == "%" else f" {one.unit}"
            shown.append(f"{one.name} {formats.number(value, one.decimals, context.language)}{unit}")
    last = formats.month_short(context.last)
    return say(
        "briefing.chart.alt", context.language, title=title, subtitle=subtitle, last=last, shown="; ".join(shown)
    )
