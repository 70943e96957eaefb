"""A database of an earlier version is brought up to date when it is opened, and loses nothing."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import text

import data.migrations
from data.period import Period
from data.schema import figure
from data.store import open_store
from data.store.database import Database
from tests.data.store_helpers import file_of, load, say


def made_by_migration(url: str, revision: str) -> Database:
    database = Database(url)
    migrated_to(database, revision, "upgrade")
    return database


def migrated_to(database: Database, revision: str, step: str) -> None:
    config = Config()
    config.set_main_option("script_location", str(Path(data.migrations.__file__).parent))
    config.set_main_option("path_separator", "os")
    with database.write() as connection:
        config.attributes["connection"] = connection
        getattr(command, step)(config, revision)


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


def test_versions_that_a_reissue_of_their_day_replaced_keep_their_place(tmp_path: Path) -> None:
    with open_store(f"sqlite:///{tmp_path / 'new.sqlite'}") as store:
        for number, name in enumerate(sorted("abc", key=lambda one: file_of(one).sha256)):
            load(store, "2024-07-29", say("2024-07", float(number)), name=name)
        load(store, "2024-08-29", say("2024-07", 9.0))
        history = [one.value for one in store.history(1, Period.parse("2024-07"))]
        migrated_to(store.database, "0004", "downgrade")
        assert store.database.rows("SELECT count(*) FROM figure WHERE superseded = released") == [(2,)]
        migrated_to(store.database, "head", "upgrade")

        assert [one.value for one in store.history(1, Period.parse("2024-07"))] == history == [0.0, 1.0, 2.0, 9.0]
        assert len(store.revisions()) == 3
        assert store.damages() == []


def test_figures_of_an_earlier_order_of_columns_answer_as_before(tmp_path: Path) -> None:
    with open_store(f"sqlite:///{tmp_path / 'new.sqlite'}") as store:
        load(store, "2024-07-29", say("2024-07", 1.5, "estimate"))
        load(store, "2024-08-29", say("2024-07", 2.5, "official"))
        asked = "SELECT series_id, period, superseded, released, release_id, status, value FROM figure ORDER BY 1, 2, 3"
        figures, table = store.database.rows(asked), store.month_table("retail_sales", Period.parse("2024-07"))
        migrated_to(store.database, "0006", "downgrade")
        assert [row[:2] for row in store.database.rows("PRAGMA table_info(figure)")][3] == (3, "release_id")
        migrated_to(store.database, "head", "upgrade")

        assert store.database.rows(asked) == figures
        assert store.month_table("retail_sales", Period.parse("2024-07")) == table
        assert [row[1] for row in store.database.rows("PRAGMA table_info(figure)")] == list(figure.c.keys())
        assert store.damages() == []
