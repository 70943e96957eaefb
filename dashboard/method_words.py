"""In words: by which method an outcome was made, and why there is none."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from dashboard.formats import amount, month_short, number
from data.wording import say
from indicators.errors import IndicatorError
from indicators.transformation import Outcome

EPOCH = 1970 * 12
"""Month ordinal at which pandas begins to count months."""


def method_words(outcome: Outcome, language: str, *, deflator: str = "", unit: str = "") -> str:
    """The sentences that stand under a chart of an outcome; empty where its method needs none.

    `deflator` names the price index that was used, `unit` is that of the levels.
    """
    if not outcome.method:
        return ""
    facts = {name: _shown(value, language) for name, value in outcome.facts.items()}
    words = say(f"indicators.method.{outcome.method}", language, **{"deflator": deflator, **facts})
    total = outcome.facts.get("year_total")
    if isinstance(total, float):
        words += f" {say('indicators.method.year_total', language, total=amount(total, unit, language))}"
    return words


def refusal_words(problem: IndicatorError, language: str) -> str:
    """Why an indicator refuses, as the end of a sentence."""
    return say(f"indicators.refused.{problem.code}", language, **_parameters(problem.parameters, language))


def lacking_words(need: str, language: str) -> str:
    """Which input of a transformation the store does not have for a series."""
    return say(f"indicators.lacking.{need}", language)


def _parameters(parameters: Mapping[str, object], language: str) -> dict[str, str]:
    return {name: _shown(value, language) for name, value in parameters.items()}


def _shown(value: object, language: str) -> str:
    if isinstance(value, float):
        return number(value, 1, language)
    if isinstance(value, pd.Period):
        return month_short(value.ordinal + EPOCH, language) if value.freqstr == "M" else str(value)
    return str(value)
