"""Which item a row means: its label, read together with the labels that enclose it.

One label may mean different items under different headings (`Dầu thô` among the sectors and among the goods).
What nobody has named gets a provisional code made of its labels, so that it is kept and can be named later.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import combinations

from data.catalogue_entries import Group, Item, Split
from data.catalogue_errors import CatalogueError
from data.catalogue_labels import label_code, label_key, without_brackets

PROVISIONAL = "new:"
ANYWHERE = "*"
TOTAL = "total"
LONGEST_CODE = 200
LEAST_SIMILARITY = 0.62


@dataclass(frozen=True, slots=True)
class ItemMatch:
    """The code of a row's item. `is_known` is false for a provisional code, which waits for an answer."""

    code: str
    is_known: bool


@dataclass(frozen=True, slots=True)
class Guess:
    """An item that an unknown label may mean; `similarity` from 0 to 1 compares the spellings."""

    code: str
    name: str
    similarity: float


def path_key(parents: Iterable[str], label: str) -> str:
    """Labels from outermost to the row's own, as they are compared; the key of a learned answer."""
    return " > ".join(filter(None, (label_key(part) for part in (*parents, label))))


class ItemIndex:
    """The items of one table by their labels. Raises CatalogueError where two items claim one label."""

    def __init__(
        self,
        items: Mapping[str, Item],
        groups: Iterable[Group],
        splits: Mapping[str, Split],
        *,
        file: str,
        whole: Iterable[str] = (),
    ):
        """`whole` are labels such as `Chỉ số chung` which, under an item, mean that item itself."""
        self.items, self.splits = items, splits
        self._whole = frozenset(label_key(label) for label in whole)
        self._candidates: dict[str, dict[str, tuple[str, ...]]] = {}
        self._split_of: dict[str, str] = {}
        self._file = file
        self._groups = {group.code for group in groups}
        for item in items.values():
            for name in (item.vi, item.en, *item.aliases):
                self._candidates.setdefault(label_key(name), {})[item.code] = item.under or (ANYWHERE,)
        for group in groups:
            for name in group.aliases:
                self._candidates.setdefault(label_key(name), {})[group.code] = (ANYWHERE,)
        for split in splits.values():
            for name in (split.vi, split.en, *split.aliases):
                self._claim_split(label_key(name), split.code)
        self._check()

    def match(self, parents: tuple[str, ...], label: str, *, area_labels: frozenset[str] = frozenset()) -> ItemMatch:
        """The item of a row. `area_labels` are keys of the names of the row's area: they mean its total."""
        known: list[str] = []
        code = ""
        for part in (*parents, label):
            code = self._code(part, known, area_labels)
            if code:
                known.append(code)
        if code and code not in self._groups:
            return ItemMatch(code, is_known=True)
        return ItemMatch(provisional_code(parents, label), is_known=False)

    def guesses(self, label: str, *, limit: int = 3) -> list[Guess]:
        """Known items with a label like this one, best first."""
        wanted = label_key(label)
        best: dict[str, float] = {}
        matcher = SequenceMatcher(b=wanted, autojunk=False)
        for key, candidates in self._candidates.items():
            matcher.set_seq1(key)
            if matcher.real_quick_ratio() < LEAST_SIMILARITY or matcher.quick_ratio() < LEAST_SIMILARITY:
                continue
            similarity = matcher.ratio()
            for code in candidates:
                if code in self.items and similarity >= LEAST_SIMILARITY:
                    best[code] = max(best.get(code, 0.0), similarity)
        ranked = sorted(best.items(), key=lambda pair: (-pair[1], pair[0]))[:limit]
        return [Guess(code, self.items[code].vi, round(similarity, 3)) for code, similarity in ranked]

    def _code(self, label: str, enclosing: list[str], area_labels: frozenset[str]) -> str:
        key = label_key(label)
        if key in area_labels:
            return TOTAL
        if key in self._whole and (inside := next((c for c in reversed(enclosing) if c not in self._groups), "")):
            return inside
        for spelling in dict.fromkeys((key, label_key(without_brackets(label)))):
            found = self._item(spelling, enclosing) or self._split(spelling, enclosing)
            if found:
                return found
        return ""

    def _item(self, key: str, enclosing: list[str]) -> str:
        """The candidate whose `under` names the nearest enclosing label; those for anywhere come last."""
        best, nearest = "", -2
        for code, under in self._candidates.get(key, {}).items():
            places = [-1 if place == ANYWHERE else _last(enclosing, place) for place in under]
            depth = max((p for p in places if p is not None), default=-2)
            if depth > nearest:
                best, nearest = code, depth
        return best

    def _split(self, key: str, enclosing: list[str]) -> str:
        split = self._split_of.get(key, "")
        whole = next((code for code in reversed(enclosing) if code not in self._groups), "")
        return f"{whole.split('/')[0]}/{split}" if split and whole else ""

    def _claim_split(self, key: str, code: str) -> None:
        other = self._split_of.setdefault(key, code)
        if other != code:
            raise CatalogueError("alias_twice", file=self._file, key=f"splits.{code}", found=key, other=other)

    def _check(self) -> None:
        for key, candidates in self._candidates.items():
            if not key:
                raise CatalogueError("empty", file=self._file, key=f"items.{next(iter(candidates))}", expected="text")
            for (code, under), (other, elsewhere) in combinations(candidates.items(), 2):
                if set(under) & set(elsewhere):
                    raise CatalogueError("alias_twice", file=self._file, key=f"items.{code}", found=key, other=other)
        codes = self.items.keys() | self._groups | {ANYWHERE}
        for item in self.items.values():
            for named in (*item.under, *filter(None, [item.parent])):
                if named not in codes:
                    raise CatalogueError("unknown_parent", file=self._file, key=f"items.{item.code}", found=named)
            _refuse_circle(item, self.items, self._file)


def provisional_code(parents: Iterable[str], label: str) -> str:
    """A code made of the labels; a long one is cut and told apart by a digest."""
    path = "/".join(filter(None, (label_code(part) for part in (*parents, label)))) or "?"
    if len(path) <= LONGEST_CODE:
        return PROVISIONAL + path
    digest = hashlib.sha256(path.encode()).hexdigest()[:12]
    return f"{PROVISIONAL}{path[: LONGEST_CODE - 13]}~{digest}"


def _last(enclosing: list[str], code: str) -> int | None:
    for at in range(len(enclosing) - 1, -1, -1):
        if code in (enclosing[at], enclosing[at].split("/")[0]):
            return at
    return None


def _refuse_circle(item: Item, items: Mapping[str, Item], file: str) -> None:
    seen, at = {item.code}, item
    while at.parent in items:
        at = items[at.parent]
        if at.code in seen:
            raise CatalogueError("circle", file=file, key=f"items.{item.code}", found=item.parent)
        seen.add(at.code)
