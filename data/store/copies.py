"""Copies of the database that answer "what if" and "what did we say": a waiting release accepted, a day gone by.

A copy is a store of its own in a temporary file, so that every question, page and export works on it unchanged.
"""

from __future__ import annotations

import sqlite3
import threading
import weakref
from collections.abc import Callable
from contextlib import closing
from datetime import date, datetime
from pathlib import Path
from typing import Self

from sqlalchemy import Connection, text

from data.clock import day_of, end_of
from data.schema import metadata
from data.store.applying import rebuild
from data.store.database import Database
from data.store.steps import ACCEPTED, DROPPED, ROLLED_BACK, STAGED, ReleaseSteps, bring_into_force
from data.store.temporary import TemporaryFolder

COPIES_KEPT = 3
_STATE_AFTER = {
    "staged": STAGED,
    "accepted": ACCEPTED,
    "restored": ACCEPTED,
    "dropped": DROPPED,
    "rolled_back": ROLLED_BACK,
    "relabelled": STAGED,
}
_lock = threading.Lock()


class Copies(ReleaseSteps):
    """Part of `Store`."""

    recorded_on: date | None = None
    """In a copy that answers as of a day gone by: that day."""

    def as_if_accepted(self, release_id: int) -> Self:
        """What the store would answer if a staged release were accepted now. Raises UnknownRelease, WrongState."""
        asked = "SELECT content_hash, released FROM release WHERE id = ?"
        content = self.database.rows(asked, (release_id,))
        key = ("accepted", self.version(), release_id, *(content[0] if content else ()))
        return self._kept(key, lambda connection: bring_into_force(connection, release_id, by=""))

    def trial(self) -> Self:
        """A copy in which steps may be tried that leave no trace; it goes with its last user."""
        return self._changed_copy(lambda _: None)

    def as_recorded(self, day: date) -> Self:
        """What the store answered when that day ended in Viet Nam: what was accepted, and not rolled back, by then.

        A release accepted later is unknown, whatever its date of publication; one rolled back since is in force again.
        Days between two steps share a copy, and no copy is made of a day after the last.
        """
        steps = self.recorded_days()
        if not steps or day >= steps[-1]:
            return self
        known = max((one for one in steps if one <= day), default=date.min)
        copy = self._kept(("recorded", self.version(), known), lambda connection: _go_back(connection, known))
        copy.recorded_on = known
        return copy

    def recorded_days(self) -> list[date]:
        """Days in Viet Nam on which a release came into force here or went out of it, earliest first."""
        hours = (
            "SELECT DISTINCT substr(at, 1, 13) FROM release_event"
            " WHERE action IN ('accepted', 'rolled_back', 'restored')"
        )
        found = (datetime.fromisoformat(f"{row[0]}:00+00:00") for row in self.database.rows(hours))
        return sorted({day_of(moment) for moment in found})

    def _kept(self, key: tuple[object, ...], change: Callable[[Connection], object]) -> Self:
        with _lock:
            kept: dict[tuple[object, ...], Self] = self.__dict__.setdefault("_copies", {})
            if key not in kept:
                kept[key] = self._changed_copy(change)
                while len(kept) > COPIES_KEPT:
                    kept.pop(next(iter(kept)))
            return kept[key]

    def _changed_copy(self, change: Callable[[Connection], object]) -> Self:
        folder = TemporaryFolder()
        try:
            database = _copied(self.database, folder.path / "copy.sqlite")
            copy = type(self)(database)  # type: ignore[call-arg]
            weakref.finalize(copy, _remove, database, folder)
            with database.write() as connection:
                change(connection)
        except BaseException:
            folder.remove()
            raise
        return copy


def _copied(source: Database, path: Path) -> Database:
    """All tables in a new SQLite file; pages as they are where the source is SQLite, else row by row."""
    database = Database(f"sqlite:///{path}")
    if source.file is not None:
        with closing(sqlite3.connect(source.file)) as old, closing(sqlite3.connect(path)) as new:
            old.backup(new)
        return database
    with database.write() as connection:
        metadata.create_all(connection)
        with source.read() as asked:
            for table in metadata.sorted_tables:
                rows = [dict(row) for row in asked.execute(table.select()).mappings()]
                if rows:
                    connection.execute(table.insert(), rows)
    return database


def _remove(database: Database, folder: TemporaryFolder) -> None:
    database.dispose()
    folder.remove()


def _go_back(connection: Connection, day: date) -> None:
    """Leave each release in the state that it had at the end of the day, and work the versions out anew."""
    until = {"until": end_of(day)}
    events = connection.execute(
        text("SELECT release_id, action FROM release_event WHERE at < :until ORDER BY id"), until
    )
    states = {release_id: _STATE_AFTER[action] for release_id, action in events}
    for (release_id,) in connection.execute(text("SELECT id FROM release")).all():
        if release_id not in states:
            for table in ("finding", "release_event", "release_content"):
                connection.execute(text(f"DELETE FROM {table} WHERE release_id = :id"), {"id": release_id})
            connection.execute(text("DELETE FROM release WHERE id = :id"), {"id": release_id})
            continue
        connection.execute(
            text("UPDATE release SET state = :state WHERE id = :id"), {"state": states[release_id], "id": release_id}
        )
    connection.execute(text("DELETE FROM release_event WHERE at >= :until"), until)
    rebuild(connection)
