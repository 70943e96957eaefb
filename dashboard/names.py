"""Names of items and tables in the visitor's language."""

from __future__ import annotations

from data.catalogue import catalogue
from data.store import Series

TOTAL = "total"


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
