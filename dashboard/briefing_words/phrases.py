"""Pieces of sentences: lists, quoted names, names of parts in a sentence."""

from __future__ import annotations

from collections.abc import Sequence

from dashboard import formats
from data.wording import say


def listed(pieces: Sequence[str], language: str) -> str:
    """`a, b và c`."""
    if len(pieces) < 2:
        return "".join(pieces)
    return f"{', '.join(pieces[:-1])} {say('briefing.and', language)} {pieces[-1]}"


def quoted(names: Sequence[str], language: str) -> str:
    return listed([f"“{inside_quotes(name)}”" for name in names], language)


def inside_quotes(name: str) -> str:
    """A name to stand in quotation marks: its own become single ones."""
    whole = name.strip()
    if whole.startswith("“") and whole.endswith("”") and whole.count("“") == 1:
        whole = whole[1:-1]
    return whole.replace("“", "‘").replace("”", "’").replace('"', "’")


def small(name: str) -> str:
    """A part's name inside a sentence: its first piece without bracket, in lower case unless it is an abbreviation."""
    name = name.split(" (", maxsplit=1)[0].split(";", maxsplit=1)[0].strip()
    if name.isupper() and len(name) > 4:
        return name.lower()
    return formats.within_sentence(name)


def capital(sentence: str) -> str:
    return sentence[:1].upper() + sentence[1:]
