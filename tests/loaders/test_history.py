"""History files: periods down the rows or across the columns, in one block or several."""

from __future__ import annotations

from datetime import date
from io import BytesIO

import pytest
import xlsxwriter

from data.observation import Observation
from loaders.reading import Reading, read_workbook
from tests.loaders.workbooks import xlsx

CPI_TITLE = ["Chỉ số giá tiêu dùng cả nước"]
RETAIL_TITLE = ["Tổng mức bán lẻ hàng hóa và doanh thu dịch vụ tiêu dùng"]


def read(rows: list[list[object]], name: str = "lich-su.xlsx") -> Reading:
    return read_workbook(xlsx(rows), name)


def at(reading: Reading, cell: str) -> Observation:
    (found,) = [o for o in reading.observations if o.origin.cell == cell]
    return found


def months(form: str) -> list[list[object]]:
    return [[form.format(m=m), 5000 + m] for m in range(1, 7)]


def test_periods_down_the_rows_with_rows_that_describe_each_series() -> None:
    reading = read(
        [
            CPI_TITLE,
            ["Kỳ", "Chỉ số giá tiêu dùng", "Lương thực", "Vàng"],
            ["So với", "cùng kỳ năm trước", "tháng trước", "kỳ gốc 2019"],
            ["Trạng thái", "chính thức", "", ""],
            *[[f"{m:02d}/2024", 103 + m / 10, 100.1, 150.5] for m in range(1, 6)],
        ]
    )
    total, food, gold = (at(reading, cell) for cell in ("B6", "C6", "D6"))
    assert (total.item, total.comparison, total.status) == (
        "Chỉ số giá tiêu dùng",
        "same_month_previous_year",
        "official",
    )
    assert (food.item, food.comparison, str(food.period)) == ("Lương thực", "previous_month", "2024-02")
    assert (gold.comparison, gold.base, gold.value) == ("base_period", "2019", 150.5)


def test_periods_across_with_columns_that_describe_each_series() -> None:
    header = ["Chỉ tiêu", "Thuộc", "Đơn vị tính", "So với", "Jan-24", "Feb-24", "Mar-24", "Apr-24"]
    reading = read(
        [
            RETAIL_TITLE,
            header,
            ["Tổng số", "", "Tỷ đồng", "", 500100, 510000, 520000, 530000],
            ["Bán lẻ hàng hóa", "Tổng số", "Tỷ đồng", "", 400100, 410000, "-", 430000],
            ["Tổng số", "", "%", "Cùng kỳ năm trước", 108.1, 108.2, 109.5, 107.5],
        ]
    )
    goods, index = at(reading, "F4"), at(reading, "G5")
    assert (goods.item, goods.parents, goods.unit, str(goods.period)) == (
        "Bán lẻ hàng hóa",
        ("Tổng số",),
        "Tỷ đồng",
        "2024-02",
    )
    assert (index.measure, index.comparison, index.unit) == ("index", "same_month_previous_year", "%")
    assert not [o for o in reading.observations if o.origin.cell == "G4"]


@pytest.mark.parametrize("form", ["2024M{m:02d}", "T{m}/2024", "Tháng {m}/2024", "tháng {m} năm 2024", "2024-{m:02d}"])
def test_months_are_known_in_each_way_of_writing(form: str) -> None:
    reading = read([RETAIL_TITLE, ["Tháng", "Tổng số (Tỷ đồng)"], *months(form)])
    assert [str(o.period) for o in reading.observations] == [f"2024-{m:02d}" for m in range(1, 7)]


def test_english_months_are_periods() -> None:
    names = ("JAN", "FEB", "MAR", "APR", "MAY")
    reading = read([RETAIL_TITLE, ["Time period", "Total"], *[[f"1986{n}", 10.5 * i] for i, n in enumerate(names, 1)]])
    assert [str(o.period) for o in reading.observations] == [f"1986-{m:02d}" for m in range(1, 6)]


def test_true_dates_are_periods() -> None:
    buffer = BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True, "default_date_format": "mm/yyyy"}) as book:
        page = book.add_worksheet()
        page.write_row(0, 0, RETAIL_TITLE)
        page.write_row(1, 0, ["Tháng", "Tổng số"])
        for m in range(1, 6):
            page.write_datetime(m + 1, 0, date(2023, m, 1))
            page.write_number(m + 1, 1, 7000.5 + m)
    reading = read_workbook(buffer.getvalue(), "ngay.xlsx")
    assert [str(o.period) for o in reading.observations] == [f"2023-{m:02d}" for m in range(1, 6)]


def test_months_without_a_year_take_it_from_the_columns() -> None:
    reading = read(
        [
            ["Tổng mức bán lẻ hàng hóa và doanh thu dịch vụ tỉnh Tây Ninh"],
            ["Kỳ", "Năm 2025 (Tỷ đồng)", "Năm 2026 (Tỷ đồng)", "So CK", "So KH"],
            ["T1", 16425.9, 18424.1, 112.2, 0.08],
            ["T2", 15718.1, 18583.2, 118.2, 0.08],
            ["T3", 15928.3, 18635.3, 117.0, 0.08],
            ["Quí I", 48572.3, 55642.6, 114.6, 0.24],
            ["6 tháng", 97406.4, 113805.4, 116.8, 0.49],
        ]
    )
    first, quarter, ratio, plan = (at(reading, cell) for cell in ("B3", "C6", "D7", "E7"))
    assert (str(first.period), first.area, first.unit) == ("2025-01", "Tây Ninh", "Tỷ đồng")
    assert str(quarter.period) == "2026-Q1"
    assert (str(ratio.period), ratio.comparison) == ("2026-01/2026-06", "same_period_previous_year")
    assert (plan.measure, plan.base) == ("share", "KH")


def test_months_without_a_year_take_it_from_the_title_before_what_it_is_compared_with() -> None:
    reading = read(
        [
            ["18. Chỉ số giá tiêu dùng, chỉ số giá vàng và đô la Mỹ"],
            ["      các tháng năm 2006 so với tháng 12 năm 2005"],
            ["", "Chỉ số chung", "Chỉ số giá vàng"],
            *[[f"Tháng {m}", 100.5 + m, 101.5 + m] for m in range(1, 13)],
        ],
        "2006-12-29-Bieu1206.xlsx",
    )
    gold = at(reading, "C6")
    assert (gold.item, str(gold.period), gold.comparison) == ("Chỉ số giá vàng", "2006-03", "december_previous_year")


def test_a_row_of_years_over_a_row_of_months() -> None:
    reading = read(
        [
            ["Chỉ số sản xuất công nghiệp so với cùng kỳ năm trước (%)"],
            ["", 2023, "", 2024, ""],
            ["Ngành", "T11", "T12", "T1", "T2"],
            ["Toàn ngành", 101.5, 102.5, 103.5, 104.5],
        ]
    )
    assert [str(o.period) for o in reading.observations] == ["2023-11", "2023-12", "2024-01", "2024-02"]
    assert {n.cell for n in reading.not_observations} == {"B2", "D2"}


def test_stacked_blocks_have_each_their_table() -> None:
    reading = read(
        [
            RETAIL_TITLE,
            ["Tháng", "Tổng số"],
            *months("{m:02d}/2024"),
            [],
            ["Chỉ số giá tiêu dùng so với cùng kỳ năm trước"],
            ["Tháng", "Chỉ số chung"],
            *[[f"{m:02d}/2024", 103.5 + m / 10] for m in range(1, 6)],
        ]
    )
    assert {o.table for o in reading.observations if o.origin.cell in ("B3", "B8")} == {"retail_sales"}
    assert {o.table for o in reading.observations if o.origin.cell in ("B12", "B16")} == {"consumer_price_index"}


def test_running_totals_reach_from_january() -> None:
    reading = read([RETAIL_TITLE, ["Tháng", "Cộng dồn từ đầu năm"], *months("{m:02d}/2024")])
    assert [str(o.period) for o in reading.observations][1:3] == ["2024-01/2024-02", "2024-Q1"]


def test_an_index_that_does_not_say_what_it_is_compared_with_is_not_guessed() -> None:
    reading = read([["Chỉ số sản xuất công nghiệp"], ["Tháng", "Toàn ngành"], *months("{m:02d}/2024")])
    assert not reading.observations
    assert {figure.missing for figure in reading.not_understood} == {"no_comparison"}


def test_a_history_of_something_else_is_said_to_be_unknown() -> None:
    reading = read([["Số giờ nắng các tháng"], ["Tháng", "Láng"], *months("{m:02d}/2024")])
    assert [f.code for f in reading.findings] == ["nothing_known"]


def test_a_yearbook_says_the_status_of_a_year_and_units_and_shares_between_its_rows() -> None:
    rows: list[list[object]] = [
        ["Tổng mức bán lẻ hàng hóa và doanh thu dịch vụ tiêu dùng tỉnh Hưng Yên"],
        ["", 2018, 2019, 2020, 2021, "Sơ bộ 2022"],
        ["", "Triệu đồng"],
        ["TỔNG SỐ", 32100200, 35200100, 34100300, 33500100, 39200400],
        ["Nhà nước", 1100200, 1200100, 1100300, 1500100, 1200400],
        ["Cơ cấu (%)"],
        ["TỔNG SỐ", 100, 100, 100, 100, 100],
        ["Nhà nước", 3.4, 3.4, 3.2, 4.5, 3.1],
    ]
    found = {o.origin.cell: o for o in read_workbook(xlsx(rows), "NGTK.xlsx").observations}
    level, share = found["F5"], found["F8"]
    assert (str(level.period), level.status, level.measure, level.unit) == (
        "2022",
        "preliminary",
        "value",
        "Triệu đồng",
    )
    assert (str(share.period), share.status, share.measure, share.unit) == ("2022", "preliminary", "share", "%")
    assert (found["B5"].status, found["B8"].measure) == ("", "share")
