"""The records of an `.xls` ([MS-XLS] 2.1, 2.4): where they stand by kind, found in one walk over each part of it.

Nine records of ten are ordinary cells and rows, of which no more is asked than where they end: one pattern passes over
a whole run of them.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from io import BytesIO
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import olefile

BOF, EOF, BOUNDSHEET, FONT, FORMAT, XF = 0x809, 0x0A, 0x85, 0x31, 0x41E, 0xE0
ROW, COLINFO, FILEPASS, SUPBOOK, DIMENSIONS = 0x208, 0x7D, 0x2F, 0x1AE, 0x200
LABELSST, NUMBER, RK, MULRK, LABEL, RSTRING, FORMULA, BOOLERR = 0xFD, 0x203, 0x27E, 0xBD, 0x204, 0xD6, 0x06, 0x205
BLANK, MULBLANK = 0x201, 0xBE
TEXT_CELLS = (LABELSST, LABEL, RSTRING)
OTHER_CELLS = (NUMBER, RK, FORMULA, BOOLERR)
_CELLS = frozenset((*TEXT_CELLS, *OTHER_CELLS, MULRK))
_OF_WORKBOOK = (BOUNDSHEET, FONT, FORMAT, XF, FILEPASS, SUPBOOK)
_OF_SHEET = (*TEXT_CELLS, *OTHER_CELLS, MULRK, ROW, COLINFO, DIMENSIONS)
_ENDS = frozenset((BOF, EOF))
NEAR_ROWS, MAX_COLUMNS = 8_192, 256
TEXT_CELL = LABELSST.to_bytes(2, "little") + b"\x0a\x00"
"""How the record of a cell with a text begins; row, column and format follow."""

_NEAR_CELL = rb".[\x00-\x1f].\x00"  # row and column
_VISIBLE_ROW = b".{12}[%s]" % re.escape(bytes(options for options in range(256) if not options & 0x20))
_VISIBLE_COLUMN = b".{8}[%s]" % re.escape(bytes(range(0, 256, 2)))
_NUMBER_AS_RESULT = rb"(?!.{12}\xff\xff)" + _NEAR_CELL  # else a text or an error
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


def _records(kind: int, start: bytes, width: int, lengths: Iterable[int]) -> bytes:
    """The pattern of records of a kind and of one of these lengths; `start` is that of their first `width` bytes."""
    by_length = (b"%s%s.{%d}" % (re.escape(length.to_bytes(2, "little")), start, length - width) for length in lengths)
    return b"%s(?:%s)" % (re.escape(kind.to_bytes(2, "little")), b"|".join(by_length))


_ORDINARY = {
    ROW: _records(ROW, _VISIBLE_ROW, 13, [16]),
    BLANK: _records(BLANK, _NEAR_CELL, 4, [6]),
    MULBLANK: _records(MULBLANK, _NEAR_CELL, 4, range(10, 80, 2)),
    LABELSST: _records(LABELSST, _NEAR_CELL, 4, [10]),
    NUMBER: _records(NUMBER, _NEAR_CELL, 4, [14]),
    RK: _records(RK, _NEAR_CELL, 4, [10]),
    MULRK: _records(MULRK, _NEAR_CELL, 4, range(18, 120, 6)),
    FORMULA: _records(FORMULA, _NUMBER_AS_RESULT, 4, range(22, 90)),
    COLINFO: _records(COLINFO, _VISIBLE_COLUMN, 9, [12]),
}

_LONGEST_RUN = 4096
"""Records that one match passes over: it keeps a mark of each. Possessive repetitions, which keep none, match wrongly
in Python before 3.11.5; here nothing is ever given back, since kind and length tell each record from all others."""


@cache
def _run() -> re.Pattern[bytes]:
    return re.compile(b"(?s:%s){0,%d}" % (b"|".join(_ORDINARY.values()), _LONGEST_RUN))


@cache
def _finder(kinds: tuple[int, ...]) -> re.Pattern[bytes]:
    """Finds the records of some kinds in a run: each search passes over the others, the last one to the run's end."""
    wanted = b"|".join(_ORDINARY[kind] for kind in kinds if kind in _ORDINARY)
    return _behind_others(kinds, b"(%s)" % wanted)


@cache
def _text_finder() -> re.Pattern[bytes]:
    """The same for cells of a text, of which (row and column, format) are given as they are stored."""
    return _behind_others((LABELSST,), re.escape(TEXT_CELL) + rb"(.{4})(..).{4}")


def _behind_others(kinds: tuple[int, ...], wanted: bytes) -> re.Pattern[bytes]:
    others = b"|".join(pattern for kind, pattern in _ORDINARY.items() if kind not in kinds)
    return re.compile(rb"(?s:(?:%s)*(?:%s|\Z))" % (others, wanted))


@dataclass(frozen=True, slots=True)
class SheetRecords:
    """One sheet: runs of ordinary records (start, end), where the data of the others start, how far its cells reach.

    A hidden row or column and an error are never ordinary. Anything within 8192 rows and 256 columns counts as just
    that.
    """

    runs: list[tuple[int, int]]
    others: dict[int, list[int]]
    rows: int
    columns: int

    @property
    def extent(self) -> tuple[int, int]:
        """Where the first run starts and the last one ends."""
        return (self.runs[0][0], self.runs[-1][1]) if self.runs else (0, 0)

    def formats_of_texts(self, stream: bytes) -> dict[bytes, bytes]:
        """Row and column of each cell of a text -> the number of its format, both as they are stored."""
        find = _text_finder().findall
        formats: dict[bytes, bytes] = dict(pair for run in self.runs for pair in find(stream, *run))
        for at in chain.from_iterable(self.others[kind] for kind in TEXT_CELLS):
            formats[stream[at : at + 4]] = stream[at + 4 : at + 6]
        return formats

    def cells(self, stream: bytes, *kinds: int) -> list[int]:
        """Where the data of all cells of some kinds start."""
        find = _finder(kinds).finditer
        found = [match.start(1) + 4 for run in self.runs for match in find(stream, *run) if match.lastindex]
        return found + [at for kind in kinds for at in self.others[kind]]


def walk_sheet(stream: bytes, offset: int) -> SheetRecords | None:
    """The records from the sheet's start to its end; None when they do not lead there: a reader would lose cells.

    Those of charts within the sheet are passed over. `stream` ends with four bytes to spare.
    """
    runs: list[tuple[int, int]] = []
    others: dict[int, list[int]] = {kind: [] for kind in _OF_SHEET}
    rows, columns, depth = NEAR_ROWS, MAX_COLUMNS, 0
    last, run = len(stream) - 8, _run().match
    while offset <= last:
        kind, length, row, column = _record(stream, offset)
        offset += 4
        if kind in others:
            if depth == 1:
                others[kind].append(offset)
            if (row >= rows or column >= columns) and kind in _CELLS:
                rows, columns = max(rows, row + 1), max(columns, column + 1)
        elif kind in _ENDS:
            depth += 1 if kind == BOF else -1
            if depth <= 0:
                return SheetRecords(runs, others, rows, columns) if depth == 0 else None
        start = offset + length
        offset = run(stream, start).end()  # type: ignore[union-attr]  # matches nothing where there is none
        if depth == 1 and offset > start:
            runs.append((start, offset))
    return None
