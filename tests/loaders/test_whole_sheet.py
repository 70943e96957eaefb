"""A sheet as it stands, a stretch of rows at a time."""

from io import BytesIO

import openpyxl
import pytest

from loaders.isolation import sheet_isolated
from loaders.whole_sheet import ROWS_AT_ONCE, whole_sheet
from loaders.workbook import UnreadableWorkbook


@pytest.fixture
def sheet():
    """A merged heading over figures, and more rows than are shown at once."""
    book = openpyxl.Workbook()
    page = book.active
    page.title = "Bán lẻ"
    page["B1"] = "Tháng 7"
    page.merge_cells("B1:C2")
    for row in range(3, ROWS_AT_ONCE + 21):
        page.cell(row, 1, f"Hàng {row}")
        page.cell(row, 3, row * 1.5)
    buffer = BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def test_cells_say_their_column_and_a_merged_heading_is_one_cell(sheet):
    shown, n_rows = whole_sheet(sheet, "Bán lẻ")
    assert (shown.letters, n_rows) == (("A", "B", "C"), ROWS_AT_ONCE + 20)
    first = shown.rows[0][1]
    assert [(one.column, one.text, one.rows, one.columns) for one in first] == [("A", "", 1, 1), ("B", "Tháng 7", 2, 2)]
    assert [one.column for one in shown.rows[1][1]] == ["A"]
    assert [(one.column, one.number) for one in shown.rows[2][1]][-1] == ("C", 4.5)


def test_rows_come_in_stretches(sheet):
    assert len(whole_sheet(sheet, "Bán lẻ")[0].rows) == ROWS_AT_ONCE
    rest = whole_sheet(sheet, "Bán lẻ", ROWS_AT_ONCE)[0].rows
    assert [number for number, _ in rest] == list(range(ROWS_AT_ONCE + 1, ROWS_AT_ONCE + 21))
    assert whole_sheet(sheet, "Bán lẻ", 10_000)[0].rows == ()


def test_it_is_read_in_a_child_process(sheet, tmp_path):
    path = tmp_path / "a.xlsx"
    path.write_bytes(sheet)
    assert sheet_isolated(path, "Bán lẻ", 0) == whole_sheet(sheet, "Bán lẻ")
    with pytest.raises(UnreadableWorkbook):
        sheet_isolated(path, "Không có", 0)
