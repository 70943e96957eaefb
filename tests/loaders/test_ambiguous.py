"""Two columns with the same heading: the later one is what the block still lacks, and a finding says so."""

from __future__ import annotations

from loaders.reading import read_workbook
from tests.loaders.workbooks import xlsx

PRODUCTS = [
    ["4. Một số sản phẩm chủ yếu của ngành công nghiệp"],
    [],
    ["", "Đơn vị", "Ước tính", "Cộng dồn", "Tháng 4 năm", "Tháng 4"],
    ["", "tính", "tháng 4", "4 tháng", "2008 so với", "năm 2008 so"],
    ["", "", "năm 2008", "năm 2008", "cùng kỳ", "với cùng kỳ"],
    ["Than đá", "Nghìn tấn", 4253.6, 14341.5, 118.29, 108.72],
    ["Dầu mỏ thô", '"', 1255.5, 5020.5, 94.93, 95.67],
]


def test_the_second_of_two_equal_ratios_is_the_cumulative_one() -> None:
    reading = read_workbook(xlsx(PRODUCTS), "2008-04-29-Bieu.xlsx")
    periods = {o.origin.cell: (str(o.period), str(o.comparison)) for o in reading.observations}
    assert periods["E6"] == ("2008-04", "same_month_previous_year")
    assert periods["F6"] == ("2008-01/2008-04", "same_period_previous_year")
    assert [f.cell for f in reading.findings if f.code == "ambiguous_column"] == ["F6"]


def test_columns_that_differ_are_left_alone() -> None:
    rows = [list(row) for row in PRODUCTS]
    rows[2][5] = "4 tháng"
    reading = read_workbook(xlsx(rows), "2008-04-29-Bieu.xlsx")
    assert not [f for f in reading.findings if f.code == "ambiguous_column"]
