"""Paragraphs of briefings, from results to administrative Vietnamese (DOMAIN E.4). They state and never explain.

`ước` stands only beside an estimate and `sơ bộ` only beside a preliminary figure; the verb carries the sign; what
rounds to nothing is `tương đương`; a rise of 100 % and more is told as a multiple. No sentence begins with a number.
"""

from __future__ import annotations

from collections.abc import Sequence

from dashboard import formats
from dashboard.headlines import Headline
from dashboard.points import Point
from dashboard.sources import CUMULATIVE, ON_DECEMBER, YEAR_ON_YEAR
from dashboard.theme_figures import Line
from data.observation import WHOLE_COUNTRY
from data.period import MONTHS_IN_YEAR, Period
from data.store import Revision
from data.wording import say

DOUBLE_PCT = 100.0
FEWEST_PARTS = 3
DECIMALS = {"prices": 2}


def decimals(theme: str) -> int:
    """Prices are published to two decimals, everything else to one."""
    return DECIMALS.get(theme, 1)


def against_year_before(headline: Headline, *, is_cumulative: bool = True) -> str:
    """The wording key of what growth is measured against: whole years are not called a `cùng kỳ`."""
    is_whole_year = is_cumulative and headline.last % MONTHS_IN_YEAR + 1 == MONTHS_IN_YEAR
    if headline.theme == "prices" and is_cumulative:
        return "average_year" if is_whole_year else "average"
    return "whole_year" if is_whole_year else "same_period"


def change(value: float, against: str, language: str, places: int = 1) -> str:
    """`tăng 8,8% so với cùng kỳ năm trước`, `tương đương tháng trước`, `gấp 2,3 lần cùng kỳ năm trước`."""
    what = say(f"briefing.against.{against}", language)
    if not round(abs(value) + 1e-9, places):
        return say("briefing.change.flat", language, what=what)
    if value >= DOUBLE_PCT:
        times = formats.number(1 + value / 100, 1, language)
        return say("briefing.change.times", language, times=times, what=what)
    by = formats.percent(abs(value), places, language)
    return say(f"briefing.change.{'up' if value > 0 else 'down'}", language, by=by, what=what)


def moved(value: float, language: str, places: int = 1) -> str:
    """The change alone: `tăng 8,8%`, `giảm 2,8%`, `không đổi`."""
    if not round(abs(value) + 1e-9, places):
        return say("briefing.move.flat", language)
    by = formats.percent(abs(value), places, language)
    return say(f"briefing.move.{'up' if value > 0 else 'down'}", language, by=by)


def rise(value: float, language: str, places: int = 1) -> str:
    """A rise in brackets: `8,8%`, from double on `gấp 3,7 lần`."""
    if value < DOUBLE_PCT:
        return formats.percent(value, places, language)
    return say("briefing.text.times", language, times=formats.number(1 + value / 100, 1, language))


def month(headline: Headline, language: str) -> str:
    """The month: its level, the change on the month before and on the same month of the year before."""
    clauses = _clauses(
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
    return " ".join([_capital(sentence), *_cautions(headline, language)])


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


def _clauses(
    level: Point | None,
    unit: str,
    rates: Sequence[tuple[str, Point | None]],
    language: str,
    places: int,
    newest: str = "",
) -> str:
    """Level and changes in one row; each estimate or preliminary figure is said to be one, once for a run of them.

    `newest` is the status of the last month: a sum over months whose heading says none is no more certain than that.
    """
    said: list[str] = []
    stated = status = ""
    if level is not None:
        amount = formats.amount(level.value, unit, language)
        status = level.status or newest
        stated = say(f"briefing.level.{status or 'official'}", language, amount=amount)
    for against, point in rates:
        if point is None:
            continue
        words = change(point.value, against, language, places)
        certainty = point.status or newest
        if certainty == "estimate" and status != "estimate":
            words = say("briefing.change.estimated", language, words=words)
        said.append(words)
        status = certainty
    return ", ".join(filter(None, (stated, listed(said, language))))


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
    clauses = _clauses(level, headline.figures.unit, [(against, headline.cumulative)], language, places, newest)
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
    return f"{_capital(sentence)}{bracket}{_core(headline, language)}."


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
    clauses = _clauses(None, "", [(against, point)], language, decimals(headline.theme), newest)
    subject = _subject(headline, language)
    when = formats.period_long(Period(headline.last - 2, headline.last), language)
    return _capital(say("briefing.text.quarter", language, subject=subject, when=when, clauses=clauses))


def parts(headline: Headline, named: Sequence[tuple[str, float]], language: str, *, is_cumulative: bool) -> str:
    """How many parts rose and fell, which rose most, which fell most or rose least. `named` holds names and percent."""
    if len(named) < FEWEST_PARTS:
        return ""
    places = decimals(headline.theme)
    ordered = sorted(named, key=lambda pair: -pair[1])
    up = sum(round(value, places) > 0 for _, value in ordered)
    down = sum(round(value, places) < 0 for _, value in ordered)
    group = say(f"briefing.subject.{headline.theme}.parts", language)
    key = against_year_before(headline, is_cumulative=is_cumulative) if is_cumulative else "same_month"
    against = say(f"briefing.against.{key}", language)
    even = len(ordered) - up - down
    noun = say(f"briefing.subject.{headline.theme}.part", language)
    one = say(f"briefing.subject.{headline.theme}.part_one", language)
    counted = [(key, count) for key, count in (("rising", up), ("falling", down), ("even", even)) if count]
    counts = [say(f"briefing.text.{key}", language, count=n, noun=one if n == 1 else noun) for key, n in counted]
    key = "counts" if len(counted) > 1 else f"all_{counted[0][0]}"
    said = listed(counts, language)
    pieces = [say(f"briefing.text.{key}", language, total=len(ordered), group=group, counts=said, what=against)]
    (best, most), (worst, least) = ordered[0], ordered[-1]
    if up:
        key = "best" if up > 1 else "only_rising"
        by = rise(most, language, places)
        pieces.append(say(f"briefing.text.{key}", language, name=small(best), by=by, noun=one))
    if down:
        key = "worst" if down > 1 else "only_falling"
        by = formats.percent(-least, places, language)
        pieces.append(say(f"briefing.text.{key}", language, name=small(worst), by=by, noun=one))
    sentence = f"{'; '.join(pieces)}."
    if not is_cumulative:
        return sentence
    months = headline.last % MONTHS_IN_YEAR + 1
    key = "so_far_year" if months == MONTHS_IN_YEAR else "so_far"
    key += "_average" if headline.theme == "prices" else ""
    return say(f"briefing.text.{key}", language, months=months) + sentence[:1].lower() + sentence[1:]


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


def campaigns_running(names: Sequence[str], when: str, language: str) -> str:
    """Which campaigns ran at the time; beside the figures, never as their cause."""
    if not names:
        return ""
    count = len(names)
    return say("briefing.text.campaigns", language, when=when, count=count, names=_quoted(names, language))


def campaign(name: str, dates: str, launched_by: str, slogan: str, objective: str, language: str) -> str:
    """What the register says of one campaign."""
    said = [
        say("briefing.text.campaign" if dates else "briefing.text.campaign_undated", language, name=name, dates=dates)
    ]
    for key, words in (("launched_by", launched_by), ("slogan", slogan), ("objective", objective)):
        if words:
            said.append(say(f"briefing.text.campaign_{key}", language, words=words))
    return " ".join(said)


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
    return _capital(say(f"briefing.chart.{key}", language, name=small(best), by=by, what=what))


def headline_title(headline: Headline, line: Line, language: str) -> str:
    """Finding over the headline chart: the month's growth."""
    point = line.rate(YEAR_ON_YEAR, headline.last)
    subject = say(f"briefing.subject.{headline.theme}.short", language)
    when = formats.period_long(Period(headline.last, headline.last), language)
    if point is None:
        level = _clauses(headline.level, headline.figures.unit, [], language, decimals(headline.theme))
        return _capital(f"{subject} {when} {level}".strip())
    words = change(point.value, "same_month", language, decimals(headline.theme))
    if point.status == "estimate":
        words = say("briefing.change.estimated", language, words=words)
    return _capital(say("briefing.chart.month_title", language, subject=subject, when=when, words=words))


def trend_title(headline: Headline, line: Line, language: str) -> str:
    """Finding over the lines: this month's growth beside last month's."""
    now, before = line.rate(YEAR_ON_YEAR, headline.last), line.rate(YEAR_ON_YEAR, headline.last - 1)
    subject = say(f"briefing.subject.{headline.theme}.short", language)
    if now is None:
        return _capital(subject)
    places = decimals(headline.theme)
    words = change(now.value, "same_month", language, places)
    if now.status == "estimate":
        words = say("briefing.change.estimated", language, words=words)
    shown = _capital(f"{subject} {words}")
    if before is None or now.value <= 0 or before.value <= 0:
        return shown
    difference = round(now.value, places) - round(before.value, places)
    key = "same" if abs(difference) < 10**-places / 2 else ("faster" if difference > 0 else "slower")
    return shown + say(f"briefing.chart.{key}", language, by=formats.percent(before.value, places, language))


def listed(pieces: Sequence[str], language: str) -> str:
    """`a, b và c`."""
    if len(pieces) < 2:
        return "".join(pieces)
    return f"{', '.join(pieces[:-1])} {say('briefing.and', language)} {pieces[-1]}"


def _quoted(names: Sequence[str], language: str) -> str:
    return listed([f"“{inside_quotes(name)}”" for name in names], language)


def inside_quotes(name: str) -> str:
    """A name to stand in quotation marks: its own become single ones."""
    whole = name.strip()
    if whole.startswith("“") and whole.endswith("”") and whole.count("“") == 1:
        whole = whole[1:-1]
    return whole.replace("“", "‘").replace("”", "’").replace('"', "’")


def small(name: str) -> str:
    """A part's name inside a sentence: its first piece without bracket, in lower case unless it is an abbreviation."""
    name = name.split(" (", maxsplit=1)[0].split(";", maxsplit=1)[0].strip()
    if name.isupper() and len(name) > 4:
        return name.lower()
    return formats.within_sentence(name)


def _capital(sentence: str) -> str:
    return sentence[:1].upper() + sentence[1:]
