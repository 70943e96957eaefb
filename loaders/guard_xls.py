"""The guard of `.xls` files: one walk over their records before the reader sees them ([MS-XLS] 2.1, 2.4)."""

from __future__ import annotations

import struct

from loaders.inspection import MAX_AREA, Inspection
from loaders.records_xls import (
    BOUNDSHEET,
    DIMENSIONS,
    FILEPASS,
    MAX_COLUMNS,
    SUPBOOK,
    open_book,
    places_by_kind,
    walk_sheet,
)

_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_OWN_SHEETS = (b"\x01\x04", b"\x01\x3a")  # a link to this workbook itself, or to functions


def inspect_xls(content: bytes) -> Inspection:
    found = Inspection("xls")
    refusal = "not_a_workbook"
    try:
        found.stream, found.saved, has_macros = open_book(content)
    except Exception:  # the container reader fails in a dozen ways on a damaged file
        refusal = "damaged_workbook"
    if not found.stream:
        return found.refuse("password_protected" if _ENCRYPTED in content else refusal)
    if has_macros:
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
    starts = [int.from_bytes(stream[at : at + 4], "little") for at in places[BOUNDSHEET] if _length(stream, at) >= 4]
    for start in set(starts):
        sheet = walk_sheet(stream, start)
        if sheet is None:
            return found.refuse("damaged_workbook")
        found.sheets[start] = sheet
    if not starts:
        return found.refuse("damaged_workbook")
    sheets = found.sheets.values()
    rows, columns = max(s.rows for s in sheets), max(s.columns for s in sheets)
    if columns > MAX_COLUMNS or rows * columns > MAX_AREA:
        return found.refuse("unsafe_area", rows=rows, columns=columns)
    corrected = _with_true_dimensions(content, stream, [at - 4 for s in sheets for at in s.others[DIMENSIONS]])
    if corrected is None:
        return found.refuse("damaged_workbook")
    found.content = corrected
    return found


def _length(stream: bytes, at: int) -> int:
    """Bytes of the record whose data start there."""
    return int.from_bytes(stream[at - 2 : at], "little")


def _with_true_dimensions(content: bytes, stream: bytes, places: list[int]) -> bytes | None:
    """The file with claims of sizes taken back that would have the reader ask for more memory than there is.

    The fast reader reserves room for all cells that a sheet claims to have, which is no more than a hint. None when a
    claim lies across two sectors of the container.
    """
    for place in places:
        if _claimed_area(stream, place) <= MAX_AREA:
            continue
        size = 4 + _length(stream, place + 4)
        record = stream[place : place + size]
        content = content.replace(record, record[:4] + bytes(size - 4))
        if record in content:
            return None
    return content


def _claimed_area(stream: bytes, place: int) -> int:
    """Cells that a sheet claims; more than any limit where it claims to end before it starts."""
    length = _length(stream, place + 4)
    layout = "<IIHH" if length >= 12 else "<HHHH"
    first_row, last_row, first_column, last_column = struct.unpack_from(layout, stream, place + 4)
    if last_row < first_row or last_column < first_column:
        return MAX_AREA + 1
    return int((last_row - first_row + 1) * (last_column - first_column + 1))
