"""How figures came about, the choice of the day of the figures, and months in the language of the page."""

from __future__ import annotations

from datetime import date
from urllib.parse import parse_qsl, urlsplit

from dashboard.charts import headline_chart
from dashboard.components.chart_card import chart_card
from dashboard.components.pickers import as_of_picker
from dashboard.components.season import season_table
from dashboard.figures.plotly_chart import plotly_figure
from dashboard.figures.spec import ChartSpec, Kind, Series
from dashboard.selection import Selection, release_days, selection_of
from dashboard.theme import colour
from dashboard.theme_charts import contributions_chart
from dashboard.theme_figures import theme_figures
from data.period import Period
from data.store import Store
from tests.dashboard.helpers import AREA

NOVEMBER = Period.parse("2024-11").last


def words_of(spec: ChartSpec) -> str:
    return str(chart_card(spec, theme="light", graph_id="chart"))


def test_a_chart_of_published_growth_says_that_nothing_else_is_computed(store: Store) -> None:
    spec = headline_chart(theme_figures(store, "retail", AREA), NOVEMBER, months=12, bands=[], language="vi")
    words = words_of(spec)
    assert "Cách tính" in words and "(cùng tháng năm trước = 100) − 100" in words
    assert f"Số đã công bố: {'; '.join(one.name for one in spec.series)}." in words and len(spec.series) == 2
    assert "Số tính từ số đã công bố" not in words


def test_contributions_are_told_apart_as_computed(store: Store) -> None:
    spec = contributions_chart(store, theme_figures(store, "retail", AREA), NOVEMBER, "en")
    assert spec is not None
    words = words_of(spec)
    parts = [one.name for one in spec.series if not one.is_total]
    assert f"Computed from published figures: {'; '.join(parts)}." in words
    assert "Published figures: Total." in words


def test_each_choice_of_a_day_is_an_address_that_keeps_month_and_area(store: Store) -> None:
    days = release_days(store)
    chosen = Selection("Hà Nội", NOVEMBER, date(2024, 11, 15))
    newest, published = as_of_picker(chosen, "/", store, "vi").children
    addresses = {option.children: option.value for option in published.children}
    assert days == sorted(set(days), reverse=True) and days
    assert newest.children == "Số mới nhất" and "ngay" not in newest.value
    for one in [*days, chosen.as_of]:
        assert one is not None
        address = addresses[f"Số đến {one:%d/%m/%Y}"]
        assert f"ngay={one.isoformat()}" in address and "ky=2024-11" in address and "vung=" in address
    assert [option.children for option in published.children if option.selected] == ["Số đến 15/11/2024"]


def test_days_of_recording_are_offered_beside_days_of_publication(store: Store) -> None:
    chosen = Selection(AREA, NOVEMBER, recorded=date(2024, 11, 15))
    *_, recorded = as_of_picker(chosen, "/", store, "vi").children
    (only,) = recorded.children
    assert only.selected and "ngay=ghi-2024-11-15" in only.value and only.children == "Đã ghi đến 15/11/2024"
    assert selection_of(dict(parse_qsl(urlsplit(only.value).query))) == chosen


def test_an_english_chart_and_season_table_name_months_in_english(store: Store) -> None:
    spec = headline_chart(theme_figures(store, "retail", AREA), NOVEMBER, months=12, bands=[], language="en")
    assert spec.labels[-1] == "Nov 2024"
    ticks = plotly_figure(spec)["layout"]["xaxis"]["ticktext"]
    assert ticks[-1].startswith("<b>Nov</b>") and not any("T1" in tick for tick in ticks)
    table = str(season_table([(2024, [None] * 12)], {}, "Season", "en"))
    assert "Th(children='Jan'" in table and "T12" not in table


def test_estimated_bars_are_hatched_in_the_colour_of_their_series() -> None:
    months = ("2024-10", "2024-11")
    series = Series("Bán lẻ", Kind.BAR, (1.0, 2.0), "%", statuses=("official", "estimate"))
    marker = plotly_figure(ChartSpec("k", "", "", months, months, (series,), "%", ""))["data"][0]["marker"]
    assert marker["color"][1] == colour("series1", "light")
    assert marker["pattern"]["fillmode"] == "replace" and marker["pattern"]["bgcolor"] == colour("surface", "light")
