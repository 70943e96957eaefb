"""Joins the cells over a column, merged and cut over rows, into one heading, and reads it."""

from __future__ import annotations

import re
from functools import lru_cache

from loaders.block import Block
from loaders.grid import Grid
from loaders.heading_order import compares_wholly
from loaders.headings import Context, Heading, read_heading, unit_of
from loaders.scratch_columns import SCRATCH, scratch_columns
from loaders.tables import Segment
from loaders.text import fold, has_letter, tidy
from loaders.words import patterns

PART = "part"
"""The reason for which figures of one part of the rows are set aside."""

_INHERIT_DISTANCE = 5
_LONGEST_UNIT = 40
_TITLE_AND_UNIT = 2  # cells of a row that holds the title and, at its right, the unit
_DIGIT = re.compile(r"\d")
_PERIOD_IN_WORDS = (
    r"\b(thang|quy|nam) (mot|hai|ba|tu|nam|sau|bay|tam|chin|muoi|i|ii|iii|iv)\b|ca nam|january|february|march|april"
    r"|may|june|july|august|september|october|november|december|year|months|quarter"
)
_YEAR_COMPARED_WITH = re.compile(r"cung ky(?: cua)? nam (?:19|20)\d\d")
_OF_WHAT = r"\b(?:luong|tri gia|gia tri)\s*:"  # `Lượng: Tấn; Trị giá: 1000 USD`
_RELATIVE_PERIOD = r"(?<!so voi )(?<!so )\b(?:thang|ky|cung ky nam) truoc|bao cao|tu dau nam|\b(?:luy ke|cong don|lk)\b"
_PERIOD_WORD = r"thang|nam|quy|so voi|\bluong\b|tri gia|tong muc|co cau"


def read_headings(grid: Grid, block: Block, segment: Segment, context: Context) -> None:
    """Fill the block's headings and the unit of its table."""
    columns: set[int] = set()
    for row in block.heading_rows:
        columns.update(column for column, _ in grid.filled(row))
    first = (block.unit_column if block.unit_column is not None else (block.label_columns or [0])[-1]) + 1
    block.table_unit = _take_table_unit(grid, block, segment)
    for column in sorted(c for c in columns if c >= first):
        own = [(r, t) for r, t in pieces_over(grid, block, column) if t != block.table_unit or "(" in t]
        if any(has_letter(t) for _, t in own) and has_own_cell(grid, block, column):
            block.headings[column] = _heading(grid, block, segment, context, column, own, first)
            block.heading_texts[column] = tuple(t for _, t in own)
    for column in scratch_columns(grid, block):
        block.headings[column] = Heading(block.headings[column].text, problem=SCRATCH)
    _tell_groups_apart(grid, block, context, first)


def _tell_groups_apart(grid: Grid, block: Block, context: Context, first: int) -> None:
    """A column that says what another says, read by itself, belongs to the unmerged group at its left if that
    makes the difference: `Tỷ trọng (%) | Tháng 1/1999 | Tháng 1/2000`."""
    seen = set()
    for column in sorted(block.headings):
        heading = block.headings[column]
        if not heading.is_understood:
            continue
        if heading.meaning in seen:
            own_top = next(r for r, t in pieces_over(grid, block, column) if t != block.table_unit or "(" in t)
            group = _inherited(grid, block, column, own_top, first)
            wider = read_heading(tidy(f"{group} {heading.text}"), context) if group else heading
            if wider.is_understood and wider.meaning not in seen:
                block.headings[column] = heading = wider
        seen.add(heading.meaning)


def _heading(
    grid: Grid, block: Block, segment: Segment, context: Context, column: int, own: list[tuple[int, str]], first: int
) -> Heading:
    """What the column says; where it names no period, with the words of its group or of the title before it."""
    text = tidy(" ".join(t for _, t in own))
    if patterns("part_of_rows").search(fold(text)):
        return Heading(text, problem=PART, table=context.table)
    heading = read_heading(text, context)
    folded = _YEAR_COMPARED_WITH.sub("", fold(text))
    if heading.is_understood and _names_period(folded):
        return heading
    prefix = _inherited(grid, block, column, own[0][0], first)
    if not prefix and heading.is_understood and re.search(_RELATIVE_PERIOD, folded):
        return heading  # the title names the month of the report, and this is another
    words_around = [prefix or segment.title, text]
    if not prefix and _names_period(folded) and compares_wholly(segment.title):
        words_around.reverse()  # `Tháng 3` beneath `... năm 2023 (so với cùng kỳ)` is what is compared
    wider = read_heading(tidy(" ".join(words_around)), context) if words_around[0] else heading
    return wider if wider.is_understood else heading


@lru_cache(maxsize=4096)
def _names_period(folded: str) -> bool:
    return bool(_DIGIT.search(folded) or re.search(_PERIOD_IN_WORDS, folded))


def pieces_over(grid: Grid, block: Block, column: int) -> list[tuple[int, str]]:
    """(row, text) of the heading cells over a column from top to bottom, those merged over it included.

    Words over the first column of a merged cell are over all its columns.
    """
    pieces = block.pieces.get(column)
    if pieces is None:
        pieces = block.pieces[column] = _pieces_over(grid, block, column)
    return pieces


def _pieces_over(grid: Grid, block: Block, column: int) -> list[tuple[int, str]]:
    pieces: list[tuple[int, str]] = []
    anchors, seen = block.anchors, set()
    for row in block.heading_rows:
        if row in block.column_number_rows:
            continue
        here = (row, column)
        anchor = anchors.get(here, here)
        if anchor in seen:
            continue
        seen.add(anchor)
        if (text := grid.text(*anchor)) and (text := tidy(text)):
            if not pieces and anchor[1] < column:
                pieces += _words_over(grid, block, *anchor)
            pieces.append((row, text))
    return pieces


def _words_over(grid: Grid, block: Block, top: int, column: int) -> list[tuple[int, str]]:
    above = [(row, tidy(grid.text(row, column))) for row in range(block.heading_first, top)]
    return [(row, text) for row, text in above if text and (row, column) not in block.anchors]


def has_own_cell(grid: Grid, block: Block, column: int) -> bool:
    """A spacer under a merged heading has no cell of its own where its neighbours have one."""
    for row in block.heading_rows:
        anchor = block.anchors.get((row, column), (row, column))
        if anchor[1] == column and tidy(grid.text(*anchor)):
            return True
    return False


def _inherited(grid: Grid, block: Block, column: int, own_top: int, first: int) -> str:
    """Words of a group heading that stands unmerged over the columns to the left."""
    found = []
    for row in range(block.heading_first, own_top):
        passed = 0  # columns with headings of their own; spacers are as wide as one likes
        for left in range(column - 1, first - 1, -1):
            if text := tidy(grid.text(*block.anchors.get((row, left), (row, left)))):
                if text != block.table_unit:
                    found.append(text)
                break
            passed += has_own_cell(grid, block, left)
            if passed >= _INHERIT_DISTANCE:
                break
    return tidy(" ".join(found))


def _take_table_unit(grid: Grid, block: Block, segment: Segment) -> str:
    """A unit that stands alone over the headings (`Nghìn tấn; Triệu USD`), and is no heading itself."""
    for row in range(max(segment.first, 0), block.first_row):
        cells = grid.filled(row)
        for column, value in cells:
            if not isinstance(value, str) or (column == 0 and row == segment.first):
                continue
            text = tidy(grid.text(row, column))
            is_beside_title = row == segment.first and len(cells) == _TITLE_AND_UNIT
            if _is_table_unit(text, stands_alone=len(cells) == 1 or is_beside_title):
                return text
    return ""


@lru_cache(maxsize=4096)
def _is_table_unit(text: str, *, stands_alone: bool) -> bool:
    folded = fold(text)
    if not unit_of(text) or not (stands_alone or folded.startswith("don vi tinh")):
        return False
    is_short = len(text) < _LONGEST_UNIT and not re.search(_PERIOD_WORD, re.sub(_OF_WHAT, "", folded))
    return is_short or folded.startswith(("don vi", "dvt", "unit"))
