"""A sheet as it stands in its workbook, a stretch of rows at a time: what a person compares the reading with."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from loaders.grid import Area, Grid, column_letters
from loaders.neighbourhood import LONGEST_TEXT, Neighbourhood, ShownCell
from loaders.workbook import open_workbook

ROWS_AT_ONCE, MOST_COLUMNS = 200, 40


def whole_sheet(source: Path | bytes, sheet: str, first_row: int = 0, *, name: str = "") -> tuple[Neighbourhood, int]:
    """Up to `ROWS_AT_ONCE` rows of `sheet` from `first_row` (from 0), as wide as they are filled, and the number of
    rows of the whole sheet.

    Raises UnreadableWorkbook where the source cannot be opened, KeyError where it has no such sheet.
    """
    grid = next((one for one in open_workbook(source, name).grids() if one.name == sheet), None)
    if grid is None:
        raise KeyError(sheet)
    rows = range(first_row, min(first_row + ROWS_AT_ONCE, grid.n_rows))
    columns = range(_width(grid, rows))
    covered = _covered(grid, rows, columns)
    shown = tuple((row + 1, tuple(_cells(grid, row, columns, covered))) for row in rows)
    return Neighbourhood(tuple(map(column_letters, columns)), shown), grid.n_rows


def _width(grid: Grid, rows: range) -> int:
    """One more than the last column that holds anything in these rows."""
    for column in range(min(grid.n_cols, MOST_COLUMNS) - 1, 0, -1):
        if any(grid.value(row, column) is not None for row in rows):
            return column + 1
    return 1


def _covered(grid: Grid, rows: range, columns: range) -> dict[tuple[int, int], Area]:
    """The part of each merged area that is shown, by every cell of it."""
    found = {}
    for top, left, bottom, right in grid.merged:
        inside = max(top, rows.start), max(left, 0), min(bottom, rows.stop - 1), min(right, columns.stop - 1)
        for row in range(inside[0], inside[2] + 1):
            for column in range(inside[1], inside[3] + 1):
                found[row, column] = inside
    return found


def _cells(grid: Grid, row: int, columns: range, covered: dict[tuple[int, int], Area]) -> Iterator[ShownCell]:
    for column in columns:
        top, left, bottom, right = covered.get((row, column), (row, column, row, column))
        if (row, column) != (top, left):
            continue
        text = grid.text(row, column).strip()[:LONGEST_TEXT]
        size = bottom - top + 1, right - left + 1
        is_bold = grid.bold(row, column)
        yield ShownCell(text, grid.number(row, column), is_bold, *size, is_marked=False, column=column_letters(column))
