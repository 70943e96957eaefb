"""Where campaigns stand on a chart: clipped to the window, in lanes, with edges at the boundaries of their days.

Pure geometry: positions are dates; a renderer turns them into pixels. A band of one day still covers that day, an
open end runs to the edge of the window, and a campaign without a known start is not drawn at all.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from dashboard.figures.spec import Band
from data.period import Period

MOST_LANES = 4
ONE_DAY = timedelta(days=1)
KIND_ORDER = ("programme", "thematic", "regular", "stage", "movement")


class Placed(NamedTuple):
    """One drawn band: from `start` up to but not including `stop`, in `lane` (0 is nearest to the axis).

    `continues_before` and `continues_after` say that the campaign goes on outside the window; `is_open` that it has
    no end.
    """

    band: Band
    start: date
    stop: date
    lane: int
    continues_before: bool
    continues_after: bool
    is_open: bool


def window(categories: Sequence[str]) -> tuple[date, date] | None:
    """First day and the day after the last one of a chart over time; None where categories are not periods."""
    try:
        periods = [Period.parse(one) for one in (categories[0], categories[-1])]
    except (IndexError, ValueError):
        return None
    return periods[0].start, periods[1].end + ONE_DAY


def place(bands: Iterable[Band], first: date, stop: date, *, lanes: int = MOST_LANES) -> tuple[list[Placed], int]:
    """Bands within `first` up to `stop`, each in the first free lane, and how many found none.

    The selected band comes first, then by kind, then by start, so that the lane of a campaign stays the same
    while the window moves over it where that is possible.
    """
    free_from: list[date] = []
    placed: list[Placed] = []
    hidden = 0
    for band, start, end in sorted(_visible(bands, first, stop), key=_order):
        lane = next((i for i, free in enumerate(free_from) if free <= start), len(free_from))
        if lane >= lanes:
            hidden += 1
            continue
        if lane == len(free_from):
            free_from.append(end)
        free_from[lane] = end
        placed.append(_placed(band, start, end, lane=lane, first=first, stop=stop))
    return placed, hidden


def _visible(bands: Iterable[Band], first: date, stop: date) -> list[tuple[Band, date, date]]:
    found = []
    for band in bands:
        end = stop if band.end is None else band.end + ONE_DAY
        start, end = max(band.start, first), min(end, stop)
        if start < end:
            found.append((band, start, end))
    return found


def _order(item: tuple[Band, date, date]) -> tuple[bool, date, date, str]:
    band, start, end = item
    return (not band.is_selected, start, end, band.code)


def _placed(band: Band, start: date, end: date, *, lane: int, first: date, stop: date) -> Placed:
    return Placed(
        band=band,
        start=start,
        stop=end,
        lane=lane,
        continues_before=band.start < first,
        continues_after=band.end is None or band.end + ONE_DAY > stop,
        is_open=band.end is None,
    )
