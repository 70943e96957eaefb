"""The timeline of campaigns: lanes by kind that never cover a name, and the same as a list for narrow screens."""

from __future__ import annotations

import re
from datetime import date

from dashboard.views.campaign_lists import in_order
from dashboard.views.timeline import timeline
from tests.dashboard.helpers import campaign

FIRST, STOP, TODAY = date(2023, 1, 1), date(2026, 1, 1), date(2024, 12, 6)
SPRING = campaign("A", name="Bình ổn Tết", kind="chuong_trinh", start=date(2023, 12, 1), end=date(2024, 3, 31))
WINTER = campaign("B", name="Bình ổn Tết 2025", kind="chuong_trinh", start=date(2024, 12, 1), end=date(2025, 3, 31))
OVERLAP = campaign("C", name="Khuyến công", kind="chuong_trinh", start=date(2024, 3, 1), end=date(2024, 12, 15))
MOVEMENT = campaign("D", name="Người Việt Nam", kind="van_dong", start=date(2009, 7, 31), end=None)


def parts(*campaigns: object, today: date = TODAY) -> tuple[str, list[str]]:
    """The drawing, and the names of the list in its order."""
    _, lanes, listed = timeline(campaigns, FIRST, STOP, today, "vi").children  # type: ignore[arg-type]
    return lanes.svg, [item.children[0].children for item in listed.children]


def row_of(svg: str, code: str) -> float:
    found = re.search(rf'href="/phong-trao/{code}".*?<path d="M[\d.]+ ([\d.]+)', svg)
    assert found
    return float(found[1])


def test_campaigns_of_a_kind_share_a_row_only_where_bars_and_names_stay_apart() -> None:
    svg, _ = parts(SPRING, WINTER, OVERLAP)
    assert row_of(svg, "A") == row_of(svg, "B") != row_of(svg, "C")


def test_each_kind_is_named_once_at_the_left() -> None:
    svg, _ = parts(SPRING, WINTER, OVERLAP, MOVEMENT)
    assert svg.count(">Chương trình<") == 1 and svg.count(">Cuộc vận động<") == 1


def test_the_list_goes_by_the_day_of_the_end_and_what_has_none_comes_last() -> None:
    _, names = parts(MOVEMENT, WINTER, OVERLAP, SPRING)
    assert names == ["Bình ổn Tết", "Khuyến công", "Bình ổn Tết 2025", "Người Việt Nam"]


def test_today_is_marked_only_inside_the_window() -> None:
    assert "hôm nay 06/12/2024" in parts(SPRING)[0]
    assert "hôm nay" not in parts(SPRING, today=date(2026, 11, 26))[0]


def test_a_name_borne_by_two_areas_tells_them_apart() -> None:
    other = campaign("E", name="Người Việt Nam", area="Hà Nội", kind="van_dong", start=date(2009, 7, 31), end=None)
    assert parts(MOVEMENT, other)[1] == ["Người Việt Nam (Cả nước)", "Người Việt Nam (Hà Nội)"]


def test_the_register_begins_with_what_runs_and_ends_with_what_has_no_date() -> None:
    undated, done = campaign("U", start=None, end=None), campaign("E", start=date(2020, 1, 1), end=date(2020, 12, 31))
    assert [one.code for one in in_order([undated, done, SPRING, MOVEMENT, OVERLAP], TODAY)] == [
        "C",
        "D",
        "A",
        "E",
        "U",
    ]


def test_names_are_drawn_over_the_line_of_today_and_are_reached_once_by_key() -> None:
    svg, _ = parts(SPRING, WINTER)
    assert svg.rindex("hôm nay") < svg.index('class="lane-label"')
    assert svg.count('class="lane"') == 4 and svg.count('tabindex="-1" aria-hidden="true" class="lane"') == 2
