"""Cells that hold a period and nothing else, in the ways that history files write one.

`Jan-24`, `1986JAN`, `2024M01`, `2024-01`, `01/2024`, `T1/2024`, `Tháng 1 năm 2024`, `2024Q1`, `Quý I/2024`,
`6 tháng 2024`, `2024`, true dates; without their year (`T1`, `Quý I`, `6 tháng`) where a row or column of years
stands by.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from data.period import FIRST_YEAR, LAST_YEAR, MONTHS_IN_YEAR, Period
from loaders.grid import Grid, Value
from loaders.headings import words
from loaders.text import fold
from loaders.words import patterns

_YEAR = r"((?:19|20)\d\d)"
_GAP = r"[\s/._-]*"
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_CENTURY_TURN = 70
_LONGEST = 26
FEWEST_PERIODS = 4
"""So many periods in a row or column make it one of a history file."""

_DIGIT = re.compile(r"\d")
_YEARS_AND_MONTHS = frozenset(map(float, [*range(1, MONTHS_IN_YEAR + 1), *range(FIRST_YEAR, LAST_YEAR + 1)]))
_FIRST_LETTERS = tuple("qQcC")

_TRAILING = r"\s*(?:\(r\)|\*|\[note \d+\])\s*$"
_FORMS: tuple[tuple[str, str], ...] = (
    ("month_year", rf"(?:thang|t|m)?{_GAP}(0?[1-9]|1[0-2])(?:{_GAP}nam|[/.-])\s*{_YEAR}"),
    ("year_month", rf"{_YEAR}(?:[/.-]|\s*m\s*)(0?[1-9]|1[0-2])"),
    ("name_year", r"([a-z]{3,9})\.?[\s,/'-]*((?:19|20)?\d\d)"),
    ("year_name", rf"{_YEAR}[\s,/-]*([a-z]{{3,9}})\.?"),
    ("quarter_year", rf"(?:quy|qui|q){_GAP}(iv|i{{1,3}}|[1-4])(?:{_GAP}(?:nam)?{_GAP}{_YEAR})?"),
    ("year_quarter", rf"{_YEAR}{_GAP}q(?:uy|uarter)?{_GAP}([1-4])"),
    ("months", rf"(0?[2-9]|1[0-2])\s*thang(?: dau nam)?(?:{_GAP}(?:nam)?{_GAP}{_YEAR})?"),
    ("month", r"(?:thang|t)\s*(0?[1-9]|1[0-2])"),
    ("year", rf"(?:(?:ca )?nam\s*)?{_YEAR}"),
    ("whole_year", r"ca nam"),
)


class WrittenPeriod(NamedTuple):
    """Months `first` to `last` of a year; `year` 0 and `status` empty where the cell does not say it."""

    first: int
    last: int
    year: int = 0
    status: str = ""

    @property
    def months(self) -> int:
        return self.last - self.first + 1

    @property
    def is_whole_year(self) -> bool:
        return self.months == MONTHS_IN_YEAR

    def of_year(self, year: int) -> Period | None:
        """The period in its own year, or in `year` where it has none; None where neither is known."""
        known = self.year or year
        return Period.span(known, self.first, known, self.last) if FIRST_YEAR <= known <= LAST_YEAR else None


def period_in(grid: Grid, row: int, column: int) -> WrittenPeriod | None:
    """The period that a cell holds if it holds nothing else."""
    found = grid.value(row, column)
    if not may_be_period(found):
        return None
    if isinstance(found, date):
        return WrittenPeriod(found.month, found.month, found.year)
    if isinstance(found, int | float):
        whole = float(found).is_integer() and FIRST_YEAR <= found <= LAST_YEAR
        return WrittenPeriod(1, MONTHS_IN_YEAR, int(found)) if whole else None
    return written_period(grid.text(row, column))


def may_be_period(found: Value) -> bool:
    """A quick no to most cells: a period is short and has a digit, or begins as `Quý I`, `Q.I` and `Cả năm` do."""
    if type(found) is float:
        return found in _YEARS_AND_MONTHS
    if type(found) is str:
        return len(found) <= _LONGEST and (_DIGIT.search(found) is not None or found.lstrip()[:1] in _FIRST_LETTERS)
    return found is not None and not isinstance(found, bool)


@lru_cache(maxsize=4096)
def written_period(text: str) -> WrittenPeriod | None:
    """The period that a text names if it names nothing else.

    >>> written_period("1986JAN"), written_period("T1/2024"), written_period("Jan-24").year
    (WrittenPeriod(first=1, last=1, year=1986, status=''), WrittenPeriod(first=1, last=1, year=2024, status=''), 2024)
    """
    folded, status = _without_status(re.sub(_TRAILING, "", fold(text)))
    for form, pattern in _FORMS:
        match = re.fullmatch(pattern, folded)
        if match and (found := _READERS[form](match)):
            return found._replace(status=status)
    return None


def _without_status(folded: str) -> tuple[str, str]:
    """`Sơ bộ 2022` and `2022 (ước tính)` -> (the period, its status)."""
    for status in words()["status"]:
        match = patterns("status_of_period", status).search(folded)
        if match:
            return (folded[: match.start()] + folded[match.end() :]).strip(), status
    return folded, ""


def _month(name: str, year: str | None) -> WrittenPeriod:
    return WrittenPeriod(int(name), int(name), int(year or 0))


def _named_month(name: str, year: str) -> WrittenPeriod | None:
    month = words()["english_months"].get(name)
    return WrittenPeriod(month, month, _full_year(year)) if month else None


def _full_year(year: str) -> int:
    """`24` is 2024 and `86` is 1986."""
    short = int(year)
    return short if short >= FIRST_YEAR else short + (1900 if short >= _CENTURY_TURN else 2000)


def _quarter(name: str, year: str | None) -> WrittenPeriod:
    last = (_ROMAN.get(name) or int(name)) * 3
    return WrittenPeriod(last - 2, last, int(year or 0))


_READERS: dict[str, Callable[[re.Match[str]], WrittenPeriod | None]] = {
    "month_year": lambda m: _month(m[1], m[2]),
    "year_month": lambda m: _month(m[2], m[1]),
    "name_year": lambda m: _named_month(m[1], m[2]),
    "year_name": lambda m: _named_month(m[2], m[1]),
    "quarter_year": lambda m: _quarter(m[1], m[2]),
    "year_quarter": lambda m: _quarter(m[2], m[1]),
    "months": lambda m: WrittenPeriod(1, int(m[1]), int(m[2] or 0)),
    "month": lambda m: _month(m[1], None),
    "year": lambda m: WrittenPeriod(1, MONTHS_IN_YEAR, int(m[1])),
    "whole_year": lambda m: WrittenPeriod(1, MONTHS_IN_YEAR),
}
