"""What the fast cell reader leaves out of an `.xls`, read from the BIFF records of one sheet ([MS-XLS] 2.4).

A full parse costs some eight times the fast reader; one walk over the records of the sheets asked for costs a fraction.
"""

from __future__ import annotations

import struct
from datetime import UTC, datetime
from functools import cached_property
from io import BytesIO

import olefile

from loaders.errors import refuses_damage
from loaders.grid import PLAIN, Address, Style
from loaders.legacy_text import is_legacy_font
from loaders.side_xlsx import BUILT_IN_FORMATS

BOF, EOF, BOUNDSHEET, FONT, FORMAT, XF = 0x809, 0x0A, 0x85, 0x31, 0x41E, 0xE0
ROW, COLINFO, FILEPASS, SUPBOOK = 0x208, 0x7D, 0x2F, 0x1AE
LABELSST, NUMBER, RK, MULRK, LABEL, RSTRING, FORMULA, BOOLERR = 0xFD, 0x203, 0x27E, 0xBD, 0x204, 0xD6, 0x06, 0x205
_ONE_CELL = frozenset((LABELSST, NUMBER, RK, LABEL, RSTRING, FORMULA, BOOLERR))
CELLS = _ONE_CELL | {MULRK}
_MAY_BE_ERRORS = frozenset((FORMULA, BOOLERR))
_OF_WORKBOOK = (BOUNDSHEET, FONT, FORMAT, XF, FILEPASS, SUPBOOK)
_BIFF8 = 0x600
_BOLD_WEIGHT = 600
_HIDDEN_ROW_BIT = 0x20
_ERRORS = {0: "#NULL!", 7: "#DIV/0!", 15: "#VALUE!", 23: "#REF!", 29: "#NAME?", 36: "#NUM!", 42: "#N/A"}
_head = struct.Struct("<HH").unpack_from
_cell = struct.Struct("<HHH").unpack_from
_short = struct.Struct("<H").unpack_from
_long = struct.Struct("<I").unpack_from


def book_stream(content: bytes) -> tuple[bytes, datetime | None]:
    """(the stream of records inside the container, when it was last saved, UTC); empty when there is none.

    Raises ValueError when the stream is shorter than the container says, and what olefile raises on damage.
    """
    with olefile.OleFileIO(BytesIO(content)) as container:  # type: ignore[no-untyped-call]
        name = next((n for n in ("Workbook", "Book") if container.exists(n)), None)
        if name is None:
            return b"", None
        stream = bytes(container.openstream(name).read())
        if len(stream) < container.get_size(name):
            raise ValueError("the stream of records is cut off")
        return stream, _saved(container)


def _saved(container: olefile.OleFileIO) -> datetime | None:
    try:
        saved = container.get_metadata().last_saved_time  # type: ignore[no-untyped-call]
    except Exception:  # a damaged summary is no reason to refuse the figures
        return None
    return saved.replace(tzinfo=UTC) if saved else None


class XlsSide:
    """Fonts, formats and the place of each sheet of one `.xls`; sheets are walked when asked."""

    def __init__(self, stream: bytes, file: str = "", places: dict[int, list[int]] | None = None) -> None:
        self.stream = stream
        self.file = file
        self._known_places = places
        self._styles: dict[int, Style] = {}

    @cached_property
    @refuses_damage
    def _is_biff8(self) -> bool:
        return bool(_short(self.stream, 4)[0] >= _BIFF8)

    @cached_property
    @refuses_damage
    def _places(self) -> dict[int, list[int]]:
        """Where the records of the workbook as a whole stand, by kind."""
        return self._known_places or places_by_kind(self.stream)

    @cached_property
    @refuses_damage
    def offsets(self) -> dict[str, int]:
        """Where each sheet's records start."""
        return {self._text(at + 6, 1): _long(self.stream, at)[0] for at in self._places[BOUNDSHEET]}

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

    def style(self, number: int) -> Style:
        """The cell format of that number; a plain one where there is none."""
        if (known := self._styles.get(number)) is None:
            known = self._styles[number] = self._read_style(number)
        return known

    def _read_style(self, number: int) -> Style:
        places = self._places[XF]
        if number >= len(places) or places[number] + 9 > len(self.stream):
            return PLAIN
        at = places[number]
        font, code = _head(self.stream, at)
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
    """The facts of one sheet, all found in one walk over its records at the first question."""

    def __init__(self, book: XlsSide, name: str) -> None:
        self._book = book
        self._name = name
        self.file = book.file

    @property
    def has_legacy_fonts(self) -> bool:
        return self._book.has_legacy_fonts

    formulas_without_value: frozenset[Address] = frozenset()  # an .xls always stores the last result

    @cached_property
    @refuses_damage
    def _walked(self) -> tuple[dict[Address, int], dict[Address, str], set[int], set[int]]:
        """(number of the format, error text) by cell, hidden rows, hidden columns."""
        formats: dict[Address, int] = {}
        errors: dict[Address, str] = {}
        rows, columns = set[int](), set[int]()
        stream = self._book.stream
        offset, end = self._book.offsets.get(self._name, len(stream)), len(stream) - 4
        while offset <= end:
            kind, length = _head(stream, offset)
            at = offset + 4
            if kind in _ONE_CELL:
                row, column, number = _cell(stream, at)
                formats[row, column] = number
                if kind in _MAY_BE_ERRORS and (error := _error(stream, kind, at, length)):
                    errors[row, column] = error
            elif kind == MULRK:
                row, first = _head(stream, at)
                for i in range((length - 6) // 6):
                    formats[row, first + i] = _short(stream, at + 4 + 6 * i)[0]
            elif kind == ROW:
                if length >= 16 and stream[at + 12] & _HIDDEN_ROW_BIT:
                    rows.add(_short(stream, at)[0])
            elif kind == COLINFO and length >= 10 and stream[at + 8] & 1:
                first, last = _head(stream, at)
                columns.update(range(first, min(last, 255) + 1))
            elif kind == EOF:
                break
            offset = at + length
        return formats, errors, rows, columns

    def style(self, row: int, column: int) -> Style:
        number = self._walked[0].get((row, column))
        return PLAIN if number is None else self._book.style(number)

    @property
    def errors(self) -> dict[Address, str]:
        return self._walked[1]

    @property
    def hidden_rows(self) -> set[int]:
        return self._walked[2]

    @property
    def hidden_columns(self) -> set[int]:
        return self._walked[3]


def places_by_kind(stream: bytes) -> dict[int, list[int]]:
    """Where the data of the records of the workbook as a whole start, by kind of those that matter."""
    places: dict[int, list[int]] = {kind: [] for kind in _OF_WORKBOOK}
    offset, last = 0, len(stream) - 4
    while offset <= last:
        kind, length = _head(stream, offset)
        offset += 4
        if kind in places and offset + length <= last + 4:
            places[kind].append(offset)
        if kind == EOF:
            break
        offset += length
    return places


def _error(stream: bytes, kind: int, at: int, length: int) -> str:
    if kind == BOOLERR:
        return _ERRORS.get(stream[at + 6], "#ERROR!") if length >= 8 and stream[at + 7] else ""
    is_error = length >= 14 and stream[at + 6] == 2 and stream[at + 12 : at + 14] == b"\xff\xff"
    return _ERRORS.get(stream[at + 8], "#ERROR!") if is_error else ""
