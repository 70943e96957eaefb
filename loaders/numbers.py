"""Numbers as people type them: decimal commas, thousands marks, blanks, and the signs for nothing."""

from __future__ import annotations

import re
from functools import lru_cache

NIL = ("-", "–", "—", "_", "- -", "--")
NOT_AVAILABLE = ("...", "…", "..", "....", "x", "na", "n/a", "#n/a")
_BLANKS = re.compile(r"[\s\u00a0\u2009\u202f]")
_DIGIT = re.compile(r"\d")
_LONGEST = 40
_PLAIN = re.compile(r"[-+−]?\d+(?:[.,]\d+)?")
_GROUPED = re.compile(r"[-+−]?\d{1,3}([.,])\d{3}(?:\1\d{3})*(?:(?!\1)[.,]\d+)?")


@lru_cache(maxsize=8192)
def is_missing_sign(text: str) -> bool:
    """Whether the text stands for nil or not available; never zero."""
    bare = text.strip().casefold()
    return bare in NIL or bare in NOT_AVAILABLE or (set(bare) <= {"-", ".", "…"} and bool(bare))


@lru_cache(maxsize=16384)
def read_number(text: str, *, thousands_likely: bool = False) -> float | None:
    """The number that the text is, or None.

    `1.234,5` and `1,234.5` carry both marks; a single mark is the decimal one unless three digits follow and
    the column holds large amounts (`thousands_likely`).

    >>> read_number("9,2"), read_number("1 040.8"), read_number("1.234,5"), read_number("115..5")
    (9.2, 1040.8, 1234.5, None)
    """
    if not _DIGIT.search(text) or len(text) > _LONGEST:
        return None
    bare = _BLANKS.sub("", text).rstrip("%").replace("−", "-")
    if _PLAIN.fullmatch(bare):
        mark = "," if "," in bare else "."
        tail = bare.rpartition(mark)[2] if mark in bare else ""
        if thousands_likely and len(tail) == 3:
            return float(bare.replace(mark, ""))
        return float(bare.replace(",", "."))
    if match := _GROUPED.fullmatch(bare):
        group = match[1]
        decimal = "," if group == "." else "."
        return float(bare.replace(group, "").replace(decimal, "."))
    return None
