"""What the store would answer if a release were accepted, and what it answered on a day gone by."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from data.findings import Finding, Severity
from data.settings import settings
from data.store import Store
from data.store.errors import UnknownRelease, WrongState
from tests.data.store_helpers import EXPORTS, file_of, load, say, values

Clock = Callable[[str], None]


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """Sets the day on which the next steps are taken; the real clock knows only today."""

    def turn(day: str) -> None:
        monkeypatch.setattr("data.store.steps.now", lambda: f"{day}T09:00:00.000000+00:00")

    return turn


def test_a_copy_answers_as_if_a_waiting_release_were_accepted_and_the_store_stays_as_it_is(store: Store) -> None:
    load(store, "2024-07-29", say("2024-07", 100.0))
    doubt = [Finding("jump", Severity.WARNING, "Bán lẻ", "C7")]
    waiting = store.stage(file_of("b"), [say("2024-07", 102.0)], released=date(2024, 8, 29), by="An", findings=doubt)

    would = store.as_if_accepted(waiting)
    assert values(would) == {"2024-07": (102.0, "estimate")}
    assert [(r.old.value, r.new.value) for r in would.revisions()] == [(100.0, 102.0)]
    assert values(store) == {"2024-07": (100.0, "estimate")}
    assert store.release(waiting).state == "staged"


def test_the_two_person_rule_does_not_hinder_looking_ahead(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settings(), "two_person_rule", True)
    waiting = store.stage(file_of("b"), [say("2024-07", 102.0)], released=date(2024, 8, 29), by="")
    assert values(store.as_if_accepted(waiting)) == {"2024-07": (102.0, "estimate")}


def test_only_a_waiting_release_can_be_looked_ahead_to(store: Store) -> None:
    decided = load(store, "2024-07-29", say("2024-07", 100.0))
    with pytest.raises(WrongState):
        store.as_if_accepted(decided)
    with pytest.raises(UnknownRelease):
        store.as_if_accepted(99)


def test_a_copy_is_made_once_and_anew_when_anything_changed(store: Store) -> None:
    waiting = store.stage(file_of("b"), [say("2024-07", 102.0)], released=date(2024, 8, 29), by="An")
    first = store.as_if_accepted(waiting)
    assert store.as_if_accepted(waiting) is first
    load(store, "2024-08-30", say("2024-07", 103.0))
    assert values(store.as_if_accepted(waiting)) == {"2024-07": (103.0, "estimate")}


def test_as_recorded_knows_what_was_accepted_by_then_whenever_it_was_published(store: Store, clock: Clock) -> None:
    clock("2025-03-10")
    load(store, "2024-08-29", say("2024-07", 102.0, "preliminary"))
    clock("2025-03-20")
    load(store, "2024-07-29", say("2024-07", 100.0), say("2024-06", 90.0))

    assert values(store.as_recorded(date(2025, 3, 9))) == {}
    assert values(store.as_recorded(date(2025, 3, 10))) == {"2024-07": (102.0, "preliminary")}
    assert values(store.as_recorded(date(2025, 3, 10)), as_of=date(2024, 8, 1)) == {}
    assert values(store.as_recorded(date(2025, 3, 20))) == values(store)
    assert values(store.as_recorded(date(2025, 3, 20)), as_of=date(2024, 8, 1))["2024-07"] == (100.0, "estimate")


def test_as_recorded_shows_a_release_while_it_was_in_force_only(store: Store, clock: Clock) -> None:
    clock("2025-03-10")
    load(store, "2024-07-29", say("2024-07", 100.0))
    wrong = load(store, "2024-08-29", say("2024-07", 999.0), say("2024-07", 9.0, key=EXPORTS))
    clock("2025-03-12")
    store.roll_back(wrong, by="An", why="sai")
    clock("2025-03-14")
    store.restore(wrong, by="An", why="đúng")

    answers = {day: values(store.as_recorded(date(2025, 3, day)))["2024-07"][0] for day in range(10, 15)}
    assert answers == {10: 999.0, 11: 999.0, 12: 100.0, 13: 100.0, 14: 999.0}
    assert [s.table for s in store.as_recorded(date(2025, 3, 12)).find_series()] == ["retail_sales"]
    assert store.as_recorded(date(2025, 3, 12)).damages() == []


def test_a_day_of_recording_begins_at_midnight_in_viet_nam(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    late = {100.0: "2025-03-10T16:59:59.999999+00:00", 200.0: "2025-03-10T17:00:00.000000+00:00"}
    for month, (value, moment) in enumerate(late.items(), start=7):
        monkeypatch.setattr("data.store.steps.now", lambda moment=moment: moment)
        load(store, f"2024-0{month}-29", say("2024-07", value))

    assert store.recorded_days() == [date(2025, 3, 10), date(2025, 3, 11)]
    held = [values(store.as_recorded(date(2025, 3, day))) for day in (9, 10, 11)]
    assert held == [{}, {"2024-07": (100.0, "estimate")}, {"2024-07": (200.0, "estimate")}]


def test_as_recorded_lists_releases_in_the_state_of_the_day(store: Store, clock: Clock) -> None:
    clock("2025-03-10")
    first = load(store, "2024-07-29", say("2024-07", 100.0))
    waiting = store.stage(file_of("b"), [say("2024-08", 1.0)], released=date(2024, 8, 29), by="An")
    clock("2025-03-11")
    store.accept(waiting, by="Bình")
    load(store, "2024-09-29", say("2024-09", 2.0))

    then = store.as_recorded(date(2025, 3, 10))
    assert {one.id: one.state for one in then.releases()} == {first: "accepted", waiting: "staged"}
