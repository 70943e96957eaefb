"""Sheets whose rows are of several tables: a department's summary, exports beside imports, an index among products.

| I   | Chỉ số sản xuất công nghiệp       | %         |  opens a table: the rows set in under it are of that table
| 1   | Khai khoáng                       | %         |
| II  | Tổng mức bán lẻ hàng hóa          | Tỷ đồng   |  opens the next
| III | Thu ngân sách                     | Tỷ đồng   |  is of no table that is known
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from loaders.grid import Grid
from loaders.labels import Label
from loaders.ordinals import number_kind
from loaders.tables import Segment, table_of
from loaders.text import fold, tidy
from loaders.words import patterns, words

NO_TABLE = "-"
"""The table of a row that belongs to none that is known."""

_TOP_ROWS = 10
_LABEL_COLUMNS = 4
_LEAST_TABLES = 2
_NUMBERING = r"^(?:[ivx]{1,5}|[a-e]|\d{1,2}(?:\.\d{1,2})*)\s*[.)/-]\s*"


def summary_segment(grid: Grid) -> Segment | None:
    """The sheet from its title on, if that announces figures of several tables and the rows name some of them."""
    for row in range(min(_TOP_ROWS, grid.n_rows)):
        columns = [column for column, value in grid.filled(row) if isinstance(value, str)]
        title = tidy(grid.text(row, columns[0])) if len(columns) == 1 else ""
        if title and _announces_several(fold(title)):
            named = _tables_named(grid, row + 1)
            levels = [table for table in named if not table.endswith("_index")]
            if len(named) >= _LEAST_TABLES:
                return Segment((levels or named)[0], title, row, grid.n_rows - 1, of_rows=True)
    return None


def announces_both_ways(segments: Sequence[Segment]) -> bool:
    """Whether the one title of a sheet is that of exports and of imports: `Kim ngạch xuất khẩu, nhập khẩu`."""
    titles = [fold(segment.title) for segment in segments if segment.table]
    return len(titles) == 1 and bool(patterns("row_tables", "both_ways").search(titles[0]))


@lru_cache(maxsize=4096)
def _announces_several(folded: str) -> bool:
    return bool(patterns("row_tables", "titles").search(folded)) and not patterns("row_tables", "not").search(folded)


def _tables_named(grid: Grid, first: int) -> list[str]:
    found: dict[str, None] = {}
    for row in range(first, grid.n_rows):
        for column, value in grid.filled(row)[:_LABEL_COLUMNS]:
            if isinstance(value, str) and (table := table_of_label(grid.text(row, column))):
                found[table] = None
    return list(found)


@lru_cache(maxsize=4096)
def table_of_label(text: str) -> str:
    """The table that a row's label names, or empty; the sum and the balance of trade are of none."""
    folded = re.sub(_NUMBERING, "", fold(text))
    if patterns("row_tables", "neither").search(folded):
        return NO_TABLE
    return table_of(folded)


class RowTables:
    """The table of each row, from top to bottom. `table` is that of the sheet's title."""

    def __init__(self, table: str, *, of_rows: bool) -> None:
        self._default = NO_TABLE if of_rows else ""
        self._watches = of_rows or table in words()["row_tables"]["sheets"]
        self._here = self._default
        self._opened_at: int | None = None
        self._number: int | None = None

    def of(self, label: Label, name: str) -> str:
        """Empty for the table of the sheet's title, `NO_TABLE` for none."""
        if not self._watches:
            return ""
        if named := table_of_label(name):
            self._here, self._opened_at, self._number = named, label.level, number_kind(label.text)
        elif self._opened_at is not None and label.level <= self._opened_at and not self._goes_on(label, name):
            self._here, self._opened_at = self._default, None
        return self._here

    def _goes_on(self, label: Label, name: str) -> bool:
        """Where nothing is set in, a label that is known in the table is of it still, and one without the number that
        the opening row has: `I. Kim ngạch xuất khẩu`, `Kinh tế tư nhân`."""
        if self._here in ("", NO_TABLE):
            return False
        if self._number is not None and number_kind(label.text) is None:
            return True
        from data.catalogue import catalogue  # read for such sheets only

        return catalogue().resolve_item(self._here, (), name).is_known
