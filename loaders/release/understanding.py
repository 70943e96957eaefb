"""What a workbook says and what about it somebody should look at, before it is staged or staged again."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from data import clock
from data.findings import Finding, Severity
from data.store import SeriesKey, StatedFigure, Store
from loaders.checks import check
from loaders.corrections import explain
from loaders.fractions_as_percent import as_shown
from loaders.reading import Reading
from loaders.release.day import unlikely_day
from loaders.release.figures import stated_figures
from loaders.release.headings import OF_HEADINGS, unknown_headings
from loaders.release.labels import Answers, unknown_labels
from loaders.release.memory import Memory


def understood(store: Store, reading: Reading, day: date, answers: Answers) -> tuple[list[StatedFigure], list[Finding]]:
    """The figures of a workbook published on that day, and everything about it that somebody should look at."""
    reading.observations = as_shown(reading.observations)
    keys: dict[int, SeriesKey] = {}
    figures, contradictions = stated_figures(reading.observations, answers.code, keys)
    questions = [*unknown_headings(reading, day), *unknown_labels(reading.observations, answers)]
    doubts = [
        *unlikely_day(reading.observations, day, today=clock.today()),
        *_doubts(store, reading, keys, day),
    ]
    return figures, [*reading.findings, *_not_understood(reading), *questions, *contradictions, *doubts]


def _doubts(store: Store, reading: Reading, keys: dict[int, SeriesKey], day: date) -> list[Finding]:
    """What looks wrong in itself or beside what was released until that day."""
    memory = Memory(store, keys, (one.period for one in reading.observations), day)
    doubts = check(reading.observations, memory, titles={sheet.name: sheet.title for sheet in reading.sheets})
    return explain(doubts, reading)


def _not_understood(reading: Reading) -> Iterator[Finding]:
    for one in reading.not_understood:
        if isinstance(one.value, str) or one.missing in OF_HEADINGS:
            continue  # the cell has a finding of its own, or its heading is a question
        parameters: dict[str, str | float | int] = {
            "value": one.value,
            "table": one.table,
            "missing": one.missing,
            "item": one.item,
            "heading": one.heading,
        }
        yield Finding("figure_not_understood", Severity.WARNING, one.sheet, one.cell, parameters)
