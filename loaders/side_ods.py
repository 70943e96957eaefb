"""What the fast cell reader leaves out of an `.ods`: merged cells, hidden rows and columns, bold, indents, percents.

The one part of an `.ods` holds all sheets. It is parsed once, by events, and of its cells those with contents are kept.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

from loaders.errors import refuses_damage
from loaders.grid import PLAIN, Address, Area, Style
from loaders.legacy_text import is_legacy_font
from loaders.xml_parts import Attributes, safe_parser

_INDENT_INCHES = 0.1382  # one step of indent, as office programs write it
_LENGTH = re.compile(r"([\d.]+)(in|cm|mm|pt)")
_PER_INCH = {"in": 1.0, "cm": 2.54, "mm": 25.4, "pt": 72.0}
_MOST = 1 << 20  # rows of a sheet; a last row is often said to repeat to the end
_MOST_REPEATED = 1000  # so far the style of a repeated cell is kept
_HIDDEN = ("collapse", "filter")


@dataclass(slots=True)
class OdsSheet:
    """The facts of one sheet. (row, column) from 0."""

    merged: list[Area] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    errors: dict[Address, str] = field(default_factory=dict)
    formulas_without_value: AbstractSet[Address] = frozenset()
    styles: dict[Address, Style] = field(default_factory=dict)

    @property
    def has_legacy_fonts(self) -> bool:
        return any(is_legacy_font(style.font) for style in set(self.styles.values()))

    def style(self, row: int, column: int) -> Style:
        return self.styles.get((row, column), PLAIN)


class OdsSide:
    """The sheets of one `.ods`, by name."""

    def __init__(self, archive: zipfile.ZipFile, file: str = "") -> None:
        self.file = file
        self._archive = archive
        self._sheets: dict[str, OdsSheet] | None = None

    @refuses_damage
    def _read(self) -> dict[str, OdsSheet]:
        events = _Events()
        reading = safe_parser()
        reading.StartElementHandler, reading.EndElementHandler = events.start, events.end
        reading.Parse(self._archive.read("content.xml"), True)
        return events.sheets

    def sheet(self, name: str) -> OdsSheet:
        if self._sheets is None:
            self._sheets = self._read()
        return self._sheets.get(name, OdsSheet())


class _Events:
    """Walks through the part. Only what holds something is kept: blank rows may repeat a million times."""

    def __init__(self) -> None:
        self.sheets: dict[str, OdsSheet] = {}
        self._fonts: dict[str, str] = {}
        self._percents: set[str] = set()
        self._styles: dict[str, Style] = {}
        self._style, self._style_name, self._depth = PLAIN, "", 0
        self._sheet = OdsSheet()
        self._columns: list[tuple[int, str]] = []  # (last column, style) of each stretch of columns
        self._row = self._column = self._rows = 0
        self._is_hidden = self._holds_something = False

    def start(self, tag: str, given: Attributes) -> None:
        if (handle := _HANDLERS.get(tag)) is not None:
            handle(self, given)

    def end(self, tag: str) -> None:
        if tag == "style:style" and self._style_name:
            self._styles[self._style_name] = self._style
            self._style_name = ""
        elif tag == "table:table-row":
            if self._is_hidden and self._holds_something:
                self._sheet.hidden_rows.update(range(self._row, self._row + min(self._rows, _MOST_REPEATED)))
            self._row += self._rows
        elif tag == "table:table":
            self._depth -= 1

    def font(self, given: Attributes) -> None:
        self._fonts[given.get("style:name", "")] = given.get("svg:font-family", "").strip("'")

    def percents(self, given: Attributes) -> None:
        self._percents.add(given.get("style:name", ""))

    def named_style(self, given: Attributes) -> None:
        if given.get("style:family") == "table-cell":
            self._style_name = given.get("style:name", "")
            self._style = self._styles.get(given.get("style:parent-style-name", ""), PLAIN)
            if given.get("style:data-style-name") in self._percents:
                self._style = self._style._replace(number_format="0%")

    def text_style(self, given: Attributes) -> None:
        font = self._fonts.get(given.get("style:font-name", ""), self._style.font)
        weight = given.get("fo:font-weight", "")
        is_bold = weight in ("bold", "700", "800", "900") or (self._style.bold and not weight)
        self._style = self._style._replace(font=font, bold=is_bold)

    def paragraph_style(self, given: Attributes) -> None:
        if match := _LENGTH.fullmatch(given.get("fo:margin-left", "")):
            steps = float(match[1]) / _PER_INCH[match[2]] / _INDENT_INCHES
            self._style = self._style._replace(indent=round(steps))

    def table(self, given: Attributes) -> None:
        self._depth += 1
        if self._depth == 1:  # a table within a cell is none of the sheets
            self._sheet = self.sheets[given.get("table:name", "")] = OdsSheet()
            self._columns, self._row = [], 0

    def columns(self, given: Attributes) -> None:
        first = self._columns[-1][0] + 1 if self._columns else 0
        last = first + _count(given, "table:number-columns-repeated") - 1
        self._columns.append((last, given.get("table:default-cell-style-name", "")))
        if given.get("table:visibility") in _HIDDEN:
            self._sheet.hidden_columns.update(range(first, last + 1))

    def row(self, given: Attributes) -> None:
        self._rows, self._column = _count(given, "table:number-rows-repeated"), 0
        self._is_hidden, self._holds_something = given.get("table:visibility") in _HIDDEN, False

    def cell(self, given: Attributes) -> None:
        at, count = (self._row, self._column), _count(given, "table:number-columns-repeated")
        self._column += count
        rows, columns = _count(given, "table:number-rows-spanned"), _count(given, "table:number-columns-spanned")
        if rows > 1 or columns > 1:
            self._sheet.merged.append((*at, at[0] + rows - 1, at[1] + columns - 1))
        if "office:value-type" in given:
            self._holds_something = True
            rows_here = range(at[0], at[0] + min(self._rows, _MOST_REPEATED))
            for column in range(at[1], at[1] + min(count, _MOST_REPEATED)):
                name = given.get("table:style-name") or self._style_of(column)
                if (style := self._styles.get(name, PLAIN)) is not PLAIN:
                    self._sheet.styles.update(dict.fromkeys(((row, column) for row in rows_here), style))

    def _style_of(self, column: int) -> str:
        return next((name for last, name in self._columns if column <= last), "")


_HANDLERS = {
    "style:font-face": _Events.font,
    "number:percentage-style": _Events.percents,
    "style:style": _Events.named_style,
    "style:text-properties": _Events.text_style,
    "style:paragraph-properties": _Events.paragraph_style,
    "table:table": _Events.table,
    "table:table-column": _Events.columns,
    "table:table-row": _Events.row,
    "table:table-cell": _Events.cell,
    "table:covered-table-cell": _Events.cell,
}


def _count(given: Attributes, name: str) -> int:
    return min(int(given.get(name, "1")), _MOST)
