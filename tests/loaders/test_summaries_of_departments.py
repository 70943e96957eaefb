"""Sheets of departments whose rows are of several tables: summaries, trade both ways, an index among products."""

from __future__ import annotations

from collections.abc import Iterable

from data.catalogue import catalogue
from data.observation import Observation
from loaders.reading import Reading, read_workbook
from tests.loaders.workbooks import xlsx

Meaning = tuple[str, str, str, str, str]


def read(rows: list[list[object]], name: str) -> Reading:
    return read_workbook(xlsx(rows, "PL1"), name)


def meanings(reading: Reading, cells: Iterable[str]) -> list[Meaning]:
    """(table, measure, comparison, period, unit) of each cell."""
    by_cell: dict[str, Observation] = {o.origin.cell: o for o in reading.observations}
    found = [by_cell[cell] for cell in cells]
    return [(o.table, str(o.measure), str(o.comparison), str(o.period), o.unit) for o in found]


THAI_NGUYEN = [
    ["Phụ lục 1"],
    ["TÌNH HÌNH THỰC HIỆN CÁC CHỈ TIÊU CHỦ YẾU NGÀNH CÔNG THƯƠNG TỈNH THÁI NGUYÊN THÁNG 7 NĂM 2020"],
    ["(Kèm theo Báo cáo số 123/BC-SCT ngày 20/7/2020)"],
    ["TT", "Chỉ tiêu", "ĐVT", "KH năm 2020", "Thực hiện T6/2020", "Ước TH T7/2020", "Ước TH 7T/2020",
     "T7/T6 (%)", "T7/2020 so với T7/2019 (%)", "7T/2020 so với 7T/2019 (%)", "7T/KH (%)"],
    ["1", "2", "3", "4", "5", "6", "7", "8=6/5", "9", "10", "11=7/4"],
    ["A", "SẢN XUẤT CÔNG NGHIỆP"],
    ["I", "Giá trị sản xuất công nghiệp (giá SS 2010)", "Tỷ đồng", 803300, 63000.5, 64000.5, 430000.5,
     101.6, 104.9, 101.2, 53.5],
    ["1", "Công nghiệp địa phương", '"', 35000, 2500, 2600, 17000, 104, 108, 104.5, 56.7],
    ["II", "Chỉ số sản xuất công nghiệp (IIP)", "%", "", "", "", "", 101.5, 104.1, 102.2],
    ["III", "Sản phẩm chủ yếu"],
    ["1", "Xi măng", "1000 tấn", 2800, 210.5, 220.5, 1500.5, 104.8, 103, 101, 53.4],
    ["B", "THƯƠNG MẠI"],
    ["I", "Tổng mức bán lẻ hàng hóa và doanh thu dịch vụ tiêu dùng", "Tỷ đồng", 41890, 3200, 3300, 21500,
     103, 107, 99, 51.3],
    ["II", "Kim ngạch xuất khẩu", "Triệu USD", 30000, 2300, 2400, 14500, 104, 110, 92, 48],
    ["III", "Kim ngạch nhập khẩu", "Triệu USD", 17000, 1300, 1400, 8500, 104, 110, 92, 50],
    ["IV", "Thu hút đầu tư", "Triệu USD", 100, 13, 14, 85, 104, 110, 92, 50],
]  # fmt: skip


def test_each_row_of_a_summary_is_read_by_the_grammar_of_its_own_table() -> None:
    reading = read(THAI_NGUYEN, "BC T7-2020.xlsx")
    assert meanings(reading, ["F7", "F8", "F11", "F13", "F14", "F15"]) == [
        ("industrial_output_value", "value", "none", "2020-07", "Tỷ đồng"),
        ("industrial_output_value", "value", "none", "2020-07", "Tỷ đồng"),
        ("industrial_products", "volume", "none", "2020-07", "1000 tấn"),
        ("retail_sales", "value", "none", "2020-07", "Tỷ đồng"),
        ("goods_exports", "value", "none", "2020-07", "Triệu USD"),
        ("goods_imports", "value", "none", "2020-07", "Triệu USD"),
    ]
    assert meanings(reading, ["H9", "I9", "J9"]) == [
        ("industrial_production_index", "index", "previous_month", "2020-07", "%"),
        ("industrial_production_index", "index", "same_month_previous_year", "2020-07", "%"),
        ("industrial_production_index", "index", "same_period_previous_year", "2020-01/2020-07", "%"),
    ]
    assert {o.area for o in reading.observations} == {"Thái Nguyên"}
    assert reading.not_understood == []


def test_plans_and_rows_of_no_known_table_are_set_aside_with_their_reason() -> None:
    reasons = {n.cell: n.reason for n in read(THAI_NGUYEN, "BC T7-2020.xlsx").not_observations}
    assert {reasons[f"D{row}"] for row in (7, 8, 11, 13, 14, 15)} == {"plan"}
    assert {reasons[f"{column}16"] for column in "DEFGHIJK"} == {"other_table"}


def test_ordinals_of_a_form_say_how_deep_a_row_stands_and_a_row_says_its_price_year() -> None:
    local = next(o for o in read(THAI_NGUYEN, "BC T7-2020.xlsx").observations if o.origin.cell == "F8")
    assert (local.item, local.parents[-1], local.base) == (
        "Công nghiệp địa phương",
        "Giá trị sản xuất công nghiệp (giá SS 2010)",
        "2010",
    )


def test_the_sum_and_the_balance_of_trade_are_neither_exports_nor_imports() -> None:
    rows = [
        ["SỞ CÔNG THƯƠNG TỈNH TÂY NINH"],
        ["KIM NGẠCH XUẤT NHẬP KHẨU THÁNG 3 NĂM 2026"],
        ["", "", "", "Đơn vị tính: Triệu USD"],
        ["TT", "Chỉ tiêu", "TH tháng 2/2026", "LK 3 tháng"],
        ["", "TỔNG KIM NGẠCH XUẤT NHẬP KHẨU", 2043.7, 8274.9],
        ["I", "Kim ngạch xuất khẩu", 1137.08, 4636.5],
        ["1", "Cao su", 50.5, 160.5],
        ["II", "Kim ngạch nhập khẩu", 906.66, 3638.4],
        ["III", "Cán cân thương mại", 230.4, 998.1],
    ]
    reading = read(rows, "XNK 3-2026.xlsx")
    found = {o.origin.cell: (o.table, o.item, o.unit, o.area) for o in reading.observations}
    assert found == {
        "C6": ("goods_exports", "Kim ngạch xuất khẩu", "Triệu USD", "Tây Ninh"),
        "C7": ("goods_exports", "Cao su", "Triệu USD", "Tây Ninh"),
        "C8": ("goods_imports", "Kim ngạch nhập khẩu", "Triệu USD", "Tây Ninh"),
        "D6": ("goods_exports", "Kim ngạch xuất khẩu", "Triệu USD", "Tây Ninh"),
        "D7": ("goods_exports", "Cao su", "Triệu USD", "Tây Ninh"),
        "D8": ("goods_imports", "Kim ngạch nhập khẩu", "Triệu USD", "Tây Ninh"),
    }


def test_an_index_on_a_sheet_of_products_is_read_as_an_index_and_its_bare_months_are_asked_about() -> None:
    rows = [
        ["STT", "Chỉ tiêu", "Đơn vị", "Kế hoạch năm 2020", "Tháng 2/2020", "Thực hiện tháng 2 so với cùng kỳ"],
        ["I", "Chỉ số sản xuất công nghiệp (IIP)", "%", 114, 110.1, 112.3],
        ["1", "Khai khoáng", "%", 110, 98.4, 97.0],
        ["II", "Sản phẩm chủ yếu"],
        ["1", "Hạt điều nhân", "Tấn", 20000, 1600, 106.6],
    ]
    reading = read(rows, "bc_spcn022020.xlsx")
    assert meanings(reading, ["E5", "F2", "F3", "F5"]) == [
        ("industrial_products", "volume", "none", "2020-02", "Tấn"),
        ("industrial_production_index", "index", "same_month_previous_year", "2020-02", "%"),
        ("industrial_production_index", "index", "same_month_previous_year", "2020-02", "%"),
        ("industrial_products", "index", "same_month_previous_year", "2020-02", "%"),
    ]
    assert {(f.cell, f.table, f.missing) for f in reading.not_understood} == {
        ("E2", "industrial_production_index", "no_comparison"),
        ("E3", "industrial_production_index", "no_comparison"),
    }
    assert {n.reason for n in reading.not_observations} == {"plan"}


def test_a_table_of_a_part_stands_under_the_row_that_its_title_names() -> None:
    columns = ["", "Ước tính tháng 5 năm 2023", "Tháng 5 năm 2023 so với cùng kỳ năm trước (%)"]
    rows: list[list[object]] = [
        ["3. Doanh thu bán lẻ hàng hóa tỉnh Bình Phước tháng 5 năm 2023"],
        columns,
        ["Tổng số", 4102.5, 112.5],
        ["Phân theo nhóm hàng"],
        ["Hàng may mặc", 232.5, 110.5],
    ]
    found = {o.origin.cell: o for o in read(rows, "BC T5.2023.xlsx").observations}
    codes = {cell: catalogue().resolve_item(o.table, o.parents, o.item).code for cell, o in found.items()}
    assert (codes["B3"], codes["B5"]) == ("goods", "goods_garments")
    assert found["B3"].item == "Tổng số"


def test_stacked_tables_are_told_apart_by_roman_titles_over_headings() -> None:
    columns = ["", "Tháng 4/2023", "Ước tháng 5/2023"]
    rows: list[list[object]] = [
        ["II. TỔNG MỨC BÁN LẺ HÀNG HÓA TỈNH QUẢNG NAM"],
        ["", "", "Tỷ đồng"],
        columns,
        ["Tổng số", 5123.1, 5234.2],
        ["Bán lẻ hàng hóa", 3123.1, 3234.2],
        ["III. XUẤT KHẨU HÀNG HÓA"],
        ["", "", "Triệu USD"],
        columns,
        ["Tổng kim ngạch", 152.1, 160.3],
        ["Hàng dệt may", 50.1, 52.3],
    ]
    found = {o.origin.cell: (o.table, o.unit, o.area) for o in read(rows, "BIEU T5.2023.xlsx").observations}
    assert found["C4"] == ("retail_sales", "Tỷ đồng", "Quảng Nam")
    assert found["C10"] == ("goods_exports", "Triệu USD", "Quảng Nam")


def test_both_ways_of_trade_under_one_title_are_told_apart_by_their_rows() -> None:
    rows: list[list[object]] = [
        ["KIM NGẠCH XUẤT KHẨU, NHẬP KHẨU TRÊN ĐỊA BÀN TỈNH QUẢNG NAM"],
        ["TT", "Chỉ tiêu", "Ước tháng 5/2023 (Triệu USD)"],
        ["A", "XUẤT KHẨU", 160.3],
        ["I", "Mặt hàng chủ yếu"],
        ["1", "Hàng dệt may", 52.3],
        ["B", "NHẬP KHẨU", 260.3],
        ["I", "Mặt hàng chủ yếu"],
        ["1", "Linh kiện ô tô", 152.3],
    ]
    found = {o.origin.cell: o.table for o in read(rows, "XNK T5.2023.xlsx").observations}
    assert found == {"C3": "goods_exports", "C5": "goods_exports", "C6": "goods_imports", "C8": "goods_imports"}


def test_what_stands_at_the_foot_of_a_form_is_no_figure_of_its_table() -> None:
    rows: list[list[object]] = [
        ["CHỈ SỐ SẢN XUẤT CÔNG NGHIỆP TỈNH QUẢNG NAM THÁNG 5 NĂM 2023"],
        ["", "Tháng 5 năm 2023 so với tháng trước (%)"],
        ["TOÀN NGÀNH", 103.1],
        ["Khai khoáng", 99.2],
        ["Ghi chú: quyền số năm 2015", 100],
        ["Tam Kỳ, ngày 20 tháng 5 năm 2023"],
        ["NGƯỜI LẬP BIỂU", "CỤC TRƯỞNG"],
        ["Trang", 1],
    ]
    reading = read(rows, "IIP T5.2023.xlsx")
    assert [o.origin.cell for o in reading.observations] == ["B3", "B4"]
    assert {n.cell: n.reason for n in reading.not_observations} == {"B5": "footnote", "B8": "no_label"}
    assert reading.not_understood == []


def test_a_report_on_industry_is_read_by_its_rows_though_a_section_within_it_is_called_like_a_table() -> None:
    rows: list[list[object]] = [
        ["SỞ CÔNG THƯƠNG THÀNH PHỐ ĐÀ NẴNG"],
        ["BÁO CÁO TÌNH HÌNH SẢN XUẤT CÔNG NGHIỆP"],
        ["Tháng 10 năm 2019"],
        ["Chỉ tiêu", "Đơn vị tính", "Tháng 10/2019", "", "T10/T10.2018 (%)"],
        ["", "", "Kế hoạch", "Ước TH", ""],
        ["I. GTSX công nghiệp (giá 2010)", "Tỷ đồng", 5300, 5250.5, 106.1],
        ["- Công nghiệp khai khoáng", '"', 53, 52.5, 106.1],
        ["II. Sản phẩm chủ yếu"],
        ["1. Thủy sản chế biến", "Tấn", 2300, 2250.5, 106.1],
    ]
    found = {o.origin.cell: o for o in read(rows, "Bieu T10.2019.xlsx").observations}
    assert {cell: o.table for cell, o in found.items() if cell.startswith("D")} == {
        "D6": "industrial_output_value",
        "D7": "industrial_output_value",
        "D9": "industrial_products",
    }
    assert (found["D6"].base, found["D6"].unit, found["D9"].unit) == ("2010", "Tỷ đồng", "Tấn")


def test_levels_typed_as_text_that_all_end_in_three_digits_are_thousands() -> None:
    rows: list[list[object]] = [
        ["SẢN PHẨM CÔNG NGHIỆP CHỦ YẾU TỈNH AN GIANG 6 THÁNG ĐẦU NĂM 2018"],
        ["Sản phẩm", "Đơn vị tính", "Ước thực hiện 6 tháng đầu năm 2018", "6 tháng so với cùng kỳ (%)"],
        ["Thủy sản đông lạnh", "Tấn", "68.200", "104.725"],
        ["Xi măng", "Tấn", "158.200", "95.815"],
    ]
    values = {o.origin.cell: o.value for o in read(rows, "SP 6 thang 2018.xlsx").observations}
    assert values == {"C3": 68200.0, "C4": 158200.0, "D3": 104.725, "D4": 95.815}
