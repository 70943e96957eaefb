"""Whether a column of ratios holds growth rates (13,3) or indices (113,3): its heading says the same for both."""

from __future__ import annotations

from functools import lru_cache

from loaders.rows import Row
from loaders.text import fold
from loaders.words import words

_INDEX_FROM = 60.0
_LEAST_INDEX_OF_A_TOTAL = 50.0
_FEW_VALUES = 5
_OFTEN = 0.25


def is_growth_column(cells: list[tuple[Row, float]], table: str = "") -> bool:
    """Whether a column of ratios holds growth rates (13,3) rather than indices (113,3), from its numbers alone.

    A large total says that they are indices, unless something is negative. Else it is the rule of the domain, the
    median of all but core inflation. (A small total says little: exports of 2010-09 print 1.232 for 123.2.)
    """
    total = _total(cells, table)
    if total is not None and total >= _LEAST_INDEX_OF_A_TOTAL and min(v for _, v in cells) >= 0:
        return False
    return are_growth([v for row, v in cells if not is_core_inflation(row.item)] or [v for _, v in cells])


def are_growth(values: list[float]) -> bool:
    """Whether ratios (of one column, at least one) are growth rates by their size.

    In a slump the median misleads: imports of January 2009 and services of April 2020 fell below a half. Growth
    that never falls and often passes 60 % is no growth.
    """
    large = sum(v >= _INDEX_FROM for v in values)
    if min(values) >= 0 and large and (len(values) < _FEW_VALUES or large >= _OFTEN * len(values)):
        return False
    return -_INDEX_FROM < _median(values) < _INDEX_FROM and min(values) < _INDEX_FROM


def _median(values: list[float]) -> float:
    """As `statistics.median`, whose module brings random numbers and fractions along whenever a reading starts."""
    ordered, half = sorted(values), len(values) // 2
    return ordered[half] if len(values) % 2 else (ordered[half - 1] + ordered[half]) / 2


def _total(cells: list[tuple[Row, float]], table: str) -> float | None:
    """The figure of the table's total where it comes first."""
    row, value = cells[0]
    totals = words()["totals"]
    name = fold(row.item).rstrip(" .:")
    return value if not row.parents and (name in totals["any"] or name in totals.get(table, [])) else None


@lru_cache(maxsize=16384)
def is_core_inflation(item: str) -> bool:
    folded = fold(item)
    return "lam phat co ban" in folded or "core inflation" in folded
