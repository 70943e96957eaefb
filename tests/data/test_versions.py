"""The order of loading never matters, and no detour leaves a trace."""

from __future__ import annotations

import random
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from data.store import Store
from tests.data.store_helpers import RETAIL, load, say, values
from tests.prepared import new_store

Version = tuple[object, ...]

_FIGURE = st.tuples(
    st.sampled_from(["2024-07", "2024-08", "2024-Q3"]), st.integers(1, 2), st.sampled_from(["", "estimate"])
)
_RELEASE = st.tuples(st.integers(0, 3), st.dictionaries(st.integers(0, 2), _FIGURE, max_size=3))
RELEASES = st.lists(_RELEASE, min_size=1, max_size=5)


def everything(store: Store) -> set[Version]:
    """All versions, told by file instead of by numbers that depend on the order of loading."""
    keys = store.every_series()
    files = {one.id: one.file for one in store.releases()}
    rows = store.database.rows("SELECT series_id, period, release_id, released, superseded, value, status FROM figure")
    return {(keys[row[0]].key, row[1], files[row[2]], row[3], files.get(-row[4], row[4]), *row[5:]) for row in rows}


def load_case(store: Store, number: int, case: tuple[int, dict[int, tuple[str, int, str]]]) -> int:
    day, said = case
    figures = {period: say(period, float(value), status) for period, value, status in said.values()}
    released = (date(2024, 9, 1) + timedelta(day)).isoformat()
    return load(store, released, *figures.values(), name=f"file {number}")


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(cases=RELEASES, seed=st.integers(0, 1000))
def test_any_order_with_roll_backs_and_restores_between_ends_in_the_same_versions(
    tmp_path_factory: pytest.TempPathFactory, cases: list, seed: int
) -> None:
    chance, folder = random.Random(seed), tmp_path_factory.mktemp("order")
    order = sorted(range(len(cases)), key=lambda _: chance.random())
    with new_store(folder / "a") as ordered, new_store(folder / "b") as mixed:
        for number, case in enumerate(cases):
            load_case(ordered, number, case)
        ids = []
        for number in order:
            ids.append(load_case(mixed, number, cases[number]))
            victim = chance.choice(ids)
            mixed.roll_back(victim, by="Bình", why="thử")
            mixed.restore(victim, by="Bình", why="thử")
        assert everything(mixed) == everything(ordered)
        assert mixed.damages() == []


def test_a_roll_back_shows_what_a_later_release_had_merely_repeated(store: Store) -> None:
    load(store, "2024-07-29", say("2024-07", 100.0))
    second = load(store, "2024-08-29", say("2024-07", 101.0, "preliminary"))
    load(store, "2024-09-29", say("2024-07", 101.0, "preliminary"))

    store.roll_back(second, by="Bình", why="nhập nhầm")
    assert values(store) == {"2024-07": (101.0, "preliminary")}
    assert values(store, as_of=date(2024, 9, 28)) == {"2024-07": (100.0, "estimate")}
    assert [v.withdrawn for v in store.history(1, store.periods([1])[0])] == [False, True, False]

    store.restore(second, by="Bình", why="đã kiểm tra lại")
    assert values(store, as_of=date(2024, 9, 28)) == {"2024-07": (101.0, "preliminary")}
    assert [e.action for e in store.events(second)] == ["staged", "accepted", "rolled_back", "restored"]


def test_an_old_workbook_loaded_late_does_not_change_what_is_current(store: Store) -> None:
    load(store, "2024-09-29", say("2024-07", 101.0, "preliminary"))
    load(store, "2024-07-29", say("2024-07", 100.0))
    assert values(store) == {"2024-07": (101.0, "preliminary")}
    assert values(store, as_of=date(2024, 8, 1)) == {"2024-07": (100.0, "estimate")}


def test_noise_in_the_last_bits_is_no_revision(store: Store) -> None:
    load(store, "2024-07-29", say("2024-07", 369972.25926))
    load(store, "2024-08-29", say("2024-07", 369972.2592600001))
    assert store.revisions() == []


def test_the_label_is_that_of_the_newest_release_whatever_came_first(tmp_path: Path) -> None:
    from dataclasses import replace

    labels = {}
    for order in ((0, 1), (1, 0)):
        with new_store(tmp_path / str(order)) as store:
            said = [replace(say("2024-07", 1.0), item="TỔNG SỐ"), replace(say("2024-08", 1.0), item="Tổng số")]
            for number in order:
                load(store, f"2024-0{7 + number}-29", said[number])
            labels[order] = store.find_series(table=RETAIL.table)[0].label
    assert set(labels.values()) == {"Tổng số"}
