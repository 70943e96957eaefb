"""What was released before, as plain data: the checks ask it and know no store."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from data.observation import Comparison, Observation
from data.period import Period

MOST_MONTHS_OF_A_RELEASE = 15
"""A monthly release prints the month, the ones before it, and those of the year before."""


@dataclass(frozen=True, slots=True)
class KnownFigure:
    """A figure stored before: the newest version of its period."""

    period: Period
    value: float
    unit: str = ""
    status: str = ""
    released: date | None = None


class Known(Protocol):
    """The memory that checks compare with."""

    def figures(self, observation: Observation) -> Sequence[KnownFigure]:
        """All stored figures of the observation's series (same item, area, measure, comparison, base), any period.

        Asked only for observations that were given to `check` themselves, never for copies of them.
        """

    def labels(self, table: str) -> Collection[str]:
        """Labels of the rows that the table had in the last release that held it; empty if there is none."""


def is_history(observations: Collection[Observation]) -> bool:
    """Whether the figures run over years: then they come of many releases, and neighbours may not fit to the digit."""
    months = {o.period.last for o in observations if o.period.months == 1 and o.comparison is Comparison.NONE}
    return len(months) > MOST_MONTHS_OF_A_RELEASE


class NothingKnown:
    """Before the first release."""

    def figures(self, observation: Observation) -> Sequence[KnownFigure]:
        return ()

    def labels(self, table: str) -> Collection[str]:
        return ()
