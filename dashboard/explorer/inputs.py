"""What the store is asked for one line: the series itself and the printed ratios that answer its transformation."""

from __future__ import annotations

from dataclasses import dataclass

from dashboard.transformed import lacking
from dashboard.transformed.find import PUBLISHED_AS, is_flow, printed
from data.store import Series, Store
from indicators.registry import Transformation

LEVELS = ("levels",)


@dataclass(frozen=True, slots=True)
class Inputs:
    """`lacking` names an input for which the store has no series; `is_growth` says that printed ratios come first."""

    asked: Series
    printed: tuple[Series, ...] = ()
    lacking: str = ""
    is_growth: bool = False

    def ids(self) -> set[int]:
        return {self.asked.id, *(one.id for one in self.printed)}


def inputs_of(store: Store, one: Series, how: Transformation) -> Inputs:
    """What `how` of `one` is made of, or what it lacks."""
    if how.key == "level":
        return Inputs(one)
    if how.key in PUBLISHED_AS and is_flow(one):
        return Inputs(one, printed=printed(store, one, PUBLISHED_AS[how.key]), is_growth=True)
    return Inputs(one, lacking=lacking(store, one, how))
