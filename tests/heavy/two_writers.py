"""Two analysts in two processes accept the same and different releases at the same moment."""

from __future__ import annotations

import random
import subprocess
import sys
from pathlib import Path

from data.settings import PROJECT
from data.store import open_store
from data.store.errors import WrongState
from tests.heavy.workbooks import all_versions, prepared


def run(folder: Path, chance: random.Random) -> list[tuple[str, bool, str]]:
    some = chance.sample(prepared(), 30)
    url = f"sqlite:///{folder / 'two.sqlite'}"
    with open_store(url) as store:
        ids = [one.stage(store) for one in some]
    numbers = [str(i) for i in ids]
    command = [sys.executable, "-m", "tests.heavy.two_writers", url]
    people = [
        subprocess.Popen([*command, name, *order], cwd=PROJECT, stdout=subprocess.PIPE, text=True)
        for name, order in (("Bình", numbers), ("Chi", numbers[15:] + numbers[:15]), ("Dũng", numbers))
    ]
    said = [person.communicate()[0].splitlines() for person in people]
    accepted = [line for lines in said for line in lines if line.startswith("accepted")]
    told = [line for lines in said for line in lines if line.startswith("late")]
    with open_store(url) as store, open_store(f"sqlite:///{folder / 'one.sqlite'}") as alone:
        for one in some:
            one.load(alone)
        equal = all_versions(store) == all_versions(alone) and store.damages() == []
    passed = equal and len(accepted) == len(set(accepted)) == 30 and len(told) == 60
    return [
        ("three people accept 30 releases at once", passed, f"{len(accepted)} accepted, {len(told)} told: {told[0]}")
    ]


def work(url: str, by: str, ids: list[str]) -> None:
    with open_store(url) as store:
        for release in ids:
            try:
                store.accept(int(release), by=by)
                print(f"accepted {release}")
            except WrongState as late:
                print(f"late {late.message()}")


if __name__ == "__main__":
    work(sys.argv[1], sys.argv[2], sys.argv[3:])
