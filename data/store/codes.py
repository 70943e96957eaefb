"""How periods and statuses are written as small integers, so that a range of months is one contiguous scan."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from data.period import Period

LENGTH = 1_000_000
"""Whole months: `months * LENGTH + last month ordinal`."""
DAY_SPAN = 1_000_000_000
"""Spans of days: `DAY_SPAN + days * LENGTH + day number of the last day`."""
OPEN = 8_388_607
"""`superseded` of a current version; the largest integer that SQLite keeps in three bytes."""
"""A version that a re-issue of its own day replaced was never in force at the end of a day; its `superseded` is minus
the number of its release, so that each moment belongs to one version of a figure only."""
STATUSES = ("", "estimate", "preliminary", "official")


@lru_cache(maxsize=65_536)
def period_code(period: Period) -> int:
    if period.kind == "days":
        return DAY_SPAN + ((period.end - period.start).days + 1) * LENGTH + period.end.toordinal()
    return period.months * LENGTH + period.last


@lru_cache(maxsize=65_536)
def period_of(code: int) -> Period:
    if code >= DAY_SPAN:
        days, end = divmod(code - DAY_SPAN, LENGTH)
        return Period.days(date.fromordinal(end - days + 1), date.fromordinal(end))
    months, last = divmod(code, LENGTH)
    return Period(last - months + 1, last)


def status_code(status: str) -> int:
    return STATUSES.index(status)
