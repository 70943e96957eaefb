"""Campaigns out of a spreadsheet's file, read apart from the server: all rows or none, mistakes named by row."""

from __future__ import annotations

import io
from datetime import date
from urllib.parse import unquote

import openpyxl
import pytest
from flask.testing import FlaskClient

from dashboard.application import create_app
from data.store import Store

HEADINGS = ["Tên", "Địa bàn", "Loại", "Ngày bắt đầu", "Ngày kết thúc", "Chủ đề gắn với phong trào", "Mức mục tiêu",
            "Đơn vị của mục tiêu"]  # fmt: skip
ROW = ["Tháng hàng Việt", "Hà Nội", "khuyến mại tập trung", date(2024, 10, 1), date(2024, 10, 31), "Bán lẻ; Xuất khẩu",
       9.5, "%"]  # fmt: skip

JSON = {"Accept": "application/json"}


@pytest.fixture
def client(store: Store) -> FlaskClient:
    return create_app(store).server.test_client()


def sheet(*rows: list[object]) -> bytes:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def send(client: FlaskClient, content: bytes, name: str = "phong-trao.xlsx") -> str:
    answer = client.post("/phong-trao/nhap", data={"sheet": (io.BytesIO(content), name), "person": "Lan"})
    assert answer.status_code == 303
    return unquote(answer.headers["Location"])


def told(place: str) -> str:
    """What the address says as it stands on the page."""
    return place.replace("+", " ")


def test_a_workbook_with_a_title_over_its_headings_gives_campaigns_with_dates_themes_and_targets(client, store) -> None:
    assert send(client, sheet(["DANH SÁCH PHONG TRÀO"], [], HEADINGS, ROW)).startswith("/phong-trao?")
    saved = next(one for one in store.campaigns("Hà Nội") if one.name == "Tháng hàng Việt")
    assert (saved.kind, saved.start, saved.end) == ("khuyen_mai", date(2024, 10, 1), date(2024, 10, 31))
    assert (saved.themes, saved.target_value, saved.target_unit) == (("retail", "exports"), 9.5, "%")
    ((_, by, _, why, _),) = store.campaign_history(saved.code)
    assert (by, why) == ("Lan", "nhập từ bảng tính")


def test_one_wrong_row_is_named_and_none_is_taken(client, store) -> None:
    before = store.campaigns()
    wrong = [*ROW[:3], "31/02/2024", *ROW[4:]]
    assert "Dòng 3:" in send(client, sheet(HEADINGS, ROW, wrong))
    assert store.campaigns() == before


@pytest.mark.parametrize(
    ("content", "words"),
    [(b"no workbook", "phong-trao.xlsx"), (sheet(["A", "B"], ["1", "2"]), "Tên"), (sheet(HEADINGS), "tiêu đề")],
)
def test_what_is_no_list_of_campaigns_is_refused_in_words(client, store, content, words) -> None:
    before = store.campaigns()
    place = send(client, content)
    assert place.startswith("/phong-trao/moi?loi=") and words in place
    assert store.campaigns() == before


def test_a_script_is_told_what_is_wrong_so_that_the_pasted_rows_stay(client, store) -> None:
    before = store.campaigns()
    answer = client.post("/phong-trao/nhap", data={"rows": "Tên;Ngày bắt đầu\nA;31/02/2024"}, headers=JSON)
    assert answer.status_code == 200 and "Dòng 2:" in answer.get_json()["message"]
    assert store.campaigns() == before


def test_a_script_is_sent_to_the_list_when_all_rows_are_right(client) -> None:
    sent = {"sheet": (io.BytesIO(sheet(HEADINGS, ROW)), "a.xlsx")}
    answer = client.post("/phong-trao/nhap", data=sent, headers=JSON).get_json()
    assert list(answer) == ["address"] and answer["address"].startswith("/phong-trao?xong=")


def test_how_many_campaigns_are_new_and_how_many_changed_is_said(client, store) -> None:
    other = ["Tuần hàng Việt", *ROW[1:]]
    assert "Đã nhập 2 phong trào: 2 mới, 0 thay bản cũ." in told(send(client, sheet(HEADINGS, ROW, other)))
    assert "Đã nhập 1 phong trào: 0 mới, 1 thay bản cũ." in told(send(client, sheet(HEADINGS, ROW)))
