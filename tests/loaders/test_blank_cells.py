import pytest

from loaders.blank_cells import without_blank_ends

HEAD = b'<worksheet><cols><col min="1"/></cols><sheetData><row r="1"><c r="A1" s="1"/></row>'
END = b"</sheetData></worksheet>"


@pytest.mark.parametrize(
    ("row", "kept"),
    [
        (
            b'<row r="2"><c r="A2"><v>1</v></c><c r="B2" s="3"/><c r="C2"/></row>',
            b'<row r="2"><c r="A2"><v>1</v></c></row>',
        ),
        (b'<row r="2" hidden="1"><c r="A2" s="3"/></row>', b'<row r="2" hidden="1"></row>'),
        (b'<row r="2"/><row r="3"><c r="A3" s="3"/></row>', b'<row r="2"/><row r="3"></row>'),
    ],
    ids=["behind a value", "a blank row", "a row without cells before"],
)
def test_blank_cells_at_the_end_of_a_row_are_left_out(row, kept):
    assert without_blank_ends(HEAD + row + END) == HEAD + kept + END


@pytest.mark.parametrize(
    "row",
    [
        b'<row r="2"><c r="A2"/><c r="B2"><v>1</v></c></row>',
        b'<row r="2"><c r="A2"><v>1</v></c ><c r="B2"><is><t>x</t></is></c\n></row>',
        b'<row r="2"><x:c r="A2"><x:v>1</x:v></x:c></row>',
        b'<x:row r="2"><x:c r="A2"><x:v>1</x:v></x:c><x:c r="B2"/></x:row>',
        b'<row r="2"></row>',
    ],
    ids=["a blank before a value", "blanks in the tags", "prefixed cells", "prefixed rows", "no cell"],
)
def test_nothing_that_holds_a_value_is_left_out_however_it_is_written(row):
    assert without_blank_ends(HEAD + row + END) == HEAD + row + END


def test_a_sheet_without_rows_stays_as_it_is():
    assert without_blank_ends(b"<worksheet><sheetData/></worksheet>") == b"<worksheet><sheetData/></worksheet>"
