"""Row labels -> item, parents, unit and area.

Nesting is told by the column that a label stands in, by leading blanks, indents and dashes, by `Trong đó:`, and
by headings without figures. What a row means is decided from top to bottom, with the rows above still open.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import yaml

from data.observation import WHOLE_COUNTRY
from loaders.columns import Block, figure_at
from loaders.grid import Grid
from loaders.numbers import is_missing_sign
from loaders.text import bare_label, fold, is_within, tidy

_AREAS = Path(__file__).resolve().parent.parent / "data" / "catalogue" / "areas.yaml"
_SECTION_NUMBER = re.compile(r"^\s*(?:[A-Za-d]|[IVX]{1,4})\s*[./)]\s*(?=\S)")
_DASH = re.compile(r"^\s*[-–+•*]\s*")
_FOOTNOTE_ROW = re.compile(r"^\s*(?:\(?\*+\)?|\(\d\)|ghi chú|nguồn|note|source)\s*[:.)]?\s*\S", re.IGNORECASE)
_FOOTNOTE_MARK = re.compile(r"\(\s*(?:\*+|\d)\s*\)|\*+\s*$")
_DITTO = {'"', "''", "”", "“", "„", "nt", "-nt-", "- nt -", '""', ",,", "``", "´´", "″", "''''", "“”", "-"}
_STEP = 4


@dataclass(slots=True)
class Row:
    """One row of figures. `level` orders nesting; `unit` is resolved through ditto marks."""

    index: int
    item: str
    parents: tuple[str, ...]
    area: str
    unit: str
    labels: tuple[str, ...]
    marked: bool = False


@dataclass(slots=True)
class _Open:
    label: str
    level: int
    area: str = ""
    is_section: bool = False
    marked: bool = False
    unit: str = ""


@dataclass(slots=True)
class _Label:
    """What stands at the left of one row."""

    row: int
    text: str
    level: int
    has_figures: bool
    is_section: bool
    within: bool
    pieces: tuple[str, ...]
    unit: str = ""


@cache
def _area_names() -> dict[str, str]:
    raw = yaml.safe_load(_AREAS.read_text(encoding="utf-8"))
    names = {}
    for area in [raw["whole_country"], *raw["provinces"]]:
        for name in [area["name"], *area.get("aliases", [])]:
            names[_area_key(name)] = area["name"]
    return names


def _area_key(text: str) -> str:
    folded = fold(text)
    folded = re.sub(r"^(thanh pho|tinh|tp\.?|t\.p\.?)\s+", "", folded)
    return re.sub(r"[^a-z]+", " ", folded).strip()


def area_of(label: str) -> str:
    """The area's own name if the label is nothing but an area, else empty."""
    return _area_names().get(_area_key(label), "")


@dataclass
class Rows:
    """The rows of a block and its footnotes."""

    rows: list[Row] = field(default_factory=list)
    footnotes: list[str] = field(default_factory=list)
    footnote_rows: set[int] = field(default_factory=set)
    unlabelled: set[int] = field(default_factory=set)


def read_rows(grid: Grid, block: Block) -> Rows:
    """Every row with figures of the block, with its item, parents, unit and area."""
    result = Rows()
    stack: list[_Open] = []
    unit = ""
    last_with_figures: _Open | None = None
    within_of: _Open | None = None
    for label in _joined_labels(_labels(grid, block, result)):
        if label.within and not bare_label(label.text):
            within_of = last_with_figures
            continue
        name = bare_label(label.text)
        unit = _unit(label.unit, unit)
        if label.is_section:
            _close_for_section(stack, label)
            stack.append(_Open(name, label.level, area_of(name), is_section=True, marked=_is_marked(label.text)))
            within_of = None
            continue
        level = label.level
        if label.within and last_with_figures:
            level = max(level, last_with_figures.level + 1)
        elif within_of is not None:
            if level > within_of.level:
                level = max(level, within_of.level + 1)
            else:
                within_of = None
        while stack and not stack[-1].is_section and stack[-1].level >= level:
            stack.pop()
        if area_of(name) and area_of(name) != WHOLE_COUNTRY:
            while stack and stack[-1].area and not stack[-1].is_section:
                stack.pop()
        area = area_of(name) or next((o.area for o in reversed(stack) if o.area), "") or WHOLE_COUNTRY
        opened = _Open(name, level, area_of(name), marked=_is_marked(label.text), unit=unit)
        if label.has_figures:
            result.rows.append(
                Row(
                    index=label.row,
                    item=name,
                    parents=tuple(o.label for o in stack),
                    area=area,
                    unit=unit,
                    labels=label.pieces,
                    marked=opened.marked or any(o.marked for o in stack),
                )
            )
            last_with_figures = opened
        stack.append(opened)
    return result


def _close_for_section(stack: list[_Open], label: _Label) -> None:
    while stack:
        top = stack[-1]
        if top.is_section and top.level < label.level and not _SECTION_NUMBER.match(label.text):
            return
        stack.pop()


def _labels(grid: Grid, block: Block, result: Rows) -> Iterator[_Label]:
    columns = sorted(block.headings)
    for row in range(block.first_row, block.last_row + 1):
        pieces = [(c, t) for c in block.label_columns if (t := grid.text(row, c)).strip() and not _is_bare_number(grid, row, c)]
        has_figures = any(_holds_figure(grid, row, c) for c in columns)
        text = "".join(t for _, t in pieces).strip()
        if not any(ch.isalpha() for ch in text):
            if has_figures:
                result.unlabelled.add(row)
            continue
        if _FOOTNOTE_ROW.match(text) and not (has_figures and not text.startswith("(")):
            result.footnotes.append(tidy(" ".join(t for _, t in pieces)))
            result.footnote_rows.add(row)
            continue
        unit = tidy(grid.text(row, block.unit_column)) if block.unit_column is not None else ""
        yield _label(grid, row, pieces, has_figures, unit)


def _label(grid: Grid, row: int, pieces: list[tuple[int, str]], has_figures: bool, unit: str) -> _Label:
    column, first = pieces[0]
    within = is_within(first) and len(first) < 24 if len(pieces) > 1 else is_within(first)
    if len(pieces) > 1 and (is_within(first) or not any(c.isalpha() for c in first) or len(first.strip(" .)")) <= 3):
        column = pieces[1][0] if is_within(first) else column
    text = tidy(" ".join(t for _, t in pieces))
    blanks = len(first) - len(first.lstrip(" \u00a0"))
    level = column * _STEP * 2 + min(blanks, 24) // 2 + grid.indent(row, pieces[0][0]) * 2
    if _DASH.match(first):
        level += 1
    return _Label(
        row=row,
        text=text,
        level=level,
        has_figures=has_figures,
        is_section=not has_figures and not within and _is_section(text),
        within=within,
        pieces=tuple(tidy(t) for _, t in pieces),
        unit=unit,
    )


def _is_section(text: str) -> bool:
    folded = fold(text)
    return bool(
        _SECTION_NUMBER.match(text)
        or folded.startswith(("phan theo", "chia theo", "mat hang", "by ", "main "))
        or (text.upper() == text and len(text) > 4)
        or text.endswith(":")
    )


def _joined_labels(labels: Iterator[_Label]) -> Iterator[_Label]:
    """Put labels together that are broken over rows; the second part begins in lower case."""
    held: _Label | None = None
    for label in labels:
        if held is not None and _continues(held, label):
            held.text = tidy(held.text + " " + label.text)
            held.pieces = (*held.pieces, *label.pieces)
            if label.has_figures:
                held.row, held.has_figures, held.is_section = label.row, True, False
                held.unit = label.unit or held.unit
            continue
        if held is not None:
            yield held
        held = label
    if held is not None:
        yield held


def _continues(held: _Label, label: _Label) -> bool:
    if held.has_figures and label.has_figures:
        return False
    first = label.text.lstrip("( ")[:1]
    if not first.islower() or _DASH.match(label.text) or label.within or held.text.rstrip().endswith(":"):
        return False
    if re.match(r"^[a-d]\s*[.)]", label.text):
        return False
    return label.row - held.row <= 2


def _unit(written: str, above: str) -> str:
    if not written or written in _DITTO or set(written) <= set("\"'”“-., "):
        return above
    return written


def _is_marked(text: str) -> bool:
    return bool(_FOOTNOTE_MARK.search(text))


def _is_bare_number(grid: Grid, row: int, column: int) -> bool:
    return grid.number(row, column) is not None


def _holds_figure(grid: Grid, row: int, column: int) -> bool:
    if figure_at(grid, row, column) is not None:
        return True
    found = grid.value(row, column)
    return isinstance(found, str) and bool(found.strip()) and is_missing_sign(found)
