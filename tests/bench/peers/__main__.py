"""`make bench-peers`: from a workbook on disk to the data of the first chart, cold, against two usual ways.

Each candidate is a whole process, started anew: Python itself, its imports, the workbook, the chart's data. Streamlit
runs without its server and without a browser, which flatters it; Datasette answers one question with `--get`. They take
turns in one run, and processor time counts, so that other work on the machine slows none of them. A first turn that
does not count leaves the bytecode of each on disk, as any first start does.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).parent
PROJECT = HERE.parents[2]
PEERS = PROJECT / "build" / "peers-venv" / "bin"
WORKBOOK = PROJECT / "data" / "sample" / "2024-11-29-bieu-thang-11-2024.xlsx"
ROUNDS, TIMES_FASTER = 7, 10
ENVIRONMENT = {
    **{name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"},
    "PYTHONPATH": str(PROJECT),  # each candidate is a script, ours one that finds the project
}


def main() -> int:
    """Print a table of medians and ratios, and add it to build/bench-peers.json."""
    if not (PEERS / "python").exists():
        print("The peers are not installed: run `make bench-peers`.", file=sys.stderr)
        return 2
    rounds = [_round() for _ in range(1 + ROUNDS)][1:]
    medians = {name: statistics.median(one[name] for one in rounds) for name in rounds[0]}
    rows = [
        {
            "name": f"workbook to first chart, cold, against {name}",
            "ours": round(medians["ours"], 3),
            "peer_or_limit": round(medians[name], 3),
            "ratio": round(medians[name] / medians["ours"], 2),
            "wanted": TIMES_FASTER,
            "unit": "s of processor",
            "n": ROUNDS,
        }
        for name in ("streamlit", "datasette")
    ]
    (PROJECT / "build" / "bench-peers.json").write_text(json.dumps(rows, indent=1), encoding="utf-8")
    for row in rows:
        print("{name:52} ours {ours} s, peer {peer_or_limit} s: {ratio} times faster (n={n})".format(**row))
    return 0


def _round() -> dict[str, float]:
    return {
        "ours": _seconds([sys.executable, str(HERE / "ours.py"), str(WORKBOOK)])[0],
        "streamlit": _seconds([str(PEERS / "python"), str(HERE / "streamlit_script.py"), str(WORKBOOK)])[0],
        "datasette": _datasette(),
    }


def _datasette() -> float:
    """Conversion into a database, then one answer of Datasette: two processes, as their users run them."""
    with tempfile.TemporaryDirectory() as folder:
        database = Path(folder) / "peers.db"
        convert = [str(PEERS / "python"), str(HERE / "datasette_convert.py"), str(WORKBOOK), str(database)]
        spent, address = _seconds(convert)
        answered, content = _seconds([str(PEERS / "datasette"), str(database), "--get", address.decode().strip()])
        assert json.loads(content)
    return spent + answered


def _seconds(command: list[str]) -> tuple[float, bytes]:
    """Processor seconds of a process and all its children, and what it printed."""
    with tempfile.TemporaryFile() as printed:
        process = subprocess.Popen(command, stdout=printed, stderr=subprocess.DEVNULL, cwd=PROJECT, env=ENVIRONMENT)
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            raise subprocess.CalledProcessError(process.returncode, command)
        printed.seek(0)
        return used.ru_utime + used.ru_stime, printed.read()


if __name__ == "__main__":
    sys.exit(main())
