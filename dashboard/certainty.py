"""How certain a printed rate is where its column does not say so."""

from __future__ import annotations

from datetime import date


def certainty_of_rate(*, level: str, released: date, month_end: date, is_final: bool) -> str:
    """The status of the level in the same release (empty where there is none); consumer prices are final when
    published; a figure published before its month was over can only be an estimate; else it is preliminary.
    """
    if level:
        return level
    if is_final:
        return "official"
    return "estimate" if released <= month_end else "preliminary"
