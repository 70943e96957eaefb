"""The one sentence over a theme and over its charts: what moved, by how much, of which months, how unusual it is."""

from __future__ import annotations

from collections.abc import Mapping

from dashboard.formats import amount, english_month, period_long, within
from dashboard.headlines import Headline
from dashboard.points import Point
from dashboard.sources import CUMULATIVE, YEAR_ON_YEAR
from dashboard.statements import moved
from dashboard.theme_figures import Line
from data.period import MONTHS_IN_YEAR, Period
from data.wording import say

FEWEST_FOR_RECORD = 6
"""A rate is called the highest or lowest only among as many months in a row."""


def finding(shown: Headline, language: str) -> str:
    """The finding over a theme: its leading rate, of the single month or of the months so far; else its level."""
    if shown.main is not None:
        return rate_sentence(shown.main, shown.main_comparison, shown.theme, language)
    if shown.level is not None:
        return level_sentence("only_level", shown.level, shown.figures.unit, shown.theme, language)
    month = period_long(Period(shown.last, shown.last), language)
    return say("dashboard.overview.nothing_of_month", language, month=month)


def chart_title(line: Line, last: int, theme: str, language: str, comparison: str = YEAR_ON_YEAR) -> str:
    """The finding over a theme's chart of one rate."""
    point = line.rate(comparison, last)
    if point is None:
        return say(f"dashboard.theme.{theme}.name", language)
    return rate_sentence(point, comparison, theme, language)


def rate_sentence(point: Point, comparison: str, theme: str, language: str) -> str:
    """`Bán lẻ tháng 11 ước tăng 8,8% so với cùng kỳ`, `Bán lẻ 11 tháng năm 2024 ước tăng 8,8% so với cùng kỳ`."""
    key = "estimated" if point.status == "estimate" else "stated"
    if comparison == CUMULATIVE:
        key += "_average" if theme == "prices" else "_cumulative"
    since_january = Period(point.last // MONTHS_IN_YEAR * MONTHS_IN_YEAR, point.last)
    sentence = say(
        f"dashboard.chart.{key}",
        language,
        what=say(f"dashboard.theme.{theme}.in_sentence", language),
        month=point.last % MONTHS_IN_YEAR + 1,
        month_name=period_long(Period(point.last, point.last), language),
        months=within(since_january, language),
        moved=moved(point.value, language),
    )
    return sentence[:1].upper() + sentence[1:]


def headline_title(line: Line, last: int, theme: str, unit: str, language: str, comparison: str) -> str:
    """Over a theme's headline chart: the level with its growth; without levels the rate and how it stands out."""
    point, level = line.rate(comparison, last), line.levels.get(last)
    if level and comparison == YEAR_ON_YEAR:
        if point is None:
            return level_sentence("only_level", level, unit, theme, language)
        if point.release_id == level.release_id:
            return level_sentence("reached", level, unit, theme, language, moved=moved(point.value, language))
    sentence = chart_title(line, last, theme, language, comparison)
    return standing_out(sentence, line.rates.get(comparison, {}), last, language)


def level_sentence(key: str, level: Point, unit: str, theme: str, language: str, **more: str) -> str:
    """`Bán lẻ tháng 11 ước đạt 562,0 nghìn tỷ đồng`, with its growth where that is given."""
    sentence = say(
        f"dashboard.chart.{key}{'_estimated' if level.status == 'estimate' else ''}",
        language,
        what=say(f"dashboard.theme.{theme}.in_sentence", language),
        month=level.last % MONTHS_IN_YEAR + 1,
        month_name=period_long(Period(level.last, level.last), language),
        level=amount(level.value, unit, language),
        **more,
    )
    return sentence[:1].upper() + sentence[1:]


def standing_out(sentence: str, points: Mapping[int, Point], last: int, language: str) -> str:
    """The sentence with how long no month was as high, or as low; else with the month before.

    A missing month ends the count.
    """
    for key, sign in (("highest_in", 1), ("lowest_in", -1)):
        months = _months_beyond(points, last, sign)
        if months >= FEWEST_FOR_RECORD:
            return say(f"dashboard.chart.{key}", language, finding=sentence, months=months)
    before = points.get(last - 1)
    if before is None or last not in points:
        return sentence
    return say(
        "dashboard.chart.after_month",
        language,
        finding=sentence,
        month=before.last % MONTHS_IN_YEAR + 1,
        month_name=english_month(before.last),
        moved=moved(before.value, language),
    )


def _months_beyond(points: Mapping[int, Point], last: int, sign: int) -> int:
    """Months in a row up to `last`, itself included, before which all are strictly lower (`sign` 1) or higher (-1)."""
    months = 0
    while (before := points.get(last - months)) and (months == 0 or sign * before.value < sign * points[last].value):
        months += 1
    return months
