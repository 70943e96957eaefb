"""A process killed at any moment of its work leaves whole releases only."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import time
from pathlib import Path

from data.store import open_store

WORK = """
import itertools, sys
from datetime import date, timedelta
from tests.data.store_helpers import file_of, say
from data.store import open_store
with open_store(sys.argv[1]) as store:
    print("at work", flush=True)
    for number in itertools.count(int(sys.argv[2]) * 1000):
        months = [f"{2000 + m // 12}-{m % 12 + 1:02d}" for m in range(240)]
        figures = [say(month, float(number + place % 7 * (number % 3))) for place, month in enumerate(months)]
        day = date(2024, 1, 1) + timedelta(number * 7 % 300)
        release = store.stage(file_of(str(number)), figures, released=day, by="An")
        store.accept(release, by="An")
        if number % 3 == 0:
            store.roll_back(release, by="An", why="thử")
"""


def test_killing_it_at_random_moments_leaves_whole_releases(tmp_path: Path) -> None:
    url, chance = f"sqlite:///{tmp_path / 'figures.sqlite'}", random.Random(7)
    for turn in range(4):
        command = [sys.executable, "-c", WORK, url, str(turn)]
        with subprocess.Popen(command, cwd=Path(__file__).parents[2], stdout=subprocess.PIPE) as victim:
            assert victim.stdout is not None
            victim.stdout.readline()
            time.sleep(chance.uniform(0.05, 0.25))
            victim.send_signal(signal.SIGKILL)
        with open_store(url) as store:
            assert store.damages() == []
            for one in store.releases("accepted"):
                assert len(store.content(one.id)[0]) == one.figures == 240
                assert [event.action for event in store.events(one.id)] == ["staged", "accepted"]
