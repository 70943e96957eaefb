"""Who did a step and when, as people read it."""

from __future__ import annotations

import hashlib
from datetime import UTC, date, datetime, tzinfo
from unicodedata import normalize

import pytest

from data import clock
from data.people import ACCEPTED_BY, LOADED_BY, is_second_person, person
from data.settings import PROJECT
from data.store import Store
from data.store.errors import AlreadyLoaded, WrongState
from tests.data.store_helpers import file_of, say


def test_the_first_start_is_named_in_the_visitors_language_and_people_by_their_own_name() -> None:
    assert person(LOADED_BY, "vi") == "số liệu mẫu" and person(ACCEPTED_BY, "en") == "first start"
    assert person("Nguyễn Văn An", "en") == "Nguyễn Văn An" and person("", "vi") == ""


def test_a_second_person_is_somebody_else_however_the_names_are_typed() -> None:
    assert is_second_person("Hoà", "Hoa")
    assert not is_second_person(normalize("NFD", "Nguyễn Văn Hoà"), "nguyễn văn  hoà")


def test_who_comes_too_late_is_told_who_was_faster_by_the_clocks_of_viet_nam(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("data.store.steps.now", lambda: "2025-03-10T20:05:06.000000+00:00")
    release = store.stage(file_of("a"), [say("2024-07", 100.0)], released=date(2024, 7, 29), by=LOADED_BY)
    store.accept(release, by=ACCEPTED_BY)

    with pytest.raises(WrongState) as late:
        store.accept(release, by="Bình")
    with pytest.raises(AlreadyLoaded) as again:
        store.release_of_file(hashlib.sha256(b"a").hexdigest())
    for error in (late.value, again.value):
        assert "lần chạy đầu" in error.message("vi") and "lúc 11/03/2025 03:05" in error.message("vi")
        assert "first start" in error.message("en") and "on 11/03/2025 03:05" in error.message("en")


def test_today_is_the_day_in_viet_nam_and_nobody_asks_the_server_for_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    class Late(datetime):
        @classmethod
        def now(cls, tz: tzinfo | None = None) -> datetime:  # type: ignore[override]
            return datetime(2024, 12, 6, 20, 5, tzinfo=UTC).astimezone(tz)

    monkeypatch.setattr("data.clock.datetime", Late)
    assert clock.today() == date(2024, 12, 7)
    sources = [path for room in ("data", "loaders", "dashboard") for path in (PROJECT / room).rglob("*.py")]
    assert [path.name for path in sources if "date.today()" in path.read_text(encoding="utf-8")] == []
