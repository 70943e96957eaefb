"""The ranking of parts and the places that they gained or lost."""

from __future__ import annotations

import pytest

from dashboard.figures.plotly_chart import plotly_figure
from dashboard.ranking import change_words, ranking, ranking_chart
from dashboard.theme_figures import theme_figures
from data.period import Period
from data.store import Store
from tests.dashboard.helpers import AREA, RETAIL_GOODS, RETAIL_OTHER, SAME, load, rate, stated

NOVEMBER = Period.parse("2024-11").last


def test_ranks_are_compared_with_the_same_month_of_last_year(store: Store) -> None:
    goods, other = rate(RETAIL_GOODS, SAME), rate(RETAIL_OTHER, SAME)
    load(store, "2023-11-29", stated(goods, "2023-11", 110.0), stated(other, "2023-11", 104.0))
    found, month = ranking(theme_figures(store, "retail", AREA), NOVEMBER)
    assert month == Period.parse("2023-11").last
    assert [(one.line.item.code, one.rank, one.change) for one in found] == [("other_services", 1, 1), ("goods", 2, -1)]


def test_ranks_are_compared_with_last_month_where_last_year_is_not_loaded(store: Store) -> None:
    goods, other = rate(RETAIL_GOODS, SAME), rate(RETAIL_OTHER, SAME)
    load(store, "2024-10-30", stated(goods, "2024-10", 101.0), stated(other, "2024-10", 104.0))
    found, month = ranking(theme_figures(store, "retail", AREA), NOVEMBER)
    assert month == Period.parse("2024-10").last
    assert [one.change for one in found] == [0, 0]


def test_the_chart_says_each_change_beside_its_bar(store: Store) -> None:
    load(store, "2024-10-30", stated(rate(RETAIL_GOODS, SAME), "2024-10", 101.0))
    spec = ranking_chart(theme_figures(store, "retail", AREA), NOVEMBER, "vi")
    assert spec is not None
    words = [one["text"] for one in plotly_figure(spec)["layout"]["annotations"]]
    assert words == ["Hạng so với T10/2024", "…", "xuống 1"]


@pytest.mark.parametrize(("change", "words"), [(2, "lên 2"), (-1, "xuống 1"), (0, "giữ hạng"), (None, "…")])
def test_a_change_of_rank_is_said_in_words(change: int | None, words: str) -> None:
    assert change_words(change, "vi") == words
