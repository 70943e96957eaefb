"""PowerPoint: one message a slide, native charts, the office's own theme where a template is given."""

from __future__ import annotations

import io
from pathlib import Path

from pptx import Presentation
from pptx.util import Emu, Inches

from dashboard.briefing import pptx_parts as parts
from dashboard.briefing.drawingml import SLIDE, native_charts
from dashboard.briefing.marks import mark
from dashboard.briefing.model import Briefing, ChartBlock, Paragraph, Section
from dashboard.briefing.numbers import day
from dashboard.briefing.safe_text import breakable, clean
from dashboard.briefing.scales import panels
from dashboard.briefing.words import band_list, foot
from dashboard.figures.spec import Kind, Panel
from data.wording import say

_LEFT, _CHART_TOP, _CHART_HEIGHT = 0.625, 1.62, 4.75
_GROWTH_SHARE = 0.36
_PARAGRAPHS_PER_SLIDE = 5
_LETTERS_PER_SLIDE = 900


def deck(briefing: Briefing, template: Path | None = None) -> bytes:
    """The briefing as a .pptx file: a cover, a slide of statements for each section, a slide for each chart."""
    presentation = parts.open_deck(template)
    writer = _Writer(presentation, briefing)
    writer.cover()
    for section in briefing.sections:
        writer.section(section)
    core = presentation.core_properties
    core.title, core.author, core.language = clean(briefing.title, 200), clean(briefing.department, 200), "vi-VN"
    core.subject, core.comments, core.keywords = clean(briefing.subtitle, 200), clean(briefing.source, 250), ""
    buffer = io.BytesIO()
    presentation.save(buffer)
    return buffer.getvalue()


class _Writer:
    def __init__(self, presentation: Presentation, briefing: Briefing) -> None:
        self.presentation, self.briefing = presentation, briefing
        self.layout = parts.title_only_layout(presentation)
        self.scale = presentation.slide_width / Inches(13.333)
        self.tall = presentation.slide_height / Inches(7.5)
        self.count = 0

    def box(self, left: float, top: float, width: float, height: float) -> tuple[Emu, Emu, Emu, Emu]:
        """Inches of a 13.333 x 7.5 slide, scaled to the slide of the template."""
        return (
            Emu(round(Inches(left) * self.scale)),
            Emu(round(Inches(top) * self.tall)),
            Emu(round(Inches(width) * self.scale)),
            Emu(round(Inches(height) * self.tall)),
        )

    def height(self, words: str, size: int) -> float:
        """Inches of a 13.333 x 7.5 slide that a paragraph over the whole width needs."""
        return parts.text_height(words, size, 12.08 * self.scale) / self.tall

    def slide(self, title: str, identity: str, subtitle: str = ""):  # type: ignore[no-untyped-def]
        """A slide with bar, title, subtitle and page number."""
        slide = self.presentation.slides.add_slide(self.layout)
        self.count += 1
        parts.bar(slide, self.box(_LEFT, 0.42, 0.75, 0.06))
        parts.title(
            slide,
            breakable(clean(title, 260)),
            self.box(_LEFT, 0.5, 12.08, 0.75),
            mark(identity, breakable(clean(title, 260))),
        )
        if subtitle:
            line = clean(subtitle, 200)
            parts.text(
                slide, [line], self.box(_LEFT, 1.2, 12.08, 0.4), parts.line_size(line, 18, 12.0 * self.scale), "ink2"
            )
        parts.text(slide, [str(self.count)], self.box(12.0, 6.95, 0.75, 0.35), 12, "ink3", align="right")
        return slide

    def cover(self) -> None:
        one = self.briefing
        slide = self.slide(one.title, "cover.title", one.subtitle)
        parts.text(slide, [one.department.upper()], self.box(_LEFT, 0.05, 12, 0.35), 14, "ink2")
        lines = [(paragraph.id, paragraph.text) for paragraph in _leads(one)]
        top = 1.85
        for identity, line in lines[:5]:
            shown = breakable(clean(line, 420))
            height = self.height(shown, 20)
            parts.text(
                slide, [shown], self.box(_LEFT, top, 12.08, height), 20, "ink", name=mark(f"cover.{identity}", line)
            )
            top += height
        made = say("briefing.foot.released", one.language, day=day(one.released, one.language)) if one.released else ""
        parts.text(slide, [" · ".join(filter(None, (one.source, made)))], self.box(_LEFT, 6.85, 11.2, 0.4), 12, "ink3")

    def section(self, section: Section) -> None:
        for page in _pages([block for block in section.blocks if isinstance(block, Paragraph)]):
            self.statements(section, page)
        for block in section.blocks:
            if isinstance(block, ChartBlock):
                self.chart(block)

    def statements(self, section: Section, page: list[Paragraph]) -> None:
        slide = self.slide(section.heading, f"{section.id}.heading")
        size = 20 if sum(len(paragraph.text) for paragraph in page) < 620 else 18
        top = 1.55
        for paragraph in page:
            line = breakable(clean(paragraph.text, 900))
            height = self.height(line, size)
            written = paragraph.automatic or paragraph.text
            area = self.box(_LEFT, top, 12.08, height)
            parts.text(slide, [line], area, size, "ink", name=mark(paragraph.id, written))
            top += height
        parts.text(slide, [clean(self.briefing.source, 300)], self.box(_LEFT, 6.85, 11.2, 0.4), 12, "ink3")

    def chart(self, block: ChartBlock) -> None:
        spec = block.spec
        slide = self.slide(spec.title, f"{block.id}.title", spec.subtitle)
        width = 9.9 if block.key_figures else 12.08
        if spec.series and spec.series[0].kind == Kind.HEAT_MAP:
            parts.heat_table(slide, spec, self.box(_LEFT, _CHART_TOP, width, _CHART_HEIGHT))
        else:
            self.native(slide, block, width)
        for at, figure in enumerate(block.key_figures[:4]):
            area = self.box(10.75, 1.75 + 1.12 * at, 2.1, 1.05)
            parts.key_figure(slide, area, clean(figure.shown, 24), clean(figure.label, 60))
        lines = [line for line in (band_list(spec), foot(spec)) if line]
        parts.text(slide, lines, self.box(_LEFT, 6.4, 11.2, 0.85), 12, "ink3", anchor="bottom")
        notes = [spec.alt or spec.title, foot(spec), *block.lineage]
        slide.notes_slide.notes_text_frame.text = "\n".join(clean(line, 1000) for line in notes if line)

    def native(self, slide, block: ChartBlock, width: float) -> None:  # type: ignore[no-untyped-def]
        spec = block.spec
        charts = native_charts(spec, SLIDE)
        shares = [_GROWTH_SHARE, 1 - _GROWTH_SHARE] if len(panels(spec)) == 2 else [1.0]
        top = _CHART_TOP
        for chart, share in zip(charts, shares, strict=True):
            height = _CHART_HEIGHT * share
            heading = spec.panel_titles.get(chart.panel, "") if len(charts) == 2 else ""
            suffix = f" ({heading})" if heading else ""
            alt = clean((spec.alt or f"{spec.title}. {spec.subtitle}") + suffix, 1000)
            kind = "growth" if chart.panel == Panel.GROWTH else "main"
            parts.add_chart(slide, chart, self.box(_LEFT, top, width, height), f"{block.id}.{kind}", alt)
            top += height


def _leads(briefing: Briefing) -> list[Paragraph]:
    """The first statement of each section with a chart: what a director reads."""
    found = []
    for section in briefing.sections:
        if not any(isinstance(block, ChartBlock) for block in section.blocks):
            continue
        first = next((block for block in section.blocks if isinstance(block, Paragraph)), None)
        if first:
            found.append(first)
    return found


def _pages(paragraphs: list[Paragraph]) -> list[list[Paragraph]]:
    """Paragraphs shared out so that each slide stays readable from the back of the room."""
    pages: list[list[Paragraph]] = []
    for paragraph in paragraphs:
        letters = sum(len(one.text) for one in pages[-1]) if pages else 0
        is_full = (
            not pages or len(pages[-1]) >= _PARAGRAPHS_PER_SLIDE or letters + len(paragraph.text) > _LETTERS_PER_SLIDE
        )
        if is_full:
            pages.append([])
        pages[-1].append(paragraph)
    return pages
