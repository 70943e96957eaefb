"""The grammar of column headings: measure, comparison, period, status, index of what, base."""

from __future__ import annotations

import pytest

from loaders.headings import Context, read_heading


def told(text: str, table: str = "retail_sales", year: int = 2010, month: int = 7) -> tuple[str, str, str, str]:
    """(measure, comparison, period, status) of a heading in the workbook of a month."""
    heading = read_heading(text, Context(year, month, table))
    assert heading.is_understood, heading.problem
    return str(heading.measure), str(heading.comparison), str(heading.period), heading.status


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("Thực hiện tháng 6 năm 2010", ("value", "none", "2010-06", "official")),
        ("Chính thức tháng 6 năm 2010", ("value", "none", "2010-06", "official")),
        ("Ước tính tháng 7/2010 (Tỷ đồng)", ("value", "none", "2010-07", "estimate")),
        ("Sơ bộ tháng 6 năm 2010 (Tỷ đồng)", ("value", "none", "2010-06", "preliminary")),
        ("Cộng dồn 7 tháng năm 2010", ("value", "none", "2010-01/2010-07", "")),
        ("Thực hiện 6 tháng đầu năm 2010", ("value", "none", "2010-01/2010-06", "official")),
        ("Ước tính quý II năm 2010", ("value", "none", "2010-Q2", "estimate")),
        ("Ước tính Qúy I năm 2010", ("value", "none", "2010-Q1", "estimate")),
        ("Ước tính 6 tháng năm 2010 Cơ cấu (%)", ("share", "none", "2010-01/2010-06", "estimate")),
        ("Cả năm 2010", ("value", "none", "2010", "")),
        ("9 tháng năm năm 2010", ("value", "none", "2010-01/2010-09", "")),
    ],
)
def test_levels_and_shares(text: str, meaning: tuple[str, str, str, str]) -> None:
    assert told(text) == meaning


@pytest.mark.parametrize(
    ("text", "comparison", "period"),
    [
        ("Tháng 7 năm 2010 so với tháng 6 năm 2010 (%)", "previous_month", "2010-07"),
        ("Tháng 7 năm 2010 so với tháng trước (%)", "previous_month", "2010-07"),
        ("Tháng 7 năm 2010 so với cùng kỳ năm trước (%)", "same_month_previous_year", "2010-07"),
        ("Tháng 7/2010 so với tháng 7/2009", "same_month_previous_year", "2010-07"),
        ("7 tháng năm 2010 so với cùng kỳ năm 2009 (%)", "same_period_previous_year", "2010-01/2010-07"),
        ("Quý II năm 2010 so với quý II năm 2009 (%)", "same_period_previous_year", "2010-Q2"),
        ("So với cùng kỳ năm trước (%) Quý II năm 2010", "same_period_previous_year", "2010-Q2"),
        ("Năm 2010 so với năm 2009 (%)", "same_period_previous_year", "2010"),
    ],
)
def test_comparisons(text: str, comparison: str, period: str) -> None:
    assert told(text)[1:3] == (comparison, period)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Ước tính tháng 7 năm 2010 so với thực hiện tháng 6 năm 2010 (%)", "estimate"),
        ("So sánh (%) ƯTH 2010/TH 2009", "estimate"),
        ("So với cùng kỳ năm trước (%) Thực hiện quý II năm 2010", "official"),
    ],
)
def test_the_status_is_that_of_what_is_reported_and_not_of_what_it_is_compared_with(text: str, status: str) -> None:
    assert told(text)[3] == status


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("QII/2010", ("value", "none", "2010-Q2", "")),
        ("Ước TH QII/2010", ("value", "none", "2010-Q2", "estimate")),
        ("7/2010", ("value", "none", "2010-07", "")),
        ("T7/2010 so với CKNT (%)", ("index", "same_month_previous_year", "2010-07", "")),
        ("2010/2009 (%)", ("index", "same_period_previous_year", "2010", "")),
        ("Lũy kế đến hết ngày 15/7/2010", ("value", "none", "2010-01-01/2010-07-15", "")),
    ],
)
def test_short_ways_to_write_a_period_or_a_comparison(text: str, meaning: tuple[str, str, str, str]) -> None:
    assert told(text) == meaning


def test_a_plan_that_is_compared_is_a_plan_still() -> None:
    assert read_heading("So sánh (%) KH 2011/ƯTH 2010", Context(2010, 12, "retail_sales")).problem == "plan"


def test_an_index_of_average_prices_is_no_unit_price() -> None:
    heading = "Chỉ số giá bình quân năm 2010 so sánh với năm 2009"
    assert told(heading, "consumer_price_index")[1:3] == ("same_period_previous_year", "2010")


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("Ước tính tháng báo cáo", ("value", "none", "2010-07", "estimate")),
        ("Chính thức tháng trước", ("value", "none", "2010-06", "official")),
        ("TH tháng 6/2010", ("value", "none", "2010-06", "official")),
        ("ƯTH 7 tháng 2010", ("value", "none", "2010-01/2010-07", "estimate")),
        ("Cộng dồn từ đầu năm đến cuối tháng báo cáo", ("value", "none", "2010-01/2010-07", "")),
        ("Luỹ kế từ đầu năm so với cùng kỳ", ("index", "same_period_previous_year", "2010-01/2010-07", "")),
        ("% so cùng kỳ", ("index", "same_month_previous_year", "2010-07", "")),
        ("7 tháng 2010/7 tháng 2009 (%)", ("index", "same_period_previous_year", "2010-01/2010-07", "")),
        ("Lũy kế đến 15/7/2010", ("value", "none", "2010-01-01/2010-07-15", "")),
        ("Từ 01/7 đến 15/7/2010", ("value", "none", "2010-07-01/2010-07-15", "")),
        ("ƯT T7", ("value", "none", "2010-07", "estimate")),
        ("TH T6/2010", ("value", "none", "2010-06", "official")),
        ("Lũy kế 7T/2010", ("value", "none", "2010-01/2010-07", "")),
        ("7T2010 so với 7T2009 (%)", ("index", "same_period_previous_year", "2010-01/2010-07", "")),
        ("So với 7T/2009 (%)", ("index", "same_period_previous_year", "2010-01/2010-07", "")),
        ("Lũy kế so với cùng kỳ năm trước (%)", ("index", "same_period_previous_year", "2010-01/2010-07", "")),
        ("So sánh (%) Tháng trước", ("index", "previous_month", "2010-07", "")),
        ("So sánh (%) Cùng kỳ", ("index", "same_month_previous_year", "2010-07", "")),
        ("Tháng 7 năm 2010 (tháng 7 năm 2009 = 100) (%)", ("index", "same_month_previous_year", "2010-07", "")),
        ("% thực hiện kế hoạch năm", ("share", "none", "2010-01/2010-07", "official")),
        ("So với cùng kỳ năm 2009 (%)", ("index", "same_month_previous_year", "2010-07", "")),
        ("Cùng kỳ năm 2009", ("value", "none", "2009-07", "")),
        ("Lũy kế cùng kỳ năm 2009", ("value", "none", "2009-01/2009-07", "")),
        ("So sánh tháng 7/2010 với tháng 6/2010 (%)", ("index", "previous_month", "2010-07", "")),
        ("Lũy kế đến hết tháng 7/2010", ("value", "none", "2010-01/2010-07", "")),
        ("Từ tháng 4 đến tháng 6 năm 2010", ("value", "none", "2010-Q2", "")),
        ("Chỉ số tháng 7 so với tháng 6 năm 2010", ("index", "previous_month", "2010-07", "")),
        ("Chỉ số giá bình quân so với cùng kỳ", ("index", "same_period_previous_year", "2010-01/2010-07", "")),
        ("Lũy kế cùng kỳ năm trước", ("value", "none", "2009-01/2009-07", "")),
    ],
)
def test_forms_of_provinces_leave_the_month_out_or_cut_the_words(text: str, meaning: tuple[str, str, str, str]) -> None:
    assert told(text) == meaning


def test_december_is_the_month_before_january_for_production_and_december_for_prices() -> None:
    text = "Tháng 01 năm 2010 so với tháng 12 năm 2009"
    assert told(text, "industrial_products", month=1)[1] == "previous_month"
    assert told(text, "consumer_price_index", month=1)[1] == "december_previous_year"


@pytest.mark.parametrize(
    ("words", "base"), [("kỳ gốc 2005", "2005"), ("kỳ gốc (2019)", "2019"), ("kỳ gốc năm 2014", "2014")]
)
def test_an_index_on_a_base_period_says_which(words: str, base: str) -> None:
    heading = read_heading(f"Tháng 7 năm 2010 so với: {words}", Context(2010, 7, "consumer_price_index"))
    assert (heading.comparison, heading.base) == ("base_period", base)


@pytest.mark.parametrize(
    ("text", "measure", "index_of"),
    [
        ("Ước tính tháng 7 năm 2010 Lượng", "volume", ""),
        ("Ước tính tháng 7 năm 2010 Trị giá", "value", ""),
        ("7 tháng năm 2010 so với cùng kỳ năm 2009 (%) Lượng", "index", "volume"),
        ("7 tháng năm 2010 so với cùng kỳ năm 2009 (%) Trị giá", "index", "value"),
    ],
)
def test_trade_prints_volumes_and_values(text: str, measure: str, index_of: str) -> None:
    heading = read_heading(text, Context(2010, 7, "goods_exports"))
    assert (heading.measure, heading.index_of) == (measure, index_of)


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("tháng Bảy năm 2010", "2010-07"),
        ("tháng Năm năm 2010", "2010-05"),
        ("bảy tháng năm 2010", "2010-01/2010-07"),
        ("mười một tháng năm 2010", "2010-01/2010-11"),
        ("02 tháng năm 2010", "2010-01/2010-02"),
    ],
)
def test_months_in_words(text: str, period: str) -> None:
    assert told("Thực hiện " + text)[2] == period


def test_the_english_edition_is_read_by_the_same_grammar() -> None:
    assert told("September 2020 versus same period last year", "industrial_production_index", 2020, 9) == (
        "index",
        "same_month_previous_year",
        "2020-09",
        "",
    )
    assert told("Accumulation 9 months in 2020 Total", "retail_sales", 2020, 9)[:3] == (
        "value",
        "none",
        "2020-01/2020-09",
    )


def test_the_month_of_an_index_may_stand_below_its_base() -> None:
    heading = read_heading(
        "Các tháng năm 2013 so với tháng bình quân năm gốc 2010 Tháng 4",
        Context(2013, 5, "industrial_production_index"),
    )
    assert (heading.comparison, heading.base, str(heading.period)) == ("base_period", "2010", "2013-04")


@pytest.mark.parametrize(
    ("text", "kind"), [("Quyền số", "weight"), ("Đơn giá bình quân tháng 7/2010", "unit_price"), ("Mã số", "code")]
)
def test_weights_and_prices_are_no_figures_of_their_table(text: str, kind: str) -> None:
    assert read_heading(text, Context(2010, 7, "goods_exports")).problem == kind


def test_a_rate_that_compares_with_nothing_is_no_level() -> None:
    heading = read_heading("Tốc độ tăng tháng 7 năm 2010 (%)", Context(2010, 7, "retail_sales"))
    assert heading.problem == "no_comparison"


def test_a_heading_that_leaves_its_month_out_is_not_guessed_where_the_workbook_names_none() -> None:
    nothing_known = Context(0, 0, "retail_sales")
    for text in ("So với cùng kỳ (%)", "Ước tính tháng báo cáo", "Lũy kế", "Tháng 7", "So với kế hoạch năm (%)"):
        assert not read_heading(text, nothing_known).is_understood
    assert read_heading("Ước tính tháng 7/2010", nothing_known).is_understood


def test_an_index_without_a_comparison_is_named_as_such() -> None:
    heading = read_heading("Tháng 7 năm 2010", Context(2010, 7, "industrial_production_index"))
    assert not heading.is_understood
    assert heading.problem == "no_comparison"


def test_a_share_of_the_plan_is_no_share_in_the_total() -> None:
    heading = read_heading("7 tháng năm 2010 so với kế hoạch năm (%)", Context(2010, 7, "retail_sales"))
    assert (heading.measure, heading.base, str(heading.period)) == ("share", "KH", "2010-01/2010-07")
