"""The timeline of campaigns on the overview: lanes over eighteen months and the date of the release."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from dashboard.components.band_shapes import outline
from dashboard.components.drawing import text
from dashboard.components.lane_rows import Lane, rows_of
from dashboard.figures.bands import place
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
    '<rect width="1" height="6" fill="var(--ctrl)" opacity=".45"/></pattern></defs></svg>'
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
    placed, _ = place(bands, start, stop, lanes=len(bands))
    scale = WIDTH / (stop - start).days
    rows = rows_of(placed, lambda moment: (moment - start).days * scale, 0, WIDTH, LETTER)
    hidden = sum(map(len, rows[lanes:]))
    bottom = TOP + max(len(rows[:lanes]), 1) * STEP
    body = [
        _quarter(month, (Period(month, month).start - start).days * scale, bottom, language)
        for month in range(first, last + 1, 3)
    ]
    drawn = [_lane(lane, TOP + number * STEP) for number, row in enumerate(rows[:lanes]) for lane in row]
    body += [bar for bar, _ in drawn]
    if marked and start <= marked < stop:
        x = (marked - start).days * scale
        body.append(
            f'<path d="M{x:.1f} 18V{bottom:.0f}" stroke="var(--primary)" stroke-width="2"/>'
            f'<text x="{min(max(x, 32), WIDTH - 32):.1f}" y="{bottom + 12:.0f}" text-anchor="middle"'
            f' class="today">{day(marked)}</text>'
        )
    body += [name for _, name in drawn]
    return (
        f'<svg class="timeline" viewBox="0 0 {WIDTH:g} {bottom + 16:g}" role="group" aria-label="{text(label)}">'
        f"{''.join(body)}</svg>"
    ), hidden


def _quarter(month: int, x: float, bottom: float, language: str) -> str:
    return (
        f'<path d="M{x:.1f} 18V{bottom:.0f}" stroke="var(--grid)"/>'
        f'<text x="{x + 3:.1f}" y="12" class="tick">{month_short(month, language)}</text>'
    )


def _lane(lane: Lane, y: float) -> tuple[str, str]:
    """The bar, and its name with the colour of the bar round the letters, so that the line of the day spares them.
    Both lead to the campaign's page; the keyboard meets it once.
    """
    one, kind = lane.one, lane.one.band.kind
    address, name = f"/phong-trao/{text(one.band.code)}", text(one.band.name)
    fill = "var(--surface)" if kind in HOLLOW else "url(#band-hatch)" if kind == HATCHED else "var(--band)"
    dash = ' stroke-dasharray="4 3"' if one.band.precision == "year" else ""
    halo = fill if lane.is_inside and kind != HATCHED else "var(--bg)"
    return (
        f'<a href="{address}" aria-label="{name}" class="lane"><title>{name}</title>'
        f'<path d="{outline(lane.left, lane.right, y, y + HEIGHT, one, notch=5)}" fill="{fill}"'
        f' stroke="var(--bandline)" stroke-width="1.2"{dash}/></a>',
        f'<a href="{address}" tabindex="-1" aria-hidden="true" class="lane">'
        f'<text x="{lane.at:.1f}" y="{y + 15.3:.1f}" text-anchor="{lane.anchor}" class="lane-label"'
        f' paint-order="stroke" stroke="{halo}" stroke-width="5">{text(lane.words)}</text></a>',
    )
