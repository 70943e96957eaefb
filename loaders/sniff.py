"""What a file is by its content, and a cheap guard before any parser sees it.

The guard is syntactic and not the barrier: uploads are parsed in a limited child process (`loaders.isolation`). It
gives the common cases a clear finding, and keeps the command line from files that end the whole process: two cells
far apart make the fast reader ask for a table of all cells between them.
"""

from __future__ import annotations

from loaders.guard_zip import inspect_zip
from loaders.inspection import Inspection

_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OTHER_FILES = (
    (b"%PDF", "PDF"), (b"Rar!", "RAR"), (b"7z\xbc\xaf", "7z"), (b"\x89PNG", "PNG"), (b"\xff\xd8\xff", "JPEG"),
    (b"{\\rtf", "RTF"),
)  # fmt: skip


def inspect(content: bytes) -> Inspection:
    """Look at a file's bytes without trusting its name."""
    if not content:
        return Inspection().refuse("empty_file")
    if content.startswith(_ZIP):
        return inspect_zip(content)
    if content.startswith(_OLE):
        from loaders.guard_xls import inspect_xls  # of use to old workbooks only

        return inspect_xls(content)
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
