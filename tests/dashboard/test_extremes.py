"""The highest and lowest values that a chart names, and the line that they are measured from."""

from __future__ import annotations

from typing import Any

from dashboard.figures.plotly_chart import plotly_figure
from dashboard.figures.spec import ChartSpec, Kind, Series


def chart(*values: float | None, kind: Kind = Kind.LINE, **more: Any) -> dict[str, Any]:
    months = tuple(f"2024-{m:02d}" for m in range(1, len(values) + 1))
    labels = tuple(f"T{m}/2024" for m in range(1, len(values) + 1))
    spec = ChartSpec("k", "", "", months, labels, (Series("Bán lẻ", kind, values, "%", **more),), "%", "Nguồn")
    return plotly_figure(spec)["layout"]


def words(layout: dict[str, Any]) -> list[str]:
    return [one["text"] for one in layout["annotations"] if ": " in one["text"]]


def test_a_line_names_its_highest_and_lowest_month() -> None:
    assert words(chart(1.0, 5.0, -2.0, 3.0)) == ["T2/2024: 5,0", "T3/2024: −2,0"]


def test_the_last_value_has_its_own_label_and_is_not_named_twice() -> None:
    assert words(chart(1.0, 2.0, 3.0, 4.0)) == ["T1/2024: 1,0"]


def test_bars_name_the_highest_alone() -> None:
    assert words(chart(2.0, 5.0, 1.0, 3.0, kind=Kind.BAR)) == ["T2/2024: 5,0"]


def test_few_points_and_flat_lines_name_nothing() -> None:
    assert words(chart(1.0, 5.0, None, 3.0)) == []
    assert words(chart(1.0, 1.01, 1.0, 1.0)) == []


def test_lines_that_are_compared_name_nothing_but_their_ends() -> None:
    assert words(chart(1.0, 5.0, -2.0, 3.0, short_name="Bán lẻ")) == []


def test_the_axis_leaves_room_for_the_words() -> None:
    low, high = chart(1.0, 5.0, -5.0, 3.0)["yaxis"]["range"]
    assert low < -6 and high > 6


def test_the_line_of_zero_lies_over_stacked_bars_and_under_lines() -> None:
    assert chart(1.0, -2.0, 3.0, kind=Kind.STACKED_BAR)["yaxis"]["zerolinelayer"] == "above traces"
    assert "zerolinelayer" not in chart(1.0, -2.0, 3.0)["yaxis"]


def test_a_logarithmic_axis_of_a_short_span_has_ticks_at_even_steps() -> None:
    def axis(*values: float) -> dict[str, Any]:
        months = tuple(f"2024-{m:02d}" for m in range(1, len(values) + 1))
        line = Series("CPI", Kind.LINE, values, "%", short_name="CPI")
        return plotly_figure(ChartSpec("k", "", "", months, months, (line,), "%", "Nguồn", is_log=True))["layout"][
            "yaxis"
        ]

    assert axis(118.2, 121.0, 124.2)["tickvals"] == [118, 120, 122, 124]
    assert axis(1182.0, 1242.0)["ticktext"] == ["1.180", "1.200", "1.220", "1.240"]
    assert axis(3.0, 40.0)["dtick"] == "D2"
