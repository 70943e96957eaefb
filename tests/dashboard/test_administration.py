"""The administration page: what the store holds, its check, its backup, the settings; for analysts alone."""

from __future__ import annotations

import importlib
import io
import zipfile

import pytest
from flask.testing import FlaskClient

from dashboard.analysts import become_analyst
from data.settings import settings
from data.store import Store
from data.wording import say
from tests.dashboard.test_data_pages import OCTOBER, accept, client, store, words_of

__all__ = ["client", "store"]  # fixtures

CODE = "mã số 7"


def shown(client: FlaskClient, **query: str) -> str:
    with client.application.test_request_context("/?lang=vi"):
        return words_of(importlib.import_module("dashboard.pages.administration").layout(**query))


def test_it_says_how_much_is_held_and_checks_it_when_asked(client: FlaskClient, store: Store) -> None:
    number = accept(client, OCTOBER)
    assert f"Kho giữ {store.release(number).figures} số trong 1 lần nạp đang dùng" in shown(client)
    assert "toàn vẹn" not in shown(client)
    assert "toàn vẹn" in shown(client, **{"kiem-tra": "1"})


def test_a_secret_is_never_shown(client: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    assert settings().secret_key not in shown(client)
    monkeypatch.setattr(settings(), "analyst_code", CODE)
    with client.application.test_request_context("/?lang=vi"):
        assert become_analyst(CODE)
        words = words_of(importlib.import_module("dashboard.pages.administration").layout())
    assert CODE not in words and say("administration.settings.title", "vi") in words


def test_every_setting_has_its_meaning_in_both_languages() -> None:
    page = importlib.import_module("dashboard.pages.administration")
    assert set(page.SHOWN) == set(type(settings()).model_fields)
    for name in page.SHOWN:
        assert say(f"administration.settings.{name}", "vi") != say(f"administration.settings.{name}", "en")


def test_the_backup_holds_database_and_originals(client: FlaskClient) -> None:
    accept(client, OCTOBER)
    answer = client.post("/quan-tri/sao-luu")
    with zipfile.ZipFile(io.BytesIO(answer.data)) as packed:
        names = packed.namelist()
    assert "figures.sqlite" in names and any(name.startswith("originals/") for name in names)


def test_others_than_analysts_get_neither_page_nor_backup(client: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settings(), "analyst_code", CODE)
    assert say("data_pages.analyst.only", "vi") in shown(client)
    assert client.post("/quan-tri/sao-luu").status_code == 403
