"""The day of publication beside the months that a workbook speaks of: a mistyped day would spoil the history."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime

from data.clock import day_of
from data.findings import Finding, Severity
from data.observation import Observation
from data.period import MONTHS_IN_YEAR, Period

LATE_MONTHS = 6
"""A workbook of months comes out within some weeks; what comes later than this is a history, or a mistyped year."""


def day_of_publication(
    observations: Sequence[Observation], day: date, *, today: date | None = None
) -> Iterator[Finding]:
    """A day before the newest month began or after today is doubted; one long after that month is noted."""
    now = today or day_of(datetime.now(UTC))
    if day > now:
        yield _finding("released_in_future", day, today=f"{now:%d/%m/%Y}")
    months = [one.period for one in observations if one.period.kind == "month"]
    if not months:
        return
    newest = max(months, key=lambda month: month.last)
    if day < newest.start:
        yield _finding("released_before_month", day, newest)
    elif day.year * MONTHS_IN_YEAR + day.month - 1 - newest.last > LATE_MONTHS:
        yield _finding("released_late", day, newest, Severity.NOTE, months=LATE_MONTHS)


def _finding(
    code: str, day: date, newest: Period | None = None, severity: Severity = Severity.WARNING, **more: str | int
) -> Finding:
    period = {"period": str(newest)} if newest else {}
    return Finding(code, severity, parameters={"day": f"{day:%d/%m/%Y}", **period, **more})
