"""Files that are no workbooks, or made to do harm: a clear finding in both languages, in bounded time and memory."""

import struct
import zipfile
from io import BytesIO

import pytest

from data.spoken import place, spoken
from loaders import guard_zip
from loaders.__main__ import main
from loaders.isolation import read_isolated
from loaders.workbook import UnreadableWorkbook, open_workbook
from tests.loaders.workbooks import retail_xlsx, sheet_xml, with_part, xlsx

SHEET = "xl/worksheets/sheet1.xml"


def far_apart(*addresses: str, dimension: str = "A1") -> bytes:
    rows = "".join(f'<row r="{int("".join(filter(str.isdigit, a)))}"><c r="{a}"><v>1</v></c></row>' for a in addresses)
    return with_part(xlsx([[1]]), SHEET, sheet_xml(rows, dimension))


def zipped(**parts: bytes) -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name.replace("__", "/"), content)
    return buffer.getvalue()


def encrypted_zip() -> bytes:
    content = bytearray(retail_xlsx())
    at = 0
    while (at := content.find(b"PK\x01\x02", at)) >= 0:
        content[at + 8] |= 1
        at += 4
    return bytes(content)


def ole_with(*names: str) -> bytes:
    """A compound file of one sector of directory with the named empty streams."""
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
    return header + b"".join(name.encode("utf-16-le").ljust(64, b"\0") + bytes(64) for name in names)


BOMB = with_part(
    xlsx([[1]]),
    SHEET,
    sheet_xml("<row r='1'><c r='A1' t='inlineStr'><is><t>" + " " * (40 << 20) + "</t></is></c></row>"),
)
ENTITIES = with_part(
    xlsx([[1]]), SHEET,
    old=b"<worksheet", new=b'<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><worksheet',
)  # fmt: skip

HOSTILE = {
    "empty": (b"", "empty_file"),
    "text": ("Tháng,Giá trị\n7,100\n".encode(), "text_file"),
    "html": (b"\xef\xbb\xbf  <html><body><table><tr><td>1</td></tr></table></body></html>", "html_page"),
    "xml 2003": (b'<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook/>', "xml_spreadsheet"),
    "pdf": (b"%PDF-1.7\n\x00", "other_file"),
    "noise": (bytes(range(256)) * 8, "not_a_workbook"),
    "zip of something": (zipped(a=b"1"), "other_file"),
    "word document": (zipped(word__document=b"<x/>"), "other_file"),
    "cut off": (retail_xlsx()[:3000], "damaged_workbook"),
    "cut sheet": (with_part(retail_xlsx(), SHEET, old=b"</worksheet>", new=b""), "damaged_workbook"),
    "encrypted parts": (encrypted_zip(), "password_protected"),
    "encrypted package": (ole_with("Root Entry", "EncryptedPackage"), "password_protected"),
    "broken container": (ole_with("Root Entry", "Workbook"), "damaged_workbook"),
    "zip bomb": (BOMB, "unsafe_size"),
    "entity bomb": (ENTITIES, "unsafe_entities"),
    "cells at both ends": (far_apart("A1", "XFD1048576"), "unsafe_area"),
    "cell beyond the last column": (far_apart("A1", "ZZZZZ9"), "unsafe_area"),
    "a million columns": (far_apart("A1", dimension="A1:BDWGN9"), "unsafe_area"),
}


@pytest.mark.parametrize("case", HOSTILE)
def test_a_hostile_file_is_refused_with_a_finding_in_both_languages(case, tmp_path):
    content, code = HOSTILE[case]
    path = tmp_path / "tệp.xlsx"
    path.write_bytes(content)

    with pytest.raises(UnreadableWorkbook) as refused:
        read_isolated(path)

    finding = refused.value.finding
    assert finding.code == code
    for language in ("vi", "en"):
        assert all(spoken(finding, language).values())
        assert place(finding, language)


@pytest.mark.parametrize("case", HOSTILE)
def test_the_guard_alone_spares_the_command_line_from_hostile_files(case):
    content, code = HOSTILE[case]
    with pytest.raises(UnreadableWorkbook) as refused:
        list(open_workbook(content, "a.xlsx").grids())
    assert refused.value.finding.code == code


@pytest.mark.parametrize(
    ("bound", "value", "code"),
    [("MAX_PART_BYTES", 100, "unsafe_size"), ("MAX_TOTAL_BYTES", 100, "unsafe_size"), ("MAX_PARTS", 3, "unsafe_parts")],
)
def test_sizes_and_numbers_of_parts_are_bounded_however_little_they_are_packed(bound, value, code, monkeypatch):
    monkeypatch.setattr(guard_zip, bound, value)
    with pytest.raises(UnreadableWorkbook) as refused:
        open_workbook(retail_xlsx(), "a.xlsx")
    assert refused.value.finding.code == code


def test_a_dimension_that_claims_too_much_is_a_warning_and_only_real_cells_are_read():
    book = open_workbook(far_apart("A1", "B2", dimension="A1:XFD1048576"), "a.xlsx")
    assert [f.code for f in book.findings] == ["claimed_area"]
    assert next(book.grids()).n_rows == 2


def test_macros_and_links_to_other_files_are_noted_and_not_followed():
    content = with_part(retail_xlsx(), "xl/vbaProject.bin", b"\xd0\xcf\x11\xe0")
    content = with_part(content, "xl/externalLinks/externalLink1.xml", b"<externalLink/>")
    assert [f.code for f in open_workbook(content, "a.xlsm").findings] == ["macros_ignored", "external_links"]


def test_a_missing_file_is_a_finding(tmp_path):
    with pytest.raises(UnreadableWorkbook) as refused:
        read_isolated(tmp_path / "không có.xlsx")
    assert refused.value.finding.code == "missing_file"


def test_a_large_sheet_of_something_else_is_read_within_the_limits(tmp_path):
    """Twenty thousand cells are nothing unusual: the limits must let them pass."""
    row = "".join(f'<c r="{letter}{{r}}"><v>1</v></c>' for letter in "ABCDEFGHIJ")
    xml = sheet_xml("".join(f'<row r="{r}">{row.format(r=r)}</row>' for r in range(1, 2000)))
    path = tmp_path / "lớn.xlsx"
    path.write_bytes(with_part(xlsx([[1]]), SHEET, xml))
    reading = read_isolated(path)
    assert [f.code for f in reading.findings] == ["nothing_known"]


def test_records_that_do_not_lead_to_the_end_of_a_sheet_are_damage():
    from loaders.records_xls import walk_sheet

    whole = struct.pack("<HHHH", 0x809, 4, 0x600, 0x10) + struct.pack("<HH", 0x0A, 0) + bytes(8)
    cut = struct.pack("<HHHH", 0x809, 4, 0x600, 0x10) + struct.pack("<HHI", 0x203, 500, 0)
    found = walk_sheet(whole, 0)
    assert found is not None and (found.rows, found.columns) == (8192, 256)
    assert walk_sheet(cut, 0) is None


def test_an_xls_that_claims_more_cells_than_fit_in_memory_is_read_by_its_real_cells():
    from loaders.guard_xls import _with_true_dimensions

    claim = struct.pack("<HHIIHHH", 0x200, 14, 0, 65536, 0, 256, 0)
    modest = struct.pack("<HHIIHHH", 0x200, 14, 0, 50, 0, 10, 0)
    backwards = struct.pack("<HHIIHHH", 0x200, 14, 2650800128, 46, 0, 7, 0)
    stream = claim + modest + backwards
    corrected = _with_true_dimensions(b"head" + stream + b"tail", stream, [0, 18, 36])
    assert corrected == b"head" + claim[:4] + bytes(14) + modest + backwards[:4] + bytes(14) + b"tail"


@pytest.mark.parametrize("case", ["empty", "text", "cut off", "zip bomb", "encrypted package"])
def test_the_command_line_says_in_vietnamese_what_is_wrong_and_ends_with_2(case, tmp_path, capsys):
    path = tmp_path / "hỏng.xlsx"
    path.write_bytes(HOSTILE[case][0])

    assert main(["read", str(path)]) == 2

    said = capsys.readouterr().err
    assert "hỏng.xlsx" in said
    assert "Traceback" not in said
    assert any(word in said for word in ("Tệp", "Sổ tính"))
