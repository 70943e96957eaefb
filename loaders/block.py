"""The block of a table: where its headings end, where its figures begin, and which columns are what.

title                                                   unit
|            | Thực hiện | Ước tính | Ước tính 7 tháng        | ...   heading rows: phrases cut over cells,
|            | tháng 6   | tháng 7  | Tổng mức | Cơ cấu (%)   | ...   merged or not, years as numbers
| a          | 1         | 2        | 3        | 4            | ...   column numbers, dropped
| TỔNG SỐ    | 120000.5  | ...                                      first row of figures
"""

from __future__ import annotations

import re
from itertools import pairwise

from loaders.grid import Grid, Value
from loaders.headings import Heading
from loaders.numbers import read_number

FIRST_YEAR, LAST_YEAR = 1990, 2100
_COLUMN_NUMBER = re.compile(r"^\s*\(?(\d{1,2})\)?\s*(?:[=:(].*)?$")
_LONGEST_COLUMN_NAME = 2  # `A`, `B`, and `3=2:1`


class Block:
    """One stretch of headings and the rows of figures beneath. Rows and columns count from 0, the last included."""

    def __init__(self, heading_first: int, first_row: int, last_row: int) -> None:
        self.heading_first, self.first_row, self.last_row = heading_first, first_row, last_row
        self.label_columns: list[int] = []
        self.unit_column: int | None = None
        self.ordinal_column: int | None = None
        self.headings: dict[int, Heading] = {}
        self.heading_texts: dict[int, tuple[str, ...]] = {}
        self.table_unit = ""
        self.column_number_rows: set[int] = set()
        self.anchors: dict[tuple[int, int], tuple[int, int]] = {}
        self.pieces: dict[int, list[tuple[int, str]]] = {}  # of the headings, as they are asked for

    @property
    def heading_rows(self) -> range:
        return range(self.heading_first, self.first_row)


def figure_of(value: Value, *, thousands_likely: bool = False, decimal: str = "") -> float | None:
    """The number that a stored value is, typed as a number or as text."""
    if type(value) is float:
        return value if value - value == 0 else None
    if type(value) is str:
        if not (thousands_likely or decimal):
            return read_number(value)  # remembered by the text alone, which is found much sooner
        return read_number(value, thousands_likely=thousands_likely, decimal=decimal)
    return float(value) if type(value) is int else None


def figure_at(grid: Grid, row: int, column: int, *, thousands_likely: bool = False) -> float | None:
    """The number of a cell, typed as a number or as text."""
    return figure_of(grid.value(row, column), thousands_likely=thousands_likely)


def is_year(number: float | None) -> bool:
    return number is not None and FIRST_YEAR <= number <= LAST_YEAR and float(number).is_integer()


def are_column_numbers(grid: Grid, row: int) -> bool:
    """Whether a row counts the columns: `A  B  1  2  3=2:1`, now and then with one left out."""
    numbers = []
    for _, value in grid.filled(row):
        if isinstance(value, str):
            match = _COLUMN_NUMBER.match(value)
            if match:
                numbers.append(float(match[1]))
            elif sum(map(str.isalpha, value)) > _LONGEST_COLUMN_NAME:
                return False
        elif isinstance(value, int | float):
            numbers.append(float(value))
    return len(numbers) >= 2 and numbers[0] in (1, 2) and all(b - a in (1, 2) for a, b in pairwise(numbers))
