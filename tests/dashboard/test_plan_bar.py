"""How much of the year's plan is reached."""

from __future__ import annotations

import json

from dashboard.components.plan_bar import plan_bar
from dashboard.headlines import headline, theme_figures
from data.period import Period
from data.store import Plan, Store
from tests.dashboard.helpers import AREA

NOVEMBER = Period.parse("2024-11").last


def shown(store: Store, unit: str) -> str:
    store.save_plan(Plan("p", AREA, 2024, "retail", 6_000_000.0, unit), by="An")
    bar = plan_bar(store, headline(store, theme_figures(store, "retail", AREA), NOVEMBER), "vi")
    return json.dumps(bar.to_plotly_json(), default=lambda o: o.to_plotly_json(), ensure_ascii=False) if bar else ""


def test_the_cumulative_level_is_held_against_the_plan_and_the_time_passed(store: Store) -> None:
    words = shown(store, "Tỷ đồng")
    assert "Đạt 97,0% kế hoạch năm, hết 11/12 năm" in words
    assert "/so-lieu/tinh?phep=plan_share" in words and "ke-hoach=p" in words


def test_a_plan_in_another_unit_is_not_compared(store: Store) -> None:
    assert shown(store, "Triệu USD") == ""
