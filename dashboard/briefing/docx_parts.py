"""Building blocks of a Word document over python-docx: styles, content controls, captions, tables and chart parts.

Tables are written as XML in one go: python-docx looks a cell up by counting, which takes seconds for a long table.
"""

from __future__ import annotations

from typing import Any
from xml.sax.saxutils import escape, quoteattr

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt, RGBColor
from docx.text.run import Run

from dashboard.briefing import palette
from dashboard.briefing.drawingml import NativeChart
from dashboard.briefing.drawingml_parts import shown_value
from dashboard.briefing.heat import class_of, limits
from dashboard.briefing.model import Cell, TableBlock
from dashboard.briefing.numbers import number
from dashboard.briefing.office_theme import house_theme
from dashboard.briefing.safe_text import breakable, clean, label
from dashboard.figures.spec import ChartSpec

FONT = "Times New Roman"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_CHART_TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
_XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_STYLES = {"Normal": (13, False), "Heading 1": (14, True), "Caption": (12, False)}
_TEXT_WIDTH_MM = 162


def prepare(document: Document, *, title: str, author: str) -> None:
    """Page, margins, fonts and language by Decree 30/2020; page numbers in the top margin from the second page on."""
    for identity, relation in list(document.part.rels.items()):
        if relation.reltype.endswith("/stylesWithEffects"):
            document.part.rels.pop(identity)
    page = document.sections[0]
    page.page_width, page.page_height = Mm(210), Mm(297)
    page.top_margin, page.bottom_margin, page.left_margin, page.right_margin = Mm(20), Mm(20), Mm(30), Mm(18)
    page.header_distance = Mm(10)
    _colours(document)
    for name, (size, is_bold) in _STYLES.items():
        _style(document.styles[name], size, is_bold)
    for language in document.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), "vi-VN")
    body = document.styles["Normal"].paragraph_format
    body.space_after, body.line_spacing = Pt(6), 1.15
    properties = document.core_properties
    properties.title, properties.author, properties.language, properties.comments = title, author, "vi-VN", ""
    page.different_first_page_header_footer = True
    top = page.header.paragraphs[0]
    top.alignment = WD_ALIGN_PARAGRAPH.CENTER
    _field(top, " PAGE ", "2")


def _colours(document: Document) -> None:
    """Charts follow the theme of the document: give it the series colours and the font of the text."""
    part = next(one.target_part for one in document.part.rels.values() if one.reltype.endswith("/theme"))
    part._blob = house_theme(part.blob, font=FONT)


def _style(style: Any, size: int, is_bold: bool) -> None:
    properties = style.element.get_or_add_rPr()
    fonts = properties.find(qn("w:rFonts"))
    if fonts is None:
        fonts = OxmlElement("w:rFonts")
        properties.insert(0, fonts)
    for name in list(fonts.attrib):
        del fonts.attrib[name]
    for name in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{name}"), FONT)
    style.font.size, style.font.bold, style.font.italic = Pt(size), is_bold, False
    style.font.color.rgb = RGBColor(0, 0, 0)


def heading(document: Document, text: str) -> None:
    paragraph = document.add_heading(breakable(text), 1)
    paragraph.paragraph_format.space_before = Pt(10)
    paragraph.paragraph_format.space_after = Pt(6)
    paragraph.paragraph_format.first_line_indent = Mm(10)


def marked_paragraph(document: Document, text: str, tag: str) -> Run:
    """A justified paragraph in a content control that carries `tag`; the id of the control comes from the tag."""
    identity = int(tag[-7:], 16) + len(document.element.body)
    xml = (
        f"<w:sdt {nsdecls('w')}><w:sdtPr><w:alias w:val={quoteattr(tag.split('#')[0])}/><w:tag w:val={quoteattr(tag)}/>"
        f'<w:id w:val="{identity}"/></w:sdtPr><w:sdtContent><w:p><w:pPr><w:ind w:firstLine="567"/><w:jc w:val="both"/>'
        f'</w:pPr><w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r></w:p></w:sdtContent></w:sdt>'
    )
    control = parse_xml(xml)
    document.element.body.insert_element_before(control, "w:sectPr")
    paragraph = document.paragraphs[0]
    return Run(control.find(".//" + qn("w:r")), paragraph)


def caption(document: Document, words: str, count: int, text: str, *, keeps_next: bool) -> None:
    paragraph = document.add_paragraph(style="Caption")
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    paragraph.paragraph_format.keep_with_next = keeps_next
    paragraph.paragraph_format.space_after = Pt(3)
    paragraph.add_run(f"{words} ")
    _field(paragraph, f" SEQ {words.replace(' ', '_')} \\* ARABIC ", str(count))
    paragraph.add_run(f". {breakable(text)}")


def small_lines(document: Document, lines: list[str]) -> None:
    for line in lines:
        paragraph = document.add_paragraph()
        paragraph.paragraph_format.space_after = Pt(2)
        paragraph.paragraph_format.line_spacing = 1.0
        run = paragraph.add_run(breakable(line))
        run.font.size = Pt(11)
    if lines:
        document.paragraphs[-1].paragraph_format.space_after = Pt(10)


def _field(paragraph: Any, instruction: str, shown: str) -> None:
    """A field of our own making: page or caption number; never made from data."""
    for kind in ("begin", instruction, "separate", None, "end"):
        run = paragraph.add_run()
        if kind in ("begin", "separate", "end"):
            mark = OxmlElement("w:fldChar")
            mark.set(qn("w:fldCharType"), kind)
        elif kind is None:
            run.text = shown
            continue
        else:
            mark = OxmlElement("w:instrText")
            mark.set(qn("xml:space"), "preserve")
            mark.text = instruction
        run._r.append(mark)


class Charts:
    """Adds chart parts with their workbooks to one document."""

    def __init__(self, document: Document) -> None:
        self.document, self.count = document, 0

    def add(self, chart: NativeChart, width: int, height: int, alt: str) -> None:
        self.count += 1
        package = self.document.part.package
        book = Part(
            PackURI(f"/word/embeddings/Microsoft_Excel_Sheet{self.count}.xlsx"), _XLSX_TYPE, chart.workbook, package
        )
        part = Part(PackURI(f"/word/charts/chart{self.count}.xml"), _CHART_TYPE, chart.xml, package)
        relation = part.relate_to(book, _OFFICE + "package")
        assert relation == "rId1", "the chart part names its workbook rId1"
        paragraph = self.document.add_paragraph()
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        form = paragraph.paragraph_format
        form.keep_with_next, form.space_after, form.line_spacing = True, Pt(2), 1.0
        name = f"chart-{self.count}"
        paragraph.add_run()._r.append(
            parse_xml(
                f'<w:drawing {nsdecls("w", "wp", "a", "r")} xmlns:c="{_CHART}"><wp:inline distT="0" distB="0" distL="0"'
                f' distR="0"><wp:extent cx="{int(width)}" cy="{int(height)}"/><wp:docPr id="{self.count}"'
                f' name="{name}" descr={quoteattr(alt)}/><wp:cNvGraphicFramePr/><a:graphic>'
                f'<a:graphicData uri="{_CHART}"><c:chart r:id="{self.document.part.relate_to(part, _OFFICE + "chart")}"/>'
                "</a:graphicData></a:graphic></wp:inline></w:drawing>"
            )
        )


def shown_cell(value: Cell, decimals: int, language: str) -> str:
    """Missing figures read `…`, as in official tables."""
    if value is None:
        return "…"
    return breakable(label(value)) if isinstance(value, str) else number(value, decimals, language)


def table(document: Document, block: TableBlock, language: str) -> None:
    """Rules above the head, below it and at the end; the head repeats on each page; totals are bold."""
    widths = _column_widths(block)
    head = _row([clean(name, 120) for name in block.header], widths, is_head=True)
    rows = [
        _row(
            [shown_cell(value, block.decimals[at], language) for at, value in enumerate(row)],
            widths,
            depth=block.depth(number_),
            is_bold=block.is_total(number_),
            is_number=[not isinstance(value, str) for value in row],
        )
        for number_, row in enumerate(block.rows)
    ]
    _append_table(document, widths, head + "".join(rows))


def heat_table(document: Document, spec: ChartSpec) -> None:
    bounds = limits(spec)
    widths = [22.0] + [(_TEXT_WIDTH_MM - 22) / max(1, len(spec.categories))] * len(spec.categories)
    rows = [_row(["", *map(label, spec.labels)], widths, is_head=True, size=18)]
    for one in spec.series:
        shown = [label(one.name), *(shown_value(one, at, spec.language) for at in range(len(one.values)))]
        fills = ["", *("" if v is None else palette.HEAT[class_of(v, bounds)] for v in one.values)]
        rows.append(_row(shown, widths, is_number=[False] + [True] * len(one.values), fills=fills, size=18))
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
) -> str:
    written = []
    for at, text in enumerate(cells):
        align = "center" if is_head else ("right" if is_number and is_number[at] else "left")
        indent = f'<w:ind w:left="{160 * depth}"/>' if depth and at == 0 else ""
        rule = '<w:tcBorders><w:bottom w:val="single" w:sz="8" w:space="0" w:color="000000"/></w:tcBorders>'
        fill = f'<w:shd w:val="clear" w:color="auto" w:fill="{fills[at]}"/>' if fills and fills[at] else ""
        white = '<w:color w:val="FFFFFF"/>' if fills and fills[at] == palette.HEAT[-1] else ""
        bold = "<w:b/>" if is_head or is_bold else ""
        written.append(
            f'<w:tc><w:tcPr><w:tcW w:w="{_twips(widths[at])}" w:type="dxa"/>{rule if is_head else ""}{fill}'
            f'<w:vAlign w:val="center"/></w:tcPr><w:p><w:pPr><w:spacing w:before="20" w:after="20" w:line="240"'
            f' w:lineRule="auto"/>{indent}<w:jc w:val="{align}"/></w:pPr><w:r><w:rPr>{bold}{white}<w:sz w:val="{size}"/>'
            f'</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r></w:p></w:tc>'
        )
    head = "<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>" if is_head else "<w:trPr><w:cantSplit/></w:trPr>"
    return f"<w:tr>{head}{''.join(written)}</w:tr>"


def _column_widths(block: TableBlock) -> list[float]:
    """Millimetres: the names take what the numbers leave, but never less than a third."""
    others = max(1, len(block.header) - 1)
    each = min(26.0, _TEXT_WIDTH_MM * 0.66 / others)
    return [_TEXT_WIDTH_MM - each * others] + [each] * others


def _twips(millimetres: float) -> int:
    return round(millimetres * 1440 / 25.4)
