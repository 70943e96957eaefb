"""Asking for figures by key, against the plainest read of the same rows; and at ten million figures against one."""

from __future__ import annotations

import os
import random
import sqlite3
import tempfile
from collections.abc import Sequence
from contextlib import ExitStack, closing
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from data.period import Period
from data.store import Store, UploadedFile, open_store
from data.store.codes import LENGTH, OPEN
from tests.bench.bench_storage import COLUMNS, FIRST_MONTH, MONTHS, random_columns, register_series
from tests.bench.pairs import Ask, compared

ANSWERED = "series_id, period, value, status, released, release_id"
"""What a figure is and where it is from; a peer that leaves out what our answer lets one derive would read less."""

CHART_SERIES = 6
DRAWS = 200
SIZES = tuple(int(size) for size in os.environ.get("BENCH_FIGURES", "1000000,10000000").split(","))
FIRST_DAY = date(2025, 1, 6)
HALF_WAY = date(2025, 1, 7)
SECOND_DAY = date(2025, 2, 5)


@dataclass(frozen=True)
class Question:
    """One question with its plain peer, and what they are asked."""

    name: str
    ours: Ask
    plainly: Ask
    draws: Sequence[Any]


def measurements() -> list[dict[str, Any]]:
    """All measurements of asking as `{name, ours, peer_or_limit, ratio, unit, n}`."""
    with tempfile.TemporaryDirectory() as folder, ExitStack() as opened:
        questions: dict[int, list[Question]] = {}
        for size in SIZES:
            store = opened.enter_context(filled(Path(folder) / f"{size}.sqlite", size))
            questions[size] = asked_of(store, opened.enter_context(closing(plain_copy(store))), size)
        found = [
            compared(f"{one.name}, {size:,} figures", one.ours, one.plainly, one.draws)
            for size, some in questions.items()
            for one in some
        ]
        return found + flatness(questions)


def flatness(questions: dict[int, list[Question]]) -> list[dict[str, Any]]:
    """The same question of the largest store against the smallest, turn about like everything else."""
    small, large = SIZES[0], SIZES[-1]
    if small == large:
        return []
    return [
        compared(f"{a.name}, {large:,} figures against {small:,} figures", b.ours, a.ours, b.draws, a.draws)
        for a, b in zip(questions[small], questions[large], strict=True)
    ]


def asked_of(store: Store, plain: sqlite3.Connection, size: int) -> list[Question]:
    """A chart of six series and a table of one month, each now and as of a date between two releases."""
    return [
        question
        for as_of, when in ((None, ""), (HALF_WAY, " as of a date"))
        for question in (_chart(store, plain, size, as_of, when), _month(store, plain, as_of, when))
    ]


def _chart(store: Store, plain: sqlite3.Connection, size: int, as_of: date | None, when: str) -> Question:
    chance, series = random.Random(1), size // MONTHS // 2
    draws = [[chance.randrange(series) + 1 for _ in range(CHART_SERIES)] for _ in range(DRAWS)]
    start, end = (Period(month, month) for month in (FIRST_MONTH, FIRST_MONTH + MONTHS - 1))
    marks, span = ",".join("?" * CHART_SERIES), (LENGTH + start.last, LENGTH + end.last)
    statement = f"SELECT {ANSWERED} FROM plain WHERE series_id IN ({marks}) AND period BETWEEN ? AND ?"
    return Question(
        f"chart{when or ' now'}",
        lambda some: store.rows(some, start=start, end=end, months=1, as_of=as_of),
        lambda some: plain.execute(statement, (*some, *span)).fetchall(),
        draws,
    )


def _month(store: Store, plain: sqlite3.Connection, as_of: date | None, when: str) -> Question:
    """All rows of one table for one month; the peer joins plain series and plain current figures by their keys."""
    chance = random.Random(2)
    draws = [Period(month, month) for month in (FIRST_MONTH + chance.randrange(MONTHS) for _ in range(DRAWS))]
    columns = ", ".join(f"plain.{name}" for name in ANSWERED.split(", "))
    statement = (
        f"SELECT {columns} FROM plain_series CROSS JOIN plain ON plain.series_id = plain_series.id AND plain.period = ?"
        " WHERE plain_series.table_code = ?"
    )
    return Question(
        f"table of one month{when}",
        lambda month: store.month_rows("t0", month, as_of=as_of),
        lambda month: plain.execute(statement, (LENGTH + month.last, "t0")).fetchall(),
        draws,
    )


def filled(path: Path, size: int) -> Store:
    """A database with `size` versions: each figure of the first release is revised by the second."""
    store = open_store(f"sqlite:///{path}")
    figures = size // 2
    register_series(store, figures // MONTHS)
    for number, released in enumerate((FIRST_DAY, SECOND_DAY)):
        columns = random_columns(figures // MONTHS * MONTHS, seed=number)
        release = store.stage_columns(UploadedFile(f"{number}", f"{number}", 0), columns, released=released, by="bench")
        store.accept(release, by="bench")
    store.tidy(after=1)  # as the server does at its start when many releases came
    return store


def plain_copy(store: Store) -> sqlite3.Connection:
    """The current versions alone, clustered by series and period."""
    connection = sqlite3.connect(str(store.database.file))
    connection.execute(
        "CREATE TABLE plain (series_id INTEGER, period INTEGER, release_id INTEGER, released INTEGER,"
        " superseded INTEGER, value REAL, status INTEGER, PRIMARY KEY (series_id, period)) WITHOUT ROWID"
    )
    connection.execute(f"INSERT INTO plain SELECT {COLUMNS} FROM figure WHERE superseded = {OPEN}")
    connection.execute(
        "CREATE TABLE plain_series (table_code TEXT, id INTEGER, PRIMARY KEY (table_code, id)) WITHOUT ROWID"
    )
    connection.execute("INSERT INTO plain_series SELECT table_code, id FROM series")
    connection.commit()
    connection.execute("PRAGMA mmap_size=2147418112")
    connection.execute("PRAGMA cache_size=-65536")
    return connection
