"""`make bench`: every module `tests/bench/bench_*.py` measures itself; the results go to build/bench.json."""

from __future__ import annotations

import importlib
import json
import sys
from pathlib import Path

FOLDER = Path(__file__).parent
BUILD = FOLDER.parent.parent / "build"


def main(names: list[str]) -> int:
    """Run the named benchmarks (all without names) and print a table of ratios."""
    results: list[dict[str, object]] = []
    for path in sorted(FOLDER.glob("bench_*.py")):
        if names and path.stem.removeprefix("bench_") not in names:
            continue
        print(f"{path.stem} ...", file=sys.stderr)
        results.extend(importlib.import_module(f"tests.bench.{path.stem}").measurements())
    BUILD.mkdir(exist_ok=True)
    (BUILD / "bench.json").write_text(json.dumps(results, indent=1, ensure_ascii=False), encoding="utf-8")
    for row in results:
        print(
            "{name:60} {ours:>12} {peer_or_limit:>14} {ratio:>8} {unit} (n={n})".format(
                **{k: _short(v) for k, v in row.items()}
            )
        )
    return 0


def _short(value: object) -> str:
    return f"{value:.4g}" if isinstance(value, float) else str(value)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
