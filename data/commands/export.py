"""`python -m data export`: figures in force, now or as of a date, each with its cell of origin."""

from __future__ import annotations

import argparse
import csv
import sys
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from typing import Any, TextIO

import orjson

from data.areas import known_area
from data.catalogue import catalogue
from data.command_line import day
from data.store import Figure, Store
from data.store.codes import period_code
from data.store.errors import UnknownTable
from data.store.history import row_of

COLUMNS = (
    "table", "item", "parent", "area", "measure", "index_of", "comparison", "period", "base", "unit", "value",
    "status", "released", "recorded", "file", "sheet", "cell",
)  # fmt: skip


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--as-of", type=day, metavar="DATE", help="as it was published by that day")
    parser.add_argument(
        "--recorded-as-of",
        type=day,
        metavar="DATE",
        help="as this database answered when that day ended in Viet Nam: what was accepted by then",
    )
    parser.add_argument("--table", help="code of one table")
    parser.add_argument("--area", help="one area, by any of its names")
    parser.add_argument("--format", choices=("csv", "json"), default="csv")


def run(store: Store, arguments: argparse.Namespace) -> int:
    asked = store.as_recorded(arguments.recorded_as_of) if arguments.recorded_as_of else store
    table, area = _known_table(arguments.table), _known_area(arguments.area)
    lines = exported(asked, table=table, area=area, as_of=arguments.as_of)
    if arguments.format == "json":
        sys.stdout.write(orjson.dumps(list(lines), option=orjson.OPT_INDENT_2).decode() + "\n")
    else:
        write_csv(lines, sys.stdout)
    return 0


def _known_table(code: str | None) -> str | None:
    """A table that nobody knows is told, where an empty answer would say that it has no figures."""
    tables = catalogue().tables
    if code and code not in tables:
        raise UnknownTable(table=code, known=", ".join(tables))
    return code


def _known_area(name: str | None) -> str | None:
    return known_area(name) if name else None


def write_csv(lines: Iterator[dict[str, Any]], out: TextIO) -> None:
    writer = csv.DictWriter(out, COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(lines)


def exported(
    store: Store, *, table: str | None = None, area: str | None = None, as_of: date | None = None
) -> Iterator[dict[str, Any]]:
    """One line for each figure, in the order of the series and periods, in the words of its own workbook."""
    series = {s.id: s for s in store.find_series(table=table, areas=[area] if area else None)}
    figures = store.figures(series, as_of=as_of)
    by_release: dict[int, list[tuple[int, Figure]]] = defaultdict(list)
    for place, figure in enumerate(figures):
        by_release[figure.release_id].append((place, figure))
    lines: list[dict[str, Any]] = [{} for _ in figures]
    for release_id, some in by_release.items():
        release, (columns, origins) = store.release(release_id), store.content(release_id)
        recorded = release.recorded.isoformat() if release.recorded else ""
        for place, figure in some:
            row = row_of(columns, figure.series_id, period_code(figure.period))
            found = origins[row] if row is not None and row < len(origins) else None
            one = series[figure.series_id]
            lines[place] = {
                "table": one.table,
                "item": found.item if found else one.label,
                "parent": " > ".join(found.parents if found else one.parents),
                "area": one.area, "measure": one.measure, "index_of": one.index_of, "comparison": one.comparison,
                "period": str(figure.period), "base": one.base, "unit": one.unit, "value": repr(figure.value),
                "status": figure.status, "released": figure.released.isoformat(), "recorded": recorded,
                "file": release.file,
                "sheet": found.origin.sheet if found else "", "cell": found.origin.cell if found else "",
            }  # fmt: skip
    return iter(lines)
