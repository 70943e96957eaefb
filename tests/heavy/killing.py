"""`kill -9` at random moments of loading, rolling back and restoring: whole releases only, every time."""

from __future__ import annotations

import multiprocessing
import os
import random
import time
from collections.abc import Sequence
from pathlib import Path

from data.store import Store, open_store
from data.store.errors import AlreadyLoaded, WrongState
from tests.heavy.workbooks import NATIONAL, Prepared, prepare

KILLS = int(os.environ.get("HEAVY_KILLS", "200"))
WORKBOOKS = 40
LONGEST_LIFE_SECONDS = 0.4


def run(folder: Path, chance: random.Random) -> list[tuple[str, bool, str]]:
    """Kill a working process again and again, checking the database each time before the next one goes on."""
    paths = chance.sample(sorted(NATIONAL.glob("*.xls*")), WORKBOOKS)
    some = [one for path in paths if (one := prepare(path))]
    url = f"sqlite:///{folder / 'killed.sqlite'}"
    open_store(url).close()
    broken: list[str] = []
    steps = 0
    for turn in range(KILLS):
        _kill(url, some, turn, chance.uniform(0.0, LONGEST_LIFE_SECONDS))
        with open_store(url) as store:
            broken += [f"{turn}: {damage}" for damage in store.damages()]
            steps = sum(len(store.events(one.id)) for one in store.releases())
    passed = not broken and steps > KILLS // 4  # processes killed before they did anything prove nothing
    return [(f"kill -9 at {KILLS} random moments", passed, f"{steps} steps were done; {broken[:3] or 'all sound'}")]


def _kill(url: str, some: Sequence[Prepared], seed: int, seconds: float) -> None:
    """Let a process work for a while. It is forked, since starting one afresh would take most of the trial's time."""
    victim = multiprocessing.get_context("fork").Process(target=_work, args=(url, some, seed))
    victim.start()
    time.sleep(seconds)
    victim.kill()
    victim.join()


def _work(url: str, some: Sequence[Prepared], seed: int) -> None:
    """Load, roll back and restore releases for ever."""
    chance = random.Random(seed)
    with open_store(url) as store:
        while True:
            _step(store, chance.choice(some))


def _step(store: Store, one: Prepared) -> None:
    try:
        one.load(store)
    except AlreadyLoaded as known:
        step = store.restore if known.state == "rolled_back" else store.roll_back
        try:
            step(known.release_id, by="Bình", why="thử")
        except WrongState:
            return
