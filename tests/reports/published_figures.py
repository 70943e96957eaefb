"""published-figures.csv: every figure of the articles, computed from stored levels where possible, else why not.

The store holds all national workbooks that stand beside the project; without them every figure is only quoted.
"""

from __future__ import annotations

import csv
import tempfile
from pathlib import Path

from dashboard.published_check import check
from data.catalogue import catalogue
from data.store import open_store
from tests.heavy.workbooks import prepared

COLUMNS = (
    "code", "area", "indicator", "comparison", "period", "published", "unit", "precision", "shown_as", "computed",
    "agrees", "reason",
)  # fmt: skip


def write(folder: Path) -> None:
    """One line a figure, in the order of the catalogue."""
    with (
        tempfile.TemporaryDirectory() as place,
        open_store(f"sqlite:///{place}/figures.sqlite") as store,
        (folder / "published-figures.csv").open("w", encoding="utf-8", newline="") as file,
    ):
        store.sync_register(catalogue())
        for workbook in prepared():
            workbook.load(store)
        lines = csv.writer(file)
        lines.writerow(COLUMNS)
        for one in sorted(store.published_figures(), key=lambda figure: figure.code):
            found = check(store, one)
            lines.writerow(
                [one.code, one.area, one.indicator, one.comparison, one.period, one.value, one.unit, one.precision,
                 "published", "" if found.computed is None else round(found.computed, 4),
                 "" if found.agrees is None else found.agrees, found.reason]
            )  # fmt: skip
