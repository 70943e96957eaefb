"""With an analysts' code, what nobody accepted is seen and changed only by those who gave it."""

from __future__ import annotations

import importlib
import io

import pytest
from flask.testing import FlaskClient

from data.settings import settings
from data.store import Store
from data.store.codes import period_of
from data.wording import say
from tests.dashboard.test_data_pages import NOVEMBER, OCTOBER, accept, client, send, store, words_of

__all__ = ["client", "store"]  # fixtures

CODE = "mã số 7"


@pytest.fixture
def waiting(client: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> int:
    """An accepted and a waiting release, and from then on a code."""
    accept(client, OCTOBER)
    number = int(str(send(client, NOVEMBER.read_bytes(), NOVEMBER.name)["release"]))
    monkeypatch.setattr(settings(), "analyst_code", CODE)
    monkeypatch.setattr("dashboard.api.analysts.WRONG_CODE_SECONDS", 0)
    return number


def waiting_figure(store: Store, release: int) -> str:
    columns, _ = store.content(release)
    return f"{columns.series[0]}:{period_of(int(columns.period[0]))}:{release}"


def shown(client: FlaskClient, page: str, *given: str, is_analyst: bool = False) -> str:
    """A page as a visitor sees it, with or without the code given before."""
    with client.application.test_request_context("/?lang=vi"):
        if is_analyst:
            from dashboard.analysts import become_analyst

            assert become_analyst(CODE)
        return words_of(importlib.import_module(f"dashboard.pages.{page}").layout(*given))


def test_others_see_no_waiting_release_anywhere(client: FlaskClient, store: Store, waiting: int) -> None:
    only = say("data_pages.analyst.only", "vi")
    assert only in shown(client, "release", str(waiting))
    assert only in shown(client, "upload")
    assert NOVEMBER.name not in shown(client, "data_home") and OCTOBER.name in shown(client, "data_home")
    assert NOVEMBER.name not in shown(client, "lineage", waiting_figure(store, waiting))
    assert f"/so-lieu/ban/{waiting}" not in shown(client, "release", "1")
    with client.application.test_request_context("/?lang=vi"):
        assert only in words_of(importlib.import_module("dashboard.pages.release").fill_effects(waiting))


def test_others_can_neither_upload_nor_decide_nor_fetch_the_workbook(
    client: FlaskClient, store: Store, waiting: int
) -> None:
    upload = {"file": (io.BytesIO(OCTOBER.read_bytes()), OCTOBER.name)}
    answers = [
        client.post("/tai-len/tep", data=upload),
        client.post(f"/so-lieu/ban/{waiting}/accept", data={"person": "Minh"}),
        client.post("/so-lieu/cho-quyet-dinh/accept"),
        client.get(f"/so-lieu/ban/{waiting}/goc"),
        client.get(f"/so-lieu/ban/{waiting}/nhan-xet"),
    ]
    assert [one.status_code for one in answers] == [403] * 5
    assert client.get(f"/so-lieu/o/{waiting_figure(store, waiting)}/danh-dau").status_code == 404
    assert store.release(waiting).state == "staged"
    assert client.get("/so-lieu/ban/1/goc").status_code == 200


def test_the_lineage_of_a_waiting_figure_is_marked_and_says_so(client: FlaskClient, store: Store, waiting: int) -> None:
    told = shown(client, "lineage", waiting_figure(store, waiting), is_analyst=True)
    assert say("lineage.out_of_use.staged") in told and "unaccepted" in told
    store.accept(waiting, by="Hoa")
    told = shown(client, "lineage", waiting_figure(store, waiting), is_analyst=True)
    assert say("lineage.out_of_use.staged") not in told and "unaccepted" not in told


def test_a_roll_back_is_offered_to_analysts_alone(client: FlaskClient, waiting: int) -> None:
    assert "/so-lieu/ban/1/roll_back" not in shown(client, "release", "1")
    assert "/so-lieu/ban/1/roll_back" in shown(client, "release", "1", is_analyst=True)


def test_a_dropped_release_stays_with_analysts(client: FlaskClient, store: Store, waiting: int) -> None:
    store.drop(waiting, by="Minh", why="nhầm tệp")
    assert client.get(f"/so-lieu/ban/{waiting}/goc").status_code == 403
    assert say("data_pages.analyst.only", "vi") in shown(client, "release", str(waiting))
    assert NOVEMBER.name in shown(client, "release", str(waiting), is_analyst=True)


def test_the_code_opens_all_of_it_in_this_browser(client: FlaskClient, store: Store, waiting: int) -> None:
    wrong = client.post("/chuyen-vien", data={"code": "x", "to": f"/so-lieu/ban/{waiting}"})
    assert "loi=" in wrong.headers["Location"]
    assert client.post(f"/so-lieu/ban/{waiting}/accept", data={"person": "Minh"}).status_code == 403

    right = client.post("/chuyen-vien", data={"code": CODE, "to": f"/so-lieu/ban/{waiting}"})
    assert right.headers["Location"] == f"/so-lieu/ban/{waiting}"
    assert NOVEMBER.name in shown(client, "release", str(waiting), is_analyst=True)
    client.post(f"/so-lieu/ban/{waiting}/accept", data={"person": "Minh"})
    assert store.release(waiting).state == "accepted"


def test_a_new_code_shuts_out_who_knew_the_old_one(
    client: FlaskClient, waiting: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    client.post("/chuyen-vien", data={"code": CODE, "to": "/so-lieu"})
    monkeypatch.setattr(settings(), "analyst_code", "mã khác")
    assert client.post(f"/so-lieu/ban/{waiting}/accept", data={"person": "Minh"}).status_code == 403


def test_the_way_back_leads_to_no_other_site(client: FlaskClient, waiting: int) -> None:
    for to in ("https://elsewhere.example/so-lieu", "//elsewhere.example/x", "/api", ""):
        answer = client.post("/chuyen-vien", data={"code": CODE, "to": to})
        assert answer.headers["Location"].startswith("/so-lieu")
