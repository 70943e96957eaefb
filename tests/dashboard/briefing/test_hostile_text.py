"""Ten hostile texts through every export: harmless, readable, and valid files."""

from __future__ import annotations

import io
import re
import unicodedata
import zipfile

import openpyxl
import pytest
from docx import Document
from lxml import etree
from pptx import Presentation

from dashboard.briefing import csv, image
from dashboard.briefing.docx import report
from dashboard.briefing.drawing import SIZES, draw
from dashboard.briefing.pdf import document
from dashboard.briefing.pptx import deck
from dashboard.briefing.safe_text import cell_text, clean, file_name, sheet_name
from dashboard.briefing.workbook import chart_workbook
from dashboard.briefing.xlsx import appendix
from tests.dashboard.briefing.briefings import with_text

HOSTILE = {
    "formula": '=HYPERLINK("http://example.org","bấm vào")',
    "command formula": "+cmd|'/C calc'!A0",
    "at formula": "@SUM(1+1)*cmd|' /C calc'!A0",
    "word field": "{ INCLUDETEXT C:\\\\secret.txt } \x13 DDEAUTO c:\\\\cmd.exe \x14 \x15",
    "markup": '<script>alert(1)</script><a href="javascript:x">&lt;b&gt;</a> ]]> <!-- --> &#x41;',
    "typesetting": '#read("/etc/passwd") $x^2$ *đậm* _nghiêng_ `mã` @nguồn <nhãn> \\u{41} #import "x": *',
    "control characters": "Bán\x00 lẻ\x0b\x1f tháng\ud800 8\ufffe\r\n\ttăng",
    "endless": "Dệtmay" * 1667,
    "right to left": "\u202eTăng 5%\u202c שלום עולם \u2067abc\u2069",
    "decomposed": unicodedata.normalize("NFD", "Tổng mức bán lẻ hàng hóa tăng trưởng ổn định ở địa phương"),
}
CASES = pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
_EVERY_WORD = re.compile(r"\w+")


def xml_parts(package: bytes) -> dict[str, etree._Element]:
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        return {n: etree.fromstring(archive.read(n)) for n in archive.namelist() if n.endswith((".xml", ".rels"))}


def external(package: bytes) -> list[str]:
    """Links that lead out of the file."""
    found = []
    for name, tree in xml_parts(package).items():
        if name.endswith(".rels"):
            found += [one.get("Target", "") for one in tree if one.get("TargetMode") == "External"]
    return found


def formulas(workbook: bytes) -> list[str]:
    book = openpyxl.load_workbook(io.BytesIO(workbook))
    return [cell.value for sheet in book for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]


def embedded(package: bytes) -> list[bytes]:
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        return [archive.read(name) for name in archive.namelist() if name.endswith(".xlsx")]


def words(text: str) -> set[str]:
    return set(_EVERY_WORD.findall(clean(text, 60)))


@CASES
def test_decks_stay_inert_and_readable(text):
    body = deck(with_text(text))
    assert not external(body)
    assert not any(formulas(book) for book in embedded(body))
    presentation = Presentation(io.BytesIO(body))
    shown = " ".join(
        shape.text_frame.text for slide in presentation.slides for shape in slide.shapes if shape.has_text_frame
    )
    assert words(text) <= set(_EVERY_WORD.findall(shown)) or text.startswith("Dệtmay")
    assert not any(tree.findall(".//{*}hlinkClick") for tree in xml_parts(body).values())


@CASES
def test_documents_stay_inert_and_readable(text):
    body = report(with_text(text))
    assert not external(body)
    assert not any(formulas(book) for book in embedded(body))
    Document(io.BytesIO(body))
    tree = xml_parts(body)["word/document.xml"]
    fields = {one.text.strip().split(" ")[0] for one in tree.iterfind(".//{*}instrText")}
    assert fields <= {"SEQ", "PAGE"}
    shown = " ".join(one.text or "" for one in tree.iterfind(".//{*}t"))
    assert words(text) <= set(_EVERY_WORD.findall(shown)) or text.startswith("Dệtmay")


@CASES
def test_workbooks_hold_only_formulas_and_links_of_our_own(text):
    briefing = with_text(text)
    body = chart_workbook(briefing.charts[0].spec)
    own = re.compile(r"='[^']+'!\$?[A-Z]+\$?\d+|=\(B\d+/B\d+-1\)\*100")
    assert all(own.fullmatch(formula) for formula in formulas(body))
    assert not external(body)
    whole = appendix(briefing)
    assert not formulas(whole)
    assert not external(whole)


@CASES
def test_csv_has_no_cell_that_a_spreadsheet_would_run(text):
    spec = with_text(text).charts[0].spec
    for line in csv.table(spec).decode("utf-8-sig").splitlines():
        for cell in line.split(";"):
            bare = cell.strip('"')
            assert not bare.startswith(("=", "@", "\t")) and (not bare.startswith("+"))
            assert not bare.startswith("-") or re.fullmatch(r"-[\d,.e-]+", bare)


@CASES
def test_pdf_shows_the_text_as_text(text):
    body = document(with_text(text))
    assert body.startswith(b"%PDF-") and b"/JavaScript" not in body and b"/URI" not in body


@CASES
@pytest.mark.parametrize("size", SIZES)
def test_pictures_are_plain_svg_without_scripts_links_or_letters_outside_the_page(text, size):
    tree = etree.fromstring(draw(with_text(text).charts[0].spec, size).encode())
    names = {etree.QName(one).localname for one in tree.iter()}
    assert names <= {"svg", "title", "desc", "defs", "pattern", "rect", "line", "path", "polygon", "circle", "text"}
    assert not [one for one in tree.iter() for name in one.attrib if name.startswith("on") or "href" in name]
    assert len(etree.tostring(tree)) < 200_000


@CASES
def test_png_can_be_drawn(text):
    assert image.png(with_text(text).charts[0].spec, "half", 60).startswith(b"\x89PNG")


def test_cleaned_text_is_composed_short_and_without_control_characters():
    assert clean("Ba\u0301n le\u0309\x00\u202e") == "Bán lẻ"
    assert len(clean("a " * 10_000)) <= 4_000
    assert clean("một hai ba", 8) == "một hai…"


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "＝", "＋"])
def test_a_cell_that_begins_like_a_formula_gets_an_apostrophe(start):
    assert cell_text(f"{start}1") == f"'{start}1"


def test_names_of_sheets_are_legal_and_different():
    taken: set[str] = set()
    names = [sheet_name("Tổng mức bán lẻ hàng hóa và doanh thu [1/2015]*?", taken) for _ in range(3)]
    assert len(set(names)) == 3 and all(len(name) <= 31 and not set(name) & set("[]:*?/\\") for name in names)


def test_a_file_name_has_only_plain_letters():
    assert file_name("../../Báo cáo: tháng 8/2024 <Đà Nẵng>") == "bao-cao-thang-8-2024-da-nang"
    assert file_name("…") == "bieu-do"


def test_a_size_from_outside_is_refused():
    with pytest.raises(KeyError):
        draw(with_text("a").charts[0].spec, "30000x30000")
