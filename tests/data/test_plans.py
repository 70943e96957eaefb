"""No question of a chart or a table reads more than it must: the engine's own plan says so."""

from __future__ import annotations

from datetime import date

import pytest

from data.period import Period
from data.store import Store
from tests.data.store_helpers import RETAIL, load, say

MONTH = Period.parse("2024-08")


@pytest.fixture
def asked(store: Store, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Plans of all statements about figures, collected as they are asked."""
    load(store, "2024-08-29", say("2024-08", 1.0))
    store.all_series()
    plans: list[str] = []
    answer = store.database.rows

    def explained(sql: str, parameters: object = ()) -> list[tuple]:
        if "FROM figure" in sql or "JOIN figure" in sql:
            plans.extend(row[3] for row in answer(f"EXPLAIN QUERY PLAN {sql}", parameters))
        return answer(sql, parameters)

    monkeypatch.setattr(store.database, "rows", explained)
    return plans


@pytest.mark.parametrize("as_of", [None, date(2024, 9, 1)])
def test_a_chart_is_one_scan_of_each_series_months_without_sorting(
    store: Store, asked: list[str], as_of: date | None
) -> None:
    store.rows([1, 2], start=MONTH, end=MONTH, months=1, as_of=as_of)
    store.packed_rows([1, 2], months=1, as_of=as_of)
    assert asked == 2 * ["SEARCH figure USING PRIMARY KEY (series_id=? AND period>? AND period<?)"]


def test_periods_of_all_lengths_are_one_scan_of_each_series_without_sorting(store: Store, asked: list[str]) -> None:
    store.rows([1, 2], start=MONTH)
    assert asked == ["SEARCH figure USING PRIMARY KEY (series_id=? AND period<?)"]


@pytest.mark.parametrize("as_of", [None, date(2024, 9, 1)])
@pytest.mark.parametrize("area", [None, "Cả nước"])
def test_a_month_table_is_one_lookup_per_series(
    store: Store, asked: list[str], as_of: date | None, area: str | None
) -> None:
    store.month_rows(RETAIL.table, MONTH, area=area, as_of=as_of)
    last = ">" if as_of else "="
    place = "series_place (area=? AND table_code=?)" if area else "series_table (table_code=?)"
    assert asked == [
        f"SEARCH s USING COVERING INDEX {place}",
        f"SEARCH f USING PRIMARY KEY (series_id=? AND period=? AND superseded{last}?)",
    ]


@pytest.mark.parametrize("place", [(RETAIL.table, None), (None, "Cả nước")])
def test_the_newest_period_is_one_step_from_the_end_of_each_series(
    store: Store, asked: list[str], place: tuple[str | None, str | None]
) -> None:
    store.latest_period(*place)
    index = "series_table (table_code=?)" if place[0] else "series_place (area=?)"
    assert sorted(asked) == [
        "CORRELATED SCALAR SUBQUERY 1",
        "SEARCH figure USING PRIMARY KEY (series_id=? AND period>? AND period<?)",
        f"SEARCH s USING COVERING INDEX {index}",
    ]


def test_the_coverage_of_an_area_reads_only_its_months(store: Store, asked: list[str]) -> None:
    store.coverage("Cả nước", start=MONTH, end=MONTH)
    assert asked[:2] == [
        "SEARCH s USING COVERING INDEX series_place (area=?)",
        "SEARCH f USING PRIMARY KEY (series_id=? AND period>? AND period<?)",
    ]


def test_one_figure_and_its_history_use_the_whole_key(store: Store, asked: list[str]) -> None:
    store.figure(1, MONTH)
    store.history(1, MONTH)
    assert asked[0] == "SEARCH figure USING PRIMARY KEY (series_id=? AND period=? AND superseded=?)"
    assert asked[1] == "SEARCH figure USING PRIMARY KEY (series_id=? AND period=?)"


def test_revisions_of_a_series_look_each_earlier_version_up_by_its_key(store: Store, asked: list[str]) -> None:
    store.revisions(series_id=1)
    assert asked[:2] == [
        "SEARCH new USING PRIMARY KEY (series_id=?)",
        "SEARCH old USING PRIMARY KEY (series_id=? AND period=? AND superseded<?)",
    ]
