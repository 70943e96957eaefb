"""Finds the blocks of a segment: first row of figures, columns of labels, units and figures, and the last row."""

from __future__ import annotations

import re

from data.period import MONTHS_IN_YEAR
from loaders.block import Block, are_column_numbers, figure_at, figure_of, is_year
from loaders.free_text import begins_with_figure
from loaders.grid import Grid
from loaders.heading_cells import pieces_over, read_headings
from loaders.headings import Context, is_unit_heading
from loaders.numbers import is_missing_sign, read_number
from loaders.tables import Segment
from loaders.text import fold, has_letter, tidy

__all__ = ["Block", "figure_at", "figure_of", "find_blocks", "is_year"]

MAX_HEADING_ROWS = 14
_LAST_LABEL_COLUMN = 4
_ROWS_TO_FIRST_FIGURE = 60
_ROWS_TO_LEARN_FROM = 40
_SHORT_TEXT = 4
_ROWS_TO_NEXT_PIECE = 2
_ORDINAL_HEADING = re.compile(
    r"^(stt|tt|so tt|so thu tu|no\.?|ma(?: (?:so|nganh|hang|hs|sp|san pham|hang hoa|vsic|nhom|chi tieu))*)$"
)
_HEADING_WORD = (
    r"\bthang\b|\bnam\b|\bquy\b|so voi|thuc hien|uoc tinh|so bo|chinh thuc|cong don|luong\b|tri gia|tong muc|co cau"
    r"|cung ky|\d{4}|volume|value|total|structure|quantity|versus|month|estimate|\(%\)"
)
_UNIT_WORD = re.compile(r"tan\b|\bcai\b|\bchiec\b|\blit\b|\bm2\b|\bm3\b|\bkwh\b|\bdong\b|\busd\b|\bbao\b|\bdoi\b")
_DITTO = ('"', "''", "”", "“", "nt", "-nt-", "- nt -", '""', ",,")
_LONGEST_UNIT, _FEWEST_UNITS = 24, 2
_MOSTLY = 0.7


def find_blocks(grid: Grid, segment: Segment, context: Context) -> list[Block]:
    """The blocks of a segment; headings that repeat within it open a new one."""
    blocks = []
    top = segment.first + 1
    while top <= segment.last:
        first = _first_figure_row(grid, top, segment.last)
        if first is None:
            break
        block = Block(heading_first=_heading_top(grid, top, first), first_row=first, last_row=segment.last)
        block.anchors = _anchors(grid, block)
        block.column_number_rows = {row for row in block.heading_rows if are_column_numbers(grid, row)}
        _find_columns(grid, block)
        block.last_row = _block_end(grid, block, segment.last)
        read_headings(grid, block, segment, context)
        blocks.append(block)
        top = block.last_row + 1
    return blocks


def _anchors(grid: Grid, block: Block) -> dict[tuple[int, int], tuple[int, int]]:
    """Heading cell -> top left cell of the merged area over it."""
    return {
        (row, column): (r0, c0)
        for r0, c0, r1, c1 in grid.merged
        if r1 >= block.heading_first and r0 < block.first_row
        for row in range(max(r0, block.heading_first), min(r1, block.first_row - 1) + 1)
        for column in range(c0, c1 + 1)
    }


def _first_figure_row(grid: Grid, top: int, last: int) -> int | None:
    rows = range(top, min(last, top + _ROWS_TO_FIRST_FIGURE) + 1)
    return next((row for row in rows if _is_figure_row(grid, row) and not _is_cut_heading(grid, row, last)), None)


def _is_figure_row(grid: Grid, row: int) -> bool:
    """A label at the left and at least one figure that is neither a year nor a column number."""
    texts: list[int] = []
    numbers: list[float] = []
    has_words = False  # `8.290 tỷ đồng (↓3,32%)`
    for column, value in grid.filled(row):
        number = figure_of(value)
        if number is not None:
            if texts:
                numbers.append(number)
        elif isinstance(value, str) and texts and begins_with_figure(value):
            has_words = True
        elif isinstance(value, str) and has_letter(value):
            if not texts and (column > _LAST_LABEL_COLUMN or numbers):
                return False
            texts.append(column)
    if has_words:
        return True
    if not texts or not numbers or all(map(is_year, numbers)):
        return False
    return not (_are_heading_words(grid, row, texts) or are_column_numbers(grid, row))


def _is_cut_heading(grid: Grid, row: int, last: int) -> bool:
    """Whether the row's only numbers are months or years (`Tháng | 9 | năm`) and the heading goes on below them."""
    columns = {column for column, value in grid.filled(row) if figure_of(value) is not None}
    if not all(_is_month_or_year(figure_of(grid.value(row, column))) for column in columns):
        return False
    below = next((r for r in range(row + 1, min(row + _ROWS_TO_NEXT_PIECE, last) + 1) if grid.filled(r)), None)
    return below is not None and any(
        column in columns and isinstance(value, str) and read_number(value) is None and has_letter(value)
        for column, value in grid.filled(below)
    )


def _is_month_or_year(number: float | None) -> bool:
    return number is not None and (is_year(number) or (number.is_integer() and 1 <= number <= MONTHS_IN_YEAR))


def _are_heading_words(grid: Grid, row: int, columns: list[int]) -> bool:
    """Whether texts beside scratch numbers are headings still: several in a row, saying what headings say."""
    right = [column for column in columns if column > 1]
    return len(right) > 1 and sum(bool(re.search(_HEADING_WORD, fold(grid.text(row, c)))) for c in right) > 1


def _heading_top(grid: Grid, top: int, first: int) -> int:
    """The first heading row: below title lines, which stand alone at the left."""
    filled = [row for row in range(top, first) if grid.filled(row)]
    for row in filled[-MAX_HEADING_ROWS:]:
        cells = grid.filled(row)
        if len(cells) > 1 or (cells and cells[0][0] > 0):
            return row
    return first


def _find_columns(grid: Grid, block: Block) -> None:
    """Which columns hold labels, units and figures."""
    rows = range(block.first_row, min(block.first_row + _ROWS_TO_LEARN_FROM, grid.n_rows))
    first_figure = _first_figure_column(grid, block, rows)
    pieces = {column: [t for _, t in pieces_over(grid, block, column)] for column in range(first_figure)}
    for column, name in ((c, tidy(" ".join(texts))) for c, texts in pieces.items()):
        if column > 0 and (is_unit_heading(name) or _looks_like_units(grid, column, rows)):
            block.unit_column = column
    ordinals = {c: name for c, texts in pieces.items() for name in map(fold, texts) if _ORDINAL_HEADING.match(name)}
    block.ordinal_column = next((c for c, name in ordinals.items() if not name.startswith("ma")), None)
    block.label_columns = [c for c in pieces if c != block.unit_column and c not in ordinals]


def _first_figure_column(grid: Grid, block: Block, rows: range) -> int:
    first_figure = grid.n_cols
    headed: dict[int, bool] = {}
    for row in rows:
        if first_figure == 1:  # none can stand further to the left: a label is at its left
            break
        has_label = False
        for column, value in grid.filled(row):
            if column >= first_figure:
                break
            if figure_of(value) is None and not (has_label and isinstance(value, str) and begins_with_figure(value)):
                has_label = has_label or (isinstance(value, str) and has_letter(value))
            elif has_label:
                if column not in headed:
                    headed[column] = _is_headed_by_more_than_a_code(grid, block, column)
                if headed[column]:
                    first_figure = column
                    break
    return first_figure


def _is_headed_by_more_than_a_code(grid: Grid, block: Block, column: int) -> bool:
    """Whether figures may stand in the column; codes of products may stand between the labels and the units."""
    texts = [fold(text) for _, text in pieces_over(grid, block, column)]
    return not block.heading_rows or (bool(texts) and not any(map(_ORDINAL_HEADING.match, texts)))


def _looks_like_units(grid: Grid, column: int, rows: range) -> bool:
    """Whether nearly all texts of a column are units or ditto marks, and neither all ditto marks nor a single unit."""
    texts = [t for r in rows if isinstance(grid.value(r, column), str) and (t := grid.text(r, column).strip())]
    if len(texts) < _FEWEST_UNITS or any(len(t) > _LONGEST_UNIT for t in texts):
        return False
    dittos = sum(t in _DITTO for t in texts)
    units = sum(bool(_UNIT_WORD.search(fold(t))) for t in texts)
    return units >= 1 and units + dittos >= _MOSTLY * len(texts) and (dittos > 1 or units > 1)


def _block_end(grid: Grid, block: Block, last: int) -> int:
    """The row before headings begin anew: text over several figure columns and no figure."""
    start = max((block.label_columns[-1] if block.label_columns else 0) + 1, (block.unit_column or 0) + 1)
    for row in range(block.first_row + 1, last + 1):
        if _begins_headings(grid, row, start):
            return row - 1
    return last


def _begins_headings(grid: Grid, row: int, start: int) -> bool:
    texts = []
    for column, value in grid.filled(row):
        if column < start:
            continue
        if not isinstance(value, str):
            if not is_year(value if type(value) is float else figure_of(value)):
                return False
        elif not is_missing_sign(value):
            if read_number(value) is not None or begins_with_figure(value):
                return False
            texts.append(value.strip())
    return len(texts) > 1 and sum(map(len, texts)) >= _SHORT_TEXT * len(texts)
