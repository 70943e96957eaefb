"""How much of the year's plan is reached."""

from __future__ import annotations

import json

from dashboard.components.plan_bar import plan_bar
from dashboard.headlines import headline
from dashboard.plan_progress import plan_state
from dashboard.plan_words import plan_sentences
from dashboard.theme_figures import theme_figures
from data.period import Period
from data.store import Plan, Store
from tests.dashboard.helpers import AREA, RETAIL, SAME, load, rate, stated

NOVEMBER = Period.parse("2024-11").last


def shown(store: Store, unit: str) -> str:
    store.save_plan(Plan("p", AREA, 2024, "retail", 6_000_000.0, unit), by="An")
    bar = plan_bar(store, headline(store, theme_figures(store, "retail", AREA), NOVEMBER), "vi")
    return json.dumps(bar.to_plotly_json(), default=lambda o: o.to_plotly_json(), ensure_ascii=False) if bar else ""


def test_the_cumulative_level_is_held_against_the_plan_and_the_time_passed(store: Store) -> None:
    words = shown(store, "Tỷ đồng")
    assert "Đạt 97,0% kế hoạch năm, hết 11/12 năm" in words
    assert "/so-lieu/tinh?phep=plan_share" in words and "ke-hoach=p" in words


def test_a_plan_in_another_unit_is_not_compared(store: Store) -> None:
    assert shown(store, "Triệu USD") == ""


def sentences(store: Store, value: float, language: str = "vi") -> list[str]:
    store.save_plan(Plan("p", AREA, 2024, "retail", value, "Tỷ đồng", source="Nghị quyết"), by="An")
    head = headline(store, theme_figures(store, "retail", AREA), NOVEMBER)
    state = plan_state(store, head)
    assert state is not None
    return plan_sentences(state, head, language)


def past_years(store: Store) -> None:
    """Eleven months of 2021-2023 reached 90, 91 and 92 % of their years."""
    for number, share in enumerate((90.0, 91.0, 92.0)):
        year = 2021 + number
        load(
            store,
            f"{year + 1}-01-05",
            stated(RETAIL, f"{year}-01/{year}-11", share * 50_000),
            stated(RETAIL, f"{year}-01/{year}-12", 5_000_000.0),
            stated(rate(RETAIL, SAME), f"{year}-11", 108.0),
        )


def test_the_plan_says_its_pace_what_is_needed_and_where_the_year_is_heading(store: Store) -> None:
    past_years(store)
    pace, needed, growth, heading, source = sentences(store, 6_000_000.0)
    # 5 822 278.4 of 6 000 000 is 97.0 %, 11/12 is 91.7 %, the usual share 91 %.
    assert pace.startswith("Nhanh hơn thời gian đã qua 5,4 điểm phần trăm; cao hơn nhịp thường lệ")
    assert "6,0 điểm" in pace and "177,7" in needed and "529,3" in needed
    # 177 721.6 against the 400 000 of December 2023.
    assert "giảm 55,6%" in growth and "giả định" in growth
    # 5 822 278.4 / the geometric mean of 0.90, 0.91 and 0.92.
    assert "6.398," in heading and "95%" in heading and "106,6%" in heading
    assert source.endswith("Nguồn: Nghị quyết.")


def test_the_bar_says_where_the_year_is_heading_once_earlier_years_are_known(store: Store) -> None:
    assert "Ước cả năm" not in shown(store, "Tỷ đồng")
    past_years(store)
    assert "Ước cả năm đạt 106,6% kế hoạch" in shown(store, "Tỷ đồng")


def test_a_reached_plan_and_missing_years_are_said(store: Store) -> None:
    words = sentences(store, 5_000_000.0)
    assert "Đã đạt kế hoạch cả năm." in words
    assert any("cần 3 năm trước đủ số liệu, hiện có 0" in one for one in words)
    assert all("{" not in one for one in sentences(store, 6_000_000.0, "en"))
