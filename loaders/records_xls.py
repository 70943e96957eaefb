"""The records of an `.xls` ([MS-XLS] 2.1, 2.4): where they stand by kind, found in one walk over each part of it."""

from __future__ import annotations

import struct
from array import array
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import olefile

BOF, EOF, BOUNDSHEET, FONT, FORMAT, XF = 0x809, 0x0A, 0x85, 0x31, 0x41E, 0xE0
ROW, COLINFO, FILEPASS, SUPBOOK, DIMENSIONS = 0x208, 0x7D, 0x2F, 0x1AE, 0x200
LABELSST, NUMBER, RK, MULRK, LABEL, RSTRING, FORMULA, BOOLERR = 0xFD, 0x203, 0x27E, 0xBD, 0x204, 0xD6, 0x06, 0x205
TEXT_CELLS = (LABELSST, LABEL, RSTRING)
OTHER_CELLS = (NUMBER, RK, FORMULA, BOOLERR)
_CELLS = frozenset((*TEXT_CELLS, *OTHER_CELLS, MULRK))
_OF_WORKBOOK = (BOUNDSHEET, FONT, FORMAT, XF, FILEPASS, SUPBOOK)
_OF_SHEET = (*TEXT_CELLS, *OTHER_CELLS, MULRK, ROW, COLINFO, DIMENSIONS)
_ENDS = frozenset((BOF, EOF))
NEAR_ROWS, MAX_COLUMNS = 8_192, 256
_SUMMARY, _LAST_SAVED = "\x05SummaryInformation", 13
_MACROS = "_VBA_PROJECT"
_head = struct.Struct("<HH").unpack_from
_record = struct.Struct("<4H").unpack_from


class Book(NamedTuple):
    """What the container of an .xls holds: the stream of its records, when it was last saved (UTC), any macros."""

    stream: bytes
    saved: datetime | None = None
    has_macros: bool = False


def open_book(content: bytes) -> Book:
    """The stream is empty where there is none.

    Raises ValueError when the stream is shorter than the container says, and what olefile raises on damage.
    """
    import olefile

    with olefile.OleFileIO(BytesIO(content)) as container:  # type: ignore[no-untyped-call]
        name = next((n for n in ("Workbook", "Book") if container.exists(n)), None)
        if name is None:
            return Book(b"")
        stream = _read(container, name, content)
        if len(stream) < container.get_size(name):
            raise ValueError("the stream of records is cut off")
        has_macros = any(entry is not None and _MACROS in entry.name for entry in container.direntries)
        return Book(stream, _saved(container), has_macros)


def _read(container: olefile.OleFileIO, name: str, content: bytes) -> bytes:
    """A stream of the container, in runs of neighbouring sectors; one by one they take ten times as long."""
    entry, fat, width = container.root.kids_dict[name.lower()], container.fat, container.sector_size
    if entry.size < container.mini_stream_cutoff_size:
        return bytes(container.openstream(name).read())
    runs, sector, left = [], entry.isectStart, -(-entry.size // width)
    while left > 0:
        first, sector = sector, fat[sector]
        left -= 1
        length = 1
        while left and sector == first + length:
            sector = fat[sector]
            left -= 1
            length += 1
        runs.append(content[(first + 1) * width : (first + 1 + length) * width])
    return b"".join(runs)[: entry.size]


def _saved(container: olefile.OleFileIO) -> datetime | None:
    try:
        saved = container.getproperties(_SUMMARY, convert_time=True).get(_LAST_SAVED)
    except Exception:  # a damaged summary is no reason to refuse the figures
        return None
    return saved.replace(tzinfo=UTC) if saved else None


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


@dataclass(frozen=True, slots=True)
class SheetRecords:
    """One sheet: where the data of its records start, by kind, and how far its cells reach.

    Anything within 8192 rows and 256 columns counts as just that. Places are 32-bit numbers: a sheet has many.
    """

    places: dict[int, array[int]]
    rows: int
    columns: int


def walk_sheet(stream: bytes, offset: int) -> SheetRecords | None:
    """The records from the sheet's start to its end; None when they do not lead there: a reader would lose cells.

    Those of charts within the sheet are passed over. `stream` ends with four bytes to spare.
    """
    places = {kind: array("I") for kind in _OF_SHEET}
    note_of = {kind: found.append for kind, found in places.items()}.get
    rows, columns, depth = NEAR_ROWS, MAX_COLUMNS, 0
    end = len(stream) - 8
    while offset <= end:
        kind, length, row, column = _record(stream, offset)
        offset += 4
        note = note_of(kind)
        if note is not None:
            if depth == 1:
                note(offset)
            if (row >= rows or column >= columns) and kind in _CELLS:
                rows, columns = max(rows, row + 1), max(columns, column + 1)
        elif kind in _ENDS:
            depth += 1 if kind == BOF else -1
            if depth <= 0:
                return SheetRecords(places, rows, columns) if depth == 0 else None
        offset += length
    return None
