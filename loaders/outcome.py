"""What reading a workbook gives: figures understood, figures set aside, figures not understood, and complaints."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from data.findings import Finding
from data.observation import Observation


class NotObservation(NamedTuple):
    """A figure that is none: a column number, a year in a heading, a scratch cell, a footnote."""

    sheet: str
    cell: str
    value: float
    reason: str


class NotUnderstood(NamedTuple):
    """A figure of a known table whose meaning could not be told, and what was missing.

    `value` is the text as written where no number can be read of it (`115..5`).
    """

    sheet: str
    cell: str
    value: float | str
    table: str
    missing: str
    heading: str = ""
    item: str = ""
    area: str = ""


class SheetSummary(NamedTuple):
    """A sheet with a table; `tables` is empty where the table is not in the catalogue."""

    name: str
    tables: tuple[str, ...]
    title: str
    figures: int


class Reading:
    """What was read of one workbook. `modified` is ISO 8601 text or empty; `released` is the day of publication."""

    def __init__(self, name: str, *, findings: Iterable[Finding] = ()) -> None:
        self.name = name
        self.released: date | None = None
        self.modified = ""
        self.observations: list[Observation] = []
        self.not_observations: list[NotObservation] = []
        self.not_understood: list[NotUnderstood] = []
        self.findings = list(findings)
        self.sheets: list[SheetSummary] = []


def figures_by_table(reading: Reading) -> dict[str, tuple[int, int]]:
    """Table -> (figures understood, not understood)."""
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for observation in reading.observations:
        counts[observation.table][0] += 1
    for figure in reading.not_understood:
        counts[figure.table][1] += 1
    return {table: (a, b) for table, (a, b) in counts.items()}


def iter_cells(reading: Reading) -> Iterator[tuple[str, str]]:
    """(sheet, cell) of every figure that was looked at."""
    for observation in reading.observations:
        yield observation.origin.sheet, observation.origin.cell
    for other in reading.not_observations:
        yield other.sheet, other.cell
    for unclear in reading.not_understood:
        yield unclear.sheet, unclear.cell
