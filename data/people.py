"""Who did a step, in the reader's language."""

from __future__ import annotations

from data.wording import DEFAULT_LANGUAGE, say

LOADED_BY, ACCEPTED_BY = "sample", "first start"
"""How the first start signs, which no person does."""

_NOBODY = {LOADED_BY: "sample", ACCEPTED_BY: "first_start"}


def person(name: str, language: str = DEFAULT_LANGUAGE) -> str:
    """A person's own name, or the first start in words."""
    return say(f"dashboard.people.{_NOBODY[name]}", language) if name in _NOBODY else name
