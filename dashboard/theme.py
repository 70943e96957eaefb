"""Colours by role in both themes, and the theme of the Mantine components. The style sheet holds the same values."""

from __future__ import annotations

from typing import Any

LIGHT, DARK = "light", "dark"
THEMES = (LIGHT, DARK)

PALETTE: dict[str, tuple[str, str]] = {
    "bg": ("#F6F3EC", "#131519"), "surface": ("#FFFEFB", "#1B1E24"), "sunken": ("#ECE7DC", "#24282F"),
    "ink": ("#1C2230", "#EFEADF"), "ink2": ("#474D5A", "#C0BCB2"), "ink3": ("#62666F", "#9C988F"),
    "line": ("#DCD5C8", "#353941"), "grid": ("#E4DED2", "#2B2F37"), "ctrl": ("#857C6D", "#7C7F87"),
    "band": ("#E6D8C1", "#43382A"), "bandline": ("#866243", "#B99A74"), "bandtext": ("#5E4026", "#DEC6A4"),
    "tint": ("rgba(134,98,67,.09)", "rgba(185,154,116,.13)"), "ctx": ("#C9C2B4", "#50545D"),
    "series1": ("#21407A", "#A9BBF5"), "series2": ("#B8552B", "#D2703E"), "series3": ("#1C9A92", "#93EBD8"),
    "series4": ("#5E2A50", "#AC7299"), "series5": ("#A87F10", "#F6CB62"), "series6": ("#4A7DAA", "#2A8CC8"),
    "series7": ("#64874A", "#DAE6AA"), "series8": ("#54524C", "#A9A297"),
    "ink_line": ("#1C2230", "#EFEADF"), "ink_line_tint": ("#8B8E94", "#858380"),
    "series1_tint": ("#8B9CBB", "#626D8D"), "series2_tint": ("#DAA68F", "#774731"),
    "series3_tint": ("#8DCCC6", "#57857E"), "series4_tint": ("#AE94A5", "#64485F"),
    "series5_tint": ("#D3BE85", "#897543"), "series6_tint": ("#A4BDD2", "#235576"),
    "series7_tint": ("#B1C2A2", "#7B8267"), "series8_tint": ("#A9A8A3", "#62605E"),
}  # fmt: skip
STACK_ORDER = ("series1", "series3", "series4", "series2", "series8", "series5")
THEME_ROLES = {"industry": "series1", "retail": "series2", "exports": "series3", "prices": "series4"}

_INDIGO = [
    "#EEF1F8", "#D9E0EF", "#A9BBF5", "#8FA2CC", "#6C84BB", "#4F6AAA", "#365394", "#21407A", "#1A3362", "#13264A",
]  # fmt: skip
MANTINE: dict[str, Any] = {
    "fontFamily": '"Be Vietnam Pro", system-ui, sans-serif',
    "primaryColor": "cham",
    "primaryShade": {"light": 7, "dark": 2},
    "autoContrast": True,
    "luminanceThreshold": 0.3,
    "defaultRadius": 6,
    "cursorType": "pointer",
    "focusRing": "auto",
    "colors": {"cham": _INDIGO},
    "spacing": {"xs": 4, "sm": 8, "md": 12, "lg": 20, "xl": 32},
    "fontSizes": {"xs": "12px", "sm": "13px", "md": "14px", "lg": "16px", "xl": "18px"},
    "shadows": {size: "none" for size in ("xs", "sm", "md", "lg", "xl")},
    # The list itself scrolls, so that whoever cannot see it is told of one list and not of a box around it.
    "components": {name: {"defaultProps": {"withScrollArea": False}} for name in ("Select", "MultiSelect")},
}


def colour(role: str, theme: str = LIGHT) -> str:
    """The colour of a role in a theme. Raises KeyError for an unknown role."""
    return PALETTE[role][THEMES.index(theme)]
