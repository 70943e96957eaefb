"""What one has to be careful about in a campaign comparison, one sentence each."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

import pandas as pd

from dashboard.briefing_words.phrases import quoted
from dashboard.formats import month_short, number
from data.period import MONTHS_IN_YEAR
from data.wording import say
from indicators.campaign_types import Guard, Weight

ALWAYS = "runs_always"
NAMING_CAMPAIGNS = ("overlap", ALWAYS)
THOUSANDS_MARK = r"(?<=\d)\.(?=\d{3}\b)"
"""As the catalogue writes the numbers of a break: `565.786`."""


def caution_words(guards: Sequence[Guard], language: str = "vi") -> tuple[str, ...]:
    """The sentences of the guards, in their order."""
    return tuple(_sentence(one, language) for one in _together(guards, language))


def month(period: pd.Period, language: str = "vi") -> str:
    """`7/2010`; in English `Jul 2010`."""
    if language == "en":
        return month_short(period.year * MONTHS_IN_YEAR + period.month - 1, language)
    return f"{period.month}/{period.year}"


def _together(guards: Sequence[Guard], language: str) -> Iterator[Guard]:
    """Campaigns that ran all the time are said in one sentence, at the place of the first."""
    always = [one for one in guards if one.code == ALWAYS]
    if len(always) < 2:
        yield from guards
        return
    names = quoted([str(one.parameters["name"]) for one in always], language)
    for one in guards:
        if one is always[0]:
            yield Guard(f"{ALWAYS}_many", Weight.NOTE, {"names": names})
        elif one.code != ALWAYS:
            yield one


def _sentence(guard: Guard, language: str) -> str:
    shown = {name: _show(value, language) for name, value in guard.parameters.items()}
    if guard.code.startswith("break_") and language == "en":
        shown["name"] = re.sub(THOUSANDS_MARK, ",", shown["name"])
    if guard.code in NAMING_CAMPAIGNS:
        shown["name"] = quoted([shown["name"]], language)
    return say(f"campaigns.guard.{guard.code}", language, **shown)


def _show(value: object, language: str) -> str:
    if isinstance(value, float):
        return number(value, 1, language)
    if isinstance(value, pd.Period):
        return month(value, language)
    return f"{value:%d/%m/%Y}" if isinstance(value, date) else str(value)
