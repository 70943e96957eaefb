"""Building blocks of a Word document over python-docx: styles, content controls, captions and chart parts."""

from __future__ import annotations

from typing import Any
from xml.sax.saxutils import escape, quoteattr

from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt, RGBColor
from docx.text.paragraph import Paragraph as DocxParagraph
from docx.text.run import Run

from dashboard.briefing.drawingml import NativeChart
from dashboard.briefing.office_theme import house_theme
from dashboard.briefing.safe_text import breakable

FONT = "Times New Roman"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_CHART_TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
_XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_STYLES = {"Normal": (13, False), "Heading 1": (14, True), "Caption": (12, False)}


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
    name, identity = tag.split("#", maxsplit=1)[0], int(tag[-7:], 16) + len(document.element.body)
    xml = (
        f"<w:sdt {nsdecls('w')}><w:sdtPr><w:alias w:val={quoteattr(name)}/><w:tag w:val={quoteattr(tag)}/>"
        f'<w:id w:val="{identity}"/></w:sdtPr><w:sdtContent><w:p><w:pPr><w:ind w:firstLine="567"/><w:jc w:val="both"/>'
        f'</w:pPr><w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r></w:p></w:sdtContent></w:sdt>'
    )
    control = parse_xml(xml)
    document.element.body.insert_element_before(control, "w:sectPr")
    paragraph = document.paragraphs[0]
    return Run(control.find(".//" + qn("w:r")), paragraph)


def keep_last_words(document: Document) -> None:
    """The signature never stands on a page of its own: the last two paragraphs go with it."""
    for one in document.element.body.xpath("./w:p | ./w:sdt//w:p")[-2:]:
        DocxParagraph(one, document._body).paragraph_format.keep_with_next = True


def caption(document: Document, words: str, count: int, text: str, *, keeps_next: bool) -> None:
    paragraph = document.add_paragraph(style="Caption")
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    paragraph.paragraph_format.keep_with_next = keeps_next
    paragraph.paragraph_format.space_after = Pt(3)
    paragraph.add_run(f"{words} ")
    _field(paragraph, f" SEQ {words.replace(' ', '_')} \\* ARABIC ", str(count))
    paragraph.add_run(f". {breakable(text)}")


def small_lines(document: Document, lines: list[str]) -> None:
    """Note and source under a chart or table, on its page."""
    for at, line in enumerate(lines, 1):
        paragraph = document.add_paragraph()
        paragraph.paragraph_format.keep_with_next = at < len(lines)
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
        shown = self.document.part.relate_to(part, _OFFICE + "chart")
        paragraph.add_run()._r.append(
            parse_xml(
                f'<w:drawing {nsdecls("w", "wp", "a", "r")} xmlns:c="{_CHART}"><wp:inline distT="0" distB="0" distL="0"'
                f' distR="0"><wp:extent cx="{int(width)}" cy="{int(height)}"/><wp:docPr id="{self.count}"'
                f' name="{name}" descr={quoteattr(alt)}/><wp:cNvGraphicFramePr/><a:graphic>'
                f'<a:graphicData uri="{_CHART}"><c:chart r:id="{shown}"/>'
                "</a:graphicData></a:graphic></wp:inline></w:drawing>"
            )
        )
