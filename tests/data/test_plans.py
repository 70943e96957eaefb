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
        if "FROM figure" in sql:
            plans.extend(row[3] for row in answer(f"EXPLAIN QUERY PLAN {sql}", parameters))
        return answer(sql, parameters)

    monkeypatch.setattr(store.database, "rows", explained)
    return plans


@pytest.mark.parametrize("as_of", [None, date(2024, 9, 1)])
def test_a_chart_is_one_scan_of_each_series_months_without_sorting(
    store: Store, asked: list[str], as_of: date | None
) -> None:
    store.rows([1, 2], start=MONTH, end=MONTH, months=1, as_of=as_of)
    assert asked == ["SEARCH figure USING PRIMARY KEY (series_id=? AND period>? AND period<?)"]


@pytest.mark.parametrize("as_of", [None, date(2024, 9, 1)])
def test_a_month_table_is_one_lookup_per_series(store: Store, asked: list[str], as_of: date | None) -> None:
    store.month_rows(RETAIL.table, MONTH, as_of=as_of)
    last = ">" if as_of else "="
    assert asked == [f"SEARCH figure USING PRIMARY KEY (series_id=? AND period=? AND superseded{last}?)"]


def test_the_latest_period_and_one_history_use_the_key(store: Store, asked: list[str]) -> None:
    store.latest_period(RETAIL.table)
    store.history(1, MONTH)
    assert all(plan.startswith("SEARCH figure USING PRIMARY KEY (series_id=?") for plan in asked)
