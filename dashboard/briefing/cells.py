"""What stands in a cell of a table, whatever the file."""

from __future__ import annotations

from dashboard.briefing.model import Cell
from dashboard.briefing.numbers import number
from dashboard.briefing.safe_text import breakable, label


def shown_cell(value: Cell, decimals: int, language: str) -> str:
    """Missing figures read `…`, as in official tables."""
    if value is None:
        return "…"
    return breakable(label(value)) if isinstance(value, str) else number(value, decimals, language)
