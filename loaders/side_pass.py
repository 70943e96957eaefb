"""What the fast cell reader leaves out, read straight from the file for one sheet at a time.

`.xlsx`: one regular-expression pass over the sheet's XML. `.xls`: one walk over the sheet's BIFF records
([MS-XLS] 2.4), which costs a fraction of a full parse.
"""

from __future__ import annotations

import posixpath
import re
import struct
import zipfile
from functools import cached_property
from io import BytesIO

import olefile
from defusedxml import ElementTree

from loaders.grid import SideFacts

_CELL = re.compile(rb'<(?:\w+:)?c\b([^>]*?)(/?)>')
_ATTRIBUTE = re.compile(rb'([\w:]+)="([^"]*)"')
_ERROR = re.compile(rb'<(?:\w+:)?c\b([^>]*\bt="e"[^>]*)>(.*?)</(?:\w+:)?c>', re.S)
_WITHOUT_VALUE = re.compile(rb'<(?:\w+:)?c\b([^>]*)>\s*<(?:\w+:)?f\b(?:[^>]*/>|[^<]*(?:>[^<]*)?</(?:\w+:)?f>)\s*(?:<(?:\w+:)?v\s*/>|<v></v>)?\s*</(?:\w+:)?c>')
_TEXT = re.compile(rb"<(?:\w+:)?v>([^<]*)<")
_HIDDEN = re.compile(rb'<(?:\w+:)?(row|col)\b([^>]*\bhidden="(?:1|true)"[^>]*)>')
_ADDRESS = re.compile(rb"([A-Z]{1,3})(\d{1,7})")
_ERROR_CODES = {0: "#NULL!", 7: "#DIV/0!", 15: "#VALUE!", 23: "#REF!", 29: "#NAME?", 36: "#NUM!", 42: "#N/A"}


class XlsxSide:
    """Styles and sheet parts of one `.xlsx`, opened once and asked per sheet."""

    def __init__(self, content: bytes) -> None:
        self._zip = zipfile.ZipFile(BytesIO(content))

    @cached_property
    def _parts(self) -> dict[str, str]:
        rels = ElementTree.fromstring(self._zip.read("xl/_rels/workbook.xml.rels"))
        targets = {r.get("Id"): r.get("Target", "") for r in rels}
        parts = {}
        for sheet in ElementTree.fromstring(self._zip.read("xl/workbook.xml")).iter():
            if _local(sheet.tag) == "sheet":
                rel = next((v for k, v in sheet.attrib.items() if k.endswith("}id")), "")
                target = targets.get(rel, "")
                parts[sheet.get("name", "")] = (
                    target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join("xl", target))
                )
        return parts

    @cached_property
    def _styles(self) -> list[tuple[str, bool, int, str]]:
        """(font name, bold, indent, number format) of each cell format."""
        if "xl/styles.xml" not in self._zip.namelist():
            return []
        root = ElementTree.fromstring(self._zip.read("xl/styles.xml"))
        fonts: list[tuple[str, bool]] = []
        formats: dict[int, str] = {}
        styles: list[tuple[str, bool, int, str]] = []
        for part in root:
            match _local(part.tag):
                case "numFmts":
                    formats = {int(f.get("numFmtId", "0")): f.get("formatCode", "") for f in part}
                case "fonts":
                    fonts = [_xlsx_font(f) for f in part]
                case "cellXfs":
                    for xf in part:
                        name, bold = fonts[i] if (i := int(xf.get("fontId", "0"))) < len(fonts) else ("", False)
                        indent = next((int(a.get("indent", "0")) for a in xf if _local(a.tag) == "alignment"), 0)
                        styles.append((name, bold, indent, formats.get(int(xf.get("numFmtId", "0")), "General")))
        return styles

    def facts(self, sheet: str) -> SideFacts:
        facts = SideFacts()
        part = self._parts.get(sheet)
        if part is None or part not in self._zip.namelist():
            return facts
        xml = self._zip.read(part)
        styles = self._styles
        for match in _CELL.finditer(xml):
            attributes = dict(_ATTRIBUTE.findall(match[1]))
            if (at := _at(attributes)) is None:
                continue
            number = int(attributes.get(b"s", b"0"))
            if number < len(styles):
                _note_style(facts, at, styles[number])
        if b't="e"' in xml:
            for match in _ERROR.finditer(xml):
                value = _TEXT.search(match[2])
                if at := _at(dict(_ATTRIBUTE.findall(match[1]))):
                    facts.errors[at] = value[1].decode() if value else "#ERROR!"
        if b"<f" in xml:
            for match in _WITHOUT_VALUE.finditer(xml):
                if at := _at(dict(_ATTRIBUTE.findall(match[1]))):
                    facts.formulas_without_value.add(at)
        if b'hidden="' in xml:
            _note_hidden(facts, xml)
        return facts


def _xlsx_font(font: ElementTree.Element) -> tuple[str, bool]:  # type: ignore[name-defined]
    name, bold = "", False
    for fact in font:
        if _local(fact.tag) == "name":
            name = fact.get("val", "")
        elif _local(fact.tag) == "b":
            bold = fact.get("val", "1") not in ("0", "false")
    return name, bold


def _note_style(facts: SideFacts, at: tuple[int, int], style: tuple[str, bool, int, str]) -> None:
    name, bold, indent, number_format = style
    facts.fonts[at] = name
    if bold:
        facts.bold.add(at)
    if indent:
        facts.indents[at] = indent
    if number_format != "General":
        facts.formats[at] = number_format


def _note_hidden(facts: SideFacts, xml: bytes) -> None:
    for match in _HIDDEN.finditer(xml):
        attributes = dict(_ATTRIBUTE.findall(match[2]))
        if match[1] == b"row" and b"r" in attributes:
            facts.hidden_rows.add(int(attributes[b"r"]) - 1)
        elif match[1] == b"col":
            last = min(int(attributes[b"max"]), 16384)
            facts.hidden_columns.update(range(int(attributes[b"min"]) - 1, last))


def _at(attributes: dict[bytes, bytes]) -> tuple[int, int] | None:
    match = _ADDRESS.fullmatch(attributes.get(b"r", b""))
    if match is None:
        return None
    column = 0
    for letter in match[1]:
        column = column * 26 + letter - 64
    return int(match[2]) - 1, column - 1


def _local(tag: str) -> str:
    return tag.rsplit("}", 1)[-1]


class XlsSide:
    """Fonts and cell formats of one `.xls`, read from its BIFF records."""

    def __init__(self, content: bytes) -> None:
        with olefile.OleFileIO(BytesIO(content)) as container:
            name = next((n for n in ("Workbook", "Book") if container.exists(n)), None)
            self._stream = container.openstream(name).read() if name else b""
        self._fonts: list[tuple[str, bool]] = []
        self._xfs: list[tuple[int, int]] = []
        self._offsets: dict[str, int] = {}
        self._is_biff8 = True
        self._read_globals()

    def _records(self, offset: int) -> object:
        stream, size = self._stream, len(self._stream)
        while offset + 4 <= size:
            kind, length = struct.unpack_from("<HH", stream, offset)
            yield kind, offset + 4, length
            if kind == 0x0A:
                return
            offset += 4 + length

    def _read_globals(self) -> None:
        stream = self._stream
        for kind, at, length in self._records(0):  # type: ignore[attr-defined]
            if kind == 0x809 and at + 2 <= len(stream):
                self._is_biff8 = struct.unpack_from("<H", stream, at)[0] >= 0x600
            elif kind == 0x31:
                self._fonts.append((self._short_text(at + 14), struct.unpack_from("<H", stream, at + 6)[0] >= 600))
                if len(self._fonts) == 4:
                    self._fonts.append(self._fonts[0])
            elif kind == 0xE0 and length >= 4:
                indent = stream[at + 8] & 0x0F if self._is_biff8 and length > 8 else 0
                self._xfs.append((struct.unpack_from("<H", stream, at)[0], indent))
            elif kind == 0x85:
                self._offsets[self._short_text(at + 6)] = struct.unpack_from("<I", stream, at)[0]

    def _short_text(self, at: int) -> str:
        count = self._stream[at]
        if not self._is_biff8:
            return self._stream[at + 1 : at + 1 + count].decode("cp1252", "replace")
        if self._stream[at + 1] & 1:
            return self._stream[at + 2 : at + 2 + 2 * count].decode("utf-16-le", "replace")
        return self._stream[at + 2 : at + 2 + count].decode("latin-1")

    def facts(self, sheet: str) -> SideFacts:
        facts = SideFacts()
        if sheet not in self._offsets:
            return facts
        stream = self._stream
        for kind, at, length in self._records(self._offsets[sheet]):  # type: ignore[attr-defined]
            if kind in (0xFD, 0x203, 0x27E, 0x204, 0x06, 0x205, 0xD6):
                row, column, xf = struct.unpack_from("<HHH", stream, at)
                self._note(facts, row, column, xf)
                if kind == 0x205 and length >= 8 and stream[at + 7]:
                    facts.errors[row, column] = _ERROR_CODES.get(stream[at + 6], "#ERROR!")
                elif kind == 0x06 and stream[at + 6] == 2 and stream[at + 12 : at + 14] == b"\xff\xff":
                    facts.errors[row, column] = _ERROR_CODES.get(stream[at + 8], "#ERROR!")
            elif kind == 0x208 and length >= 16 and stream[at + 12] & 0x20:
                facts.hidden_rows.add(struct.unpack_from("<H", stream, at)[0])
            elif kind == 0x7D and length >= 10 and stream[at + 8] & 1:
                first, last = struct.unpack_from("<HH", stream, at)
                facts.hidden_columns.update(range(first, min(last, 255) + 1))
        return facts

    def _note(self, facts: SideFacts, row: int, column: int, xf: int) -> None:
        if xf >= len(self._xfs):
            return
        font, indent = self._xfs[xf]
        if font < len(self._fonts):
            name, bold = self._fonts[font]
            facts.fonts[row, column] = name
            if bold:
                facts.bold.add((row, column))
        if indent:
            facts.indents[row, column] = indent
