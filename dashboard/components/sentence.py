"""Sentences whose numbers lead to where they come from, as those of tables do."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from dash import dcc

from dashboard.components.figures import figure_path
from dashboard.formats import amount, percent
from dashboard.headlines import Headline
from dashboard.points import Point
from dashboard.sources import CUMULATIVE
from dashboard.statements import fitting_level

Shown = tuple[str, str]
"""A number as the sentence says it, and its trace."""


def sentence(words: str, numbers: Iterable[Shown]) -> list[Any]:
    """The sentence in pieces, its numbers linked; one that two origins share is left alone, since it names neither."""
    traces: dict[str, str] = {}
    for shown, trace in numbers:
        traces[shown] = trace if traces.get(shown, trace) == trace else ""
    known = sorted((shown for shown, trace in traces.items() if shown and trace), key=len, reverse=True)
    if not known:
        return [words]
    pieces = re.split(rf"(?<![\d.,])({'|'.join(map(re.escape, known))})(?!\d)", words)
    return [_linked(one, traces[one]) if at % 2 else one for at, one in enumerate(pieces) if one]


def rates(points: Iterable[Point | None], language: str) -> list[Shown]:
    """Rates as a sentence says them: without a sign, which stands in the verb."""
    return [(percent(abs(one.value), 1, language), one.trace) for one in points if one]


def of_first_line(shown: Headline, language: str) -> list[Shown]:
    """What the fact under a theme's figure may say: its level, or core inflation."""
    core, level = shown.figures.core, fitting_level(shown)
    told = [(amount(level.value, shown.figures.unit, language), level.trace)] if level else []
    return [*told, *rates([core.rate(CUMULATIVE, shown.last) if core else None], language)]


def of_parts(shown: Headline, language: str) -> list[Shown]:
    """What the sentence about a theme's parts may say."""
    lines = shown.figures.additive_parts() or shown.figures.parts
    return rates((line.rate(shown.main_comparison, shown.last) for line in lines), language)


def of_finding(shown: Headline, language: str) -> list[Shown]:
    """What the sentence over a theme may say: its leading rate, or its level."""
    return [*rates([shown.main], language), *_level(shown, language)]


def _level(shown: Headline, language: str) -> list[Shown]:
    return [(amount(shown.level.value, shown.figures.unit, language), shown.level.trace)] if shown.level else []


def _linked(shown: str, trace: str) -> Any:
    return dcc.Link(shown, href=figure_path(trace), className="figure-link in-sentence")
