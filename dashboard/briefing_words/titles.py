"""Findings over the charts of a briefing."""

from __future__ import annotations

from collections.abc import Sequence

from dashboard import formats
from dashboard.briefing_words.changes import against_year_before, change, decimals, level_and_changes, rise
from dashboard.briefing_words.phrases import capital, small
from dashboard.headlines import Headline
from dashboard.sources import YEAR_ON_YEAR
from dashboard.theme_figures import Line
from data.period import Period
from data.wording import say


def parts_title(
    headline: Headline, named: Sequence[tuple[str, float]], language: str, *, is_cumulative: bool = False
) -> str:
    """Finding over the ranking of parts."""
    against = against_year_before(headline) if is_cumulative else "same_month"
    what = say(f"briefing.against.{against}", language)
    best, most = max(named, key=lambda pair: pair[1])
    places = decimals(headline.theme)
    if round(most, places) <= 0:
        return say(
            "briefing.chart.no_part_rose",
            language,
            group=say(f"briefing.subject.{headline.theme}.parts", language),
            what=what,
        )
    by = rise(most, language, places)
    key = "best_part" if sum(round(value, places) > 0 for _, value in named) > 1 else "only_part"
    return capital(say(f"briefing.chart.{key}", language, name=small(best), by=by, what=what))


def headline_title(headline: Headline, line: Line, language: str) -> str:
    """Finding over the headline chart: the month's growth."""
    point = line.rate(YEAR_ON_YEAR, headline.last)
    subject = say(f"briefing.subject.{headline.theme}.short", language)
    when = formats.period_long(Period(headline.last, headline.last), language)
    if point is None:
        level = level_and_changes(headline.level, headline.figures.unit, [], language, decimals(headline.theme))
        return capital(f"{subject} {when} {level}".strip())
    words = change(point.value, "same_month", language, decimals(headline.theme))
    if point.status == "estimate":
        words = say("briefing.change.estimated", language, words=words)
    return capital(say("briefing.chart.month_title", language, subject=subject, when=when, words=words))


def trend_title(headline: Headline, line: Line, language: str) -> str:
    """Finding over the lines: this month's growth beside last month's."""
    now, before = line.rate(YEAR_ON_YEAR, headline.last), line.rate(YEAR_ON_YEAR, headline.last - 1)
    subject = say(f"briefing.subject.{headline.theme}.short", language)
    if now is None:
        return capital(subject)
    places = decimals(headline.theme)
    words = change(now.value, "same_month", language, places)
    if now.status == "estimate":
        words = say("briefing.change.estimated", language, words=words)
    shown = capital(f"{subject} {words}")
    if before is None or now.value <= 0 or before.value <= 0:
        return shown
    difference = round(now.value, places) - round(before.value, places)
    key = "same" if abs(difference) < 10**-places / 2 else ("faster" if difference > 0 else "slower")
    return shown + say(f"briefing.chart.{key}", language, by=formats.percent(before.value, places, language))
