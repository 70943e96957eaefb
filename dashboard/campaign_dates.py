"""Days of a campaign as people know them: a day, a month or only a year; how exactly is told by how it is written."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

from data.store.register import Campaign
from data.typed_day import typed_day
from data.wording import say

MONTHS_IN_YEAR = 12
PRECISIONS = ("day", "month", "year")
"""From the most exact; two dates together are as exact as the less exact one."""


def day_of(text: str, *, is_end: bool) -> tuple[date | None, str]:
    """The day, and how exactly it is known: `31/07/2009`, `07/2009` or `2009`; a month and a year begin with their
    first day and end with their last. None for no words; raises ValueError for what is no date.

    >>> day_of("07/2009", is_end=True)
    (datetime.date(2009, 7, 31), 'month')
    """
    text = text.strip()
    if not text:
        return None, ""
    if found := re.fullmatch(r"(\d{1,2})[/.-](\d{4})", text):
        year, month = int(found[2]), int(found[1])
        return date(year, month, monthrange(year, month)[1] if is_end else 1), "month"
    if re.fullmatch(r"(19|20)\d\d", text):
        return (date(int(text), MONTHS_IN_YEAR, 31) if is_end else date(int(text), 1, 1)), "year"
    return typed_day(text[:10]), "day"


def written(day: date | None, precision: str) -> str:
    """As it is typed into a form; `day_of` reads it back."""
    if day is None:
        return ""
    return {"year": f"{day:%Y}", "month": f"{day:%m/%Y}"}.get(precision, f"{day:%d/%m/%Y}")


def less_exact(*precisions: str) -> str:
    """How exactly two dates are known together; `unknown` where there is none."""
    return max(filter(None, precisions), key=PRECISIONS.index, default="unknown")


def dates_in_words(one: Campaign, language: str) -> str:
    """`01/01/2011 - 31/12/2015`, `2011 - 2015`, `từ 31/07/2009, không hạn`, or that no date is known."""
    if one.start is None:
        return say("campaign_pages.no_date", language)
    start = written(one.start, one.precision)
    if one.end is None:
        return say("campaign_pages.open", language, start=start)
    return " - ".join(dict.fromkeys((start, written(one.end, one.precision))))
