"""Names of items in the visitor's language."""

from __future__ import annotations

from data.catalogue import catalogue
from data.store import Series


def item_name(one: Series, language: str) -> str:
    """The catalogue's English name of a series' item; in Vietnamese, and for what the catalogue lacks, as published."""
    if language == "vi":
        return one.label
    try:
        return catalogue().item(one.table, one.item).en
    except KeyError:
        return one.label
