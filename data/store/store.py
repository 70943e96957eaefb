"""The store: one object that answers every question and takes every step, and how it is opened."""

from __future__ import annotations

from sqlalchemy import Connection, inspect, text

from data.schema import SCHEMA_VERSION
from data.settings import settings
from data.store.checking import Checking
from data.store.comparison import Comparison
from data.store.copies import Copies
from data.store.database import Database
from data.store.errors import DatabaseMissing, DatabaseNewer
from data.store.labels import LearnedLabels
from data.store.register import Register
from data.store.statements import StatementQuestions
from data.store.tidying import Tidying
from data.store.views import SavedViews


class Store(Comparison, StatementQuestions, Copies, Register, LearnedLabels, Checking, Tidying, SavedViews):
    """Safe to share between threads: each question and each step takes a connection of its own."""

    def __init__(self, database: Database) -> None:
        self.database = database

    def close(self) -> None:
        self.database.dispose()

    def __enter__(self) -> Store:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def open_store(url: str | None = None, *, create: bool = True) -> Store:
    """Open the database (the one of the settings if none is named), migrating it first where it is older.

    Raises DatabaseUnreachable, DatabaseBusy, DatabaseNewer; without `create` DatabaseMissing where there is no file.
    """
    database = Database(url or settings().database_url)
    if not create and database.file and not database.file.exists():
        raise DatabaseMissing(address=database.file)
    with database.read() as connection:
        found = _schema_version(connection)
    if found != SCHEMA_VERSION:
        _migrate(database, found)
    return Store(database)


def _schema_version(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()


def _migrate(database: Database, found: str | None) -> None:
    if found is not None and found > SCHEMA_VERSION:
        raise DatabaseNewer(found=found, known=SCHEMA_VERSION)
    from data.migrations import migrate  # slow to import, and rarely needed

    with database.write() as connection:
        if _schema_version(connection) == SCHEMA_VERSION:
            return  # another process was faster
        migrate(connection)
        if connection.execute(text("SELECT count(*) FROM counter")).scalar() == 0:
            connection.execute(text("INSERT INTO counter (name, value) VALUES ('version', 1)"))
