"""`python -m loaders read FILE... --format csv|json`: what the loader understood of every figure."""

from __future__ import annotations

import argparse
import csv
import json
import sys
from collections.abc import Iterator
from pathlib import Path

from data.spoken import spoken
from data.wording import say
from loaders.reading import Reading, read_workbook
from loaders.workbook import UnreadableWorkbook

COLUMNS = (
    "file", "sheet", "cell", "table", "item", "parent", "area", "measure", "index_of", "comparison", "period", "base", "unit",
    "value", "status", "note",
)  # fmt: skip
ALL_UNDERSTOOD, SOME_NOT_UNDERSTOOD, NOT_OPENED = 0, 1, 2


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE")
    parser.add_argument("--format", choices=("csv", "json"), default="csv", help="csv (default), or json with the heading's text")
    parser.add_argument("--language", choices=("vi", "en"), default="vi", help="language of messages")


def run(arguments: argparse.Namespace) -> int:
    """0 when all was understood, 1 when some figures were not, 2 when a file could not be opened."""
    sys.stdout.reconfigure(encoding="utf-8", newline="")  # type: ignore[union-attr]
    outcome = ALL_UNDERSTOOD
    printed: list[dict[str, str]] = []
    writer = csv.DictWriter(sys.stdout, COLUMNS, extrasaction="ignore", lineterminator="\n")
    if arguments.format == "csv":
        writer.writeheader()
    for path in arguments.files:
        try:
            reading = read_workbook(path)
        except UnreadableWorkbook as error:
            words = spoken(error.finding, arguments.language)
            print(f"{path.name}: {words['found']}\n  {words['todo']}", file=sys.stderr)
            outcome = NOT_OPENED
            continue
        except OSError:
            print(say("findings.no_such_file.found", arguments.language, file=str(path)), file=sys.stderr)
            outcome = NOT_OPENED
            continue
        if reading.not_understood or not reading.observations:
            outcome = max(outcome, SOME_NOT_UNDERSTOOD)
        for finding in reading.findings:
            if finding.code == "nothing_known":
                print(say("findings.nothing_known.found", arguments.language, **finding.parameters), file=sys.stderr)
        lines = lines_of(reading, arguments.language)
        if arguments.format == "csv":
            writer.writerows(lines)
        else:
            printed.extend(lines)
    if arguments.format == "json":
        json.dump(printed, sys.stdout, ensure_ascii=False, indent=1)
        print()
    return outcome


def lines_of(reading: Reading, language: str) -> Iterator[dict[str, str]]:
    """One line for every figure on the sheets of known tables."""
    for seen in reading.observations:
        yield {
            "file": reading.name,
            "sheet": seen.origin.sheet,
            "cell": seen.origin.cell,
            "table": seen.table,
            "item": seen.item,
            "parent": " > ".join(seen.parents),
            "area": seen.area,
            "measure": str(seen.measure),
            "index_of": seen.index_of,
            "comparison": str(seen.comparison),
            "period": str(seen.period),
            "base": seen.base,
            "unit": seen.unit,
            "value": _number(seen.value),
            "status": seen.status,
            "note": say(f"reading.notes.{seen.note}", language) if seen.note else "",
            "heading": " | ".join(seen.origin.headings),
        }
    for none in reading.not_observations:
        note = say(f"reading.reasons.{none.reason}", language)
        yield _line(reading, none.sheet, none.cell, none.value, table="not_an_observation", note=note)
    for figure in reading.not_understood:
        note = say(f"reading.missing.{figure.missing}", language, table=figure.table, heading=figure.heading)
        yield _line(reading, figure.sheet, figure.cell, figure.value, table="", note=note, item=figure.item, heading=figure.heading)


def _line(reading: Reading, sheet: str, cell: str, value: float, **more: str) -> dict[str, str]:
    return {"file": reading.name, "sheet": sheet, "cell": cell, "value": _number(value)} | more


def _number(value: float) -> str:
    return f"{value:.0f}" if value.is_integer() and abs(value) < 1e15 else repr(value)
