"""Paragraphs on a theme, from results to administrative Vietnamese (DOMAIN E.4). They state and never explain.

No sentence begins with a number.
"""

from __future__ import annotations

from collections.abc import Sequence

from dashboard import formats
from dashboard.briefing_words.changes import against_year_before, decimals, level_and_changes, moved
from dashboard.briefing_words.phrases import capital
from dashboard.headlines import Headline
from dashboard.points import Point
from dashboard.sources import CUMULATIVE, ON_DECEMBER
from data.observation import WHOLE_COUNTRY
from data.period import MONTHS_IN_YEAR, Period
from data.store import Revision
from data.wording import say


def month(headline: Headline, language: str) -> str:
    """The month: its level, the change on the month before and on the same month of the year before."""
    clauses = level_and_changes(
        headline.level,
        headline.figures.unit,
        [("previous_month", headline.on_previous_month), *_same_month(headline)],
        language,
        decimals(headline.theme),
    )
    if not clauses:
        return ""
    subject = _subject(headline, language)
    when = formats.period_long(Period(headline.last, headline.last), language)
    sentence = say("briefing.text.month", language, subject=subject, when=when, clauses=clauses)
    return " ".join([capital(sentence), *_cautions(headline, language)])


def _subject(headline: Headline, language: str) -> str:
    """The indicator by its full name, and whose it is where that is not the whole country."""
    from dashboard.charts import area_title

    name, area = say(f"briefing.subject.{headline.theme}.full", language), headline.figures.area
    if area == WHOLE_COUNTRY:
        return name
    return say("briefing.text.in_area", language, subject=name, area=area_title(area, language))


def _same_month(headline: Headline) -> list[tuple[str, Point | None]]:
    pairs: list[tuple[str, Point | None]] = [("same_month", headline.on_same_month)]
    if headline.theme == "prices" and headline.figures.total:
        pairs.insert(0, ("december", headline.figures.total.rate(ON_DECEMBER, headline.last)))
    return pairs


def _cautions(headline: Headline, language: str) -> list[str]:
    return [say("briefing.text.new_year", language)] if headline.has_new_year and headline.theme != "prices" else []


def _newest_status(headline: Headline) -> str:
    found = (one.status for one in (headline.level, headline.on_same_month, headline.on_previous_month) if one)
    return next(filter(None, found), "")


def cumulative(headline: Headline, language: str, *, is_first: bool = False) -> str:
    """The months of the year so far, beside the same months of the year before. `is_first` says the name in full."""
    line, last = headline.figures.total, headline.last
    months = last % MONTHS_IN_YEAR + 1
    if line is None or months == 1 or headline.cumulative is None:
        return ""
    places, theme = decimals(headline.theme), headline.theme
    level = line.cumulative_levels.get(last)
    against = against_year_before(headline)
    newest = _newest_status(headline)
    clauses = level_and_changes(
        level, headline.figures.unit, [(against, headline.cumulative)], language, places, newest
    )
    before = line.rate(CUMULATIVE, last - MONTHS_IN_YEAR)
    bracket = ""
    if before is not None:
        year = (last - MONTHS_IN_YEAR) // MONTHS_IN_YEAR
        bracket = say("briefing.text.year_before", language, year=year, moved=moved(before.value, language, places))
    is_whole_year = months == MONTHS_IN_YEAR
    key = "average" if theme == "prices" else "cumulative"
    if is_whole_year:
        key = "average_year" if theme == "prices" else "year"
    subject = _subject(headline, language) if is_first else say(f"briefing.subject.{theme}.short", language)
    year = last // MONTHS_IN_YEAR
    sentence = say(f"briefing.text.{key}", language, months=months, year=year, subject=subject, clauses=clauses)
    return f"{capital(sentence)}{bracket}{_core(headline, language)}."


def _core(headline: Headline, language: str) -> str:
    core = headline.figures.core.rate(CUMULATIVE, headline.last) if headline.figures.core else None
    if headline.theme != "prices" or core is None:
        return ""
    return say("briefing.text.core", language, moved=moved(core.value, language, 2))


def quarter(headline: Headline, point: Point | None, language: str) -> str:
    """The quarter that ends with the headline's month, as published for the quarter."""
    if point is None:
        return ""
    against = "average" if headline.theme == "prices" else "same_period"
    newest = _newest_status(headline)
    clauses = level_and_changes(None, "", [(against, point)], language, decimals(headline.theme), newest)
    subject = _subject(headline, language)
    when = formats.period_long(Period(headline.last - 2, headline.last), language)
    return capital(say("briefing.text.quarter", language, subject=subject, when=when, clauses=clauses))


def revision(headline: Headline, found: Sequence[Revision], language: str) -> str:
    """What became of the month before since it was first published."""
    if not found or found[0].percent is None:
        return ""
    one = found[0]
    unit = headline.figures.unit
    before, now = (formats.amount(figure.value, unit, language) for figure in (one.old, one.new))
    if before == now:
        return ""
    percent = one.percent or 0.0
    by = moved(percent, language, 2)
    when = formats.period_long(one.period, language)
    key = "briefing.text.revision_preliminary" if one.new.status == "preliminary" else "briefing.text.revision"
    subject = say(f"briefing.subject.{headline.theme}.short", language)
    return say(key, language, when=when, subject=subject, before=before, now=now, by=by)
