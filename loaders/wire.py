"""A reading as plain JSON, so that what a child process sends back is data and can never run code.

Observations travel as flat rows: one getter in C takes each apart, and equal headings, periods and labels are put
together once.
"""

from __future__ import annotations

from datetime import date
from operator import attrgetter
from typing import Any

import orjson

from data.findings import Finding, Severity
from data.observation import Comparison, Measure, Observation, Origin
from data.period import Period
from loaders.reading import NotObservation, NotUnderstood, Reading, SheetSummary

READING, ANNOTATED, CELLS, NEIGHBOURHOOD, REFUSAL = b"r", b"a", b"c", b"n", b"f"
"""First byte of a child's answer: a reading, a workbook given back, texts of a sheet, cells round one, a finding."""

_FIELDS = Observation._fields
_FIRST = {"period": "period.first", "origin": "origin.sheet"}  # what stands for the whole in its place
_REST = ("period.last", "period.start_day", "period.end_day", "origin.cell", "origin.headings", "origin.labels")
_take_apart = attrgetter(*(_FIRST.get(name, name) for name in _FIELDS), *_REST)


def pack(reading: Reading) -> bytes:
    """A reading as JSON bytes."""
    return orjson.dumps(
        {
            "name": reading.name,
            "released": reading.released.isoformat() if reading.released else None,
            "modified": reading.modified,
            "observations": list(map(_take_apart, reading.observations)),
            "not_observations": list(map(tuple, reading.not_observations)),
            "not_understood": list(map(tuple, reading.not_understood)),
            "sheets": list(map(tuple, reading.sheets)),
            "findings": [pack_finding(f) for f in reading.findings],
        }
    )


def unpack(content: bytes) -> Reading:
    """The reading that `pack` wrote. Raises ValueError or KeyError when it is not one."""
    plain = orjson.loads(content)
    reading = Reading(plain["name"])
    reading.released = date.fromisoformat(plain["released"]) if plain["released"] else None
    reading.modified = plain["modified"]
    reading.observations = _observations(plain["observations"])
    reading.not_observations = [NotObservation._make(row) for row in plain["not_observations"]]
    reading.not_understood = [NotUnderstood(*row) for row in plain["not_understood"]]
    reading.sheets = [SheetSummary(*map(_frozen, row)) for row in plain["sheets"]]
    reading.findings = [unpack_finding(f) for f in plain["findings"]]
    return reading


def pack_finding(finding: Finding) -> list[Any]:
    return [finding.code, finding.severity, finding.sheet, finding.cell, dict(finding.parameters)]


def unpack_finding(plain: list[Any]) -> Finding:
    code, severity, sheet, cell, parameters = plain
    return Finding(code, Severity(severity), sheet, cell, parameters)


def _observations(rows: list[list[Any]]) -> list[Observation]:
    periods: dict[tuple[int, ...], Period] = {}
    tuples: dict[str, tuple[str, ...]] = {}
    measures, comparisons = {str(m): m for m in Measure}, {str(c): c for c in Comparison}

    def shared(texts: list[str]) -> tuple[str, ...]:
        return tuples.setdefault("\x1f".join(texts), tuple(texts))

    at_measure, at_comparison, at_parents, at_period, at_origin = map(
        _FIELDS.index, ("measure", "comparison", "parents", "period", "origin")
    )
    observations = []
    for *row, last, start_day, end_day, cell, headings, labels in rows:
        key = (row[at_period], last, start_day, end_day)
        if (period := periods.get(key)) is None:
            period = periods[key] = Period(*key)
        row[at_period] = period
        row[at_measure] = measures[row[at_measure]]
        row[at_comparison] = comparisons[row[at_comparison]]
        row[at_parents] = shared(row[at_parents])
        row[at_origin] = Origin(row[at_origin], cell, shared(headings), shared(labels))
        observations.append(Observation._make(row))
    return observations


def _frozen(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value
