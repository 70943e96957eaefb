"""The month a workbook reports, and the day it was released."""

from __future__ import annotations

from datetime import date

from data.findings import Severity
from loaders.occasion import UNKNOWN_MONTH, reference_month, release_day, released_by_name
from loaders.reading import read_workbook
from tests.loaders.workbooks import xlsx


def test_the_name_of_a_file_states_the_day_of_release() -> None:
    assert released_by_name("2024-08-29-02.-Bieu-T8.2024.xlsx") == date(2024, 8, 29)
    assert released_by_name("2024-13-45-x.xlsx") is None
    assert released_by_name("bieu.xlsx") is None


def test_a_release_early_in_a_month_reports_the_month_before() -> None:
    assert reference_month("x", date(2024, 8, 29), []) == (2024, 8)
    assert reference_month("x", date(2025, 3, 6), []) == (2025, 2)


def test_a_month_in_the_name_serves_where_no_day_is_named() -> None:
    assert reference_month("Bieu T8.2024.xlsx", None, []) == (2024, 8)


def test_a_month_that_nobody_names_is_not_guessed() -> None:
    assert reference_month("bieu.xlsx", None, []) == UNKNOWN_MONTH
    title, rows = "Tổng mức bán lẻ hàng hóa", ["", "Ước tính tháng báo cáo (Tỷ đồng)", "So với cùng kỳ (%)"]
    reading = read_workbook(xlsx([[title], rows, ["TỔNG SỐ", 1000.5, 109.5], ["Du lịch", 20.5, 103.5]]), "bieu.xlsx")
    assert reading.observations == []
    assert reading.released is None
    assert {f.missing for f in reading.not_understood} == {"no_period"}
    assert [(f.code, f.severity) for f in reading.findings] == [("no_reference_month", Severity.WARNING)]


def test_the_law_says_when_a_month_is_published() -> None:
    assert release_day(2010, 7) == date(2010, 7, 29)
    assert release_day(2015, 2) == date(2015, 2, 28)
    assert release_day(2024, 12) == date(2025, 1, 6)
