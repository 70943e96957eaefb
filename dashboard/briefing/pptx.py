"""PowerPoint: one message a slide, native charts, the office's own theme where a template is given."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from dashboard.briefing import palette
from dashboard.briefing import pptx_xml as xml
from dashboard.briefing.cells import shown_cell
from dashboard.briefing.drawingml import NativeChart, native_charts
from dashboard.briefing.marks import mark
from dashboard.briefing.model import Briefing, ChartBlock, Paragraph, Section, TableBlock
from dashboard.briefing.numbers import day
from dashboard.briefing.pptx_base import base
from dashboard.briefing.pptx_leads import leading_figure, leads
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
_COLUMN_TOP, _MOST_ROWS = 1.55, 20
_BESIDE_SIZES, _WIDE_SIZES = (18, 17, 16, 15), (20, 18)
"""Points of statements beside a table and alone, the largest that fits."""
_BESIDE_CHART, _BESIDE_CHART_SIZES, _CHART_LOWEST = (8.95, 1.7, 3.75), (17, 16, 15, 14, 13), 6.3
"""Left, top and width of statements beside a chart, their points, and where they end."""


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
        made = say("briefing.foot.released", one.language, day=day(one.released)) if one.released else ""
        line = " · ".join(filter(None, (clean(one.source, 300), made)))
        page.text([line], (_LEFT, 6.95, 11.2, 0.3), 12, palette.INK_3)

    def cover(self) -> None:
        """Each theme as one row: its figure, and the sentence that says what it means."""
        one = self.briefing
        page = self.page(one.title, "cover.title", one.subtitle)
        page.text([clean(one.department, 120).upper()], (_LEFT + 0.95, 0.29, 11.0, 0.3), 14, palette.INK_2)
        rows = [
            (leading_figure(section, lead), lead, breakable(clean(lead.text, 420))) for section, lead in leads(one)[:6]
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
        """Statements stand beside the table of their section, else beside its first chart as far as they fit there."""
        said = [block for block in section.blocks if isinstance(block, Paragraph)]
        table = next((block for block in section.blocks if isinstance(block, TableBlock)), None)
        charts = [block for block in section.blocks if isinstance(block, ChartBlock)]
        beside = self.beside_chart(said) if charts and table is None else []
        self.statements(section, said[: len(said) - len(beside)], table)
        for at, block in enumerate(charts):
            self.chart(block, () if at else beside)

    def beside_chart(self, said: list[Paragraph]) -> list[Paragraph]:
        """The last statements that fit beside a chart together."""
        page, (_, top, width) = Page(self.package.base), _BESIDE_CHART
        for at in range(len(said)):
            lines = [_written(one) for one in said[at:]]
            if top + sum(page.text_height(line, _BESIDE_CHART_SIZES[-1], width) for line in lines) <= _CHART_LOWEST:
                return said[at:]
        return []

    def statements(self, section: Section, waiting: list[Paragraph], table: TableBlock | None) -> None:
        """Paragraphs beside the table of the section; what does not fit goes on to further pages of full width."""
        while waiting or table:
            page = self.page(section.heading, f"{section.id}.heading")
            width = _BESIDE_TABLE if table and waiting else _WIDE
            if table:
                self.table(page, table, _LEFT + width + 0.4 if waiting else _LEFT)
            sizes = _BESIDE_SIZES if width < _WIDE else _WIDE_SIZES
            waiting = self.column(page, waiting, (_LEFT, _COLUMN_TOP, width), _LOWEST, sizes)
            table = None
            self.source(page)
            self.add(page)

    def column(
        self,
        page: Page,
        paragraphs: Sequence[Paragraph],
        place: tuple[float, float, float],
        lowest: float,
        sizes: Sequence[int],
    ) -> list[Paragraph]:
        """Write what fits into the column, as large as possible, and give back the rest; one paragraph always fits."""
        left, top, width = place
        lines = [breakable(clean(paragraph.text, 900)) for paragraph in paragraphs]

        def heights(size: int) -> list[float]:
            return [page.text_height(line, size, width) for line in lines]

        size = next((one for one in sizes if top + sum(heights(one)) <= lowest), sizes[-1])
        for at, (paragraph, line, height) in enumerate(zip(paragraphs, lines, heights(size), strict=True)):
            if at and top + height > lowest:
                return list(paragraphs[at:])
            page.text([line], (left, top, width, height), size, name=mark(paragraph.id, _written(paragraph)))
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

    def chart(self, block: ChartBlock, beside: Sequence[Paragraph] = ()) -> None:
        """The finding over its chart; at the right the statements that go with it, else its key figures."""
        spec = block.spec
        page = self.page(spec.title, f"{block.id}.title", spec.subtitle)
        width = _BESIDE_CHART[0] - _LEFT - 0.35 if beside else 9.9 if block.key_figures else _WIDE
        charts: list[NativeChart] = []
        if spec.series and spec.series[0].kind == Kind.HEAT_MAP:
            place = (_LEFT, _TOP, width, _CHART_HEIGHT)
            page.table(heat_cells(spec), place, alt=label(spec.alt or spec.title), sizes=(16, 14, 12, 10, 8), roomy=0.5)
        else:
            charts = native_charts(spec, page.style(width))
            self.place(page, block, charts, width)
        self.column(page, beside, _BESIDE_CHART, _CHART_LOWEST, _BESIDE_CHART_SIZES)
        for at, figure in enumerate(() if beside else block.key_figures[:4]):
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


def _written(paragraph: Paragraph) -> str:
    """The automatic sentence as a slide carries it, by which a later edition tells what a person rewrote."""
    return breakable(clean(paragraph.automatic or paragraph.text, 900))
