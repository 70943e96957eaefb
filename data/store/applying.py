"""Works the versions of figures out anew when a release comes into force or goes out of it, inside one transaction.

Everything from the release's place in the order of publication on is replayed for the figures that it names, so the
result never depends on the order in which releases were loaded, withdrawn or restored.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, cast

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Connection, text

from data.store.codes import LENGTH, OPEN
from data.store.content import Columns
from data.store.versions import Statement, Versions, fold, is_repeated, is_sorted, positions, until

_ROWS_AT_ONCE = 200
"""Rows in one INSERT on SQLite: about half the time of one row at a time."""
_SERIES_AT_ONCE = 500
_COLUMNS = ("series_id", "period", "release_id", "released", "superseded", "value", "status")
_INSERT = f"INSERT INTO figure ({', '.join(_COLUMNS)}) VALUES "


def read_columns(connection: Connection, release_id: int) -> Columns:
    packed = connection.execute(
        text("SELECT figures FROM release_content WHERE release_id = :id"), {"id": release_id}
    ).scalar_one()
    return Columns.unpack(packed)


def order_of_publication(connection: Connection, *, with_release: int) -> list[tuple[int, int]]:
    """(release, released) of all releases in force and of `with_release`, earliest first."""
    sql = text(
        "SELECT id, released FROM release WHERE state = 'accepted' OR id = :id ORDER BY released, modified, sha256, id"
    )
    return [(row[0], row[1]) for row in connection.execute(sql, {"id": with_release})]


def state_before(connection: Connection, release_id: int, keys: Columns) -> tuple[Versions, Versions]:
    """The version that each of the figures `keys` had just before a release, and all versions from the release on."""
    order = order_of_publication(connection, with_release=release_id)
    rank = {one: place for place, (one, _) in enumerate(order)}
    own, day = rank[release_id], order[rank[release_id]][1]
    found = _versions(_rows_from(connection, keys, day), rank)
    found = found.take(positions(found.columns, keys)[1])
    earlier = found.take(found.rank < own)
    return _last_of_each(earlier), found.take(found.rank >= own)


def state_on(connection: Connection, release_id: int, keys: Columns) -> Versions:
    """The version that each of the figures had at the end of a staged release's day, re-issues of that day included."""
    order = order_of_publication(connection, with_release=release_id)
    rank = {one: place for place, (one, _) in enumerate(order)}
    day = order[rank[release_id]][1]
    found = _versions(_rows_from(connection, keys, day), rank)
    in_force = (found.released <= day) & (found.superseded > day)
    return found.take(in_force & positions(found.columns, keys)[1])


def replay(connection: Connection, release_id: int, *, in_force: bool) -> int:
    """Bring the table `figure` up to date after a release came into force or went out of it.

    Returns the number of versions that were added (or, going out of force, taken away).
    """
    order = order_of_publication(connection, with_release=release_id)
    keys = _worth_asking(connection, release_id, order)
    if not len(keys):
        return 0
    before, existing = state_before(connection, release_id, keys)
    rank = [one for one, _ in order].index(release_id)
    if in_force and rank == len(order) - 1:
        return _append(connection, before, Statement(rank, release_id, order[rank][1], keys))
    statements = list(_statements(connection, order, rank, keys, without=None if in_force else release_id))
    after = fold(before, statements)
    return _replace(connection, before, existing, after)


def wanted_versions(connection: Connection) -> dict[tuple[int, int, int], tuple[int, int, float, int]]:
    """All versions that follow from the releases in force, worked out from nothing: (series, period, release) to
    (released, superseded, value, status)."""
    order = order_of_publication(connection, with_release=0)
    statements = [
        Statement(place, one, released, read_columns(connection, one)) for place, (one, released) in enumerate(order)
    ]
    return _by_key(fold(_versions(np.zeros(0, _STORED), {}), statements)) if statements else {}


def rebuild(connection: Connection) -> None:
    """Write all versions anew from the releases in force."""
    connection.execute(text("DELETE FROM figure"))
    rows = [(*key, *rest) for key, rest in wanted_versions(connection).items()]
    _many(connection, f"{_INSERT}(?, ?, ?, ?, ?, ?, ?)", rows)


def _worth_asking(connection: Connection, release_id: int, order: Sequence[tuple[int, int]]) -> Columns:
    """The release's figures without those that the release just before it in the order states exactly alike.

    Such a figure can add no version, here or later, so a re-issue costs no more than reading both.
    """
    columns = read_columns(connection, release_id)
    place = [one for one, _ in order].index(release_id)
    if place == 0 or not len(columns):
        return columns
    previous = read_columns(connection, order[place - 1][0])
    at, named = positions(columns, previous)
    if not named.any():
        return columns
    alike = named & (columns.value == previous.value[at]) & (columns.status == previous.status[at])
    return columns.take(~alike)


def _append(connection: Connection, before: Versions, statement: Statement) -> int:
    """The newest release of all: what differs from the version in force is added, nothing else can change."""
    columns = statement.columns
    at, known = positions(columns, before.columns)
    adds = ~known
    if known.any():
        repeated = is_repeated(columns.value, columns.status, before.columns.take(at))
        adds |= ~repeated
        closing = at[known & ~repeated]
        _close(connection, before, closing, statement.released)
    new = columns.take(adds)
    _insert(connection, new, statement.release_id, statement.released, OPEN)
    return len(new)


def _statements(
    connection: Connection, order: Sequence[tuple[int, int]], rank: int, keys: Columns, *, without: int | None
) -> Iterator[Statement]:
    for place, (one, released) in enumerate(order[rank:], start=rank):
        if one == without:
            continue
        columns = read_columns(connection, one)
        _, named = positions(columns, keys)
        if named.any():
            yield Statement(place, one, released, columns.take(named))


def _replace(connection: Connection, before: Versions, existing: Versions, after: Versions) -> int:
    """Write only what differs between the versions that are stored and those that follow from the releases."""
    stored = _by_key(before) | _by_key(existing)
    wanted = _by_key(after)
    gone = [key for key in stored if key not in wanted]
    moved = [key for key, row in wanted.items() if key in stored and stored[key] != row]
    new = [key for key in wanted if key not in stored]
    # All that changes goes first: on the way no two versions of a figure may end on the same day.
    _many(connection, "DELETE FROM figure WHERE series_id = ? AND period = ? AND release_id = ?", [*gone, *moved])
    _many(connection, f"{_INSERT}(?, ?, ?, ?, ?, ?, ?)", [(*key, *wanted[key]) for key in (*moved, *new)])
    return max(len(new), len(gone))


_SUPERSEDE = "UPDATE figure SET superseded = ? WHERE series_id = ? AND period = ? AND release_id = ?"


def _by_key(versions: Versions) -> dict[tuple[int, int, int], tuple[int, int, float, int]]:
    c = versions.columns
    keys = zip(c.series.tolist(), c.period.tolist(), versions.release_id.tolist(), strict=True)
    rest = zip(
        versions.released.tolist(), versions.superseded.tolist(), c.value.tolist(), c.status.tolist(), strict=True
    )
    return dict(zip(keys, rest, strict=True))


def _close(connection: Connection, before: Versions, at: Any, released: int) -> None:
    closed = before.take(at)
    c, ends = closed.columns, until(closed, released)
    columns = (ends.tolist(), c.series.tolist(), c.period.tolist(), closed.release_id.tolist())
    _many(connection, _SUPERSEDE, list(zip(*columns, strict=True)))


def _insert(connection: Connection, new: Columns, release_id: int, released: int, superseded: int) -> None:
    """Add one release's versions; what is the same in every row stands in the statement itself."""
    fixed = f"{int(release_id)}, {int(released)}, {int(superseded)}"
    cursor = connection.connection.cursor()
    if connection.dialect.name == "postgresql":
        rows = zip(new.series.tolist(), new.period.tolist(), new.value.tolist(), new.status.tolist(), strict=True)
        with cast(Any, cursor).copy(f"COPY figure ({', '.join(_COLUMNS)}) FROM STDIN") as copy:
            for series, period, value, status in rows:
                copy.write_row((series, period, release_id, released, superseded, value, status))
        return
    flat: list[float] = [0.0] * (
        4 * len(new)
    )  # one list instead of a tuple per row: nothing for the collector to trace
    columns: tuple[NDArray[Any], ...] = (new.series, new.period, new.value, new.status)
    for place, column in enumerate(columns):
        flat[place::4] = column.tolist()
    for at in range(0, len(flat), 4 * _ROWS_AT_ONCE):
        some = flat[at : at + 4 * _ROWS_AT_ONCE]
        cursor.execute(_INSERT + ", ".join([f"(?, ?, {fixed}, ?, ?)"] * (len(some) // 4)), some)


def _many(connection: Connection, sql: str, rows: Sequence[tuple[Any, ...]]) -> None:
    if rows:
        if connection.dialect.name == "postgresql":
            sql = sql.replace("?", "%s")
        connection.connection.cursor().executemany(sql, rows)


_STORED = np.dtype(
    [
        ("series", np.int64), ("period", np.int64), ("release", np.int64), ("released", np.int64),
        ("superseded", np.int64), ("value", np.float64), ("status", np.int8),
    ]
)  # fmt: skip


def _rows_from(connection: Connection, keys: Columns, day: int) -> NDArray[Any]:
    """Stored versions of the figures' series that were in force on `day` or began later.

    Asked by length of period, so that a release of one month touches that month's rows and not the whole history.
    """
    length = keys.period // LENGTH
    cursor = connection.connection.cursor()
    mark = "%s" if connection.dialect.name == "postgresql" else "?"
    found = [np.zeros(0, _STORED)]
    for months in np.unique(length):
        some = keys.take(length == months)
        low, high = int(some.period.min()), int(some.period.max())
        ids = np.unique(some.series).tolist()
        for at in range(0, len(ids), _SERIES_AT_ONCE):
            batch = ids[at : at + _SERIES_AT_ONCE]
            cursor.execute(
                f"SELECT {', '.join(_COLUMNS)} FROM figure"
                f" WHERE series_id IN ({','.join([mark] * len(batch))}) AND period BETWEEN {mark} AND {mark}"
                f" AND (superseded >= {mark} OR superseded < 0 AND released >= {mark})",
                (*batch, low, high, day, day),
            )
            found.append(np.fromiter(cast(Any, cursor), _STORED))
    return np.concatenate(found)


def _versions(rows: NDArray[Any], rank: dict[int, int]) -> Versions:
    """Stored rows with the rank of their release, sorted by series, period and rank."""
    releases, where = np.unique(rows["release"], return_inverse=True)
    ranks = np.array([rank[one] for one in releases.tolist()], np.int64)[where]
    columns = Columns(*(np.ascontiguousarray(rows[name]) for name in ("series", "period", "value", "status")))
    whole = (np.ascontiguousarray(rows[name]) for name in ("release", "released", "superseded"))
    versions = Versions(columns, ranks, *whole)
    return versions if is_sorted(versions) else versions.take(np.lexsort((ranks, columns.period, columns.series)))


def _last_of_each(versions: Versions) -> Versions:
    c = versions.columns
    last = np.ones(len(versions), bool)
    if len(versions):
        last[:-1] = (np.diff(c.series) != 0) | (np.diff(c.period) != 0)
    return versions.take(last)
