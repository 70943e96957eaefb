"""Whose figures a workbook holds: what its sheets, sources and name say, else what the reader gives."""

from __future__ import annotations

from io import BytesIO

import pytest
import xlsxwriter

from data.observation import WHOLE_COUNTRY
from loaders.reading import Reading, read_workbook
from tests.loaders.workbooks import xlsx

COLUMNS = ["", "Ước tính tháng 9 năm 2021", "Tháng 9 năm 2021 so với cùng kỳ năm trước (%)"]
FIGURES: list[list[object]] = [["Tổng số", 4102.5, 112.5], ["Bán lẻ hàng hóa", 3102.5, 111.5]]


def retail(*, above: str = "", below: str = "", title: str = "tháng 9 năm 2021") -> list[list[object]]:
    name = f"12. Tổng mức bán lẻ hàng hóa và doanh thu dịch vụ tiêu dùng {title}"
    return [[above], [name], COLUMNS, *FIGURES, [below]]


def read(rows: list[list[object]], *, name: str = "So lieu T9.2021.xlsx", area: str = "") -> Reading:
    return read_workbook(xlsx(rows, "TM"), name, area=area)


def areas(reading: Reading) -> set[str]:
    return {o.area for o in reading.observations}


def codes(reading: Reading) -> list[str]:
    return [finding.code for finding in reading.findings]


def test_a_sheet_that_names_nobody_is_of_the_province_that_the_other_sheets_name() -> None:
    stream = BytesIO()
    book = xlsxwriter.Workbook(stream)
    for sheet, rows in (("1", retail(above="CỤC THỐNG KÊ TỈNH BÌNH PHƯỚC")), ("2", retail())):
        page = book.add_worksheet(sheet)
        for index, row in enumerate(rows):
            page.write_row(index, 0, row)
    book.close()
    assert areas(read_workbook(stream.getvalue(), "So lieu T9.2021.xlsx")) == {"Bình Phước"}


@pytest.mark.parametrize(
    ("rows", "name"),
    [
        (retail(below="Nguồn: Cục Thống kê tỉnh Cà Mau"), "x 9.2021.xlsx"),
        (retail(below="THỐNG KÊ TỈNH CÀ MAU"), "x 9.2021.xlsx"),
        (retail(), "So lieu T9.2021 Ca Mau.xlsx"),
    ],
)
def test_a_source_or_the_name_of_the_file_names_the_province_too(rows: list[list[object]], name: str) -> None:
    assert areas(read(rows, name=name)) == {"Cà Mau"}


def test_a_workbook_that_names_none_is_of_the_area_given_and_says_so() -> None:
    reading = read(retail(), area="Tây Ninh")
    assert areas(reading) == {"Tây Ninh"}
    assert [f.parameters for f in reading.findings if f.code == "area_given"] == [{"area": "Tây Ninh"}]


def test_a_province_in_the_workbook_wins_over_the_area_given() -> None:
    reading = read(retail(title="tỉnh Cà Mau tháng 9 năm 2021"), area="Tây Ninh")
    assert areas(reading) == {"Cà Mau"}
    assert codes(reading) == ["area_kept"]


@pytest.mark.parametrize(
    "rows",
    [
        retail(below="Nguồn: Tổng cục Thống kê"),
        retail(above="TỔNG CỤC THỐNG KÊ"),
        retail(title="cả nước tháng 9 năm 2021"),
        [
            *retail(),
            ["3. Chỉ số phát triển giá trị sản xuất công nghiệp của một số tỉnh, thành phố"],
            ["", "Tháng 9 năm 2021 so với tháng trước (%)"],
            *[[province, 104.5] for province in ("Hà Nội", "Hải Phòng", "Đà Nẵng", "Cần Thơ", "Đồng Nai")],
        ],
    ],
)
def test_what_speaks_for_the_nation_keeps_the_figures_national_whatever_area_is_given(
    rows: list[list[object]],
) -> None:
    assert "Tây Ninh" not in areas(read(rows, area="Tây Ninh"))


def test_a_national_letterhead_over_that_of_a_province_does_not_make_its_figures_national() -> None:
    rows = [["TỔNG CỤC THỐNG KÊ"], *retail(above="CỤC THỐNG KÊ TP. HẢI PHÒNG")]
    assert areas(read(rows)) == {"Hải Phòng"}


def test_the_whole_country_may_be_given_to_a_form_that_would_be_asked_about() -> None:
    millions = [[cell if cell != COLUMNS[1] else f"{cell} (Triệu đồng)" for cell in row] for row in retail()]
    assert codes(read(millions)) == ["area_not_named"]
    reading = read(millions, area=WHOLE_COUNTRY)
    assert (areas(reading), codes(reading)) == ({WHOLE_COUNTRY}, ["area_given"])


def test_the_plain_workbook_of_the_nation_needs_no_word_about_its_area() -> None:
    assert (areas(read(retail())), codes(read(retail()))) == ({WHOLE_COUNTRY}, [])
