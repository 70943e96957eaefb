"""Transformations as data: values with unit and method as JSON or CSV, refusals in words."""

from __future__ import annotations

import pytest
from flask.testing import FlaskClient

from dashboard.application import create_app
from data.store import Store
from indicators.registry import TRANSFORMATIONS
from tests.dashboard.helpers import EXPORTS, RETAIL

ADDRESS = "/so-lieu/bien-doi"


@pytest.fixture
def client(store: Store) -> FlaskClient:
    return create_app(store).server.test_client()


def number(store: Store, key) -> int:
    return next(one.id for one in store.all_series().values() if one.key == key)


def test_values_come_with_unit_and_name(client: FlaskClient, store: Store) -> None:
    answer = client.get(f"{ADDRESS}?chuoi={number(store, RETAIL)}&phep=mom&lang=en").json
    assert (answer["transformation"], answer["unit"], answer["name"]) == ("mom", "%", "on previous month")
    (only,) = answer["values"]
    assert only["period"] == "2024-11" and only["value"] == pytest.approx(100 * (562_002.9 / 557_480.1 - 1))
    lines = client.get(f"{ADDRESS}?chuoi={number(store, RETAIL)}&phep=level&dang=csv").text.splitlines()
    assert lines == ["period,value,low,high,unit", "2024-10,557480.1,,,Tỷ đồng", "2024-11,562002.9,,,Tỷ đồng"]


def test_a_refusal_is_an_answer_with_its_reason(client: FlaskClient, store: Store) -> None:
    answer = client.get(f"{ADDRESS}?chuoi={number(store, EXPORTS)}&phep=trend")
    assert answer.status_code == 422 and answer.json["refused"] == "cần ít nhất 60 kỳ liền nhau, chuỗi này có 1"
    answer = client.get(f"{ADDRESS}?chuoi={number(store, EXPORTS)}&phep=balance&lang=en")
    assert answer.json["refused"] == "it takes imports of the same goods"


def test_all_transformations_are_listed_with_what_a_series_lacks(client: FlaskClient, store: Store) -> None:
    offered = client.get(f"{ADDRESS}?chuoi={number(store, EXPORTS)}").json
    assert set(offered) == set(TRANSFORMATIONS)
    assert "refused" not in offered["level"] and "nhập khẩu" in offered["balance"]["refused"]


@pytest.mark.parametrize("query", ["chuoi=x", "chuoi=999999", "", "chuoi=1&phep=none", "chuoi=1&phep=mom&ngay=2024"])
def test_what_does_not_exist_is_not_found(client: FlaskClient, query: str) -> None:
    assert client.get(f"{ADDRESS}?{query}").status_code == 404
