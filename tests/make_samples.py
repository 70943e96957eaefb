"""Makes the workbooks of data/sample anew: `python -m tests.make_samples [FOLDER]`.

Needs the official workbooks in ../shared beside the project and says so where they are absent. The result is the
same, byte for byte, each time; `tests/data/test_sample_workbooks.py` reads them back and compares every figure.
"""

from __future__ import annotations

import sys
from pathlib import Path

from data.period import Period
from tests.samples.history import RELEASED, write_history
from tests.samples.monthly import write_monthly
from tests.samples.provinces import write_provinces
from tests.samples.source import PROJECT, SourceAbsentError, latest, observations, workbooks

SAMPLE = PROJECT / "data" / "sample"
MONTHS = {"2024-10": "", "2024-11": "", "2024-12": "upload"}
"""Month of the monthly workbooks and the folder under data/sample: the last is left for trying an upload."""


def make(folder: Path) -> list[Path]:
    """Write all sample workbooks under `folder`; returns their paths. Raises SourceAbsentError."""
    sources = workbooks("2010-01-01", RELEASED)
    (folder / "upload").mkdir(parents=True, exist_ok=True)
    write_provinces(folder)
    write_history(latest(tuple(sources)), folder)
    for month, inside in MONTHS.items():
        source = workbooks(f"{month}-01", f"{month}-31")[-1]
        write_monthly(observations(source), Period.parse(month), source.name[:10], folder / inside)
    return sorted(folder.rglob("*.xlsx"))


def main() -> int:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else SAMPLE
    try:
        paths = make(folder)
    except SourceAbsentError as problem:
        print(problem, file=sys.stderr)
        return 2
    for path in paths:
        print(f"{path.relative_to(folder)}  {path.stat().st_size // 1024} kB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
