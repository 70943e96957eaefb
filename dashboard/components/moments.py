"""The choice of the day of the figures in a form: the newest, those published by a day, or those recorded by one."""

from __future__ import annotations

from datetime import date
from typing import Any

from dashboard.formats import day
from dashboard.moment import as_of_and_recorded, moment_text
from dashboard.selection import release_days
from data.store import Store
from data.wording import say

NEWEST = "moi-nhat"
"""The choice of no day: a select cannot hold an empty value."""


def moment_choices(store: Store, moment: str, lang: str) -> list[dict[str, Any]]:
    """Grouped choices, newest day first; a day that is asked for stays in the list."""
    as_of, recorded = as_of_and_recorded(moment)
    published = sorted({*release_days(store), *([as_of] if as_of else [])}, reverse=True)
    held = sorted({*store.recorded_days(), *([recorded] if recorded else [])}, reverse=True)
    return [
        {"value": NEWEST, "label": say("charts.as_of.newest", lang)},
        {
            "group": say("explorer.as_of_published", lang),
            "items": [_choice("known", moment_text(one, None), one, lang) for one in published],
        },
        {
            "group": say("explorer.as_of_recorded", lang),
            "items": [_choice("recorded", moment_text(None, one), one, lang) for one in held],
        },
    ]


def _choice(words: str, value: str, one: date, lang: str) -> dict[str, str]:
    return {"value": value, "label": say(f"charts.as_of.{words}", lang, day=day(one, lang))}
