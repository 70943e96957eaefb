"""The cells round one cell, and the workbook with that cell marked."""

from io import BytesIO
from pathlib import Path

import openpyxl
import pytest

from loaders.isolation import mark_isolated, neighbourhood_isolated
from loaders.marking import mark
from loaders.neighbourhood import neighbourhood
from loaders.workbook import UnreadableWorkbook, open_workbook
from tests.loaders.workbooks import retail_xlsx, with_part

NATIONAL = Path(__file__).resolve().parents[3] / "shared" / "workbooks" / "national"


def grid_of(found):
    return {number: [cell.text for cell in cells] for number, cells in found.rows}


def marked_cells(found):
    return [(number, cell) for number, cells in found.rows for cell in cells if cell.is_marked]


@pytest.fixture
def long_sheet():
    """A heading row, then forty rows of figures under it."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Bán lẻ"
    sheet.append(["", "Thực hiện", "Ước tính", "", "", "", "", "So với cùng kỳ"])
    for row in range(2, 42):
        sheet.append([f"Hàng {row}", *(row * 10.5 + column for column in range(7))])
    sheet["H30"] = 1234.5
    buffer = BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def test_the_cell_stands_in_its_surroundings_with_its_heading_and_label(long_sheet):
    found = neighbourhood(long_sheet, "Bán lẻ", "H30", headings=["So với cùng kỳ"], labels=["Hàng 30"])
    assert found.letters == ("A", "E", "F", "G", "H")
    assert [number for number, _ in found.rows] == [1, *range(25, 36)]
    assert grid_of(found)[1][-1] == "So với cùng kỳ"
    ((row, cell),) = marked_cells(found)
    assert (row, cell.number) == (30, 1234.5)
    assert grid_of(found)[30][0] == "Hàng 30"


def test_a_merged_heading_is_as_wide_as_what_is_shown_of_it():
    content = with_part(
        retail_xlsx(), "xl/worksheets/sheet1.xml",
        old=b"</sheetData>", new=b'</sheetData><mergeCells count="1"><mergeCell ref="B4:C5"/></mergeCells>',
    )  # fmt: skip
    found = neighbourhood(content, "Tongmuc", "B4")
    ((row, cell),) = marked_cells(found)
    assert (row, cell.rows, cell.columns) == (4, 2, 2)


def test_the_first_cell_of_a_sheet_has_surroundings_too(long_sheet):
    assert marked_cells(neighbourhood(long_sheet, "Bán lẻ", "A1"))[0][0] == 1


def test_the_marked_workbook_opens_at_the_cell_with_its_comment(long_sheet):
    book = openpyxl.load_workbook(BytesIO(mark(long_sheet, "Bán lẻ", "H30", "Số này hiển thị")))
    sheet = book.active
    assert sheet.title == "Bán lẻ"
    assert sheet.sheet_view.selection[0].activeCell == "H30"
    assert sheet["H30"].comment.text == "Số này hiển thị"
    assert sheet["H30"].fill.fgColor.rgb.endswith("FFE58A")
    assert (sheet["H30"].value, sheet["B30"].value) == (1234.5, 315.0)


def test_a_hidden_sheet_is_shown_where_its_cell_is_marked():
    book = openpyxl.Workbook()
    hidden = book.create_sheet("Ẩn")
    hidden["B2"], hidden.sheet_state = 7.5, "hidden"
    buffer = BytesIO()
    book.save(buffer)
    back = openpyxl.load_workbook(BytesIO(mark(buffer.getvalue(), "Ẩn", "B2", "ở đây")))
    assert back.active.title == "Ẩn" and back.active.sheet_state == "visible"


def test_both_are_made_in_a_child_process(long_sheet, tmp_path):
    path = tmp_path / "a.xlsx"
    path.write_bytes(long_sheet)
    found = neighbourhood_isolated(path, "Bán lẻ", "H30", headings=["So với cùng kỳ"], labels=["Hàng 30"])
    assert found == neighbourhood(long_sheet, "Bán lẻ", "H30", headings=["So với cùng kỳ"], labels=["Hàng 30"])
    assert openpyxl.load_workbook(BytesIO(mark_isolated(path, "Bán lẻ", "H30", "x")))["Bán lẻ"]["H30"].comment
    with pytest.raises(UnreadableWorkbook):
        neighbourhood_isolated(path, "Không có", "H30")
    with pytest.raises(UnreadableWorkbook):
        mark_isolated(path, "Không có", "H30", "x")


def test_an_old_workbook_is_marked_as_a_new_one_with_its_values():
    path = next(iter(sorted(NATIONAL.glob("2003-03-31*"))), None)
    if path is None:
        pytest.skip("the shared workbooks are not at hand")
    book = openpyxl.load_workbook(BytesIO(mark(path, "03SPCN", "E11", "Nguồn", path.name)))
    assert book.active.title == "03SPCN"
    assert book["03SPCN"]["E11"].comment.text == "Nguồn"
    grid = next(one for one in open_workbook(path).grids() if one.name == "03SPCN")
    assert book["03SPCN"]["E11"].value == grid.value(10, 4)
