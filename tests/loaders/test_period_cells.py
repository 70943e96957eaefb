"""Cells that hold a period and nothing else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.period_cells import WrittenPeriod, written_period


@pytest.mark.parametrize(
    ("text", "first", "last", "year"),
    [
        ("Jan-24", 1, 1, 2024),
        ("Dec-86", 12, 12, 1986),
        ("1986JAN", 1, 1, 1986),
        ("2024M01", 1, 1, 2024),
        ("T1/2024", 1, 1, 2024),
        ("Tháng 01 năm 2024", 1, 1, 2024),
        ("Quý I/2024", 1, 3, 2024),
        ("2024Q3", 7, 9, 2024),
        ("6 tháng", 1, 6, 0),
        ("9 tháng năm 2024", 1, 9, 2024),
        ("Năm 2024", 1, 12, 2024),
        ("T7", 7, 7, 0),
    ],
)
def test_a_period_is_known_in_each_way_of_writing(text: str, first: int, last: int, year: int) -> None:
    assert written_period(text) == WrittenPeriod(first, last, year)


@pytest.mark.parametrize(
    "text", ["", "T13", "Tổng số", "12.5", "Tháng 8 so với tháng 7", "1.234", "Mặt hàng 2024 khác"]
)
def test_other_texts_are_no_periods(text: str) -> None:
    assert written_period(text) is None


@given(st.integers(1, 12), st.integers(1990, 2099))
def test_a_month_is_the_same_in_vietnamese_and_in_iso(month: int, year: int) -> None:
    assert written_period(f"Tháng {month}/{year}") == written_period(f"{year}-{month:02d}")


@given(st.text(max_size=30))
def test_no_text_breaks_the_reader(text: str) -> None:
    found = written_period(text)
    assert found is None or 1 <= found.first <= found.last <= 12
