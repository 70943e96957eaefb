"""`make bench`: every module `tests/bench/bench_*.py` measures itself; the results go to build/bench.json.

Each has a process of its own: what a server keeps in memory would slow down whoever reads workbooks beside it.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from tests.bench.alone import measured_alone

FOLDER = Path(__file__).parent
BUILD = FOLDER.parent.parent / "build"
LINE = "{name:84} {ours:>10} {peer_or_limit:>13} {unit:6} {ratio:>8} {n:>8}"


def main(names: list[str]) -> int:
    """Run the named benchmarks (all without names) and print a table of ratios."""
    results: list[dict[str, object]] = []
    for path in sorted(FOLDER.glob("bench_*.py")):
        if names and path.stem.removeprefix("bench_") not in names:
            continue
        print(f"{path.stem} ...", file=sys.stderr)
        results.extend(measured_alone(path.stem))
    BUILD.mkdir(exist_ok=True)
    (BUILD / "bench.json").write_text(json.dumps(results, indent=1, ensure_ascii=False), encoding="utf-8")
    print(LINE.format(name="", ours="ours", unit="", peer_or_limit="peer or limit", ratio="ratio", n="n"))
    for row in results:
        print(LINE.format(**{name: _short(value) for name, value in row.items()}))
    return 0


def _short(value: object) -> str:
    return f"{value:.4g}" if isinstance(value, float) else "" if value is None else str(value)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
