"""Sentences over a theme's page and charts."""

from __future__ import annotations

import pytest

from dashboard.charts import headline_chart
from dashboard.findings import finding, standing_out
from dashboard.headlines import headline
from dashboard.statements import first_line, new_year_words, telling_fact, title_of
from dashboard.theme_figures import theme_figures
from data.period import Period
from data.store import Store
from tests.dashboard.helpers import AREA, CPI, CUMULATIVE, EXPORTS, IIP, RETAIL, SAME, load, rate, stated

FEBRUARY = Period.parse("2025-02").last


def february(store: Store, theme: str, language: str = "vi") -> str:
    return finding(headline(store, theme_figures(store, theme, AREA), FEBRUARY), language)


@pytest.fixture
def new_year(empty_store: Store) -> Store:
    """February with the single month and the two months of three flows, and prices."""
    flows = [(IIP, 117.17, 107.24), (RETAIL, 109.0, 109.4), (EXPORTS, 125.7, 108.4)]
    figures = [
        figure
        for key, single, both in flows
        for figure in (
            stated(rate(key, SAME), "2025-02", single, "estimate"),
            stated(rate(key, CUMULATIVE), "2025-01/2025-02", both, "estimate"),
        )
    ]
    load(empty_store, "2025-02-28", *figures, stated(rate(CPI, SAME), "2025-02", 102.91, "official"))
    return empty_store


def test_the_finding_of_february_is_that_of_the_two_months_which_the_large_figure_shows(new_year: Store) -> None:
    assert february(new_year, "industry") == "Sản xuất công nghiệp 2 tháng đầu năm 2025 ước tăng 7,2% so với cùng kỳ"
    assert february(new_year, "industry", "en") == (
        "Industrial production rose 7.2% in the first 2 months of 2025 on the same period of last year, by estimate"
    )
    assert february(new_year, "prices") == "Giá tiêu dùng tháng 2 tăng 2,9% so với cùng kỳ"


def test_the_overview_says_of_which_months_it_speaks_where_they_differ(new_year: Store) -> None:
    shown = [
        headline(new_year, theme_figures(new_year, theme, AREA), FEBRUARY)
        for theme in ("industry", "retail", "prices", "exports")
    ]
    assert title_of(shown, "vi") == (
        "2 tháng đầu năm, sản xuất công nghiệp, bán lẻ và xuất khẩu cùng ước tăng từ 7% trở lên; "
        "giá tiêu dùng tháng 2 tăng 2,9%"
    )
    assert title_of(shown, "en").startswith("In the first 2 months industrial production")


def test_a_chart_of_cumulative_growth_is_titled_by_it(new_year: Store) -> None:
    figures = theme_figures(new_year, "retail", AREA)
    spec = headline_chart(figures, FEBRUARY, months=12, bands=[], language="vi", rate="cumulative")
    assert spec.title == "Bán lẻ 2 tháng đầu năm 2025 ước tăng 9,4% so với cùng kỳ"


def test_a_rate_is_the_highest_of_as_many_months_as_are_known_in_a_row(empty_store: Store) -> None:
    values = [120.0, 102.0, 103.0, 104.0, 103.0, 102.0, 101.0, 108.0]
    load(empty_store, "2024-09-01", *(stated(rate(IIP, SAME), f"2024-{m:02d}", v) for m, v in enumerate(values, 1)))
    total = theme_figures(empty_store, "industry", AREA).total
    assert total
    august = Period.parse("2024-08").last
    assert standing_out("IIP", total.growth(), august, "vi") == "IIP, cao nhất trong 7 tháng"
    assert standing_out("IIP", total.growth(), august - 1, "vi") == "IIP, thấp nhất trong 7 tháng"
    assert standing_out("IIP", total.growth(), august - 3, "vi") == "IIP; tháng 4 tăng 4,0%"


def test_a_missing_month_ends_the_count_of_a_record(empty_store: Store) -> None:
    months = [1, 2, 3, 5, 6, 7, 8]
    load(empty_store, "2024-09-01", *(stated(rate(IIP, SAME), f"2024-{m:02d}", 100.0 + m) for m in months))
    total = theme_figures(empty_store, "industry", AREA).total
    assert total
    assert "cao nhất" not in standing_out("IIP", total.growth(), Period.parse("2024-08").last, "vi")


def test_the_months_so_far_lead_where_no_rate_of_the_single_month_is_published(empty_store: Store) -> None:
    load(
        empty_store, "2010-07-29",
        stated(RETAIL, "2010-07", 129_493.0, "estimate"),
        stated(rate(RETAIL, CUMULATIVE), "2010-01/2010-07", 126.4, "estimate"),
    )  # fmt: skip
    shown = headline(empty_store, theme_figures(empty_store, "retail", AREA), Period.parse("2010-07").last)
    assert finding(shown, "vi") == "Bán lẻ 7 tháng đầu năm 2010 ước tăng 26,4% so với cùng kỳ"
    assert shown.spark_comparison == CUMULATIVE and shown.spark[-1] is shown.main


def test_a_level_alone_is_the_finding_where_no_rate_is_published(empty_store: Store) -> None:
    load(empty_store, "2010-07-29", stated(RETAIL, "2010-07", 129_493.0, "estimate"))
    shown = headline(empty_store, theme_figures(empty_store, "retail", AREA), Period.parse("2010-07").last)
    assert finding(shown, "vi").replace("\u00a0", " ") == "Bán lẻ tháng 7 ước đạt 129,5 nghìn tỷ đồng"
    before = headline(empty_store, shown.figures, shown.last - 1)
    assert finding(before, "vi") == "Chưa có số liệu tháng 6/2010"


def test_the_fact_under_a_figure_is_the_level_of_its_own_months_and_the_new_year_is_said_apart(
    empty_store: Store,
) -> None:
    load(
        empty_store, "2025-02-28",
        stated(RETAIL, "2025-02", 561_672.7, "estimate"),
        stated(rate(RETAIL, CUMULATIVE), "2025-01/2025-02", 109.4, "estimate"),
    )  # fmt: skip
    shown = headline(empty_store, theme_figures(empty_store, "retail", AREA), FEBRUARY)
    assert telling_fact(shown, "vi").replace("\u00a0", " ") == "Tháng 2: 561,7 nghìn tỷ đồng"
    load(empty_store, "2025-03-01", stated(RETAIL, "2025-01/2025-02", 1_137_502.9, "estimate"))
    summed = headline(empty_store, theme_figures(empty_store, "retail", AREA), FEBRUARY)
    assert telling_fact(summed, "vi").replace("\u00a0", " ") == "2 tháng: 1.137,5 nghìn tỷ đồng"
    assert new_year_words(shown, "vi").startswith("Có yếu tố Tết")
    assert first_line(shown, "vi") == new_year_words(shown, "vi")
