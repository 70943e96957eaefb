"""What a file is by its content, and a cheap guard before any parser sees it.

The guard is syntactic and not the barrier: uploads are parsed in a limited child process (`loaders.isolation`). It
gives the common cases a clear finding, and keeps the command line from files that end the whole process: two cells
far apart make the fast reader ask for a table of all cells between them.
"""

from __future__ import annotations

import re
import struct
import zipfile
import zlib
from dataclasses import dataclass, field
from io import BytesIO
from xml.parsers import expat

from data.findings import Finding, Severity
from loaders.side_xls import BOF, BOUNDSHEET, CELLS, EOF, FILEPASS, SUPBOOK, book_stream, records

MAX_PARTS = 10_000
MAX_PART_BYTES = 128 << 20
MAX_TOTAL_BYTES = 256 << 20
KEPT_PART_BYTES = 2 << 20
MAX_RATIO = 250
RATIO_FROM_BYTES = 4 << 20
MAX_AREA = 4_000_000
MAX_ROW, MAX_COLUMN = 1_048_576, 16_384
MAX_XLS_COLUMN = 256
_NEAR_ROWS, _NEAR_COLUMNS = 8_192, 256
_OWN_SHEETS = (b"\x01\x04", b"\x01\x3a")  # a link to this workbook itself, or to functions

_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OTHER_FILES = (
    (b"%PDF", "PDF"), (b"Rar!", "RAR"), (b"7z\xbc\xaf", "7z"), (b"\x89PNG", "PNG"), (b"\xff\xd8\xff", "JPEG"),
    (b"{\\rtf", "RTF"),
)  # fmt: skip
# Within 702 columns and 999 rows no area is large: one search in C for anything outside spares a look at every cell.
_FAR_CELL = re.compile(rb""" r=["'](?:[A-Z]{3,}\d|[A-Z]{0,2}\d{4,})""")
_REFERENCE = re.compile(rb"""\br=["']([A-Z]{0,9})(\d{1,12})["']""")
_DIMENSION = re.compile(rb"""<(?:\w+:)?dimension\s+ref=["'](?:[A-Z]{1,9}\d{1,12}:)?([A-Z]{1,9})(\d{1,12})["']""")
_DECLARES_TYPE = re.compile(rb"<!(?:DOCTYPE|ENTITY)")
_BROKEN_ZIP = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, struct.error, RuntimeError)
_record = struct.Struct("<HHHH").unpack_from


@dataclass(slots=True)
class Inspection:
    """`kind` is xlsx, xlsb, ods or xls; empty when the file is none of them. `refusal` says why it cannot be read.

    `stream` is the record stream of an .xls, `parts` the unpacked sheets of an .xlsx of ordinary size: both have been
    read here and are asked for again.
    """

    kind: str = ""
    refusal: Finding | None = None
    findings: list[Finding] = field(default_factory=list)
    stream: bytes = b""
    parts: dict[str, bytes] = field(default_factory=dict)

    def refuse(self, code: str, sheet: str = "", **parameters: str | int) -> Inspection:
        self.refusal = Finding(code, Severity.ERROR, sheet=sheet, parameters=parameters)
        return self

    def note(self, code: str, severity: Severity = Severity.NOTE, sheet: str = "", **parameters: str | int) -> None:
        self.findings.append(Finding(code, severity, sheet=sheet, parameters=parameters))


def inspect(content: bytes) -> Inspection:
    """Look at a file's bytes without trusting its name."""
    if not content:
        return Inspection().refuse("empty_file")
    if content.startswith(_ZIP):
        return _inspect_zip(content)
    if content.startswith(_OLE):
        return _inspect_ole(content)
    return _inspect_text(content)


def _inspect_text(content: bytes) -> Inspection:
    head = content[:4096].lstrip(b"\xef\xbb\xbf \t\r\n\x00").lower()
    if head.startswith(b"<?xml") and b"excel.sheet" in head:
        return Inspection().refuse("xml_spreadsheet")
    if head.startswith((b"<html", b"<!doctype html", b"<table")) or b"<table" in head:
        return Inspection().refuse("html_page")
    for start, name in _OTHER_FILES:
        if content.startswith(start):
            return Inspection().refuse("other_file", found=name)
    is_text = b"\x00" not in content[:4096]
    return Inspection().refuse("text_file" if is_text else "not_a_workbook")


def _inspect_ole(content: bytes) -> Inspection:
    found = Inspection("xls")
    if "EncryptedPackage".encode("utf-16-le") in content:
        return found.refuse("password_protected")
    try:
        found.stream = book_stream(content)
    except Exception:  # the container reader fails in a dozen ways on a damaged file
        return found.refuse("damaged_workbook")
    if not found.stream:
        return found.refuse("not_a_workbook")
    if "_VBA_PROJECT".encode("utf-16-le") in content:
        found.note("macros_ignored")
    return _inspect_records(found)


def _inspect_records(found: Inspection) -> Inspection:
    """Walk all records once: password, links to other workbooks, damage, and how far the cells reach."""
    stream, links = found.stream + bytes(4), 0
    sheets = []
    for kind, at, length in records(stream, 0):
        if kind == FILEPASS:
            return found.refuse("password_protected")
        if kind == SUPBOOK and length >= 4 and stream[at + 2 : at + 4] not in _OWN_SHEETS:
            links += 1
        elif kind == BOUNDSHEET and length >= 4:
            sheets.append(int.from_bytes(stream[at : at + 4], "little"))
    if links:
        found.note("external_links", count=links)
    rows = columns = 0
    for offset in sheets:
        reach = _reach(stream, offset)
        if reach is None:
            return found.refuse("damaged_workbook")
        rows, columns = max(rows, reach[0]), max(columns, reach[1])
    if columns > MAX_XLS_COLUMN or rows * columns > MAX_AREA:
        return found.refuse("unsafe_area", rows=rows, columns=columns)
    return found if sheets else found.refuse("damaged_workbook")


def _reach(stream: bytes, offset: int) -> tuple[int, int] | None:
    """Rows and columns up to the farthest cell of a sheet; anything within 8192 by 256 counts as just that.

    None when the records do not lead from the sheet's start to its end: a reader would silently lose cells.
    """
    end = len(stream) - 8
    rows, columns, depth = _NEAR_ROWS, _NEAR_COLUMNS, 0
    while offset <= end:
        kind, length, row, column = _record(stream, offset)
        if kind == EOF:
            depth -= 1
            if depth <= 0:
                return (rows, columns) if depth == 0 else None
        elif kind == BOF:
            depth += 1
        elif depth == 0:
            return None
        elif (row >= rows or column >= columns) and kind in CELLS:
            rows, columns = max(rows, row + 1), max(columns, column + 1)
        offset += 4 + length
    return None


def _inspect_zip(content: bytes) -> Inspection:
    try:
        archive = zipfile.ZipFile(BytesIO(content))
    except _BROKEN_ZIP:
        return Inspection().refuse("damaged_workbook")
    parts = archive.infolist()
    names = [p.filename for p in parts]
    found = Inspection(_zip_kind(set(names)))
    if not found.kind:
        is_word = any(n.startswith(("word/", "ppt/")) for n in names)
        return found.refuse("other_file", found="Word, PowerPoint" if is_word else "ZIP")
    return _inspect_directory(found, parts) or _inspect_parts(found, archive, parts)


def _inspect_directory(found: Inspection, parts: list[zipfile.ZipInfo]) -> Inspection | None:
    """What the list of parts alone tells: a refusal, or None after noting macros and links."""
    names = [p.filename for p in parts]
    if any(p.flag_bits & 1 for p in parts):
        return found.refuse("password_protected")
    if len(names) > MAX_PARTS or len(set(names)) != len(names):
        return found.refuse("unsafe_parts", count=len(names))
    if bomb := next((p for p in parts if _is_bomb(p)), None):
        return found.refuse("unsafe_size", part=bomb.filename, megabytes=bomb.file_size >> 20)
    if (total := sum(p.file_size for p in parts)) > MAX_TOTAL_BYTES:
        return found.refuse("unsafe_size", part="zip", megabytes=total >> 20)
    if any(n.endswith("vbaProject.bin") for n in names):
        found.note("macros_ignored")
    if links := sum(n.startswith("xl/externalLinks/externalLink") for n in names):
        found.note("external_links", count=links)
    return None


def _is_bomb(part: zipfile.ZipInfo) -> bool:
    is_dense = part.file_size > RATIO_FROM_BYTES and part.file_size > MAX_RATIO * max(1, part.compress_size)
    return part.file_size > MAX_PART_BYTES or is_dense


def _zip_kind(names: set[str]) -> str:
    if "xl/workbook.xml" in names:
        return "xlsx"
    if "xl/workbook.bin" in names:
        return "xlsb"
    return "ods" if "content.xml" in names else ""


def _inspect_parts(found: Inspection, archive: zipfile.ZipFile, parts: list[zipfile.ZipInfo]) -> Inspection:
    for part in parts:
        name = part.filename
        is_sheet = name.startswith("xl/worksheets/") and name.endswith(".xml")
        if not is_sheet and name not in ("xl/workbook.xml", "xl/sharedStrings.xml", "xl/styles.xml", "content.xml"):
            continue
        try:
            with archive.open(part) as stream:
                xml = stream.read() if is_sheet else stream.read(4096)
        except _BROKEN_ZIP:
            return found.refuse("damaged_workbook")
        if _DECLARES_TYPE.search(xml, 0, 4096):
            return found.refuse("unsafe_entities", part=name)
        if is_sheet and not xml.rstrip()[-32:].endswith(b"worksheet>"):
            return found.refuse("damaged_workbook")
        if is_sheet and _reaches_too_far(found, xml, name.rsplit("/", 1)[-1]):
            return found
        if is_sheet and part.file_size < KEPT_PART_BYTES:
            found.parts[name] = xml
    return found


def _reaches_too_far(found: Inspection, xml: bytes, part: str) -> bool:
    """Whether the cells claim an area that no real table fills; a dimension that merely says so is a warning."""
    if claim := _DIMENSION.search(xml, 0, 4096):
        rows, columns = int(claim[2]), _column(claim[1])
        if rows > MAX_ROW or columns > MAX_COLUMN:
            found.refuse("unsafe_area", rows=rows, columns=columns, part=part)
            return True
        if rows * columns > MAX_AREA:
            found.note("claimed_area", Severity.WARNING, rows=rows, columns=columns, part=part)
    if _FAR_CELL.search(xml) is None:
        return False
    references = _REFERENCE.findall(xml)
    last_row = max((int(row) for _, row in references), default=0)
    last_column = max((_column(letters) for letters in {letters for letters, _ in references}), default=0)
    is_far = last_row > MAX_ROW or last_column > MAX_COLUMN or last_row * last_column > MAX_AREA
    if is_far:
        found.refuse("unsafe_area", rows=last_row, columns=last_column, part=part)
    return is_far


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


def is_well_formed(content: bytes) -> bool:
    """Whether every sheet of an `.xlsx` is well-formed XML, so that no reader can lose a part of it in silence.

    Costs about half of what the cells cost to read; uploads are asked, files on the command line are not.
    """
    if not content.startswith(_ZIP):
        return True
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            for name in archive.namelist():
                if name.startswith("xl/worksheets/sheet") or name in ("xl/sharedStrings.xml", "xl/styles.xml"):
                    expat.ParserCreate().Parse(archive.read(name), True)
    except (*_BROKEN_ZIP, expat.ExpatError):
        return False
    return True
