"""The surroundings of one cell as they stand in its workbook: headings, labels and the cells round it.

Only rows and columns that a person needs to recognise the place are kept: the rows that head the column, the columns
that label the row, and a window round the cell. What was left out between them shows by the numbers of the rows.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path

import orjson

from loaders.grid import Area, Grid, column_letters
from loaders.parsed_sheet import position
from loaders.text import fold
from loaders.workbook import open_workbook

ROWS_ABOVE, ROWS_BELOW, COLUMNS_BESIDE = 5, 5, 3
MOST_HEADING_ROWS, MOST_LABEL_COLUMNS = 6, 3
LONGEST_TEXT = 160


@dataclass(frozen=True, slots=True)
class ShownCell:
    """One cell, or a merged area by its first. `number` is set where the cell holds a number, `column` where the
    place of a cell does not follow from its row.
    """

    text: str
    number: float | None
    is_bold: bool
    rows: int
    columns: int
    is_marked: bool
    column: str = ""


@dataclass(frozen=True, slots=True)
class Neighbourhood:
    """`letters` name the shown columns; each of `rows` is its number as a person counts and its cells."""

    letters: tuple[str, ...]
    rows: tuple[tuple[int, tuple[ShownCell, ...]], ...]


def neighbourhood(
    source: Path | bytes,
    sheet: str,
    cell: str,
    *,
    name: str = "",
    headings: Sequence[str] = (),
    labels: Sequence[str] = (),
) -> Neighbourhood:
    """The cells round `cell` of `sheet`; `headings` and `labels` are the words that stand over and beside it.

    Raises UnreadableWorkbook where the source cannot be opened, KeyError where it has no such sheet.
    """
    grid = next((one for one in open_workbook(source, name).grids() if one.name == sheet), None)
    if grid is None:
        raise KeyError(sheet)
    row, column = position(cell)
    rows = sorted(
        {*_heading_rows(grid, row, column, _plain(headings)), *_window(row, ROWS_ABOVE, ROWS_BELOW, grid.n_rows)}
    )
    label_columns = _label_columns(grid, row, column, _plain(labels))
    columns = sorted({*label_columns, *_window(column, COLUMNS_BESIDE, COLUMNS_BESIDE, grid.n_cols)})
    shown = tuple((r + 1, tuple(_cells(grid, r, rows, columns, (row, column)))) for r in rows)
    return Neighbourhood(tuple(map(column_letters, columns)), shown)


def unpack_neighbourhood(content: bytes) -> Neighbourhood:
    """The neighbourhood that came as JSON. Raises ValueError, KeyError or TypeError when it is not one."""
    given = orjson.loads(content)
    rows = tuple((number, tuple(ShownCell(**one) for one in cells)) for number, cells in given["rows"])
    return Neighbourhood(tuple(given["letters"]), rows)


def _window(at: int, before: int, after: int, end: int) -> range:
    return range(max(at - before, 0), max(min(at + after + 1, end), at + 1))


def _plain(texts: Sequence[str]) -> set[str]:
    return {words for text in texts if (words := fold(text))}


def _heading_rows(grid: Grid, row: int, column: int, wanted: Collection[str]) -> list[int]:
    """Rows over the cell whose text in its column, or in the merged area over it, is one of its headings."""
    found = [r for r in range(row) if fold(_text_over(grid, r, column)) in wanted]
    return found[-MOST_HEADING_ROWS:]


def _label_columns(grid: Grid, row: int, column: int, wanted: Collection[str]) -> list[int]:
    """Columns left of the cell that hold its labels; the first one that holds text where none does."""
    own = [c for c in range(column) if fold(_text_over(grid, row, c)) in wanted]
    texts = [c for c in range(column) if isinstance(grid.value(row, c), str)]
    return (own or texts)[:MOST_LABEL_COLUMNS]


def _text_over(grid: Grid, row: int, column: int) -> str:
    area = _area(grid, row, column)
    return grid.text(area[0], area[1]) if area else grid.text(row, column)


def _area(grid: Grid, row: int, column: int) -> Area | None:
    return next((a for a in grid.merged if a[0] <= row <= a[2] and a[1] <= column <= a[3]), None)


def _cells(
    grid: Grid, row: int, rows: Sequence[int], columns: Sequence[int], marked: tuple[int, int]
) -> list[ShownCell]:
    """The cells of a row; of a merged area only the first one that is shown, as large as what is shown of it."""
    cells = []
    for column in columns:
        area = _area(grid, row, column)
        top, left, bottom, right = area or (row, column, row, column)
        inside_rows = [r for r in rows if top <= r <= bottom]
        inside_columns = [c for c in columns if left <= c <= right]
        if (row, column) != (inside_rows[0], inside_columns[0]):
            continue
        is_marked = top <= marked[0] <= bottom and left <= marked[1] <= right
        text = grid.text(top, left).strip()[:LONGEST_TEXT]
        size = len(inside_rows), len(inside_columns)
        cells.append(ShownCell(text, grid.number(top, left), grid.bold(top, left), *size, is_marked))
    return cells
