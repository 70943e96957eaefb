"""The timeline of campaigns on the overview: lanes over eighteen months and the date of the release."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from dashboard.components.drawing import text
from dashboard.components.sparkline import outline, shorten
from dashboard.figures.bands import Placed, place
from dashboard.figures.lanes import HATCHED, HOLLOW
from dashboard.figures.spec import Band
from dashboard.formats import day, month_short
from data.period import Period

WIDTH, TOP, STEP, HEIGHT = 540.0, 22.0, 28.0, 22.0
LETTER = 6.7
HATCH = (
    '<svg width="0" height="0" aria-hidden="true" style="position:absolute"><defs>'
    '<pattern id="band-hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
    '<rect width="6" height="6" fill="var(--surface)"/><rect width="2" height="6" fill="var(--bandline)"/></pattern>'
    '<pattern id="gap-hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(-45)">'
    '<rect width="1" height="6" fill="var(--ctrl)" opacity=".6"/></pattern></defs></svg>'
)


def timeline(
    bands: Sequence[Band],
    first: int,
    last: int,
    marked: date | None,
    label: str,
    *,
    lanes: int = 5,
    language: str = "vi",
) -> tuple[str, int]:
    """The SVG, and how many campaigns found no lane."""
    start, stop = Period(first, first).start, Period(last, last).end + timedelta(days=1)
    placed, hidden = place(bands, start, stop, lanes=lanes)
    rows = max([one.lane for one in placed], default=0) + 1
    bottom = TOP + rows * STEP
    scale = WIDTH / (stop - start).days
    body = [
        _quarter(month, (Period(month, month).start - start).days * scale, bottom, language)
        for month in range(first, last + 1, 3)
    ]
    lanes_drawn = [_lane(one, (one.start - start).days * scale, (one.stop - start).days * scale) for one in placed]
    body += [bar for bar, _ in lanes_drawn]
    if marked and start <= marked < stop:
        x = (marked - start).days * scale
        body.append(
            f'<path d="M{x:.1f} 18V{bottom:.0f}" stroke="var(--primary)" stroke-width="2"/>'
            f'<text x="{min(max(x, 32), WIDTH - 32):.1f}" y="{bottom + 12:.0f}" text-anchor="middle"'
            f' class="today">{day(marked)}</text>'
        )
    body += [name for _, name in lanes_drawn]
    return (
        f'<svg class="timeline" viewBox="0 0 {WIDTH:g} {bottom + 16:g}" role="img" aria-label="{text(label)}">'
        f"{''.join(body)}</svg>"
    ), hidden


def _quarter(month: int, x: float, bottom: float, language: str) -> str:
    return (
        f'<path d="M{x:.1f} 18V{bottom:.0f}" stroke="var(--grid)"/>'
        f'<text x="{x + 3:.1f}" y="12" class="tick">{month_short(month, language)}</text>'
    )


def _lane(one: Placed, x0: float, x1: float) -> tuple[str, str]:
    """The bar, and its name with the colour of the bar round the letters, so that the line of the day spares them."""
    y = TOP + one.lane * STEP
    kind = one.band.kind
    fill = "var(--surface)" if kind in HOLLOW else "url(#band-hatch)" if kind == HATCHED else "var(--band)"
    dash = ' stroke-dasharray="4 3"' if one.band.precision == "year" else ""
    width = LETTER * len(one.band.name)
    if width + 16 <= x1 - x0 and kind != HATCHED:
        words, x, anchor = one.band.name, x0 + 9, "start"
    elif x1 + 8 + width <= WIDTH:
        words, x, anchor = one.band.name, x1 + 8, "start"
    elif x0 - 8 - width >= 0:
        words, x, anchor = one.band.name, x0 - 8, "end"
    else:
        room = int(max(x1 - x0 - 16, x0 - 16, WIDTH - x1 - 16) / LETTER)
        words = shorten(one.band.name, room)
        x, anchor = (
            (x0 + 9, "start")
            if x1 - x0 >= max(x0, WIDTH - x1)
            else (x0 - 8, "end")
            if x0 > WIDTH - x1
            else (x1 + 8, "start")
        )
        fill = "var(--surface)" if kind == HATCHED and anchor == "start" and x < x1 else fill
    halo = "var(--bg)" if not x0 < x < x1 else fill
    return (
        f'<path d="{outline(x0, x1, y, y + HEIGHT, one, notch=5)}" fill="{fill}"'
        f' stroke="var(--bandline)" stroke-width="1.2"{dash}>'
        f"<title>{text(one.band.name)}</title></path>",
        f'<text x="{x:.1f}" y="{y + 15.3:.1f}" text-anchor="{anchor}" class="lane-label"'
        f' paint-order="stroke" stroke="{halo}" stroke-width="5">{text(words)}</text>',
    )
