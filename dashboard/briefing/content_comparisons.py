"""Charts of a briefing that compare: parts with each other, years with each other, months with each other."""

from __future__ import annotations

from collections.abc import Callable

from dashboard import formats
from dashboard.briefing.content_charts import (
    FEWEST_MONTHS,
    MOST_LINES,
    THEME_ROLES,
    alt_of,
    drawn,
    headline_chart,
    over_time,
    part_name,
    parts_of_theme,
    released_of,
    source_name,
    subject_of,
    window_of,
)
from dashboard.briefing.content_context import Context
from dashboard.briefing_words import changes, titles
from dashboard.figures.spec import ChartSpec, Kind, Series
from dashboard.sources import CUMULATIVE, YEAR_ON_YEAR
from dashboard.theme_figures import Line
from data.period import MONTHS_IN_YEAR, Period
from data.wording import say

MOST_BARS, MOST_YEARS, SEASON_YEARS = 12, 6, 6


def parts_chart(context: Context, theme: str, key: str, *, is_cumulative: bool = False) -> ChartSpec | None:
    """Ranking of the parts by growth."""
    comparison = CUMULATIVE if is_cumulative else YEAR_ON_YEAR
    lines = [(line, point) for line in parts_of_theme(context, theme) if (point := line.rate(comparison, context.last))]
    if len(lines) < FEWEST_MONTHS:
        return None
    lines.sort(key=lambda pair: -pair[1].value)
    if len(lines) > MOST_BARS:  # both ends, so that what fell is not left out
        lines = lines[: MOST_BARS // 2] + lines[-MOST_BARS // 2 :]
    tongue = context.language
    named = [(part_name(line, tongue), point.value) for line, point in lines]
    names = tuple(name for name, _ in named)
    months = context.last % MONTHS_IN_YEAR + 1
    period = Period(context.last - months + 1, context.last) if is_cumulative else Period(context.last, context.last)
    subtitle = say(
        "briefing.chart.parts_subtitle", tongue, subject=subject_of(theme, tongue), area=context.area_name,
        group=say(f"briefing.subject.{theme}.parts", tongue), when=formats.period_long(period, tongue),
        what=_against(context, theme, is_cumulative=is_cumulative),
    )  # fmt: skip
    places = changes.decimals(theme)
    series = Series(
        say("briefing.chart.growth", tongue), Kind.HORIZONTAL_BAR, tuple(point.value for _, point in lines), "%",
        places,
        tuple(point.status for _, point in lines), THEME_ROLES[theme],
        figure_ids=tuple(point.figure_id for _, point in lines),
    )  # fmt: skip
    title = titles.parts_title(context.headline(theme), named, tongue, is_cumulative=is_cumulative)
    has_marks = any(status in ("estimate", "preliminary") for status in series.statuses)
    return ChartSpec(
        key=key, title=title, subtitle=subtitle, categories=names, labels=names, series=(series,), unit="%",
        source=source_name(context, theme), released=released_of(context, theme), as_of=context.day,
        note=say("briefing.chart.note_status", tongue) if has_marks else "",
        language=tongue, alt=alt_of(context, title, subtitle, (series,)), is_time=False,
    )  # fmt: skip


def parts_cumulative_chart(context: Context, theme: str, key: str) -> ChartSpec | None:
    return parts_chart(context, theme, key, is_cumulative=True)


def lines_chart(context: Context, theme: str, key: str) -> ChartSpec | None:
    """Growth of the total and of its first parts as lines; None where no part has any."""
    total = context.figures(theme).total
    if total is None or len(total.growth()) < FEWEST_MONTHS or context.last not in total.growth():
        return None
    tongue, places = context.language, changes.decimals(theme)
    months = window_of(context, total.growth())
    shown = [drawn(say("briefing.chart.total", tongue), total.growth(), months, "%", places, "series1")]
    for line in _largest(context, theme)[: MOST_LINES - 1]:
        role = f"series{len(shown) + 1}"
        one = drawn(part_name(line, tongue), line.growth(), months, "%", places, role)
        shown.append(
            Series(
                one.name, one.kind, one.values, one.unit, one.decimals, one.statuses, role, figure_ids=one.figure_ids
            )
        )
    if len(shown) < 2:  # the total alone is the headline chart again
        return None
    title = titles.trend_title(context.headline(theme), total, tongue)
    subtitle = say("briefing.chart.lines_subtitle", tongue, subject=subject_of(theme, tongue), area=context.area_name)
    return over_time(context, theme, key, months, tuple(shown), title, subtitle, "%")


def _largest(context: Context, theme: str) -> list[Line]:
    """Parts with growth for the month, the largest level first where levels are known."""
    lines = [line for line in parts_of_theme(context, theme) if line.rate(YEAR_ON_YEAR, context.last)]
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
    labels = tuple(_years_label(last, months, tongue) for last in lasts)
    places = changes.decimals(theme)
    one = drawn(say("briefing.chart.cumulative", tongue), rates, lasts, "%", places, THEME_ROLES[theme], kind=Kind.BAR)
    now, before = rates[lasts[-1]].value, rates[lasts[-2]].value
    is_whole_year = months == MONTHS_IN_YEAR
    title = say(
        "briefing.chart.years_title_whole" if is_whole_year else "briefing.chart.years_title",
        tongue,
        when=formats.period_long(Period(context.last - months + 1, context.last), tongue),
        moved=changes.moved(now, tongue, places),
        before=lasts[-2] // MONTHS_IN_YEAR,
        moved_before=changes.moved(before, tongue, places),
    )
    title = f"{say(f'briefing.subject.{theme}.short', tongue)} {title}"
    title = title[:1].upper() + title[1:]
    subject, span = subject_of(theme, tongue), _span(months, tongue)
    what = _against(context, theme, is_cumulative=True)
    subtitle = say(
        "briefing.chart.years_subtitle", tongue, subject=subject, area=context.area_name, span=span, what=what
    )
    return ChartSpec(
        key=key, title=title, subtitle=subtitle, categories=labels, labels=labels, series=(one,), unit="%",
        source=source_name(context, theme), released=released_of(context, theme), as_of=context.day,
        language=tongue, alt=alt_of(context, title, subtitle, (one,)), is_time=False,
    )  # fmt: skip


def _years_label(last: int, months: int, language: str) -> str:
    """`9T/2024` or `Jan-Sep 2024`; a whole year by its number."""
    year = last // MONTHS_IN_YEAR
    if months == MONTHS_IN_YEAR:
        return str(year)
    newest = formats.month_short(last, language)
    return say("briefing.chart.first_months_label", language, months=months, year=year, newest=newest)


def _against(context: Context, theme: str, *, is_cumulative: bool) -> str:
    key = changes.against_year_before(context.headline(theme)) if is_cumulative else "same_month"
    return say(f"briefing.against.{key}", context.language)


def _span(months: int, language: str) -> str:
    """`8 tháng đầu năm`, or `cả năm`."""
    return say(
        "briefing.chart.whole_year" if months == MONTHS_IN_YEAR else "briefing.chart.first_months",
        language,
        months=months,
    )


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
            rows.append(
                drawn(str(one), growth, lasts, "%", changes.decimals(theme), THEME_ROLES[theme], kind=Kind.HEAT_MAP)
            )
    if len(rows) < 2:
        return None
    labels = tuple(formats.month_short(month, with_year=False) for month in range(MONTHS_IN_YEAR))
    title = say("briefing.chart.season_title", tongue, years=len(rows))
    subtitle = say("briefing.chart.season_subtitle", tongue, subject=subject_of(theme, tongue), area=context.area_name)
    return ChartSpec(
        key=key, title=title, subtitle=subtitle, categories=labels, labels=labels, series=tuple(rows), unit="%",
        source=source_name(context, theme), released=released_of(context, theme), as_of=context.day,
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
