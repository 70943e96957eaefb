"""The workbooks that somebody names on the command line, one by one or by their folder."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

WORKBOOKS = (".xlsx", ".xlsm", ".xls", ".xlsb", ".ods")


def add_files(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE", help="workbooks, or folders of workbooks")


def workbooks_of(given: list[Path]) -> Iterator[Path]:
    """Files as they are named; of a folder its workbooks in the order of their names, itself where it shows none,
    so that opening it says so."""
    for path in given:
        found = sorted(one for one in path.rglob("*") if is_workbook(one.name)) if path.is_dir() else []
        yield from found or [path]


def is_workbook(name: str) -> bool:
    """By its name, and not what Excel and macOS leave beside open and packed workbooks."""
    return name.lower().endswith(WORKBOOKS) and not name.startswith(("~$", "._"))
