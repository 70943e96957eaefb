"""Copies of the whole database, its originals and kept briefings, and a check that nothing is broken or missing."""

from __future__ import annotations

import hashlib
import json
import re
import shutil
import sqlite3
import tempfile
import zipfile
from contextlib import closing
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from data import clock, originals
from data.settings import settings
from data.store import Store
from data.store.database import Database
from data.store.errors import BackupNotWritten, WrongBackup

_DATABASE, _ORIGINALS, _BRIEFINGS = "figures.sqlite", "originals/", "briefings/"
_BRIEFING_FILE = re.compile(r"briefings/[0-9a-f]{12}\.json")
_BEFORE = ".before-restore"


Problem = tuple[str, dict[str, object]]
"""A key of `releases.command` in the wording, with its parameters."""


@dataclass
class Verified:
    """What `verify` found: numbers of what was looked at, and every problem."""

    figures: int = 0
    releases: int = 0
    problems: list[Problem] = field(default_factory=list)


def backup(store: Store, target: Path) -> Path:
    """Write one zip with the database as it stands (while others go on working), all originals and kept briefings;
    returns its path.

    A folder gets a file named by the moment. Raises WrongBackup for PostgreSQL, whose own tools do this, and
    BackupNotWritten where no file can be written.
    """
    if not store.database.is_sqlite or store.database.file is None:
        raise WrongBackup(path=target, problem="PostgreSQL: pg_dump")
    if target.is_dir() or not target.suffix:
        target = target / f"industry-trade-{datetime.now(clock.VIETNAM):%Y%m%d-%H%M%S}.zip"
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=target.parent) as folder:
            _packed(store, store.database.file, Path(folder)).replace(target)
    except OSError as cause:
        raise BackupNotWritten(path=target, problem=cause.strerror or cause) from cause
    return target


def _packed(store: Store, database: Path, folder: Path) -> Path:
    copy, packed = folder / _DATABASE, folder / "packed.zip"
    with closing(sqlite3.connect(database)) as source, closing(sqlite3.connect(copy)) as destination:
        source.backup(destination)
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.write(copy, _DATABASE)
        for sha256 in sorted({one.sha256 for one in store.releases()}):
            kept = originals.original(sha256)
            if kept:
                archive.write(kept, _ORIGINALS + sha256, zipfile.ZIP_STORED)
        for path in sorted(settings().briefings.glob("*.json")):
            archive.write(path, _BRIEFINGS + path.name)
    return packed


def restore(source: Path, database_url: str) -> None:
    """Put a backup in the place of an SQLite database and of the kept briefings; what stood there is kept beside it as
    `.before-restore`.

    Nothing may serve the database meanwhile. Raises WrongBackup, and then nothing was touched.
    """
    database = Database(database_url)
    file = database.file
    database.dispose()
    if file is None:
        raise WrongBackup(path=source, problem="PostgreSQL: pg_restore")
    file.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=file.parent) as folder:
        fresh = _unpacked(source, Path(folder))
        if file.exists():
            _settle(file)
            file.replace(file.with_name(file.name + _BEFORE))
        for rest in ("-wal", "-shm"):
            file.with_name(file.name + rest).unlink(missing_ok=True)
        shutil.move(fresh, file)
        _restore_briefings(fresh.parent / _BRIEFINGS)


def _restore_briefings(fresh: Path) -> None:
    """Backups of before had none; then what is there stays."""
    if not fresh.is_dir():
        return
    kept = settings().briefings
    before = kept.with_name(kept.name + _BEFORE)
    if kept.exists():
        shutil.rmtree(before, ignore_errors=True)
        kept.replace(before)
    kept.parent.mkdir(parents=True, exist_ok=True)
    shutil.move(fresh, kept)


def verify(store: Store) -> Verified:
    """Check the database's integrity, that every version belongs to a release and a series, and every original."""
    result = Verified(
        figures=store.database.rows("SELECT count(*) FROM figure")[0][0], releases=len(store.releases("accepted"))
    )
    for problem in store.damages():
        result.problems.append(("damaged", {"problem": problem}))
    result.problems.extend(missing_originals(store))
    for one in store.releases("accepted", "staged", "rolled_back"):
        if originals.is_kept(one.sha256) and not originals.is_intact(one.sha256):
            result.problems.append(("original_changed", {"release": one.id, "file": one.file}))
    return result


def missing_originals(store: Store) -> list[Problem]:
    """The releases whose workbook is no longer kept."""
    releases = store.releases("accepted", "staged", "rolled_back")
    missing = (one for one in releases if not originals.is_kept(one.sha256))
    return [("original_missing", {"release": one.id, "file": one.file}) for one in missing]


def _unpacked(source: Path, folder: Path) -> Path:
    try:
        with zipfile.ZipFile(source) as archive:
            archive.extract(_DATABASE, folder)
            for name in archive.namelist():
                if name.startswith(_ORIGINALS):
                    content = archive.read(name)
                    if hashlib.sha256(content).hexdigest() != name.removeprefix(_ORIGINALS):
                        raise WrongBackup(path=source, problem=name)
                    originals.keep(content)
                elif _BRIEFING_FILE.fullmatch(name):
                    json.loads(archive.read(name))
                    archive.extract(name, folder)
        fresh = folder / _DATABASE
        with closing(sqlite3.connect(fresh)) as connection:
            if connection.execute("PRAGMA integrity_check").fetchone()[0] != "ok":
                raise WrongBackup(path=source, problem=_DATABASE)
    except (OSError, KeyError, ValueError, zipfile.BadZipFile, sqlite3.DatabaseError) as cause:
        raise WrongBackup(path=source, problem=str(cause)) from cause
    return fresh


def _settle(file: Path) -> None:
    """Move what the write-ahead log still holds into the file itself."""
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def default_backup_folder() -> Path:
    return settings().originals.parent / "backups"
