"""The workbooks that somebody names on the command line, one by one or by their folder."""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterator
from pathlib import Path

WORKBOOKS = (".xlsx", ".xlsm", ".xls", ".xlsb", ".ods")


def add_files(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE", help="workbooks, or folders of workbooks")


def workbooks_of(given: list[Path]) -> Iterator[Path]:
    """Files as they are named; of a folder its workbooks in the order of their names.

    A folder that shows none, or that may not be looked into, comes itself, so that opening it says so.
    """
    for path in given:
        yield from _within(path) if path.is_dir() else [path]


def _within(folder: Path) -> list[Path]:
    closed: list[Path] = []
    found = [
        Path(place, name)
        for place, _, names in os.walk(folder, onerror=lambda problem: closed.append(Path(problem.filename)))
        for name in names
        if is_workbook(name)
    ]
    return [*sorted(found), *sorted(closed)] or [folder]


def is_workbook(name: str) -> bool:
    """By its name, and not what Excel and macOS leave beside open and packed workbooks."""
    return name.lower().endswith(WORKBOOKS) and not name.startswith(("~$", "._"))
