"""The guard of zipped workbooks (.xlsx, .xlsm, .xlsb, .ods): bombs, far cells, entities, damage."""

from __future__ import annotations

import re
import struct
import zipfile
import zlib
from contextlib import suppress
from io import BytesIO
from xml.parsers import expat

from data.findings import Severity
from loaders.blank_cells import without_blank_ends
from loaders.inspection import MAX_AREA, Inspection
from loaders.unpack_zip import repacked, unpacked

MAX_PARTS = 10_000
MAX_PART_BYTES = 128 << 20
MAX_TOTAL_BYTES = 256 << 20
KEPT_PART_BYTES, REPACKED_BYTES = 2 << 20, 32 << 20
_BOOK_PARTS = ("xl/workbook.xml", "xl/sharedStrings.xml", "xl/styles.xml", "content.xml")
# What the cell reader never opens: it need not be looked up to be packed anew.
_UNREAD_PARTS = (
    "customXml/", "docProps/", "xl/calcChain.xml", "xl/drawings/", "xl/externalLinks/", "xl/media/",
    "xl/printerSettings/", "xl/theme/",
)  # fmt: skip
_START_BYTES = 4096
MAX_RATIO = 250
RATIO_FROM_BYTES = 4 << 20
MAX_ROW, MAX_COLUMN = 1_048_576, 16_384
# Within 702 columns and 999 rows no area is large: one search in C for anything outside spares a look at every cell.
_FAR_CELL = re.compile(rb""" r=["'][A-Z]{0,2}+(?:[A-Z]|\d{4})""")
_REFERENCE = rb"""\br=["']([A-Z]{0,9})(\d{1,12})["']"""
_DIMENSION = re.compile(rb"""<(?:\w+:)?dimension\s+ref=["'](?:[A-Z]{1,9}\d{1,12}:)?([A-Z]{1,9})(\d{1,12})["']""")
_DECLARES_TYPE = re.compile(rb"<!(?:DOCTYPE|ENTITY)")
_BROKEN_ZIP = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, struct.error, RuntimeError)


def inspect_zip(content: bytes) -> Inspection:
    try:
        archive = zipfile.ZipFile(BytesIO(content))
    except _BROKEN_ZIP:
        return Inspection().refuse("damaged_workbook")
    parts = archive.infolist()
    names = [p.filename for p in parts]
    found = Inspection(_zip_kind(set(names)), archive=archive)
    if not found.kind:
        is_word = any(n.startswith(("word/", "ppt/")) for n in names)
        return found.refuse("other_file", found="Word, PowerPoint" if is_word else "ZIP")
    return _inspect_directory(found, parts) or _inspect_parts(found, content, archive, parts)


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


def _inspect_parts(
    found: Inspection, content: bytes, archive: zipfile.ZipFile, parts: list[zipfile.ZipInfo]
) -> Inspection:
    for part in parts:
        name = part.filename
        is_sheet = name.startswith("xl/worksheets/") and name.endswith(".xml")
        if not is_sheet and name not in _BOOK_PARTS:
            continue
        is_kept = part.file_size < KEPT_PART_BYTES
        try:
            xml = unpacked(content, part) if is_sheet or is_kept else _start_of(archive, part)
        except _BROKEN_ZIP:
            return found.refuse("damaged_workbook")
        if _DECLARES_TYPE.search(xml, 0, _START_BYTES):
            return found.refuse("unsafe_entities", part=name)
        if is_sheet and not xml.rstrip()[-32:].endswith(b"worksheet>"):
            return found.refuse("damaged_workbook")
        if is_sheet:
            xml = without_blank_ends(xml)
        if is_sheet and _reaches_too_far(found, xml, name.rsplit("/", 1)[-1]):
            return found
        if is_kept:
            found.parts[name] = xml
    if found.parts and sum(map(len, found.parts.values())) < REPACKED_BYTES:
        with suppress(*_BROKEN_ZIP):  # what is broken elsewhere is for the reader to find
            read = [part for part in parts if not part.filename.startswith(_UNREAD_PARTS)]
            found.content = repacked(content, read, found.parts)
    return found


def _start_of(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> bytes:
    with archive.open(part) as stream:
        return stream.read(_START_BYTES)


def _reaches_too_far(found: Inspection, xml: bytes, part: str) -> bool:
    """Whether the cells claim an area that no real table fills; a dimension that merely says so is a warning."""
    if claim := _DIMENSION.search(xml, 0, _START_BYTES):
        rows, columns = int(claim[2]), _column(claim[1])
        if rows > MAX_ROW or columns > MAX_COLUMN:
            found.refuse("unsafe_area", rows=rows, columns=columns, part=part)
            return True
        if rows * columns > MAX_AREA:
            found.note("claimed_area", Severity.WARNING, rows=rows, columns=columns, part=part)
    if _FAR_CELL.search(xml) is None:
        return False
    references = re.findall(_REFERENCE, xml)
    last_row = max(map(int, {row for _, row in references}), default=0)
    last_column = _column(max({letters for letters, _ in references}, key=lambda name: (len(name), name), default=b""))
    is_far = last_row > MAX_ROW or last_column > MAX_COLUMN or last_row * last_column > MAX_AREA
    if is_far:
        found.refuse("unsafe_area", rows=last_row, columns=last_column, part=part)
    return is_far


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


def is_well_formed(found: Inspection) -> bool:
    """Whether every sheet of an `.xlsx` is well-formed XML, so that no reader can lose a part of it in silence.

    Costs a third of what the cells cost to read; uploads are asked, files on the command line are not.
    """
    archive = found.archive
    if archive is None or found.kind != "xlsx":
        return True
    try:
        for name in archive.namelist():
            if name.startswith("xl/worksheets/sheet") or name in ("xl/sharedStrings.xml", "xl/styles.xml"):
                xml = found.parts[name] if name in found.parts else archive.read(name)
                expat.ParserCreate().Parse(xml, True)
    except (*_BROKEN_ZIP, expat.ExpatError):
        return False
    return True
