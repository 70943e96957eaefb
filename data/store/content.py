"""What one workbook says, packed: figures as columns of numbers, and apart from them the cells they stood in.

The figures of a release (some 30 kB) are read whenever versions are worked out anew; the origins only for lineage.
"""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import orjson
from numpy.typing import NDArray

from data.observation import Origin
from data.store.codes import period_code, status_code
from data.store.model import SeriesKey, StatedFigure

_FAST = 1
"""zlib level: higher ones take several times as long for a tenth less."""


@dataclass(frozen=True, slots=True)
class Columns:
    """Figures of one release, sorted by series and period, each pair once."""

    series: NDArray[np.int64]
    period: NDArray[np.int64]
    value: NDArray[np.float64]
    status: NDArray[np.int8]

    def __len__(self) -> int:
        return len(self.series)

    def __iter__(self) -> Iterator[NDArray[Any]]:
        return iter((self.series, self.period, self.value, self.status))

    @classmethod
    def of(cls, series: Any, period: Any, value: Any, status: Any) -> Columns:
        """Sort arrays or lists; raises ValueError where a figure appears twice."""
        columns = cls(
            np.asarray(series, np.int64),
            np.asarray(period, np.int64),
            np.asarray(value, np.float64),
            np.asarray(status, np.int8),
        ).take(np.lexsort((np.asarray(period), np.asarray(series))))
        if np.any((np.diff(columns.series) == 0) & (np.diff(columns.period) == 0)):
            raise ValueError("a figure appears twice in one release")
        return columns

    def take(self, where: NDArray[Any]) -> Columns:
        return Columns(self.series[where], self.period[where], self.value[where], self.status[where])

    def pack(self) -> bytes:
        """Differences of the keys shrink to almost nothing; values stay exact."""
        series = np.diff(self.series, prepend=0).astype("<i4").tobytes()
        period = np.diff(self.period, prepend=0).astype("<i8").tobytes()
        head = len(self).to_bytes(8, "little")
        return zlib.compress(head + series + period + self.value.astype("<f8").tobytes() + self.status.tobytes(), _FAST)

    @classmethod
    def unpack(cls, packed: bytes) -> Columns:
        raw = zlib.decompress(packed)
        n = int.from_bytes(raw[:8], "little")
        at = 8
        series = np.cumsum(np.frombuffer(raw, "<i4", n, at), dtype=np.int64)
        period = np.cumsum(np.frombuffer(raw, "<i8", n, at + 4 * n), dtype=np.int64)
        value = np.frombuffer(raw, "<f8", n, at + 12 * n)
        return cls(series, period, value, np.frombuffer(raw, np.int8, n, at + 20 * n))


@dataclass(frozen=True, slots=True)
class Place:
    """Where one figure of a release stood."""

    origin: Origin
    item: str
    parents: tuple[str, ...]
    other_cells: tuple[str, ...]


class Origins:
    """The cells, headings and labels of a release, in the order of its `Columns`."""

    def __init__(self, packed: bytes) -> None:
        tree = orjson.loads(zlib.decompress(packed))
        self._cells: list[str] = tree["cells"]
        self._sheets, self._headings, self._labels, self._names = (
            tree["sheets"], tree["headings"], tree["labels"], tree["names"],
        )  # fmt: skip
        self._where: list[list[int]] = tree["where"]
        self._others: dict[str, list[str]] = tree["others"]

    def __len__(self) -> int:
        return len(self._cells)

    def name(self, row: int) -> tuple[str, tuple[str, ...]]:
        """Label and parents of one figure, as written."""
        item, *parents = self._names[self._where[3][row]]
        return item, tuple(parents)

    def cell(self, row: int) -> tuple[str, str]:
        """Sheet and cell of one figure; empty for one without origin."""
        return (self._sheets[self._where[0][row]], self._cells[row]) if row < len(self._cells) else ("", "")

    def written(self) -> Iterator[tuple[str, str, Sequence[str], Sequence[str]]]:
        """(sheet, cell, headings, labels) of all figures in order, for whoever wants all of them at once."""
        sheets, headings, labels, _ = self._where
        for cell, sheet, heading, label in zip(self._cells, sheets, headings, labels, strict=True):
            yield self._sheets[sheet], cell, self._headings[heading], self._labels[label]

    def __getitem__(self, row: int) -> Place:
        sheet, heading, label, name = (column[row] for column in self._where)
        item, *parents = self._names[name]
        origin = Origin(
            self._sheets[sheet], self._cells[row], tuple(self._headings[heading]), tuple(self._labels[label])
        )
        return Place(origin, item, tuple(parents), tuple(self._others.get(str(row), ())))

    @staticmethod
    def pack(figures: Iterable[StatedFigure]) -> bytes:
        sheets, headings, labels, names = (_Numbered() for _ in range(4))
        cells, where, others = [], [], {}
        for row, figure in enumerate(figures):
            origin = figure.origin
            cells.append(origin.cell)
            where.append(
                (
                    sheets.number(origin.sheet),
                    headings.number(origin.headings),
                    labels.number(origin.labels),
                    names.number((figure.item, *figure.parents)),
                )
            )
            if figure.other_cells:
                others[str(row)] = figure.other_cells
        tree = {
            "sheets": list(sheets), "headings": list(headings), "labels": list(labels), "names": list(names),
            "cells": cells, "where": list(map(list, zip(*where, strict=True))) or [[], [], [], []], "others": others,
        }  # fmt: skip
        return zlib.compress(orjson.dumps(tree), _FAST)


class _Numbered(dict[Any, int]):
    """Gives each distinct thing the next number."""

    def number(self, thing: Any) -> int:
        return self.setdefault(thing, len(self))


def columns_of(figures: Sequence[StatedFigure], ids: dict[SeriesKey, int]) -> tuple[Columns, list[StatedFigure]]:
    """The figures as sorted columns, and the figures in that order."""
    coded = [(ids[f.key], period_code(f.period), f.value, status_code(f.status), f) for f in figures]
    coded.sort(key=lambda row: row[:2])
    series, period, value, status, ordered = zip(*coded, strict=True) if coded else ((), (), (), (), ())
    return Columns.of(series, period, value, status), list(ordered)


def content_hash(figures: Iterable[StatedFigure]) -> str:
    """Equal for two workbooks that say the same figures, wherever they stand and whatever the bytes are."""
    digest = hashlib.sha256()
    for line in sorted(f"{'|'.join(f.key)}|{f.period}|{f.value!r}|{f.status}" for f in figures):
        digest.update(line.encode())
    return digest.hexdigest()
