"""PowerPoint: one message a slide, native charts, the office's own theme where a template is given."""

from __future__ import annotations

from pathlib import Path

from dashboard.briefing import palette
from dashboard.briefing import pptx_xml as xml
from dashboard.briefing.cells import shown_cell
from dashboard.briefing.drawingml import NativeChart, native_charts
from dashboard.briefing.marks import mark
from dashboard.briefing.model import Briefing, ChartBlock, Paragraph, Section, TableBlock
from dashboard.briefing.numbers import day
from dashboard.briefing.pptx_base import base
from dashboard.briefing.pptx_package import Package
from dashboard.briefing.pptx_page import Page, heat_cells
from dashboard.briefing.safe_text import breakable, clean, label
from dashboard.briefing.scales import panels
from dashboard.briefing.words import band_list, foot
from dashboard.figures.spec import Kind, Panel
from data.wording import say

_LEFT, _WIDE, _TOP = 0.625, 12.08, 1.62
_CHART_HEIGHT, _GROWTH_SHARE = 4.75, 0.36
_BESIDE_TABLE = 5.1
"""Width of statements that stand beside a table."""
_LOWEST = 6.75
_FIGURES = {"text.month": ("same_month",), "text.quarter": (), "text.cumulative": ("cumulative", "average")}
_LEADING = tuple(_FIGURES)
"""Statements that a cover repeats, by the end of their id, and which figure stands beside each."""
_COLUMN_TOP, _MOST_ROWS = 1.55, 20
_BESIDE_SIZES, _WIDE_SIZES = (18, 17, 16, 15), (20, 18)
"""Points of statements beside a table and alone, the largest that fits."""


def deck(briefing: Briefing, template: Path | None = None) -> bytes:
    """The briefing as a .pptx file: a cover, statements with their table, and a slide for each chart."""
    writer = _Writer(briefing, template)
    writer.cover()
    for section in briefing.sections:
        writer.section(section)
    told = {
        "title": clean(briefing.title, 200),
        "subject": clean(briefing.subtitle, 200),
        "creator": clean(briefing.department, 200),
        "description": clean(briefing.source, 250),
        "language": "en-GB" if briefing.language == "en" else "vi-VN",
    }
    return writer.package.finish(told)


class _Writer:
    def __init__(self, briefing: Briefing, template: Path | None) -> None:
        self.briefing = briefing
        self.package = Package(base(template))

    def page(self, title: str, identity: str, subtitle: str = "") -> Page:
        """A page with bar, title, subtitle and page number; whoever asks for it adds it when it is full."""
        page = Page(self.package.base)
        page.bar((_LEFT, 0.42, 0.75, 0.06))
        words = breakable(clean(title, 260))
        page.title(words, (_LEFT, 0.5, _WIDE, 0.75), mark(identity, words))
        if subtitle:
            line = clean(subtitle, 200)
            page.text([line], (_LEFT, 1.26, _WIDE, 0.34), page.line_size(line, 18, 12.0), palette.INK_2)
        number = str(len(self.package.slides) + 1)
        page.text([number], (12.0, 6.95, 0.71, 0.3), 12, palette.INK_3, align="r")
        return page

    def add(self, page: Page, charts: list[NativeChart] | None = None, notes: list[str] | None = None) -> None:
        self.package.add_slide(xml.slide(page.shapes), charts or [], xml.notes(notes) if notes else "")

    def source(self, page: Page) -> None:
        one = self.briefing
        made = say("briefing.foot.released", one.language, day=day(one.released, one.language)) if one.released else ""
        line = " · ".join(filter(None, (clean(one.source, 300), made)))
        page.text([line], (_LEFT, 6.95, 11.2, 0.3), 12, palette.INK_3)

    def cover(self) -> None:
        """Each theme as one row: its figure, and the sentence that says what it means."""
        one = self.briefing
        page = self.page(one.title, "cover.title", one.subtitle)
        page.text([clean(one.department, 120).upper()], (_LEFT, 0.08, _WIDE, 0.3), 14, palette.INK_2)
        rows = [
            (_leading_figure(section, lead), lead, breakable(clean(lead.text, 420)))
            for section, lead in _leads(one)[:6]
        ]
        step = min(1.25, (_LOWEST - 1.9) / max(1, len(rows)))
        sizes = [
            page.fitting(line, 9.7 if figure else _WIDE, step - 0.2, (20, 18, 16, 14, 12)) for figure, _, line in rows
        ]
        for at, (figure, lead, line) in enumerate(rows):
            top = 1.9 + step * at
            page.rule((_LEFT, top, _WIDE, 0.011))
            left, width = (3.0, 9.7) if figure else (_LEFT, _WIDE)
            if figure:
                size = page.line_size(figure[0], 30, 2.0)
                page.text([figure[0]], (_LEFT, top + 0.1, 2.2, 0.55), size, is_bold=True)
                page.text([figure[1]], (_LEFT, top + 0.66, 2.2, 0.45), 12, palette.INK_2)
            box = (left, top + 0.12, width, step - 0.2)
            page.text([line], box, min(sizes), name=mark(f"cover.{lead.id}", line))
        self.source(page)
        self.add(page)

    def section(self, section: Section) -> None:
        self.statements(section)
        for block in section.blocks:
            if isinstance(block, ChartBlock):
                self.chart(block)

    def statements(self, section: Section) -> None:
        """Paragraphs beside the table of the section; what does not fit goes on to further pages of full width."""
        waiting = [block for block in section.blocks if isinstance(block, Paragraph)]
        table = next((block for block in section.blocks if isinstance(block, TableBlock)), None)
        while waiting or table:
            page = self.page(section.heading, f"{section.id}.heading")
            width = _BESIDE_TABLE if table and waiting else _WIDE
            if table:
                self.table(page, table, _LEFT + width + 0.4 if waiting else _LEFT)
            waiting = self.column(page, waiting, width)
            table = None
            self.source(page)
            self.add(page)

    def column(self, page: Page, paragraphs: list[Paragraph], width: float) -> list[Paragraph]:
        """Write what fits into the column, as large as possible, and give back the rest; one paragraph always fits."""
        lines = [breakable(clean(paragraph.text, 900)) for paragraph in paragraphs]

        def heights(size: int) -> list[float]:
            return [page.text_height(line, size, width) for line in lines]

        sizes = _BESIDE_SIZES if width < _WIDE else _WIDE_SIZES
        size = next((one for one in sizes if _COLUMN_TOP + sum(heights(one)) <= _LOWEST), sizes[-1])
        top = _COLUMN_TOP
        for at, (paragraph, line, height) in enumerate(zip(paragraphs, lines, heights(size), strict=True)):
            if at and top + height > _LOWEST:
                return paragraphs[at:]
            written = breakable(clean(paragraph.automatic or paragraph.text, 900))
            page.text([line], (_LEFT, top, width, height), size, name=mark(paragraph.id, written))
            top += height
        return []

    def table(self, page: Page, block: TableBlock, left: float) -> None:
        tongue, rows = self.briefing.language, block.rows[:_MOST_ROWS]
        head = [xml.Cell(label(name), "r" if at else "l", True, palette.SUNKEN) for at, name in enumerate(block.header)]
        cells = [
            [
                xml.Cell(
                    shown_cell(value, block.decimals[column], tongue),
                    "r" if column else "l",
                    block.is_total(row),
                    depth=0 if column else block.depth(row),
                )
                for column, value in enumerate(values)
            ]
            for row, values in enumerate(rows)
        ]
        unit = say("briefing.table.unit", tongue, unit=clean(block.unit, 80)) if block.unit else ""
        words = clean(block.title, 160) + (f" ({unit})" if unit else "")
        width = _LEFT + _WIDE - left
        page.text([words], (left, 1.5, width, 0.3), page.line_size(words, 12, width), palette.INK_2)
        page.table([head, *cells], (left, 1.85, width, _LOWEST - 1.85), alt=words)

    def chart(self, block: ChartBlock) -> None:
        spec = block.spec
        page = self.page(spec.title, f"{block.id}.title", spec.subtitle)
        width = 9.9 if block.key_figures else _WIDE
        charts: list[NativeChart] = []
        if spec.series and spec.series[0].kind == Kind.HEAT_MAP:
            place = (_LEFT, _TOP, width, _CHART_HEIGHT)
            page.table(heat_cells(spec), place, alt=label(spec.alt or spec.title), sizes=(16, 14, 12, 10, 8), roomy=0.5)
        else:
            charts = native_charts(spec, page.style(width))
            self.place(page, block, charts, width)
        for at, figure in enumerate(block.key_figures[:4]):
            top, shown = 1.75 + 1.12 * at, clean(figure.shown, 24)
            page.text([shown], (10.75, top, 2.1, 0.5), page.line_size(shown, 28, 1.9), is_bold=True)
            name = clean(figure.label, 60)
            size = page.fitting(name, 2.0, 0.62, (14, 12, 11, 10))
            page.text([name], (10.75, top + 0.5, 2.0, 0.5), size, palette.INK_2)
        lines = [line for line in (band_list(spec), foot(spec)) if line]
        page.text(lines, (_LEFT, 6.4, 11.2, 0.85), 12, palette.INK_3, anchor="b")
        notes = [spec.alt or spec.title, foot(spec), *block.lineage]
        self.add(page, charts, [clean(line, 1000) for line in notes if line])

    def place(self, page: Page, block: ChartBlock, charts: list[NativeChart], width: float) -> None:
        spec = block.spec
        shares = [_GROWTH_SHARE, 1 - _GROWTH_SHARE] if len(panels(spec)) == 2 else [1.0]
        top = _TOP
        for at, (chart, share) in enumerate(zip(charts, shares, strict=True)):
            height = _CHART_HEIGHT * share
            heading = spec.panel_titles.get(chart.panel, "") if len(charts) == 2 else ""
            suffix = f" ({heading})" if heading else ""
            alt = clean((spec.alt or f"{spec.title}. {spec.subtitle}") + suffix, 1000)
            kind = "growth" if chart.panel == Panel.GROWTH else "main"
            page.chart(f"rId{2 + at}", (_LEFT, top, width, height), name=f"{block.id}.{kind}", alt=alt)
            top += height


def _leads(briefing: Briefing) -> list[tuple[Section, Paragraph]]:
    """The first statement of each section with figures: what a director reads."""
    found = []
    for section in briefing.sections:
        if not any(isinstance(block, ChartBlock | TableBlock) for block in section.blocks):
            continue
        said = [block for block in section.blocks if isinstance(block, Paragraph)]
        lead = next((one for one in said if one.id.endswith(_LEADING)), said[0] if said else None)
        if lead:
            found.append((section, lead))
    return found


def _leading_figure(section: Section, lead: Paragraph) -> tuple[str, str] | None:
    """The growth that the sentence speaks of, and what it is; none for a sentence about something else."""
    keys = next((keys for ending, keys in _FIGURES.items() if lead.id.endswith(ending)), ())
    for block in section.blocks:
        if isinstance(block, ChartBlock):
            for figure in block.key_figures:
                if figure.key in keys:
                    return clean(figure.shown, 12), clean(figure.label, 60)
    return None
