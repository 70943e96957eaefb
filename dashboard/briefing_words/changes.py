"""How a change is said: the verb carries the sign, what rounds to nothing is `tương đương`, and a rise of 100 % and
more is told as a multiple. `ước` stands only beside an estimate and `sơ bộ` only beside a preliminary figure.
"""

from __future__ import annotations

from collections.abc import Sequence

from dashboard import formats
from dashboard.briefing_words.phrases import listed
from dashboard.headlines import Headline
from dashboard.points import Point
from data.period import MONTHS_IN_YEAR
from data.wording import say

DOUBLE_PCT = 100.0
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


def level_and_changes(
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
