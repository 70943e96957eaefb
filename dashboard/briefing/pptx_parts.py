"""Building blocks of a slide over python-pptx, which knows no combined charts and no themes."""

from __future__ import annotations

import math
from pathlib import Path
from typing import Any

from lxml import etree
from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.enum.shapes import MSO_SHAPE, PP_PLACEHOLDER
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from pptx.opc.packuri import PackURI
from pptx.oxml.ns import qn
from pptx.parts.chart import ChartPart
from pptx.parts.embeddedpackage import EmbeddedXlsxPart
from pptx.util import Inches, Pt

from dashboard.briefing import palette
from dashboard.briefing.drawingml import NativeChart
from dashboard.briefing.drawingml_parts import shown_value
from dashboard.briefing.heat import class_of, limits
from dashboard.briefing.office_theme import house_theme
from dashboard.briefing.safe_text import clean, label
from dashboard.briefing.typefaces import SEMIBOLD, width
from dashboard.figures.spec import ChartSpec

SLIDE_FONT = "Arial"
"""On every Windows machine; a deck travels further than its author's fonts."""
_INKS = {"ink": palette.INK, "ink2": palette.INK_2, "ink3": palette.INK_3}
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"


def open_deck(template: Path | None) -> Any:
    """The office's template without its slides, or a plain wide deck with the house theme."""
    if template:
        presentation = Presentation(str(template))
        _drop_slides(presentation)
        return presentation
    presentation = Presentation()
    widen(presentation)
    _house_theme(presentation)
    return presentation


def _drop_slides(presentation: Any) -> None:
    listed = presentation.slides._sldIdLst
    for entry in list(listed):
        presentation.part.drop_rel(entry.rId)
        listed.remove(entry)


def widen(presentation: Any) -> None:
    """From 4:3 to 16:9, layouts and master with it."""
    factor = Inches(13.333) / presentation.slide_width
    presentation.slide_width, presentation.slide_height = Inches(13.333), Inches(7.5)
    for holder in (presentation.slide_master, *presentation.slide_layouts):
        for shape in holder.shapes:
            if shape._element.xpath("./p:spPr/a:xfrm"):
                shape.left, shape.width = round(shape.left * factor), round(shape.width * factor)


def _house_theme(presentation: Any) -> None:
    part = next(
        rel.target_part
        for rel in presentation.slide_master.part.rels.values()
        if rel.reltype == RELATIONSHIP_TYPE.THEME
    )
    part._blob = house_theme(part.blob, font=SLIDE_FONT)


def title_only_layout(presentation: Any) -> Any:
    """The layout whose only filled place is a title; templates differ in order and language."""

    def others(layout: Any) -> int:
        minor = (PP_PLACEHOLDER.DATE, PP_PLACEHOLDER.FOOTER, PP_PLACEHOLDER.SLIDE_NUMBER)
        kinds = [place.placeholder_format.type for place in layout.placeholders]
        has_title = PP_PLACEHOLDER.TITLE in kinds
        return (0 if has_title else 100) + sum(kind not in (*minor, PP_PLACEHOLDER.TITLE) for kind in kinds)

    return min(presentation.slide_layouts, key=others)


def title(slide: Any, words: str, box: tuple[int, int, int, int], name: str) -> None:
    shape = slide.shapes.title
    if shape is None:
        text(slide, [words], box, 28, "ink", name=name, is_bold=True)
        return
    shape.left, shape.top, shape.width, shape.height = box
    shape.name = name
    _write(shape.text_frame, [words], _title_size(words, box[2]), "ink", "left", is_bold=True)
    shape.text_frame.vertical_anchor = MSO_ANCHOR.MIDDLE


def _title_size(words: str, wide: int) -> int:
    """Points: the largest that keeps the title on one line of a box so wide, else on two."""
    room = wide / Pt(1)
    on_one_line = (size for size in (28, 26, 24, 22) if width(words, size, SEMIBOLD) <= room)
    return next(on_one_line, 20 if width(words, 20, SEMIBOLD) <= 2 * room * 0.92 else 15)


def line_size(words: str, size: int, room: float) -> int:
    """Points, at most `size` and at least 12, at which the words stay on one line of `room` inches."""
    needed = width(words, size) / 72
    return size if needed <= room else max(12, int(size * room / needed))


def text_height(words: str, size: int, room: float) -> float:
    """Inches that a paragraph needs in a box of that width in inches, with the space after it."""
    lines = max(1, math.ceil(width(words, size) / (room * 72) * 1.02))
    return (lines * size * 1.25 + 0.7 * size) / 72


def text(
    slide: Any,
    lines: list[str],
    box: tuple[int, int, int, int],
    size: int,
    ink: str,
    *,
    align: str = "left",
    anchor: str = "top",
    name: str = "",
    is_bold: bool = False,
) -> None:
    shape = slide.shapes.add_textbox(*box)
    if name:
        shape.name = name
    frame = shape.text_frame
    frame.vertical_anchor = MSO_ANCHOR.BOTTOM if anchor == "bottom" else MSO_ANCHOR.TOP
    _write(frame, lines, size, ink, align, is_bold=is_bold)


def _write(frame: Any, lines: list[str], size: int, ink: str, align: str, *, is_bold: bool = False) -> None:
    frame.word_wrap = True
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    for at, line in enumerate(lines):
        paragraph = frame.paragraphs[0] if at == 0 else frame.add_paragraph()
        paragraph.alignment = PP_ALIGN.RIGHT if align == "right" else PP_ALIGN.LEFT
        run = paragraph.add_run()
        run.text = clean(line)
        run.font.size, run.font.bold = Pt(size), is_bold
        run.font.color.rgb = RGBColor.from_string(_INKS[ink])
        run._r.get_or_add_rPr().set("lang", "vi-VN")


def bar(slide: Any, box: tuple[int, int, int, int]) -> None:
    shape = slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, *box)
    shape.fill.solid()
    shape.fill.fore_color.rgb = RGBColor.from_string(palette.SERIES[0])
    shape.line.fill.background()
    shape.name = "Vạch"
    for style in shape._element.findall(qn("p:style")):
        shape._element.remove(style)
    _decorative(shape)


def _decorative(shape: Any) -> None:
    """Tell screen readers to pass over it."""
    properties = shape._element._nvXxPr.cNvPr
    listed = etree.SubElement(properties, f"{{{_DRAWING}}}extLst")
    extension = etree.SubElement(listed, f"{{{_DRAWING}}}ext", uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}")
    space = "http://schemas.microsoft.com/office/drawing/2017/decorative"
    etree.SubElement(extension, f"{{{space}}}decorative", nsmap={"adec": space}).set("val", "1")


def key_figure(slide: Any, box: tuple[int, int, int, int], shown: str, words: str) -> None:
    left, top, wide, height = box
    text(slide, [shown], (left, top, wide, height // 2), 28 if len(shown) < 9 else 22, "ink", is_bold=True)
    text(slide, [words], (left, top + height // 2, wide, height // 2), 14, "ink2")


def add_chart(slide: Any, chart: NativeChart, box: tuple[int, int, int, int], name: str, alt: str) -> None:
    package = slide.part.package
    place = package.next_partname("/ppt/charts/chart%d.xml")
    part = ChartPart.load(PackURI(place), CONTENT_TYPE.DML_CHART, package, chart.xml)
    relation = part.relate_to(EmbeddedXlsxPart.new(chart.workbook, package), RELATIONSHIP_TYPE.PACKAGE)
    assert relation == "rId1", "the chart part names its workbook rId1"
    frame = slide.shapes._add_chart_graphicFrame(slide.part.relate_to(part, RELATIONSHIP_TYPE.CHART), *box)
    properties = frame._nvXxPr.cNvPr
    properties.set("name", name)
    properties.set("descr", alt)


def heat_table(slide: Any, spec: ChartSpec, box: tuple[int, int, int, int]) -> None:
    """A heat map is a table on a slide: the number stands in each cell, so that it can be edited and read aloud."""
    rows, columns_ = len(spec.series) + 1, len(spec.categories) + 1
    frame = slide.shapes.add_table(rows, columns_, *box)
    frame._element._nvXxPr.cNvPr.set("descr", label(spec.alt or spec.title))
    bounds = limits(spec)
    for column, words in enumerate(("", *spec.labels)):
        _heat_cell(frame.table.cell(0, column), label(words), palette.SUNKEN)
    for row, one in enumerate(spec.series, 1):
        _heat_cell(frame.table.cell(row, 0), label(one.name), palette.SUNKEN)
        for at in range(len(spec.categories)):
            value = one.values[at]
            rgb = palette.SURFACE if value is None else palette.HEAT[class_of(value, bounds)]
            _heat_cell(frame.table.cell(row, at + 1), shown_value(one, at, spec.language), rgb)


def _heat_cell(cell: Any, words: str, rgb: str) -> None:
    cell.fill.solid()
    cell.fill.fore_color.rgb = RGBColor.from_string(rgb)
    cell.margin_left = cell.margin_right = Inches(0.04)
    _write(cell.text_frame, [words], 11, "ink", "left")
    if rgb == palette.HEAT[-1]:
        cell.text_frame.paragraphs[0].runs[0].font.color.rgb = RGBColor(255, 255, 255)
