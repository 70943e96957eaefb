"""`build/reports/coverage.csv`: per workbook and table, how many figures were understood and how many were not."""

from __future__ import annotations

import csv
import sys
from pathlib import Path

from loaders.outcome import NotUnderstood, figures_by_table
from loaders.reading import read_workbook
from loaders.workbook import UnreadableWorkbook

WORKBOOKS = Path(__file__).resolve().parents[3] / "shared" / "workbooks"
COLUMNS = ("folder", "file", "table", "understood", "not_understood", "missing")


def write(folder: Path) -> None:
    """Read every workbook beside the project; without them the report holds its heading only."""
    with (folder / "coverage.csv").open("w", encoding="utf-8", newline="") as file:
        lines = csv.writer(file)
        lines.writerow(COLUMNS)
        if not WORKBOOKS.is_dir():
            print(f"no workbooks in {WORKBOOKS}", file=sys.stderr)
            return
        for path in sorted(p for p in WORKBOOKS.rglob("*.xls*") if p.is_file()):
            lines.writerows(_lines_of(path))


def _lines_of(path: Path) -> list[tuple[str, str, str, int, int, str]]:
    try:
        reading = read_workbook(path)
    except UnreadableWorkbook as error:
        return [(path.parent.name, path.name, "", 0, 0, error.finding.code)]
    counts = figures_by_table(reading)
    if not counts:
        return [(path.parent.name, path.name, "", 0, 0, "nothing_known")]
    return [
        (path.parent.name, path.name, table, understood, not_understood, _missing(reading.not_understood, table))
        for table, (understood, not_understood) in sorted(counts.items())
    ]


def _missing(not_understood: list[NotUnderstood], table: str) -> str:
    """What was missing, each reason once."""
    return "; ".join(sorted({figure.missing for figure in not_understood if figure.table == table}))
