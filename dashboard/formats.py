"""Numbers, periods and dates as people read them, in Vietnamese and English. Nothing computes with these."""

from __future__ import annotations

import re
from datetime import date, datetime
from functools import lru_cache
from math import isnan
from typing import TYPE_CHECKING

from data.clock import shown
from data.period import MONTHS_IN_YEAR, Period
from data.wording import say

if TYPE_CHECKING:
    from decimal import Decimal

MINUS = "\u2212"
NO_BREAK = "\u00a0"
MISSING = "…"
_SWAP = str.maketrans(",.", ".,")
_ZERO = re.compile(r"[0.,]+")
_EXACT, _NEAR_TIE, _ASIDE = 1e9, 1e-5, 1e-2
"""Below the first, a product is right to much more than the second; by the third a number leaves its tie."""


def number(value: float | None, decimals: int = 1, language: str = "vi") -> str:
    """Rounded half away from zero: `1.234,5`, `−2,8`; `…` where there is none.

    >>> number(1234.55), number(-2.75), number(1234.5, 1, "en")
    ('1.234,6', '−2,8', '1,234.5')
    """
    if value is None or isnan(value):
        return MISSING
    shown = f"{_without_tie(value, decimals):,.{decimals}f}"
    if language != "en":
        shown = shown.translate(_SWAP)
    return f"{MINUS}{shown}" if value < 0 and not _ZERO.fullmatch(shown) else shown


def _without_tie(value: float, decimals: int) -> float | Decimal:
    """The absolute value, such that rounding it is the same to both sides; as decimals only where a tie is near."""
    size = abs(value)
    scaled = size * 10**decimals
    if scaled < _EXACT:
        if abs(scaled % 1 - 0.5) > _NEAR_TIE:
            return size
        written = repr(float(size))
        if "e" not in written:
            aside, further = _ASIDE / 10**decimals, written.partition(".")[2][decimals : decimals + 1]
            return size + aside if further >= "5" else size - aside
    from decimal import ROUND_HALF_UP, Decimal  # slow to import, and hardly ever needed

    return Decimal(repr(float(size))).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)


def percent(value: float | None, decimals: int = 1, language: str = "vi") -> str:
    """`9,2%`, without a blank."""
    return MISSING if value is None else f"{number(value, decimals, language)}%"


def signed(value: float | None, decimals: int = 1, language: str = "vi", unit: str = "%") -> str:
    """A growth rate in a figure or table: `+8,8%`, `−2,8%`; zero bears no sign.

    >>> signed(8.75), signed(-0.04)
    ('+8,8%', '0,0%')
    """
    if value is None:
        return MISSING
    shown = number(value, decimals, language)
    is_rise = not shown.startswith(MINUS) and any(digit in "123456789" for digit in shown)
    return f"{'+' if is_rise else ''}{shown}{unit}"


def amount(value: float | None, unit: str, language: str = "vi", decimals: int = 1) -> str:
    """A level with its unit, in the larger unit where that reads better: `562,0 nghìn tỷ đồng`, `33,7 tỷ USD`.

    >>> amount(562002.9, "Tỷ đồng").replace(NO_BREAK, " "), amount(33725.0, "Triệu USD").replace(NO_BREAK, " ")
    ('562,0 nghìn tỷ đồng', '33,7 tỷ USD')
    """
    if value is None:
        return MISSING
    scaled, name = scaled_unit(value, unit, language)
    return f"{number(scaled, decimals, language)}{'' if name == '%' else NO_BREAK}{name}"


def scaled_unit(value: float, unit: str, language: str = "vi") -> tuple[float, str]:
    """The value in the unit in which it is read, and that unit's name."""
    key = {"tỷ đồng": "billion_dong", "triệu usd": "million_usd"}.get(unit.lower())
    if key is None:
        return value, unit_inside(unit, language)
    if abs(value) >= 1000:
        return value / 1000, say(f"dashboard.unit.thousand_{key}", language)
    return value, say(f"dashboard.unit.{key}", language)


@lru_cache(maxsize=1_000)
def unit_name(unit: str, language: str = "vi") -> str:
    """The unit in the visitor's language, whatever spelling or language it was published in; as published where the
    catalogue lacks it.
    """
    from data.catalogue import catalogue  # charts without units to translate start without it

    known = catalogue().unit_named(unit)
    return unit if known is None else known.vi if language == "vi" else known.en


def unit_inside(unit: str, language: str = "vi") -> str:
    """The unit behind a number, where only abbreviations keep their capitals.

    >>> unit_inside("Nghìn tấn"), unit_inside("Nghìn tấn", "en"), unit_inside("Triệu USD", "en")
    ('nghìn tấn', 'thousand tonnes', 'million USD')
    """
    return within_sentence(unit_name(unit, language))


def month_short(ordinal: int, language: str = "vi", *, with_year: bool = True) -> str:
    """From a month ordinal, as on charts: `T7/2010` or `T7`; in English `Jul 2010` or `Jul`.

    >>> month_short(2010 * 12 + 6), month_short(2010 * 12 + 6, "en"), month_short(6, "en", with_year=False)
    ('T7/2010', 'Jul 2010', 'Jul')
    """
    year, month = divmod(ordinal, MONTHS_IN_YEAR)
    if language == "en":
        name = english_month(ordinal)[:3]
        return f"{name} {year}" if with_year else name
    return f"T{month + 1}/{year}" if with_year else f"T{month + 1}"


def period_long(period: Period, language: str = "vi") -> str:
    """`tháng 11/2024`, `11 tháng năm 2024`, `quý II/2010`, `năm 2010`."""
    return _period("period", period, language)


def within(period: Period, language: str = "vi") -> str:
    """The period as the time of a sentence: `2 tháng đầu năm 2025`; `in the first 2 months of 2025`."""
    return _period("within", period, language)


def _period(words: str, period: Period, language: str) -> str:
    year, month = divmod(period.last, MONTHS_IN_YEAR)
    key = period.kind if period.kind in ("month", "quarter", "year", "year_to_date") else "span"
    quarter = ("I", "II", "III", "IV")[month // 3]
    first_year, first_month = divmod(period.first, MONTHS_IN_YEAR)
    return say(
        f"dashboard.{words}.{key}",
        language,
        month=month + 1,
        year=year,
        quarter=quarter,
        months=period.months,
        first_month=first_month + 1,
        first_year=first_year,
        month_name=english_month(period.last),
        first_month_name=english_month(period.first),
    )


def within_sentence(words: str) -> str:
    """A name as it stands within a sentence: its first letter small, unless it begins with an abbreviation.

    >>> within_sentence("Khu vực kinh tế trong nước"), within_sentence("CPI")
    ('khu vực kinh tế trong nước', 'CPI')
    """
    return words if words[1:2].isupper() else words[:1].lower() + words[1:]


def day(value: date | None, language: str = "vi") -> str:
    """`06/12/2024` in both languages: day, month, year."""
    return MISSING if value is None else f"{value:%d/%m/%Y}"


def moment(value: datetime, language: str = "vi") -> str:
    """`06/12/2024 14:05` by the clocks of Viet Nam, wherever the server stands."""
    return shown(value)


def english_month(ordinal: int) -> str:
    """`November`, from a month ordinal."""
    names = "January February March April May June July August September October November December"
    return names.split()[ordinal % MONTHS_IN_YEAR]
