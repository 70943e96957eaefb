"""Editing a campaign in the browser adds a version, keeps what the form does not show, and says what changed."""

from __future__ import annotations

import json
from urllib.parse import unquote

import pytest
from flask.testing import FlaskClient

from dashboard.api import campaigns
from dashboard.application import create_app
from dashboard.views.campaign_versions import versions
from data.settings import Settings
from data.store import Store
from tests.dashboard.helpers import campaign


@pytest.fixture
def client(store: Store) -> FlaskClient:
    return create_app(store).server.test_client()


def as_json(part: object) -> str:
    return json.dumps(part, default=lambda o: o.to_plotly_json(), ensure_ascii=False)


def saved(store: Store):
    return next(one for one in store.campaigns() if one.code == "KC")


def test_an_edit_keeps_what_the_form_leaves_out_and_changes_the_rest(client: FlaskClient, store: Store) -> None:
    store.save_campaign(campaign(recurring="yearly", items=("coffee",), measurable=True), by="An")
    form = {"code": "KC", "name": "Kích cầu", "area": "Cả nước", "kind": "kich_cau", "precision": "day"}
    form |= {"start": "27/08/2024", "end": "30/12/2024", "themes": "retail,exports", "person": "Lan", "why": "sửa ngày"}
    client.post("/phong-trao/ghi", data=form)
    now = saved(store)
    assert (now.recurring, now.items, now.measurable) == ("yearly", ("coffee",), True)
    assert (now.version, now.themes, str(now.end)) == (2, ("retail", "exports"), "2024-12-30")


def test_the_history_says_who_changed_what_and_why(client: FlaskClient, store: Store) -> None:
    store.save_campaign(campaign(), by="An")
    store.save_campaign(campaign(owner="Sở Công Thương", target_value=9.5), by="Lan", why="bổ sung")
    with client.application.test_request_context():
        shown = as_json(versions(saved(store), "vi"))
    assert "Đơn vị chủ trì: … → Sở Công Thương" in shown and "Mức mục tiêu: … → 9,5" in shown
    assert "bổ sung" in shown and "Lan" in shown and "bản đầu" in shown
    assert '"data-heading": "Bản"' in shown  # or a phone heads the block with a bare number


def test_a_campaign_is_taken_out_with_a_reason_and_can_be_put_back(client: FlaskClient, store: Store) -> None:
    store.save_campaign(campaign(), by="An")
    refused = client.post("/phong-trao/rut/KC", data={"person": "Lan", "why": " "})
    assert "loi=" in refused.headers["Location"] and saved(store)
    client.post("/phong-trao/rut/KC", data={"person": "Lan", "why": "ghi hai lần"})
    assert store.campaigns() == []
    from dashboard.pages.campaign import layout  # a page registers itself with the application, which comes first

    with client.application.test_request_context():
        shown = as_json(layout("KC"))
    assert "Kích cầu tiêu dùng" in shown and "ghi hai lần" in shown and "/phong-trao/dua-lai/KC" in shown
    assert client.post("/phong-trao/rut/KC", data={"person": "Lan", "why": "lại"}).status_code == 303
    client.post("/phong-trao/dua-lai/KC", data={"person": "Bình", "why": "không trùng"})
    with client.application.test_request_context():
        shown = as_json(versions(saved(store), "vi"))
    assert "đưa lại vào danh sách" in shown and "đã rút khỏi danh sách" in shown and "không trùng" in shown


def test_only_those_whom_the_settings_name_may_edit(client: FlaskClient, store: Store, monkeypatch) -> None:
    # The settings of a process are read once; a test cannot set them otherwise.
    monkeypatch.setattr(campaigns, "settings", lambda: Settings(campaign_editors="Lan, Bình"))
    store.save_campaign(campaign(), by="An")
    form = {"code": "KC", "name": "Khác", "area": "Cả nước", "kind": "kich_cau", "precision": "day"}
    answer = client.post("/phong-trao/ghi", data=form | {"person": "Minh"})
    assert "Minh không có tên" in unquote(answer.headers["Location"]) and saved(store).name == "Kích cầu tiêu dùng"
    answer = client.post("/phong-trao/rut/KC", data={"person": "Minh", "why": "thử"})
    assert "Minh không có tên" in unquote(answer.headers["Location"]) and saved(store)
    client.post("/phong-trao/ghi", data=form | {"person": "lan"})
    assert saved(store).name == "Khác"
