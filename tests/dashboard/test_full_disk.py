"""A full disk is told as what it is, and nothing half done stays."""

from __future__ import annotations

import errno
import io
import zipfile
from typing import Any

import pytest
from flask.testing import FlaskClient
from sqlalchemy import text

from dashboard.api import upload
from data.store import Store
from data.store.errors import DatabaseFull
from data.wording import say
from tests.dashboard.test_data_pages import NOVEMBER, OCTOBER, client, lines_of, store

__all__ = ["client", "store"]  # fixtures


def no_room(*_: Any) -> None:
    raise OSError(errno.ENOSPC, "No space left on device")


def test_a_member_of_a_zip_that_finds_no_room_is_not_called_damaged(
    client: FlaskClient, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    packed, copy = io.BytesIO(), upload.shutil.copyfileobj
    with zipfile.ZipFile(packed, "w") as archive:
        archive.write(OCTOBER, OCTOBER.name)
        archive.write(NOVEMBER, NOVEMBER.name)

    def small(source: Any, target: Any, *length: int) -> None:
        no_room() if getattr(source, "name", "") == OCTOBER.name else copy(source, target, *length)

    monkeypatch.setattr(upload.shutil, "copyfileobj", small)
    answer = client.post("/tai-len/tep", data={"file": (io.BytesIO(packed.getvalue()), "thang.zip")})
    full, sound = lines_of(answer.text)
    assert full["error"] == say("data_pages.upload.disk_full") and "release" in sound
    assert len(store.releases()) == 1


def test_an_upload_that_finds_no_room_is_told(client: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(upload.tempfile, "TemporaryDirectory", no_room)
    answer = client.post("/tai-len/tep", data={"file": (io.BytesIO(b"PK"), "thang-10.xlsx")})
    assert (answer.status_code, answer.json) == (507, {"error": say("data_pages.upload.disk_full")})


def test_a_database_that_finds_no_room_is_told_and_stays_as_it_was(store: Store) -> None:
    with pytest.raises(DatabaseFull, match="đã đầy"), store.database.write() as connection:
        connection.execute(text("PRAGMA max_page_count = 1"))  # no smaller than what it has: not one page more
        connection.execute(text("INSERT INTO counter (name, value) VALUES (:name, 1)"), {"name": "x" * 1_000_000})
    assert [name for (name,) in store.database.rows("SELECT name FROM counter WHERE name LIKE 'x%'")] == []
