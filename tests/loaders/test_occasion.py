"""The month a workbook reports, and the day it was released."""

from __future__ import annotations

from datetime import date

import pytest

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


@pytest.mark.parametrize(
    ("name", "month"),
    [
        ("Báo cáo tháng 5 năm 2023.xlsx", (2023, 5)),
        ("Bieu quy 3 nam 2023.xlsx", (2023, 9)),
        ("PL bao cao 6 thang 2018.xlsx", (2018, 6)),
        ("So lieu Quý III và 9 tháng năm 2023.xlsx", (2023, 9)),
    ],
)
def test_a_quarter_or_some_months_in_the_name_end_with_the_month_of_the_report(
    name: str, month: tuple[int, int]
) -> None:
    assert reference_month(name, None, []) == month


def test_a_report_whose_headings_name_no_month_ends_with_its_last_quarter() -> None:
    rows = [
        ["12. Tổng mức bán lẻ hàng hóa tỉnh Lâm Đồng"],
        ["", "Thực hiện quý II năm 2023 (Tỷ đồng)", "Ước tính quý III năm 2023 (Tỷ đồng)"],
        ["TỔNG SỐ", 19301.2, 20100.3],
        ["Bán lẻ hàng hóa", 13301.2, 14100.3],
    ]
    assert read_workbook(xlsx(rows), "bieu.xlsx").released == date(2023, 9, 29)


def test_headings_correct_the_year_of_a_name_that_kept_the_old_one() -> None:
    rows = [
        ["7. Chỉ số sản xuất công nghiệp tháng 01 năm 2026"],
        ["", "Tháng 01 năm 2026 so với tháng trước", "Tháng 01 năm 2026 so với cùng kỳ năm trước"],
        ["TOÀN NGÀNH", 95.75, 125.95],
        ["Khai khoáng", 100.05, 60.64],
    ]
    assert read_workbook(xlsx(rows), "So lieu CN T1.2025_gui lai.xlsx").released == date(2026, 2, 6)


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
