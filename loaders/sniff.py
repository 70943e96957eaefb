"""What a file is by its content, and a cheap guard before any parser sees it."""

from __future__ import annotations

import re
import struct
import zipfile
from io import BytesIO

MAX_PARTS = 5_000
MAX_PART_BYTES = 200 << 20
MAX_TOTAL_BYTES = 400 << 20
MAX_RATIO = 400
RATIO_FROM_BYTES = 4 << 20
MAX_AREA = 5_000_000
MAX_ROW, MAX_COLUMN = 1_048_576, 16_384
_REFERENCE = re.compile(rb'\br="([A-Z]{1,9})(\d{1,12})"')
_ROW = re.compile(rb'<(?:\w+:)?row\b[^>]*?\br="(\d{1,12})"')

Verdict = tuple[str, str, dict[str, str | int]]


def inspect(content: bytes) -> Verdict:
    """(kind, finding code or empty, parameters). Kinds: xlsx, xlsb, ods, xls."""
    if not content:
        return "", "empty_file", {}
    if content[:4] == b"PK\x03\x04":
        return _inspect_zip(content)
    if content[:8] == b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1":
        return _inspect_ole(content)
    head = content[:2048].lstrip().lower()
    if head.startswith(b"<?xml") and b"excel.sheet" in head:
        return "", "xml_spreadsheet", {}
    if head.startswith((b"<html", b"<!doc", b"<tabl")) or b"<table" in head:
        return "", "html_page", {}
    return "", "not_a_workbook", {}


def _inspect_ole(content: bytes) -> Verdict:
    if "EncryptedPackage".encode("utf-16-le") in content[:65536] or "EncryptedPackage".encode("utf-16-le") in content[-65536:]:
        return "xls", "password_protected", {}
    has_book = any(name.encode("utf-16-le") in content for name in ("Workbook", "Book"))
    return ("xls", "", {}) if has_book else ("", "not_a_workbook", {})


def _inspect_zip(content: bytes) -> Verdict:
    try:
        archive = zipfile.ZipFile(BytesIO(content))
        parts = archive.infolist()
    except (zipfile.BadZipFile, ValueError, struct.error, OSError, NotImplementedError):
        return "", "damaged_workbook", {}
    kind = _zip_kind({p.filename for p in parts})
    if not kind:
        return "", "not_a_workbook", {}
    if len(parts) > MAX_PARTS or len({p.filename for p in parts}) != len(parts):
        return kind, "unsafe_workbook", {"part": "zip", "limit": MAX_PARTS}
    if any(p.flag_bits & 1 for p in parts):
        return kind, "password_protected", {}
    if sum(p.file_size for p in parts) > MAX_TOTAL_BYTES:
        return kind, "unsafe_workbook", {"part": "zip", "limit": MAX_TOTAL_BYTES}
    for part in parts:
        if code := _inspect_part(archive, part):
            return kind, code, {"part": part.filename, "limit": MAX_PART_BYTES}
    return kind, "", {}


def _zip_kind(names: set[str]) -> str:
    if "xl/workbook.xml" in names:
        return "xlsx"
    if "xl/workbook.bin" in names:
        return "xlsb"
    return "ods" if "content.xml" in names else ""


def _inspect_part(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> str:
    size = part.file_size
    if size > MAX_PART_BYTES or (size > RATIO_FROM_BYTES and size > MAX_RATIO * max(1, part.compress_size)):
        return "unsafe_workbook"
    if not part.filename.lower().endswith((".xml", ".rels")):
        return ""
    is_sheet = part.filename.startswith("xl/worksheets/")
    try:
        with archive.open(part) as stream:
            head = stream.read(4096)
            if b"<!DOCTYPE" in head or b"<!ENTITY" in head:
                return "unsafe_workbook"
            return _inspect_sheet(head + stream.read()) if is_sheet else ""
    except (zipfile.BadZipFile, EOFError, OSError, NotImplementedError, ValueError, struct.error, RuntimeError):
        return "damaged_workbook"
    except Exception as error:  # zlib.error has no public base of its own
        if type(error).__name__ == "error":
            return "damaged_workbook"
        raise


def _inspect_sheet(xml: bytes) -> str:
    """Refuse a sheet whose cells claim an area that no real table fills."""
    last_row = max(map(int, _ROW.findall(xml)), default=0)
    columns = {letters for letters, _ in _REFERENCE.findall(xml)}
    last_column = max((_column(letters) for letters in columns), default=0)
    if last_row > MAX_ROW or last_column > MAX_COLUMN or last_row * last_column > MAX_AREA:
        return "unsafe_workbook"
    return ""


def _column(letters: bytes) -> int:
    if len(letters) > 3:
        return MAX_COLUMN + 1
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number
