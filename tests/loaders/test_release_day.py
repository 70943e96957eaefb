"""A day of publication that cannot be true is told before anything counts: by it later figures replace earlier ones."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from data.findings import Severity
from data.observation import Comparison, Measure, Observation
from data.period import Period
from data.settings import settings
from data.store import Store
from loaders import release
from loaders.release.day import unlikely_day
from tests.loaders.workbooks import RETAIL_ROWS, xlsx
from tests.prepared import new_store

TODAY = date(2024, 9, 2)


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    monkeypatch.setattr(settings(), "originals", tmp_path / "originals")
    with new_store(tmp_path / "figures.sqlite") as opened:
        yield opened


def stated(period: str) -> Observation:
    return Observation("retail_sales", "Tổng số", Measure.VALUE, Comparison.NONE, Period.parse(period), "Tỷ đồng", 1.0)


@pytest.mark.parametrize(
    ("day", "codes"),
    [
        ("2024-09-02", []),
        ("2024-09-03", ["released_ahead"]),
        ("2024-07-01", []),  # a figure expected for the next month
        ("2024-06-30", ["released_before"]),
    ],
)
def test_a_day_is_doubted_after_today_and_over_a_month_before_the_newest_period(day: str, codes: list[str]) -> None:
    figures = [stated("2024-01/2024-08"), stated("2024-08"), stated("2023-08")]
    assert [one.code for one in unlikely_day(figures, date.fromisoformat(day), today=TODAY)] == codes


@pytest.mark.parametrize(("day", "codes"), [("2025-02-28", []), ("2025-03-01", ["released_late"])])
def test_a_day_long_after_the_newest_month_is_noted(day: str, codes: list[str]) -> None:
    found = list(unlikely_day([stated("2024-08"), stated("2025")], date.fromisoformat(day), today=date(2026, 1, 1)))
    assert [(one.code, one.severity) for one in found] == [(code, Severity.NOTE) for code in codes]


def test_a_whole_year_may_be_estimated_before_it_ends() -> None:
    assert list(unlikely_day([stated("2024")], date(2024, 8, 29), today=TODAY)) == []


@pytest.mark.parametrize(("year", "code"), [(3024, "released_ahead"), (2014, "released_before")])
def test_a_year_mistyped_at_the_upload_is_a_warning_until_the_day_is_corrected(
    store: Store, tmp_path: Path, year: int, code: str
) -> None:
    july = tmp_path / "2024-07-29-bieu-thang-7.xlsx"
    july.write_bytes(xlsx(RETAIL_ROWS))
    mistyped = release.stage(store, july, by="An", released=date(year, 7, 29))
    assert code in {one.finding.code for one in mistyped.warnings}
    corrected = release.stage(store, july, by="An", released=date(2024, 7, 29))
    assert corrected.id == mistyped.id and code not in {one.finding.code for one in corrected.warnings}
