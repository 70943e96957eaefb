"""Names of items, tables and of who did a step, in the visitor's language."""

from __future__ import annotations

from dashboard.first_start import ACCEPTED_BY, LOADED_BY
from data.catalogue import catalogue
from data.store import Series
from data.wording import say

TOTAL = "total"
_NOBODY = {LOADED_BY: "sample", ACCEPTED_BY: "first_start"}


def item_name(one: Series, language: str) -> str:
    """The catalogue's English name of a series' item; in Vietnamese, and for what the catalogue lacks, as published."""
    if language == "vi":
        return one.label
    try:
        return catalogue().item(one.table, one.item).en
    except KeyError:
        return one.label


def subject(one: Series, language: str) -> str:
    """What a figure is about, standing alone: the table for its total, else the item."""
    known = catalogue().tables.get(one.table)
    if one.item == TOTAL and known is not None:
        return known.vi if language == "vi" else known.en
    return item_name(one, language)


def person(name: str, language: str) -> str:
    """Who did a step: a person's own name, or the first start in the visitor's language."""
    return say(f"dashboard.people.{_NOBODY[name]}", language) if name in _NOBODY else name
