"""The table of a theme's parts says what the month before was revised by."""

from __future__ import annotations

import pytest

from dashboard.components.parts_table import parts_table, revised_levels
from dashboard.theme_figures import theme_figures
from data.period import Period
from data.store import Store
from tests.dashboard.helpers import AREA, RETAIL_GOODS, load, stated

OCTOBER, NOVEMBER = Period.parse("2024-10").last, Period.parse("2024-11").last


def headings(store: Store, last: int) -> list[str]:
    table = parts_table(store, theme_figures(store, "retail", AREA), last, "vi").children[1].children
    return [one.children for one in table.children[0].children.children]


def test_a_level_is_held_against_what_was_known_before_its_newest_release(store: Store) -> None:
    figures = theme_figures(store, "retail", AREA)
    assert figures.total is not None
    assert revised_levels(store, [figures.total], OCTOBER) == pytest.approx({"total": 2.153}, abs=0.001)
    assert "Sửa, %" in headings(store, NOVEMBER)


def test_what_was_never_revised_has_no_column(store: Store) -> None:
    load(store, "2024-12-29", stated(RETAIL_GOODS, "2024-12", 440_000.0, "estimate"))
    assert revised_levels(store, list(theme_figures(store, "retail", AREA).parts), NOVEMBER) == {}
    assert "Sửa, %" not in headings(store, NOVEMBER + 1)
