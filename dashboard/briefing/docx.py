"""Word: a report in the form of an administrative document (Decree 30/2020), with native charts and marked paragraphs.

Each automatic paragraph stands in a content control whose tag holds its id, so that a person may rewrite it and find
the own words again in the next edition.
"""

from __future__ import annotations

import io

import docx
from docx.document import Document
from docx.shared import Mm

from dashboard.briefing import docx_parts as parts
from dashboard.briefing import docx_tables
from dashboard.briefing.annex import annex_of
from dashboard.briefing.docx_form import header_block, signature_block, title_block
from dashboard.briefing.drawingml import native_charts, paper
from dashboard.briefing.marks import mark
from dashboard.briefing.model import Block, Briefing, ChartBlock, Paragraph, TableBlock
from dashboard.briefing.safe_text import breakable, clean
from dashboard.briefing.sizes import report_height_mm
from dashboard.briefing.words import band_list, figure_caption, foot
from dashboard.figures.spec import Kind, Panel
from data.wording import say

_CHART_WIDTH = Mm(160)
_HEIGHTS = {Panel.GROWTH: Mm(27), Panel.MAIN: Mm(55)}


def report(briefing: Briefing) -> bytes:
    """The briefing as a .docx file."""
    document = docx.Document()
    parts.prepare(document, title=clean(briefing.title, 200), author=clean(briefing.department, 200))
    writer = _Writer(document, briefing)
    header_block(document, briefing)
    title_block(document, briefing)
    for section in briefing.sections:
        parts.heading(document, clean(section.heading, 300))
        for block in section.blocks:
            writer.block(block)
    parts.keep_last_words(document)
    signature_block(document, briefing)
    _annex(document, briefing)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def _annex(document: Document, briefing: Briefing) -> None:
    """Where each number stands, on a page of its own after the signature."""
    annex = annex_of(briefing)
    if annex is None:
        return
    document.add_page_break()
    parts.heading(document, annex.heading)
    parts.small_lines(document, list(annex.files))
    docx_tables.table(document, annex.table, briefing.language)


class _Writer:
    def __init__(self, document: Document, briefing: Briefing) -> None:
        self.document, self.tongue = document, briefing.language
        self.charts, self.captions = parts.Charts(document), {"chart": 0, "table": 0}

    def block(self, block: Block) -> None:
        if isinstance(block, Paragraph):
            self.paragraph(block)
        elif isinstance(block, ChartBlock):
            self.chart(block)
        else:
            self.table(block)

    def paragraph(self, block: Paragraph) -> None:
        text = breakable(clean(block.text))
        tag = mark(block.id, breakable(clean(block.automatic or block.text)))
        run = parts.marked_paragraph(self.document, text, tag)
        if block.is_edited:
            note = say("briefing.kept.comment", self.tongue, text=clean(block.automatic))
            self.document.add_comment(run, text=note, author=say("briefing.kept.author", self.tongue), initials="SL")

    def caption(self, kind: str, text: str, *, keeps_next: bool = True) -> None:
        self.captions[kind] += 1
        label = say(f"briefing.caption.{kind}", self.tongue)
        parts.caption(self.document, label, self.captions[kind], clean(text, 400), keeps_next=keeps_next)

    def chart(self, block: ChartBlock) -> None:
        spec = block.spec
        if spec.series and spec.series[0].kind == Kind.HEAT_MAP:
            docx_tables.heat_table(self.document, spec)
        else:
            charts = native_charts(spec, paper(spec))
            for native in charts:
                heading = spec.panel_titles.get(native.panel, "") if len(charts) > 1 else ""
                alt = clean(". ".join(filter(None, (spec.alt or spec.title, spec.subtitle, heading))), 1000)
                height = _HEIGHTS[native.panel] if len(charts) > 1 else Mm(report_height_mm(spec))
                self.charts.add(native, _CHART_WIDTH, height, alt)
        lines = [line for line in (band_list(spec), foot(spec)) if line]
        self.caption("chart", figure_caption(spec), keeps_next=bool(lines))
        parts.small_lines(self.document, lines)

    def table(self, block: TableBlock) -> None:
        unit = say("briefing.table.unit", self.tongue, unit=clean(block.unit, 80)) if block.unit else ""
        self.caption("table", block.title + (f" ({unit})" if unit else ""))
        docx_tables.table(self.document, block, self.tongue)
        if block.source:
            parts.small_lines(
                self.document, [say("briefing.foot.source", self.tongue, source=clean(block.source, 400))]
            )
