"""A database of an earlier version is brought up to date when it is opened, and loses nothing."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import text

import data.migrations
from data.store import open_store
from data.store.database import Database


def made_by_migration(url: str, revision: str) -> Database:
    database = Database(url)
    config = Config()
    config.set_main_option("script_location", str(Path(data.migrations.__file__).parent))
    config.set_main_option("path_separator", "os")
    with database.write() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, revision)
    return database


def test_a_database_of_the_first_version_keeps_its_content_and_learns_labels(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'old.sqlite'}"
    old = made_by_migration(url, "0001")
    with old.write() as connection:
        connection.execute(text("INSERT INTO counter (name, value) VALUES ('version', 41)"))
    old.dispose()

    with open_store(url) as store:
        store.learn_alias("retail_sales", "cho noi", "goods", by="An")
        assert store.version() == 41
        assert [one.item for one in store.learned_aliases()] == ["goods"]
