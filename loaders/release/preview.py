"""What would change if a staged release were accepted, in pages that a grid can show."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from data.store import Change, Store
from loaders.release.staging import StagedRelease, staged


@dataclass(frozen=True)
class Preview:
    """All changes of a staged release: `new`, `revised`, `unchanged` and `missing` against the release before."""

    release: StagedRelease
    changes: tuple[Change, ...]
    compared_with: int | None

    @cached_property
    def counts(self) -> dict[str, int]:
        return {"new": 0, "revised": 0, "unchanged": 0, "missing": 0, **Counter(one.kind for one in self.changes)}

    @property
    def nothing_changed(self) -> bool:
        return not any(one.kind in ("new", "revised") for one in self.changes)

    @property
    def tables(self) -> list[str]:
        return sorted({one.series.table for one in self.changes})

    def select(
        self,
        kinds: Iterable[str] | None = None,
        *,
        table: str | None = None,
        text: str = "",
        largest_first: bool = False,
    ) -> list[Change]:
        """Changes of those kinds and that table whose label or cell holds `text`, biggest revision first if asked."""
        wanted, needle = set(kinds) if kinds is not None else None, text.casefold()
        found = [
            one
            for one in self.changes
            if (wanted is None or one.kind in wanted)
            and (table is None or one.series.table == table)
            and (not needle or needle in _searchable(one))
        ]
        return sorted(found, key=lambda one: -abs(one.percent or 0)) if largest_first else found

    def page(
        self,
        number: int,
        size: int = 100,
        kinds: Iterable[str] | None = None,
        *,
        table: str | None = None,
        text: str = "",
    ) -> list[Change]:
        """One page of `select`, counted from 0."""
        return self.select(kinds, table=table, text=text)[number * size : (number + 1) * size]


def preview(store: Store, staged_id: int) -> Preview:
    """Compare a release with the version of each figure in force just before it. Raises UnknownRelease."""
    changes = (*store.changes(staged_id), *store.missing(staged_id))
    return Preview(staged(store, staged_id), changes, store.release_before(staged_id))


def _searchable(one: Change) -> str:
    words = (*one.series.parents, one.series.label, one.series.item, one.series.area, str(one.period), one.cell)
    return " ".join(words).casefold()
