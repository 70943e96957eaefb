"""Identifiers of components, named by page and role, so that no two pages collide."""

from __future__ import annotations

from collections.abc import Callable


def ids(page: str) -> Callable[[str], str]:
    """A maker of identifiers for one page.

    >>> ids("overview")("chart")
    'overview-chart'
    """
    return lambda role: f"{page}-{role}"


def part(page: str, role: str, name: str) -> dict[str, str]:
    """The identifier of one of several like parts, for pattern-matching callbacks."""
    return {"page": page, "role": role, "name": name}
