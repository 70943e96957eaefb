"""What reading a workbook gives: figures understood, figures set aside, figures not understood, and complaints."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from data.findings import Finding
from data.observation import Observation


@dataclass(slots=True, unsafe_hash=True)
class NotObservation:
    """A figure that is none: a column number, a year in a heading, a scratch cell, a footnote. Never changed."""

    sheet: str
    cell: str
    value: float
    reason: str


@dataclass(frozen=True, slots=True)
class NotUnderstood:
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


@dataclass(frozen=True, slots=True)
class SheetSummary:
    """A sheet with a table; `tables` is empty where the table is not in the catalogue."""

    name: str
    tables: tuple[str, ...]
    title: str
    figures: int


@dataclass
class Reading:
    """What was read of one workbook. `modified` is ISO 8601 text or empty; `released` is the day of publication."""

    name: str
    released: date | None = None
    modified: str = ""
    observations: list[Observation] = field(default_factory=list)
    not_observations: list[NotObservation] = field(default_factory=list)
    not_understood: list[NotUnderstood] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    sheets: list[SheetSummary] = field(default_factory=list)


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
