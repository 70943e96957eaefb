import os
import zipfile
from datetime import date, datetime
from io import BytesIO

import openpyxl
import pytest
import xlsxwriter

from loaders.grid import Grid, column_letters
from loaders.quiet import quietly
from loaders.workbook import open_workbook
from tests.loaders.workbooks import retail_xlsx, sheet_xml, with_part, xlsx


def only_grid(content: bytes, name: str = "a.xlsx") -> Grid:
    return next(iter(open_workbook(content, name).grids()))


@pytest.fixture(scope="module")
def styled() -> bytes:
    """A sheet with all that the fast reader leaves out."""
    buffer = BytesIO()
    book = xlsxwriter.Workbook(buffer, {"in_memory": True})
    page = book.add_worksheet("Bảng")
    page.write("A1", "Kú gèc", book.add_format({"font_name": ".VnArial"}))
    page.write("A2", "tæng sè", book.add_format({"font_name": ".VnArialH", "bold": True}))
    page.write("A3", "Cà phê", book.add_format({"indent": 2}))
    page.write("B1", 0.125, book.add_format({"num_format": "0.0%"}))
    page.write_formula("B2", "=1/0", value="#DIV/0!")
    page.write_formula("B3", "=1+1", value="")
    page.write("B4", 7)
    page.write_datetime("B5", datetime(2024, 7, 29), book.add_format({"num_format": "dd/mm/yyyy"}))
    page.merge_range("C1:D2", "gộp")
    page.set_row(5, None, None, {"hidden": True})
    page.set_column("F:G", None, None, {"hidden": True})
    page.write("G6", 1)
    book.add_worksheet("Ẩn").hide()
    book.close()
    return buffer.getvalue()


def test_values_are_found_by_row_and_column(styled):
    grid = only_grid(styled)
    assert (grid.value(3, 1), grid.number(3, 1), grid.text(3, 1)) == (7.0, 7.0, "7")
    assert grid.value(4, 1) == date(2024, 7, 29)
    assert grid.text(4, 1) == "2024-07-29"


def test_cells_outside_the_sheet_are_empty(styled):
    grid = only_grid(styled)
    assert grid.value(999, 0) is None
    assert grid.value(0, -1) is None
    assert grid.text(-1, 0) == ""


def test_text_in_a_legacy_font_is_unicode(styled):
    grid = only_grid(styled)
    assert [grid.text(r, 0) for r in range(3)] == ["Kỳ gốc", "TỔNG SỐ", "Cà phê"]


def test_styles_are_known_by_cell(styled):
    grid = only_grid(styled)
    assert (grid.font(0, 0), grid.bold(0, 0), grid.bold(1, 0)) == (".VnArial", False, True)
    assert grid.indent(2, 0) == 2
    assert grid.number_format(0, 1) == "0.0%"
    assert grid.number_format(3, 1) == "General"


def test_error_cells_are_told_from_empty_ones(styled):
    grid = only_grid(styled)
    assert (grid.value(1, 1), grid.error(1, 1), grid.error(0, 0)) == (None, "#DIV/0!", "")


def test_formulas_without_a_stored_value_are_known():
    book = openpyxl.Workbook()
    book.active["A1"], book.active["A2"] = 5, "=A1*2"
    buffer = BytesIO()
    book.save(buffer)
    assert only_grid(buffer.getvalue()).formula_without_value == {(1, 0)}


def test_hidden_rows_columns_and_sheets_are_known(styled):
    grids = list(open_workbook(styled, "a.xlsx").grids())
    assert grids[0].hidden_rows == {5}
    assert grids[0].hidden_columns == {5, 6}
    assert [g.hidden for g in grids] == [False, True]


def test_merged_areas_are_clipped_to_the_used_cells():
    content = with_part(
        xlsx([["a", "b"], ["c", "d"]]), "xl/worksheets/sheet1.xml",
        old=b"</sheetData>", new=b'</sheetData><mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells>',
    )  # fmt: skip
    assert only_grid(content).merged == [(0, 0, 1, 1)]


def test_a_sheet_written_in_an_unusual_order_gives_the_same_facts(styled):
    grid = only_grid(
        with_part(
            xlsx([[1]]), "xl/worksheets/sheet1.xml",
            sheet_xml('<row hidden="1" r="1"><c t="e" r="A1"><v>#REF!</v></c><c r="B1"><v>2</v></c></row>', "A1:B1"),
        )
    )  # fmt: skip
    assert grid.error(0, 0) == "#REF!"
    assert grid.hidden_rows == {0}
    assert grid.number(0, 1) == 2


def test_leading_empty_rows_and_columns_keep_their_addresses():
    grid = only_grid(xlsx([[], [], ["", "", "x"]]))
    assert grid.text(2, 2) == "x"
    assert Grid.address(2, 2) == "C3"


def test_column_letters_run_past_z():
    assert [column_letters(n) for n in (0, 25, 26, 701, 702)] == ["A", "Z", "AA", "ZZ", "AAA"]


def test_the_name_does_not_decide_what_a_file_is():
    book = open_workbook(retail_xlsx(), "bang.xls")
    assert book.kind == "xlsx"
    assert [f.code for f in book.findings] == ["wrong_extension"]


def test_the_day_of_saving_is_known():
    assert open_workbook(retail_xlsx(), "a.xlsx").modified is not None


@pytest.mark.parametrize("kind", ["xls", "xlsx"])
def test_numbers_that_are_not_finite_are_no_numbers(kind):
    grid = Grid(name="x", rows=[[float("nan"), float("inf"), True, "5", 5]])
    assert [grid.number(0, c) for c in range(5)] == [None, None, None, None, 5.0]


def test_an_open_document_gives_its_values():
    cells = '<table:table-cell office:value-type="string"><text:p>Gạo</text:p></table:table-cell>'
    cells += '<table:table-cell office:value-type="float" office:value="5.5"><text:p>5,5</text:p></table:table-cell>'
    names = "".join(
        f' xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for short, name in (("office", "office"), ("table", "table"), ("text", "text"))
    )
    content = (
        f'<office:document-content{names} office:version="1.2"><office:body><office:spreadsheet>'
        f'<table:table table:name="Bảng"><table:table-row>{cells}</table:table-row></table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", content)
        archive.writestr("META-INF/manifest.xml", "<manifest/>")
    book = open_workbook(buffer.getvalue(), "a.ods")
    grid = next(book.grids())
    assert (book.kind, grid.name, grid.text(0, 0), grid.number(0, 1)) == ("ods", "Bảng", "Gạo", 5.5)


def test_what_the_reader_writes_to_the_error_stream_by_itself_is_not_shown(capfd):
    assert quietly(lambda: os.write(2, b"thread panicked") and 5) == 5
    os.write(2, b"after")
    assert capfd.readouterr().err == "after"
