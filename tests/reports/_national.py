"""Observations of all national workbooks that stand beside the project, read once and kept for the other reports."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from data.observation import Observation

WORKBOOKS = Path(__file__).parents[3] / "shared" / "workbooks" / "national"


def workbooks() -> list[Path]:
    """All workbooks by date of release, which their names begin with; none when the folder is not there."""
    return sorted(WORKBOOKS.glob("20*.xls*"))


@cache
def observations() -> tuple[tuple[str, Observation], ...]:
    """(file name, observation) of every workbook that can be read, in order of release."""
    return tuple(_read())


def _read() -> Iterator[tuple[str, Observation]]:
    from loaders.reading import read_workbook
    from loaders.workbook import UnreadableWorkbook

    for path in workbooks():
        try:
            reading = read_workbook(path, path.name)
        except UnreadableWorkbook:
            continue
        for observation in reading.observations:
            yield path.name, observation
