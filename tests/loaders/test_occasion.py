"""The month a workbook reports, and the day it was released."""

from __future__ import annotations

from datetime import date

from loaders.occasion import reference_month, release_day, released_by_name


def test_the_name_of_a_file_states_the_day_of_release() -> None:
    assert released_by_name("2024-08-29-02.-Bieu-T8.2024.xlsx") == date(2024, 8, 29)
    assert released_by_name("2024-13-45-x.xlsx") is None
    assert released_by_name("bieu.xlsx") is None


def test_a_release_early_in_a_month_reports_the_month_before() -> None:
    assert reference_month("x", date(2024, 8, 29), []) == (2024, 8)
    assert reference_month("x", date(2025, 3, 6), []) == (2025, 2)


def test_a_month_in_the_name_serves_where_no_day_is_named() -> None:
    assert reference_month("Bieu T8.2024.xlsx", None, []) == (2024, 8)


def test_the_law_says_when_a_month_is_published() -> None:
    assert release_day(2010, 7) == date(2010, 7, 29)
    assert release_day(2015, 2) == date(2015, 2, 28)
    assert release_day(2024, 12) == date(2025, 1, 6)
