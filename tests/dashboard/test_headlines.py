"""What a column of the overview says, and from which figures."""

from __future__ import annotations

from datetime import date

import pytest

from dashboard.components.revisions_block import revisions_block
from dashboard.headlines import Headline, headline, latest_month, streak
from dashboard.revised import important_revisions
from dashboard.statements import first_line, title_of
from dashboard.theme_figures import theme_figures
from data.period import Period
from data.store import Store
from tests.dashboard.helpers import AREA, CUMULATIVE, IIP, RETAIL, SAME, load, rate, stated

NOVEMBER = Period.parse("2024-11").last


def november_of(store: Store, theme: str, **more: date) -> Headline:
    return headline(store, theme_figures(store, theme, AREA, **more), NOVEMBER, **more)


def test_growth_is_the_published_ratio(store: Store) -> None:
    shown = november_of(store, "retail")
    assert shown.main and shown.main.value == pytest.approx(8.75)
    assert shown.cumulative and shown.cumulative.value == pytest.approx(8.82)
    assert shown.level and (shown.level.value, shown.level.status) == (562_002.9, "estimate")


def test_change_on_the_previous_month_divides_two_levels_of_one_release(store: Store) -> None:
    change = november_of(store, "retail").on_previous_month
    assert change and change.is_computed
    assert change.value == pytest.approx(100 * (562_002.9 / 557_480.1 - 1))


def test_levels_of_different_releases_are_never_divided(empty_store: Store) -> None:
    load(empty_store, "2024-10-29", stated(RETAIL, "2024-10", 100.0, "estimate"))
    load(empty_store, "2024-11-29", stated(RETAIL, "2024-11", 110.0, "estimate"))
    figures = theme_figures(empty_store, "retail", AREA)
    assert headline(empty_store, figures, NOVEMBER).on_previous_month is None


def test_a_list_of_first_estimates_is_no_common_vintage(empty_store: Store) -> None:
    months = [stated(RETAIL, f"2024-{m}", 100.0 + m, "estimate") for m in (10, 11)]
    load(empty_store, "2024-12-29", *months)
    figures = theme_figures(empty_store, "retail", AREA)
    assert headline(empty_store, figures, NOVEMBER).on_previous_month is None


def test_a_rate_without_a_status_takes_that_of_its_level_or_of_the_calendar(store: Store) -> None:
    assert november_of(store, "retail").on_same_month.status == "estimate"  # type: ignore[union-attr]
    assert november_of(store, "industry").on_same_month.status == "estimate"  # type: ignore[union-attr]
    assert november_of(store, "prices").on_same_month.status == "official"  # type: ignore[union-attr]
    assert november_of(store, "exports").on_same_month.status == "preliminary"  # type: ignore[union-attr]


def test_before_a_release_its_figures_are_unknown(store: Store) -> None:
    figures = theme_figures(store, "retail", AREA, as_of=date(2024, 11, 1))
    assert figures.months() == [NOVEMBER - 1]
    assert figures.total and figures.total.levels[NOVEMBER - 1].value == 545_729.6


def test_the_two_months_lead_in_february(empty_store: Store) -> None:
    load(
        empty_store, "2025-02-28",
        stated(rate(IIP, SAME), "2025-02", 117.17),
        stated(rate(IIP, CUMULATIVE), "2025-01/2025-02", 107.24),
    )  # fmt: skip
    shown = headline(empty_store, theme_figures(empty_store, "industry", AREA), Period.parse("2025-02").last)
    assert shown.main_comparison == CUMULATIVE
    assert shown.main and shown.main.value == pytest.approx(7.24)
    assert "Tết" in first_line(shown, "vi")


def test_an_area_without_figures_has_no_headline(store: Store) -> None:
    figures = theme_figures(store, "retail", "Hà Nội")
    assert figures.total is None
    assert latest_month([figures]) is None
    assert headline(store, figures, NOVEMBER).main is None


def test_a_missing_month_ends_a_streak(store: Store) -> None:
    growth = theme_figures(store, "industry", AREA).total.growth()  # type: ignore[union-attr]
    assert streak(growth, NOVEMBER) == 2
    assert streak({NOVEMBER: growth[NOVEMBER]}, NOVEMBER) == 1


def test_the_title_states_what_the_flows_did_together(store: Store) -> None:
    shown = [november_of(store, theme) for theme in ("industry", "retail", "prices", "exports")]
    assert (
        title_of(shown, "vi")
        == "Sản xuất công nghiệp, bán lẻ và xuất khẩu cùng ước tăng từ 8% trở lên; giá tiêu dùng tăng 2,8%"
    )
    assert title_of(shown, "en").startswith(
        "Industrial production, retail sales and exports all rose by an estimated 8%"
    )


def test_on_the_overview_a_revised_index_is_growth_and_a_revised_level_names_its_unit(store: Store) -> None:
    shown = str(revisions_block(important_revisions(store, AREA, NOVEMBER), "vi"))
    assert "+7,02%" in shown and "+7,05%" in shown and "107,02" not in shown
    assert "T10, tỷ đồng" in shown


def test_all_revisions_of_the_area_are_one_click_from_those_of_the_overview() -> None:
    assert "'/so-lieu#da-sua'" in str(revisions_block([], "vi"))
    assert "'/so-lieu?dia-ban=Th%C3%A1i+Nguy%C3%AAn#da-sua'" in str(revisions_block([], "vi", area="Thái Nguyên"))


def test_revisions_name_totals_first_and_each_row_once(store: Store) -> None:
    revised = important_revisions(store, AREA, NOVEMBER)
    assert [(one.series.table, one.new.value) for one in revised] == [
        ("retail_sales", 557_480.1), ("industrial_production_index", 107.05),
    ]  # fmt: skip
