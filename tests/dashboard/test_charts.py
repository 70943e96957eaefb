"""Charts: what is drawn, and how it becomes a Plotly figure."""

from __future__ import annotations

from datetime import date
from typing import Any

import plotly.graph_objects as go
import pytest

from dashboard.charts import headline_chart
from dashboard.figures.gaps import stretches
from dashboard.figures.plotly_chart import foot, plotly_figure
from dashboard.figures.spec import Band, ChartSpec, Kind, Series
from dashboard.formats import NO_BREAK
from dashboard.ranking import ranking_chart
from dashboard.theme_charts import contributions_chart
from dashboard.theme_figures import theme_figures
from data.period import Period
from data.store import Store
from tests.dashboard.helpers import AREA, RETAIL, SAME, load, rate, stated

NOVEMBER = Period.parse("2024-11").last
STIMULUS = Band("KC", "Kích cầu <tiêu dùng>", date(2024, 10, 10), None, "thematic", is_selected=True)


def spec_of(store: Store, **more: Any) -> ChartSpec:
    figures = theme_figures(store, "retail", AREA)
    return headline_chart(figures, NOVEMBER, months=12, bands=[STIMULUS], language="vi", **more)


def line(*values: float | None, statuses: tuple[str, ...] = (), kind: Kind = Kind.LINE) -> ChartSpec:
    months = tuple(f"2024-{m:02d}" for m in range(1, len(values) + 1))
    series = Series("Bán lẻ", kind, values, "%", statuses=statuses or ("official",) * len(values))
    return ChartSpec("k", "Tiêu đề", "Phụ đề", months, months, (series,), "%", "Nguồn")


def test_the_words_of_a_chart_state_the_finding_the_source_and_the_release(store: Store) -> None:
    spec = spec_of(store)
    assert spec.title == f"Bán lẻ tháng 11 ước đạt 562,0{NO_BREAK}nghìn tỷ đồng, tăng 8,8% so với cùng kỳ"
    assert "cả nước" in spec.subtitle
    assert "công bố 29/11/2024" in foot(spec) and "ước tính" in foot(spec)
    assert "cao nhất T11/2024 8,8%" in spec.alt


def test_the_day_of_a_chart_is_that_of_the_newest_figure_that_it_shows(empty_store: Store) -> None:
    load(empty_store, "2024-11-29", stated(RETAIL, "2024-11", 500.0), stated(rate(RETAIL, SAME), "2024-11", 108.0))
    load(empty_store, "2024-12-06", stated(RETAIL, "2024-11", 501.0))
    spec = spec_of(empty_store)
    assert spec.released == date(2024, 12, 6)
    assert "công bố 06/12/2024" in foot(spec)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_every_kind_of_chart_is_a_valid_plotly_figure(store: Store, theme: str) -> None:
    figures = theme_figures(store, "retail", AREA)
    heat = line(1.0, None, -3.0, kind=Kind.HEAT_MAP)
    specs = [
        spec_of(store),
        contributions_chart(store, figures, NOVEMBER, "vi"),
        ranking_chart(figures, NOVEMBER, "vi"),
        heat,
    ]
    for spec in specs:
        assert spec is not None
        go.Figure(plotly_figure(spec, theme=theme))


def test_an_estimate_is_hollow_and_the_way_to_it_is_dashed() -> None:
    figure = plotly_figure(line(1.0, 2.0, 3.0, statuses=("official", "preliminary", "estimate")))
    solid, dashed, points = figure["data"]
    assert solid["y"] == [1.0, 2.0, None]
    assert dashed["line"]["dash"] == "4px,4px" and dashed["y"] == [2.0, 3.0]
    assert len(set(points["marker"]["color"])) == 2
    (half,) = figure["layout"]["shapes"]
    assert half["yanchor"] == 2.0 and half["fillcolor"] == points["marker"]["color"][0]


def test_an_estimated_bar_is_hatched() -> None:
    figure = plotly_figure(line(1.0, 2.0, statuses=("official", "estimate"), kind=Kind.BAR))
    assert figure["data"][0]["marker"]["pattern"]["shape"] == ["", "/"]


def test_a_gap_stays_a_gap_and_a_long_one_is_named() -> None:
    spec = line(1.0, None, None, None, 2.0)
    figure = plotly_figure(spec)
    assert figure["data"][0]["y"][1:4] == [None, None, None]
    assert figure["data"][0]["connectgaps"] is False
    assert stretches(list(spec.series)) == [(1, 3)]
    assert any("Chưa có số liệu" in a["text"] for a in figure["layout"]["annotations"])


def test_a_gap_that_is_narrower_than_its_words_is_only_shaded() -> None:
    months = tuple(f"{year}-{month:02d}" for year in range(2015, 2025) for month in range(1, 13))
    values = tuple(None if 30 <= i < 36 else 1.0 for i in range(len(months)))
    spec = ChartSpec("k", "", "", months, months, (Series("Bán lẻ", Kind.LINE, values, "%"),), "%", "Nguồn")
    layout = plotly_figure(spec)["layout"]
    assert [one for one in layout["shapes"] if one["x0"] == "2017-07-01" and one["type"] == "rect"]
    assert not any("Chưa có số liệu" in a["text"] for a in layout["annotations"])


def test_a_band_starts_on_its_day_between_two_bars(store: Store) -> None:
    figure = plotly_figure(spec_of(store))
    (lane,) = [trace for trace in figure["data"] if trace.get("orientation") == "h"]
    assert lane["base"] == ["2024-10-10"]
    assert lane["x"] == [(date(2024, 12, 1) - date(2024, 10, 10)).days * 86_400_000]
    assert figure["layout"]["xaxis"]["range"] == ["2024-10-01", "2024-12-01"]


def test_words_from_data_cannot_become_markup(store: Store) -> None:
    figure = plotly_figure(spec_of(store))
    names = [trace["name"] for trace in figure["data"] if "name" in trace]
    assert "Kích cầu &lt;tiêu dùng&gt;" in names
    assert "<tiêu" not in repr([figure["data"], figure["layout"]["annotations"]])


def test_values_are_rounded_and_figures_small() -> None:
    figure = plotly_figure(line(1.23456789, 2.0))
    assert figure["data"][0]["y"][0] == 1.235


def test_a_long_line_shows_lone_values_as_points() -> None:
    months = tuple(f"{year}-{month:02d}" for year in range(2015, 2020) for month in range(1, 13))
    values = tuple(5.0 if i == 20 else None if 10 < i < 40 else 1.0 for i in range(len(months)))
    spec = ChartSpec("k", "", "", months, months, (Series("Bán lẻ", Kind.LINE, values, "%"),), "%", "Nguồn")
    lone = [one for one in plotly_figure(spec)["data"] if one["mode"] == "markers" and one["marker"]["size"] == 5]
    assert [one["y"] for one in lone] == [[5.0]]
