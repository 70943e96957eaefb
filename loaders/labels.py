"""The labels at the left of a block: what stands there, how deep, and which rows belong together."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from loaders.block import Block, figure_of
from loaders.foot import is_surely_footnote, may_be_footnote, signs_off
from loaders.grid import Grid, Value
from loaders.headings import words
from loaders.numbers import is_missing_sign
from loaders.ordinals import numbered_depths, ordinal_depths
from loaders.text import fold, is_within, tidy

_SECTION_NUMBER = re.compile(r"^\s*(?:(?:[A-Da-d]|[IVX]{1,4})\s*[./)]|[A-D]\s*-)\s*(?=\S)")
_DASH = re.compile(r"^\s*([-–+•*])\s*(?=\S)")
_CODE = r"[A-U](?:\d{1,4})?|\d{2,5}"  # of an industry, in a column of its own beside its name
_LETTER = re.compile(r"[^\W\d_]")
_BLANKS = " \u00a0\t"
_COLUMN_STEP = 40
_INDENT_STEP = 3
_ORDINAL_STEP = 6
_DASH_STEP = {"-": 2, "–": 2, "•": 2, "*": 2, "+": 4}
_SHORT_ORDINAL = 4
_LONGEST_GAP = 2
_STRAY_BESIDE = 3  # few figures beside a section heading in a table of more columns than this are scratch figures


class Label(NamedTuple):
    """What stands at the left of one row. `level` grows with depth; `base_level` is that of its column alone."""

    row: int
    text: str
    level: int
    base_level: int
    has_figures: bool
    is_section: bool
    within: bool
    bold: bool
    pieces: tuple[str, ...]
    unit: str = ""


def has_section_number(text: str) -> bool:
    return bool(_SECTION_NUMBER.match(text))


def read_labels(grid: Grid, block: Block) -> tuple[list[Label], list[str], set[int]]:
    """(labels with broken ones joined, footnotes, rows of footnotes)."""
    labels: list[Label] = []
    notes: list[str] = []
    note_rows: set[int] = set()
    errors, depths = grid.errors, ordinal_depths(grid, block)
    for row in [*_sections_over(grid, block), *range(block.first_row, block.last_row + 1)]:
        pieces, held = _pieces_and_figures(grid, block, row)
        wording = _wording(pieces) if pieces else None
        if wording is None:
            continue
        if not held and errors:
            held = sum((row, column) in errors for column in block.headings)
        if held and wording.starts_section and len(block.headings) > _STRAY_BESIDE:
            held = _beyond_strays(grid, block, row)
        has_figures = held > 0
        if wording.may_be_footnote and (not has_figures or wording.is_surely_footnote):
            notes.append(wording.text)
            note_rows.add(row)
            continue
        if not has_figures and signs_off(grid, row):
            break  # what stands beneath the signatures is no part of the table
        unit = tidy(grid.text(row, block.unit_column)) if block.unit_column is not None else ""
        label = _label(grid, row, wording, has_figures, unit)
        labels.append(_deeper(label, depths.get(row, 0)))
    if not depths and (depths := numbered_depths({label.row: label.text for label in labels})):
        labels = [_deeper(label, depths.get(label.row, 0)) for label in labels]
    return list(_joined(labels)), notes, note_rows


def _sections_over(grid: Grid, block: Block) -> list[int]:
    """Rows between the headings and the first figures that name a section (`PHÂN THEO ...`, `GIÁ TRỊ SẢN XUẤT`)."""
    rows: list[int] = []
    for row in range(block.first_row - 1, block.heading_first, -1):
        cells = grid.filled(row)
        if not cells:
            continue
        if any(column not in block.label_columns and column != block.ordinal_column for column, _ in cells):
            break
        rows.insert(0, row)
    names = words()["section_tables"]
    starts = tuple(start for tables in names.values() for start in tables)
    while rows and not (
        _starts_section(_text(grid, block, rows[0])) or fold(_text(grid, block, rows[0])).startswith(starts)
    ):
        rows.pop(0)
    return rows


def _text(grid: Grid, block: Block, row: int) -> str:
    return tidy(" ".join(t for _, t in _pieces(grid, block, row)))


def _pieces(grid: Grid, block: Block, row: int) -> list[tuple[int, str]]:
    return [
        (column, grid.text(row, column))
        for column, value in grid.filled(row)
        if type(value) is str and column in block.label_columns
    ]


def _pieces_and_figures(grid: Grid, block: Block, row: int) -> tuple[tuple[tuple[int, str], ...], int]:
    """((column, text) of the label's cells, how many columns hold a figure: none, one, or more than one)."""
    pieces, held = [], 0
    headings, label_columns = block.headings, block.label_columns
    last_label = label_columns[-1] if label_columns else 0
    for column, value in grid.filled(row):
        if column in label_columns and type(value) is str:
            pieces.append((column, grid.text(row, column)))
        if column in headings:
            held += type(value) is float or _holds_figure(value)
            if held > 1 and column > last_label:
                break
    return tuple(pieces), held


def _beyond_strays(grid: Grid, block: Block, row: int) -> int:
    """The figures beside a section heading; none where they fill less than half of the columns, left by formulas."""
    columns = block.headings.keys() - grid.hidden_columns
    held = sum(_holds_figure(value) for column, value in grid.filled(row) if column in columns)
    return held if held * 2 >= len(columns) else 0


class _Wording(NamedTuple):
    """What the texts of a label say by themselves. `column` is where its own text stands."""

    stripped: str
    text: str
    pieces: tuple[str, ...]
    column: int
    depth: int
    is_within_row: bool
    may_be_section: bool
    may_be_footnote: bool
    is_surely_footnote: bool
    starts_section: bool


@lru_cache(maxsize=16384)
def _wording(pieces: tuple[tuple[int, str], ...]) -> _Wording | None:
    """None for a row without a letter. The same labels stand in every month: each is looked at once."""
    if len(pieces) > 1 and re.fullmatch(_CODE, pieces[-1][1].strip()) and len(pieces[-2][1].strip()) > _SHORT_ORDINAL:
        pieces = pieces[:-1]
    stripped = "".join([t for _, t in pieces]).strip()
    if not _LETTER.search(stripped):
        return None
    first = pieces[0][1]
    within = is_within(first)
    is_lead = len(pieces) > 1 and (within or len(first.strip(" .)")) < _SHORT_ORDINAL)
    column, own = pieces[1] if is_lead else pieces[0]
    text = tidy(" ".join(t for _, t in pieces))
    dash = _DASH.match(own)
    return _Wording(
        stripped=stripped,
        text=text,
        pieces=tuple(tidy(t) for _, t in pieces),
        column=column,
        depth=len(own) - len(own.lstrip(_BLANKS)) + (_DASH_STEP[dash[1]] if dash else 0),
        is_within_row=within and not is_lead,
        may_be_section=not within and _is_section(text, own),
        may_be_footnote=may_be_footnote(stripped),
        is_surely_footnote=is_surely_footnote(stripped),
        starts_section=_starts_section(stripped),
    )


def _label(grid: Grid, row: int, wording: _Wording, has_figures: bool, unit: str) -> Label:
    base = wording.column * _COLUMN_STEP
    style = grid.style(row, wording.column)
    level = base + wording.depth + style.indent * _INDENT_STEP
    is_section = not has_figures and wording.may_be_section
    within, pieces = wording.is_within_row, wording.pieces
    return Label(row, wording.text, level, base, has_figures, is_section, within, style.bold, pieces, unit)


@lru_cache(maxsize=16384)
def _is_section(text: str, own: str) -> bool:
    return bool(
        (_SECTION_NUMBER.match(text) and not _DASH.match(own))
        or _starts_section(text)
        or (text.upper() == text and len(text) > _SHORT_ORDINAL)
        or text.endswith(":")
    )


@lru_cache(maxsize=16384)
def _starts_section(text: str) -> bool:
    return fold(text).lstrip(" -+").startswith(tuple(words()["section_starts"]))


def _joined(labels: list[Label]) -> Iterator[Label]:
    """Put labels together that are broken over rows."""
    held: Label | None = None
    for label in labels:
        if held is not None and _continues(held, label):
            held = _join(held, label)
            continue
        if held is not None:
            yield held
        held = label
    if held is not None:
        yield held


def _join(held: Label, label: Label) -> Label:
    whole = held._replace(text=tidy(held.text + " " + label.text), pieces=(*held.pieces, *label.pieces))
    if not label.has_figures:
        return whole
    return whole._replace(row=label.row, has_figures=True, is_section=False, unit=label.unit or held.unit)


def _deeper(label: Label, depth: int) -> Label:
    return label._replace(level=label.level + depth * _ORDINAL_STEP) if depth else label


def _continues(held: Label, label: Label) -> bool:
    """The second part begins in lower case, or both are lines of one heading in capitals."""
    if (held.has_figures and label.has_figures) or label.row - held.row > _LONGEST_GAP or label.within:
        return False
    if _DASH.match(label.text) or held.text.rstrip().endswith(":"):
        return False
    if held.is_section and label.is_section:
        return label.row == held.row + 1 and label.base_level == held.base_level and not has_section_number(label.text)
    first = label.text.lstrip("( ")[:1]
    return first.islower() and not re.match(r"^[a-d]\s*[.)]", label.text)


def _holds_figure(value: Value) -> bool:
    if type(value) is float:
        return True
    if type(value) is str:
        return is_missing_sign(value) or any(ch.isdigit() for ch in value)
    return figure_of(value) is not None
