"""Nothing on a slide or a page covers anything else, and the head of a document has the measures of the decree."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace
from datetime import date

import openpyxl
import pytest
from docx import Document
from pptx import Presentation

from dashboard.briefing import csv, decree, palette
from dashboard.briefing.content_charts import MOST_LINES
from dashboard.briefing.docx import report
from dashboard.briefing.drawing import draw
from dashboard.briefing.drawingml import SLIDE, native_charts, paper
from dashboard.briefing.model import ChartBlock, KeyFigure, Paragraph, Section
from dashboard.briefing.pptx import deck
from dashboard.briefing.scales import LANE_STEP, Axis, band_headroom, drawn_bands, series_of, value_axis
from dashboard.briefing.sizes import SIZES
from dashboard.briefing.typefaces import width
from dashboard.briefing.words import band_list
from dashboard.briefing.workbook import chart_workbook
from dashboard.figures.extremes import places
from dashboard.figures.spec import Band, Kind, Panel, Series
from dashboard.formats import number
from tests.dashboard.briefing.briefings import SENTENCE, monthly, one_chart
from tests.dashboard.briefing.charts import level_and_growth, lines, ranking

SHIFT = re.compile(rb'<c:manualLayout><c:x val="0"/><c:y val="(-?[0-9.]+)"/></c:manualLayout>')
LIMITS = re.compile(rb'<c:max val="([-0-9.e]+)"/><c:min val="([-0-9.e]+)"/>')


@pytest.mark.parametrize("style", [SLIDE, paper(lines())], ids=["slide", "paper"])
def test_last_values_of_lines_stand_a_line_apart(style):
    spec = lines()
    ends = tuple(one._replace(values=(*one.values[:-1], 5.0 + at / 100)) for at, one in enumerate(spec.series))
    xml = native_charts(spec._replace(series=ends), style)[0].xml
    shifts = sorted(float(found) for found in SHIFT.findall(xml))
    assert 1 < len(ends) <= MOST_LINES
    assert max(shifts) - min([0.0, *shifts]) >= (len(ends) - 1) * 1.1 * style.size / 100 / style.height


def test_a_ranking_leaves_room_for_values_on_both_sides():
    spec = ranking()
    values = [value for value in spec.series[0].values if value is not None]
    high, low = (float(found) for found in LIMITS.search(native_charts(spec)[0].xml).groups())
    assert high - max(values) >= 0.1 * (high - low)
    assert min(values) - low >= 0.1 * (high - low) or min(values) >= 0


def test_statements_and_table_of_a_slide_stand_side_by_side_and_inside_it():
    made = Presentation(io.BytesIO(deck(monthly())))
    for slide in made.slides:
        tables = [shape for shape in slide.shapes if shape.has_table]
        for table in tables:
            assert table.top + sum(row.height for row in table.table.rows) <= made.slide_height
            beside = [one for one in slide.shapes if one.has_text_frame and one.name.count("#") and one.top > table.top]
            assert all(one.left + one.width <= table.left for one in beside)


def test_more_statements_than_a_slide_holds_go_on_to_the_next():
    many = tuple(Paragraph(f"s.text{at}", SENTENCE, SENTENCE) for at in range(14))
    briefing = replace(one_chart(lines()), sections=(Section("s", "I. Phần", many),))
    made = Presentation(io.BytesIO(deck(briefing)))
    said = [shape.text_frame.text for slide in made.slides for shape in slide.shapes if shape.name.startswith("s.text")]
    assert said == [SENTENCE] * 14
    assert len(made.slides) > 2


def test_statements_without_a_table_stand_beside_the_chart_and_inside_the_slide():
    made = Presentation(io.BytesIO(deck(one_chart(lines()))))
    slide = made.slides[1]
    (chart,) = [shape for shape in slide.shapes if shape.has_chart]
    (said,) = [shape for shape in slide.shapes if shape.name.startswith("s.text")]
    assert chart.left + chart.width <= said.left
    assert said.left + said.width <= made.slide_width


def test_a_band_without_an_edge_in_the_window_is_named_at_the_foot_and_not_drawn_over_the_chart():
    spec = level_and_growth(20)._replace(bands=tuple(one for one in level_and_growth().bands if one.end is None))
    (main,) = [chart.xml.decode() for chart in native_charts(spec) if chart.panel == Panel.MAIN]
    name = spec.bands[0].name
    assert "Diễn ra suốt thời gian trên biểu đồ: " + name in band_list(spec)
    assert main.count(name) == 1 and '<c:gapWidth val="0"/>' not in main


def test_names_of_bands_stand_above_all_values():
    spec = level_and_growth(20)
    bands = [one for one in drawn_bands(spec) if not one.runs_through]
    axis = value_axis(series_of(spec, Panel.MAIN), headroom=band_headroom(drawn_bands(spec)))
    highest = max(value for one in series_of(spec, Panel.MAIN) for value in one.values if value is not None)
    lanes = len({one.lane for one in bands})
    assert bands and axis.share(highest) <= 1 - LANE_STEP * lanes


def test_lines_of_rates_start_at_zero():
    rates = lines().series[0]._replace(values=(2.6, 3.1, 4.4), unit="%", statuses=())
    assert value_axis([rates]).low == 0
    index = rates._replace(values=(102.6, 103.1, 104.4))
    assert value_axis([index]).low > 90


def test_a_heat_map_of_twelve_months_stays_on_its_slide():
    months = tuple(f"T{month}" for month in range(1, 13))
    rows = tuple(Series(str(year), Kind.HEAT_MAP, (-26.05,) * 12, "%") for year in range(2019, 2025))
    spec = lines()._replace(categories=months, labels=months, series=rows, bands=(), is_time=False)
    made = Presentation(io.BytesIO(deck(one_chart(spec))))
    (table,) = [shape for slide in made.slides for shape in slide.shapes if shape.has_table]
    assert table.left + sum(column.width for column in table.table.columns) <= made.slide_width
    assert table.top + sum(row.height for row in table.table.rows) <= made.slide_height


def test_a_cover_shows_the_figure_that_its_sentence_speaks_of():
    figures = (KeyFigure("so với cùng kỳ", "+0,2%", "same_month"), KeyFigure("cả năm", "+7,8%", "cumulative"))
    block = ChartBlock("s.chart.headline", lines(), figures)
    for ending, shown in (("text.cumulative", "+7,8%"), ("text.month", "+0,2%"), ("text.quarter", None)):
        said = Paragraph(f"s.{ending}", SENTENCE, SENTENCE)
        briefing = replace(one_chart(lines()), sections=(Section("s", "I. Phần", (said, block)),))
        cover = Presentation(io.BytesIO(deck(briefing))).slides[0]
        words = [shape.text_frame.text for shape in cover.shapes if shape.has_text_frame]
        assert [one for one in words if one in ("+0,2%", "+7,8%")] == ([shown] if shown else [])


def test_a_ranking_in_a_workbook_runs_from_left_to_right_with_the_first_on_top():
    with zipfile.ZipFile(io.BytesIO(chart_workbook(ranking()))) as package:
        xml = package.read("xl/charts/chart1.xml").decode()
    category, value = xml.index("<c:catAx>"), xml.index("<c:valAx>")
    assert '<c:orientation val="maxMin"/>' in xml[category:value]
    assert '<c:orientation val="minMax"/>' in xml[value:]


def test_rules_of_the_head_are_as_long_as_the_decree_says():
    motto = "Độc lập - Tự do - Hạnh phúc"
    assert decree.motto_rule_mm(motto) == pytest.approx(55.8, abs=3)
    for issuer in ("SỞ CÔNG THƯƠNG", "SỞ CÔNG THƯƠNG THÀNH PHỐ HÀ NỘI"):
        line = min(decree.issuer_rule_mm(issuer) / 0.42, decree.ISSUER_COLUMN_MM)
        assert line / 3 <= decree.issuer_rule_mm(issuer) <= line / 2


def test_the_page_of_a_report_has_the_margins_and_letters_of_the_decree():
    document = Document(io.BytesIO(report(monthly())))
    page = document.sections[0]
    assert [round(one.mm) for one in (page.page_width, page.page_height)] == [210, 297]
    assert 20 <= page.top_margin.mm <= 25 and 20 <= page.bottom_margin.mm <= 25
    assert 30 <= page.left_margin.mm <= 35 and 15 <= page.right_margin.mm <= 20
    normal = document.styles["Normal"].font
    assert (normal.name, normal.size.pt) == ("Times New Roman", 13)
    head = [paragraph.text for row in document.tables[0].rows for cell in row.cells for paragraph in cell.paragraphs]
    assert "UBND THÀNH PHỐ HÀ NỘI" in head and "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in head


def test_the_last_words_of_a_report_go_with_its_signature():
    body = Document(io.BytesIO(report(monthly()))).element.body
    paragraphs = body.xpath("./w:p | ./w:sdt//w:p")
    assert all(one.xpath("./w:pPr/w:keepNext") for one in paragraphs[-2:])


def test_an_axis_names_its_ticks_apart():
    assert [Axis(0, 12.5, 2.5).decimals, Axis(0, 10, 5).decimals, Axis(0, 1, 0.25).decimals] == [1, 0, 2]


def test_a_logarithmic_axis_is_the_same_in_every_form():
    spec = lines()._replace(
        series=tuple(
            one._replace(values=tuple(3.0 * 2**at for at in range(len(one.values)))) for one in lines().series
        ),
        is_log=True,
    )
    axis = value_axis(spec.series, is_log=True)
    assert axis.low <= 3.0 and axis.ticks[:3] == [2, 5, 10] and axis.share(axis.low) == 0 and axis.share(axis.high) == 1
    assert b'<c:logBase val="10"/>' in native_charts(spec)[0].xml
    with zipfile.ZipFile(io.BytesIO(chart_workbook(spec))) as package:
        assert b'<c:logBase val="10"/>' in package.read("xl/charts/chart1.xml")
    assert value_axis(lines().series, is_log=True).is_log is (
        min(v for one in lines().series for v in one.values if v is not None) > 0
    )


def test_growth_over_the_level_takes_the_axis_at_the_right_in_every_form():
    spec = level_and_growth(20)._replace(has_two_axes=True)
    (native,) = native_charts(spec)
    assert native.xml.count(b"<c:valAx>") == 2 and b'<c:crosses val="max"/>' in native.xml
    with zipfile.ZipFile(io.BytesIO(chart_workbook(spec))) as package:
        assert package.read("xl/charts/chart1.xml").count(b"<c:valAx>") == 2
        assert "xl/charts/chart2.xml" not in package.namelist()


def test_bounds_of_uncertain_values_leave_with_the_chart():
    spec = lines()
    one = spec.series[0]
    bounded = one._replace(
        low=tuple(value and value - 2 for value in one.values),
        high=tuple(value and value + 2 for value in one.values),
    )
    spec = spec._replace(series=(bounded, *spec.series[1:]))
    assert (
        draw(spec, "slide").count("<polygon")
        == draw(spec._replace(series=(one, *spec.series[1:])), "slide").count("<polygon") + 1
    )
    lower = f"{one.name}, cận dưới"
    assert lower in csv.table(spec).decode()
    assert lower in native_charts(spec)[0].xml.decode()
    sheet = openpyxl.load_workbook(io.BytesIO(chart_workbook(spec))).worksheets[0]
    assert lower in [cell.value for row in sheet.iter_rows() for cell in row]


def test_values_of_quarters_are_joined_over_the_months_between():
    one = lines().series[0]
    quarters = tuple(value if at % 3 == 2 else None for at, value in enumerate(one.values))
    spec = lines()._replace(series=(one._replace(values=quarters, statuses=(), step=3),), bands=())
    assert b'dispBlanksAs val="span"' in native_charts(spec)[0].xml
    with zipfile.ZipFile(io.BytesIO(chart_workbook(spec))) as package:
        assert b'dispBlanksAs val="span"' in package.read("xl/charts/chart1.xml")
    paths = [one for one in re.findall(r'<path d="M([^"]+)"', draw(spec, "slide")) if one.count("L") > 1]
    assert len(paths) == 1


def test_remarks_beside_a_ranking_leave_with_it():
    spec = ranking()._replace(remarks=tuple(f"lên {at}" for at, _ in enumerate(ranking().labels)), remarks_title="Hạng")
    assert "lên 1" in draw(spec, "slide") and "Hạng" in draw(spec, "slide")
    assert "lên 1" in csv.table(spec).decode()
    sheet = openpyxl.load_workbook(io.BytesIO(chart_workbook(spec))).worksheets[0]
    assert "lên 1" in [cell.value for row in sheet.iter_rows() for cell in row]


def test_the_axis_of_a_whole_ends_at_a_hundred():
    parts = [Series(str(at), Kind.STACKED_BAR, (share, share), "%") for at, share in enumerate((63.3, 24.7, 12.0))]
    assert value_axis(parts, headroom=0.06).high == 100


def test_a_deck_names_nobody_but_the_department():
    with zipfile.ZipFile(io.BytesIO(deck(monthly()))) as package:
        core = package.read("docProps/core.xml").decode()
        assert "Sở Công Thương Hà Nội" in core and "lastModifiedBy" not in core
        assert not [name for name in package.namelist() if "thumbnail" in name or "printer" in name]


def test_two_axes_of_one_panel_both_begin_at_zero() -> None:
    level = Series("Bán lẻ", Kind.LINE, (500.0, 560.0), "Tỷ đồng")
    assert value_axis([level]).low > 0
    assert value_axis([level], shares_panel=True).low == 0


def test_the_highest_and_the_lowest_value_of_a_lone_line_are_named_in_pictures_too():
    spec = level_and_growth(20)
    growth = next(one for one in spec.series if one.panel == Panel.GROWTH)
    high, low = ((at, growth.values[at]) for at, _ in places(growth))
    for at, value in (high, low):
        assert f"{spec.labels[at]}: {number(value, growth.decimals)}<" in draw(spec, "slide")
    compared = spec._replace(series=tuple(one._replace(panel=Panel.GROWTH, unit="%") for one in lines().series))
    assert not re.search(r">T\d+/\d+: ", draw(compared, "slide"))


def test_names_beside_two_short_bands_of_one_lane_share_the_room_between_them():
    spec = level_and_growth(20)
    first, *_, last = spec.categories
    names = ("Hợp tác xuất khẩu chè búp khô với hiệp hội của nước bạn", "Giai đoạn thi đua 5 năm 2016 - 2020 của Bộ")
    days = [date.fromisoformat(f"{month}-01") for month in (first, last)]
    bands = tuple(Band(name, name, day, day, "programme") for name, day in zip(names, days, strict=True))
    drawn, size = draw(spec._replace(bands=bands), "half"), SIZES["half"].text * 0.88
    ends = []
    for name in names:
        tag, x, shown = re.search(rf'(<text x="([0-9.]+)"[^>]*>)({name[:9]}[^<]*)<', drawn).groups()
        wide = width(shown, size)
        ends.append((float(x) - wide, float(x)) if 'text-anchor="end"' in tag else (float(x), float(x) + wide))
    assert ends[0][1] < ends[1][0]


@pytest.mark.parametrize(("low", "high"), [(104.2, 131.0), (0.031, 0.044), (5.0, 5.0), (1.0, 1.9)])
def test_a_logarithmic_axis_of_a_short_span_fills_its_height_and_has_ticks(low: float, high: float):
    one = lines().series[0]._replace(values=(low, high), statuses=())
    axis = value_axis([one], is_log=True)
    assert 0 < axis.low <= low and axis.high >= high and axis.low < axis.high
    assert len(axis.ticks) >= 3 and (axis.ticks[0], axis.ticks[-1]) == pytest.approx((axis.low, axis.high))
    assert low == high or axis.share(high) - axis.share(low) > 0.5


def test_the_name_of_a_gap_stands_between_two_lines_of_the_grid():
    one = lines().series[0]
    values = tuple(None if 3 <= at < len(one.values) - 3 else 100.0 + at for at in range(len(one.values)))
    drawn = draw(lines()._replace(series=(one._replace(values=values, statuses=()),), bands=()), "full")
    size = SIZES["full"].text * 0.92
    (baseline,) = map(float, re.findall(r'y="([0-9.]+)"[^>]*>Chưa có số liệu<', drawn))
    grid = {float(y) for y in re.findall(rf'<line [^>]*y1="([0-9.]+)"[^>]*stroke="#{palette.GRID}"', drawn)}
    assert grid and not any(baseline - 0.8 * size < y < baseline + 0.1 * size for y in grid)
