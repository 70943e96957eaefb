"""Exports and imports as provinces print them: units by row, thousands within headings, both ways on one sheet."""

from __future__ import annotations

from loaders.reading import Reading, read_workbook
from tests.loaders.workbooks import xlsx

OF_UNITS = [
    ["7. Kim ngạch xuất khẩu hàng hóa tỉnh Long An tháng 10 năm 2021"],
    ["", "Đơn vị tính", "Ước tháng 10/2021", "", "Tháng 10/2021 so với cùng kỳ (%)"],
    ["", "", "Lượng", "Trị giá", "Trị giá"],
    ["Tổng trị giá", "1000 USD", "", 422300.0, 93.1],
    ["Hạt điều nhân", "Tấn", 1250.0, 8200.0, 101.2],
    ["Gạo", '"', 11250.0, 6200.0, 98.5],
    ["Hàng dệt, may", "1.000 USD", "", 66200.0, 96.3],
]


def read(rows: list[list[object]], name: str) -> Reading:
    return read_workbook(xlsx(rows, "XK"), name)


def test_a_column_of_units_that_begin_with_a_number_is_no_column_of_figures() -> None:
    reading = read(OF_UNITS, "So lieu T10.2021.xlsx")
    assert {o.origin.cell for o in reading.observations if o.origin.cell.startswith("B")} == set()
    assert [f.code for f in reading.findings] == []


def test_the_unit_of_a_row_is_that_of_its_volume_or_of_its_value() -> None:
    units = {o.origin.cell: o.unit for o in read(OF_UNITS, "So lieu T10.2021.xlsx").observations}
    assert (units["D4"], units["C5"], units["C6"], units["D7"]) == ("1000 USD", "Tấn", "Tấn", "1.000 USD")
    assert (units["D5"], units["D6"]) == ("1000 USD", "1000 USD")


def test_thousands_of_a_unit_in_a_heading_are_no_part_of_its_period() -> None:
    rows = [
        ["KẾT QUẢ XUẤT KHẨU HÀNG HÓA TỈNH CÀ MAU THÁNG 9/2020"],
        ["", "Thực hiện cùng kỳ năm trước", "Thực hiện tháng trước", "Ước thực hiện tháng báo cáo"],
        ["", "Giá trị (1.000 USD)", "Giá trị (1.000 USD)", "Giá trị (1.000 USD)"],
        ["TỔNG KIM NGẠCH", 91230.5, 90120.5, 95000.5],
        ["Tôm đông lạnh", 81230.5, 80120.5, 85000.5],
    ]
    found = {o.origin.cell: (str(o.period), o.unit) for o in read(rows, "Bao cao T9.2020.xlsx").observations}
    assert (found["B4"], found["C4"], found["D4"]) == (
        ("2019-09", "1.000 USD"),
        ("2020-08", "1.000 USD"),
        ("2020-09", "1.000 USD"),
    )


def test_rows_without_a_number_belong_to_the_numbered_way_of_trade_above_them() -> None:
    rows = [
        ["KIM NGẠCH XUẤT NHẬP KHẨU THÀNH PHỐ HỒ CHÍ MINH THÁNG 12 NĂM 2024"],
        ["", "Ước tháng 12 (Triệu USD)", "Tháng 12 so với cùng kỳ (%)"],
        ["I. Kim ngạch xuất khẩu", 4301.1, 103.2],
        ["Kinh tế tư nhân", 1301.1, 101.2],
        ["II. Kim ngạch nhập khẩu", 5301.1, 107.2],
        ["Kinh tế tư nhân", 2301.1, 104.2],
    ]
    reading = read(rows, "XNK T12.2024.xlsx")
    assert {o.origin.cell: o.table for o in reading.observations if o.origin.cell.startswith("B")} == {
        "B3": "goods_exports",
        "B4": "goods_exports",
        "B5": "goods_imports",
        "B6": "goods_imports",
    }
