"""What was understood of the sheets of a release, cell by cell, from its figures and its findings."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from data.findings import Finding, Severity
from data.store import RecordedFinding, Release, Store
from loaders.release import waiting_figures
from loaders.text import fold

CELL = re.compile(r"([A-Z]+)(\d+)")


@dataclass
class Sheet:
    """Cells of one sheet: (row, column letters) -> (value, state), without a value where nothing was read; the pieces
    are the words that gave figures their meaning, as they stand in their cells and without marks and case.
    """

    name: str
    cells: dict[tuple[int, str], tuple[float | None, str]] = field(default_factory=dict)
    labels: dict[int, Sequence[str]] = field(default_factory=dict)
    headings: dict[str, Sequence[str]] = field(default_factory=dict)
    heading_pieces: set[str] = field(default_factory=set)
    label_pieces: set[str] = field(default_factory=set)

    def count(self, state: str) -> int:
        return sum(held == state for _, held in self.cells.values())


def sheets_of(store: Store, release: Release, findings: Sequence[RecordedFinding]) -> dict[str, Sheet]:
    """The sheets of a release by name, put together from the cells that its figures came from and its findings."""
    columns, origins = store.content(release.id)
    sheets: dict[str, Sheet] = {}
    for value, (name, cell, headings, labels) in zip(columns.value.tolist(), origins.written(), strict=False):
        match = CELL.fullmatch(cell)
        if match is None:
            continue
        letters, number = match[1], int(match[2])
        sheet = sheets.get(name) or sheets.setdefault(name, Sheet(name))
        sheet.cells[number, letters] = (value, "understood")
        sheet.labels[number] = labels
        sheet.headings[letters] = headings
        sheet.heading_pieces.update(headings)
        sheet.label_pieces.update(labels)
    for sheet in sheets.values():
        sheet.heading_pieces = {fold(one) for one in sheet.heading_pieces}
        sheet.label_pieces = {fold(one) for one in sheet.label_pieces}
    for one in findings:
        _add_waiting(sheets, one.finding)
        _mark(sheets, one.finding)
    return sheets


def _mark(sheets: dict[str, Sheet], finding: Finding) -> None:
    """The state of a cell that a finding speaks of; notes leave it as it is."""
    match = CELL.fullmatch(finding.cell)
    if match is None or finding.sheet not in sheets or finding.severity == Severity.NOTE:
        return
    held = sheets[finding.sheet].cells.get((int(match[2]), match[1]))
    state = "warning" if held and held[1] != "not-understood" else "not-understood"
    sheets[finding.sheet].cells[int(match[2]), match[1]] = (held[0] if held else None, state)


def _add_waiting(sheets: dict[str, Sheet], finding: Finding) -> None:
    """The figures under a heading that is a question; a row has its label where others of it were understood."""
    for cell, value in waiting_figures(finding):
        if match := CELL.fullmatch(cell):
            sheet = sheets.setdefault(finding.sheet, Sheet(finding.sheet))
            sheet.cells[int(match[2]), match[1]] = (value, "not-understood")
            sheet.headings[match[1]] = [str(finding.parameters["heading"])]
