"""The block of a table: where its headings end, where its figures begin, and what each column says.

    title                                                   unit
    |            | Thực hiện | Ước tính | Ước tính 7 tháng        | ...   heading rows: phrases cut over cells,
    |            | tháng 6   | tháng 7  | Tổng mức | Cơ cấu (%)   | ...   merged or not, years as numbers
    | a          | 1         | 2        | 3        | 4            | ...   column numbers, dropped
    | TỔNG SỐ    | 120000.5  | ...                                      first row of figures
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from loaders.grid import Grid
from loaders.headings import Context, Heading, is_unit_heading, read_heading, unit_of
from loaders.numbers import is_missing_sign, read_number
from loaders.tables import Segment
from loaders.text import fold, tidy

MAX_HEADING_ROWS = 14
_INHERIT_DISTANCE = 4
_LAST_LABEL_COLUMN = 4
_HEADING_WORD = re.compile(r"\bthang\b|\bnam\b|\bquy\b|so voi|thuc hien|uoc tinh|so bo|chinh thuc|cong don|luong\b|tri gia|tong muc|co cau|cung ky|\d{4}|volume|value|total|structure|quantity|versus|month|estimate|\(%\)")
_ORDINAL_HEADING = re.compile(r"^(stt|tt|so tt|so thu tu|no\.?|ma so|ma)$")
_EXPLICIT_PERIOD = re.compile(r"\d|\b(thang|quy|nam) (mot|hai|ba|tu|nam|sau|bay|tam|chin|muoi|i|ii|iii|iv)\b|ca nam|january|february|march|april|may|june|july|august|september|october|november|december|year|months|quarter")


@dataclass(slots=True)
class Block:
    """One stretch of headings and the rows of figures beneath."""

    heading_first: int
    first_row: int
    last_row: int
    label_columns: list[int] = field(default_factory=list)
    unit_column: int | None = None
    headings: dict[int, Heading] = field(default_factory=dict)
    heading_texts: dict[int, tuple[str, ...]] = field(default_factory=dict)
    table_unit: str = ""
    column_number_rows: set[int] = field(default_factory=set)


def figure_at(grid: Grid, row: int, column: int, *, thousands_likely: bool = False) -> float | None:
    """The number of a cell, typed as a number or as text."""
    number = grid.number(row, column)
    if number is not None:
        return number
    found = grid.value(row, column)
    return read_number(found, thousands_likely=thousands_likely) if isinstance(found, str) else None


def is_year(number: float | None) -> bool:
    return number is not None and float(number).is_integer() and 1990 <= number <= 2100


def find_blocks(grid: Grid, segment: Segment, context: Context) -> list[Block]:
    """The blocks of a segment; headings that repeat within it open a new one."""
    blocks = []
    top = segment.first + 1
    while top <= segment.last:
        first = _first_figure_row(grid, top, segment.last)
        if first is None:
            break
        block = Block(heading_first=_heading_top(grid, top, first), first_row=first, last_row=segment.last)
        _find_columns(grid, block)
        block.last_row = _block_end(grid, block, segment.last)
        _read_headings(grid, block, segment, context)
        blocks.append(block)
        top = block.last_row + 1
    return blocks


def _first_figure_row(grid: Grid, top: int, last: int) -> int | None:
    for row in range(top, min(last, top + 60) + 1):
        if _is_figure_row(grid, row):
            return row
    return None


def _is_figure_row(grid: Grid, row: int) -> bool:
    """A label at the left and at least one figure that is neither a year nor a column number."""
    texts, numbers = [], []
    for column in range(grid.n_cols):
        if grid.value(row, column) is None:
            continue
        number = figure_at(grid, row, column)
        if number is not None:
            if texts:
                numbers.append(number)
            continue
        text = grid.text(row, column).strip()
        if any(c.isalpha() for c in text):
            if not texts and (column > _LAST_LABEL_COLUMN or numbers):
                return False
            texts.append((column, text))
    if not texts or not numbers or all(map(is_year, numbers)):
        return False
    return not (_are_heading_words(texts) or _are_column_numbers(grid, row, numbers))


def _are_heading_words(texts: list[tuple[int, str]]) -> bool:
    """Whether texts beside scratch numbers are headings still: several in a row, saying what headings say."""
    right = [fold(text) for column, text in texts if column > 1]
    return sum(bool(_HEADING_WORD.search(text)) for text in right) >= 2


def _are_column_numbers(grid: Grid, row: int, numbers: list[float]) -> bool:
    label = next((t for c in range(grid.n_cols) if (t := grid.text(row, c).strip())), "")
    ascending = len(numbers) > 1 and all(b - a in (1, 2) for a, b in zip(numbers, numbers[1:], strict=False))
    return len(label) <= 2 and ascending and numbers[0] in (1, 2)


def _heading_top(grid: Grid, top: int, first: int) -> int:
    """The first heading row: below title lines, which stand alone at the left."""
    for row in range(max(top, first - MAX_HEADING_ROWS), first):
        cells = [c for c in range(grid.n_cols) if grid.text(row, c).strip()]
        if len(cells) > 1 or (cells and cells[0] > 0):
            return row
    return first


def _find_columns(grid: Grid, block: Block) -> None:
    """Which columns hold labels, units and figures."""
    rows = range(block.first_row, min(block.first_row + 40, grid.n_rows))
    first_figure = grid.n_cols
    for row in rows:
        seen_label = False
        for column in range(grid.n_cols):
            if grid.value(row, column) is None:
                continue
            if figure_at(grid, row, column) is None:
                seen_label = seen_label or any(c.isalpha() for c in grid.text(row, column))
            elif seen_label and column < first_figure and _has_heading(grid, block, column):
                first_figure = column
                break
    block.label_columns = list(range(first_figure))
    for column in range(first_figure):
        name = tidy(" ".join(_own_pieces(grid, block, column)))
        if column > 0 and (is_unit_heading(name) or _looks_like_units(grid, column, rows)):
            block.unit_column = column
    block.label_columns = [
        c
        for c in block.label_columns
        if c != block.unit_column and not _ORDINAL_HEADING.match(fold(" ".join(_own_pieces(grid, block, c))))
    ]


def _has_heading(grid: Grid, block: Block, column: int) -> bool:
    return bool(_own_pieces(grid, block, column)) or block.heading_first == block.first_row


def _looks_like_units(grid: Grid, column: int, rows: range) -> bool:
    texts = [t for r in rows if (t := grid.text(r, column).strip())]
    dittos = sum(t in ('"', "''", "”", "“", "nt", "-nt-", "- nt -", '""', ",,") for t in texts)
    units = sum(bool(re.search(r"tan\b|\bcai\b|\bchiec\b|\blit\b|\bm2\b|\bm3\b|\bkwh\b|\bdong\b|\bbao\b|\bdoi\b", fold(t))) for t in texts)
    return dittos >= 2 and units >= 1 and units + dittos >= 0.7 * len(texts)


def _own_pieces(grid: Grid, block: Block, column: int) -> list[str]:
    """The column's heading cells from top to bottom, those merged over it included."""
    return [text for _, text in _pieces(grid, block, column)]


def _pieces(grid: Grid, block: Block, column: int) -> list[tuple[int, str]]:
    pieces, seen = [], set()
    for row in range(block.heading_first, block.first_row):
        if row in block.column_number_rows:
            continue
        anchor = _anchor(grid, row, column)
        if anchor in seen:
            continue
        seen.add(anchor)
        if text := tidy(grid.text(*anchor)):
            pieces.append((row, text))
    return pieces


def _anchor(grid: Grid, row: int, column: int) -> tuple[int, int]:
    for r0, c0, r1, c1 in grid.merged:
        if r0 <= row <= r1 and c0 <= column <= c1:
            return r0, c0
    return row, column


def _block_end(grid: Grid, block: Block, last: int) -> int:
    """The row before headings begin anew: text over several figure columns and no figure."""
    start = (block.label_columns[-1] if block.label_columns else 0) + 1
    columns = range(max(start, (block.unit_column or 0) + 1), grid.n_cols)
    for row in range(block.first_row + 1, last + 1):
        texts = [
            t for c in columns if isinstance(grid.value(row, c), str) and (t := grid.text(row, c).strip()) and not is_missing_sign(t)
        ]
        if len(texts) < 2 or any(read_number(t) is not None for t in texts):
            continue
        if sum(len(t) for t in texts) / len(texts) >= 4 and all(figure_at(grid, row, c) is None or is_year(figure_at(grid, row, c)) for c in columns):
            return row - 1
    return last


def _read_headings(grid: Grid, block: Block, segment: Segment, context: Context) -> None:
    for row in range(block.heading_first, block.first_row):
        numbers = [n for c in range(grid.n_cols) if (n := grid.number(row, c)) is not None]
        if numbers and len(numbers) > 1 and _are_column_numbers(grid, row, numbers):
            block.column_number_rows.add(row)
    first = (block.unit_column if block.unit_column is not None else (block.label_columns or [0])[-1]) + 1
    block.table_unit = _take_table_unit(grid, block, segment, first)
    for column in range(first, grid.n_cols):
        own = _pieces(grid, block, column)
        own = [(r, t) for r, t in own if t != block.table_unit or "(" in t]
        if not any(c.isalpha() for _, t in own for c in t) or not _is_own_column(grid, block, column):
            continue
        text = tidy(" ".join(t for _, t in own))
        heading = read_heading(text, context)
        if not heading.is_understood or not _EXPLICIT_PERIOD.search(fold(text)):
            inherited = _inherited(grid, block, column, own[0][0], first)
            for prefix in (inherited, segment.title if not inherited else ""):
                if prefix:
                    wider = read_heading(tidy(prefix + " " + text), context)
                    if wider.is_understood:
                        heading, text = wider, wider.text
                        break
        block.headings[column] = heading
        block.heading_texts[column] = tuple(t for _, t in own)


def _is_own_column(grid: Grid, block: Block, column: int) -> bool:
    """A spacer under a merged heading has no cell of its own where its neighbours have one."""
    for row in range(block.heading_first, block.first_row):
        r0, c0 = _anchor(grid, row, column)
        if c0 == column and tidy(grid.text(r0, c0)):
            return True
    return False


def _inherited(grid: Grid, block: Block, column: int, own_top: int, first: int) -> str:
    """Words of a group heading that stands unmerged over the columns to the left."""
    words = []
    for row in range(block.heading_first, own_top):
        for left in range(column - 1, max(first, column - _INHERIT_DISTANCE) - 1, -1):
            if text := tidy(grid.text(*_anchor(grid, row, left))):
                if text != block.table_unit:
                    words.append(text)
                break
    return tidy(" ".join(words))


def _take_table_unit(grid: Grid, block: Block, segment: Segment, first: int) -> str:
    """A unit that stands alone over the headings (`Nghìn tấn; Triệu USD`), and is no heading itself."""
    for row in range(segment.first, block.first_row):
        cells = [(c, t) for c in range(grid.n_cols) if (t := tidy(grid.text(row, c)))]
        for column, text in cells:
            folded = fold(text)
            if (column == 0 and row == segment.first) or (len(cells) > 1 and not folded.startswith("don vi tinh")):
                continue
            is_unit = folded.startswith(("don vi", "dvt", "unit")) and unit_of(text)
            if is_unit or (unit_of(text) and len(text) < 40 and not re.search(r"thang|nam|quy|so voi", folded)):
                return text
    return ""
