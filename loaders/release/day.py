"""Whether the day of publication can be true: by it later figures take the place of earlier ones."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from data.findings import Finding, Severity
from data.observation import Observation
from data.period import MONTHS_IN_YEAR, Period

LATE_MONTHS = 6
"""A workbook of months comes out within some weeks."""


def unlikely_day(observations: Sequence[Observation], day: date, *, today: date) -> Iterator[Finding]:
    """A day that is still to come, or more than a month before the newest period of the workbook began.

    Some departments print a figure expected for the next month, which is no mistake. A day long after the newest month
    is noted: a history, or a mistyped year.
    """
    released = f"{day:%d/%m/%Y}"
    if day > today:
        ahead = {"released": released, "today": f"{today:%d/%m/%Y}"}
        yield Finding("released_ahead", Severity.WARNING, parameters=ahead)
    newest = max((one.period for one in observations), key=lambda period: period.first, default=None)
    if newest is not None and day < Period(newest.first - 1, newest.first - 1).start:
        before = {"released": released, "period": str(newest)}
        yield Finding("released_before", Severity.WARNING, parameters=before)
    months = [one.period for one in observations if one.period.kind == "month"]
    last = max(months, key=lambda month: month.last, default=None)
    if last is not None and day.year * MONTHS_IN_YEAR + day.month - 1 - last.last > LATE_MONTHS:
        late: dict[str, str | float | int] = {"released": released, "period": str(last), "months": LATE_MONTHS}
        yield Finding("released_late", Severity.NOTE, parameters=late)
