"""`python -m tests.heavy [order_of_loading] [lineage] [two_writers] [killing]`; exit status 1 when a trial fails."""

from __future__ import annotations

import importlib
import random
import sys
import tempfile
from pathlib import Path

from tests.heavy.workbooks import NATIONAL

TRIALS = ("order_of_loading", "lineage", "two_writers", "killing")


def main(names: list[str]) -> int:
    if not NATIONAL.is_dir():
        print(f"skipped: no workbooks in {NATIONAL}")
        return 0
    failed = 0
    for name in names or TRIALS:
        with tempfile.TemporaryDirectory() as folder:
            trial = importlib.import_module(f"tests.heavy.{name}")
            for title, passed, seen in trial.run(Path(folder), random.Random(4)):
                print(f"{'pass' if passed else 'FAIL'}  {title}: {seen}", flush=True)
                failed += not passed
    return min(failed, 1)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
