"""The day of the figures as an address writes it.

`2024-12-06` asks for what was published by then, `ghi-2024-12-06` for what this database held at the end of that day.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from data.store import Store

RECORDED = "ghi-"


@dataclass(frozen=True, slots=True)
class Moment:
    """One of the two days, or none of them for the newest figures."""

    as_of: date | None = None
    recorded: date | None = None

    @property
    def text(self) -> str:
        return moment_text(self.as_of, self.recorded)

    @property
    def day(self) -> date | None:
        """The day, whichever it is."""
        return self.as_of or self.recorded

    def known(self, store: Store) -> Store:
        """The store as it was on the day of recording, else as it is."""
        return store.as_recorded(self.recorded) if self.recorded else store


def moment_of(text: str) -> Moment:
    """The moment that a text names; the newest figures for anything else."""
    return Moment(*as_of_and_recorded(text))


def day_of(text: str) -> date | None:
    """The day that a text names in ISO form; None for anything else."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def as_of_and_recorded(text: str) -> tuple[date | None, date | None]:
    """The day of publication or of recording that is asked for; none of the two for the newest figures."""
    if text.startswith(RECORDED):
        return None, day_of(text.removeprefix(RECORDED))
    return day_of(text), None


def moment_text(as_of: date | None, recorded: date | None) -> str:
    """The reverse; empty for the newest figures."""
    if recorded:
        return f"{RECORDED}{recorded.isoformat()}"
    return as_of.isoformat() if as_of else ""
