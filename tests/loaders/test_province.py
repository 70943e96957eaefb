"""Forms of provinces: no title, `Triệu đồng`, shares of the plan, figures within words."""

from __future__ import annotations

from io import BytesIO

import pytest
import xlsxwriter

from data.observation import Observation
from loaders.fractions_as_percent import as_shown
from loaders.free_text import figures_in
from loaders.reading import Reading, read_workbook
from tests.loaders.workbooks import xlsx


def at(reading: Reading, cell: str) -> list[Observation]:
    return [o for o in reading.observations if o.origin.cell == cell]


def test_a_provincial_table_has_its_area_and_unit() -> None:
    rows = [
        ["12. Tổng mức bán lẻ hàng hóa và doanh thu dịch vụ tiêu dùng tỉnh Tây Ninh tháng 3 năm 2026"],
        ["", "", "", "Đơn vị tính: Triệu đồng"],
        ["", "Ước tính", "Cộng dồn", "Tháng 3 năm"],
        ["", "tháng 3", "3 tháng", "2026 so với"],
        ["", "năm 2026", "năm 2026", "cùng kỳ (%)"],
        ["TỔNG SỐ", 18350223.46, 56350223.45, 111.7],
        ["Bán lẻ hàng hóa", 12005954.9, 36005954.9, 108.7],
        ["Dịch vụ lưu trú", 67550.5, 201000.5, 123.9],
    ]
    (total,) = at(read_workbook(xlsx(rows), "So lieu T3.2026.xlsx"), "B6")
    assert (total.area, total.unit, str(total.period), total.status) == (
        "Tây Ninh",
        "Triệu đồng",
        "2026-03",
        "estimate",
    )


def test_the_month_before_is_not_the_month_that_the_title_names() -> None:
    rows = [
        ["12. Tổng mức bán lẻ hàng hóa và doanh thu dịch vụ tiêu dùng tháng 1 năm 2026"],
        ["", "", "", "Triệu đồng; %"],
        ["", "Thực hiện tháng trước", "Ước tính tháng báo cáo", "Tháng báo cáo so với cùng kỳ năm trước"],
        ["TỔNG SỐ", 17863934.78, 18350223.45, 111.7],
        ["Bán lẻ hàng hóa", 11768048.3, 12005954.9, 108.7],
    ]
    reading = read_workbook(xlsx(rows), "So lieu T1_2026_TMDV.xlsx")
    assert [str(at(reading, cell)[0].period) for cell in ("B4", "C4", "D4")] == ["2025-12", "2026-01", "2026-01"]


def test_trade_in_tons_and_thousand_dollars_has_these_units() -> None:
    rows = [
        ["KIM NGẠCH XUẤT KHẨU MẶT HÀNG CHỦ YẾU THÁNG 3 NĂM 2026 TỈNH BÌNH PHƯỚC"],
        ["", "", "", "Lượng: Tấn; Giá trị: 1000 USD"],
        ["STT", "Mặt hàng", "Ước tháng 03/2026", "Ước tháng 03/2026"],
        ["", "", "Lượng", "Giá trị"],
        [1, "Hạt điều nhân", 8500, 65000],
        [2, "Mủ cao su", 12500, 20000],
    ]
    reading = read_workbook(xlsx(rows), "xk thang 3 2026.xlsx")
    (volume,), (value,) = at(reading, "C5"), at(reading, "D5")
    assert [(o.measure, o.unit, o.area) for o in (volume, value)] == [
        ("volume", "Tấn", "Bình Phước"),
        ("value", "1000 USD", "Bình Phước"),
    ]


def test_codes_and_weights_beside_prices_are_set_aside() -> None:
    rows = [
        ["CHỈ SỐ GIÁ TIÊU DÙNG THÁNG 3 NĂM 2026 TỈNH TÂY NINH"],
        ["", "Mã số", "Quyền số (%)", "Tháng 3 năm 2026 so với tháng trước (%)"],
        ["CHỈ SỐ GIÁ TIÊU DÙNG CHUNG", "", 100, 100.3],
        ["I. Hàng ăn và dịch vụ ăn uống", "01", 33.5, 100.1],
        ["CHỈ SỐ GIÁ VÀNG", "1V", "", 103.1],
    ]
    reading = read_workbook(xlsx(rows), "CPI.xlsx")
    assert {o.origin.cell for o in reading.observations} == {"D3", "D4", "D5"}
    assert {n.cell: n.reason for n in reading.not_observations} == {"B4": "code", "C3": "weight", "C4": "weight"}
    assert reading.not_understood == []


def test_codes_between_labels_and_units_move_no_column() -> None:
    rows = [
        ["SẢN PHẨM CHỦ YẾU NGÀNH CÔNG NGHIỆP TỈNH HÀ NAM THÁNG 5 NĂM 2023"],
        ["TT", "Tên sản phẩm", "Mã SP", "ĐVT", "Thực hiện", "", "Ước thực hiện", "", "So sánh (%)"],
        ["", "", "", "", "Tháng 4/2023", "Tháng 5/2022", "Tháng 5/2023", "5 tháng/2023", "T5/2023 so T5/2022"],
        [1, "Xi măng", 23941, "Nghìn tấn", 800.1, 790.2, 820.3, 3900.4, 103.8],
        [2, "Sữa tươi", 10501, "1000 lít", 8001, 7902, 8203, 39004, 103.8],
    ]
    reading = read_workbook(xlsx(rows), "Bieu T5-2023.xlsx")
    (cement,), (milk,) = at(reading, "G4"), at(reading, "H5")
    assert (cement.item, cement.unit, str(cement.period)) == ("Xi măng", "Nghìn tấn", "2023-05")
    assert (milk.item, milk.unit, str(milk.period)) == ("Sữa tươi", "1000 lít", "2023-01/2023-05")
    assert {n.cell for n in reading.not_observations} == {"A4", "A5", "C4", "C5"}


def test_codes_of_industries_are_no_part_of_their_names() -> None:
    rows = [
        ["CHỈ SỐ SẢN XUẤT CÔNG NGHIỆP TỈNH HÀ NAM THÁNG 5 NĂM 2023"],
        ["Ngành công nghiệp", "Mã ngành", "Tháng 5 năm 2023 so với tháng trước (%)"],
        ["Toàn ngành công nghiệp", "", 104.5],
        ["Khai khoáng", "B", 99.5],
        ["Sản xuất chế biến thực phẩm", "C10", 101.5],
    ]
    items = [o.item for o in read_workbook(xlsx(rows), "Bieu T5-2023.xlsx").observations]
    assert items == ["Toàn ngành công nghiệp", "Khai khoáng", "Sản xuất chế biến thực phẩm"]


def test_codes_without_a_heading_are_no_part_of_a_name_either() -> None:
    rows = [
        ["7. Chỉ số sản xuất công nghiệp tỉnh Tây Ninh tháng 01 năm 2026"],
        ["", "", "Tháng 01 năm 2026 so với tháng trước"],
        ["TOÀN NGÀNH", "", 95.75],
        ["Khai khoáng", "B", 100.05],
        ["Công nghiệp chế biến, chế tạo", "C", 95.63],
    ]
    items = [o.item for o in read_workbook(xlsx(rows), "IIP.xlsx").observations]
    assert items == ["TOÀN NGÀNH", "Khai khoáng", "Công nghiệp chế biến, chế tạo"]


def test_months_beneath_a_title_that_compares_are_the_months_of_its_year() -> None:
    rows = [
        ["CHỈ SỐ SẢN XUẤT CÔNG NGHIỆP TỈNH BÌNH PHƯỚC NĂM 2023 (so với cùng kỳ, %)"],
        ["Chỉ tiêu", "Tháng 1", "Tháng 2", "Tháng 3"],
        ["Toàn ngành", 98.1, 112.3, 108.2],
        ["Khai khoáng", 97.1, 111.3, 107.2],
    ]
    reading = read_workbook(xlsx(rows), "Theo doi IIP.xlsx")
    (march,) = at(reading, "D3")
    assert (str(march.period), march.comparison) == ("2023-03", "same_month_previous_year")


def test_columns_of_one_part_are_set_aside_and_the_whole_is_read() -> None:
    rows = [
        ["CHỈ SỐ GIÁ TIÊU DÙNG THÁNG 5 NĂM 2023 TỈNH THANH HÓA"],
        ["", "Tháng 5/2023 so với tháng trước (%)", "", "", "Tháng 5/2023 so với cùng kỳ (%)", "", ""],
        ["", "Toàn tỉnh", "Thành thị", "Nông thôn", "Toàn tỉnh", "Thành thị", "Nông thôn"],
        ["Chỉ số giá tiêu dùng", 100.2, 100.3, 100.1, 102.3, 102.5, 102.1],
        ["Giao thông", 99.2, 99.3, 99.1, 101.3, 101.5, 101.1],
    ]
    reading = read_workbook(xlsx(rows), "CPI T5.2023.xlsx")
    assert {o.origin.cell: str(o.comparison) for o in reading.observations} == {
        "B4": "previous_month",
        "B5": "previous_month",
        "E4": "same_month_previous_year",
        "E5": "same_month_previous_year",
    }
    assert {n.reason for n in reading.not_observations} == {"part"}


def test_a_column_of_units_is_known_by_what_stands_in_it() -> None:
    rows = [
        ["SẢN PHẨM CÔNG NGHIỆP CHỦ YẾU TỈNH THANH HÓA THÁNG 5 NĂM 2023"],
        ["Tên sản phẩm", "Quy cách", "Ước tính tháng 5 năm 2023"],
        ["Xi măng", "1.000 tấn", 1500.5],
        ["Đường kính", "Tấn", 12000.5],
        ["Bia", "1.000 lít", 2500.5],
    ]
    reading = read_workbook(xlsx(rows), "SP T5.2023.xlsx")
    assert [(o.item, o.unit) for o in reading.observations] == [
        ("Xi măng", "1.000 tấn"),
        ("Đường kính", "Tấn"),
        ("Bia", "1.000 lít"),
    ]


def test_trade_by_market_is_another_table_whatever_the_sheet_is_called() -> None:
    rows = [
        ["KIM NGẠCH XUẤT KHẨU PHÂN THEO THỊ TRƯỜNG THÁNG 5 NĂM 2023"],
        ["", "Ước tháng 5/2023 (Triệu USD)"],
        ["Hoa Kỳ", 52.1],
        ["Nhật Bản", 12.1],
    ]
    assert read_workbook(xlsx(rows, "XK"), "So lieu T5.2023.xlsx").observations == []


def test_a_unit_beside_the_title_is_that_of_the_table() -> None:
    rows = [
        ["TỔNG MỨC BÁN LẺ HÀNG HÓA TỈNH HÀ NAM THÁNG 5/2023", "", "", "Triệu đồng"],
        ["Chỉ tiêu", "Tháng 4/2023", "Tháng 5/2023", "Tháng 5/2023 so với cùng kỳ (%)"],
        ["Tổng số", 3100200, 3150300, 112.1],
        ["Bán lẻ hàng hóa", 2100200, 2150300, 111.1],
    ]
    assert {o.unit for o in read_workbook(xlsx(rows), "Bieu T5-2023.xlsx").observations} == {"Triệu đồng", "%"}


def test_fractions_that_a_format_shows_as_percent_are_printed_as_stored_and_kept_as_shown() -> None:
    stream = BytesIO()
    book = xlsxwriter.Workbook(stream)
    sheet, percent = book.add_worksheet("TM"), book.add_format({"num_format": "0.0%"})
    sheet.write_column(
        0, 0, ["Tổng mức bán lẻ hàng hóa tỉnh Tây Ninh tháng 3 năm 2026", "", "TỔNG SỐ", "Bán lẻ hàng hóa"]
    )
    sheet.write(1, 1, "So với cùng kỳ (%)")
    sheet.write(2, 1, 1.117, percent)
    sheet.write(3, 1, 0.957, percent)
    book.close()
    reading = read_workbook(stream.getvalue(), "TM.xlsx")
    assert [(o.value, o.measure) for o in reading.observations] == [(1.117, "index"), (0.957, "index")]
    assert [o.value for o in as_shown(reading.observations)] == pytest.approx([111.7, 95.7])
    assert [f.code for f in reading.findings] == ["percent_format"]


def test_a_form_without_a_title_is_known_by_the_file_name_and_its_headings() -> None:
    group = ["Sản lượng\n(Nghìn tấn)", "Trị giá \n(Triệu USD)", "ƯTH\n so \ncùng kỳ", "ƯTH\n so\ntháng trước"]
    rows = [
        ["STT", "Tên hàng hóa", "Tháng 02", "Tháng 02", "Tháng 02", "Tháng 02"],
        ["", "", *group],
        [1, "Hạt điều", 5.2, 40.1, 103.2, 98.1],
        [2, "Giày dép các loại", "", 20.1, 110.2, 90.1],
    ]
    reading = read_workbook(xlsx(rows, "Sheet1"), "bc_xk022020.xlsx")
    (volume,), (value,), (yearly,), (monthly,) = (at(reading, cell) for cell in ("C3", "D3", "E3", "F3"))
    assert {o.table for o in reading.observations} == {"goods_exports"}
    assert (volume.measure, volume.unit, str(volume.period)) == ("volume", "Nghìn tấn", "2020-02")
    assert (value.measure, value.unit) == ("value", "Triệu USD")
    assert (yearly.comparison, yearly.status) == ("same_month_previous_year", "estimate")
    assert monthly.comparison == "previous_month"
    assert "area_not_named" in [finding.code for finding in reading.findings]


def test_a_plan_is_no_observation_and_a_share_of_it_is_a_share() -> None:
    rows = [
        ["Một số sản phẩm chủ yếu của ngành công nghiệp"],
        ["STT", "Chỉ tiêu", "Đơn vị", "Kế hoạch năm 2020", "Tháng 2/2020", "Luỹ kế so với kế hoạch năm"],
        [1, "Hạt điều nhân", "Tấn", 15000, 1200.5, 15.3],
        [2, "Xi măng", "Nghìn tấn", 900, 70.5, 16.3],
    ]
    reading = read_workbook(xlsx(rows), "bc_spcn022020.xlsx")
    assert {(n.cell, n.reason) for n in reading.not_observations if n.cell.startswith("D")} == {
        ("D3", "plan"),
        ("D4", "plan"),
    }
    (share,) = at(reading, "F3")
    assert (share.measure, share.base, share.unit) == ("share", "KH", "%")


def test_a_table_in_millions_that_names_no_province_is_asked_about() -> None:
    rows = [
        ["Tổng mức bán lẻ hàng hóa và doanh thu dịch vụ tiêu dùng"],
        ["ĐVT: Triệu đồng"],
        ["Chỉ tiêu", "Ước TH tháng 7/2026", "Lũy kế 7 tháng", "So KH năm (%)"],
        ["TỔNG SỐ", 20012454.5, 133817644.5, 57.6],
        ["Bán lẻ hàng hóa", 12500000.5, 80000000.5, 55.1],
    ]
    reading = read_workbook(xlsx(rows), "Tong muc T7.2026.xlsx")
    (share,) = at(reading, "D4")
    assert (share.measure, str(share.period)) == ("share", "2026-01/2026-07")
    assert [f.sheet for f in reading.findings if f.code == "area_not_named"] == ["Tongmuc"]


def test_figures_within_words_are_taken_out_with_a_warning() -> None:
    rows = [
        ["Các chỉ tiêu chủ yếu tỉnh Tây Ninh"],
        ["Năm", "Kỳ", "Chỉ số sản xuất công nghiệp", "Tổng mức bán lẻ hàng hóa và doanh thu dịch vụ"],
        [2022, 1, "↑ 12,3%", "8.290 tỷ đồng (↓3,32%)"],
        [2022, 2, "↑1,91%", "16.691 tỷ đồng (↓6,61%)"],
        [2022, 3, "↑12,51%", "30.919 tỷ đồng (↑2,49%)"],
        [2022, 10, "↑ 6,68%", "56..537,447 tỷ đồng"],
    ]
    reading = read_workbook(xlsx(rows), "tong-hop.xlsx")
    growth, level = at(reading, "D3")
    assert (growth.value, growth.measure, growth.comparison) == (-3.32, "growth", "same_month_previous_year")
    assert (level.value, level.unit, level.area, str(level.period)) == (8290.0, "tỷ đồng", "Tây Ninh", "2022-01")
    codes = {(f.cell, f.code) for f in reading.findings}
    assert {("D3", "figure_in_words"), ("D6", "unreadable_number")} <= codes
    assert not at(reading, "D6")


def test_figures_within_words_are_taken_out_of_a_form_too() -> None:
    rows = [
        ["BÁO CÁO CHỈ TIÊU NGÀNH CÔNG THƯƠNG TỈNH TÂY NINH THÁNG 8 NĂM 2022"],
        ["TT", "Chỉ tiêu", "Ước thực hiện 8 tháng năm 2022", "So với cùng kỳ (%)"],
        ["I", "Tổng mức bán lẻ hàng hóa và doanh thu dịch vụ", "44.801,115 tỷ đồng (↑ 11,92%)", "↑ 11,92%"],
        ["II", "Kim ngạch xuất khẩu", "4.932 triệu USD", "giảm 2,2%"],
        ["III", "Kim ngạch nhập khẩu", "2.859 (↓22,52%)", -22.52],
    ]
    reading = read_workbook(xlsx(rows), "BC 8-2022.xlsx")
    told = {(o.origin.cell, o.table, str(o.measure), str(o.period), o.unit, o.value) for o in reading.observations}
    eight = "2022-01/2022-08"
    assert {
        ("C3", "retail_sales", "value", eight, "tỷ đồng", 44801.115),
        ("C3", "retail_sales", "growth", eight, "%", 11.92),
        ("C4", "goods_exports", "value", eight, "triệu USD", 4932.0),
    } <= told
    assert {("D3", "growth", 11.92), ("D4", "growth", -2.2), ("D5", "growth", -22.52)} <= {
        (cell, measure, value) for cell, _, measure, _, _, value in told
    }
    assert [(f.cell, f.missing) for f in reading.not_understood] == [("C5", "unreadable_number")]
    assert {f.cell for f in reading.findings if f.code == "figure_in_words"} == {"C3", "D3", "C4", "D4"}


def test_the_level_of_a_text_compares_nothing_even_under_a_heading_that_does() -> None:
    rows = [
        ["KIM NGẠCH XUẤT KHẨU TỈNH TÂY NINH THÁNG 4 NĂM 2022"],
        ["", "Thực hiện tháng 4 năm 2022 (so cùng kỳ)"],
        ["Tổng kim ngạch", "829,86 triệu USD (↑27%)"],
        ["Hạt điều", "29,86 triệu USD (↑7%)"],
    ]
    rate, level = at(read_workbook(xlsx(rows), "XK T4.2022.xlsx"), "B3")
    assert (rate.measure, rate.comparison, rate.index_of) == ("growth", "same_month_previous_year", "value")
    assert (level.measure, level.comparison, level.index_of) == ("value", "none", "")


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("44.801,115 tỷ đồng (↑ 11,92%)", [44801.115, 11.92]),
        ("1.433,03 triệu USD (↓ 18,38%)", [1433.03, -18.38]),
        ("↑0,36 % so với tháng trước và ↑ 6,31% so với cùng kỳ", [0.36, 6.31]),
        ("4.932 triệu USD (á 2,2%)", [4932.0, 2.2]),
        ("56..537,447 tỷ đồng", []),
        ("-", []),
        ("Tổng số", []),
    ],
)
def test_amounts_and_rates_of_a_text(text: str, values: list[float]) -> None:
    assert [f.value for f in figures_in(text)] == values
