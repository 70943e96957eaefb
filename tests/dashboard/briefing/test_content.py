"""A briefing made from stored figures says what the store says."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date

import openpyxl
import pytest

from dashboard.briefing.content import NothingToTell, UnknownCampaign, build
from dashboard.briefing.drawing import draw
from dashboard.briefing.model import TableBlock
from dashboard.briefing.produce import UnknownFormat, produce
from dashboard.briefing.request import BriefingRequest
from dashboard.briefing.templates import UnknownTemplate, names, template
from dashboard.briefing.xlsx import appendix
from dashboard.figures.spec import Kind
from dashboard.views.briefing_content import content
from data.period import Period
from data.store import Plan
from tests.dashboard.briefing.briefings import monthly
from tests.dashboard.helpers import EXPORTS, RETAIL, SAME, campaign, load, rate, stated

NOVEMBER = Period.parse("2024-11")


@pytest.fixture
def two_years(store):
    """The November release, and two years of monthly retail sales before it."""
    figures = []
    for back in range(2, 26):
        period = str(NOVEMBER.shift(-back))
        figures.append(stated(RETAIL, period, 480_000.0 + 1_000 * (26 - back), "official"))
        figures.append(stated(rate(RETAIL, SAME), period, 108.0 + back / 10))
    load(store, "2024-10-28", *figures)
    store.save_campaign(campaign(), by="An")
    return store


def test_the_headline_chart_shows_the_stored_levels_growth_and_campaign(two_years):
    briefing = build(two_years, "monthly", NOVEMBER)
    chart = next(one for one in briefing.charts if one.id == "retail.chart.headline").spec
    level, growth = chart.series
    assert (level.kind, growth.kind) == (Kind.BAR, Kind.LINE)
    assert level.values[-1] == pytest.approx(562.0029) and level.unit == "Nghìn tỷ đồng"
    assert growth.values[-1] == pytest.approx(8.75)
    assert (level.statuses[-2:], chart.categories[-1]) == (("preliminary", "estimate"), "2024-11")
    assert [band.code for band in chart.bands] == ["KC"]
    assert level.figure_ids[-1].endswith(":2024-11:2")


def test_the_builder_shows_each_chart_in_a_box_that_the_keyboard_scrolls(two_years):
    briefing = build(two_years, "monthly", NOVEMBER)
    parts = content(briefing, BriefingRequest(), "vi")._traverse()
    boxes = [one for one in parts if getattr(one, "className", "") == "briefing-sheet"]
    assert [type(one.children).__name__ for one in boxes] == ["Img"] * len(briefing.charts)
    assert {one.tabIndex for one in boxes} == {0}  # so there is one


def test_sentences_say_the_stored_figures(two_years):
    texts = {one.id: one.text.replace("\u00a0", " ") for one in build(two_years, "monthly", NOVEMBER).paragraphs}
    assert "ước đạt 562,0 nghìn tỷ đồng" in texts["retail.text.month"]
    assert "tăng 0,8% so với tháng trước" in texts["retail.text.month"]
    assert texts["retail.text.cumulative"].endswith(
        "ước đạt 5.822,3 nghìn tỷ đồng, tăng 8,8% so với cùng kỳ năm trước."
    )
    assert "“Kích cầu tiêu dùng”" in texts["campaigns.text.campaigns"]
    assert "không kết luận về mối quan hệ" in texts["campaigns.text.campaigns"]
    assert "ước tính" in texts["campaigns.text.outlook"]


def test_the_plan_is_told_where_there_is_one(two_years):
    assert "retail.text.plan" not in {one.id for one in build(two_years, "monthly", NOVEMBER).paragraphs}
    two_years.save_plan(Plan("p", "Cả nước", 2024, "retail", 6_000_000.0, "Tỷ đồng", source="Nghị quyết"), by="An")
    texts = {one.id: one.text.replace("\u00a0", " ") for one in build(two_years, "monthly", NOVEMBER).paragraphs}
    assert texts["retail.text.plan"].startswith("Tổng mức bán lẻ")
    assert "11 tháng bằng 97,0% kế hoạch năm." in texts["retail.text.plan"]
    assert "mỗi tháng còn lại cần 177,7 nghìn tỷ đồng" in texts["retail.text.plan"]
    assert "Nguồn: Nghị quyết." in texts["retail.text.plan"]


def test_the_revision_of_the_month_before_is_told(two_years):
    texts = {one.id: one.text.replace("\u00a0", " ") for one in build(two_years, "monthly", NOVEMBER).paragraphs}
    assert "từ 545,7 nghìn tỷ đồng thành 557,5 nghìn tỷ đồng (tăng 2,15%)" in texts["retail.text.revision"]


def test_speaker_notes_can_name_the_cell_of_the_newest_figure(two_years):
    chart = next(one for one in build(two_years, "monthly", NOVEMBER).charts if one.id == "retail.chart.headline")
    assert any("2024-11-29.xlsx" in line and "trang Biểu, ô C7" in line for line in chart.lineage)


def test_the_appendix_holds_every_table_of_the_month_with_its_figures(two_years):
    briefing = build(two_years, "monthly", NOVEMBER)
    assert {table.id for table in briefing.appendix} >= {"appendix.retail_sales", "appendix.goods_exports"}
    made = next(produce(briefing, ["xlsx"]))
    book = openpyxl.load_workbook(io.BytesIO(made.body))
    values = {cell.value for sheet in book for row in sheet.iter_rows() for cell in row}
    assert {562_002.9, 5_822_278.4, 33_733.8} <= values


def test_tables_of_the_appendix_keep_the_official_order_and_rows_their_unit_of_quantity(empty_store):
    coffee = EXPORTS._replace(item="coffee")
    load(
        empty_store,
        "2024-11-29",
        stated(coffee._replace(measure="volume", unit="Nghìn tấn"), "2024-11", 63.0),
        stated(coffee, "2024-11", 351.7),
        stated(EXPORTS, "2024-11", 33_733.8),
        stated(rate(RETAIL, SAME), "2024-11", 108.75),
    )
    (table,) = (one for one in build(empty_store, "monthly", NOVEMBER).appendix if one.id == "appendix.goods_exports")
    assert [row[0] for row in table.rows] == ["Tổng trị giá", "Cà phê (nghìn tấn)"]
    assert table.totals == (True, False)


def test_a_long_label_of_the_appendix_gets_a_row_of_two_lines():
    long = "Chế biến gỗ và sản xuất sản phẩm từ gỗ, tre, nứa (trừ giường, tủ, bàn, ghế); sản xuất sản phẩm từ rơm, rạ"
    table = TableBlock("t", "Bảng", ("Chỉ tiêu", "Giá trị"), ((long, 1.0), ("Dệt", 2.0)), (0, 1))
    book = openpyxl.load_workbook(io.BytesIO(appendix(replace(monthly(), appendix=(table,), sections=()))))
    sheet = next(one for one in book if one["A6"].value == long)
    assert sheet.row_dimensions[6].height == 30 and sheet.row_dimensions[7].height in (None, 15)


@pytest.mark.parametrize("key", names())
def test_every_template_makes_every_format(two_years, key):
    period = {"quarterly": "2024-Q3", "yearly": "2023"}.get(key, "2024-11")
    briefing = build(two_years, key, Period.parse(period), campaign="KC")
    made = {one.format: one for one in produce(briefing, ["pptx", "docx", "xlsx", "pdf"])}
    assert all(one.name.startswith(key) and len(one.body) > 5_000 for one in made.values())


def test_what_holds_for_all_themes_of_a_campaign_is_said_once(two_years):
    all_year = campaign("CN", name="Thi đua cả năm", start=date(2023, 1, 1), themes=("retail", "industry"))
    two_years.save_campaign(all_year, by="An")
    briefing = build(two_years, "campaign", NOVEMBER, campaign="CN")
    stated = [one.text for one in briefing.paragraphs if ".text.statement_" in one.id]
    assert len(stated) == 2
    assert sum(one.count("diễn ra trọn năm") for one in stated) == 1


def test_the_table_of_a_campaign_sets_the_months_of_each_theme_side_by_side(two_years):
    two_years.save_campaign(campaign("XH", start=date(2024, 4, 1), end=date(2024, 7, 31)), by="An")
    (table,) = [one for one in build(two_years, "campaign", NOVEMBER, campaign="XH").tables if "campaign" in one.id]
    rows = {row[0]: row[1:] for row in table.rows}
    assert list(rows) == ["Tổng mức bán lẻ hàng hóa và doanh thu dịch vụ tiêu dùng"]
    assert table.header[1:] == ("Trước phong trào", "Trong thời gian phong trào", "Sau phong trào")
    assert all(value is not None for value in rows[table.rows[0][0]])


def test_a_campaign_without_figures_of_its_months_has_no_table(two_years):
    assert not [one for one in build(two_years, "campaign", NOVEMBER, campaign="KC").tables if "campaign" in one.id]


@pytest.mark.parametrize("language", ["vi", "en"])
def test_both_languages_say_everything(two_years, language):
    briefing = build(two_years, "monthly", NOVEMBER, language=language)
    assert all("{" not in one.text for one in briefing.paragraphs) and briefing.charts


def test_blocks_can_be_chosen_and_ordered(two_years):
    wanted = ["retail.chart.headline", "retail.text.month", "nonsense", "../../etc"]
    briefing = build(two_years, "monthly", NOVEMBER, blocks=wanted)
    assert [block.id for block in briefing.blocks()] == ["retail.chart.headline", "retail.text.month"]


@pytest.mark.parametrize("code", ["", "nobody"])
def test_a_briefing_about_a_campaign_is_refused_without_one(two_years, code):
    with pytest.raises(UnknownCampaign):
        build(two_years, "campaign", NOVEMBER, campaign=code)


def test_a_period_without_figures_is_refused(store):
    with pytest.raises(NothingToTell):
        build(store, "monthly", Period.parse("1990-01"))


def test_an_unknown_template_or_format_is_refused(two_years):
    with pytest.raises(UnknownTemplate):
        build(two_years, "../monthly", NOVEMBER)
    with pytest.raises(UnknownFormat):
        next(produce(build(two_years, "monthly", NOVEMBER), ["exe"]))


def test_every_block_of_every_template_has_a_name_in_both_languages():
    from data.wording import all_wording

    for key in names():
        for section in template(key).sections:
            for block in section.blocks:
                assert all(f"briefing.blocks.{block}" in all_wording(language) for language in ("vi", "en"))


def test_months_of_english_charts_and_their_origins_are_english(two_years):
    briefing = build(two_years, "monthly", NOVEMBER, language="en")
    assert all("T11" not in label for block in briefing.charts if block.spec.is_time for label in block.spec.labels)
    headline = next(block.spec for block in briefing.charts if block.id == "retail.chart.headline")
    assert ">Nov</text>" in draw(headline, "report") and ">T11</text>" not in draw(headline, "report")
