"""Row labels -> item, parents, unit and area.

Nesting is told by the column that a label stands in, by leading blanks, indents, dashes and bold type, by `Trong đó:`,
and by headings without figures. A row is placed from top to bottom, under those rows above that are still open.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from data.observation import WHOLE_COUNTRY
from loaders.areas import area_of
from loaders.columns import Block
from loaders.foot import is_marked
from loaders.grid import Grid
from loaders.headings import unit_of, words
from loaders.labels import Label, has_section_number, read_labels
from loaders.row_tables import RowTables
from loaders.text import bare_label, fold

_DITTO = {'"', "''", "”", "“", "„", "nt", "-nt-", "- nt -", '""', ",,", "``", "´´", "″", "''''", "“”", "-", "như trên"}
_DITTO_MARKS = set("\"'”“-., ´`″„")
_UNIT_AT_END = r"\s*\(([^()]+)\)$"
_SAME_LEVEL = 1
_WITHIN_STEP = 2


class Row(NamedTuple):
    """One row of figures. `unit` is resolved through ditto marks; `marked`: it or a parent carries a footnote mark."""

    position: int
    item: str
    parents: tuple[str, ...]
    area: str
    unit: str
    labels: tuple[str, ...]
    marked: bool = False
    table: str = ""  # where a section of the sheet belongs to another table than its title says


class Open:
    """A row that may have rows beneath it, which share its `path`; `area_above` and `marked` hold of them, too."""

    def __init__(self, label: Label, name: str) -> None:
        self.label, self.level, self.area = name, label.level, area_of(name)
        self.is_section, self.bold, self.within = label.is_section, label.bold, label.within
        self.marked = is_marked(label.text)
        self.is_total = False
        self.area_above = ""
        self.parents: tuple[str, ...] = ()
        self._path: tuple[str, ...] = ()

    @property
    def path(self) -> tuple[str, ...]:
        """The labels from the outermost row to this one; one object for all rows beneath."""
        if not self._path:
            self._path = (*self.parents, self.label)
        return self._path

    def hang_under(self, above: Open) -> None:
        self.parents = above.path
        self.area_above = above.area or above.area_above
        self.marked = self.marked or above.marked


class Rows:
    """The rows of a block, its footnotes, and the rows still open at its end (a continued table goes on with them)."""

    def __init__(self, footnotes: Sequence[str] = ()) -> None:
        self.rows: list[Row] = []
        self.footnotes = list(footnotes)
        self.footnote_rows: set[int] = set()
        self.open_at_end: list[Open] = []
        self.last_unit = ""


def stand_under_title(rows: Rows, table: str, title: str) -> None:
    """Put the rows of a table of a part under the row that its title stands for (`Doanh thu bán lẻ hàng hóa`)."""
    parts: dict[str, str] = words()["parts"].get(table, {})
    if part := next((label for pattern, label in parts.items() if re.search(pattern, fold(title))), ""):
        rows.rows = [row._replace(parents=(part, *row.parents)) for row in rows.rows]


def read_rows(grid: Grid, block: Block, table: str = "", before: Rows | None = None, *, of_rows: bool = False) -> Rows:
    """Every row with figures of the block. `before` is the block that this one continues."""
    result = Rows()
    stack = list(before.open_at_end) if before else []
    unit = before.last_unit if before else ""
    table_here, row_tables = "", RowTables(table, of_rows=of_rows)
    awaiting: Open | None = None  # the row that a lone `Trong đó:` spoke of
    labels, result.footnotes, result.footnote_rows = read_labels(grid, block)
    if before:
        result.footnotes = [*before.footnotes, *result.footnotes]
    for label in labels:
        name = bare_label(label.text)
        if not name:
            awaiting = _last_row(stack) if label.within else awaiting
            continue
        named = row_tables.of(label, name)
        if section_table := _table_of_section(label, table):
            table_here, unit = section_table, ""
        name, written_unit = _without_unit(name, table) if block.unit_column is None else (name, label.unit)
        unit = _resolved_unit(written_unit, unit)
        opened = Open(label, name)
        awaiting = _place(opened, label, stack, awaiting, table)
        if stack:
            opened.hang_under(stack[-1])
        if label.has_figures:
            result.rows.append(_row(opened, label, unit, named or table_here))
        stack.append(opened)
    result.open_at_end, result.last_unit = stack, unit
    return result


def _row(opened: Open, label: Label, unit: str, table: str) -> Row:
    area = opened.area or opened.area_above or WHOLE_COUNTRY
    return Row(label.row, opened.label, opened.parents, area, unit, label.pieces, opened.marked, table)


def _place(opened: Open, label: Label, stack: list[Open], awaiting: Open | None, table: str) -> Open | None:
    """Close the rows that do not enclose `opened`; its level may be deepened by `Trong đó:` or by its meaning."""
    if opened.is_section:
        _close_for_section(stack, label)
        return None
    if _is_total(opened.label, table) and not any(o.area for o in stack):
        opened.is_total, opened.level = True, label.base_level
        stack.clear()
        return None
    if opened.within:
        _place_within(opened, stack)
        return None
    if awaiting is not None:
        if opened.level > awaiting.level + _SAME_LEVEL:
            _close_until(stack, awaiting)
            return awaiting
        awaiting = None
    if stack and _is_further_part(opened, label, stack[-1]):
        opened.level, opened.within = stack[-1].level, True
    _nest_by_meaning(opened, stack, table)
    while stack and not _encloses(stack[-1], opened):
        stack.pop()
    return awaiting


def _is_further_part(opened: Open, label: Label, above: Open) -> bool:
    """Whether a row that is set in goes on with the parts that `Trong đó: X` above began."""
    is_set_in = opened.level > label.base_level + _SAME_LEVEL
    return above.within and is_set_in and opened.level > above.level - _WITHIN_STEP


def _encloses(above: Open, below: Open) -> bool:
    if above.area and below.area and below.area != WHOLE_COUNTRY and not above.is_section:
        return False
    if above.is_section:
        return True
    if below.level > above.level + _SAME_LEVEL:
        return True
    return above.bold and not below.bold and not above.is_total and below.level >= above.level


def _place_within(opened: Open, stack: list[Open]) -> None:
    """`Trong đó: X` belongs to the nearest row above that is no such part itself."""
    while stack and not stack[-1].is_section and (stack[-1].within or stack[-1].level > opened.level + _SAME_LEVEL):
        stack.pop()
    if stack and not stack[-1].is_section:
        opened.level = max(opened.level, stack[-1].level + _WITHIN_STEP)


def _close_until(stack: list[Open], enclosing: Open) -> None:
    while stack and stack[-1] is not enclosing:
        stack.pop()


def _close_for_section(stack: list[Open], label: Label) -> None:
    while stack:
        top = stack[-1]
        if top.is_section and top.level + _SAME_LEVEL < label.level and not has_section_number(label.text):
            return
        stack.pop()


def _last_row(stack: list[Open]) -> Open | None:
    return stack[-1] if stack and not stack[-1].is_section else None


@lru_cache(maxsize=8192)
def _is_total(label: str, table: str) -> bool:
    names = words()["totals"]
    return fold(label).rstrip(" .:") in names.get(table, []) or fold(label) in names["any"]


def _nest_by_meaning(opened: Open, stack: list[Open], table: str) -> None:
    """Some issues leave the blanks out; what a part is part of is known (crude oil of the foreign-invested sector)."""
    for rule in words()["nested_by_meaning"].get(table, []):
        if fold(opened.label) not in rule["children"]:
            continue
        whole = next((o for o in stack if not o.is_section and fold(o.label).startswith(rule["parent"])), None)
        if whole is not None and opened.level <= whole.level + _SAME_LEVEL:
            opened.level = whole.level + _WITHIN_STEP


def _table_of_section(label: Label, table: str) -> str:
    """A section such as `GIÁ TRỊ SẢN XUẤT (TỶ ĐỒNG)` on a sheet of products is part of another table."""
    if not label.is_section:
        return ""
    starts: dict[str, str] = words()["section_tables"].get(table, {})
    return next((code for start, code in starts.items() if fold(label.text).startswith(start)), "")


def _without_unit(name: str, table: str) -> tuple[str, str]:
    """`Than sạch (Nghìn tấn)` -> (`Than sạch`, `Nghìn tấn`) on a sheet of products that has no column of units."""
    match = re.search(_UNIT_AT_END, name) if table == "industrial_products" else None
    is_unit = match and (unit_of(match[1]) or fold(match[1]) in words()["counts"])
    return (name[: match.start()].strip(), match[1]) if match and is_unit else (name, "")


def _resolved_unit(written: str, above: str) -> str:
    if not written or written.casefold() in _DITTO or set(written) <= _DITTO_MARKS:
        return above
    return written
