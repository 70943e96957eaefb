"""One figure as charts and sentences hold it: its value, certainty, vintage and where it leads."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from data.period import Period
from data.store.codes import LENGTH, STATUSES
from data.store.questions import Row

PERCENT = 100.0


@dataclass(frozen=True, slots=True)
class Point:
    """One published figure, or one computed from two of one release: then `derived` names its derivation."""

    series_id: int
    last: int
    months: int
    value: float
    status: str
    released: date
    release_id: int
    derived: str = ""

    def said(self, value: float, status: str) -> Point:
        """The same figure in other terms, such as an index as the rate that it says."""
        return Point(
            self.series_id, self.last, self.months, value, status, self.released, self.release_id, self.derived
        )

    @property
    def is_computed(self) -> bool:
        return bool(self.derived)

    @property
    def figure_id(self) -> str:
        """The stored figure that this is, or that a computed one rests on."""
        return f"{self.series_id}:{_written(self.last, self.months)}:{self.release_id}"

    @property
    def trace(self) -> str:
        """Where the number leads: its figure, or the derivation of a computed one."""
        return self.derived or self.figure_id

    @property
    def period(self) -> Period:
        return Period(self.last - self.months + 1, self.last)


@lru_cache(maxsize=16_384)
def _written(last: int, months: int) -> str:
    """The same months stand in every chart."""
    return str(Period(last - months + 1, last))


def point_of(row: Row) -> Point:
    """A row of the store's fast path as a point."""
    series, code, value, status, released, release = row
    months, last = divmod(code, LENGTH)
    return Point(series, last, months, value, STATUSES[status], date.fromordinal(released), release)
