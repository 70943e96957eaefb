"""The fixed parts of an administrative document by Decree 30/2020/NĐ-CP, annex I: issuer and national motto, number,
place and date, title, receivers and signature."""

from __future__ import annotations

from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Mm, Pt

from dashboard.briefing import decree
from dashboard.briefing.model import Briefing
from dashboard.briefing.safe_text import breakable, clean
from data.wording import say

_MIDDLE = WD_ALIGN_PARAGRAPH.CENTER


def header_block(document: Document, briefing: Briefing) -> None:
    """Issuer on the left, motto on the right, each over its rule; below them number, place and date.

    The motto is Vietnamese whatever the language of the report, as the decree fixes it.
    """
    table = _frame(document, rows=2, widths=(Mm(decree.ISSUER_COLUMN_MM), Mm(decree.MOTTO_COLUMN_MM)))
    left, right = table.rows[0].cells
    issuer = briefing.department.upper()
    if briefing.superior:
        _line(left, briefing.superior.upper(), decree.ISSUER_SIZE)
    _line(left, issuer, decree.ISSUER_SIZE, is_bold=True)
    _rule(left, Mm(decree.issuer_rule_mm(issuer)))
    _line(right, say("briefing.form.nation", "vi"), 12, is_bold=True)
    motto = say("briefing.form.motto", "vi")
    _line(right, motto, decree.MOTTO_SIZE, is_bold=True)
    _rule(right, Mm(decree.motto_rule_mm(motto)))
    number, dated = table.rows[1].cells
    _line(number, say("briefing.form.number", briefing.language), 13)
    place = clean(briefing.place, 60) or "…"
    _line(dated, say("briefing.form.dated", briefing.language, place=place), 13, is_italic=True)


def title_block(document: Document, briefing: Briefing) -> None:
    kind = document.add_paragraph()
    kind.alignment, kind.paragraph_format.space_before = _MIDDLE, Pt(18)
    kind.paragraph_format.space_after = Pt(0)
    _run(kind, say("briefing.form.kind", briefing.language), 14, is_bold=True)
    title = document.add_paragraph()
    title.alignment = _MIDDLE
    title.paragraph_format.space_after = Pt(2)
    _run(title, breakable(clean(briefing.title, 400)), 14, is_bold=True)
    _rule_paragraph(document.add_paragraph(), Mm(decree.title_rule_mm(clean(briefing.title, 400))))


def signature_block(document: Document, briefing: Briefing) -> None:
    space = document.add_paragraph().paragraph_format
    space.space_after, space.keep_with_next = Pt(0), True
    table = _frame(document, rows=1, widths=(Mm(80), Mm(82)))
    left, right = table.rows[0].cells
    _line(left, say("briefing.form.receivers", briefing.language), 12, is_bold=True, is_italic=True, is_left=True)
    for key in ("superior", "leaders", "archive"):
        _line(left, say(f"briefing.form.receiver_{key}", briefing.language), 11, is_left=True)
    _line(right, (briefing.signer_title or say("briefing.form.signer", briefing.language)).upper(), 14, is_bold=True)
    for _ in range(4):
        _line(right, "", 14)
    _line(right, "…", 14, is_bold=True)
    for cell in (left, right):
        for paragraph in cell.paragraphs:
            paragraph.paragraph_format.keep_with_next = True
    row = table.rows[0]._tr.get_or_add_trPr()
    row.append(parse_xml(f"<w:cantSplit {nsdecls('w')}/>"))


def _frame(document: Document, rows: int, widths: tuple[int, int]):  # type: ignore[no-untyped-def]
    """A table without lines that only holds two columns side by side."""
    table = document.add_table(rows=rows, cols=2)
    table.autofit = False
    for row in table.rows:
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = width
            cell.paragraphs[0]._p.getparent().remove(cell.paragraphs[0]._p)
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
    return table


def _line(  # type: ignore[no-untyped-def]
    cell, text: str, size: int, *, is_bold: bool = False, is_italic: bool = False, is_left: bool = False
) -> None:
    paragraph = cell.add_paragraph()
    paragraph.paragraph_format.space_after = Pt(0)
    paragraph.paragraph_format.first_line_indent = Mm(0)
    paragraph.paragraph_format.line_spacing = 1.0
    paragraph.alignment = WD_ALIGN_PARAGRAPH.LEFT if is_left else _MIDDLE
    run = _run(paragraph, breakable(clean(text, 200)), size, is_bold=is_bold)
    run.italic = is_italic


def _rule(cell, length: int) -> None:  # type: ignore[no-untyped-def]
    _rule_paragraph(cell.add_paragraph(), length, width=cell.width)


def _rule_paragraph(paragraph, length: int, width: int = Mm(162)) -> None:  # type: ignore[no-untyped-def]
    """A rule shorter than the line, as the decree asks: the top border of a paragraph indented from both sides."""
    form = paragraph.paragraph_format
    side = max(0, (width - length) // 2)
    form.left_indent = form.right_indent = side
    form.first_line_indent, form.space_after, form.space_before = Mm(0), Pt(0), Pt(2)
    form.line_spacing = Pt(6)
    border = f'<w:pBdr {nsdecls("w")}><w:top w:val="single" w:sz="6" w:space="1" w:color="000000"/></w:pBdr>'
    properties = paragraph._p.get_or_add_pPr()
    properties.insert_element_before(
        parse_xml(border), "w:shd", "w:tabs", "w:suppressAutoHyphens", "w:spacing", "w:ind", "w:jc", "w:rPr"
    )


def _run(paragraph, text: str, size: int, *, is_bold: bool = False):  # type: ignore[no-untyped-def]
    run = paragraph.add_run(text)
    run.font.size, run.bold = Pt(size), is_bold
    return run
