"""Days and times by the clocks of Viet Nam, wherever the server stands. What is stored stays in UTC."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta, timezone

VIETNAM = timezone(timedelta(hours=7))


def today() -> date:
    """The day that it is in Viet Nam now, also where the server's own clock is hours behind."""
    return day_of(datetime.now(UTC))


def day_of(moment: datetime) -> date:
    """The day that it is in Viet Nam.

    >>> day_of(datetime(2024, 12, 6, 20, 5, tzinfo=UTC))
    datetime.date(2024, 12, 7)
    """
    return moment.astimezone(VIETNAM).date()


def shown(moment: datetime) -> str:
    """`06/12/2024 14:05`, alike in both languages."""
    return f"{moment.astimezone(VIETNAM):%d/%m/%Y %H:%M}"


def end_of(day: date) -> str:
    """The midnight in Viet Nam that ends a day, in the form in which moments are stored."""
    midnight = datetime.combine(day + timedelta(days=1), time(), VIETNAM)
    return midnight.astimezone(UTC).isoformat(timespec="microseconds")
