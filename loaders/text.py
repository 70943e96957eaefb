"""Text as it is compared: without diacritics, case, marks and doubled blanks."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_BLANKS = re.compile(r"\s+")
_FOOTNOTE = re.compile(r"\s*\(\s*(?:\*+|\d)\s*\)|\*+")
_NUMBERING = re.compile(
    r"^\s*(?:[-–+•*]\s*|(?:\d{1,2}(?:\.\d{1,2})*|[IVX]{1,5}|[ivx]{1,5}|[A-Da-d])\s*[.)/]\s*|[A-D]\s*-\s*)+(?=\S)"
)
_WITHIN = re.compile(r"^\s*(?:trong đó|trong ðó|chia ra|trđ|tđ|of which|in which)\s*:?\s*", re.IGNORECASE)


@lru_cache(maxsize=32768)
def fold(text: str) -> str:
    """Lower case without diacritics, single blanks: `Tháng  02` -> `thang 02`."""
    text = text.replace("Đ", "D").replace("đ", "d").replace("Ð", "D")
    plain = "".join(c for c in unicodedata.normalize("NFD", text.casefold()) if not unicodedata.combining(c))
    return _BLANKS.sub(" ", plain).strip()


@lru_cache(maxsize=65536)
def tidy(text: str) -> str:
    """Single blanks, none at the ends."""
    return _BLANKS.sub(" ", text).strip()


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
