"""Files that leave the dashboard name workbook, sheet and cell of their numbers; in Excel the formulas are alive."""

from __future__ import annotations

import io
import json

import openpyxl
import pytest
from docx import Document
from pptx import Presentation

from dashboard.briefing.content import build
from dashboard.briefing.docx import report
from dashboard.briefing.pdf import data_of, document
from dashboard.briefing.pptx import deck
from dashboard.briefing.workbook import chart_workbook
from dashboard.briefing.xlsx import appendix
from dashboard.origins import all_origins, newest_origins
from dashboard.theme_charts import contributions_chart
from dashboard.theme_figures import theme_figures
from data.period import Period
from data.store import Store
from tests.dashboard.briefing.briefings import monthly
from tests.dashboard.helpers import AREA, RETAIL, SAME, load, rate, stated

NOVEMBER = Period.parse("2024-11")
FORMULA = "(giá trị T11/2024 ÷ giá trị T10/2024 − 1) × 100"


@pytest.fixture
def briefing(store: Store):
    for at in range(2, 8):
        period = str(NOVEMBER.shift(-at))
        load(store, f"2024-{11 - at:02d}-28", stated(RETAIL, period, 500.0), stated(rate(RETAIL, SAME), period, 107.0))
    return build(store, "monthly", NOVEMBER)


def rows_of(body: bytes, sheet: str) -> list[list[object]]:
    found = openpyxl.load_workbook(io.BytesIO(body))[sheet]
    return [[getattr(cell.value, "text", cell.value) for cell in row] for row in found.iter_rows()]


def test_speaker_notes_name_the_cell_and_the_formula_of_a_computed_rate(briefing) -> None:
    slides = Presentation(io.BytesIO(deck(briefing))).slides
    notes = "\n".join(one.notes_slide.notes_text_frame.text for one in slides if one.has_notes_slide)
    assert "562.002,9 Tỷ đồng: tệp 2024-11-29.xlsx, trang Biểu, ô C7, công bố 29/11/2024" in notes
    assert f"{FORMULA} = (562.002,9 ÷ 557.480,1 − 1) × 100" in notes


def test_the_annex_of_a_report_names_each_workbook_once_and_each_cell(briefing) -> None:
    document = Document(io.BytesIO(report(briefing)))
    words = [one.text for one in document.paragraphs]
    assert sum("[1] 2024-11-29.xlsx, công bố 29/11/2024" in line for line in words) == 1
    cells = [cell.text for row in document.tables[-1].rows for cell in row.cells]
    assert "[1] Biểu!C7" in cells and any(one.startswith(FORMULA) for one in cells)


def test_the_pdf_has_the_same_annex(briefing) -> None:
    said = json.loads(json.dumps(data_of(briefing)))["annex"]
    assert said["files"] == ["[1] 2024-11-29.xlsx, công bố 29/11/2024"]
    assert "[1] Biểu!C7" in [cell for row in said["table"]["rows"] for cell in row["cells"]]
    assert document(briefing).startswith(b"%PDF") and data_of(monthly())["annex"] is None


def test_a_report_whose_numbers_lead_nowhere_has_no_annex() -> None:
    words = [one.text for one in Document(io.BytesIO(report(monthly()))).paragraphs]
    assert not any("Nguồn gốc số liệu" in line for line in words)


def test_the_appendix_has_the_origins_with_live_formulas(briefing) -> None:
    rows = rows_of(appendix(briefing), "Nguồn gốc")
    computed = next(row for row in rows if row[9] == FORMULA)
    at = rows.index(computed) + 1
    assert computed[2] == f"=(C{at + 2} / C{at + 1} - 1) * 100"
    assert [row[2] for row in rows[at : at + 2]] == [557_480.1, 562_002.9]
    level = next(row for row in rows if row[2] == 562_002.9 and row[9] is None)
    assert level[6:9] == ["2024-11-29.xlsx", "Biểu", "C7"]
    growth = next(row for row in rows if str(row[2]).startswith("=108.75"))
    assert growth[2] == "=108.75-100"


def test_the_workbook_of_a_chart_names_every_stored_point_and_works_out_the_computed_ones(store: Store) -> None:
    figures = theme_figures(store, "retail", AREA)
    spec = contributions_chart(store, figures, NOVEMBER.last, "vi")
    assert spec is not None
    origins = all_origins(store, spec)
    assert {one.name for one in origins if one.explained} == {"Bán lẻ hàng hóa", "Dịch vụ khác"}
    assert any(one.is_index_less_100 for one in origins if one.place)
    formulas = [row[2] for row in rows_of(chart_workbook(spec, origins), "Nguồn gốc") if str(row[2]).startswith("=(C")]
    assert len(formulas) == 2
    assert len(newest_origins(store, spec)) == 3
