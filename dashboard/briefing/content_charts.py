"""Charts of a briefing from the figures of a theme: each maker gives a neutral chart, or None where figures lack."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from dashboard import briefing_words, formats
from dashboard.briefing.safe_text import label
from dashboard.figures.spec import Band, ChartSpec, Kind, Panel, Series
from dashboard.headlines import CUMULATIVE, YEAR_ON_YEAR, Line, Point
from data.catalogue import catalogue
from data.period import MONTHS_IN_YEAR, Period
from data.wording import say

if TYPE_CHECKING:
    from dashboard.briefing.content import Context

MOST_BARS, MOST_LINES, MOST_YEARS, SEASON_YEARS = 12, 4, 6, 6
FEWEST_MONTHS = 3
_SECTORS = ("domestic", "foreign")


def named_parts(context: Context, theme: str, *, is_cumulative: bool) -> list[tuple[str, float]]:
    """Names and growth in percent of the parts that have a figure for the month."""
    comparison = CUMULATIVE if is_cumulative else YEAR_ON_YEAR
    found = []
    for line in _parts(context, theme):
        point = line.rate(comparison, context.last)
        if point is not None:
            found.append((part_name(line, context.language), point.value))
    return found


def _parts(context: Context, theme: str) -> list[Line]:
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
    months = _window(context, line.growth())
    tongue = context.language
    growth = _drawn(
        say("briefing.chart.growth", tongue), line.growth(), months, "%", briefing_words.decimals(theme), theme
    )
    subject = _subject(theme, tongue)
    if not line.levels:
        subtitle = say("briefing.chart.growth_only_subtitle", tongue, subject=subject, area=context.area_name)
        return _over_time(context, theme, key, months, (growth,), _title(context, theme, line), subtitle, "%")
    factor, unit = _scale(line, context)
    level = _drawn(subject, line.levels, months, unit, 1, theme, factor=factor, kind=Kind.BAR)
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
        "growth",
        Panel.GROWTH,
        growth.figure_ids,
    )
    return _over_time(context, theme, key, months, (level, above), _title(context, theme, line), subtitle, unit)


def _title(context: Context, theme: str, line: Line) -> str:
    return briefing_words.headline_title(context.headline(theme), line, context.language)


def _subject(theme: str, language: str) -> str:
    full = say(f"briefing.subject.{theme}.full", language)
    return full[:1].upper() + full[1:]


def _scale(line: Line, context: Context) -> tuple[float, str]:
    """Divide by a thousand where the largest level reads better so; the factor and the unit's name."""
    unit = line.item.levels[0].unit
    largest = max(abs(point.value) for point in line.levels.values())
    shown, name = formats.scaled_unit(largest, unit, context.language)
    return (shown / largest if largest else 1.0), name[:1].upper() + name[1:]


def _window(context: Context, points: Mapping[int, Point]) -> list[int]:
    """Months of the chart: as far back as the template says, but not before the first figure."""
    first = max(context.last - context.template.months + 1, min(points))
    return list(range(first, context.last + 1))


def _drawn(
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


def _over_time(
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
        labels=tuple(formats.month_short(month) for month in months),
        series=series,
        unit=unit,
        source=say("dashboard.chart.source", tongue),
        note=note,
        released=_released(context, theme),
        as_of=context.as_of,
        bands=context.bands(theme) if bands is None else bands,
        language=tongue,
        alt=_alt(context, title, subtitle, series),
        panel_titles={
            Panel.GROWTH: say("briefing.chart.growth_panel", tongue),
            Panel.MAIN: say("briefing.chart.level_panel", tongue),
        },
    )


def _released(context: Context, theme: str) -> date | None:
    one = context.headline(theme)
    return max((p.released for p in (one.level, one.on_same_month, one.cumulative) if p is not None), default=None)


def _alt(context: Context, title: str, subtitle: str, series: Sequence[Series]) -> str:
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


def parts_chart(context: Context, theme: str, key: str, *, is_cumulative: bool = False) -> ChartSpec | None:
    """Ranking of the parts by growth."""
    comparison = CUMULATIVE if is_cumulative else YEAR_ON_YEAR
    lines = [(line, point) for line in _parts(context, theme) if (point := line.rate(comparison, context.last))]
    if len(lines) < FEWEST_MONTHS:
        return None
    lines.sort(key=lambda pair: -pair[1].value)
    lines = lines[:MOST_BARS]
    tongue = context.language
    named = [(part_name(line, tongue), point.value) for line, point in lines]
    names = tuple(name for name, _ in named)
    months = context.last % MONTHS_IN_YEAR + 1
    period = Period(context.last - months + 1, context.last) if is_cumulative else Period(context.last, context.last)
    subtitle = say(
        "briefing.chart.parts_subtitle", tongue, subject=_subject(theme, tongue), area=context.area_name,
        group=say(f"briefing.subject.{theme}.parts", tongue), when=formats.period_long(period, tongue),
    )  # fmt: skip
    places = briefing_words.decimals(theme)
    series = Series(
        say("briefing.chart.growth", tongue), Kind.HORIZONTAL_BAR, tuple(point.value for _, point in lines), "%",
        places,
        tuple(point.status for _, point in lines), theme, figure_ids=tuple(point.figure_id for _, point in lines),
    )  # fmt: skip
    title = briefing_words.parts_title(context.headline(theme), named, tongue)
    has_marks = any(status in ("estimate", "preliminary") for status in series.statuses)
    return ChartSpec(
        key=key, title=title, subtitle=subtitle, categories=names, labels=names, series=(series,), unit="%",
        source=say("dashboard.chart.source", tongue), released=_released(context, theme), as_of=context.as_of,
        note=say("briefing.chart.note_status", tongue) if has_marks else "",
        language=tongue, alt=_alt(context, title, subtitle, (series,)), is_time=False,
    )  # fmt: skip


def parts_cumulative_chart(context: Context, theme: str, key: str) -> ChartSpec | None:
    return parts_chart(context, theme, key, is_cumulative=True)


def lines_chart(context: Context, theme: str, key: str) -> ChartSpec | None:
    """Growth of the total and of its first parts as lines."""
    total = context.figures(theme).total
    if total is None or len(total.growth()) < FEWEST_MONTHS:
        return None
    tongue, places = context.language, briefing_words.decimals(theme)
    months = _window(context, total.growth())
    drawn = [_drawn(say("briefing.chart.total", tongue), total.growth(), months, "%", places, "series1")]
    for line in _largest(context, theme)[: MOST_LINES - 1]:
        role = f"series{len(drawn) + 1}"
        one = _drawn(part_name(line, tongue), line.growth(), months, "%", places, role)
        drawn.append(
            Series(
                one.name, one.kind, one.values, one.unit, one.decimals, one.statuses, role, figure_ids=one.figure_ids
            )
        )
    title = briefing_words.trend_title(context.headline(theme), total, tongue)
    subtitle = say("briefing.chart.lines_subtitle", tongue, subject=_subject(theme, tongue), area=context.area_name)
    return _over_time(context, theme, key, months, tuple(drawn), title, subtitle, "%")


def _largest(context: Context, theme: str) -> list[Line]:
    """Parts with growth for the month, the largest level first where levels are known."""
    lines = [line for line in _parts(context, theme) if line.rate(YEAR_ON_YEAR, context.last)]
    levels = {id(line): line.levels[context.last].value if context.last in line.levels else 0.0 for line in lines}
    return sorted(lines, key=lambda line: -levels[id(line)])


def years_chart(context: Context, theme: str, key: str) -> ChartSpec | None:
    """Growth of the same months of each year, as published for the year so far."""
    line = context.figures(theme).total
    if line is None:
        return None
    rates = line.rates.get(CUMULATIVE, {})
    lasts = [context.last - MONTHS_IN_YEAR * back for back in range(MOST_YEARS - 1, -1, -1)]
    lasts = [last for last in lasts if last in rates]
    if len(lasts) < 2 or lasts[-1] != context.last:
        return None
    tongue, months = context.language, context.last % MONTHS_IN_YEAR + 1
    labels = tuple(
        f"{months}T/{last // MONTHS_IN_YEAR}" if months < MONTHS_IN_YEAR else str(last // MONTHS_IN_YEAR)
        for last in lasts
    )
    places = briefing_words.decimals(theme)
    one = _drawn(say("briefing.chart.cumulative", tongue), rates, lasts, "%", places, theme, kind=Kind.BAR)
    year, now, before = context.last // MONTHS_IN_YEAR, rates[lasts[-1]].value, rates[lasts[-2]].value
    title = say(
        "briefing.chart.years_title", tongue, months=months, year=year, moved=briefing_words.moved(now, tongue, places),
        before=lasts[-2] // MONTHS_IN_YEAR, moved_before=briefing_words.moved(before, tongue, places),
    )  # fmt: skip
    title = f"{say(f'briefing.subject.{theme}.short', tongue)} {title}"
    title = title[:1].upper() + title[1:]
    subtitle = say(
        "briefing.chart.years_subtitle", tongue, subject=_subject(theme, tongue), months=months, area=context.area_name
    )
    return ChartSpec(
        key=key, title=title, subtitle=subtitle, categories=labels, labels=labels, series=(one,), unit="%",
        source=say("dashboard.chart.source", tongue), released=_released(context, theme), as_of=context.as_of,
        language=tongue, alt=_alt(context, title, subtitle, (one,)), is_time=False,
    )  # fmt: skip


def season_chart(context: Context, theme: str, key: str) -> ChartSpec | None:
    """Growth by month and year as a heat map."""
    line = context.figures(theme).total
    if line is None:
        return None
    growth, tongue, year = line.growth(), context.language, context.last // MONTHS_IN_YEAR
    rows = []
    for one in range(year - SEASON_YEARS + 1, year + 1):
        lasts = [one * MONTHS_IN_YEAR + month for month in range(MONTHS_IN_YEAR)]
        if any(last in growth for last in lasts):
            rows.append(_drawn(str(one), growth, lasts, "%", briefing_words.decimals(theme), theme, kind=Kind.HEAT_MAP))
    if len(rows) < 2:
        return None
    labels = tuple(formats.month_short(month, with_year=False) for month in range(MONTHS_IN_YEAR))
    title = say("briefing.chart.season_title", tongue, years=len(rows))
    subtitle = say("briefing.chart.season_subtitle", tongue, subject=_subject(theme, tongue), area=context.area_name)
    return ChartSpec(
        key=key, title=title, subtitle=subtitle, categories=labels, labels=labels, series=tuple(rows), unit="%",
        source=say("dashboard.chart.source", tongue), released=_released(context, theme), as_of=context.as_of,
        language=tongue, alt=f"{title}. {subtitle}.", is_time=False,
    )  # fmt: skip


MAKERS: dict[str, Callable[[Context, str, str], ChartSpec | None]] = {
    "chart.headline": headline_chart,
    "chart.parts": parts_chart,
    "chart.parts_cumulative": parts_cumulative_chart,
    "chart.lines": lines_chart,
    "chart.years": years_chart,
    "chart.season": season_chart,
}
