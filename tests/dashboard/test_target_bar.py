"""Consumer prices are judged by the target of the year, and growth is held against it."""

from __future__ import annotations

import json

import pytest

from dashboard.components.judgement import judgement
from dashboard.components.target_bar import target_bar, target_of
from dashboard.headlines import headline
from dashboard.theme_figures import theme_figures
from data.period import Period
from data.store import Plan, Store
from tests.dashboard.helpers import AREA, CPI, CUMULATIVE, load, rate, stated

NOVEMBER = Period.parse("2024-11").last


@pytest.mark.parametrize(
    ("target", "chip"), [(None, "Chưa có mục tiêu"), (4.5, "Trong mục tiêu"), (3.0, "Vượt mục tiêu")]
)
def test_prices_are_judged_by_the_target_of_the_year_and_not_by_their_direction(
    store: Store, target: float | None, chip: str
) -> None:
    load(store, "2024-12-02", stated(rate(CPI, CUMULATIVE), "2024-01/2024-11", 103.69))
    if target is not None:
        store.save_plan(Plan("cpi", AREA, 2024, "cpi", target, "%", measure="growth"), by="An")
    prices = headline(store, theme_figures(store, "prices", AREA), NOVEMBER)
    shown = [judgement(prices, "vi", target_of(store, prices)), target_bar(store, prices, "vi")]
    words = json.dumps(shown, default=lambda one: one.to_plotly_json(), ensure_ascii=False)
    assert chip in words
    assert ("Bình quân +3,7%, mục tiêu năm không quá" in words) is (target is not None)
