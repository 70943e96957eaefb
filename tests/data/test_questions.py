"""What the store answers, now and as of a date."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from data.period import Period
from data.store import Store
from data.store.codes import period_code
from data.store.errors import UnknownRelease
from data.store.history import row_of
from data.store.packed import day_of, release_of, status_of
from tests.data.store_helpers import EXPORTS, RETAIL, file_of, load, say, unpacked, values


def test_a_later_release_revises_and_the_earlier_answer_stays_available(store: Store) -> None:
    load(store, "2024-07-29", say("2024-07", 100.0))
    load(store, "2024-09-06", say("2024-07", 101.0, "preliminary"), say("2024-08", 110.0))

    assert values(store) == {"2024-07": (101.0, "preliminary"), "2024-08": (110.0, "estimate")}
    assert values(store, as_of=date(2024, 9, 5)) == {"2024-07": (100.0, "estimate")}
    assert values(store, as_of=date(2024, 9, 6)) == values(store)
    assert values(store, as_of=date(2024, 7, 28)) == {}


def test_a_repeated_figure_adds_no_version_but_a_new_status_does(store: Store) -> None:
    load(store, "2024-07-29", say("2024-07", 100.0))
    load(store, "2024-08-29", say("2024-07", 100.0, ""))
    load(store, "2024-09-29", say("2024-07", 100.0, "preliminary"))

    series = store.find_series(table="retail_sales")[0]
    assert [v.status for v in store.history(series.id, Period.parse("2024-07"))] == ["estimate", "preliminary"]


def test_periods_of_different_length_and_day_spans_are_told_apart(store: Store) -> None:
    spans = ["2024-07", "2024-01/2024-07", "2024-Q2", "2024", "2024-07-01/2024-07-15"]
    load(store, "2025-01-06", *[say(span, float(n)) for n, span in enumerate(spans)])

    assert values(store) == {span: (float(n), "estimate") for n, span in enumerate(spans)}
    series = store.find_series(table="retail_sales")[0]
    assert [str(f.period) for f in store.figures([series.id], months=7)] == ["2024-01/2024-07"]
    inside = store.figures([series.id], start=Period.parse("2024-05"), end=Period.parse("2024-06"))
    assert [str(f.period) for f in inside] == ["2024-Q2"]


def test_rows_carry_the_same_figures_as_plain_numbers(store: Store) -> None:
    release = load(store, "2024-07-29", say("2024-Q2", 100.0))
    quarter, day = period_code(Period.parse("2024-Q2")), date(2024, 7, 29).toordinal()
    series = store.find_series()[0]
    assert store.rows([series.id]) == [(series.id, quarter, 100.0, 1, day, release)]


def test_packed_rows_say_the_same_in_three_numbers(store: Store) -> None:
    other = RETAIL._replace(item="hotels")
    load(store, "2024-07-29", say("2024-07", 100.0), say("2024-Q2", -1.5, "official"), say("2024-07", 10.0, key=other))
    release = load(store, "2024-08-29", say("2024-07", 102.0, ""))

    ids = [series.id for series in store.find_series()]
    for as_of in (None, date(2024, 8, 1), date(2024, 1, 1)):
        assert list(map(unpacked, store.packed_rows(ids, as_of=as_of))) == store.rows(ids, as_of=as_of)
    (newest,) = store.packed_rows([one.id for one in store.find_series(items=["total"])], months=1)
    assert (status_of(newest), release_of(newest), day_of(newest)) == ("", release, date(2024, 8, 29).toordinal())


def test_a_month_table_holds_each_series_once(store: Store) -> None:
    other = RETAIL._replace(item="hotels")
    load(store, "2024-07-29", say("2024-07", 100.0), say("2024-07", 10.0, key=other), say("2024-07", 9.0, key=EXPORTS))
    load(store, "2024-08-29", say("2024-07", 102.0, "preliminary"))

    table = store.month_table("retail_sales", Period.parse("2024-07"))
    assert {s.item: f.value for s, f in table} == {"total": 102.0, "hotels": 10.0}
    before = store.month_table("retail_sales", Period.parse("2024-07"), as_of=date(2024, 8, 1))
    assert {s.item: f.value for s, f in before} == {"total": 100.0, "hotels": 10.0}


def test_the_latest_period_is_that_of_the_date_asked_for(store: Store) -> None:
    load(store, "2024-07-29", say("2024-07", 100.0))
    load(store, "2024-08-29", say("2024-08", 100.0))
    assert store.latest_period("retail_sales", "Cả nước") == Period.parse("2024-08")
    assert store.latest_period("retail_sales", "Cả nước", date(2024, 8, 1)) == Period.parse("2024-07")
    assert store.latest_period("goods_exports") is None


def test_the_coverage_tells_the_least_certain_status_of_each_month(store: Store) -> None:
    other = RETAIL._replace(item="hotels")
    load(
        store, "2024-07-29", say("2024-07", 100.0), say("2024-06", 90.0, "preliminary"), say("2024-06", 9.0, "", other)
    )
    load(store, "2024-08-29", say("2024-08", 9.0, "official", EXPORTS), say("2023-12", 7.0, "official"))

    asked = {"start": Period.parse("2024-01"), "end": Period.parse("2024-12")}
    june, july, august = (Period.month(2024, month) for month in (6, 7, 8))
    assert [(c.table, c.months, c.figures) for c in store.coverage("Cả nước", **asked)] == [
        ("goods_exports", {august: "official"}, 1),
        ("retail_sales", {june: "preliminary", july: "estimate"}, 3),
    ]
    before = store.coverage("Cả nước", **asked, as_of=date(2024, 8, 1))
    assert [(c.table, list(c.months)) for c in before] == [("retail_sales", [june, july])]
    assert store.coverage("Hà Nội", **asked) == []


def test_revisions_pair_each_version_with_the_one_before(store: Store) -> None:
    load(store, "2024-07-29", say("2024-07", 100.0))
    second = load(store, "2024-08-29", say("2024-07", 102.0, "preliminary"))
    load(store, "2025-08-29", say("2024-07", 103.0, "official"))

    pairs = [(r.old.value, r.new.value) for r in store.revisions(table="retail_sales")]
    assert pairs == [(102.0, 103.0), (100.0, 102.0)]
    only = store.revisions(release_id=second)
    assert [(r.difference, r.percent) for r in only] == [(2.0, 2.0)]


def test_reissues_of_one_day_revise_each_other_in_order(store: Store) -> None:
    names = sorted(["a", "b", "c"], key=lambda n: file_of(n).sha256)
    for value, name in enumerate(names):
        load(store, "2024-07-29", say("2024-07", float(value)), name=name)

    assert values(store) == {"2024-07": (2.0, "estimate")}
    assert sorted((r.old.value, r.new.value) for r in store.revisions()) == [(0.0, 1.0), (1.0, 2.0)]


def test_a_reissue_of_the_first_day_is_what_was_first_released(store: Store) -> None:
    for value, name in enumerate(sorted("abc", key=lambda one: file_of(one).sha256)):
        load(store, "2024-07-29", say("2024-07", float(value)), name=name)
    load(store, "2024-08-29", say("2024-07", 9.0))

    assert [row[2] for row in store.first_rows([1], months=1)] == [2.0]
    assert values(store, as_of=date(2024, 8, 1)) == {"2024-07": (2.0, "estimate")}


def test_figures_as_first_released_are_those_of_the_oldest_release_until_a_day(store: Store):
    load(store, "2024-08-29", say("2024-08", 100.0))
    load(store, "2024-09-29", say("2024-08", 101.0, "preliminary"), say("2024-09", 200.0))
    (one,) = [s.id for s in store.find_series(table="retail_sales")]
    assert [row[2] for row in store.first_rows([one], months=1)] == [100.0, 200.0]
    assert [row[2] for row in store.first_rows([one], months=1, as_of=date(2024, 8, 30))] == [100.0]


def test_the_first_and_last_single_month_of_every_series_is_known(store: Store) -> None:
    load(store, "2024-09-29", say("2024-03", 1.0), say("2024-08", 2.0), say("2024-01/2024-09", 9.0), say("2023", 9.0))
    load(store, "2024-10-29", say("2024-Q3", 3.0, key=EXPORTS))
    retail = store.find_series(table="retail_sales")[0]
    first, last = (Period.parse(month).last for month in ("2024-03", "2024-08"))
    assert store.months_of_series() == {retail.id: (first, last)}


def test_the_newest_revisions_are_the_first_of_all(store: Store) -> None:
    for month in range(1, 13):
        load(store, f"2024-{month:02d}-28", say("2023-12", 100.0 + month), say("2023-11", 50.0 + month // 4))
    every = store.revisions()
    assert len(every) == 14
    assert [store.revisions(limit=most) for most in (1, 5, 12)] == [every[:1], every[:5], every[:12]]


def test_a_number_that_no_row_can_hold_names_nothing(store: Store) -> None:
    with pytest.raises(UnknownRelease):
        store.release(10**20)


def test_of_two_workbooks_of_one_day_the_history_ends_with_the_one_in_force(store: Store) -> None:
    """Workbooks that do not say when they were saved come before those that do, here and where figures are replayed."""
    dated = replace(file_of("dated"), modified=datetime(2024, 8, 29, 8, tzinfo=UTC))
    for file, value in ((dated, 2.0), (file_of("undated"), 1.0)):
        release = store.stage(file, [say("2024-08", value)], released=date(2024, 8, 29), by="An")
        store.accept(release, by="An")
    (series,) = store.find_series()
    said = [one.value for one in store.history(series.id, Period.parse("2024-08"))]
    assert said == [1.0, 2.0]
    assert values(store) == {"2024-08": (said[-1], "estimate")}


def test_a_month_that_only_the_next_series_of_a_release_has_is_not_found_in_the_first(store: Store) -> None:
    """Rows of a release lie series by series; a look that runs into the next one would show another figure's cell."""
    release = load(store, "2024-08-29", say("2024-07", 1.0, key=EXPORTS), say("2024-08", 2.0))
    columns, _ = store.content(release)
    first, second = (int(one) for one in columns.series)
    july, august = (period_code(Period.parse(month)) for month in ("2024-07", "2024-08"))
    rows = {(series, month): row_of(columns, series, month) for series in (first, second) for month in (july, august)}
    assert second == first + 1
    assert rows == {(first, july): 0, (first, august): None, (second, july): None, (second, august): 1}
