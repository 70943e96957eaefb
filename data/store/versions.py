"""Which versions of each figure follow from what the accepted releases say, in the order in which they were published.

Pure arithmetic on columns; the store reads and writes around it. A figure's state after a release is what the newest
release so far says about it. A release that repeats the state adds no version: same value (to a billionth, since
spreadsheets carry noise in the last bits) and same status, or no status given.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from data.store.codes import OPEN
from data.store.content import Columns

SAME_VALUE = 1e-9
"""Relative difference up to which two values are one."""


@dataclass(frozen=True, slots=True)
class Statement:
    """What one release says about some figures; `rank` is its place in the order of publication."""

    rank: int
    release_id: int
    released: int
    columns: Columns


@dataclass(frozen=True, slots=True)
class Versions:
    """Rows of the table `figure`, as columns of equal length sorted by series, period and rank."""

    columns: Columns
    rank: NDArray[np.int64]
    release_id: NDArray[np.int64]
    released: NDArray[np.int64]
    superseded: NDArray[np.int64]

    def __len__(self) -> int:
        return len(self.columns)

    def take(self, where: NDArray[Any]) -> Versions:
        return Versions(
            self.columns.take(where),
            self.rank[where],
            self.release_id[where],
            self.released[where],
            self.superseded[where],
        )


def is_repeated(value: NDArray[np.float64], status: NDArray[np.int8], state: Columns) -> NDArray[np.bool_]:
    """Whether a statement adds nothing to the state it meets."""
    near = np.abs(value - state.value) <= SAME_VALUE * np.maximum(np.abs(value), np.abs(state.value))
    repeated: NDArray[np.bool_] = near & ((status == 0) | (status == state.status))
    return repeated


def positions(of: Columns, among: Columns) -> tuple[NDArray[np.int64], NDArray[np.bool_]]:
    """Row of each key of `of` in the sorted `among`, and whether it is there at all."""
    wanted, present = _joined(of, among)
    at = np.searchsorted(present, wanted)
    at[at == len(present)] = 0
    found = present[at] == wanted if len(present) else np.zeros(len(wanted), bool)
    return at, found


def is_sorted(versions: Versions) -> bool:
    """Whether rows come by series and period, each figure once; then sorting them again would be idle."""
    c = versions.columns
    later = (np.diff(c.series) > 0) | ((np.diff(c.series) == 0) & (np.diff(c.period) > 0))
    return bool(later.all())


def fold(before: Versions, statements: Sequence[Statement]) -> Versions:
    """The versions from the earliest statement on, preceded by the version that each figure had before (`before`).

    Returns all rows with their `superseded` set; rows of `before` come out with theirs corrected.
    """
    parts = [before, *(_as_versions(s) for s in sorted(statements, key=lambda s: s.rank))]
    rows = _sorted(parts)
    if not len(rows):
        return rows
    kept = rows.take(_adds_something(rows))
    follows = _same_figure(kept.columns)
    superseded = np.full(len(kept), OPEN, np.int64)
    superseded[:-1][follows] = until(kept, kept.released[1:])[follows]
    return Versions(kept.columns, kept.rank, kept.release_id, kept.released, superseded)


def until(versions: Versions, released: NDArray[np.int64] | int) -> NDArray[np.int64]:
    """`superseded` of versions that others replace on these days; one replaced on its own day gets its own number."""
    n = len(released) if isinstance(released, np.ndarray) else len(versions)
    replaced_at_once = versions.released[:n] == released
    return np.where(replaced_at_once, -versions.release_id[:n], released)


def _joined(*columns: Columns) -> list[NDArray[np.int64]]:
    """One integer per key, comparable among all arguments."""
    periods = np.unique(np.concatenate([c.period for c in columns]))
    return [c.series * (len(periods) + 1) + np.searchsorted(periods, c.period) for c in columns]


def _as_versions(statement: Statement) -> Versions:
    n = len(statement.columns)
    full = (np.full(n, x, np.int64) for x in (statement.rank, statement.release_id, statement.released, OPEN))
    return Versions(statement.columns, *full)


def _sorted(parts: Sequence[Versions]) -> Versions:
    whole = Versions(
        Columns(*(np.concatenate([getattr(p.columns, name) for p in parts]) for name in Columns.__slots__)),
        *(np.concatenate([getattr(p, name) for p in parts]) for name in Versions.__slots__[1:]),
    )
    if len(parts) == 2 and not len(parts[0]):
        return whole  # one release alone is sorted already
    order = np.lexsort((whole.rank, whole.columns.period, whole.columns.series))
    return whole.take(order)


def _same_figure(columns: Columns) -> NDArray[np.bool_]:
    """Whether each row but the first is of the same figure as the row above."""
    same: NDArray[np.bool_] = (np.diff(columns.series) == 0) & (np.diff(columns.period) == 0)
    return same


def _adds_something(rows: Versions) -> NDArray[np.bool_]:
    """Whether each row differs from its figure's state.

    The n-th statements of all figures are judged together, so the loop runs as often as the most restated figure has
    statements, not once per figure.
    """
    columns = rows.columns
    starts = np.flatnonzero(np.concatenate(([True], ~_same_figure(columns))))
    counts = np.diff(np.concatenate((starts, [len(rows)])))
    adds = np.zeros(len(rows), bool)
    adds[starts] = True
    state = starts.copy()
    for step in range(1, int(counts.max())):
        open_figures = np.flatnonzero(counts > step)
        at, now = starts[open_figures] + step, state[open_figures]
        new = ~is_repeated(columns.value[at], columns.status[at], columns.take(now))
        adds[at[new]] = True
        state[open_figures[new]] = at[new]
    return adds
