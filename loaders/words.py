"""The words of headings and labels, from `catalogue/headings.yaml`, as patterns on folded text."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any

from data.catalogue_words import read_words

_CATALOGUE = Path(__file__).resolve().parent.parent / "data" / "catalogue" / "headings.yaml"
YEAR = r"((?:19|20)\d{2})"


@cache
def words() -> dict[str, Any]:
    raw: dict[str, Any] = read_words(_CATALOGUE)
    return raw


@cache
def patterns(*path: str) -> re.Pattern[str]:
    found: Any = words()
    for name in path:
        found = found[name]
    return re.compile("|".join(f"(?:{p})" for p in found))


@cache
def number_words() -> str:
    names = sorted(words()["numbers"], key=len, reverse=True)
    return "|".join(names)


@cache
def month_names() -> str:
    return "|".join(sorted(words()["english_months"], key=len, reverse=True))


def number_named(text: str) -> int:
    return int(text) if text.isdigit() else int(words()["numbers"][text])


def names_volume(folded: str) -> bool:
    """Whether folded words speak of quantities: the last of `Lượng` and `Trị giá` counts."""
    volumes = [m.start() for m in patterns("volume").finditer(folded)]
    values = [m.start() for m in patterns("value").finditer(folded)]
    return bool(volumes) and (not values or volumes[-1] > values[-1])
