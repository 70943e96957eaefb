"""What the page of a campaign says of it."""

from __future__ import annotations

import importlib
import json

import pytest

from dashboard.application import create_app
from data.store import Store
from tests.dashboard.helpers import campaign


@pytest.mark.parametrize(
    ("value", "unit", "said"), [(5000.0, "Tấn", "5.000 tấn"), (9.5, "%", "9,5%"), (8.0, "%/năm", "8%/năm")]
)
def test_a_target_has_the_decimals_that_it_was_given(store: Store, value: float, unit: str, said: str) -> None:
    store.save_campaign(campaign(target_value=value, target_unit=unit), by="An")
    app = create_app(store).server
    with app.test_request_context():
        page = importlib.import_module("dashboard.pages.campaign").layout("KC")
    shown = json.dumps(page, default=lambda one: one.to_plotly_json(), ensure_ascii=False)
    assert f'"children": "{said}"' in shown
