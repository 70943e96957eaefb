"""The source line names who says the figures: the national office by its name of that day, or a province's own file."""

from __future__ import annotations

from datetime import date

import pytest

from dashboard.charts import headline_chart
from dashboard.explorer.chart import drawn
from dashboard.explorer.selection import Selection
from dashboard.figures.plotly_chart import foot
from dashboard.producers import named_source, source_of
from dashboard.theme_figures import theme_figures
from data.observation import WHOLE_COUNTRY
from data.period import Period
from data.store import Store
from tests.dashboard.helpers import RETAIL, SAME, load, rate, stated

MAY = Period.parse("2025-05").last
HANOI = RETAIL._replace(area="Hà Nội")


@pytest.mark.parametrize(
    ("day", "vi", "en"),
    [
        (date(2024, 11, 29), "Tổng cục Thống kê", "General Statistics Office"),
        (date(2025, 3, 6), "Cục Thống kê", "National Statistics Office"),
    ],
)
def test_the_national_office_bears_the_name_of_the_day_of_release(day: date, vi: str, en: str) -> None:
    assert named_source(WHOLE_COUNTRY, "", day, "vi") == vi
    assert named_source(WHOLE_COUNTRY, "", day, "en") == en


def test_a_province_s_own_workbook_is_named_by_area_and_file(store: Store) -> None:
    load(store, "2025-06-02", stated(HANOI, "2025-05", 70_000.0), stated(rate(HANOI, SAME), "2025-05", 112.0))
    figures = theme_figures(store, "retail", "Hà Nội")
    spec = headline_chart(figures, MAY, months=12, bands=[], language="vi")
    assert "Nguồn: biểu của Hà Nội, tệp 2025-06-02.xlsx, công bố 02/06/2025" in foot(spec)
    assert source_of(figures, None, "en") == "workbook of Ha Noi, file 2025-06-02.xlsx"


def test_a_province_in_the_national_workbook_is_the_national_office_s(store: Store) -> None:
    load(store, "2025-06-02", stated(HANOI, "2025-05", 70_000.0), stated(RETAIL, "2025-05", 580_000.0))
    figures = theme_figures(store, "retail", "Hà Nội")
    assert source_of(figures, date(2025, 6, 2), "vi") == "Cục Thống kê"


def test_the_explorer_names_everybody_whose_figures_it_draws(store: Store) -> None:
    load(store, "2025-06-02", stated(HANOI, "2025-05", 70_000.0))
    ids = tuple(one.id for one in store.all_series().values() if one.key in (HANOI, RETAIL))
    spec = drawn(store, Selection(series=ids), "vi").spec
    assert spec is not None
    assert set(spec.source.split("; ")) == {"Tổng cục Thống kê", "biểu của Hà Nội, tệp 2025-06-02.xlsx"}
