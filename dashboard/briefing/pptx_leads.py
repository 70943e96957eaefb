"""Which statements of a briefing lead on the cover of a deck, and the figure that stands beside each."""

from __future__ import annotations

from dashboard.briefing.model import Briefing, ChartBlock, Paragraph, Section, TableBlock
from dashboard.briefing.safe_text import clean

_FIGURES = {"text.month": ("same_month",), "text.quarter": (), "text.cumulative": ("cumulative", "average")}
_LEADING = tuple(_FIGURES)
"""Statements that a cover repeats, by the end of their id, and which figure stands beside each."""


def leads(briefing: Briefing) -> list[tuple[Section, Paragraph]]:
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


def leading_figure(section: Section, lead: Paragraph) -> tuple[str, str] | None:
    """The growth that the sentence speaks of, and what it is; none for a sentence about something else."""
    keys = next((keys for ending, keys in _FIGURES.items() if lead.id.endswith(ending)), ())
    for block in section.blocks:
        if isinstance(block, ChartBlock):
            for figure in block.key_figures:
                if figure.key in keys:
                    return clean(figure.shown, 12), clean(figure.label, 60)
    return None
