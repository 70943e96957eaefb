"""What the explorer shows around its chart: finding, comparisons to add, spans, and where the values come from."""

from __future__ import annotations

import re
from datetime import date
from itertools import pairwise

import pytest

from dashboard.components.mini_chart import mini_chart
from dashboard.explorer.chart import picture
from dashboard.explorer.related import related
from dashboard.explorer.selection import MOST_SERIES, Selection
from dashboard.explorer.theme_selection import around_campaign, theme_selection
from dashboard.figures.plotly_chart import plotly_figure
from dashboard.theme import LIGHT
from dashboard.views import explored, origins, series_list
from data.store import SeriesKey, Store
from tests.dashboard.helpers import CPI, EXPORTS, PREVIOUS, RETAIL, SAME, load, rate, stated

GOODS, TRAVEL = RETAIL._replace(item="goods"), RETAIL._replace(item="travel")
HANOI = RETAIL._replace(area="Hà Nội")
IMPORTS = EXPORTS._replace(table="goods_imports")


@pytest.fixture
def years(empty_store: Store) -> Store:
    """Levels of eight years up to 2023; the last month of all is an estimate."""
    months = [f"{year}-{month:02d}" for year in range(2016, 2024) for month in range(1, 13)]
    figures = [
        stated(key, month, 100.0 * (n + 1) + at, "estimate" if month == "2023-12" else "official")
        for n, key in enumerate((RETAIL, GOODS, TRAVEL, HANOI, EXPORTS, IMPORTS))
        for at, month in enumerate(months)
    ]
    load(empty_store, "2024-01-06", *figures)
    return empty_store


def numbers(store: Store, *keys: SeriesKey) -> tuple[int, ...]:
    known = {one.key: one.id for one in store.all_series().values()}
    return tuple(known[key] for key in keys)


def shown(store: Store, chosen: Selection) -> explored.View:
    return explored.view(store, picture(store, chosen, (), "vi"), chosen, "vi", LIGHT)


def title(store: Store, *keys: SeriesKey) -> str:
    spec = picture(store, Selection(numbers(store, *keys)), (), "vi").spec
    assert spec is not None
    return spec.title.replace("\u00a0", " ")


def test_what_lines_have_in_common_is_said_once_before_the_month(years: Store) -> None:
    assert title(years, GOODS, TRAVEL).startswith("Bán lẻ, T12/2023 (ước tính): bán lẻ hàng hóa 295,0 tỷ đồng; ")
    assert "Cả nước 195,0 tỷ đồng; Hà Nội 495,0 tỷ đồng" in title(years, RETAIL, HANOI)
    assert title(years, EXPORTS, IMPORTS) == (
        "T12/2023 (ước tính): xuất khẩu 595,0 triệu USD; nhập khẩu 695,0 triệu USD"
    )


def test_series_of_the_same_kind_are_offered_until_they_are_on_the_chart(years: Store) -> None:
    total, goods, travel, hanoi = numbers(years, RETAIL, GOODS, TRAVEL, HANOI)
    assert [one for one, _ in related(years, (goods,), "vi")] == [total, travel]
    assert [one for one, _ in related(years, (goods, total), "vi")] == [goods, travel, hanoi][1:]
    assert ("+", "Hà Nội") not in related(years, (), "vi")
    assert f'data-explore-add="{travel}"' in shown(years, Selection((goods,))).chips


def test_a_full_chart_offers_no_more(years: Store) -> None:
    some = (*numbers(years, RETAIL, GOODS, TRAVEL, HANOI, EXPORTS, IMPORTS), 901, 902)
    assert len(some) == MOST_SERIES and "chip-add" not in shown(years, Selection(some)).chips


def test_spans_are_offered_as_far_as_there_are_figures(years: Store) -> None:
    about = shown(years, Selection(numbers(years, RETAIL))).about
    assert re.findall(r'aria-pressed="(\w+)" data-explore-start="([^"]*)"', about) == [
        ("false", "01/2021"), ("true", ""), ("false", "01/2016"),
    ]  # fmt: skip


def test_where_nothing_is_drawn_the_title_says_so_and_the_level_is_one_click_away(years: Store) -> None:
    view = shown(years, Selection(numbers(years, RETAIL), "share", start="1999-01", end="1999-12"))
    assert view.is_empty and "Chưa vẽ được" in view.head and 'data-explore-how="level"' in view.about


def test_origins_are_those_of_the_months_shown(years: Store) -> None:
    chosen = Selection(numbers(years, RETAIL), end="2020-06")
    markup = origins.origins(picture(years, chosen, (), "vi"), chosen, None, "vi")
    assert "153,0\u00a0Tỷ đồng" in markup and "T6/2020" in markup and "chính thức" in markup
    assert re.findall(r'data-explore-month="([^"]+)"', markup) == ["2020-05"]
    before = origins.origins(picture(years, chosen, (), "vi"), chosen, 2020 * 12 + 4, "vi")
    assert "152,0\u00a0Tỷ đồng" in before
    assert re.findall(r'data-explore-month="([^"]+)"', before) == ["2020-04", "2020-06"]


def test_found_series_are_marked_where_they_are_on_the_chart(years: Store) -> None:
    goods, travel = numbers(years, GOODS, TRAVEL)
    (listed,) = series_list.found(years, "ban le", (goods,), "vi")
    marked = dict(re.findall(r'data-explore-add="(\d+)"( aria-current="true")?', listed.svg))
    assert marked[str(goods)] and not marked[str(travel)]


def test_two_axes_both_begin_at_zero(years: Store) -> None:
    spec = picture(years, Selection(numbers(years, RETAIL, EXPORTS), has_two_axes=True), (), "vi").spec
    assert spec is not None
    layout = plotly_figure(spec)["layout"]
    assert layout["yaxis"]["range"][0] == layout["yaxis2"]["range"][0] == 0


def test_names_below_values_keep_apart_and_long_ones_are_cut(years: Store) -> None:
    spec = picture(years, Selection(numbers(years, RETAIL, GOODS, TRAVEL), base="2023-12"), (), "vi").spec
    assert spec is not None
    labels = [one for one in plotly_figure(spec)["layout"]["annotations"] if "■" in one["text"]]
    middles = sorted((one["yshift"], one["text"].count("<br>")) for one in labels)
    assert all(high - low > 17 * (1 + (a + b) / 2) + 5 for (low, a), (high, b) in pairwise(middles))
    assert any("…" in one["text"] for one in labels)


def test_a_gap_leaves_the_line_of_a_small_chart_open(empty_store: Store) -> None:
    for_months = {"2023-01": 1.0, "2023-02": 2.0, "2023-05": 3.0, "2023-06": 4.0}
    load(empty_store, "2024-01-06", *(stated(RETAIL, month, value) for month, value in for_months.items()))
    spec = picture(empty_store, Selection(numbers(empty_store, RETAIL)), (), "vi").spec
    assert spec is not None
    (path,) = re.findall(r'<path d="([^"]+)" fill="none"', mini_chart(spec))
    assert path.count("M") == 2 and path.count("L") == 2
    assert "<span>T1/2023</span><span>T6/2023</span>" in mini_chart(spec)


def test_lines_of_one_item_end_with_what_is_measured(empty_store: Store) -> None:
    keys = [rate(CPI, comparison) for comparison in (SAME, PREVIOUS)]
    load(empty_store, "2024-01-06", *(stated(key, month, 103.0) for key in keys for month in ("2023-01", "2023-02")))
    spec = picture(empty_store, Selection(numbers(empty_store, *keys)), (), "vi").spec
    assert spec is not None and spec.unit == "kỳ so sánh = 100"
    assert [one.short_name for one in spec.series] == [
        "Chỉ số so với cùng tháng năm trước",
        "Chỉ số so với tháng trước",
    ]
    labels = [one["text"] for one in plotly_figure(spec)["layout"]["annotations"] if "■" in one["text"]]
    assert len(labels) == 2 and all("<b>103,0</b>" in words for words in labels)


def test_where_no_series_fits_other_results_are_offered(years: Store) -> None:
    (told,) = series_list.found(years, "phong trào", (), "vi")
    assert "Không có chuỗi nào khớp" in told.svg and 'href="/phong-trao"' in told.svg


def test_whole_words_come_before_beginnings_of_longer_ones(empty_store: Store) -> None:
    coal = EXPORTS._replace(item="coal")
    load(
        empty_store,
        "2024-01-06",
        stated(coal, "2023-01", 1.0),
        stated(RETAIL._replace(area="Thanh Hóa"), "2023-01", 1.0),
    )
    (listed,) = series_list.found(empty_store, "than", (), "vi")
    assert listed.svg.index("Than đá") < listed.svg.index("Thanh Hóa")
    assert "Triệu USD · T1/2023" in listed.svg


def test_series_that_ended_long_ago_are_offered_last(empty_store: Store) -> None:
    old = RETAIL._replace(item="accommodation_catering")
    figures = [stated(key, "2023-12", 1.0) for key in (GOODS, TRAVEL)] + [stated(old, "2010-12", 1.0)]
    load(empty_store, "2024-01-06", *figures)
    goods, travel, past = numbers(empty_store, GOODS, TRAVEL, old)
    assert [one for one, _ in related(empty_store, (goods,), "vi")] == [travel, past]


def test_the_months_round_a_campaign_end_where_the_figures_do(years: Store) -> None:
    assert around_campaign(date(2020, 3, 1), date(2020, 8, 31), "2023-12") == {"start": "2019-03", "end": "2021-08"}
    assert around_campaign(date(2023, 3, 1), None, "2023-12") == {"start": "2022-03", "end": "2023-12"}
    asked = theme_selection(years, "retail", "Cả nước", date(2023, 3, 1), date(2023, 8, 31))
    assert asked is not None and asked.series == numbers(years, RETAIL) and asked.end == "2023-12"
    assert theme_selection(years, "prices", "Cả nước", date(2023, 3, 1), None) is None
