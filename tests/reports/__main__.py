"""`make reports`: each report module writes its file into build/reports."""

from __future__ import annotations

import importlib
import sys
from pathlib import Path

FOLDER = Path(__file__).parent
REPORTS = FOLDER.parent.parent / "build" / "reports"


def main(names: list[str]) -> int:
    REPORTS.mkdir(parents=True, exist_ok=True)
    for path in sorted(FOLDER.glob("[a-z]*.py")):
        if names and path.stem not in names:
            continue
        print(f"{path.stem} ...", file=sys.stderr)
        importlib.import_module(f"tests.reports.{path.stem}").write(REPORTS)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
