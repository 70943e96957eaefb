"""One database, SQLite or PostgreSQL: connections, transactions, and errors that a person can read."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, cast

from sqlalchemy import Connection, Engine, create_engine, event, exc, text
from sqlalchemy.engine import URL, make_url

from data.store.errors import DatabaseBusy, DatabaseFull, DatabaseUnreachable, UnknownNumber

BUSY_SECONDS = 30
_WRITER_LOCK = 7_340_021
"""Key of the PostgreSQL advisory lock that lets one writer in at a time, as SQLite does by itself."""


class Database:
    """Holds the engine; `read` for questions, `write` for one whole step."""

    def __init__(self, address: str) -> None:
        self.url = _parsed(address)
        self.is_sqlite = self.url.get_backend_name() == "sqlite"
        self._thread, self._lock = threading.local(), threading.Lock()
        self._readers: list[sqlite3.Connection] = []
        self.engine = _sqlite_engine(self.url) if self.is_sqlite else _server_engine(self.url)

    @property
    def file(self) -> Path | None:
        return Path(self.url.database) if self.is_sqlite and self.url.database else None

    def rows(self, sql: str, parameters: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        """Answer one question in plain tuples. `?` marks parameters for both engines.

        Works on the driver's own cursor: building SQLAlchemy rows would double the time of a chart's question.
        """
        try:
            if self.is_sqlite:
                found: list[tuple[Any, ...]] = self._reader().execute(sql, parameters).fetchall()
                return found
            with closing(self.engine.raw_connection()) as pooled:
                cursor = pooled.cursor()
                cursor.execute(self.dialect(sql), tuple(parameters))
                return cast(list[tuple[Any, ...]], cursor.fetchall())
        except OverflowError:  # an address named a number that no row can hold
            return []
        except Exception as cause:  # not by `_errors`: entering a context costs a fiftieth of a month table
            self._explain(cause)
            raise

    def _reader(self) -> sqlite3.Connection:
        """This thread's own connection: taking one from the pool would cost a tenth of a chart's question."""
        reader: sqlite3.Connection | None = getattr(self._thread, "reader", None)
        if reader is None:
            pooled = self.engine.raw_connection()
            reader = self._thread.reader = cast(sqlite3.Connection, pooled.driver_connection)
            pooled.detach()
            with self._lock:
                self._readers.append(reader)
        return reader

    def dialect(self, sql: str) -> str:
        return sql if self.is_sqlite else sql.replace("%", "%%").replace("?", "%s")

    @contextmanager
    def read(self) -> Iterator[Connection]:
        with self._errors(), self.engine.connect() as connection:
            yield connection

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """One whole step: everything in it becomes visible together, or nothing does."""
        with self._errors(), self.engine.connect() as connection:
            connection.execution_options(writes=True)
            with connection.begin():
                if not self.is_sqlite:
                    connection.execute(text(f"SELECT pg_advisory_xact_lock({_WRITER_LOCK})"))
                yield connection

    def vacuum(self) -> None:
        """Write the whole SQLite file anew, in the order of its keys. Raises DatabaseBusy while somebody writes."""
        with self._errors(), closing(self.engine.raw_connection()) as pooled:
            pooled.cursor().execute("VACUUM")

    @contextmanager
    def _errors(self) -> Iterator[None]:
        try:
            yield
        except Exception as cause:
            self._explain(cause)
            raise

    def _explain(self, cause: Exception) -> None:
        """Raise what a person can read in the place of the engine's own error; return where nothing is better."""
        problem = str(getattr(cause, "orig", None) or cause)
        if "database is locked" in problem:
            raise DatabaseBusy(seconds=BUSY_SECONDS) from cause
        if "database or disk is full" in problem:
            raise DatabaseFull(address=self.url.render_as_string()) from cause
        if isinstance(cause, OverflowError) or (isinstance(cause, exc.DataError) and "out of range" in problem):
            raise UnknownNumber from cause
        if _is_unreachable(cause, problem):
            self._forget()
            raise DatabaseUnreachable(address=self.url.render_as_string(), problem=problem.strip()) from cause

    def _forget(self) -> None:
        """A file may have been put in the place of the one that is open: later questions open anew."""
        if self.is_sqlite:
            self.engine.dispose()
            self._thread = threading.local()

    def dispose(self) -> None:
        """Close everything; a later question opens anew."""
        self.engine.dispose()
        with self._lock:
            for reader in self._readers:
                reader.close()
            self._readers.clear()
        self._thread = threading.local()


def now() -> str:
    """The present moment (UTC) as stored."""
    return datetime.now(UTC).isoformat(timespec="microseconds")


def moment(stored: str) -> datetime | None:
    return datetime.fromisoformat(stored) if stored else None


def _parsed(address: str) -> URL:
    try:
        url = make_url(address)
        name = url.get_backend_name()
    except exc.ArgumentError as cause:
        raise DatabaseUnreachable(address=address, problem=str(cause)) from cause
    if name == "postgresql":
        return url.set(drivername="postgresql+psycopg")
    if name != "sqlite":
        raise DatabaseUnreachable(address=url.render_as_string(), problem=name)
    return url


def _is_unreachable(cause: Exception, problem: str) -> bool:
    if "unable to open database file" in problem or "file is not a database" in problem:
        return True
    if "no such table" in problem:  # a file was taken away, and SQLite made an empty one
        return True
    if "readonly database" in problem or "disk I/O error" in problem:
        return True
    return isinstance(cause, exc.OperationalError) and "connection" in problem


def _sqlite_engine(url: URL) -> Engine:
    if url.database and url.database != ":memory:":
        try:
            Path(url.database).parent.mkdir(parents=True, exist_ok=True)
        except OSError as cause:
            raise DatabaseUnreachable(address=url.database, problem=str(cause)) from cause
    engine = create_engine(url, connect_args={"timeout": BUSY_SECONDS, "check_same_thread": False})

    @event.listens_for(engine, "connect")
    def prepare(connection: Any, _record: object) -> None:
        connection.isolation_level = None  # transactions begin below, never behind our back
        for pragma in (
            "journal_mode=WAL",
            "synchronous=NORMAL",
            "foreign_keys=ON",
            f"busy_timeout={BUSY_SECONDS * 1000}",
            "cache_size=-65536",
            "mmap_size=2147418112",  # the most that SQLite takes; pages come when they are touched
        ):
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        # A writer takes its lock at once: two that read first and write later could only fail.
        writes = connection.get_execution_options().get("writes", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine


def _server_engine(url: URL) -> Engine:
    try:
        return create_engine(url, pool_pre_ping=True)
    except (ImportError, exc.ArgumentError) as cause:
        raise DatabaseUnreachable(address=url.render_as_string(), problem=str(cause)) from cause
