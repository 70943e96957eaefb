"""Days are taken as people type them: day, month, year; and as machines do."""

from __future__ import annotations

from datetime import date

import pytest

from data.typed_day import typed_day


@pytest.mark.parametrize("text", ["06/12/2024", "6/12/2024", " 06-12-2024 ", "6.12.2024", "2024-12-06"])
def test_day_month_and_year_are_read_in_the_vietnamese_order(text: str) -> None:
    assert typed_day(text) == date(2024, 12, 6)


def test_nothing_typed_is_no_day() -> None:
    assert typed_day("  ") is None


@pytest.mark.parametrize("text", ["31/02/2024", "12/2024", "06/12-2024", "06/12/24", "hôm nay"])
def test_what_is_no_day_is_refused(text: str) -> None:
    with pytest.raises(ValueError):
        typed_day(text)
