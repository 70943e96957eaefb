"""Storing releases, against the plainest SQLite statement that does the same; each ratio taken within one run."""

from __future__ import annotations

import sqlite3
import tempfile
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np

from data.period import Period
from data.store import SeriesKey, StatedFigure, Store, UploadedFile, open_store
from data.store.codes import LENGTH
from data.store.content import Columns
from tests.bench.pairs import measured, paired, seconds

MONTHS = 240
FIRST_MONTH = Period.month(2005, 1).last
STORED = 100_000
TABLE_SERIES = 200
ROUNDS = 7
COLUMNS = "series_id, period, release_id, released, superseded, value, status"


def measurements() -> list[dict[str, Any]]:
    """All measurements of storing as `{name, ours, peer_or_limit, ratio, unit, n}`."""
    with tempfile.TemporaryDirectory() as folder:
        return _storing(Path(folder))


def _storing(folder: Path) -> list[dict[str, Any]]:
    """Releases of 100,000 figures each: new ones, and the same content again under other bytes."""
    ours, again, peer = [], [], []
    added, size = 0, 0.0
    for turn in range(ROUNDS):
        path = folder / f"storing-{turn}.sqlite"
        with open_store(f"sqlite:///{path}") as store:
            register_series(store, STORED // MONTHS + 1)
            columns = random_columns(STORED, seed=turn)
            ours.append(seconds(lambda s=store, c=columns: _load(s, 0, c)))
            before = store.database.rows("SELECT count(*) FROM figure")[0][0]
            again.append(seconds(lambda s=store, c=columns: _load(s, 1, c)))
            added += store.database.rows("SELECT count(*) FROM figure")[0][0] - before
            rows = store.database.rows(f"SELECT {COLUMNS} FROM figure")
            size = _bytes_per_figure(store, len(rows))
            peer.append(_raw_insert(folder / f"raw-{turn}.sqlite", rows, columns.pack()))
        path.unlink()
    return [
        paired("store 100,000 new figures", ours, peer, STORED),
        paired("store the same 100,000 figures again", again, peer, STORED),
        measured("versions added by the same figures", added, 0, "rows"),
        measured("bytes per figure besides lineage", round(size, 1), 40, "B"),
    ]


def _load(store: Store, number: int, columns: Columns) -> None:
    """Stage and accept, from columns in memory to committed."""
    release = store.stage_columns(_file(number), columns, released=date(2025, 1 + number, 6), by="bench")
    store.accept(release, by="bench")


def register_series(store: Store, number: int) -> None:
    """Add series by staging and dropping one figure of each; their numbers run from 1."""
    said = [
        StatedFigure(SeriesKey(f"t{n // TABLE_SERIES}", f"{n:06d}"), Period.month(2000, 1), 0.0) for n in range(number)
    ]
    store.drop(store.stage(_file(9), said, released=date(2000, 1, 1), by="bench"), by="bench")


def random_columns(number: int, seed: int) -> Columns:
    random_values = np.random.default_rng(seed).uniform(1, 1e6, number)
    series, month = np.divmod(np.arange(number), MONTHS)
    return Columns.of(series + 1, LENGTH + FIRST_MONTH + month, random_values, np.full(number, 1))


def _file(number: int) -> UploadedFile:
    return UploadedFile(f"bench {number}", f"{number}", 0)


def _raw_insert(path: Path, rows: list[tuple[Any, ...]], packed: bytes) -> float:
    """The same rows and the same packed release, both ready, in one transaction."""
    with open_store(f"sqlite:///{path}"):
        pass
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA synchronous=NORMAL")

    def insert() -> None:
        connection.execute("BEGIN IMMEDIATE")
        connection.executemany(f"INSERT INTO figure ({COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?)", rows)
        connection.execute("INSERT INTO release_content VALUES (1, ?, ?)", (packed, packed[:1]))
        connection.execute("COMMIT")

    taken = seconds(insert)
    connection.close()
    path.unlink()
    return taken


def _bytes_per_figure(store: Store, figures: int) -> float:
    """Space of the table as pages in use, found by dropping everything else in a copy."""
    with closing(sqlite3.connect(str(store.database.file))) as source, closing(sqlite3.connect(":memory:")) as copy:
        source.backup(copy)
        full = _pages(copy)
        copy.execute("DROP TABLE figure")
        copy.commit()
        return (full - _pages(copy)) / figures


def _pages(connection: sqlite3.Connection) -> int:
    used: int = connection.execute("PRAGMA page_count").fetchone()[0]
    free: int = connection.execute("PRAGMA freelist_count").fetchone()[0]
    size: int = connection.execute("PRAGMA page_size").fetchone()[0]
    return (used - free) * size
