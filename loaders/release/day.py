"""Whether the day of publication can be true: by it later figures take the place of earlier ones."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from data.findings import Finding, Severity
from data.observation import Observation
from data.period import Period


def unlikely_day(observations: Sequence[Observation], day: date, *, today: date) -> Iterator[Finding]:
    """A day that is still to come, or more than a month before the newest period of the workbook began.

    Some departments print a figure expected for the next month, which is no mistake.
    """
    released = f"{day:%d/%m/%Y}"
    if day > today:
        ahead = {"released": released, "today": f"{today:%d/%m/%Y}"}
        yield Finding("released_ahead", Severity.WARNING, parameters=ahead)
    newest = max((one.period for one in observations), key=lambda period: period.first, default=None)
    if newest is not None and day < Period(newest.first - 1, newest.first - 1).start:
        before = {"released": released, "period": str(newest)}
        yield Finding("released_before", Severity.WARNING, parameters=before)
