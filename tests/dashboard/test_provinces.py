"""On the page of the whole country the provinces stand side by side."""

from __future__ import annotations

from dashboard.provinces import provinces_of
from dashboard.theme_figures import theme_figures
from data.period import Period
from data.store import Store
from tests.dashboard.helpers import AREA, RETAIL, SAME, load, rate, stated

SINCE, NOVEMBER = Period.parse("2024-01"), Period.parse("2024-11").last


def test_provinces_with_months_of_growth_are_shown_highest_first(store: Store) -> None:
    figures = []
    for area, value in (("Hà Nội", 109.0), ("Thái Nguyên", 112.0)):
        growth = rate(RETAIL._replace(area=area), SAME)
        figures += [stated(growth, "2024-10", value), stated(growth, "2024-11", value + 1)]
    figures.append(stated(rate(RETAIL._replace(area="Hải Phòng"), SAME), "2024-11", 120.0))
    load(store, "2024-11-30", *figures)
    national, hanoi = (theme_figures(store, "retail", area) for area in (AREA, "Hà Nội"))
    assert [area for area, _ in provinces_of(store, national, SINCE, NOVEMBER)] == ["Thái Nguyên", "Hà Nội"]
    assert provinces_of(store, national, SINCE, NOVEMBER - 1) == []
    assert provinces_of(store, hanoi, SINCE, NOVEMBER) == []
