"""Finds entries by words: all must occur; beginnings of words count more, short names come first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache

from dashboard.explorer.selection import LONGEST_SEARCH, Selection
from dashboard.plain import plain
from dashboard.search.entries import Entry, Kind, entries
from data.store import Store
from data.wording import LANGUAGES, say

MOST, MOST_OF_A_KIND = 24, 6
SERIES_AT_MOST = 30
GROWTH = "yoy"


def find(store: Store, text: str, language: str) -> list[Entry]:
    """The best results, kind by kind; nothing for no words."""
    words, wants_growth = _asked(text)
    known = entries(store, store.version(), language)
    found = _matching(known, words) if words else []
    if wants_growth:
        quoted = [one for one in _matching(known, [*words, _growth_words()[0]]) if one.kind == Kind.PUBLISHED]
        found = quoted + [_as_growth(one) for one in found]
    kept: dict[Kind, list[Entry]] = {}
    for one in dict.fromkeys(found):
        if len(kept.setdefault(one.kind, [])) < MOST_OF_A_KIND:
            kept[one.kind].append(one)
    return [one for kind in Kind for one in kept.get(kind, [])][:MOST]


def found_series(store: Store, text: str, language: str, *, limit: int = SERIES_AT_MOST) -> list[Entry]:
    """Series only, with the address of their growth where the words ask for growth."""
    words, wants_growth = _asked(text)
    known = (one for one in entries(store, store.version(), language) if one.kind == Kind.SERIES)
    found = _matching(known, words)[:limit] if words else []
    return [_as_growth(one) for one in found] if wants_growth else found


def _asked(text: str) -> tuple[list[str], bool]:
    """The words to look for, and whether growth was among them, which is a way of showing and no name."""
    asked = plain(text[:LONGEST_SEARCH]).replace(",", " ").replace(":", " ")
    rest = asked
    for phrase in _growth_words():
        rest = f" {' '.join(rest.split())} ".replace(f" {phrase} ", " ")
    words = rest.split()
    return (words, True) if words and rest.split() != asked.split() else (asked.split(), False)


@lru_cache(maxsize=1)
def _growth_words() -> tuple[str, ...]:
    """Words for growth in both languages, longer ones first."""
    phrases = [plain(one.strip()) for language in LANGUAGES for one in say("search.growth_words", language).split(";")]
    return tuple(sorted(phrases, key=len, reverse=True))


def _matching(known: Iterable[Entry], words: list[str]) -> list[Entry]:
    """Entries with all the words, whole words before beginnings of longer ones. Where some have them all as beginnings,
    words inside other words are no matches.
    """
    found = []
    for one in known:
        if all(word in one.words for word in words):
            beginnings = sum(f" {word}" in one.words for word in words)
            whole = sum(f" {word} " in f"{one.words} " for word in words)
            in_name = sum(word in plain(one.name) for word in words)
            found.append(((-whole, -beginnings, -in_name, one.rank, len(one.name), -one.last_month), one))
    if any(-key[1] == len(words) for key, _ in found):
        found = [pair for pair in found if -pair[0][1] == len(words)]
    return [one for _, one in sorted(found, key=lambda pair: pair[0])]


def _as_growth(one: Entry) -> Entry:
    """A series with levels shown as its growth on the same month of last year."""
    if one.kind != Kind.SERIES or one.rank >= 4:
        return one
    return replace(one, address=Selection(series=(one.series_id,), transformation=GROWTH).address())
