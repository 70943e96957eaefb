"""The guard of `.xls` files: one walk over their records before the reader sees them ([MS-XLS] 2.1, 2.4)."""

from __future__ import annotations

import struct
from typing import NamedTuple

from loaders.inspection import MAX_AREA, Inspection
from loaders.side_xls import BOF, BOUNDSHEET, CELLS, EOF, FILEPASS, SUPBOOK, book_stream, places_by_kind

MAX_COLUMNS = 256
DIMENSIONS = 0x200
_NEAR_ROWS = 8_192
_MARKS = frozenset((BOF, EOF, DIMENSIONS))
_OWN_SHEETS = (b"\x01\x04", b"\x01\x3a")  # a link to this workbook itself, or to functions
_record = struct.Struct("<HHHH").unpack_from


def inspect_xls(content: bytes) -> Inspection:
    found = Inspection("xls")
    if "EncryptedPackage".encode("utf-16-le") in content:
        return found.refuse("password_protected")
    try:
        found.stream, found.saved = book_stream(content)
    except Exception:  # the container reader fails in a dozen ways on a damaged file
        return found.refuse("damaged_workbook")
    if not found.stream:
        return found.refuse("not_a_workbook")
    if "_VBA_PROJECT".encode("utf-16-le") in content:
        found.note("macros_ignored")
    return _inspect_records(found, content)


def _inspect_records(found: Inspection, content: bytes) -> Inspection:
    """Walk all records once: password, links to other workbooks, damage, and how far the cells reach."""
    stream = found.stream + bytes(4)
    places = found.places = places_by_kind(found.stream)
    if places[FILEPASS]:
        return found.refuse("password_protected")
    links = [at for at in places[SUPBOOK] if _length(stream, at) >= 4 and stream[at + 2 : at + 4] not in _OWN_SHEETS]
    if links:
        found.note("external_links", count=len(links))
    sheets = [int.from_bytes(stream[at : at + 4], "little") for at in places[BOUNDSHEET] if _length(stream, at) >= 4]
    reach = [_reach(stream, offset) for offset in sheets]
    whole = [r for r in reach if r is not None]
    if not sheets or len(whole) < len(reach):
        return found.refuse("damaged_workbook")
    rows, columns = max(r.rows for r in whole), max(r.columns for r in whole)
    if columns > MAX_COLUMNS or rows * columns > MAX_AREA:
        return found.refuse("unsafe_area", rows=rows, columns=columns)
    corrected = _with_true_dimensions(content, stream, [r.dimensions for r in whole])
    if corrected is None:
        return found.refuse("damaged_workbook")
    found.content = corrected
    return found


def _length(stream: bytes, at: int) -> int:
    """Bytes of the record whose data start there."""
    return int.from_bytes(stream[at - 2 : at], "little")


class _Reach(NamedTuple):
    """How far the cells of a sheet go, and where its record of dimensions stands (-1: it has none)."""

    rows: int
    columns: int
    dimensions: int


def _reach(stream: bytes, offset: int) -> _Reach | None:
    """Up to the farthest cell of a sheet; anything within 8192 rows and 256 columns counts as just that.

    None when the records do not lead from the sheet's start to its end: a reader would silently lose cells.
    """
    end = len(stream) - 8
    rows, columns, depth, dimensions = _NEAR_ROWS, MAX_COLUMNS, 0, -1
    while offset <= end:
        kind, length, row, column = _record(stream, offset)
        if kind in _MARKS:
            depth += (kind == BOF) - (kind == EOF)
            if kind == DIMENSIONS:
                dimensions = offset
            if depth <= 0:
                return _Reach(rows, columns, dimensions) if depth == 0 and kind == EOF else None
        elif (row >= rows or column >= columns) and kind in CELLS:
            rows, columns = max(rows, row + 1), max(columns, column + 1)
        offset += 4 + length
    return None


def _with_true_dimensions(content: bytes, stream: bytes, places: list[int]) -> bytes | None:
    """The file with claims of sizes taken back that would have the reader ask for more memory than there is.

    The fast reader reserves room for all cells that a sheet claims to have, which is no more than a hint. None when a
    claim lies across two sectors of the container.
    """
    for place in places:
        if place < 0 or _claimed_area(stream, place) <= MAX_AREA:
            continue
        size = 4 + _record(stream, place)[1]
        record = stream[place : place + size]
        content = content.replace(record, record[:4] + bytes(size - 4))
        if record in content:
            return None
    return content


def _claimed_area(stream: bytes, place: int) -> int:
    """Cells that a sheet claims; more than any limit where it claims to end before it starts."""
    length = _record(stream, place)[1]
    layout = "<IIHH" if length >= 12 else "<HHHH"
    first_row, last_row, first_column, last_column = struct.unpack_from(layout, stream, place + 4)
    if last_row < first_row or last_column < first_column:
        return MAX_AREA + 1
    return int((last_row - first_row + 1) * (last_column - first_column + 1))
