"""Colours of print by role; exports are always light. Series 1 to 8 are distinct under every colour vision."""

from __future__ import annotations

SERIES = ("21407A", "B8552B", "1C9A92", "5E2A50", "A87F10", "4A7DAA", "64874A", "54524C")
STACK_ORDER = (0, 2, 3, 1, 7, 4, 5, 6)
INK, INK_2, INK_3 = "1C2230", "474D5A", "62666F"
SURFACE, PAPER, SUNKEN = "FFFFFF", "F6F3EC", "ECE7DC"
LINE, GRID = "DCD5C8", "E4DED2"
BAND, BAND_LINE, BAND_TEXT = "E6D8C1", "866243", "5E4026"
CONTEXT = "C9C2B4"
DASHES = ("", "8 3", "2 3", "8 3 2 3")
HEAT = ("CD886A", "DFB2A0", "F1DDD5", "FFFFFF", "CED5E2", "9BA9C3", "3C578A")
"""Seven classes from low to high, mixed with the surface."""

_THEMES = {"industry": 0, "retail": 1, "exports": 2, "prices": 3}


def series_number(role: str, order: int) -> int:
    """Which of the eight colours a role takes; an unknown role takes that of its order."""
    if role in _THEMES:
        return _THEMES[role]
    digits = role.removeprefix("series")
    return (int(digits) - 1) % len(SERIES) if digits.isdigit() else order % len(SERIES)


def colour(role: str, order: int = 0) -> str:
    """`RRGGBB` of a role such as `series1`, `industry`, `context`, `ink`."""
    fixed = {
        "context": CONTEXT,
        "ctx": CONTEXT,
        "previous": CONTEXT,
        "ink": INK,
        "ink_line": INK,
        "ink2": INK_2,
        "band": BAND,
    }
    return fixed.get(role) or SERIES[series_number(role, order)]


def tint(rgb: str, share: float = 0.5) -> str:
    """The colour mixed with white: `share` of it remains."""
    parts = (int(rgb[at : at + 2], 16) for at in (0, 2, 4))
    return "".join(f"{round(255 - (255 - part) * share):02X}" for part in parts)
