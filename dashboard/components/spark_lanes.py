"""Campaigns under the small line of a theme, each in its own lane."""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.components.band_shapes import outline, shorten
from dashboard.components.drawing import text
from dashboard.components.spark_size import LETTER, Size
from dashboard.figures.bands import Placed, place
from dashboard.figures.lanes import HATCHED, HOLLOW
from dashboard.figures.spec import Band
from data.period import Period

LANES = 2


def lanes(bands: Sequence[Band], first: int, last: int, size: Size, step: float) -> list[str]:
    """At most two campaigns, each in its own lane: first those that begin or end inside the window, then such as run
    through it."""
    start, stop = Period(first, first).start, Period(last + 1, last + 1).start
    telling = [one for one in bands if one.start > start or (one.end is not None and one.end < stop)]
    through = [one for one in bands if one not in telling]
    found = [one for many in (telling, through) for one in place(many, start, stop, lanes=len(many))[0]]
    placed = [one._replace(lane=i) for i, one in enumerate(found[:LANES])]
    left, right = size.left - step / 2, size.right + step / 2
    scale = (right - left) / max((stop - start).days, 1)
    return [
        _band(one, left + (one.start - start).days * scale, left + (one.stop - start).days * scale, size)
        for one in placed
    ]


def _band(one: Placed, x0: float, x1: float, size: Size) -> str:
    """The bar with its name: inside where it fits and no hatch is under it, else at the right, else at the left."""
    y, width = size.lane_top + one.lane * size.lane_step, LETTER * len(one.band.name)
    hatched = one.band.kind == HATCHED
    places = [
        (0 if hatched else x1 - x0 - 12, x0 + 7, "start"),
        (size.width - x1 - 6, x1 + 6, "start"),
        (x0 - 6, x0 - 6, "end"),
    ]
    room, x, anchor = next((one for one in places if one[0] >= width), max(places))
    words = shorten(one.band.name, int(room / LETTER))
    fill = "url(#band-hatch)" if hatched else "var(--surface)" if one.band.kind in HOLLOW else "var(--band)"
    dash = ' stroke-dasharray="4 3"' if one.band.precision == "year" else ""
    return (
        f'<path class="band" d="{outline(x0, x1, y, y + size.lane_height, one)}" fill="{fill}" stroke="var(--bandline)"'
        f' stroke-width="1.2"{dash}><title>{text(one.band.name)}</title></path>'
        f'<text x="{x:.1f}" y="{y + size.lane_height / 2 + 3.2:.1f}" text-anchor="{anchor}" class="band-label">'
        f"{text(words)}</text>"
    )
