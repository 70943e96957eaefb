"""Rows of campaigns: names stay clear of other bars, and are cut only where nothing else is left."""

from __future__ import annotations

from datetime import date

from dashboard.components.lane_rows import rows_of
from dashboard.components.timeline import timeline
from dashboard.figures.bands import place
from dashboard.figures.spec import Band
from data.period import Period

FIRST, STOP = date(2025, 1, 1), date(2026, 1, 1)


def band(name: str, start: str, end: str, kind: str = "stage") -> Band:
    return Band(name, name, date.fromisoformat(start), date.fromisoformat(end), kind)


def laid(*bands: Band, width: float = 365) -> list[list[tuple[str, str]]]:
    placed, _ = place(bands, FIRST, STOP, lanes=9)
    rows = rows_of(placed, lambda day: (day - FIRST).days, 0, width, 6)
    return [[(lane.words, lane.anchor) for lane in row] for row in rows]


def test_a_name_beside_its_bar_keeps_the_next_bar_out_of_its_row() -> None:
    rows = laid(band("Giai đoạn trước", "2020-01-01", "2025-03-31"), band("Giai đoạn sau", "2025-04-01", "2030-12-31"))
    assert rows == [[("Giai đoạn trước", "start")], [("Giai đoạn sau", "start")]]


def test_campaigns_whose_names_fit_inside_share_a_row() -> None:
    rows = laid(band("Nửa đầu", "2025-01-01", "2025-06-20"), band("Nửa sau", "2025-07-01", "2025-12-31"))
    assert rows == [[("Nửa đầu", "start"), ("Nửa sau", "start")]]


def test_a_name_stands_left_of_a_bar_at_the_right_edge() -> None:
    assert laid(band("Bình ổn thị trường", "2025-12-01", "2025-12-31")) == [[("Bình ổn thị trường", "end")]]


def test_no_name_stands_on_hatch() -> None:
    assert laid(band("Kích cầu", "2025-01-01", "2025-12-31", "thematic"), width=500) == [[("Kích cầu", "start")]]
    placed, _ = place([band("Kích cầu", "2025-01-01", "2025-12-31", "thematic")], FIRST, STOP, lanes=9)
    ((lane,),) = rows_of(placed, lambda day: (day - FIRST).days, 0, 500, 6)
    assert not lane.is_inside


def test_the_overview_counts_the_campaigns_that_find_no_row() -> None:
    many = [band(f"Phong trào {i}", "2024-01-01", "2026-12-31") for i in range(7)]
    svg, hidden = timeline(many, Period.parse("2025-01").last, Period.parse("2025-12").last, None, "nhãn")
    assert hidden == 2 and svg.count("<title>") == 5


def test_a_lane_of_the_overview_leads_to_its_campaign_by_bar_and_name_and_once_for_the_keyboard() -> None:
    one = band("Phong trào", "2025-01-01", "2025-12-31")
    svg, _ = timeline([one], Period.parse("2025-01").last, Period.parse("2025-12").last, None, "nhãn")
    assert svg.count('href="/phong-trao/Phong trào"') == 2
    assert svg.count('tabindex="-1"') == 1 and 'role="img"' not in svg
