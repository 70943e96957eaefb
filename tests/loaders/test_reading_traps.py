"""Whole workbooks, each with one trap that real ones hold."""

from __future__ import annotations

from io import BytesIO

import pytest
import xlsxwriter

from data.observation import Observation
from loaders.reading import Reading, read_workbook
from tests.loaders.workbooks import xlsx

NAME = "2018-09-28-Bieu.xlsx"


def read(rows: list[list[object]], name: str = NAME) -> Reading:
    return read_workbook(xlsx(rows), name)


def at(reading: Reading, cell: str) -> Observation:
    (found,) = [o for o in reading.observations if o.origin.cell == cell]
    return found


def reasons(reading: Reading) -> dict[str, str]:
    return {n.cell: n.reason for n in reading.not_observations}


def test_a_phrase_cut_over_rows_is_joined_downwards_and_the_year_is_a_number_of_its_own() -> None:
    reading = read(
        [
            ["2. Chỉ số sản xuất công nghiệp"],
            ["", "", "%"],
            ["", "Tháng 8", "Tháng 9"],
            ["", "năm", "năm"],
            ["", 2018, 2018],
            ["", "so với", "so với"],
            ["", "cùng kỳ", "tháng"],
            ["", "năm trước", "trước"],
            ["Toàn ngành công nghiệp", 111.5, 101.2],
            ["Khai khoáng", 97.1, 99.5],
        ]
    )
    yearly, monthly = at(reading, "B9"), at(reading, "C9")
    assert (yearly.comparison, str(yearly.period)) == ("same_month_previous_year", "2018-08")
    assert (monthly.comparison, str(monthly.period)) == ("previous_month", "2018-09")
    assert reasons(reading) == {"B5": "year_in_heading", "C5": "year_in_heading"}


def test_a_unit_over_another_column_belongs_to_the_table() -> None:
    reading = read(
        [
            ["5. Hàng hóa xuất khẩu"],
            ["", "", "", "Nghìn tấn; Triệu USD"],
            ["", "Ước tính tháng 9", "", "9 tháng năm 2018 so với"],
            ["", "năm 2018", "", "cùng kỳ năm 2017 (%)"],
            ["", "Lượng", "Trị giá", "Trị giá"],
            ["TỔNG TRỊ GIÁ", "", 20000.5, 115.5],
            ["Gạo", 400.5, 200.5, 121.5],
        ]
    )
    assert at(reading, "B7").unit == "Nghìn tấn"
    assert at(reading, "C7").unit == "Triệu USD"
    assert at(reading, "D7").unit == "%"


def test_a_month_in_a_cell_of_its_own_does_not_end_the_headings() -> None:
    reading = read(
        [
            ["28. Chỉ số giá tiêu dùng tháng 9 năm 2018"],
            ["", "", "", "%"],
            ["", "Tháng 9 năm 2018 so với:"],
            ["", "Kỳ", "Tháng", "Tháng"],
            ["", "gốc", 9, 12],
            ["", "(2014)", "năm", "năm"],
            ["", "", 2017, 2017],
            ["CHỈ SỐ GIÁ TIÊU DÙNG", 111.08, 103.98, 103.2],
            ["Giao thông", 95.3, 107.1, 105.4],
        ]
    )
    assert [at(reading, f"{c}8").comparison for c in "BCD"] == [
        "base_period",
        "same_month_previous_year",
        "december_previous_year",
    ]


def test_a_column_under_an_unmerged_group_is_not_taken_for_another_that_it_repeats() -> None:
    reading = read(
        [
            ["8. Xuất khẩu tháng 9 năm 2018 (Triệu USD)"],
            ["", "Ước tính", "Tỷ trọng"],
            ["", "tháng 9/2018", "(%)"],
            ["", "", "Tháng 9/2017", "Tháng 9/2018"],
            ["TỔNG TRỊ GIÁ", 900.5, 100.0, 100.0],
            ["Gạo", 60.5, 6.3, 6.7],
        ]
    )
    assert [(at(reading, f"{c}6").measure, str(at(reading, f"{c}6").period)) for c in "BCD"] == [
        ("value", "2018-09"),
        ("share", "2017-09"),
        ("share", "2018-09"),
    ]


def test_the_table_shows_whether_a_comma_before_three_digits_is_decimal() -> None:
    title, heading = "6. Tổng mức bán lẻ hàng hóa tháng 9 năm 2018", "Ước tính tháng 9 năm 2018 (Tỷ đồng)"
    decimal = read([[title], ["", heading], ["TỔNG SỐ", "1.234,5"], ["Du lịch", "42,895"]])
    thousands = read([[title], ["", heading], ["TỔNG SỐ", "1,234.5"], ["Du lịch", "42,895"]])
    assert (at(decimal, "B4").value, at(thousands, "B4").value) == (42.895, 42895.0)


def test_numbered_rows_with_figures_typed_as_text_are_no_titles() -> None:
    reading = read(
        [
            ["2. Giá trị sản xuất công nghiệp (Giá so sánh 1994)"],
            ["", "Ước tính tháng 9 năm 2018 (Tỷ đồng)"],
            ["TỔNG SỐ", "17149,8"],
            ["1. Khu vực doanh nghiệp Nhà nước", "7255,8"],
            ["2. Khu vực ngoài quốc doanh", "3588"],
        ]
    )
    assert {o.origin.cell: o.value for o in reading.observations} == {"B3": 17149.8, "B4": 7255.8, "B5": 3588.0}


def test_columns_scribbled_beside_the_table_are_set_aside_though_nobody_hid_them() -> None:
    reading = read(
        [
            ["14. Hàng hóa xuất khẩu tháng 9 năm 2018"],
            ["", "Ước tính tháng 9", "Cộng dồn 9 tháng", "9 tháng năm 2018 so với"],
            ["", "năm 2018", "năm 2018", "cùng kỳ (%)", "", "utt8", "t9/t8"],
            ["", "Trị giá", "Trị giá", "Trị giá"],
            ["TỔNG TRỊ GIÁ", 20000.5, 180000.5, 115.5, "", 19500, 1.7],
            ["Gạo", 200.5, 1800.5, 121.5, "", 190, 2.2],
        ]
    )
    assert {o.origin.cell[0] for o in reading.observations} == {"B", "C", "D"}
    assert {cell: why for cell, why in reasons(reading).items() if cell[0] in "FG"} == {
        "F5": "scratch",
        "F6": "scratch",
        "G5": "scratch",
        "G6": "scratch",
    }


def test_column_numbers_are_no_figures() -> None:
    reading = read(
        [
            ["6. Tổng mức bán lẻ hàng hóa và doanh thu dịch vụ tháng 9 năm 2018"],
            ["", "Thực hiện tháng 8 năm 2018 (Tỷ đồng)", "Ước tính tháng 9 năm 2018 (Tỷ đồng)"],
            ["A", 1, 2],
            ["TỔNG SỐ", 1000.5, 1100.5],
        ]
    )
    assert reasons(reading) == {"B3": "column_number", "C3": "column_number"}
    assert len(reading.observations) == 2


def test_of_two_stacked_tables_the_same_column_means_different_things() -> None:
    reading = read(
        [
            ["21. Tổng mức bán lẻ hàng hóa và doanh thu dịch vụ tiêu dùng"],
            ["", "Ước tính tháng 9 năm 2018 (Tỷ đồng)", "Cơ cấu tháng 9 năm 2018 (%)"],
            ["TỔNG SỐ", 374758.5, 100.0],
            ["Bán lẻ hàng hóa", 282982.5, 75.5],
            [],
            ["22. Tổng mức bán lẻ hàng hóa và doanh thu dịch vụ tiêu dùng các quý năm 2018"],
            ["", "Ước tính quý III năm 2018 (Tỷ đồng)", "Quý III năm 2018 so với cùng kỳ năm trước (%)"],
            ["TỔNG SỐ", 1113134.5, 112.5],
            ["Bán lẻ hàng hóa", 835287.5, 113.5],
        ]
    )
    assert (at(reading, "C3").measure, str(at(reading, "C3").period)) == ("share", "2018-09")
    assert (at(reading, "C8").measure, str(at(reading, "C8").period)) == ("index", "2018-Q3")


def test_a_continued_table_goes_on_with_its_rows() -> None:
    heading = ["", "Đơn vị tính", "Ước tính tháng 9 năm 2018"]
    reading = read(
        [
            ["5. Một số sản phẩm chủ yếu của ngành công nghiệp"],
            heading,
            ["Than", "Nghìn tấn", 2171.5],
            ["Bia", "Triệu lít", 73.5],
            [],
            ["5. (Tiếp theo) Một số sản phẩm chủ yếu của ngành công nghiệp"],
            heading,
            ["Xi măng", "Nghìn tấn", 2500.5],
            ["Thép", '"', 410.5],
        ]
    )
    assert [(o.item, o.unit) for o in reading.observations] == [
        ("Than", "Nghìn tấn"),
        ("Bia", "Triệu lít"),
        ("Xi măng", "Nghìn tấn"),
        ("Thép", "Nghìn tấn"),
    ]


def test_hidden_columns_and_notes_beside_the_table_are_scratch() -> None:
    buffer = BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True}) as book:
        page = book.add_worksheet("TM")
        for index, row in enumerate(
            [
                ["6. Tổng mức bán lẻ hàng hóa và doanh thu dịch vụ"],
                ["", "Thực hiện tháng 8 năm 2018", "Ước tính tháng 9 năm 2018", "", "", ""],
                ["TỔNG SỐ", 1000.5, 1100.5, "", "", 43.5],
                ["Bán lẻ hàng hóa", 800.5, 900.5, "", "", 12.5],
            ]
        ):
            page.write_row(index, 0, row)
        page.set_column(1, 1, None, None, {"hidden": True})
    reading = read_workbook(buffer.getvalue(), NAME)
    assert {o.origin.cell for o in reading.observations} == {"C3", "C4"}
    assert reasons(reading) == {"B3": "hidden_column", "B4": "hidden_column", "F3": "no_heading", "F4": "no_heading"}


def test_a_few_figures_beside_the_heading_of_a_section_are_scratch() -> None:
    columns = ["Ước tính tháng 4 năm 2018", "Ước tính tháng 4 năm 2018", "4 tháng năm 2018 so với cùng kỳ năm 2017 (%)"]
    rows = [
        ["12. Hàng hóa nhập khẩu"],
        ["", *columns, columns[-1]],
        ["", "Lượng", "Trị giá", "Lượng", "Trị giá"],
        ["TỔNG TRỊ GIÁ", "", 18875.5, "", 110.5],
        ["MẶT HÀNG CHỦ YẾU", "", "", "", 100],
        ["Lúa mỳ", 412.5, 99.5, 91.5, 104.5],
    ]
    reading = read_workbook(xlsx(rows), NAME)
    assert "E5" not in {o.origin.cell for o in reading.observations}
    assert reasons(reading) == {"E5": "no_label"}


def test_figures_of_hidden_rows_are_no_published_figures() -> None:
    buffer = BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True}) as book:
        page = book.add_worksheet("XK")
        page.write_row(0, 0, ["6. Tổng mức bán lẻ hàng hóa và doanh thu dịch vụ"])
        page.write_row(1, 0, ["", "Ước tính tháng 9 năm 2018"])
        page.write_row(2, 0, ["TỔNG SỐ", 1100.5])
        page.write_row(3, 0, ["Dịch vụ khác", 976.5])
        page.set_row(3, None, None, {"hidden": True})
    reading = read_workbook(buffer.getvalue(), NAME)
    assert [o.origin.cell for o in reading.observations] == ["B3"]
    assert reasons(reading) == {"B4": "hidden_row"}


def test_whether_a_column_holds_growth_is_told_by_its_numbers() -> None:
    reading = read(
        [
            ["6. Tổng mức bán lẻ hàng hóa và doanh thu dịch vụ"],
            ["", "Tháng 9 năm 2018 so với cùng kỳ năm trước (%)", "9 tháng năm 2018 so với cùng kỳ năm trước (%)"],
            ["TỔNG SỐ", 7.1, 107.1],
            ["Bán lẻ hàng hóa", 8.5, 108.5],
            ["Dịch vụ lưu trú, ăn uống", -1.9, 98.1],
            ["Du lịch lữ hành", 10.5, 110.5],
            ["Dịch vụ khác", 6.5, 106.5],
        ]
    )
    assert (at(reading, "B5").measure, at(reading, "C5").measure) == ("growth", "index")
    assert [f.cell for f in reading.findings if f.code == "read_as_growth"] == ["B3"]


def test_a_slump_leaves_an_index_an_index() -> None:
    reading = read(
        [
            ["23. Tổng mức bán lẻ hàng hóa và doanh thu dịch vụ"],
            ["", "Tháng 4 năm 2020 so với cùng kỳ năm trước (%)"],
            ["TỔNG SỐ", 74.0],
            ["Bán lẻ hàng hóa", 84.7],
            ["Dịch vụ lưu trú, ăn uống", 35.6],
            ["Du lịch lữ hành", 2.5],
            ["Dịch vụ khác", 46.7],
        ],
        "2020-04-29-Bieu.xlsx",
    )
    assert {o.measure for o in reading.observations} == {"index"}


def test_core_inflation_is_growth_among_indices() -> None:
    reading = read(
        [
            ["29. Chỉ số giá tiêu dùng, chỉ số giá vàng, chỉ số giá đô la Mỹ và lạm phát cơ bản"],
            ["", "Tháng 9 năm 2018 so với", ""],
            ["", "Kỳ gốc 2014", "Tháng 9 năm 2017"],
            ["CHỈ SỐ GIÁ TIÊU DÙNG", 112.5, 103.98],
            ["Hàng ăn và dịch vụ ăn uống", 110.5, 104.1],
            ["CHỈ SỐ GIÁ VÀNG", 108.5, 98.5],
            ["LẠM PHÁT CƠ BẢN", "", "1.61"],
        ]
    )
    core, gold = at(reading, "C7"), at(reading, "C6")
    assert (core.measure, core.value, core.unit) == ("growth", 1.61, "%")
    assert (gold.measure, gold.parents) == ("index", ())
    assert at(reading, "B4").base == "2014"


def test_rows_in_deeper_columns_and_after_of_which_stand_under_the_row_above() -> None:
    reading = read(
        [
            ["29. Chỉ số giá tiêu dùng"],
            ["", "", "", "Tháng 9 năm 2018 so với tháng 8 năm 2018"],
            ["CHỈ SỐ GIÁ TIÊU DÙNG", "", "", 100.6],
            ["", "Hàng ăn và dịch vụ ăn uống", "", 100.7],
            ["", "Trong đó:", "Lương thực", 100.4],
            ["", "", "Thực phẩm", 100.8],
            ["", "Giao thông", "", 100.2],
        ]
    )
    assert at(reading, "D5").parents[-1:] == ("Hàng ăn và dịch vụ ăn uống",)
    assert at(reading, "D6").parents[-1:] == ("Hàng ăn và dịch vụ ăn uống",)
    assert "Hàng ăn và dịch vụ ăn uống" not in at(reading, "D7").parents


def test_the_same_label_under_two_provinces_stays_apart() -> None:
    reading = read(
        [
            ["3. Giá trị sản xuất công nghiệp (giá so sánh 1994)"],
            ["", "Ước tính tháng 9 năm 2008 (Tỷ đồng)"],
            ["Hà Nội", 5000.5],
            ["    Nhà nước", 1500.5],
            ["    Ngoài Nhà nước", 1700.5],
            ["Hải Phòng", 3000.5],
            ["    Nhà nước", 900.5],
        ],
        "2008-09-29-Bieu0908.xlsx",
    )
    first, second = at(reading, "B4"), at(reading, "B7")
    assert (first.item, first.area, first.base) == ("Nhà nước", "Hà Nội", "1994")
    assert (second.item, second.area) == ("Nhà nước", "Hải Phòng")


def test_labels_broken_over_two_rows_are_joined() -> None:
    reading = read(
        [
            ["8. Hàng hóa nhập khẩu"],
            ["", "Ước tính tháng 9 năm 2018 Trị giá"],
            ["TỔNG TRỊ GIÁ", 19000.5],
            ["Máy móc thiết bị, dụng cụ,", ""],
            ["phụ tùng khác", 2800.5],
        ]
    )
    assert at(reading, "B5").item == "Máy móc thiết bị, dụng cụ, phụ tùng khác"


def test_a_footnote_changes_the_unit_of_the_rows_it_marks() -> None:
    reading = read(
        [
            ["8. Hàng hóa nhập khẩu"],
            ["", "", "Nghìn tấn; Triệu USD"],
            ["", "Ước tính tháng 9 năm 2018", ""],
            ["", "Lượng", "Trị giá"],
            ["TỔNG TRỊ GIÁ", "", 19000.5],
            ["Xăng dầu", 800.5, 500.5],
            ["Ô tô nguyên chiếc(*)", 8500, 180.5],
            ["(*) Chiếc, triệu USD"],
        ]
    )
    assert at(reading, "B6").unit == "Nghìn tấn"
    cars = at(reading, "B7")
    assert (cars.item, cars.unit.casefold()) == ("Ô tô nguyên chiếc", "chiếc")


def test_a_footnote_beneath_a_later_part_of_the_table_holds_for_the_rows_above_too() -> None:
    headings: list[list[object]] = [["", "Ước tính tháng 9 năm 2018", ""], ["", "Lượng", "Trị giá"]]
    reading = read(
        [
            ["8. Hàng hóa nhập khẩu"],
            ["", "", "Nghìn tấn; Triệu USD"],
            *headings,
            ["Ô tô nguyên chiếc(*)", 8500, 180.5],
            ["8. (Tiếp theo) Hàng hóa nhập khẩu"],
            ["", "", "Nghìn tấn; Triệu USD"],
            *headings,
            ["Xăng dầu", 800.5, 500.5],
            ["(*) Chiếc, triệu USD"],
        ]
    )
    assert at(reading, "B5").unit.casefold() == "chiếc"
    assert at(reading, "B10").unit == "Nghìn tấn"


@pytest.mark.parametrize("sign", ["-", "...", "…", "", " "])
def test_signs_for_nothing_are_never_zero_but_a_zero_is(sign: str) -> None:
    reading = read(
        [
            ["5. Một số sản phẩm chủ yếu của ngành công nghiệp"],
            ["", "Đơn vị tính", "Ước tính tháng 9 năm 2018", "Tháng 9 năm 2018 so với cùng kỳ năm trước (%)"],
            ["Đường kính", "Nghìn tấn", 0, sign],
            ["Bia", "Triệu lít", 73.5, 104.5],
        ]
    )
    assert at(reading, "C3").value == 0.0
    assert {o.origin.cell for o in reading.observations} == {"C3", "C4", "D4"}


def test_a_number_that_is_misspelt_is_named() -> None:
    reading = read(
        [
            ["29. Chỉ số giá tiêu dùng"],
            ["", "Tháng 9 năm 2018 so với tháng 8 năm 2018"],
            ["CHỈ SỐ GIÁ TIÊU DÙNG", 100.6],
            ["Lương thực", "115..5"],
        ]
    )
    assert [(f.cell, f.code) for f in reading.findings] == [("B4", "unreadable_number")]


def test_the_period_comes_from_the_headings_when_the_title_is_stale() -> None:
    reading = read(
        [
            ["26. Tổng mức bán lẻ hàng hóa và doanh thu dịch vụ tháng 3 và quý I năm 2019"],
            ["", "Ước tính tháng 3 năm 2020 (Tỷ đồng)", "Ước tính quý I năm 2020 (Tỷ đồng)"],
            ["TỔNG SỐ", 390000.5, 1246000.5],
        ],
        "2020-03-27-Bieu.xlsx",
    )
    assert [str(o.period) for o in reading.observations] == ["2020-03", "2020-Q1"]


def test_price_indices_of_production_are_another_table() -> None:
    reading = read(
        [
            ["18. Chỉ số giá sản xuất"],
            ["", "Quý III năm 2018 so với cùng kỳ năm trước"],
            ["Sản phẩm công nghiệp", 102.5],
        ]
    )
    assert not reading.observations
    assert [f.code for f in reading.findings] == ["nothing_known"]
    assert [(s.title, s.tables) for s in reading.sheets] == [("18. Chỉ số giá sản xuất", ())]


def test_consumption_and_inventory_stand_side_by_side() -> None:
    reading = read(
        [
            ["11. Chỉ số tiêu thụ và tồn kho ngành công nghiệp chế biến, chế tạo"],
            ["", "Chỉ số tiêu thụ", "Chỉ số tồn kho"],
            ["", "Tháng 9 năm 2018", "Thời điểm 30/9/2018"],
            ["", "so với cùng kỳ năm trước", "so với cùng thời điểm năm trước"],
            ["Toàn ngành chế biến, chế tạo", 113.5, 108.5],
            ["Dệt", 110.5, 107.5],
        ]
    )
    assert {(o.origin.cell, o.table) for o in reading.observations if o.origin.cell.endswith("5")} == {
        ("B5", "consumption_index"),
        ("C5", "inventory_index"),
    }
    assert str(at(reading, "C5").period) == "2018-09"
