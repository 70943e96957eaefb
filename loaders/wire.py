"""A reading as plain JSON, so that what a child process sends back is data and can never run code.

Observations travel as flat rows: one getter in C takes each apart, and equal headings, periods and labels are put
together once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import fields
from datetime import date
from operator import attrgetter
from typing import Any, TypeVar

import orjson

from data.findings import Finding, Severity
from data.observation import Comparison, Measure, Observation, Origin
from data.period import Period
from loaders.reading import NotObservation, NotUnderstood, Reading, SheetSummary

T = TypeVar("T")

READING, ANNOTATED, REFUSAL = b"r", b"a", b"f"
"""First byte of a child's answer: a reading, a workbook with comments, a finding."""

_PLAIN = [f.name for f in fields(Observation) if f.name not in ("measure", "comparison", "period", "parents", "origin")]
_PERIOD = ("period.first", "period.last", "period.start_day", "period.end_day")
_ORIGIN = ("origin.sheet", "origin.cell", "origin.headings", "origin.labels")
_take_apart = attrgetter("measure", "comparison", "parents", *_PERIOD, *_ORIGIN, *_PLAIN)


def pack(reading: Reading) -> bytes:
    """A reading as JSON bytes."""
    return orjson.dumps(
        {
            "name": reading.name,
            "sha256": reading.sha256,
            "released": reading.released.isoformat() if reading.released else None,
            "modified": reading.modified,
            "observations": list(map(_take_apart, reading.observations)),
            "not_observations": _rows(NotObservation, reading.not_observations),
            "not_understood": _rows(NotUnderstood, reading.not_understood),
            "sheets": _rows(SheetSummary, reading.sheets),
            "findings": [pack_finding(f) for f in reading.findings],
        }
    )


def unpack(content: bytes) -> Reading:
    """The reading that `pack` wrote. Raises ValueError or KeyError when it is not one."""
    plain = orjson.loads(content)
    reading = Reading(plain["name"], plain["sha256"])
    reading.released = date.fromisoformat(plain["released"]) if plain["released"] else None
    reading.modified = plain["modified"]
    reading.observations = _observations(plain["observations"])
    reading.not_observations = [NotObservation(*row) for row in plain["not_observations"]]
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

    observations = []
    for measure, comparison, parents, first, last, start, end, sheet, cell, headings, labels, *plain in rows:
        key = (first, last, start, end)
        if (period := periods.get(key)) is None:
            period = periods[key] = Period(*key)
        observations.append(
            Observation(
                measure=measures[measure],
                comparison=comparisons[comparison],
                parents=shared(parents),
                period=period,
                origin=Origin(sheet, cell, shared(headings), shared(labels)),
                **dict(zip(_PLAIN, plain, strict=True)),
            )
        )
    return observations


def _rows(kind: type[T], members: Iterable[T]) -> list[Any]:
    take_apart: Callable[[T], Any] = attrgetter(*(f.name for f in fields(kind)))  # type: ignore[arg-type]
    return list(map(take_apart, members))


def _frozen(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value
