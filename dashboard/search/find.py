"""Finds entries by words: all must occur; beginnings of words count more, short names come first.

Where nothing has all of them, words that only join others and times are left out; then what has most of them is near.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from dashboard.explorer.selection import LONGEST_SEARCH, Selection
from dashboard.plain import composed, plain
from dashboard.search.entries import Entry, Kind, entries
from data.store import Store
from data.wording import LANGUAGES, say

MOST, MOST_OF_A_KIND = 24, 6
SERIES_AT_MOST = 30
GROWTH = "yoy"
FEWEST_NEAR, SHARE_NEAR = 2, 0.6
"""Without so many of the words, and so large a share of them, an entry is not near."""
_TIME = re.compile(r"(?<!\S)(?:(?:thang|nam|quy|month|year|quarter) )?(?:[tq]?\d{1,2}/)?(?:19|20)\d\d(?!\S)"
                   r"|(?<!\S)(?:thang|quy|month|quarter) \S{1,3}(?!\S)")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Found:
    """The best entries, kind by kind. `has_all` says that they have all the words, else they are only near."""

    entries: list[Entry]
    has_all: bool = True


@dataclass(frozen=True, slots=True)
class _Asked:
    """`words` without diacritics; `written` are those of them that were typed with some."""

    words: list[str]
    written: list[str]
    wants_growth: bool


def find(store: Store, text: str, language: str) -> list[Entry]:
    """The best results, kind by kind; nothing for no words."""
    return found(store, text, language).entries


def found(store: Store, text: str, language: str) -> Found:
    """The best results and whether they have all that was asked for."""
    asked = _asked(text)
    known = entries(store, store.version(), language)
    some, has_all = _matching(known, asked)
    if asked.wants_growth:
        words = [*asked.words, _growth_words()[0]]
        quoted = [one for one in _beginning(known, asked, words) if one.kind == Kind.PUBLISHED]
        some = quoted + [_as_growth(one) for one in some]
    kept: dict[Kind, list[Entry]] = {}
    for one in dict.fromkeys(some):
        if len(kept.setdefault(one.kind, [])) < MOST_OF_A_KIND:
            kept[one.kind].append(one)
    return Found([one for kind in Kind for one in kept.get(kind, [])][:MOST], has_all)


def found_series(store: Store, text: str, language: str, *, limit: int = SERIES_AT_MOST) -> list[Entry]:
    """Series only, with the address of their growth where the words ask for growth."""
    asked = _asked(text)
    known = [one for one in entries(store, store.version(), language) if one.kind == Kind.SERIES]
    some = _matching(known, asked)[0][:limit]
    return [_as_growth(one) for one in some] if asked.wants_growth else some


def _asked(text: str) -> _Asked:
    """What to look for; growth is a way of showing and no name."""
    written = composed(text[:LONGEST_SEARCH]).replace(",", " ").replace(":", " ").replace("?", " ")
    asked = plain(written)
    rest = _without(asked, _growth_words())
    marked = [word for word in written.split() if plain(word) != word]
    words = rest.split()
    if words and words != asked.split():
        return _Asked(words, [word for word in marked if plain(word) in words], wants_growth=True)
    return _Asked(asked.split(), marked, wants_growth=False)


def _without(text: str, phrases: Iterable[str]) -> str:
    for phrase in phrases:
        text = f" {' '.join(text.split())} ".replace(f" {phrase} ", " ")
    return text


@lru_cache(maxsize=1)
def _growth_words() -> tuple[str, ...]:
    return _phrases("search.growth_words")


@lru_cache(maxsize=1)
def _joining_words() -> tuple[str, ...]:
    return _phrases("search.joining_words")


def _phrases(key: str) -> tuple[str, ...]:
    """Those of both languages, longer ones first."""
    phrases = [plain(one.strip()) for language in LANGUAGES for one in say(key, language).split(";")]
    return tuple(sorted(phrases, key=len, reverse=True))


def _matching(known: Sequence[Entry], asked: _Asked) -> tuple[list[Entry], bool]:
    """What has all the words, or all but joining ones and times; else what has most of them, which is only near."""
    joined = _without(" ".join(asked.words), _joining_words())
    shorter = _TIME.sub(" ", joined).split()
    if some := _beginning(known, asked, asked.words) + _beginning(known, asked, joined.split()):
        return some, True
    if some := _beginning(known, asked, shorter) or _having(known, asked.words):
        return some, True
    return _near(known, shorter), False


def _beginning(known: Sequence[Entry], asked: _Asked, words: Sequence[str]) -> list[Entry]:
    """Entries with all the words as beginnings; where some have the diacritics that were typed, only those."""
    found = [one for one in _having(known, words) if all(f" {word}" in one.words for word in words)]
    written = [word for word in asked.written if plain(word) in words]
    return [one for one in found if all(f" {word}" in one.words for word in written)] or found


def _having(known: Iterable[Entry], words: Sequence[str]) -> list[Entry]:
    """Entries with all the words, whole words before beginnings of longer ones, and these before others."""
    found = [one for one in known if words and all(word in one.words for word in words)]
    return sorted(found, key=lambda one: _order(one, words))


def _near(known: Iterable[Entry], words: Sequence[str]) -> list[Entry]:
    """Entries with most of the words, as long as these are many."""
    least = max(FEWEST_NEAR, SHARE_NEAR * len(words))
    counted = [(sum(f" {word} " in f"{one.words} " for word in words), one) for one in known]
    most = max((count for count, _ in counted), default=0)
    nearest = [one for count, one in counted if count == most >= least]
    return sorted(nearest, key=lambda one: _order(one, words))


def _order(one: Entry, words: Sequence[str]) -> tuple[int, ...]:
    """Whole words first, then beginnings, then words of the name; short names and late months before others."""
    whole = sum(f" {word} " in f"{one.words} " for word in words)
    beginnings = sum(f" {word}" in one.words for word in words)
    in_name = sum(word in plain(one.name) for word in words)
    return -whole, -beginnings, -in_name, one.rank, len(one.name), -one.last_month


def _as_growth(one: Entry) -> Entry:
    """A series with levels shown as its growth on the same month of last year."""
    if one.kind != Kind.SERIES or one.rank >= 4:
        return one
    return replace(one, address=Selection(series=(one.series_id,), transformation=GROWTH).address())
