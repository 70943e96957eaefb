"""Numbers as people type them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.numbers import decimal_mark, is_missing_sign, read_number


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("9,2", 9.2),
        ("119,6", 119.6),
        ("119.6", 119.6),
        ("1 040.8", 1040.8),
        ("1\u00a0040,8", 1040.8),
        ("1.234,5", 1234.5),
        ("1,234.5", 1234.5),
        ("44.801,115", 44801.115),
        ("1.234.567", 1234567.0),
        ("-0,5", -0.5),
        ("−0,5", -0.5),
        (" 67.8 ", 67.8),
        ("0.17", 0.17),
        ("12%", 12.0),
    ],
)
def test_marks_and_blanks_are_read_as_meant(text: str, number: float) -> None:
    assert read_number(text) == number


@pytest.mark.parametrize(
    "text", ["115..5", "", "-", "...", "…", "Tháng 7", "8.290 tỷ đồng", "1,2,3,4", "30-32", "Dưới 5,0"]
)
def test_what_is_no_number_is_not_guessed(text: str) -> None:
    assert read_number(text) is None


def test_one_mark_before_three_digits_is_decided_by_the_column() -> None:
    assert read_number("1.234") == 1.234
    assert read_number("1.234", thousands_likely=True) == 1234.0


@pytest.mark.parametrize(
    ("text", "mark"),
    [("9,2", ","), ("9.25", "."), ("1.234,5", ","), ("1.234.567", ","), ("1.234", ""), ("1,234", ""), ("12", "")],
)
def test_a_number_shows_its_decimal_mark_unless_three_digits_follow(text: str, mark: str) -> None:
    assert decimal_mark(text) == mark


@pytest.mark.parametrize("text", ["-", "       -", "...", "…", "..", "–"])
def test_signs_for_nothing_are_known(text: str) -> None:
    assert is_missing_sign(text)


@given(st.text(max_size=20))
def test_no_text_breaks_the_reader(text: str) -> None:
    found = read_number(text)
    assert found is None or isinstance(found, float)


@given(st.floats(min_value=-1e9, max_value=1e9, allow_nan=False).map(lambda v: round(v, 4)))
def test_a_number_written_with_a_decimal_comma_comes_back(value: float) -> None:
    assert read_number(f"{value:.4f}".replace(".", ",")) == pytest.approx(value)
