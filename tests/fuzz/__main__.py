"""Read many mutated workbooks: `python -m tests.fuzz [COUNT] [--seed SEED]`.

Each is read twice as uploads are (in the limited child), and once as the command line reads it, in one long-lived
process whose memory is watched. Exit status 1 when one crashed, took too long, or left half a result.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from loaders.isolation import read_isolated, warm_up
from loaders.workbook import UnreadableWorkbook
from tests.fuzz.mutate import mutants
from tests.loaders.workbooks import retail_xlsx

SHARED = Path(__file__).resolve().parents[3] / "shared" / "workbooks"
MAX_SECONDS, MAX_MEGABYTES = 10.0, 500
_SAMPLE_EVERY = 12


def originals() -> list[bytes]:
    """A workbook of our own, and every twelfth of the shared ones where they are at hand."""
    shared = sorted(SHARED.glob("*/*.xls*"))[::_SAMPLE_EVERY]
    return [retail_xlsx(), *(path.read_bytes() for path in shared)]


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("count", nargs="?", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=20241106)
    chosen = parser.parse_args(arguments)
    warm_up()
    outcomes: Counter[str] = Counter()
    slowest, bad = 0.0, []
    with tempfile.TemporaryDirectory() as folder:
        for name, content in mutants(originals(), chosen.count, chosen.seed):
            path = Path(folder) / name
            path.write_bytes(content)
            started = time.perf_counter()
            outcome = outcome_of(path)
            seconds = time.perf_counter() - started
            slowest = max(slowest, seconds)
            outcomes[outcome] += 1
            if seconds > MAX_SECONDS or outcome.startswith("reader_stopped"):
                bad.append(f"{name}: {outcome} after {seconds:.1f} s")
        in_process = subprocess.run(
            [sys.executable, "-m", "tests.fuzz.in_process", folder], capture_output=True, text=True, check=False
        )
    print(f"{chosen.count} mutants, slowest {slowest:.2f} s")
    for outcome, count in outcomes.most_common():
        print(f"  {count:6d} {outcome}")
    print(in_process.stdout.strip() or in_process.stderr.strip()[-500:])
    print("\n".join(bad))
    return 1 if bad or in_process.returncode else 0


def outcome_of(path: Path) -> str:
    """`read`, or the code of the finding, with the fault where the reader itself failed."""
    try:
        read_isolated(path)
    except UnreadableWorkbook as refusal:
        reason = refusal.finding.parameters.get("reason")
        return f"{refusal.finding.code} {reason}" if reason else refusal.finding.code
    return "read"


if __name__ == "__main__":
    sys.exit(main())
