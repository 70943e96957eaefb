"""One figure over its releases: a step for each, with its value, day and certainty; drawn, not a chart to explore."""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.components.drawing import text
from dashboard.formats import day, number
from data.store import Version
from data.wording import say

NARROWEST, STEP, HEIGHT, TOP, BOTTOM, SIDE = 328.0, 104.0, 170.0, 44.0, 118.0, 56.0
MOST_VERSIONS = 8


def history_drawing(versions: Sequence[Version], name: str, decimals: int, language: str) -> str:
    """An SVG of the versions in force at their time, the newest last; withdrawn ones are left to the table.

    Of many only the first and the newest ones are drawn. Empty where the figure was published once only.
    """
    known = [one for one in versions if not one.withdrawn]
    if len(known) < 2:
        return ""
    shown = known if len(known) <= MOST_VERSIONS else [known[0], *known[1 - MOST_VERSIONS :]]
    values = [one.value for one in shown]
    low, high = min(values), max(values)
    width = max(NARROWEST, 2 * SIDE + STEP * (len(shown) - 1))
    step = (width - 2 * SIDE) / (len(shown) - 1)
    at = [(SIDE + i * step, BOTTOM - (BOTTOM - TOP) * (v - low) / ((high - low) or 1)) for i, v in enumerate(values)]
    label = say(
        "lineage.cell.history_alt", language,
        name=name, first=number(values[0], decimals, language), first_day=day(shown[0].released, language),
        last=number(values[-1], decimals, language), last_day=day(shown[-1].released, language), count=len(known),
    )  # fmt: skip
    points = "".join(_point(x, y, one, decimals, language) for (x, y), one in zip(at, shown, strict=True))
    return (
        f'<svg class="history" width="{width:g}" height="{HEIGHT:g}" viewBox="0 0 {width:g} {HEIGHT:g}" role="img"'
        f' aria-label="{text(label)}">'
        f'<path d="{_steps(at)}" fill="none" stroke="var(--s1)" stroke-width="2"/>{points}</svg>'
    )


def _steps(at: Sequence[tuple[float, float]]) -> str:
    """A value holds until the day on which the next one is published."""
    x, y = at[0]
    return f"M{x:.1f} {y:.1f}" + "".join(f"H{x:.1f}V{y:.1f}" for x, y in at[1:])


def _point(x: float, y: float, one: Version, decimals: int, language: str) -> str:
    fill = {"estimate": "var(--surface)", "preliminary": "var(--s1t)"}.get(one.status, "var(--s1)")
    word = say(f"dashboard.status.{one.status or 'unknown'}", language)
    return (
        f'<circle cx="{x:.1f}" cy="{y:.1f}" r="5" fill="{fill}" stroke="var(--s1)" stroke-width="2"/>'
        f'<text x="{x:.1f}" y="{y - 14:.1f}" text-anchor="middle" class="end-label">'
        f"{number(one.value, decimals, language)}</text>"
        f'<text x="{x:.1f}" y="{HEIGHT - 22:g}" text-anchor="middle" class="tick">{day(one.released, language)}</text>'
        f'<text x="{x:.1f}" y="{HEIGHT - 6:g}" text-anchor="middle" class="tick">{text(word)}</text>'
    )
