"""Lanes of campaigns on a chart: edges say what is known of the dates, and each is listed by its whole name."""

from __future__ import annotations

from datetime import date

import pytest

from dashboard.components.lane_list import lane_list
from dashboard.figures.bands import place
from dashboard.figures.lanes import lane_outlines
from dashboard.figures.spec import Band, ChartSpec, Kind, Series

FIRST, STOP = date(2024, 1, 1), date(2025, 1, 1)
INSIDE = Band("A", "Kích cầu", date(2024, 3, 1), date(2024, 5, 31), "programme")
ENDLESS = Band("B", "Cuộc vận động", date(2009, 7, 31), None, "movement")
STAGE = Band("C", "Giai đoạn", date(2021, 1, 1), date(2025, 12, 31), "stage", "year")
HATCHED = Band("D", "Chuyên đề", date(2024, 3, 1), date(2024, 5, 31), "thematic")


def outline(band: Band) -> dict[str, object]:
    placed, _ = place([band], FIRST, STOP)
    (one,) = lane_outlines(placed, FIRST, STOP, "light")
    return one


def corners(band: Band) -> list[str]:
    return str(outline(band)["path"])[1:-1].split("L")


def test_a_campaign_inside_the_window_has_four_corners_on_its_days() -> None:
    assert corners(INSIDE) == ["2024-03-01,0.4", "2024-06-01,0.4", "2024-06-01,-0.4", "2024-03-01,-0.4"]


def test_one_that_goes_on_outside_is_notched_and_one_without_end_is_pointed() -> None:
    assert corners(STAGE)[2] == "2024-12-29_14:12,0" and corners(STAGE)[-1] == "2024-01-03_09:47,0"
    assert corners(ENDLESS)[1:4] == ["2024-12-29_14:12,0.4", "2025-01-01,0", "2024-12-29_14:12,-0.4"]


def test_a_notch_is_as_deep_in_a_window_of_three_months_as_in_a_year() -> None:
    first, stop = date(2024, 9, 1), date(2024, 12, 1)
    placed, _ = place([STAGE], first, stop)
    path = str(lane_outlines(placed, first, stop, "light")[0]["path"])
    assert path.endswith("L2024-09-01_14:22,0Z")


@pytest.mark.parametrize(("band", "dashed"), [(STAGE, True), (INSIDE, False)])
def test_a_campaign_known_by_its_year_only_is_dashed(band: Band, dashed: bool) -> None:
    line = outline(band)["line"]
    assert isinstance(line, dict) and ("dash" in line) is dashed


def test_a_hatched_lane_leaves_its_hatch_to_be_seen() -> None:
    assert outline(HATCHED)["fillcolor"] == "rgba(0,0,0,0)" and outline(HATCHED)["layer"] == "above"


def test_each_drawn_campaign_is_listed_by_its_whole_name_with_its_dates() -> None:
    series = Series("Bán lẻ", Kind.LINE, (1.0, 2.0), "%")
    months = ("2024-01", "2024-12")
    spec = ChartSpec("k", "T", "P", months, months, (series,), "%", "N", bands=(INSIDE, ENDLESS, STAGE))
    listed = lane_list(spec)
    assert listed is not None
    words = {item.children[1].children: item.children[2].children.strip() for item in listed.children}
    assert words == {
        "Kích cầu": "01/03/2024 - 31/05/2024",
        "Cuộc vận động": "từ 31/07/2009, không hạn",
        "Giai đoạn": "2021 - 2025",
    }


def test_without_campaigns_there_is_no_list() -> None:
    series = Series("Bán lẻ", Kind.LINE, (1.0,), "%")
    assert lane_list(ChartSpec("k", "T", "P", ("2024-01",), ("T1",), (series,), "%", "N")) is None
