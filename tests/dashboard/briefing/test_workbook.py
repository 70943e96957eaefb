"""The workbook of a chart can be read in again, and its formulas come to the growth that they claim."""

from __future__ import annotations

import io

import openpyxl
import pytest

from dashboard.briefing.workbook import chart_workbook
from loaders.reading import read_workbook
from tests.dashboard.briefing.charts import level_and_growth


def test_the_loader_reads_back_the_same_figures():
    spec = level_and_growth(20)
    read = read_workbook(chart_workbook(spec), "bieu-do.xlsx")
    assert read.not_understood == []
    assert {one.table for one in read.observations} == {"retail_sales"}
    for measure, one in zip(("value", "growth"), spec.series, strict=True):
        found = {str(o.period): o.value for o in read.observations if o.measure == measure}
        assert found == {month: v for month, v in zip(spec.categories, one.values, strict=True) if v is not None}
    assert {o.comparison.value for o in read.observations if o.measure == "growth"} == {"same_month_previous_year"}


def test_growth_stands_there_as_formulas_with_their_results():
    body = chart_workbook(level_and_growth(20))
    written = openpyxl.load_workbook(io.BytesIO(body))["Kiểm tra tăng trưởng"]
    shown = openpyxl.load_workbook(io.BytesIO(body), data_only=True)["Kiểm tra tăng trưởng"]
    levels = level_and_growth(20).series[0].values
    assert written["D17"].value == "=(B17/B5-1)*100"
    assert shown["D17"].value == pytest.approx((levels[12] / levels[0] - 1) * 100)
    assert written["C6"].value == "=(B6/B5-1)*100"
    assert written["D16"].value is None


def test_numbers_carry_formats_and_the_last_sheet_its_source():
    book = openpyxl.load_workbook(io.BytesIO(chart_workbook(level_and_growth(20))))
    figures, notes = book["Số liệu"], book["Ghi chú và nguồn"]
    assert figures["B7"].number_format == "#,##0.0" and figures["A7"].is_date
    told = {row[0].value: row[1].value for row in notes.iter_rows(max_col=2)}
    assert told["Nguồn"] == "Cục Thống kê, báo cáo tháng 8/2024" and told["Ngày công bố"] == "06/09/2024"


def test_the_same_chart_gives_the_same_bytes():
    assert chart_workbook(level_and_growth(20)) == chart_workbook(level_and_growth(20))
