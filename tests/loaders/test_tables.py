"""Which table a title names, and where the tables of a sheet begin and end."""

from __future__ import annotations

from io import BytesIO

import pytest
import xlsxwriter

from loaders.grid import Grid
from loaders.reading import read_workbook
from loaders.tables import find_segments, table_of


@pytest.mark.parametrize(
    ("title", "table"),
    [
        ("9. Giá trị sản xuất công nghiệp tháng 9 và 9 tháng năm 2003", "industrial_output_value"),
        ("3. Chỉ số phát triển giá trị sản xuất công nghiệp trên địa bàn", "industrial_output_value"),
        ("2. Chỉ số sản xuất công nghiệp tháng 5 năm 2013", "industrial_production_index"),
        ("12. Sản lượng một số sản phẩm công nghiệp chủ yếu", "industrial_products"),
        ("6. Tổng mức hàng hoá bán lẻ và doanh thu dịch vụ tiêu dùng", "retail_sales"),
        ("16. Chỉ số giá tiêu dùng, chỉ số giá vàng và đô la Mỹ", "consumer_price_index"),
        ("14. Hàng hóa xuất khẩu", "goods_exports"),
        ("10. NHẬP KHẨU THÁNG 6 VÀ 6 THÁNG ĐẦU NĂM 2000", "goods_imports"),
        ("7. Chỉ số tiêu thụ và tồn kho ngành công nghiệp chế biến, chế tạo", "consumption_index"),
        ("Biểu số 1: CHỈ SỐ PHÁT TRIỂN SẢN XUẤT CÔNG NGHIỆP", "industrial_production_index"),
        ("Chỉ số SXCN tháng 5", "industrial_production_index"),
        ("Giá trị SXCN (giá so sánh 2010)", "industrial_output_value"),
        ("4. Main products of livestock", ""),
        ("9. Sản phẩm chăn nuôi chủ yếu", ""),
        ("33. Chỉ số giá xuất khẩu hàng hóa", ""),
        ("27. Xuất, nhập khẩu dịch vụ", ""),
        ("29. Exports and imports of services", ""),
        ("30. Chỉ số giá sản xuất", ""),
        ("Retail Sales Index in Great Britain", ""),
    ],
)
def test_a_table_is_known_by_the_words_of_its_title(title: str, table: str) -> None:
    assert table_of(title) == table


def test_a_continued_table_and_another_table_open_segments_of_their_own() -> None:
    rows = [
        ["9. Giá trị sản xuất công nghiệp tháng 9 năm 2003"],
        ["TỔNG SỐ", 1.5],
        ["9. (Tiếp theo) Giá trị sản xuất công nghiệp tháng 9 năm 2003"],
        ["Hà Nội", 2.5],
        ["10. Tổng mức bán lẻ hàng hóa và doanh thu dịch vụ tháng 9"],
        ["TỔNG SỐ", 3.5],
    ]
    segments = find_segments(Grid(name="x", rows=[row + [""] * (2 - len(row)) for row in rows]))
    assert [(s.table, s.first, s.last, s.is_continued) for s in segments] == [
        ("industrial_output_value", 0, 1, False),
        ("industrial_output_value", 2, 3, True),
        ("retail_sales", 4, 5, False),
    ]


def test_a_numbered_row_of_figures_is_no_title() -> None:
    rows = [["14. Hàng hóa xuất khẩu", ""], ["1. Hàng hóa xuất khẩu khác", 5.0]]
    assert len(find_segments(Grid(name="x", rows=rows))) == 1


def test_a_hidden_sheet_is_named_but_not_read() -> None:
    stream = BytesIO()
    book = xlsxwriter.Workbook(stream)
    for name, total in (("Tongmuc", 1000.5), ("Tongmuc (2)", 999.5)):
        sheet = book.add_worksheet(name)
        sheet.write(0, 0, "6. Tổng mức bán lẻ hàng hóa và doanh thu dịch vụ tiêu dùng tháng 7 năm 2024")
        sheet.write(1, 1, "Ước tính tháng 7 năm 2024 (Tỷ đồng)")
        sheet.write(2, 0, "TỔNG SỐ")
        sheet.write(2, 1, total)
    sheet.hide()
    book.close()
    reading = read_workbook(stream.getvalue(), "2024-07-29-x.xlsx")
    assert [o.value for o in reading.observations] == [1000.5]
    assert [(n.value, n.reason) for n in reading.not_observations] == [(999.5, "hidden_sheet")]
    assert [(f.code, f.sheet) for f in reading.findings if f.code == "hidden_figures"] == [
        ("hidden_figures", "Tongmuc (2)")
    ]
