"""Campaigns in rows, so that neither bars nor their names meet."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from dashboard.components.band_shapes import shorten
from dashboard.figures.bands import Placed
from dashboard.figures.lanes import HATCHED

GAP = 8.0


@dataclass(frozen=True, slots=True)
class Lane:
    """A bar from `left` to `right`, and where its name begins or, for the anchor `end`, ends."""

    one: Placed
    left: float
    right: float
    words: str
    at: float
    anchor: str

    @property
    def is_inside(self) -> bool:
        return self.left < self.at < self.right


def rows_of(
    placed: Sequence[Placed], x_of: Callable[[date], float], first: float, last: float, letter: float
) -> list[list[Lane]]:
    """Each campaign in the first row where it has room between `first` and `last`; `letter` is the width of one."""
    rows: list[tuple[list[tuple[float, float]], list[Lane]]] = []
    for one in placed:
        lane, extent = _laid(one, x_of(one.start), x_of(one.stop), first, last, letter)
        row = next((r for r in rows if all(extent[1] + GAP <= a or b + GAP <= extent[0] for a, b in r[0])), None)
        if row is None:
            row = ([], [])
            rows.append(row)
        row[0].append(extent)
        row[1].append(lane)
    return [row for _, row in rows]


def _laid(
    one: Placed, left: float, right: float, first: float, last: float, letter: float
) -> tuple[Lane, tuple[float, float]]:
    """The name inside where it fits and no hatch is under it, else right, else left, else cut where most room is."""
    name, width = one.band.name, letter * len(one.band.name)
    places = [
        (0.0 if one.band.kind == HATCHED else right - left - 2 * GAP, left + GAP + 1, "start"),
        (last - right - GAP, right + GAP, "start"),
        (left - GAP - first, left - GAP, "end"),
    ]
    room, at, anchor = next((place for place in places if place[0] >= width), max(places))
    words = name if room >= width else shorten(name, int(room / letter))
    reach = min(width, room)
    extent = (
        min(left, at - reach) if anchor == "end" else left,
        max(right, at + reach) if anchor == "start" else right,
    )
    return Lane(one, left, right, words, at, anchor), extent
