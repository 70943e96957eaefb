"""Forms of provinces: no title, `Triệu đồng`, shares of the plan, figures within words."""

from __future__ import annotations

import pytest

from data.observation import Observation
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
