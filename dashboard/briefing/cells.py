"""What stands in a cell of a table and how wide its columns are, in Word and PDF alike."""

from __future__ import annotations

from dashboard.briefing.model import Cell, TableBlock
from dashboard.briefing.numbers import number
from dashboard.briefing.safe_text import breakable, label

TEXT_WIDTH_MM = 162


def shown_cell(value: Cell, decimals: int, language: str) -> str:
    """Missing figures read `…`, as in official tables."""
    if value is None:
        return "…"
    return breakable(label(value)) if isinstance(value, str) else number(value, decimals, language)


def column_widths_mm(block: TableBlock) -> list[float]:
    """Millimetres: the names take what the other columns leave, but never less than a third; words need more room
    than numbers.
    """
    others = range(1, len(block.header))
    shares = [2.4 if any(isinstance(row[at], str) for row in block.rows) else 1.0 for at in others]
    each = min(26.0, TEXT_WIDTH_MM * 0.66 / max(1.0, sum(shares)))
    widths = [each * share for share in shares]
    return [TEXT_WIDTH_MM - sum(widths), *widths]
