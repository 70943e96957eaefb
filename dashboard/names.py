"""Names of items and areas in the visitor's language."""

from __future__ import annotations

from data.catalogue import catalogue
from data.observation import WHOLE_COUNTRY
from data.store import Series
from data.wording import say


def item_name(one: Series, language: str) -> str:
    """The catalogue's English name of a series' item; in Vietnamese, and for what the catalogue lacks, as published."""
    if language == "vi":
        return one.label
    try:
        return catalogue().item(one.table, one.item).en
    except KeyError:
        return one.label


def area_name(area: str, language: str) -> str:
    """`Whole country` in English; provinces keep their names."""
    return say("data_pages.whole_country", language) if area == WHOLE_COUNTRY else area
