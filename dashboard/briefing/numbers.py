"""Numbers and dates as people read them, in Vietnamese (`1.234,5`) and English (`1,234.5`)."""

from __future__ import annotations

from datetime import date
from decimal import ROUND_HALF_UP, Decimal

MINUS = "\u2212"
_SWAP = str.maketrans(",.", ".,")


def number(value: float, decimals: int = 1, language: str = "vi") -> str:
    """Rounded half away from zero, with the separators of the language and an ASCII hyphen for minus.

    >>> number(-1234.55, 1), number(1234.5, 1, "en")
    ('-1.234,6', '1,234.5')
    """
    rounded = Decimal(repr(value)).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    shown = f"{rounded + 0:,.{decimals}f}"
    if not rounded:
        shown = shown.lstrip("-")
    return shown if language == "en" else shown.translate(_SWAP)


def shown(value: float, decimals: int = 1, language: str = "vi") -> str:
    """As in a picture, where nobody copies a number into a sheet: with a true minus.

    >>> shown(-1234.55)
    '−1.234,6'
    """
    return number(value, decimals, language).replace("-", MINUS)


def signed(value: float, decimals: int = 1, language: str = "vi") -> str:
    """A growth rate in a figure or table: `+8,8` or `−2,8`.

    >>> signed(8.8), signed(-2.75)
    ('+8,8', '−2,8')
    """
    words = shown(value, decimals, language)
    is_rise = not words.startswith(MINUS) and any(digit in words for digit in "123456789")
    return f"+{words}" if is_rise else words


def day(value: date | None) -> str:
    """`06/12/2024` in both languages, as on the screen; empty for none."""
    return f"{value:%d/%m/%Y}" if value else ""


def office_format(decimals: int) -> str:
    """The number format of a cell or axis; the reader's program supplies its own separators."""
    return "#,##0" + ("." + "0" * decimals if decimals else "")


def chart_format(decimals: int, language: str = "vi") -> str:
    """The same inside a chart, where the language can be said, so that the separators do not depend on the machine."""
    return office_format(decimals) if language == "en" else f"[$-42A]{office_format(decimals)}"
