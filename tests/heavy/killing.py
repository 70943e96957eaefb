"""`kill -9` at random moments of loading, rolling back and restoring: whole releases only, every time."""

from __future__ import annotations

import os
import pickle
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

from data.settings import PROJECT
from data.store import Store, open_store
from data.store.errors import AlreadyLoaded, WrongState
from tests.heavy.workbooks import pickled, prepared

KILLS = int(os.environ.get("HEAVY_KILLS", "200"))


def run(folder: Path, chance: random.Random) -> list[tuple[str, bool, str]]:
    """Kill a working process again and again, checking the database each time before the next one goes on."""
    some = chance.sample(prepared(), 40)
    source, url = pickled(some), f"sqlite:///{folder / 'killed.sqlite'}"
    broken, steps = [], 0
    for turn in range(KILLS):
        victim = subprocess.Popen(
            [sys.executable, "-m", "tests.heavy.killing", url, str(source), str(turn)],
            cwd=PROJECT,
            stdout=subprocess.PIPE,
        )
        assert victim.stdout is not None
        if victim.stdout.readline().strip() != b"at work":
            raise RuntimeError("the process that was to be killed did not start")
        time.sleep(chance.uniform(0.0, 0.4))
        victim.send_signal(signal.SIGKILL)
        victim.wait()
        with open_store(url) as store:
            broken += [f"{turn}: {damage}" for damage in store.damages()]
            steps = sum(len(store.events(one.id)) for one in store.releases())
    source.unlink()
    return [(f"kill -9 at {KILLS} random moments", not broken, f"{steps} steps were done; {broken[:3] or 'all sound'}")]


def work(url: str, source: Path, seed: int) -> None:
    """Load, roll back and restore releases for ever."""
    some, chance = pickle.loads(source.read_bytes()), random.Random(seed)
    with open_store(url) as store:
        print("at work", flush=True)
        while True:
            _step(store, chance.choice(some), chance)


def _step(store: Store, one: object, chance: random.Random) -> None:
    try:
        one.load(store)  # type: ignore[attr-defined]
    except AlreadyLoaded as known:
        step = store.restore if known.state == "rolled_back" else store.roll_back
        try:
            step(known.release_id, by="Bình", why="thử")
        except WrongState:
            return


if __name__ == "__main__":
    work(sys.argv[1], Path(sys.argv[2]), int(sys.argv[3]))
