"""Sentences of briefings: exact, signed by their verb, certain only where the figures are."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from dashboard import formats
from dashboard.briefing.numbers import day
from dashboard.briefing_words import changes, phrases, rankings, themes, titles
from dashboard.headlines import Headline
from dashboard.points import Point
from dashboard.sources import CUMULATIVE, SOURCES, YEAR_ON_YEAR, Item
from dashboard.theme_figures import Line, ThemeFigures
from data.period import Period
from data.wording import all_wording

AUGUST = Period.parse("2024-08").last
NBSP = "\u00a0"


def point(value: float, status: str = "official", months: int = 1, last: int = AUGUST) -> Point:
    return Point(1, last, months, value, status, date(2024, 8, 29), 1)


def line(cumulative: dict[int, Point] | None = None, growth: dict[int, Point] | None = None) -> Line:
    item = Item("total", "Tổng số", (), (), {})
    return Line(
        item,
        {},
        {AUGUST: point(4_148_354.0, "estimate", 8)},
        {CUMULATIVE: cumulative or {}, YEAR_ON_YEAR: growth or {}},
    )


def headline(theme: str = "retail", **given: object) -> Headline:
    figures = ThemeFigures(SOURCES[theme], "Cả nước", line({AUGUST: point(8.5, "estimate", 8)}), unit="Tỷ đồng")
    base = Headline(figures, AUGUST, None, YEAR_ON_YEAR, None, None, None, None)
    return replace(base, **given)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("value", "sentence"),
    [
        (8.75, "tăng 8,8% so với cùng kỳ năm trước"),
        (-2.75, "giảm 2,8% so với cùng kỳ năm trước"),
        (0.04, "tương đương cùng kỳ năm trước"),
        (-0.04, "tương đương cùng kỳ năm trước"),
        (0.05, "tăng 0,1% so với cùng kỳ năm trước"),
        (130.0, "gấp 2,3 lần cùng kỳ năm trước"),
    ],
)
def test_a_change_takes_its_verb_from_the_sign(value, sentence):
    assert changes.change(value, "same_month", "vi") == sentence


def test_an_estimated_level_makes_the_whole_month_estimated_once():
    one = headline(
        level=point(529_241.8, "estimate"),
        on_previous_month=point(0.6, "estimate"),
        on_same_month=point(7.9, "estimate"),
    )
    assert themes.month(one, "vi").replace(NBSP, " ") == (
        "Tổng mức bán lẻ hàng hóa và doanh thu dịch vụ tiêu dùng tháng 8/2024 ước đạt 529,2 nghìn tỷ đồng, "
        "tăng 0,6% so với tháng trước và tăng 7,9% so với cùng kỳ năm trước."
    )


def test_an_estimated_rate_beside_a_preliminary_level_says_so():
    one = headline(level=point(529_241.8, "preliminary"), on_same_month=point(7.9, "estimate"))
    assert "đạt 529,2 nghìn tỷ đồng (số sơ bộ), ước tăng 7,9%" in themes.month(one, "vi").replace(NBSP, " ")


def test_an_official_figure_is_never_called_an_estimate():
    one = headline(level=point(529_241.8), on_same_month=point(7.9))
    assert "ước" not in themes.month(one, "vi").split() and "sơ bộ" not in themes.month(one, "vi")


def test_a_month_without_figures_says_nothing():
    assert themes.month(headline(), "vi") == ""


def test_the_cumulative_sentence_names_the_year_before():
    before = AUGUST - 12
    figures = ThemeFigures(
        SOURCES["retail"],
        "Cả nước",
        line({AUGUST: point(8.5, "estimate", 8), before: point(-1.25, last=before)}),
        unit="Tỷ đồng",
    )
    one = headline(figures=figures, cumulative=point(8.5, "estimate", 8))
    assert themes.cumulative(one, "vi").replace(NBSP, " ") == (
        "Tính chung 8 tháng năm 2024, tổng mức bán lẻ ước đạt 4.148,4 nghìn tỷ đồng, "
        "tăng 8,5% so với cùng kỳ năm trước (cùng kỳ năm 2023 giảm 1,3%)."
    )


def test_january_has_no_cumulative_sentence():
    january = Period.parse("2024-01").last
    assert themes.cumulative(headline(last=january, cumulative=point(8.5)), "vi") == ""


def test_parts_are_counted_and_the_extremes_named():
    named = [("Khai khoáng", -6.14), ("Công nghiệp chế biến, chế tạo", 9.1), ("Cung cấp nước; xử lý rác thải", 24.1)]
    assert rankings.parts(headline("industry"), named, "vi", is_cumulative=False) == (
        "Trong 3 ngành công nghiệp cấp I, có 2 ngành tăng và 1 ngành giảm so với cùng kỳ năm trước; "
        "tăng cao nhất là cung cấp nước (24,1%); ngành giảm là khai khoáng (6,1%)."
    )


def test_a_sum_over_months_is_no_more_certain_than_its_last_month():
    total = line({AUGUST: point(8.5, "", 8)})
    levels = {AUGUST: point(4_148_354.0, "", 8)}
    figures = ThemeFigures(SOURCES["retail"], "Cả nước", replace(total, cumulative_levels=levels), unit="Tỷ đồng")
    one = headline(figures=figures, level=point(529_241.8, "estimate"), cumulative=point(8.5, "", 8))
    assert "tổng mức bán lẻ ước đạt 4.148,4 nghìn tỷ đồng, tăng 8,5%" in themes.cumulative(one, "vi").replace(NBSP, " ")


def test_a_whole_year_is_measured_against_the_year_before_and_names_its_indicator_first():
    december = Period.parse("2024-12").last
    figures = ThemeFigures(SOURCES["industry"], "Hà Nội", line({december: point(8.4, "estimate", 12)}), unit="%")
    one = headline("industry", figures=figures, last=december, cumulative=point(8.4, "estimate", 12, december))
    assert themes.cumulative(one, "vi", is_first=True).replace(NBSP, " ") == (
        "Tính chung cả năm 2024, chỉ số sản xuất công nghiệp (IIP) trên địa bàn Hà Nội ước tăng 8,4% so với năm trước."
    )


def test_a_part_that_more_than_doubled_is_told_as_a_multiple():
    named = [("Du lịch lữ hành", 6436.9), ("B", 2.0), ("C", 3.0)]
    assert "tăng cao nhất là du lịch lữ hành (gấp 65,4 lần)" in rankings.parts(
        headline(), named, "vi", is_cumulative=False
    )


def test_a_title_over_parts_of_which_one_rose_does_not_call_it_the_highest():
    named = [("A", -1.0), ("Bán buôn", 2.0), ("C", -3.0)]
    assert titles.parts_title(headline(), named, "vi") == "Chỉ bán buôn tăng (2,0%) so với cùng kỳ năm trước"


def test_when_all_parts_rose_none_is_said_to_have_fallen():
    named = [("A", 1.0), ("B", 2.0), ("C", 3.0)]
    sentence = rankings.parts(headline(), named, "vi", is_cumulative=False)
    assert sentence.startswith("Cả 3 ngành hoạt động đều tăng") and "giảm" not in sentence


def test_tet_is_mentioned_in_january_and_february_but_not_for_prices():
    february = Period.parse("2024-02").last
    one = headline(last=february, on_same_month=point(3.0), has_new_year=True)
    assert "Tết Nguyên đán" in themes.month(one, "vi")
    assert "Tết" not in themes.month(headline("prices", on_same_month=point(3.0), has_new_year=True), "vi")


@pytest.mark.parametrize("name", ["“Hàng Việt”", "Cuộc vận động “Hàng Việt”"])
def test_a_name_in_quotation_marks_holds_no_second_pair(name):
    assert not set("“”") & set(phrases.inside_quotes(name))


def test_no_wording_of_briefings_claims_a_cause():
    forbidden = ("nhờ ", "do phong trào", "tác động", "hiệu quả của", "tạo ra", "làm tăng", "thanks to", "because of")
    for language in ("vi", "en"):
        told = [text.lower() for key, text in all_wording(language).items() if key.startswith("briefing.")]
        assert not [text for text in told for phrase in forbidden if phrase in text]


def test_days_are_written_alike_on_screens_and_in_documents() -> None:
    assert day(date(2024, 12, 6)) == formats.day(date(2024, 12, 6), "en") == "06/12/2024"
    assert day(None) == ""
