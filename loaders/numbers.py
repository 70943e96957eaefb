"""Numbers as people type them: decimal commas, thousands marks, blanks, and the signs for nothing."""

from __future__ import annotations

import re
from functools import lru_cache

NIL = ("-", "–", "—", "_", "- -", "--")
NOT_AVAILABLE = ("...", "…", "..", "....", "x", "na", "n/a", "#n/a")
_DIGIT = re.compile(r"\d")
_LONGEST = 40
_PLAIN = re.compile(r"[-+−]?\d+(?:[.,]\d+)?")
_GROUPED = re.compile(r"[-+−]?\d{1,3}([.,])\d{3}(?:\1\d{3})*(?:(?!\1)[.,]\d+)?")


@lru_cache(maxsize=8192)
def is_missing_sign(text: str) -> bool:
    """Whether the text stands for nil or not available; never zero."""
    bare = text.strip().casefold()
    return bare in NIL or bare in NOT_AVAILABLE or (set(bare) <= {"-", ".", "…"} and bool(bare))


@lru_cache(maxsize=8192)
def decimal_mark(text: str) -> str:
    """The mark that this number shows to be the decimal one, or empty: `9,2` and `1.234,5` show the comma."""
    bare = "".join(text.split()).rstrip("%")
    marks = [c for c in bare if c in ",."]
    if len(set(marks)) == 2:
        return marks[-1] if marks.count(marks[-1]) == 1 else ""
    if len(marks) > 1:
        return "," if marks[0] == "." else "."
    is_sure = len(marks) == 1 and _PLAIN.fullmatch(bare) and len(bare.rpartition(marks[0])[2]) != 3
    return marks[0] if is_sure else ""


@lru_cache(maxsize=16384)
def read_number(text: str, *, thousands_likely: bool = False, decimal: str = "") -> float | None:
    """The number that the text is, or None.

    `1.234,5` and `1,234.5` carry both marks; a single mark before three digits is the decimal one if others of the
    table show it (`decimal`); where none does, unless the column holds large amounts (`thousands_likely`).

    >>> read_number("9,2"), read_number("1 040.8"), read_number("1.234,5"), read_number("115..5")
    (9.2, 1040.8, 1234.5, None)
    """
    if not _DIGIT.search(text) or len(text) > _LONGEST:
        return None
    bare = "".join(text.split()).rstrip("%").replace("−", "-")
    if _PLAIN.fullmatch(bare):
        mark = "," if "," in bare else "."
        tail = bare.rpartition(mark)[2] if mark in bare else ""
        if len(tail) == 3 and (mark != decimal if decimal else thousands_likely):
            return float(bare.replace(mark, ""))
        return float(bare.replace(",", "."))
    if match := _GROUPED.fullmatch(bare):
        group = match[1]
        decimal = "," if group == "." else "."
        return float(bare.replace(group, "").replace(decimal, "."))
    return None
