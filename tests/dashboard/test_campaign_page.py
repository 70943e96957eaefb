"""What the page of a campaign says of it."""

from __future__ import annotations

import importlib
import json
from datetime import date

import pytest

from dashboard.application import create_app
from data.store import Store
from tests.dashboard.helpers import CUMULATIVE, RETAIL, campaign, load, rate, stated


def shown(store: Store, code: str) -> str:
    with create_app(store).server.test_request_context():
        page = importlib.import_module("dashboard.pages.campaign").layout(code)
    return json.dumps(page, default=lambda one: one.to_plotly_json(), ensure_ascii=False)


def test_years_without_figures_are_named_and_fill_no_rows_and_unknown_comparisons_no_column(store: Store) -> None:
    load(store, "2023-01-05", stated(rate(RETAIL, CUMULATIVE), "2022-01/2022-12", 119.8))
    years = {"start": date(2021, 1, 1), "end": date(2023, 12, 31), "precision": "year"}
    store.save_campaign(campaign(**years), by="An")

    page = shown(store, "KC")

    assert "Chưa có số liệu của các năm: 2021, 2023." in page
    assert "+19,8" in page
    assert "Cùng các tháng năm trước" not in page


@pytest.mark.parametrize(
    ("value", "unit", "said"), [(5000.0, "Tấn", "5.000 tấn"), (9.5, "%", "9,5%"), (8.0, "%/năm", "8%/năm")]
)
def test_a_target_has_the_decimals_that_it_was_given(store: Store, value: float, unit: str, said: str) -> None:
    store.save_campaign(campaign(target_value=value, target_unit=unit), by="An")
    assert f'"children": "{said}"' in shown(store, "KC")
