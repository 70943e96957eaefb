"""In words: by which method an outcome was made, and why there is none."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas as pd

from dashboard.formats import amount, month_short, number
from data.wording import say
from indicators.errors import IndicatorError, MissingMonths
from indicators.transformation import Outcome

EPOCH = 1970 * 12
"""Month ordinal at which pandas begins to count months."""
MOST_SPANS = 4


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
    parameters = _parameters(problem.parameters, language)
    if isinstance(problem, MissingMonths):
        parameters["months"] = _spans(problem.months, language)
    return say(f"indicators.refused.{problem.code}", language, **parameters)


def _spans(periods: Sequence[pd.Period], language: str) -> str:
    """Missing periods as spans, the first few of them: `T1/2021 - T12/2021, T1/2023 - …`."""
    spans: list[tuple[pd.Period, pd.Period]] = []
    for one in periods:
        if spans and one == spans[-1][1] + 1:
            spans[-1] = (spans[-1][0], one)
        else:
            spans.append((one, one))
    shown = [" - ".join(dict.fromkeys(_shown(end, language) for end in span)) for span in spans[:MOST_SPANS]]
    return ", ".join([*shown, *(["…"] if len(spans) > MOST_SPANS else [])])


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
