"""The point of a month in small drawings, and months that need one because no line reaches them."""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.points import Point

Drawn = tuple[float, float, Point] | None
"""Where the point of a month stands; None for a month without a figure."""


def dot(x: float, y: float, status: str, role: int, *, radius: float = 4.5) -> str:
    """The point of a month: full when official, half when preliminary, hollow when an estimate."""
    fill = f"var(--s{role})" if status == "official" else "var(--bg)"
    half = f'<path d="M{x:.1f} {y - radius:.1f}a{radius:g} {radius:g} 0 0 0 0 {2 * radius:g}z" fill="var(--s{role})"/>'
    ring = (
        f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{radius:g}" fill="{fill}" stroke="var(--s{role})" stroke-width="2.2"/>'
    )
    return ring + (half if status == "preliminary" else "")


def lonely(drawn: Sequence[Drawn]) -> list[tuple[float, float, Point]]:
    """Months whose neighbours have no figure: no line shows them, so they are points."""
    around = [None, *drawn, None]
    return [one for i, one in enumerate(drawn) if one and around[i] is None and around[i + 2] is None]
