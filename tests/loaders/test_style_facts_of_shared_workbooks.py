"""Cell by cell against openpyxl and xlrd, on a sample of real workbooks."""

import contextlib
import io
from pathlib import Path

import openpyxl
import pytest
import xlrd

from loaders.workbook import open_workbook

NATIONAL = Path(__file__).resolve().parents[3] / "shared" / "workbooks" / "national"
XLSX = sorted(NATIONAL.glob("*.xlsx"))[10::40]
XLS = sorted(NATIONAL.glob("*.xls"))[5::45]
pytestmark = pytest.mark.skipif(not XLS, reason="the shared workbooks are not at hand")


@pytest.mark.parametrize("path", XLSX, ids=lambda p: p.name)
def test_facts_of_an_xlsx_are_those_of_openpyxl(path):
    peer = openpyxl.load_workbook(path)
    compared = 0
    for grid in open_workbook(path).grids():
        sheet = peer[grid.name]
        for row in sheet.iter_rows():
            for cell in row:
                if cell.value is None:
                    continue
                r, c = cell.row - 1, cell.column - 1
                ours = (grid.font(r, c), grid.bold(r, c), grid.indent(r, c), grid.number_format(r, c))
                format_ = cell.number_format
                assert ours == (cell.font.name or "", bool(cell.font.b), int(cell.alignment.indent), format_), cell
                assert bool(grid.error(r, c)) == (cell.data_type == "e"), cell
                compared += 1
        hidden = {int(n) - 1 for n, d in sheet.row_dimensions.items() if d.hidden}
        assert set(grid.hidden_rows) == hidden
    assert compared > 1000


@pytest.mark.parametrize("path", XLS, ids=lambda p: p.name)
def test_facts_of_an_xls_are_those_of_xlrd(path):
    with contextlib.redirect_stdout(io.StringIO()):
        peer = xlrd.open_workbook(path, formatting_info=True, logfile=io.StringIO())
    compared = 0
    for grid in open_workbook(path).grids():
        sheet = peer.sheet_by_name(grid.name)
        for r in range(sheet.nrows):
            for c in range(sheet.ncols):
                cell = sheet.cell(r, c)
                if cell.ctype in (xlrd.XL_CELL_EMPTY, xlrd.XL_CELL_BLANK):
                    continue
                style = peer.xf_list[cell.xf_index]
                font = peer.font_list[style.font_index]
                assert grid.font(r, c) == font.name
                assert grid.bold(r, c) == (font.weight >= 600)
                assert grid.indent(r, c) == style.alignment.indent_level
                assert grid.number_format(r, c) == (peer.format_map[style.format_key].format_str or "General")
                assert bool(grid.error(r, c)) == (cell.ctype == xlrd.XL_CELL_ERROR)
                if cell.ctype == xlrd.XL_CELL_NUMBER:
                    assert grid.number(r, c) == cell.value
                compared += 1
        hidden = {r for r, info in sheet.rowinfo_map.items() if info.hidden}
        assert set(grid.hidden_rows) == hidden
    assert compared > 1000
