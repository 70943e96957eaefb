"""Whole years of an area of which no months are published: sentence, growth, chart, files and pages."""

from __future__ import annotations

from datetime import date

import pytest

from dashboard.briefing.csv import table
from dashboard.chart_files import chart_of
from dashboard.components.chart_card import chart_table
from dashboard.derivations.derivation import derivation_of_query
from dashboard.derivations.explained import explain
from dashboard.figures.plotly_chart import plotly_figure
from dashboard.theme_figures import ThemeFigures, theme_figures
from dashboard.yearly import without_months, year_sentence, yearly_chart, years_of
from data.store import Store
from tests.dashboard.helpers import AREA, CUMULATIVE, IIP, RETAIL, load, rate, stated

HANOI, THAI_NGUYEN = "Hà Nội", "Thái Nguyên"
OF_HANOI = RETAIL._replace(area=HANOI)


@pytest.fixture
def years(store: Store) -> Store:
    iip = rate(IIP._replace(area=HANOI), CUMULATIVE)
    load(
        store, "2017-12-31",
        stated(OF_HANOI, "2014", 335_965.0, "official"),
        stated(OF_HANOI, "2015", 375_516.3, "official"),
        stated(OF_HANOI, "2016", 399_875.6, "preliminary"),
        stated(RETAIL._replace(area=THAI_NGUYEN), "2016", 22_000.2, "preliminary"),
        stated(iip, "2015", 108.3, "official"),
        stated(iip, "2016", 107.3, "official"),
    )  # fmt: skip
    return store


def retail(store: Store, area: str = HANOI) -> ThemeFigures:
    return theme_figures(store, "retail", area)


def test_growth_comes_from_two_years_of_one_release_and_says_so(years: Store) -> None:
    last = years_of(retail(years))[-1]

    assert last.growth is not None
    assert round(last.growth.value, 2) == 6.49
    asked = derivation_of_query(last.growth.derived)
    assert asked is not None
    found = explain(years, asked)
    assert found is not None
    assert round(found.value, 2) == 6.49
    assert [one.value for one in found.inputs] == [375_516.3, 399_875.6]


def test_years_of_two_releases_are_never_divided(years: Store) -> None:
    load(years, "2018-06-30", stated(OF_HANOI, "2016", 402_000.0, "official"))

    growth = {one.number: one.growth for one in years_of(retail(years))}

    assert growth[2016] is None
    assert growth[2015] is not None


def test_a_published_ratio_counts_before_a_computed_one(years: Store) -> None:
    load(years, "2018-01-15", stated(rate(OF_HANOI, CUMULATIVE), "2016", 106.0, "official"))

    growth = years_of(retail(years))[-1].growth

    assert growth is not None
    assert (round(growth.value, 6), growth.is_computed) == (6.0, False)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("vi", "Bán lẻ năm 2016 đạt 399,9 nghìn tỷ đồng, tăng 6,5% so với năm 2015"),
        ("en", "Retail sales came to 399.9 trillion dong in 2016 and rose 6.5% on 2015"),
    ],
)
def test_the_sentence_tells_level_and_growth(years: Store, language: str, words: str) -> None:
    figures = retail(years)
    assert year_sentence(figures, years_of(figures)[-1], language).replace("\N{NO-BREAK SPACE}", " ") == words


def test_the_chart_goes_by_years_with_broad_bars(years: Store) -> None:
    spec = yearly_chart(years, retail(years), bands=(), language="vi")
    assert spec is not None
    figure = plotly_figure(spec)

    assert figure["layout"]["xaxis"]["ticktext"] == ("2014", "2015", "<b>2016</b>")
    bars = next(trace for trace in figure["data"] if trace["type"] == "bar")
    assert bars["width"] > 200 * 86_400_000
    assert "Nguồn: Tổng cục Thống kê" in f"Nguồn: {spec.source}"


def test_table_and_files_call_a_year_a_year(years: Store) -> None:
    spec = chart_of(years, "retail-years", {"vung": HANOI}, "vi")
    assert spec is not None

    assert '<th scope="col">Năm</th>' in str(chart_table(spec))
    assert "\r\nNăm;So với năm trước (%);" in table(spec).decode("utf-8-sig")


def test_rates_alone_are_a_chart_of_one_panel(years: Store) -> None:
    spec = yearly_chart(years, theme_figures(years, "industry", HANOI), bands=(), language="vi")

    assert spec is not None
    assert [one.values for one in spec.series] == [pytest.approx((8.3, 7.3))]
    assert spec.title == "Sản xuất công nghiệp năm 2016 tăng 7,3% so với năm 2015"


def test_one_year_is_no_series(years: Store) -> None:
    assert years_of(retail(years, THAI_NGUYEN)) == []


def test_an_area_with_months_shows_its_years_only_where_most_have_no_month(years: Store) -> None:
    assert without_months(retail(years, AREA)) == []
    load(years, "2024-12-02", stated(OF_HANOI, "2024-11", 70_000.0))

    assert [one.number for one in without_months(retail(years))] == [2014, 2015, 2016]


def test_the_years_name_their_own_source_beside_a_newer_workbook_of_the_province(years: Store) -> None:
    load(years, "2024-12-02", stated(OF_HANOI, "2024-11", 70_000.0))

    spec = yearly_chart(years, retail(years), bands=(), language="vi")

    assert spec is not None
    assert (spec.source, spec.released) == ("Tổng cục Thống kê", date(2017, 12, 31))
