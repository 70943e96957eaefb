"""Storing and asking, against the plainest SQLite statement that does the same; each ratio taken within one run."""

from __future__ import annotations

import os
import random
import sqlite3
import statistics
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np

from data.period import Period
from data.store import SeriesKey, StatedFigure, Store, UploadedFile, open_store
from data.store.codes import LENGTH, OPEN
from data.store.content import Columns

MONTHS = 240
FIRST_MONTH = Period.month(2005, 1).last
STORED = 100_000
CHART_SERIES = 6
TABLE_SERIES = 200
ROUNDS, DRAWS = 7, 200
SIZES = tuple(int(size) for size in os.environ.get("BENCH_FIGURES", "1000000,10000000").split(","))
_COLUMNS = "series_id, period, release_id, released, superseded, value, status"


def measurements() -> list[dict[str, Any]]:
    """All measurements of storing and asking as `{name, ours, peer_or_limit, ratio, unit, n}`."""
    with tempfile.TemporaryDirectory() as folder:
        found = _storing(Path(folder))
        for size in SIZES:
            with _filled(Path(folder) / f"{size}.sqlite", size) as store:
                found += _asking(store, size)
        return found + _flatness(found)


def _storing(folder: Path) -> list[dict[str, Any]]:
    """Releases of 100,000 figures each: new ones, and the same content again under other bytes."""
    ours, again, peer = [], [], []
    added, size = 0, 0.0
    for turn in range(ROUNDS):
        path = folder / f"storing-{turn}.sqlite"
        with open_store(f"sqlite:///{path}") as store:
            _register_series(store, STORED // MONTHS + 1)
            columns = _columns(STORED, seed=turn)
            ours.append(_seconds(lambda s=store, c=columns: _load(s, 0, c)))
            before = store.database.rows("SELECT count(*) FROM figure")[0][0]
            again.append(_seconds(lambda s=store, c=columns: _load(s, 1, c)))
            added += store.database.rows("SELECT count(*) FROM figure")[0][0] - before
            rows = store.database.rows(f"SELECT {_COLUMNS} FROM figure")
            size = _bytes_per_figure(store, len(rows))
            peer.append(_raw_insert(folder / f"raw-{turn}.sqlite", rows, columns.pack()))
        path.unlink()
    return [
        _paired("store 100,000 new figures", ours, peer, STORED),
        _paired("store the same 100,000 figures again", again, peer, STORED),
        _measured("versions added by the same figures", added, 0, "rows"),
        _measured("bytes per figure besides lineage", round(size, 1), 40, "B"),
    ]


def _load(store: Store, number: int, columns: Columns) -> None:
    """Stage and accept, from columns in memory to committed."""
    release = store.stage_columns(_file(number), columns, released=date(2025, 1 + number, 6), by="bench")
    store.accept(release, by="bench")


def _asking(store: Store, size: int) -> list[dict[str, Any]]:
    """A chart of six series, now and as of a date; a table of one month."""
    chance, series = random.Random(1), size // MONTHS // 2
    start, end = Period(FIRST_MONTH, FIRST_MONTH), Period(FIRST_MONTH + MONTHS - 1, FIRST_MONTH + MONTHS - 1)
    half = date.fromordinal(_DAY + 1)
    found = []
    with closing(_plain_copy(store)) as plain:
        ids = [[chance.randrange(series) + 1 for _ in range(CHART_SERIES)] for _ in range(DRAWS)]
        marks = ",".join("?" * CHART_SERIES)
        question = f"SELECT {_COLUMNS} FROM plain WHERE series_id IN ({marks}) AND period BETWEEN ? AND ?"
        span = (LENGTH + start.last, LENGTH + end.last)
        questions: dict[str, tuple[Callable[[list[int]], Any], Callable[[list[int]], Any]]] = {
            "chart now": (
                lambda some: store.rows(some, start=start, end=end, months=1),
                lambda some: plain.execute(question, (*some, *span)).fetchall(),
            ),
            "chart as of a date": (
                lambda some: store.rows(some, start=start, end=end, months=1, as_of=half),
                lambda some: plain.execute(question, (*some, *span)).fetchall(),
            ),
        }
        for name, (ask, ask_plainly) in questions.items():
            found.append(_compared(f"{name}, {size:,} figures", ask, ask_plainly, ids))
        found += [_month_question(store, plain, size, as_of) for as_of in (None, half)]
    return found


def _month_question(store: Store, plain: sqlite3.Connection, size: int, as_of: date | None) -> dict[str, Any]:
    """All rows of one table for one month; the peer joins plain series and plain current figures by their keys."""
    chance = random.Random(2)
    months = [[FIRST_MONTH + chance.randrange(MONTHS)] for _ in range(DRAWS)]
    columns = ", ".join(f"plain.{name}" for name in _COLUMNS.split(", "))
    question = (
        f"SELECT {columns} FROM plain_series CROSS JOIN plain ON plain.series_id = plain_series.id AND plain.period = ?"
        " WHERE plain_series.table_code = ?"
    )

    def ask(month: list[int]) -> Any:
        return store.month_rows("t0", Period(month[0], month[0]), as_of=as_of)

    def ask_plainly(month: list[int]) -> Any:
        return plain.execute(question, (LENGTH + month[0], "t0")).fetchall()

    name = "table of one month as of a date" if as_of else "table of one month"
    return _compared(f"{name}, {size:,} figures", ask, ask_plainly, months)


_DAY = date(2025, 1, 6).toordinal()


def _filled(path: Path, size: int) -> Store:
    """A database with `size` versions: each figure of the first release is revised by the second."""
    store = open_store(f"sqlite:///{path}")
    figures = size // 2
    _register_series(store, figures // MONTHS)
    for number, released in enumerate((_DAY, _DAY + 30)):
        file = UploadedFile(f"{number}", f"{number}", 0)
        columns = _columns(figures // MONTHS * MONTHS, seed=number)
        release = store.stage_columns(file, columns, released=date.fromordinal(released), by="bench")
        store.accept(release, by="bench")
    store.tidy(after=1)  # as the server does at its start when many releases came
    return store


def _plain_copy(store: Store) -> sqlite3.Connection:
    """The current versions alone, clustered by series and period."""
    connection = sqlite3.connect(str(store.database.file))
    connection.execute(
        "CREATE TABLE plain (series_id INTEGER, period INTEGER, release_id INTEGER, released INTEGER,"
        " superseded INTEGER, value REAL, status INTEGER, PRIMARY KEY (series_id, period)) WITHOUT ROWID"
    )
    connection.execute(f"INSERT INTO plain SELECT {_COLUMNS} FROM figure WHERE superseded = {OPEN}")
    connection.execute(
        "CREATE TABLE plain_series (table_code TEXT, id INTEGER, PRIMARY KEY (table_code, id)) WITHOUT ROWID"
    )
    connection.execute("INSERT INTO plain_series SELECT table_code, id FROM series")
    connection.commit()
    connection.execute("PRAGMA mmap_size=2147418112")
    connection.execute("PRAGMA cache_size=-65536")
    return connection


def _register_series(store: Store, number: int) -> None:
    """Add series by staging and dropping one figure of each; their numbers run from 1."""
    said = [
        StatedFigure(SeriesKey(f"t{n // TABLE_SERIES}", f"{n:06d}"), Period.month(2000, 1), 0.0) for n in range(number)
    ]
    store.drop(store.stage(_file(9), said, released=date(2000, 1, 1), by="bench"), by="bench")


def _columns(number: int, seed: int) -> Columns:
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
        connection.executemany(f"INSERT INTO figure ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?)", rows)
        connection.execute("INSERT INTO release_content VALUES (1, ?, ?)", (packed, packed[:1]))
        connection.execute("COMMIT")

    seconds = _seconds(insert)
    connection.close()
    path.unlink()
    return seconds


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


def _compared(
    name: str, ask: Callable[[list[int]], Any], peer: Callable[[list[int]], Any], draws: list[list[int]]
) -> dict[str, Any]:
    ours, theirs = [], []
    for draw in draws:  # both databases in memory, as on a machine that serves them
        ask(draw)
        peer(draw)
    both = [(ask, ours), (peer, theirs)]
    for draw in draws:  # turn about, so that a slow moment of the machine meets both, and so does a warm cache
        for question, seconds in both:
            seconds.append(_seconds(lambda d=draw, q=question: q(d)))
        both.reverse()
    return _paired(name, ours, theirs, len(draws))


def _seconds(action: Callable[[], Any]) -> float:
    start = time.perf_counter()
    action()
    return time.perf_counter() - start


def _paired(name: str, ours: list[float], peer: list[float], number: int) -> dict[str, Any]:
    ratio = statistics.median(a / b for a, b in zip(ours, peer, strict=True))
    return {
        "name": name, "ours": statistics.median(ours), "peer_or_limit": statistics.median(peer),
        "ratio": round(ratio, 3), "unit": "s", "n": number,
    }  # fmt: skip


def _measured(name: str, ours: float, limit: float, unit: str) -> dict[str, Any]:
    ratio = ours / limit if limit else float(ours)
    return {"name": name, "ours": ours, "peer_or_limit": limit, "ratio": round(ratio, 3), "unit": unit, "n": 1}


def _flatness(found: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The same question at the largest size against the smallest."""
    small, large = f"{SIZES[0]:,} figures", f"{SIZES[-1]:,} figures"
    by_name = {one["name"]: one for one in found}
    return [
        {
            "name": f"{name.removesuffix(', ' + small)}, {large} against {small}",
            "ours": by_name[name.replace(small, large)]["ours"],
            "peer_or_limit": one["ours"],
            "ratio": round(by_name[name.replace(small, large)]["ours"] / one["ours"], 3),
            "unit": "s",
            "n": DRAWS,
        }
        for name, one in by_name.items()
        if name.endswith(small) and large != small
    ]


if __name__ == "__main__":
    for one in measurements():
        print(f"{one['name']:70} {one['ours']:12.6g} {one['peer_or_limit']:12.6g} {one['ratio']:8} {one['unit']}")
