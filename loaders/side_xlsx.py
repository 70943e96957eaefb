"""What the fast cell reader leaves out of an `.xlsx`, found by regular expressions over the XML of one sheet.

Errors, formulas without a stored value, hidden rows and columns each cost one search where they do not occur. A sheet
written in an unusual way (prefixed elements, another order of attributes) is parsed instead.
"""

from __future__ import annotations

import posixpath
import re
import zipfile
from collections.abc import Mapping
from functools import cached_property

from loaders.errors import refuses_damage
from loaders.forward_search import ForwardSearch
from loaders.grid import PLAIN, Address, Style, column_letters
from loaders.parsed_sheet import ParsedSheet, note_hidden, position
from loaders.xml_parts import Attributes, elements, unescaped

_CELL = re.compile(rb'<c r="([A-Z]{1,3}\d{1,7})"(?: t="\w+")?(?: s="(\d{1,6})")?')
_ERROR = rb'<c r="([A-Z]{1,3}\d{1,7})"[^>]*\bt="e"[^>]*>(?:<f\b[^>]*/>|<f\b[^>]*>[^<]*</f>)?<v>([^<]*)</v>'
_WITHOUT_VALUE = rb'<c r="([A-Z]{1,3}\d{1,7})"[^>]*>(?:<f\b[^>]*/>|<f\b[^>]*>[^<]*</f>)(?:<v\s*/>|<v></v>)?</c>'
_ENDS_WITHOUT_VALUE = (b"</f></c>", b"/></c>", b"></v></c>")
_HIDDEN = rb'<(row|col)\b[^>]*?\bhidden="(?:1|true)"[^>]*>'
_ATTRIBUTE = re.compile(rb'(\w+)="([^"]*)"')
_END_OF_SHEETS = b"</sheets>"
_PREFIX = rb"<(/?)\w+:"
_CELL_FORMAT = rb"(?s)<xf\b[^>]*/>|<xf\b.*?</xf>"
_FONT = re.compile(rb"<font/>|<font\b.*?</font>", re.S)
_NUMBER_FORMAT = re.compile(rb"<numFmt\b[^>]*>")
_FONT_NAME = re.compile(rb'<name val="([^"]*)"')
_BOLD = re.compile(rb'<b(?: val="(\w+)")?\s*/>')
_INDENT = re.compile(rb'\bindent="(\d+)"')
_LEGACY_FONT = re.compile(rb'<(?:\w+:)?name val="(?:\.vn|vni)', re.IGNORECASE)
BUILT_IN_FORMATS = {
    1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 11: "0.00E+00", 14: "mm-dd-yy", 15: "d-mmm-yy",
    16: "d-mmm", 17: "mmm-yy", 22: "m/d/yy h:mm", 37: "#,##0_);(#,##0)", 38: "#,##0_);[Red](#,##0)",
    39: "#,##0.00_);(#,##0.00)", 40: "#,##0.00_);[Red](#,##0.00)", 49: "@",
}  # fmt: skip


class XlsxSide:
    """The parts of one `.xlsx`, opened once and asked sheet by sheet."""

    def __init__(self, archive: zipfile.ZipFile, file: str = "", unpacked: Mapping[str, bytes] | None = None) -> None:
        self.file = file
        self._unpacked = unpacked or {}
        self._zip = archive
        self._names = set(self._zip.namelist())
        self._styles: dict[int, Style] = {}

    @cached_property
    @refuses_damage
    def _parts(self) -> dict[str, str]:
        """Sheet name to the name of its part."""
        relations = elements(self._part("xl/_rels/workbook.xml.rels"), "Relationship")
        targets = {r.get("Id"): r.get("Target", "") for r in relations}
        parts = {}
        for sheet in _listed_sheets(self._part("xl/workbook.xml")):
            relation = next((v for k, v in sheet.items() if k.endswith(":id")), "")
            target = targets.get(relation, "")
            absolute = target.lstrip("/") if target.startswith("/") else posixpath.join("xl", target)
            parts[sheet.get("name", "")] = posixpath.normpath(absolute)
        return parts

    def style(self, number: int) -> Style:
        """The cell format of that number; a plain one where there is none."""
        if (known := self._styles.get(number)) is None:
            known = self._styles[number] = self._read_style(number)
        return known

    def _read_style(self, number: int) -> Style:
        cell_formats, fonts, formats = self._style_tables
        if number >= len(cell_formats):
            return PLAIN
        cell_format = _attributes(cell_formats[number])
        indent = _INDENT.search(cell_formats[number])
        font, code = _number(cell_format.get("fontId", "")), _number(cell_format.get("numFmtId", ""))
        name, bold = _font(fonts[font]) if font < len(fonts) else ("", False)
        number_format = formats.get(code) or BUILT_IN_FORMATS.get(code, "General")
        return Style(name, bold, int(indent[1]) if indent else 0, number_format)

    @cached_property
    @refuses_damage
    def _style_tables(self) -> tuple[list[bytes], list[bytes], dict[int, str]]:
        """(cell formats, fonts, number formats), each by number, the first two as XML that is read when needed.

        Books have thousands of formats and use dozens: parsing them all would cost more than the cells.
        """
        xml = self._styles_xml
        if not xml:
            return [], [], {}
        if b"<styleSheet" not in xml:  # prefixed elements
            xml = re.sub(_PREFIX, rb"<\1", xml)
        codes = (_attributes(f) for f in _NUMBER_FORMAT.findall(_section(xml, b"numFmts")))
        formats = {_number(c.get("numFmtId", "")): unescaped(c.get("formatCode", "")) for c in codes}
        return _cell_formats(_section(xml, b"cellXfs")), _FONT.findall(_section(xml, b"fonts")), formats

    @cached_property
    @refuses_damage
    def _styles_xml(self) -> bytes:
        return self._part("xl/styles.xml") if "xl/styles.xml" in self._names else b""

    @cached_property
    @refuses_damage
    def has_legacy_fonts(self) -> bool:
        return _LEGACY_FONT.search(self._styles_xml) is not None

    def sheet(self, name: str) -> XlsxSheet:
        return XlsxSheet(self, name)

    def xml(self, name: str) -> bytes:
        part = self._parts.get(name, "")
        return self._part(part) if part in self._names else b""

    def _part(self, name: str) -> bytes:
        return self._unpacked[name] if name in self._unpacked else self._zip.read(name)


class XlsxSheet:
    """The facts of one sheet. Its XML is inflated when something is first asked."""

    def __init__(self, book: XlsxSide, name: str) -> None:
        self._book = book
        self._name = name
        self.file = book.file

    @property
    def has_legacy_fonts(self) -> bool:
        return self._book.has_legacy_fonts

    @cached_property
    @refuses_damage
    def _xml(self) -> bytes:
        return self._book.xml(self._name)

    @cached_property
    @refuses_damage
    def _parsed(self) -> ParsedSheet | None:
        """The sheet parsed in full, where it is written so that the regular expressions would miss cells."""
        xml = self._xml
        is_usual = b"<sheetData" in xml and xml.count(b"<c ") == xml.count(b'<c r="') and b"<c>" not in xml
        return None if is_usual or not xml else ParsedSheet(xml)

    @cached_property
    @refuses_damage
    def _style_numbers(self) -> dict[bytes, bytes]:
        parsed = self._parsed
        return dict(_CELL.findall(self._xml)) if parsed is None else parsed.styles

    def style(self, row: int, column: int) -> Style:
        address = f"{column_letters(column)}{row + 1}".encode()
        number = self._look_up(address, (row, column)) if self._parsed is None else None
        if number is None:
            number = self._style_numbers.get(address)
        return PLAIN if number is None else self._book.style(int(number or b"0"))

    def _look_up(self, address: bytes, cell: Address) -> bytes | None:
        """The number of one cell's style; most sheets are asked for those of their labels alone."""
        at = self._search.find(b'<c r="%s"' % address, cell)
        match = _CELL.match(self._xml, at) if at >= 0 else None
        return match[2] or b"0" if match else None

    @cached_property
    def _search(self) -> ForwardSearch:
        return ForwardSearch(self._xml)

    @cached_property
    @refuses_damage
    def errors(self) -> dict[Address, str]:
        if self._parsed is not None:
            return self._parsed.errors
        if b' t="e"' not in self._xml:
            return {}
        return {position(at.decode()): text.decode() for at, text in re.findall(_ERROR, self._xml)}

    @cached_property
    @refuses_damage
    def formulas_without_value(self) -> frozenset[Address]:
        if b"<f" not in self._xml and b":f" not in self._xml:
            return frozenset()
        if self._parsed is not None:
            return frozenset(self._parsed.without_value)
        if not any(end in self._xml for end in _ENDS_WITHOUT_VALUE):
            return frozenset()
        return frozenset(position(at.decode()) for at in re.findall(_WITHOUT_VALUE, self._xml))

    @cached_property
    @refuses_damage
    def _hidden(self) -> tuple[frozenset[int], frozenset[int]]:
        if b"hidden=" not in self._xml:
            return frozenset(), frozenset()
        if self._parsed is not None:
            return frozenset(self._parsed.hidden_rows), frozenset(self._parsed.hidden_columns)
        rows, columns = set[int](), set[int]()
        for match in re.finditer(_HIDDEN, self._xml):
            attributes = {k.decode(): v.decode() for k, v in _ATTRIBUTE.findall(match[0])}
            note_hidden(match[1].decode(), attributes, rows, columns)
        return frozenset(rows), frozenset(columns)

    @property
    def hidden_rows(self) -> frozenset[int]:
        return self._hidden[0]

    @property
    def hidden_columns(self) -> frozenset[int]:
        return self._hidden[1]


def _listed_sheets(xml: bytes) -> list[Attributes]:
    """The sheets that the workbook lists. What follows them, such as thousands of names of ranges, is not parsed."""
    end = xml.find(_END_OF_SHEETS)
    if end < 0:
        return elements(xml, "sheet")
    return elements(xml[: end + len(_END_OF_SHEETS)], "sheet", ends_early=True)


def _cell_formats(section: bytes) -> list[bytes]:
    """Each cell format by its number, from the first attribute to the next one's name."""
    if section.count(b"<xf") == section.count(b"<xf "):
        return section.split(b"<xf ")[1:]
    return re.findall(_CELL_FORMAT, section)


def _section(xml: bytes, name: bytes) -> bytes:
    start = xml.find(b"<" + name)
    return xml[start : xml.find(b"</" + name + b">", start)] if start >= 0 else b""


def _attributes(element: bytes) -> dict[str, str]:
    """The attributes of an element's opening tag."""
    opening = element[: element.find(b">")]
    return {k.decode(): v.decode("utf-8", "replace") for k, v in _ATTRIBUTE.findall(opening)}


def _number(text: str) -> int:
    return int(text) if text.isdecimal() and text.isascii() else 0


def _font(font: bytes) -> tuple[str, bool]:
    """(name, whether bold) of a font."""
    name, bold = _FONT_NAME.search(font), _BOLD.search(font)
    is_bold = bold is not None and bold[1] not in (b"0", b"false")
    return unescaped(name[1].decode("utf-8", "replace")) if name else "", is_bold
