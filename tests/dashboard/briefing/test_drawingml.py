"""One chart says the same on a slide, in a document, in a workbook, in a picture and in a table of plain text."""

from __future__ import annotations

import io
import json
import re
import zipfile

import openpyxl
import pytest
from lxml import etree
from pptx import Presentation

from dashboard.briefing import csv
from dashboard.briefing.docx import report
from dashboard.briefing.drawing import draw
from dashboard.briefing.drawingml import native_charts
from dashboard.briefing.pptx import deck
from dashboard.briefing.pptx_base import UnreadableTemplate
from dashboard.briefing.scales import drawn_bands
from dashboard.briefing.workbook import FIRST_ROW, chart_workbook
from dashboard.figures.plotly_chart import plotly_figure
from dashboard.figures.spec import ChartSpec, Kind
from tests.dashboard.briefing.briefings import one_chart
from tests.dashboard.briefing.charts import level_and_growth, lines, ranking, stacked

SPACE = {"c": "http://schemas.openxmlformats.org/drawingml/2006/chart"}
SPECS = [level_and_growth, lines, stacked, ranking]
Found = dict[str, list[float | None]]


def expected(spec: ChartSpec) -> Found:
    return {one.name: list(one.values) for one in spec.series}


def cached(xml: bytes) -> Found:
    """Series name to values as a chart part holds them."""
    found: Found = {}
    for series in etree.fromstring(xml).iterfind(".//c:ser", SPACE):
        name = series.findtext("c:tx//c:v", namespaces=SPACE) or ""
        count = int(series.find("c:val//c:ptCount", SPACE).get("val"))  # type: ignore[union-attr]
        values: list[float | None] = [None] * count
        for point in series.iterfind("c:val//c:pt", SPACE):
            values[int(point.get("idx"))] = float(point.findtext("c:v", namespaces=SPACE))  # type: ignore[arg-type]
        found[name] = values
    return found


def split(found: Found, spec: ChartSpec) -> tuple[Found, dict[str, list[int]]]:
    """Data on one side, and on the other which categories each band covers."""
    names = {one.name for one in spec.series}
    bands = {
        name: [at for at, v in enumerate(values) if v is not None]
        for name, values in found.items()
        if name not in names
    }
    return {name: values for name, values in found.items() if name in names}, bands


def expected_bands(spec: ChartSpec) -> dict[str, list[int]]:
    if spec.series[0].kind == Kind.HORIZONTAL_BAR:
        return {}
    return {one.band.name: list(range(one.first, one.last + 1)) for one in drawn_bands(spec)}


def parts_of(package: bytes, folder: str) -> list[bytes]:
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        names = [name for name in archive.namelist() if re.fullmatch(rf"{folder}/charts/chart\d+\.xml", name)]
        return [archive.read(name) for name in sorted(names)]


@pytest.mark.parametrize("make", SPECS)
@pytest.mark.parametrize("kind", ["pptx", "docx"])
def test_chart_parts_of_decks_and_documents_hold_the_numbers_and_bands_of_the_chart(make, kind):
    spec = make()
    package = deck(one_chart(spec)) if kind == "pptx" else report(one_chart(spec))
    found: Found = {}
    for xml in parts_of(package, "ppt" if kind == "pptx" else "word"):
        found |= cached(xml)
    data, bands = split(found, spec)
    assert data == expected(spec)
    assert bands == expected_bands(spec)


@pytest.mark.parametrize("make", SPECS)
def test_the_workbook_inside_a_native_chart_holds_the_same_numbers_and_no_formula(make):
    spec = make()
    found: Found = {}
    for chart in native_charts(spec):
        sheet = openpyxl.load_workbook(io.BytesIO(chart.workbook)).active
        assert not [cell for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]
        for column in sheet.iter_cols(min_col=2):
            found[column[0].value] = [cell.value for cell in column[1:]]
    data, bands = split(found, spec)
    assert bands == expected_bands(spec)
    assert data == expected(spec)


@pytest.mark.parametrize("make", SPECS)
def test_the_workbook_of_a_chart_holds_its_numbers_and_its_chart_its_bands(make):
    spec = make()
    body = chart_workbook(spec)
    sheet = openpyxl.load_workbook(io.BytesIO(body)).worksheets[0]
    for at, one in enumerate(spec.series, 2):
        shown = [sheet.cell(FIRST_ROW + 1 + row, at).value for row in range(len(spec.categories))]
        assert shown == list(one.values)
    with zipfile.ZipFile(io.BytesIO(body)) as archive:
        charts = [archive.read(name).decode() for name in archive.namelist() if name.startswith("xl/charts/chart")]
    assert len(charts) == len({one.panel for one in spec.series})
    banded = openpyxl.load_workbook(io.BytesIO(body)).worksheets[1]
    found = {}
    for column in banded.iter_cols(min_col=21, min_row=FIRST_ROW):
        if column[0].value:
            found[column[0].value] = [at for at, cell in enumerate(column[1:]) if cell.value is not None]
    assert found == expected_bands(spec)


@pytest.mark.parametrize("make", SPECS)
@pytest.mark.parametrize("decimal", [",", "."])
def test_csv_holds_the_numbers_with_the_decimal_mark_asked_for(make, decimal):
    spec = make()
    text = csv.table(spec, decimal).decode("utf-8-sig")
    separator = csv.DECIMAL_MARKS[decimal]
    lines_ = [line.split(separator) for line in text.splitlines() if line.split(separator)[0].strip('"') in spec.labels]
    for at, one in enumerate(spec.series, 1):
        shown = [line[at] for line in lines_]
        assert [float(v.replace(",", ".")) if v else None for v in shown] == [
            pytest.approx(v, rel=1e-14) if v is not None else None for v in one.values
        ]


def test_a_picture_draws_every_bar_line_and_band():
    spec = level_and_growth()
    picture = draw(spec, "slide")
    tree = etree.fromstring(picture.encode())
    space = {"s": "http://www.w3.org/2000/svg"}
    assert len(tree.findall(".//s:polygon", space)) == len(drawn_bands(spec)) == 3
    assert "Người Việt Nam ưu tiên dùng hàng Việt Nam" in "".join(tree.itertext())
    bars = [one for one in tree.iterfind("s:rect", space) if one.get("fill") == "#21407A"]
    solid = sum(status == "official" for status in spec.series[0].statuses)
    assert len(bars) == solid + 1  # and the swatch of the legend


def test_bands_are_clipped_to_the_window_and_cover_every_month_they_touch():
    found = {one.band.code: one for one in drawn_bands(level_and_growth())}
    assert (found["tet"].first, found["tet"].last) == (11, 14)
    assert (found["khuyen-mai"].first, found["khuyen-mai"].last) == (18, 18)
    open_ended = found["hang-viet"]
    assert (open_ended.first, open_ended.last, open_ended.begins_before, open_ended.ends_after) == (0, 19, True, True)
    assert "xa" not in found


def test_python_pptx_reads_the_numbers_back_from_a_slide():
    spec = lines()
    presentation = Presentation(io.BytesIO(deck(one_chart(spec))))
    charts = [shape.chart for slide in presentation.slides for shape in slide.shapes if shape.has_chart]
    read = {series.name: list(series.values) for chart in charts for plot in chart.plots for series in plot.series}
    assert {one.name: list(one.values) for one in spec.series}.items() <= read.items()


def test_estimates_are_marked_in_every_native_chart():
    xml = b"".join(chart.xml for chart in native_charts(level_and_growth())).decode()
    assert xml.count('prst="wdUpDiag"') == 1
    assert xml.count('prstDash val="sysDash"') == 1


@pytest.mark.parametrize("make", SPECS)
def test_the_figure_of_the_screen_shows_the_same_numbers_and_bands(make):
    spec = make()
    figure = plotly_figure(spec)
    shown = [
        [
            round(v, 6)
            for v in (trace.get("x" if trace.get("orientation") == "h" else "y") or ())
            if isinstance(v, int | float)
        ]
        for trace in figure["data"]
    ]
    for one in spec.series:
        wanted = sorted(round(v, one.decimals + 2) for v in one.values if v is not None)
        assert any(sorted(round(v, one.decimals + 2) for v in values) == wanted for values in shown), one.name
    words = json.dumps(figure, ensure_ascii=False)
    for drawn in drawn_bands(spec) if spec.series[0].kind != Kind.HORIZONTAL_BAR else ():
        assert drawn.band.name[:12] in words


def test_a_band_ends_to_the_day_in_pictures_and_with_its_month_in_columns():
    found = {one.band.code: one for one in drawn_bands(level_and_growth())}
    assert found["tet"].left == pytest.approx(11 + 14 / 31) and found["tet"].right == pytest.approx(14 + 10 / 31)
    assert (found["khuyen-mai"].left, found["khuyen-mai"].right) == (18, 19)


def test_the_offices_own_template_keeps_its_size_and_theme_and_loses_its_slides(tmp_path):
    path = tmp_path / "office.pptx"
    office = Presentation()
    office.slides.add_slide(office.slide_layouts[0]).shapes.title.text = "Mẫu của Sở"
    office.save(path)
    made = Presentation(io.BytesIO(deck(one_chart(lines()), path)))
    assert (made.slide_width, made.slide_height) == (office.slide_width, office.slide_height)
    words = [shape.text_frame.text for slide in made.slides for shape in slide.shapes if shape.has_text_frame]
    assert "Mẫu của Sở" not in words
    edges = [shape.left + shape.width for slide in made.slides for shape in slide.shapes]
    assert max(edges) <= office.slide_width


def test_a_template_of_the_office_with_sections_and_own_colours_keeps_its_master(tmp_path):
    path = tmp_path / "office.pptx"
    office = Presentation()
    office.slides.add_slide(office.slide_layouts[5]).shapes.title.text = "Mẫu"
    listed = etree.SubElement(office.element, "{http://schemas.openxmlformats.org/presentationml/2006/main}extLst")
    etree.SubElement(listed, "{http://schemas.openxmlformats.org/presentationml/2006/main}ext", uri="{521415D9}")
    logo = office.slide_master.shapes._spTree
    office.save(path)
    body = deck(one_chart(lines()), path)
    with zipfile.ZipFile(io.BytesIO(body)) as made, zipfile.ZipFile(path) as given:
        names = made.namelist()
        assert len(names) == len(set(names))
        for name in ("ppt/theme/theme1.xml", "ppt/slideMasters/slideMaster1.xml"):
            assert etree.tostring(etree.fromstring(made.read(name))) == etree.tostring(
                etree.fromstring(given.read(name))
            )
        assert b"extLst" not in made.read("ppt/presentation.xml")
    assert len(Presentation(io.BytesIO(body)).slide_master.shapes._spTree) == len(logo)


@pytest.mark.parametrize("body", [None, b"no package"])
def test_a_template_that_cannot_be_opened_is_named(tmp_path, body):
    path = tmp_path / "office.pptx"
    if body:
        path.write_bytes(body)
    with pytest.raises(UnreadableTemplate, match=r"office\.pptx"):
        deck(one_chart(lines()), path)


def test_every_chart_and_picture_of_a_deck_has_alternative_text_and_notes_tell_the_source():
    presentation = Presentation(io.BytesIO(deck(one_chart(level_and_growth()))))
    slide = presentation.slides[-1]
    described = [s._element._nvXxPr.cNvPr.get("descr") for s in slide.shapes if s.has_chart]
    assert len(described) == 2 and all(text and "7,9%" in text for text in described)
    assert "Cục Thống kê, báo cáo tháng 8/2024" in slide.notes_slide.notes_text_frame.text
