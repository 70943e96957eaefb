"""Text as it is compared: without diacritics, case, marks and doubled blanks."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_FOOTNOTE = re.compile(r"\s*\(\s*(?:\*+|\d)\s*\)|\*+")
_NUMBERING = re.compile(
    r"^\s*(?:[-–+•*]\s*|(?:\d{1,2}(?:\.\d{1,2})*|[IVX]{1,5}|[ivx]{1,5}|[A-Da-d])\s*[.)/]\s*|[A-D]\s*-\s*)+(?=\S)"
)
_WITHIN = re.compile(r"^\s*(?:trong\s+[đð]ó|chia\s+ra|trđ|tđ|of\s+which|in\s+which)\s*:?\s*", re.IGNORECASE)


class _WithoutMarks(dict[int, int | None]):
    """Code of a character -> None for a combining mark, else itself; learned as characters come."""

    def __missing__(self, code: int) -> int | None:
        self[code] = None if unicodedata.combining(chr(code)) else code
        return self[code]


_WITHOUT_MARKS = _WithoutMarks()


@lru_cache(maxsize=32768)
def fold(text: str) -> str:
    """Lower case without diacritics, single blanks: `Tháng  02` -> `thang 02`."""
    if text.isascii():
        return " ".join(text.lower().split())
    text = text.replace("Đ", "D").replace("đ", "d").replace("Ð", "D")
    return " ".join(unicodedata.normalize("NFD", text.casefold()).translate(_WITHOUT_MARKS).split())


@lru_cache(maxsize=16384)
def has_letter(text: str) -> bool:
    return any(c.isalpha() for c in text)


@lru_cache(maxsize=65536)
def tidy(text: str) -> str:
    """Single blanks, none at the ends."""
    return " ".join(text.split())


@lru_cache(maxsize=16384)
def bare_label(text: str) -> str:
    """A row's label without numbering, `Trong đó:` and footnote marks: `1. Trong đó: Gạo(*)` -> `Gạo`."""
    text = tidy(_FOOTNOTE.sub("", text))
    for _ in range(2):
        text = _WITHIN.sub("", _NUMBERING.sub("", text))
    return text.strip(" :;,–-")


@lru_cache(maxsize=16384)
def is_within(text: str) -> bool:
    """Whether the label is nothing but `Trong đó:` or its like."""
    return bool(_WITHIN.match(text))
