"""The small lines of the overview, and the small multiples of a theme's page."""

from __future__ import annotations

from datetime import date

from dashboard.components.multiples import small_multiples
from dashboard.components.sparkline import sparkline
from dashboard.points import Point
from dashboard.sources import YEAR_ON_YEAR, Item
from dashboard.theme_figures import Line
from data.period import Period

DECEMBER = Period.parse("2024-12").last


def point(last: int, value: float, status: str = "official") -> Point:
    return Point(1, last, 1, value, status, date(2025, 1, 6), 1)


def line(*values: float | None, status: str = "official") -> Line:
    """Growth of the months up to December."""
    first = DECEMBER - len(values) + 1
    growth = {first + i: point(first + i, v, status) for i, v in enumerate(values) if v is not None}
    return Line(Item("total", "TỔNG SỐ", (), (), {}), {}, {}, {YEAR_ON_YEAR: growth})


def test_months_without_a_figure_are_hatched_and_named_where_the_words_fit() -> None:
    points = [None] * 6 + [point(DECEMBER - back, 1.0 + back) for back in range(6, -1, -1)]
    drawn = sparkline(points, DECEMBER, 1, "Bán lẻ", bands=(), language="vi")
    assert drawn.count("url(#gap-hatch)") == 1
    assert "Chưa có số liệu</text>" in drawn
    short = sparkline([None, *points[7:]], DECEMBER, 1, "Bán lẻ", bands=(), language="vi")
    assert "url(#gap-hatch)" in short and "Chưa có số liệu</text>" not in short


def test_a_whole_line_has_no_hatch() -> None:
    points = [point(DECEMBER - back, 1.0) for back in range(12, -1, -1)]
    assert "gap-hatch" not in sparkline(points, DECEMBER, 1, "Bán lẻ", bands=(), language="vi")


def test_small_multiples_begin_with_the_first_known_month_and_say_their_scale() -> None:
    total, part = line(None, None, 3.0, 4.0), line(None, None, -10.0, 20.0)
    made = small_multiples("multiples", [("Hàng hóa", part), ("Khác", total)], total, DECEMBER, 4, "vi")
    assert made is not None
    words = str(made)
    assert "từ −10% đến +20%" in words
    assert "T11/2024" in words and "T9/2024" not in words


def test_a_preliminary_end_is_half_full() -> None:
    part = line(1.0, 2.0, status="preliminary")
    made = small_multiples("multiples", [("Hàng hóa", part)], part, DECEMBER, 2, "vi")
    assert "0 0 0 0" in str(made)


def test_a_month_between_missing_ones_is_a_point_since_no_line_shows_it() -> None:
    points = [None, None, point(DECEMBER - 2, 1.0), None, point(DECEMBER, 2.0)]
    assert sparkline(points, DECEMBER, 1, "Bán lẻ", bands=(), language="vi").count('r="2.2"') == 2
    joined = [None, point(DECEMBER - 1, 1.0), point(DECEMBER, 2.0)]
    assert 'r="2.2"' not in sparkline(joined, DECEMBER, 1, "Bán lẻ", bands=(), language="vi")


def test_only_the_true_lowest_month_is_named() -> None:
    falling = [point(DECEMBER - back, value) for back, value in ((3, 5.0), (2, 3.0), (1, -0.8), (0, -26.0))]
    drawn = sparkline(falling, DECEMBER, 1, "Bán lẻ", bands=(), language="vi")
    assert ">5,0<" in drawn and "−0,8" not in drawn and "−26,0%" in drawn
