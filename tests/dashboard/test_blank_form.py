"""The empty form of an area: whatever is typed into its cells is understood, as that area's and that month's."""

from __future__ import annotations

import importlib
import io
import json
import re
from collections import Counter
from pathlib import Path

import openpyxl
import pytest
from flask.testing import FlaskClient

from dashboard.application import create_app
from dashboard.blank_form import blank_form, file_name, next_month
from data.catalogue import catalogue
from data.observation import Observation
from data.period import Period
from data.store import Store
from loaders.reading import read_workbook

HANOI = "Hà Nội"


def filled(folder: Path, area: str, month: str) -> tuple[int, list[Observation]]:
    """How many cells were filled, and what the loader reads of them; nothing may stay without meaning."""
    period = Period.parse(month)
    book = openpyxl.load_workbook(io.BytesIO(blank_form(area, period)))
    cells = 0
    for sheet in book:
        for row in sheet.iter_rows(min_row=4):
            for cell, heading in zip(row[1:], sheet[3][1:], strict=False):
                if cell.has_style and cell.border.bottom.style and heading.value:
                    cell.value = 104.5 if "so với" in str(heading.value) else 5_123.4
                    cells += 1
    path = folder / file_name(area, period)
    book.save(path)
    reading = read_workbook(path)
    assert reading.not_understood == []
    return cells, reading.observations


@pytest.mark.parametrize(
    ("area", "month"),
    [
        (HANOI, "2024-12"),
        ("Thái Nguyên", "2025-01"),
        ("Thừa Thiên - Huế", "2024-03"),
        ("Thành phố Hồ Chí Minh", "2026-02"),
    ],
)
def test_every_cell_is_read_as_the_area_s(tmp_path: Path, area: str, month: str) -> None:
    cells, read = filled(tmp_path, area, month)

    assert len(read) == cells > 100
    assert {one.area for one in read} == {area}
    assert all(catalogue().resolve_item(o.table, o.parents, o.item, o.area).is_known for o in read)
    assert max(one.period.last for one in read) == Period.parse(month).last


def test_no_figure_stands_twice(tmp_path: Path) -> None:
    for month in ("2024-12", "2025-01", "2025-02"):
        _, read = filled(tmp_path, HANOI, month)
        keys = Counter((o.table, o.item, o.measure, o.index_of, o.comparison, o.period) for o in read)
        assert [key for key, count in keys.items() if count > 1] == []


def test_levels_and_rates_are_what_their_headings_say(tmp_path: Path) -> None:
    _, read = filled(tmp_path, HANOI, "2025-02")

    retail = {
        (str(o.measure), str(o.comparison), str(o.period), str(o.status), o.unit)
        for o in read
        if o.table == "retail_sales"
    }
    assert retail == {
        ("value", "none", "2025-01", "preliminary", "Tỷ đồng"),
        ("value", "none", "2025-02", "estimate", "Tỷ đồng"),
        ("value", "none", "2025-01/2025-02", "estimate", "Tỷ đồng"),
        ("index", "previous_month", "2025-02", "", "%"),
        ("index", "same_month_previous_year", "2025-02", "", "%"),
        ("index", "same_period_previous_year", "2025-01/2025-02", "", "%"),
    }


@pytest.fixture
def client(store: Store) -> FlaskClient:
    return create_app(store).server.test_client()


def test_the_form_is_had_by_area_and_month(client: FlaskClient) -> None:
    answer = client.get("/so-lieu/bieu-mau-trong", query_string={"vung": HANOI, "ky": "2024-12"})
    assert answer.status_code == 200
    assert "bieu-thang-12-2024-ha-noi.xlsx" in answer.headers["Content-Disposition"]
    assert openpyxl.load_workbook(io.BytesIO(answer.data)).sheetnames == ["IIP", "Ban le", "Xuat khau", "CPI"]


@pytest.mark.parametrize(
    ("area", "month"), [("Cả nước", "2024-12"), ("Atlantis", "2024-12"), (HANOI, "2024"), (HANOI, "x"), ("", "")]
)
def test_no_form_is_made_up_for_what_is_no_area_or_no_month(client: FlaskClient, area: str, month: str) -> None:
    assert client.get("/so-lieu/bieu-mau-trong", query_string={"vung": area, "ky": month}).status_code == 404


def test_the_page_offers_the_next_month_and_the_area_that_was_looked_at(store: Store) -> None:
    with create_app(store).server.test_request_context():
        page = importlib.import_module("dashboard.pages.templates").layout(vung=HANOI)
    shown = json.dumps(page, default=lambda one: one.to_plotly_json(), ensure_ascii=False)
    chosen = {
        option.get("value")
        for option in map(json.loads, re.findall(r'\{"children": "[^"]*"[^{}]*\}', shown))
        if option.get("selected")
    }

    assert str(next_month(store)) == "2024-12"
    assert chosen == {HANOI, "2024-12"}
