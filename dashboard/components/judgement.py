"""Whether a change is good news, as a chip with a word."""

from __future__ import annotations

from typing import Any

from dash import html

from dashboard.components.signs import judgement_chip
from dashboard.headlines import Headline
from dashboard.points import Point
from dashboard.statements import FLAT_BELOW_PCT
from data.store import Plan


def judgement(headline: Headline, language: str, target: Plan | None = None) -> Any:
    """Whether the change is good news; prices are held against the year's target, not against their direction."""
    good = headline.figures.source.rise_is_good
    if headline.main is None:
        return html.Span()
    if good is None:
        return _against_target(headline.cumulative, target, language)
    if abs(headline.main.value) < FLAT_BELOW_PCT:
        return judgement_chip("neutral", language)
    return judgement_chip("good" if (headline.main.value > 0) == good else "bad", language)


def _against_target(reached: Point | None, target: Plan | None, language: str) -> Any:
    if target is None or target.value is None or reached is None:
        return judgement_chip("neutral", language, "no_target")
    is_above = reached.value > target.value
    return judgement_chip("warn" if is_above else "neutral", language, "above" if is_above else "within")
