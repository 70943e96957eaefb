"""Tables of a Word document, written as XML in one go: python-docx finds a cell by counting, which takes seconds."""

from __future__ import annotations

from xml.sax.saxutils import escape

from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from dashboard.briefing import palette
from dashboard.briefing.cells import TEXT_WIDTH_MM, column_widths_mm, shown_cell
from dashboard.briefing.drawingml_parts import shown_value
from dashboard.briefing.heat import class_of, limits
from dashboard.briefing.model import TableBlock
from dashboard.briefing.safe_text import clean, label
from dashboard.figures.spec import ChartSpec

KEPT_WHOLE = 16
"""Rows up to which a table is not broken over two pages."""


def table(document: Document, block: TableBlock, language: str) -> None:
    """Rules above the head, below it and at the end; the head repeats on each page; totals are bold."""
    widths = column_widths_mm(block)
    is_whole = len(block.rows) <= KEPT_WHOLE
    head = _row([clean(name, 120) for name in block.header], widths, is_head=True, keeps_next=True)
    rows = [
        _row(
            [shown_cell(value, block.decimals[at], language) for at, value in enumerate(row)],
            widths,
            depth=block.depth(number_),
            is_bold=block.is_total(number_),
            is_number=[not isinstance(value, str) for value in row],
            keeps_next=bool(block.source) if is_whole else number_ == len(block.rows) - 2,
        )
        for number_, row in enumerate(block.rows)
    ]
    _append_table(document, widths, head + "".join(rows))


def heat_table(document: Document, spec: ChartSpec) -> None:
    bounds = limits(spec)
    widths = [22.0] + [(TEXT_WIDTH_MM - 22) / max(1, len(spec.categories))] * len(spec.categories)
    rows = [_row(["", *map(label, spec.labels)], widths, is_head=True, size=18, keeps_next=True)]
    for one in spec.series:
        shown = [label(one.name), *(shown_value(one, at, spec.language) for at in range(len(one.values)))]
        fills = ["", *("" if v is None else palette.HEAT[class_of(v, bounds)] for v in one.values)]
        rows.append(
            _row(shown, widths, is_number=[False] + [True] * len(one.values), fills=fills, size=18, keeps_next=True)
        )
    _append_table(document, widths, "".join(rows))


def _append_table(document: Document, widths: list[float], rows: str) -> None:
    rule = '<w:{} w:val="single" w:sz="8" w:space="0" w:color="000000"/>'
    grid = "".join(f'<w:gridCol w:w="{_twips(width)}"/>' for width in widths)
    xml = (
        f'<w:tbl {nsdecls("w")}><w:tblPr><w:tblW w:w="{_twips(sum(widths))}" w:type="dxa"/><w:jc w:val="center"/>'
        f'<w:tblBorders>{rule.format("top")}{rule.format("bottom")}</w:tblBorders><w:tblLayout w:type="fixed"/>'
        f'<w:tblCellMar><w:left w:w="60" w:type="dxa"/><w:right w:w="60" w:type="dxa"/></w:tblCellMar>'
        f"</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"
    )
    document.element.body.insert_element_before(parse_xml(xml), "w:sectPr")


def _row(
    cells: list[str],
    widths: list[float],
    *,
    is_head: bool = False,
    is_bold: bool = False,
    depth: int = 0,
    is_number: list[bool] | None = None,
    fills: list[str] | None = None,
    size: int = 22,
    keeps_next: bool = False,
) -> str:
    written = []
    keeps = "<w:keepNext/>" if keeps_next else ""
    for at, text in enumerate(cells):
        align = "center" if is_head else ("right" if is_number and is_number[at] else "left")
        indent = f'<w:ind w:left="{160 * depth}"/>' if depth and at == 0 else ""
        rule = '<w:tcBorders><w:bottom w:val="single" w:sz="8" w:space="0" w:color="000000"/></w:tcBorders>'
        fill = f'<w:shd w:val="clear" w:color="auto" w:fill="{fills[at]}"/>' if fills and fills[at] else ""
        white = '<w:color w:val="FFFFFF"/>' if fills and fills[at] == palette.HEAT[-1] else ""
        bold = "<w:b/>" if is_head or is_bold else ""
        written.append(
            f'<w:tc><w:tcPr><w:tcW w:w="{_twips(widths[at])}" w:type="dxa"/>{rule if is_head else ""}{fill}'
            f'<w:vAlign w:val="center"/></w:tcPr><w:p><w:pPr>{keeps}<w:spacing w:before="20" w:after="20" w:line="240"'
            f' w:lineRule="auto"/>{indent}<w:jc w:val="{align}"/></w:pPr><w:r>'
            f'<w:rPr>{bold}{white}<w:sz w:val="{size}"/>'
            f'</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r></w:p></w:tc>'
        )
    head = "<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>" if is_head else "<w:trPr><w:cantSplit/></w:trPr>"
    return f"<w:tr>{head}{''.join(written)}</w:tr>"


def _twips(millimetres: float) -> int:
    return round(millimetres * 1440 / 25.4)
