"""Known mistakes of the publisher, declared with a reason in `data/catalogue/corrections.yaml`.

Nothing is repaired. A declared mistake turns the warnings at its cell into one note that tells the reason; where the
cell no longer says what was declared, the publisher has repaired it and the entry itself is reported.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

import yaml

import data
from data.findings import Finding, Severity
from loaders.checks.wording import written
from loaders.reading import Reading
from loaders.text import tidy

FILE = Path(data.__file__).parent / "catalogue" / "corrections.yaml"
_REQUIRED, _OPTIONAL = {"released", "sheet", "cell", "says", "vi", "en"}, {"should_be", "explains", "file"}
_RELATIVE_DIFFERENCE = 1e-6


class BadCorrection(ValueError):
    """An entry of the corrections file is wrong."""

    def __init__(self, *, number: int, problem: str) -> None:
        super().__init__(f"{FILE.name}, entry {number}: {problem}")


@dataclass(frozen=True, slots=True)
class Correction:
    """One declared mistake: `says` stands in the cell, `should_be` ought to (None where it is not known)."""

    released: date
    sheet: str
    cell: str
    says: float | str
    reason_vi: str
    reason_en: str
    should_be: float | str | None = None
    explains: tuple[str, ...] = ()
    file: str = ""

    def is_about(self, reading: Reading) -> bool:
        """Whether the reading is of the release; a part of its file's name tells two of one day apart."""
        return self.released == reading.released and self.file in reading.name

    def is_fulfilled(self, found: float | str) -> bool:
        """Whether the cell still says what was declared."""
        if isinstance(self.says, str) or isinstance(found, str):
            return tidy(str(found)) == tidy(str(self.says))
        return abs(found - self.says) <= _RELATIVE_DIFFERENCE * max(1.0, abs(self.says))


@cache
def corrections(path: Path = FILE) -> tuple[Correction, ...]:
    """All declared mistakes. Raises BadCorrection with the number of the entry."""
    entries = yaml.safe_load(path.read_text(encoding="utf-8")) or []
    return tuple(_correction(number, entry) for number, entry in enumerate(entries, start=1))


def _correction(number: int, entry: object) -> Correction:
    if not isinstance(entry, dict):
        raise BadCorrection(number=number, problem="is no mapping")
    if missing := _REQUIRED - set(entry):
        raise BadCorrection(number=number, problem=f"lacks {', '.join(sorted(missing))}")
    if unknown := set(entry) - _REQUIRED - _OPTIONAL:
        raise BadCorrection(number=number, problem=f"has unknown keys {', '.join(sorted(unknown))}")
    if not isinstance(entry["released"], date):
        raise BadCorrection(
            number=number, problem=f"released is {entry['released']!r}, expected a date like 2003-03-31"
        )
    return Correction(
        entry["released"],
        entry["sheet"],
        entry["cell"],
        entry["says"],
        entry["vi"],
        entry["en"],
        entry.get("should_be"),
        tuple(entry.get("explains", ())),
        entry.get("file", ""),
    )


def explain(
    findings: Sequence[Finding], reading: Reading, declared: Sequence[Correction] | None = None
) -> list[Finding]:
    """`findings` with those of declared mistakes replaced by their reason."""
    relevant = [c for c in (corrections() if declared is None else declared) if c.is_about(reading)]
    if not relevant:
        return list(findings)
    said = _what_cells_say(reading)
    notes, explained = [], set[tuple[str, str]]()
    for correction in relevant:
        place = (correction.sheet, correction.cell)
        if place not in said:
            continue
        if correction.is_fulfilled(said[place]):
            explained |= {(correction.sheet, cell) for cell in (correction.cell, *correction.explains)}
            notes.append(_note(correction))
        else:
            notes.append(_outdated(correction, said[place]))
    title_sheets = {sheet for sheet, cell in explained if (sheet, cell) in _titles(reading)}
    kept = [f for f in findings if not _is_explained(f, explained, title_sheets)]
    return [*kept, *notes]


def _is_explained(finding: Finding, explained: set[tuple[str, str]], title_sheets: set[str]) -> bool:
    if finding.code == "stale_title":
        return finding.sheet in title_sheets
    return (finding.sheet, finding.cell) in explained


def _titles(reading: Reading) -> dict[tuple[str, str], str]:
    return {(s.name, "A1"): s.title for s in reading.sheets}


def _what_cells_say(reading: Reading) -> dict[tuple[str, str], float | str]:
    said: dict[tuple[str, str], float | str] = dict(_titles(reading))
    said |= {(f.sheet, f.cell): str(f.parameters["text"]) for f in reading.findings if "text" in f.parameters}
    return said | {(o.origin.sheet, o.origin.cell): o.value for o in reading.observations}


def _note(correction: Correction) -> Finding:
    expected = correction.should_be
    parameters = {
        "reason": correction.reason_vi,
        "reason_en": correction.reason_en,
        "expected": "…" if expected is None else expected if isinstance(expected, str) else written(expected),
    }
    return Finding("known_mistake", Severity.NOTE, correction.sheet, correction.cell, parameters)


def _outdated(correction: Correction, found: float | str) -> Finding:
    parameters = {
        "declared": str(correction.says),
        "value": str(found),
        "reason": correction.reason_vi,
        "reason_en": correction.reason_en,
    }
    return Finding("correction_outdated", Severity.WARNING, correction.sheet, correction.cell, parameters)
