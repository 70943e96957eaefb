"""Each step of a release: what it shows, what it records, and what it refuses."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

import pytest

from data.findings import Finding, Severity
from data.period import Period
from data.settings import settings
from data.store import Store, open_store
from data.store.errors import (
    AlreadyLoaded,
    ReasonsMissing,
    SecondPersonNeeded,
    StoreError,
    UnknownNumber,
    UnknownRelease,
    WrongState,
)
from tests.data.store_helpers import EXPORTS, RETAIL, file_of, load, say, values

DAY = date(2024, 8, 29)


def test_a_staged_release_is_invisible_and_survives_a_restart(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'f'}"
    with open_store(url) as store:
        staged = store.stage(file_of("a"), [say("2024-08", 1.0)], released=DAY, by="An")
        assert (store.find_series(), values(store), store.version()) == ([], {}, 1)
    with open_store(url) as store:
        assert store.release(staged).state == "staged"
        store.accept(staged, by="Bình")
        assert values(store) == {"2024-08": (1.0, "estimate")}


def test_every_step_says_who_when_and_why(store: Store) -> None:
    release = store.stage(file_of("a"), [say("2024-08", 1.0)], released=DAY, by="An")
    store.accept(release, by="Bình", why="đủ")
    store.roll_back(release, by="Chi", why="sai tệp")
    store.restore(release, by="Dũng", why="đúng tệp")
    assert [(e.action, e.by, e.why) for e in store.events(release)] == [
        ("staged", "An", ""),
        ("accepted", "Bình", "đủ"),
        ("rolled_back", "Chi", "sai tệp"),
        ("restored", "Dũng", "đúng tệp"),
    ]
    assert all(e.at.tzinfo for e in store.events(release))


def test_a_dropped_release_never_shows_and_its_file_can_come_again(store: Store) -> None:
    first = store.stage(file_of("a"), [say("2024-08", 1.0)], released=DAY, by="An")
    store.drop(first, by="An", why="nhầm")
    second = store.stage(file_of("a"), [say("2024-08", 1.0)], released=DAY, by="An")
    assert second != first
    assert values(store) == {}


def test_the_same_file_changes_nothing(store: Store) -> None:
    release = load(store, "2024-08-29", say("2024-08", 1.0), name="a")
    version = store.version()
    with pytest.raises(AlreadyLoaded) as known:
        store.stage(file_of("a"), [say("2024-08", 1.0)], released=DAY, by="An")
    assert (known.value.release_id, store.version()) == (release, version)
    assert f"lần nạp số {release}" in known.value.message()


def test_a_file_staged_twice_waits_once(store: Store) -> None:
    ids = {store.stage(file_of("a"), [say("2024-08", 1.0)], released=DAY, by=who) for who in ("An", "Bình")}
    assert len(ids) == len(store.releases()) == 1


def test_other_bytes_with_the_same_figures_are_recognised_and_add_no_version(store: Store) -> None:
    first = load(store, "2024-08-29", say("2024-08", 1.0), name="a")
    second = store.stage(file_of("b"), [say("2024-08", 1.0, cell="Z9")], released=DAY, by="An")
    assert store.same_content(second) == first
    assert [c.kind for c in store.changes(second)] == ["unchanged"]
    store.accept(second, by="An")
    assert len(store.database.rows("SELECT 1 FROM figure")) == 1


def test_the_second_of_two_who_accept_is_told_who_was_first(store: Store) -> None:
    release = store.stage(file_of("a"), [say("2024-08", 1.0)], released=DAY, by="An")
    store.accept(release, by="Bình")
    with pytest.raises(WrongState, match="Bình"):
        store.accept(release, by="Chi")
    assert [e.action for e in store.events(release)] == ["staged", "accepted"]


def test_two_at_once_lose_nothing_and_double_nothing(store: Store) -> None:
    months = [f"2024-{m:02d}" for m in range(1, 9)]
    ids = [store.stage(file_of(m), [say(m, 1.0), say("2023", 5.0)], released=DAY, by="An") for m in months]

    def accept(release: int) -> str:
        try:
            store.accept(release, by="Bình")
        except WrongState:
            return "late"
        return "accepted"

    with ThreadPoolExecutor(8) as pool:
        outcomes = list(pool.map(accept, ids * 2))
    assert sorted(outcomes) == ["accepted"] * 8 + ["late"] * 8
    assert set(values(store)) == {*months, "2023"}
    assert store.damages() == []


def test_under_the_two_person_rule_the_uploader_may_not_accept(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settings(), "two_person_rule", True)
    release = store.stage(file_of("a"), [say("2024-08", 1.0)], released=DAY, by="An")
    for same in ("An", " an  ", "AN", "", "Chuyên viên", "analyst"):
        with pytest.raises(SecondPersonNeeded, match="ngoài An chấp nhận"):
            store.accept(release, by=same)
    assert store.release(release).state == "staged"
    store.accept(release, by="Bình")
    assert store.release(release).accepted_by == "Bình"


def test_reasons_are_kept_with_the_findings_they_excuse(store: Store) -> None:
    findings = [
        Finding("jump", Severity.WARNING, "Bán lẻ", "C7", {"percent": 12.5}),
        Finding("stale_title", Severity.NOTE),
    ]
    release = store.stage(file_of("a"), [say("2024-08", 1.0)], released=DAY, by="An", findings=findings)
    store.accept(release, by="Bình", reasons={str(store.findings(release)[0].id): "Tết sớm"})
    kept = store.findings(release)
    assert [one.finding for one in kept] == findings
    assert [(one.reason, one.ticked_by) for one in kept] == [("Tết sớm", "Bình"), ("", "")]


def test_a_warning_without_a_reason_keeps_the_release_waiting(store: Store) -> None:
    findings = [Finding("jump", Severity.WARNING, "Bán lẻ", cell) for cell in ("C7", "C8")]
    release = store.stage(file_of("a"), [say("2024-08", 1.0)], released=DAY, by="An", findings=findings)
    first = str(store.findings(release)[0].id)
    for given in ({}, {first: "Tết sớm"}, {"jump": "  "}):
        with pytest.raises(ReasonsMissing):
            store.accept(release, by="Bình", reasons=given)
    assert store.release(release).state == "staged"
    assert [one.reason for one in store.findings(release)] == ["", ""]


def test_one_reason_may_be_given_for_all_of_a_kind_and_another_for_one_of_them(store: Store) -> None:
    findings = [Finding("jump", Severity.WARNING, "Bán lẻ", cell) for cell in ("C7", "C8")]
    findings.append(Finding("jump", Severity.NOTE, "Bán lẻ", "C9"))
    release = store.stage(file_of("a"), [say("2024-08", 1.0)], released=DAY, by="An", findings=findings)
    second = str(store.findings(release)[1].id)
    store.accept(release, by="Bình", reasons={second: "đã hỏi", "jump": "Tết sớm"})
    assert [one.reason for one in store.findings(release)] == ["Tết sớm", "đã hỏi", ""]


@pytest.mark.parametrize("step", ["accept", "drop", "roll_back", "restore"])
def test_a_number_that_no_release_can_have_is_told_as_such(store: Store, step: str) -> None:
    with pytest.raises(UnknownNumber):
        getattr(store, step)(10**30, by="An", why="x")


@pytest.mark.parametrize("name", [str(10**30), "²"])
def test_a_reason_for_a_finding_that_cannot_be_leaves_the_release_waiting(store: Store, name: str) -> None:
    doubt = Finding("jump", Severity.WARNING)
    release = store.stage(file_of("a"), [say("2024-08", 1.0)], released=DAY, by="An", findings=[doubt])
    with pytest.raises(StoreError):
        store.accept(release, by="Bình", reasons={name: "đủ"})
    assert store.release(release).state == "staged"


def test_a_step_on_an_unknown_release_says_so(store: Store) -> None:
    with pytest.raises(UnknownRelease, match="99"):
        store.accept(99, by="An")


def test_changes_tell_new_revised_unchanged_and_missing(store: Store) -> None:
    other = RETAIL._replace(item="hotels")
    first = load(
        store, "2024-07-29", say("2024-06", 90.0, "preliminary"), say("2024-07", 100.0), say("2024-07", 7.0, key=other)
    )
    said = [say("2024-06", 90.0, "preliminary"), say("2024-07", 102.0, "preliminary", cell="B7"), say("2024-08", 110.0)]
    second = store.stage(file_of("b"), said, released=DAY, by="An")

    changes = {(str(c.period), c.kind): c for c in store.changes(second)}
    assert set(changes) == {("2024-06", "unchanged"), ("2024-07", "revised"), ("2024-08", "new")}
    revised = changes["2024-07", "revised"]
    assert (revised.difference, revised.percent, revised.cell) == (2.0, 2.0, "B7")
    assert revised.old is not None and revised.old.release_id == first
    assert [(c.series.item, c.old and c.old.value) for c in store.missing(second)] == [("hotels", 7.0)]
    new, (gone,) = changes["2024-08", "new"], store.missing(second)
    assert (new.difference, new.percent, gone.difference, gone.percent) == (None, None, None, None)


def test_a_change_from_zero_has_a_difference_and_no_percent(store: Store) -> None:
    load(store, "2024-07-29", say("2024-07", 0.0))
    (revised,) = store.changes(store.stage(file_of("b"), [say("2024-07", -4.0)], released=DAY, by="An"))
    assert (revised.kind, revised.difference, revised.percent) == ("revised", -4.0, None)


def test_a_fall_below_zero_is_told_against_the_size_of_the_earlier_value(store: Store) -> None:
    """A balance of trade: from -4 to -6 it fell by a half, and did not rise."""
    load(store, "2024-07-29", say("2024-07", -4.0))
    (revised,) = store.changes(store.stage(file_of("b"), [say("2024-07", -6.0)], released=DAY, by="An"))
    assert (revised.difference, revised.percent) == (-2.0, -50.0)


def test_the_places_of_a_release_are_the_same_one_by_one_and_all_at_once(store: Store) -> None:
    stated = [
        say("2024-07", 1.0, cell="C7"),
        say("2024-08", 2.0, cell="D7"),
        say("2024-07", 3.0, key=EXPORTS, cell="B2"),
    ]
    columns, origins = store.content(load(store, "2024-08-29", *stated))
    single = [origins[row].origin for row in range(len(columns))]
    at_once = [(sheet, cell, tuple(over), tuple(beside)) for sheet, cell, over, beside in origins.written()]
    assert at_once == [(one.sheet, one.cell, one.headings, one.labels) for one in single]
    assert [origins.cell(row) for row in range(4)] == [*((one.sheet, one.cell) for one in single), ("", "")]


def test_the_origin_tells_cell_headings_and_who(store: Store) -> None:
    first = load(store, "2024-07-29", say("2024-07", 100.0, cell="D9"))
    second = load(store, "2024-08-29", say("2024-07", 100.0, cell="B9"))
    lineage = store.origin(f"1:2024-07:{first}")
    assert (lineage.sheet, lineage.cell, lineage.headings, lineage.uploaded_by) == ("Bán lẻ", "D9", ("Ước tính",), "An")
    assert lineage.confirmed_by == (second,)
    assert store.origin(f"1:2024-07:{second}").cell == "B9"
    assert [(v.value, v.cell) for v in lineage.versions] == [(100.0, "D9")]
    assert lineage.figure == store.figure(1, Period.parse("2024-07"))


def test_a_waiting_release_that_is_read_again_keeps_only_the_new_figures_day_and_findings(store: Store) -> None:
    doubt = Finding("jump", Severity.WARNING, "Bán lẻ", "C7")
    release = store.stage(file_of("a"), [say("2024-08", 1.0)], released=DAY, by="An", findings=[doubt])
    later = date(2024, 9, 6)

    read_again = [say("2024-07", 2.0), say("2024-08", 3.0)]
    assert store.restage(release, read_again, released=later, findings=[], by="Bình", why="06/09/2024")

    one = store.release(release)
    assert (one.state, one.released, one.figures, one.uploaded_by) == ("staged", later, 2, "An")
    assert list(store.findings(release)) == []
    store.accept(release, by="An")
    assert values(store) == {"2024-07": (2.0, "estimate"), "2024-08": (3.0, "estimate")}
    assert store.same_content(store.stage(file_of("b"), read_again, released=later, by="An")) == release


def accept_and_roll_back(store: Store, release: int, *, by: str) -> None:
    store.accept(release, by=by)
    store.roll_back(release, by=by, why="sai tệp")


@pytest.mark.parametrize("decide", [Store.accept, Store.drop, accept_and_roll_back])
def test_a_release_that_somebody_decided_on_meanwhile_is_not_read_again(
    store: Store, decide: Callable[..., object]
) -> None:
    """Else figures that nobody saw would come into force with the next replay, without a step that says so."""
    release = store.stage(file_of("a"), [say("2024-08", 1.0)], released=DAY, by="An")
    decide(store, release, by="An")
    before = store.release(release), store.events(release), values(store)

    doubt = Finding("jump", Severity.WARNING, "Bán lẻ", "C7")
    other = [say("2024-08", 9.0)]
    assert not store.restage(release, other, released=date(2024, 9, 6), findings=[doubt], by="Bình", why="06/09/2024")

    assert (store.release(release), store.events(release), values(store)) == before
    assert list(store.findings(release)) == []
    if before[0].state == "rolled_back":
        store.restore(release, by="An", why="đúng tệp")
        assert values(store) == {"2024-08": (1.0, "estimate")}


def test_a_release_that_there_is_not_is_not_read_again(store: Store) -> None:
    assert not store.restage(99, [say("2024-08", 9.0)], released=DAY, findings=[], by="An", why="")
    assert store.find_series() == []
