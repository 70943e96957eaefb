"""Backup, restore, verify and the originals."""

from __future__ import annotations

import sqlite3
import zipfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from data import maintenance, originals
from data.schema import SCHEMA_VERSION
from data.settings import settings
from data.store import Store, UploadedFile, open_store
from data.store.errors import DatabaseNewer, DatabaseUnreachable, OriginalNotKept, WrongBackup
from tests.data.store_helpers import load, say, values


@pytest.fixture(autouse=True)
def folder_of_originals(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(settings(), "originals", tmp_path / "originals")
    yield


def load_kept(store: Store, content: bytes = b"workbook") -> int:
    file = UploadedFile("a.xlsx", originals.keep(content), len(content))
    release = store.stage(file, [say("2024-08", 1.0)], released=date(2024, 8, 29), by="An")
    store.accept(release, by="An")
    return release


def test_an_original_is_kept_once_under_its_hash() -> None:
    first, second = originals.keep(b"abc"), originals.keep(b"abc")
    kept = originals.original(first)
    assert first == second and kept is not None and kept.name == first
    assert [p for p in settings().originals.rglob("*") if p.is_file()] == [kept]


def test_an_original_that_cannot_be_kept_says_which_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settings(), "originals", tmp_path / "file" / "originals")
    (tmp_path / "file").touch()
    with pytest.raises(OriginalNotKept, match="originals"):
        originals.keep(b"abc")


def test_a_missing_or_changed_original_is_reported(store: Store) -> None:
    load_kept(store)
    assert maintenance.verify(store).problems == []
    kept = originals.original(store.releases()[0].sha256)
    assert kept is not None
    kept.write_bytes(b"something else")
    assert [code for code, _ in maintenance.verify(store).problems] == ["original_changed"]
    kept.unlink()
    assert [code for code, _ in maintenance.verify(store).problems] == ["original_missing"]
    assert [given["file"] for _, given in maintenance.missing_originals(store)] == ["a.xlsx"]


def test_a_backup_brings_back_figures_and_originals(store: Store, tmp_path: Path) -> None:
    load_kept(store)
    saved = maintenance.backup(store, tmp_path / "saved.zip")
    load(store, "2024-09-29", say("2024-08", 2.0))
    kept = originals.original(store.releases("accepted")[-1].sha256)
    assert kept is not None and store.database.file is not None
    kept.unlink()
    url = f"sqlite:///{store.database.file}"
    store.close()

    maintenance.restore(saved, url)
    with open_store(url) as restored:
        assert values(restored) == {"2024-08": (1.0, "estimate")}
        assert maintenance.verify(restored).problems == []


def test_a_backup_brings_back_kept_briefings_and_keeps_what_stood_there(store: Store, tmp_path: Path) -> None:
    kept = settings().briefings
    kept.mkdir()
    (kept / "0123456789ab.json").write_text('{"name": "Giao ban tháng"}', encoding="utf-8")
    saved = maintenance.backup(store, tmp_path / "saved.zip")
    (kept / "0123456789ab.json").write_text('{"name": "sai"}', encoding="utf-8")
    (kept / "ba9876543210.json").write_text("{}", encoding="utf-8")
    url = f"sqlite:///{store.database.file}"
    store.close()

    maintenance.restore(saved, url)
    assert {path.name: path.read_text(encoding="utf-8") for path in kept.iterdir()} == {
        "0123456789ab.json": '{"name": "Giao ban tháng"}'
    }
    assert (kept.with_name("briefings.before-restore") / "ba9876543210.json").exists()


def test_a_backup_with_a_damaged_or_foreign_briefing_writes_nothing_outside_its_folder(
    store: Store, tmp_path: Path
) -> None:
    saved = maintenance.backup(store, tmp_path / "saved.zip")
    with zipfile.ZipFile(saved, "a") as archive:
        archive.writestr("briefings/../../evil.json", "{}")
        archive.writestr("briefings/0123456789ab.json", "{")
    with pytest.raises(WrongBackup):
        maintenance.restore(saved, f"sqlite:///{store.database.file}")
    assert not settings().briefings.exists() and not list(tmp_path.parent.glob("evil.json"))


def test_what_is_no_backup_touches_nothing(store: Store, tmp_path: Path) -> None:
    load_kept(store)
    bad = tmp_path / "bad.zip"
    with zipfile.ZipFile(bad, "w") as archive:
        archive.writestr("figures.sqlite", b"not a database at all" * 100)
    for source in (bad, tmp_path / "none.zip"):
        with pytest.raises(WrongBackup, match="sao lưu"):
            maintenance.restore(source, f"sqlite:///{store.database.file}")
    assert values(store) == {"2024-08": (1.0, "estimate")}


def rewritten(source: Path, *, original: bytes | None = None, database: bytes | None = None) -> Path:
    """A copy of a backup with other bytes in the place of its originals or of its database."""
    target = source.with_name("rewritten.zip")
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            instead = original if name.startswith("originals/") else database
            new.writestr(name, old.read(name) if instead is None else instead)
    return target


def test_a_backup_whose_original_is_not_what_its_name_says_is_refused(store: Store, tmp_path: Path) -> None:
    load_kept(store)
    saved = rewritten(maintenance.backup(store, tmp_path / "saved.zip"), original=b"another workbook")
    with pytest.raises(WrongBackup):
        maintenance.restore(saved, f"sqlite:///{tmp_path / 'other.sqlite'}")
    assert not (tmp_path / "other.sqlite").exists()


def test_a_backup_whose_database_contradicts_itself_is_refused(store: Store, tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "torn.sqlite", isolation_level=None)) as connection:
        connection.execute("CREATE TABLE t (a)")
        connection.execute("INSERT INTO t VALUES (NULL)")
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute("UPDATE sqlite_master SET sql = 'CREATE TABLE t (a NOT NULL)'")
    torn = (tmp_path / "torn.sqlite").read_bytes()
    saved = rewritten(maintenance.backup(store, tmp_path / "saved.zip"), database=torn)
    with pytest.raises(WrongBackup):
        maintenance.restore(saved, f"sqlite:///{tmp_path / 'other.sqlite'}")
    assert not (tmp_path / "other.sqlite").exists()


def test_verify_notices_a_version_that_no_release_states(store: Store) -> None:
    load_kept(store)
    with sqlite3.connect(str(store.database.file)) as connection:
        connection.execute("UPDATE figure SET value = 7")
    assert [code for code, _ in maintenance.verify(store).problems] == ["damaged"]


def test_the_known_schema_version_is_the_newest_migration(store: Store) -> None:
    from alembic.config import Config
    from alembic.script import ScriptDirectory

    config = Config()
    config.set_main_option("script_location", "data/migrations")
    assert ScriptDirectory.from_config(config).get_current_head() == SCHEMA_VERSION


def test_migrations_build_exactly_the_declared_tables(store: Store) -> None:
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext

    from data.schema import metadata

    with store.database.read() as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []


def test_opening_again_migrates_nothing_and_imports_no_alembic(tmp_path: Path) -> None:
    import subprocess
    import sys

    url = f"sqlite:///{tmp_path / 'f'}"
    open_store(url).close()
    code = f"import sys; from data.store import open_store; open_store({url!r}); sys.exit('alembic' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], cwd=Path(__file__).parents[2], check=False).returncode == 0


def test_a_newer_database_and_a_wrong_address_are_told_plainly(store: Store) -> None:
    with sqlite3.connect(str(store.database.file)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(DatabaseNewer, match="mới hơn"):
        open_store(f"sqlite:///{store.database.file}")
    for address in ("mysql://nobody@nowhere/x", "no address", f"sqlite:///{Path(__file__)}/x"):
        with pytest.raises(DatabaseUnreachable, match="Không mở được cơ sở dữ liệu"):
            open_store(address)


def test_the_file_is_put_in_order_after_many_releases_and_keeps_every_figure(store: Store) -> None:
    load(store, "2024-07-29", say("2024-07", 1.0))
    assert not store.tidy()

    load(store, "2024-08-29", say("2024-07", 2.0))
    assert store.tidy(after=2)
    assert not store.tidy(after=2)
    assert values(store) == {"2024-07": (2.0, "estimate")}
    assert store.damages() == []


def test_a_file_that_somebody_writes_to_is_left_alone(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    load(store, "2024-07-29", say("2024-07", 1.0))
    assert store.database.file is not None
    monkeypatch.setattr("data.store.database.BUSY_SECONDS", 0)
    with (
        open_store(f"sqlite:///{store.database.file}") as hasty,
        closing(sqlite3.connect(store.database.file, isolation_level=None)) as other,
    ):
        other.execute("BEGIN IMMEDIATE")
        assert not hasty.tidy(after=1)
        other.execute("ROLLBACK")
        assert hasty.tidy(after=1)


def test_a_file_that_was_away_is_read_again_once_it_is_back(store: Store) -> None:
    load(store, "2024-07-29", say("2024-07", 1.0))
    file = store.database.file
    assert file is not None
    count = "SELECT count(*) FROM release"
    with ThreadPoolExecutor(1) as another:  # a reader that opens the file while it is away
        store.database.dispose()
        for suffix in ("", "-wal", "-shm"):
            if (part := file.with_name(file.name + suffix)).exists():
                part.rename(part.with_name(f"away{suffix}"))
        with pytest.raises(DatabaseUnreachable, match="release"):
            another.submit(store.database.rows, count).result()
        file.with_name("away").replace(file)
        assert another.submit(store.database.rows, count).result() == [(1,)]
