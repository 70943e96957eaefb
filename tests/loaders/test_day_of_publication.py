"""The day of publication beside the months of a workbook."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from data.findings import Severity
from data.observation import Comparison, Measure, Observation
from data.period import Period
from data.spoken import spoken
from data.store import Store
from loaders import release
from loaders.checks.publication import day_of_publication
from tests.loaders.test_release_again import july, store

__all__ = ["july", "store"]  # fixtures
TODAY = date(2025, 3, 1)


def figure(period: str) -> Observation:
    return Observation("retail_sales", "TỔNG SỐ", Measure.VALUE, Comparison.NONE, Period.parse(period), "Tỷ đồng", 1.0)


@pytest.mark.parametrize(
    ("day", "told"),
    [
        ("2024-06-30", [("released_before_month", Severity.WARNING)]),
        ("2024-07-01", []),
        ("2025-01-31", []),
        ("2025-02-01", [("released_late", Severity.NOTE)]),
        ("2025-03-01", [("released_late", Severity.NOTE)]),
        ("2042-07-29", [("released_in_future", Severity.WARNING), ("released_late", Severity.NOTE)]),
    ],
)
def test_a_day_that_does_not_fit_the_newest_month_is_told(day: str, told: list[tuple[str, Severity]]) -> None:
    figures = [figure("2024-06"), figure("2024-07"), figure("2024")]
    found = list(day_of_publication(figures, date.fromisoformat(day), today=TODAY))
    assert [(one.code, one.severity) for one in found] == told


def test_a_workbook_of_years_alone_may_come_out_early_or_late() -> None:
    assert not list(day_of_publication([figure("2023")], date(2022, 1, 1), today=TODAY))
    assert not list(day_of_publication([], date(2022, 1, 1), today=TODAY))


def test_a_release_is_doubted_until_its_day_is_put_right(store: Store, july: Path) -> None:
    early = release.stage(store, july, by="An", released=date(2024, 6, 1))
    (doubt,) = early.warnings
    assert "01/06/2024 đứng trước tháng 7/2024" in spoken(doubt.finding)["found"]
    assert release.stage(store, july, by="An", released=date(2024, 7, 29)).warnings == ()
