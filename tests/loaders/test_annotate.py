from io import BytesIO
from pathlib import Path

import openpyxl
import pytest

from data.findings import Finding, Severity
from loaders.annotate import annotate
from loaders.workbook import UnreadableWorkbook, open_workbook
from tests.loaders.workbooks import retail_xlsx, with_part

NATIONAL = Path(__file__).resolve().parents[3] / "shared" / "workbooks" / "national"
JUMP = Finding(
    "jump", Severity.WARNING, "Tongmuc", "B5",
    {"label": "=Bán lẻ", "period": "2024-06", "value": "800.5", "low": "1", "high": "2", "threshold": "6", "count": 24},
)  # fmt: skip
BROKEN = Finding("error_cell", Severity.ERROR, "Tongmuc", "B5", {"text": "#REF!"})
LINKS = Finding("external_links", Severity.NOTE, parameters={"count": 3})


def returned(findings, content=None, language="vi"):
    return openpyxl.load_workbook(BytesIO(annotate(content or retail_xlsx(), findings, "a.xlsx", language)))


def test_the_comment_says_what_was_found_expected_and_to_do():
    comment = returned([JUMP])["Tongmuc"]["B5"].comment.text
    assert "Đã thấy: =Bán lẻ, tháng 6/2024: 800,5, ngoài mức từng có." in comment
    assert "Cần có:" in comment
    assert "Cách xử lý:" in comment


def test_two_findings_at_one_cell_share_a_comment():
    comment = returned([JUMP, BROKEN])["Tongmuc"]["B5"].comment.text
    assert "ngoài mức từng có" in comment
    assert "#REF!" in comment


def test_the_figures_themselves_come_back_unchanged():
    sheet = returned([JUMP])["Tongmuc"]
    assert (sheet["A4"].value, sheet["B4"].value, sheet["B5"].value) == ("TỔNG SỐ", 1000.5, 800.5)


def test_all_findings_are_listed_in_front_gravest_first():
    book = returned([LINKS, JUMP, BROKEN])
    assert book.sheetnames == ["Phát hiện", "Tongmuc"]
    rows = [[cell.value for cell in row[:3]] for row in book["Phát hiện"].iter_rows(min_row=2)]
    assert rows == [["Lỗi", "Tongmuc", "B5"], ["Cảnh báo", "Tongmuc", "B5"], ["Lưu ý", None, None]]


def test_the_list_is_worded_in_english_on_request():
    assert returned([LINKS], language="en").sheetnames[0] == "Findings"


def test_words_from_the_workbook_never_become_formulas():
    sheet = returned([JUMP])["Phát hiện"]
    assert all(cell.data_type != "f" for row in sheet.iter_rows() for cell in row)


def test_a_finding_in_a_merged_area_stands_at_its_first_cell():
    content = with_part(
        retail_xlsx(), "xl/worksheets/sheet1.xml",
        old=b"</sheetData>", new=b'</sheetData><mergeCells count="1"><mergeCell ref="A5:B5"/></mergeCells>',
    )  # fmt: skip
    assert returned([JUMP], content)["Tongmuc"]["A5"].comment is not None


def test_the_returned_workbook_opens_again():
    content = annotate(retail_xlsx(), [JUMP], "a.xlsx")
    assert len(list(open_workbook(content, "a.xlsx").grids())) == 2


def test_a_file_that_is_no_workbook_is_refused():
    with pytest.raises(UnreadableWorkbook):
        annotate(b"no", [], "a.xlsx")


def test_an_old_workbook_comes_back_as_a_new_one_with_values_in_unicode_and_comments():
    path = next(iter(sorted(NATIONAL.glob("2003-03-31*"))), None)
    if path is None:
        pytest.skip("the shared workbooks are not at hand")
    finding = Finding("error_cell", Severity.WARNING, "03SPCN", "E11", {"text": "#REF!"})
    book = openpyxl.load_workbook(BytesIO(annotate(path, [finding])))
    sheet = book["03SPCN"]
    assert (sheet["A10"].value, sheet["E11"].value) == ("Than sạch", 3981.7)
    assert "#REF!" in sheet["E11"].comment.text
