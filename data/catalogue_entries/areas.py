"""The whole country and its provinces, with the boundaries that they had."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from data.catalogue_building import Text
from data.period import Period


@dataclass(frozen=True, slots=True)
class BoundaryChange:
    """From `date` on the area has other boundaries; figures across it are not comparable by level."""

    date: date
    source: Text
    added: tuple[Text, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Area:
    """The whole country or a unit of province level, between the first and the last day of its validity."""

    name: Text
    en: Text
    aliases: tuple[Text, ...] = ()
    start: date | None = None
    until: date | None = None
    changes: tuple[BoundaryChange, ...] = ()
    into: str = ""

    def is_valid_on(self, day: date) -> bool:
        return (self.start is None or self.start <= day) and (self.until is None or day <= self.until)

    def boundary_version(self, day: date) -> int:
        """0 for the oldest boundaries known here, one more after each change."""
        return sum(change.date <= day for change in self.changes)

    def is_comparable(self, first: Period, second: Period) -> bool:
        """Whether levels of both periods belong to the same boundaries."""
        ends = (first.start, first.end, second.start, second.end)
        return len({self.boundary_version(day) for day in ends}) == 1 and all(self.is_valid_on(day) for day in ends)
