"""Campaigns on a chart: clipped, open, one month long, overlapping, at the boundaries of their days."""

from __future__ import annotations

from datetime import date

from dashboard.figures.bands import place, window
from dashboard.figures.spec import Band

YEAR = (date(2024, 1, 1), date(2025, 1, 1))


def band(code: str, start: str, end: str | None, **more: object) -> Band:
    return Band(code, code, date.fromisoformat(start), date.fromisoformat(end) if end else None, "programme", **more)  # type: ignore[arg-type]


def test_the_window_runs_from_the_first_day_to_the_day_after_the_last() -> None:
    assert window(("2024-01", "2024-12")) == YEAR
    assert window(("2024-02",)) == (date(2024, 2, 1), date(2024, 3, 1))
    assert window(("Cà phê", "Gạo")) is None


def test_a_band_is_clipped_at_both_edges_and_says_so() -> None:
    (placed,), hidden = place([band("a", "2023-06-01", "2025-06-30")], *YEAR)
    assert (placed.start, placed.stop, hidden) == (*YEAR, 0)
    assert (placed.continues_before, placed.continues_after, placed.is_open) == (True, True, False)


def test_a_band_without_an_end_runs_to_the_edge() -> None:
    (placed,), _ = place([band("a", "2024-05-10", None)], *YEAR)
    assert (placed.start, placed.stop, placed.is_open) == (date(2024, 5, 10), YEAR[1], True)


def test_a_month_ends_where_the_next_one_begins() -> None:
    (placed,), _ = place([band("a", "2024-02-01", "2024-02-29")], *YEAR)
    assert (placed.start, placed.stop) == (date(2024, 2, 1), date(2024, 3, 1))
    assert not placed.continues_before and not placed.continues_after


def test_one_day_is_one_day_wide() -> None:
    (placed,), _ = place([band("a", "2024-05-10", "2024-05-10")], *YEAR)
    assert (placed.stop - placed.start).days == 1


def test_bands_outside_the_window_are_not_drawn() -> None:
    outside = [band("before", "2022-01-01", "2023-12-31"), band("after", "2025-01-01", None)]
    assert place(outside, *YEAR) == ([], 0)


def test_overlapping_bands_take_lanes_and_neighbours_share_one() -> None:
    bands = [
        band("a", "2024-01-01", "2024-06-30"),
        band("b", "2024-03-01", "2024-09-30"),
        band("c", "2024-07-01", "2024-12-31"),
    ]
    placed, _ = place(bands, *YEAR)
    assert {one.band.code: one.lane for one in placed} == {"a": 0, "b": 1, "c": 0}


def test_what_finds_no_lane_is_counted_and_the_selected_one_is_never_hidden() -> None:
    bands = [band(str(i), "2024-01-01", "2024-12-31", is_selected=i == 5) for i in range(6)]
    placed, hidden = place(bands, *YEAR, lanes=4)
    assert (len(placed), hidden) == (4, 2)
    assert placed[0].band.code == "5"
