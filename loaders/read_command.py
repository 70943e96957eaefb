"""`python -m loaders read FILE... --format csv|json`: what the loader understood of every figure."""

from __future__ import annotations

import argparse
import csv
import gc
import json
import sys
from collections.abc import Iterator
from pathlib import Path

from data.catalogue_errors import CatalogueError
from data.command_line import add_language
from data.spoken import spoken
from data.wording import say
from loaders.areas import area_of
from loaders.collector import collector_at_rest
from loaders.given_files import add_files, workbooks_of
from loaders.reading import Reading, read_workbook
from loaders.workbook import UnreadableWorkbook

COLUMNS = (
    "file", "sheet", "cell", "table", "item", "parent", "area", "measure", "index_of", "comparison", "period", "base",
    "unit", "value", "status", "note",
)  # fmt: skip
_EXACT_WHOLE_NUMBERS = 1e15
_FILES_BETWEEN_COLLECTIONS = 64
ALL_UNDERSTOOD, SOME_NOT_UNDERSTOOD, NOT_OPENED = 0, 1, 2


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add_files(parser)
    parser.add_argument("--format", choices=("csv", "json"), default="csv", help="csv, or json with the heading's text")
    parser.add_argument(
        "--area", default="", metavar="AREA", help="area of workbooks that name none, such as 'Tây Ninh'"
    )
    add_language(parser)


def run(arguments: argparse.Namespace) -> int:
    """0 when all was understood, 1 when some figures were not, 2 when a file could not be opened.

    That may also be one of the catalogue.
    """
    try:
        with collector_at_rest():
            return _run(arguments)
    except CatalogueError as problem:
        print(problem.message(arguments.language), file=sys.stderr)
        return NOT_OPENED


def _run(arguments: argparse.Namespace) -> int:
    area = area_of(arguments.area)
    if arguments.area and not area:
        print(say("releases.errors.unknown_area", arguments.language, area=arguments.area), file=sys.stderr)
        return NOT_OPENED
    outcome = ALL_UNDERSTOOD
    printed: list[dict[str, str]] = []
    writer = csv.writer(sys.stdout, lineterminator="\n")
    if arguments.format == "csv":
        writer.writerow(COLUMNS)
    for number, path in enumerate(workbooks_of(arguments.files), start=1):
        reading = _read(path, arguments.language, area)
        outcome = max(outcome, _outcome_of(reading))
        if reading is not None and arguments.format == "csv":
            writer.writerows(_tuples_of(reading, arguments.language))
        elif reading is not None:
            printed.extend(lines_of(reading, arguments.language))
        if number % _FILES_BETWEEN_COLLECTIONS == 0:
            gc.collect()
    if arguments.format == "json":
        json.dump(printed, sys.stdout, ensure_ascii=False, indent=1)
        print()
    return outcome


def _read(path: Path, language: str, area: str) -> Reading | None:
    """The reading of a file; None with a message to the standard error stream when it cannot be opened."""
    try:
        reading = read_workbook(path, area=area)
    except UnreadableWorkbook as error:
        words = spoken(error.finding, language)
        print(f"{path.name}: {words['found']}\n  {words['todo']}", file=sys.stderr)
        return None
    for finding in reading.findings:
        if finding.code == "nothing_known":
            print(say("findings.nothing_known.found", language, **finding.parameters), file=sys.stderr)
    return reading


def _outcome_of(reading: Reading | None) -> int:
    if reading is None:
        return NOT_OPENED
    return SOME_NOT_UNDERSTOOD if reading.not_understood or not reading.observations else ALL_UNDERSTOOD


def lines_of(reading: Reading, language: str) -> Iterator[dict[str, str]]:
    """One line for every figure on the sheets of known tables, by name of column, with the heading's text."""
    headings = [" | ".join(o.origin.headings) for o in reading.observations]
    headings += [""] * len(reading.not_observations) + [figure.heading for figure in reading.not_understood]
    for line, heading in zip(_tuples_of(reading, language), headings, strict=True):
        yield dict(zip(COLUMNS, line, strict=True)) | {"heading": heading}


def _tuples_of(reading: Reading, language: str) -> Iterator[tuple[str, ...]]:
    """The values of `COLUMNS`: observations, then figures that are none, then figures not understood."""
    name, last, period = reading.name, None, ""
    for o in reading.observations:
        place = o.origin
        if o.period is not last:  # one for a whole column
            last, period = o.period, str(o.period)
        yield (
            name, place.sheet, place.cell, o.table, o.item, " > ".join(o.parents), o.area, str(o.measure), o.index_of,
            str(o.comparison), period, o.base, o.unit, _number(o.value), o.status,
            say(f"reading.notes.{o.note}", language) if o.note else "",
        )  # fmt: skip
    for none in reading.not_observations:
        note = say(f"reading.reasons.{none.reason}", language)
        yield (name, none.sheet, none.cell, "not_an_observation", *_NOTHING, _number(none.value), "", note)
    for f in reading.not_understood:
        note = say(f"reading.missing.{f.missing}", language, table=f.table, heading=f.heading, text=f.value)
        value = f.value if isinstance(f.value, str) else _number(f.value)
        yield (name, f.sheet, f.cell, "", f.item, *_NOTHING[1:], value, "", note)


_NOTHING = ("",) * (COLUMNS.index("value") - COLUMNS.index("item"))


def _number(value: float) -> str:
    return f"{value:.0f}" if value.is_integer() and abs(value) < _EXACT_WHOLE_NUMBERS else repr(value)
