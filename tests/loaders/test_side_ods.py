"""What an `.ods` says beside its cells: merged headings, bold, indents, what is hidden, percents, legacy fonts."""

from __future__ import annotations

import zipfile
from io import BytesIO

import pytest

from loaders.errors import UnreadableWorkbook
from loaders.reading import read_workbook
from loaders.workbook import open_workbook

_SPACES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in (
        ("office", "office"), ("table", "table"), ("style", "style"), ("text", "text"), ("number", "datastyle"),
        ("fo", "xsl-fo-compatible"), ("svg", "svg-compatible"),
    )
)  # fmt: skip
_STYLES = """
<number:percentage-style style:name="N1"/>
<style:style style:name="bold" style:family="table-cell"><style:text-properties fo:font-weight="bold"/></style:style>
<style:style style:name="in" style:family="table-cell"><style:paragraph-properties fo:margin-left="20pt"/></style:style>
<style:style style:name="percent" style:family="table-cell" style:data-style-name="N1"/>
<style:style style:name="old" style:family="table-cell"><style:text-properties style:font-name="F1"/></style:style>
"""


def ods(rows: str, columns: str = "", *, start: str = "") -> bytes:
    fonts = '<style:font-face style:name="F1" svg:font-family="\'.VnTime\'"/>'
    xml = (
        f'<?xml version="1.0" encoding="UTF-8"?>{start}<office:document-content {_SPACES} office:version="1.3">'
        f"<office:font-face-decls>{fonts}</office:font-face-decls>"
        f"<office:automatic-styles>{_STYLES}</office:automatic-styles><office:body><office:spreadsheet>"
        f'<table:table table:name="TM">{columns}{rows}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", xml)
        archive.writestr("META-INF/manifest.xml", "<manifest/>")
    return stream.getvalue()


def text(value: str, attributes: str = "") -> str:
    return f'<table:table-cell office:value-type="string" {attributes}><text:p>{value}</text:p></table:table-cell>'


def number(value: float, attributes: str = "") -> str:
    return f'<table:table-cell office:value-type="float" office:value="{value}" {attributes}/>'


def row(*cells: str, attributes: str = "") -> str:
    return f"<table:table-row {attributes}>{''.join(cells)}</table:table-row>"


BLANK = "<table:table-cell/>"
HEADINGS = (
    row(text("12. Tổng mức bán lẻ hàng hóa tháng 7 năm 2024"))
    + row(
        BLANK,
        text("Tháng 7 năm 2024 so với (%)", 'table:number-columns-spanned="2"'),
        "<table:covered-table-cell/>",
    )
    + row(BLANK, text("Tháng trước"), text("Cùng kỳ năm trước"))
)


def test_a_merged_heading_is_over_all_its_columns() -> None:
    reading = read_workbook(ods(HEADINGS + row(text("TỔNG SỐ"), number(101.5), number(109.5))), "T7.2024.ods")
    assert {o.origin.cell: str(o.comparison) for o in reading.observations} == {
        "B4": "previous_month",
        "C4": "same_month_previous_year",
    }


def test_hidden_rows_and_columns_hold_no_published_figures() -> None:
    columns = '<table:table-column/><table:table-column table:visibility="collapse"/><table:table-column/>'
    rows = row(text("TỔNG SỐ"), number(101.5), number(109.5)) + row(
        text("Dịch vụ khác"), number(99.5), number(98.5), attributes='table:visibility="collapse"'
    )
    reading = read_workbook(ods(HEADINGS + rows, columns), "T7.2024.ods")
    assert [o.origin.cell for o in reading.observations] == ["C4"]
    reasons = {n.cell: n.reason for n in reading.not_observations}
    assert (reasons["B4"], reasons["C5"]) == ("hidden_column", "hidden_row")


def test_styles_of_cells_come_from_the_cell_or_from_its_column() -> None:
    columns = '<table:table-column table:default-cell-style-name="bold"/><table:table-column/>'
    rows = row(text("Than"), number(1, 'table:style-name="percent"')) + row(text(" Than", 'table:style-name="in"'))
    rows += row(text("Gi¸", 'table:style-name="old"'), attributes='table:number-rows-repeated="1"')
    (grid,) = open_workbook(ods(rows, columns), "x.ods").grids()
    assert (grid.style(0, 0).bold, grid.style(0, 1).number_format) == (True, "0%")
    assert (grid.style(1, 0).bold, grid.style(1, 0).indent) == (False, 2)
    assert (grid.style(2, 0).font, grid.text(2, 0)) == (".VnTime", "Giá")


def test_a_part_that_declares_a_document_type_is_refused() -> None:
    content = ods(row(text("x")), start="<!DOCTYPE a [<!ENTITY b 'c'>]>")
    with pytest.raises(UnreadableWorkbook) as refused:
        open_workbook(content, "x.ods")
    assert refused.value.finding.code == "unsafe_entities"
