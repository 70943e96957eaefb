"""What the fast cell reader leaves out of an `.xls`, read from the BIFF records of one sheet ([MS-XLS] 2.4).

A full parse costs some eight times the fast reader; looking up the records that the guard has walked costs a fraction.
"""

from __future__ import annotations

import struct
from functools import cached_property

from loaders.errors import refuses_damage
from loaders.forward_search import ForwardSearch
from loaders.grid import PLAIN, Address, Style
from loaders.legacy_text import is_legacy_font
from loaders.records_xls import (
    BOOLERR,
    BOUNDSHEET,
    COLINFO,
    FONT,
    FORMAT,
    FORMULA,
    MULRK,
    OTHER_CELLS,
    ROW,
    TEXT_CELL,
    XF,
    SheetRecords,
)
from loaders.side_xlsx import BUILT_IN_FORMATS

_BIFF8 = 0x600
_BOLD_WEIGHT = 600
_HIDDEN_ROW_BIT = 0x20
_ERRORS = {0: "#NULL!", 7: "#DIV/0!", 15: "#VALUE!", 23: "#REF!", 29: "#NAME?", 36: "#NUM!", 42: "#N/A"}
_two = struct.Struct("<HH").unpack_from
_short = struct.Struct("<H").unpack_from
_long = struct.Struct("<I").unpack_from
_as_stored = struct.Struct("<HH").pack


class XlsSide:
    """Fonts, formats and sheets of one `.xls`; `places` and `sheets` are those of `Inspection`."""

    def __init__(
        self, stream: bytes, places: dict[int, list[int]], sheets: dict[int, SheetRecords], file: str = ""
    ) -> None:
        self.stream = stream
        self.file = file
        self._places = places
        self._sheets = sheets
        self._styles: dict[bytes, Style] = {}

    @cached_property
    @refuses_damage
    def _is_biff8(self) -> bool:
        return bool(_short(self.stream, 4)[0] >= _BIFF8)

    @cached_property
    @refuses_damage
    def records(self) -> dict[str, SheetRecords]:
        """The records of each sheet by its name."""
        starts = {self._text(at + 6, 1): _long(self.stream, at)[0] for at in self._places[BOUNDSHEET]}
        return {name: self._sheets[start] for name, start in starts.items() if start in self._sheets}

    @cached_property
    @refuses_damage
    def _fonts(self) -> list[tuple[str, bool]]:
        """(name, bold) by number. Font 4 does not exist: numbers go on with 5."""
        places = self._places[FONT]
        fonts = [(self._text(at + 14, 1), _short(self.stream, at + 6)[0] >= _BOLD_WEIGHT) for at in places]
        return [*fonts[:4], ("", False), *fonts[4:]]

    @cached_property
    @refuses_damage
    def _formats(self) -> dict[int, str]:
        width = 2 if self._is_biff8 else 1
        return {_short(self.stream, at)[0]: self._text(at + 2, width) for at in self._places[FORMAT]}

    def style(self, number: bytes) -> Style:
        """The cell format of that number, given as it is stored; a plain one where there is none."""
        if (known := self._styles.get(number)) is None:
            known = self._styles[number] = self._read_style(int.from_bytes(number, "little"))
        return known

    def _read_style(self, number: int) -> Style:
        places = self._places[XF]
        if number >= len(places) or places[number] + 9 > len(self.stream):
            return PLAIN
        at = places[number]
        font, code = _two(self.stream, at)
        indent = self.stream[at + 8] & 0x0F if self._is_biff8 else 0
        name, bold = self._fonts[font] if font < len(self._fonts) else ("", False)
        number_format = self._formats.get(code) or BUILT_IN_FORMATS.get(code, "General")
        return Style(name, bold, indent, "General" if number_format == "GENERAL" else number_format)

    @cached_property
    @refuses_damage
    def has_legacy_fonts(self) -> bool:
        return any(is_legacy_font(name) for name, _ in self._fonts)

    def sheet(self, name: str) -> XlsSheet:
        return XlsSheet(self, name)

    def _text(self, at: int, length_bytes: int) -> str:
        stream = self.stream
        count = stream[at] if length_bytes == 1 else _short(stream, at)[0]
        at += length_bytes
        if not self._is_biff8:
            return stream[at : at + count].decode("cp1252", "replace")
        if stream[at] & 1:
            return stream[at + 1 : at + 1 + 2 * count].decode("utf-16-le", "replace")
        return stream[at + 1 : at + 1 + count].decode("latin-1")


class XlsSheet:
    """The facts of one sheet, each found when it is first asked for."""

    def __init__(self, book: XlsSide, name: str) -> None:
        self._book = book
        self._name = name
        self.file = book.file

    @property
    def has_legacy_fonts(self) -> bool:
        return self._book.has_legacy_fonts

    formulas_without_value: frozenset[Address] = frozenset()  # an .xls always stores the last result

    def _cells(self, *kinds: int) -> list[int]:
        """Where the data of the sheet's cells of some kinds start."""
        found = self._book.records.get(self._name)
        return found.cells(self._book.stream, *kinds) if found else []

    def _unusual(self, kind: int) -> list[int]:
        """The same of those records that are no ordinary ones: all that is hidden or an error is among them."""
        found = self._book.records.get(self._name)
        return found.others[kind] if found else []

    def style(self, row: int, column: int) -> Style:
        """Most sheets are asked for those of their labels alone: cells that hold a text, from top to bottom."""
        book, stored = self._book, _as_stored(row, column)
        at = self._search.find(TEXT_CELL + stored, (row, column))
        if at >= 0:
            return book.style(book.stream[at + 8 : at + 10])
        number = self._formats_of_texts.get(stored) or self._formats_of_others.get(stored)
        return PLAIN if number is None else book.style(number)

    @cached_property
    @refuses_damage
    def _search(self) -> ForwardSearch:
        found = self._book.records.get(self._name)
        return ForwardSearch(self._book.stream, *(found.extent if found else (0, 0)))

    @cached_property
    @refuses_damage
    def _formats_of_texts(self) -> dict[bytes, bytes]:
        """Cell -> number of its format, of those that hold a text; others are seldom asked for."""
        found = self._book.records.get(self._name)
        return found.formats_of_texts(self._book.stream) if found else {}

    @cached_property
    @refuses_damage
    def _formats_of_others(self) -> dict[bytes, bytes]:
        stream = self._book.stream
        formats = {stream[at : at + 4]: stream[at + 4 : at + 6] for at in self._cells(*OTHER_CELLS)}
        for at in self._cells(MULRK):
            row, first = _two(stream, at)
            for i in range((_length(stream, at) - 6) // 6):
                formats[_as_stored(row, first + i)] = stream[at + 4 + 6 * i : at + 6 + 6 * i]
        return formats

    @cached_property
    @refuses_damage
    def errors(self) -> dict[Address, str]:
        stream = self._book.stream
        return {
            _two(stream, at): error
            for kind in (FORMULA, BOOLERR)
            for at in self._unusual(kind)
            if (error := _error(stream, kind, at, _length(stream, at)))
        }

    @cached_property
    @refuses_damage
    def hidden_rows(self) -> set[int]:
        stream = self._book.stream
        return {
            _short(stream, at)[0]
            for at in self._unusual(ROW)
            if stream[at + 12] & _HIDDEN_ROW_BIT and _length(stream, at) >= 16
        }

    @cached_property
    @refuses_damage
    def hidden_columns(self) -> set[int]:
        columns, stream = set[int](), self._book.stream
        for at in self._unusual(COLINFO):
            if _length(stream, at) >= 10 and stream[at + 8] & 1:
                first, last = _two(stream, at)
                columns.update(range(first, min(last, 255) + 1))
        return columns


def _length(stream: bytes, at: int) -> int:
    """Bytes of the record whose data start there."""
    return int(_short(stream, at - 2)[0])


def _error(stream: bytes, kind: int, at: int, length: int) -> str:
    if kind == BOOLERR:
        return _ERRORS.get(stream[at + 6], "#ERROR!") if length >= 8 and stream[at + 7] else ""
    is_error = length >= 14 and stream[at + 6] == 2 and stream[at + 12 : at + 14] == b"\xff\xff"
    return _ERRORS.get(stream[at + 8], "#ERROR!") if is_error else ""
