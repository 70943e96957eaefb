"""Words as people type them: without diacritics, in either language's letters."""

from __future__ import annotations

import unicodedata


def composed(text: str) -> str:
    """Lower case with diacritics, each letter in one piece."""
    return unicodedata.normalize("NFC", text.casefold())


def plain(text: str) -> str:
    """Lower case without diacritics.

    >>> plain("Đồng Tháp")
    'dong thap'
    """
    text = text.casefold().replace("đ", "d")
    return "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))
