"""Names of provinces and of the whole country, as labels write them."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from pathlib import Path

from data.catalogue_words import read_words
from loaders.text import fold

_CATALOGUE = Path(__file__).resolve().parent.parent / "data" / "catalogue" / "areas.yaml"
_KIND = re.compile(r"^(?:(?:toan )?(?:thanh pho|tinh|tp\.?|t\.p\.?)\s*)+(?=[a-z])")
_BRACKETS = re.compile(r"\([^()]*\)")


@cache
def _names() -> dict[str, str]:
    raw = read_words(_CATALOGUE)
    names = {}
    for area in [raw["whole_country"], *raw["provinces"]]:
        for name in [area["name"], *area.get("aliases", [])]:
            names[_key(name)] = area["name"]
    return names


def _key(text: str) -> str:
    return re.sub(r"[^a-z]+", " ", _KIND.sub("", fold(_BRACKETS.sub(" ", text)))).strip()


@lru_cache(maxsize=16384)
def area_of(label: str) -> str:
    """The area's own name if the label is nothing but an area, else empty.

    >>> area_of("TP. Hồ Chí Minh"), area_of("Ngoài Nhà nước")
    ('Thành phố Hồ Chí Minh', '')
    """
    return _names().get(_key(label), "")


@lru_cache(maxsize=1024)
def area_named_in(text: str) -> str:
    """The first province that a running text such as a title names, or empty."""
    words = re.sub(r"[^a-z]+", " ", fold(text)).split()
    known = _names()
    for start in range(len(words)):
        for length in (6, 5, 4, 3, 2):
            found = known.get(_key(" ".join(words[start : start + length])))
            if found and start + length <= len(words):
                return found
    return ""
