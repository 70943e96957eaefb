"""Who did a step, in the reader's language."""

from __future__ import annotations

from unicodedata import normalize

from data.wording import DEFAULT_LANGUAGE, LANGUAGES, say

LOADED_BY, ACCEPTED_BY = "sample", "first start"
"""How the first start signs, which no person does."""

_NOBODY = {LOADED_BY: "sample", ACCEPTED_BY: "first_start"}


def person(name: str, language: str = DEFAULT_LANGUAGE) -> str:
    """A person's own name, or the first start in words."""
    return say(f"dashboard.people.{_NOBODY[name]}", language) if name in _NOBODY else name


def is_second_person(name: str, first: str) -> bool:
    """Whether `name` names somebody, and somebody else than `first`, however either was typed.

    >>> is_second_person("Hoa", "Lan"), is_second_person("  lan", "Lan"), is_second_person("", "Lan")
    (True, False, False)
    """
    nobody = {"", *(_plain(say("data_pages.upload.somebody", language)) for language in LANGUAGES)}
    return _plain(name) not in {*nobody, _plain(first)}


def _plain(name: str) -> str:
    return normalize("NFC", " ".join(name.split())).casefold()
