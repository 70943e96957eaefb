"""How deep a row stands: by bold type, single blanks, capitals and what is known of a table."""

from __future__ import annotations

from io import BytesIO

import xlsxwriter

from loaders.reading import read_workbook

EXPORT_ROWS = [
    ("TỔNG TRỊ GIÁ", True),
    ("Khu vực có vốn đầu tư NN", False),
    ("Dầu thô", False),
    ("MẶT HÀNG CHỦ YẾU", True),
    ("Dầu thô", False),
]


def parents(
    title: str, heading: str, rows: list[tuple[str, bool]], without: tuple[str, ...] = ()
) -> list[tuple[str, ...]]:
    """The parents of each row; bold where the flag says so, and without figures where named."""
    stream = BytesIO()
    book = xlsxwriter.Workbook(stream)
    sheet, bold = book.add_worksheet("x"), book.add_format({"bold": True})
    sheet.write(0, 0, title)
    sheet.write(1, 1, heading)
    for number, (label, is_bold) in enumerate(rows):
        sheet.write(number + 2, 0, label, bold if is_bold else None)
        if label not in without:
            sheet.write(number + 2, 1, 101.5 + number)
    book.close()
    reading = read_workbook(stream.getvalue(), "2014-10-29-x.xlsx")
    return [o.parents for o in reading.observations]


def test_bold_rows_enclose_those_beneath_where_nothing_is_set_in() -> None:
    rows = [("Khai khoáng", True), ("Khai thác quặng", False), ("Công nghiệp chế biến", True), ("Dệt", False)]
    found = parents("2. Chỉ số sản xuất công nghiệp", "Tháng 10 năm 2014 so với cùng kỳ năm trước", rows)
    assert found == [(), ("Khai khoáng",), (), ("Công nghiệp chế biến",)]


def test_one_blank_is_a_level_under_a_bold_row_and_none_between_bold_rows() -> None:
    rows = [
        ("Than", True),
        (" Nhà nước", False),
        ("      Trung ương", False),
        (" Ngoài Nhà nước", False),
        (" Dầu", True),
    ]
    found = parents("4. Một số sản phẩm chủ yếu của ngành công nghiệp", "Tháng 10 năm 2014 so với tháng trước", rows)
    assert found == [(), ("Than",), ("Than", "Nhà nước"), ("Than",), ()]


def test_numbers_within_labels_say_how_deep_rows_stand() -> None:
    rows = [
        ("Chỉ số giá tiêu dùng", False),
        ("I. Hàng ăn và dịch vụ ăn uống", False),
        ("1. Lương thực", False),
        ("2. Thực phẩm", False),
        ("II. Đồ uống và thuốc lá", False),
        ("Chỉ số giá vàng", False),
    ]
    found = parents("Chỉ số giá tiêu dùng tỉnh Đồng Nai", "Tháng 10 năm 2014 so với tháng trước", rows)
    food = ("Hàng ăn và dịch vụ ăn uống",)
    assert found == [(), (), food, food, (), ()]


def test_crude_oil_belongs_to_the_foreign_sector_even_where_it_is_not_set_in() -> None:
    found = parents("14. Hàng hóa xuất khẩu", "Ước tính tháng 10 năm 2014 Trị giá", EXPORT_ROWS, ("MẶT HÀNG CHỦ YẾU",))
    assert found[2][-1] == "Khu vực có vốn đầu tư NN"
    assert found[3] == ("MẶT HÀNG CHỦ YẾU",)


def test_two_lines_in_capitals_are_one_section() -> None:
    rows = [("TỔNG SỐ", True), ("PHÂN THEO KHU VỰC", True), ("VÀ THÀNH PHẦN KINH TẾ", True), ("Nhà nước", False)]
    without = ("PHÂN THEO KHU VỰC", "VÀ THÀNH PHẦN KINH TẾ")
    found = parents("9. Giá trị sản xuất công nghiệp", "Ước tính tháng 10 năm 2014", rows, without)
    assert found == [(), ("PHÂN THEO KHU VỰC VÀ THÀNH PHẦN KINH TẾ",)]
