"""What a heading compares with: the words after `so với`."""

from __future__ import annotations

import re

from data.observation import Comparison
from data.period import Period
from loaders.context import Context
from loaders.heading_periods import read_period
from loaders.words import YEAR, words

_PREVIOUS_MONTH = re.compile(r"thang truoc|(?<!cung )ky truoc|(?:previous|last|preceding) month")
_TWO_YEARS = 24


def comparison_named(right: str, period: Period, context: Context) -> tuple[Comparison, str, str]:
    """(comparison, base, problem) from the words after `so với`."""
    is_month = period.months == 1 and not period.start_day
    same = Comparison.SAME_MONTH_PREVIOUS_YEAR if is_month else Comparison.SAME_PERIOD_PREVIOUS_YEAR
    if re.search(r"ky goc|\bgoc\b|base|binh quan nam|lan goc", right):
        year = re.search(YEAR, right)
        return Comparison.BASE_PERIOD, year[1] if year else _base_in_words(right), ""
    if _PREVIOUS_MONTH.search(right) and "nam truoc" not in right.replace("thang truoc nam truoc", ""):
        return Comparison.PREVIOUS_MONTH, "", ""
    if re.search(r"cung ky|\bck\b|same period|corresponding|cung thang|cung quy", right):
        return same, "", ""
    other = read_period(right, context, default_year=False)
    if other is not None:
        return _between(period, other, same, context)
    if re.search(r"thang 12|thang muoi hai|december", right) and re.search(r"nam truoc|previous year|last year", right):
        return Comparison.DECEMBER_PREVIOUS_YEAR, "", ""
    if re.search(r"nam truoc|previous year|last year", right):
        return same, "", ""
    if match := re.search(r"thang (\d{1,2})\b", right):
        return _between(period, _previous_month_of(period, int(match[1])), same, context)
    return Comparison.NONE, "", "unknown_comparison"


def _previous_month_of(period: Period, month: int) -> Period:
    year = period.end.year if month < period.end.month else period.end.year - 1
    return Period.month(year, month) if 1 <= month <= 12 else period.previous_year()


def _between(period: Period, other: Period, same: Comparison, context: Context) -> tuple[Comparison, str, str]:
    """The comparison that two periods name."""
    distance = period.last - other.last
    is_december = other.months == 1 and other.end.month == 12 and other.end.year == period.end.year - 1
    if period.months == 1 and other.months == 1:
        if is_december and (context.table == "consumer_price_index" or distance not in (1, 12)):
            return Comparison.DECEMBER_PREVIOUS_YEAR, "", ""
        if distance == 1:
            return Comparison.PREVIOUS_MONTH, "", ""
        if distance in (0, 12):  # 0 is a slip of the pen: the month compared with itself
            return same, "", ""
    if other.months == 12 and period.months == 1:
        if distance > _TWO_YEARS or context.table == "consumer_price_index":
            return Comparison.BASE_PERIOD, str(other.end.year), ""
        return same, "", ""
    if distance == 12 or (other.end.year == period.end.year - 1 and other.months in (period.months, 12)):
        return same, "", ""
    return Comparison.NONE, "", "unknown_comparison"


def _base_in_words(right: str) -> str:
    """`hai nghìn không trăm linh chín` -> `2009`."""
    digits = words()["digits"]
    match = re.search(r"hai nghin (?:khong tram |le |linh )*(\w+)(?: (\w+))?", right)
    if not match:
        return ""
    last = match[2] or match[1]
    return f"20{'1' if match[1] == 'muoi' and match[2] else '0'}{digits.get(last, '')}" if last in digits else ""
