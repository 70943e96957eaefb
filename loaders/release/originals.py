"""The workbook that a figure came from: the cells round its cell, and the file with that cell marked."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from data import originals
from data.store import Lineage, Release
from loaders.errors import unreadable
from loaders.isolation import mark_isolated, neighbourhood_isolated, sheet_isolated
from loaders.neighbourhood import Neighbourhood, ShownCell

KEPT = 64


def surroundings(lineage: Lineage) -> Neighbourhood:
    """The cells round a figure's cell, read from its original in a limited child process; the last ones are kept.

    Raises UnreadableWorkbook where the original is missing or cannot be opened again.
    """
    return _surroundings(
        _kept(lineage.release),
        lineage.sheet,
        lineage.cell,
        lineage.file,
        tuple(lineage.headings),
        tuple((*lineage.labels, *lineage.parents, lineage.item)),
    )


@lru_cache(maxsize=KEPT)
def _surroundings(
    path: Path, sheet: str, cell: str, name: str, headings: tuple[str, ...], labels: tuple[str, ...]
) -> Neighbourhood:
    return neighbourhood_isolated(path, sheet, cell, name, headings=headings, labels=labels)


def sheet_as_it_stands(release: Release, sheet: str, first_row: int) -> tuple[Neighbourhood, int]:
    """A stretch of a sheet of a release's original, and how many rows it has; the last ones are kept.

    Raises UnreadableWorkbook where the original is missing or cannot be opened again.
    """
    return _stretch(_kept(release), sheet, first_row, release.file)


@lru_cache(maxsize=KEPT)
def _stretch(path: Path, sheet: str, first_row: int, name: str) -> tuple[Neighbourhood, int]:
    return sheet_isolated(path, sheet, first_row, name)


def marked(lineage: Lineage, note: str) -> tuple[str, bytes]:
    """(file name, content) of the figure's workbook as `.xlsx` with its cell marked and commented with `note`.

    Raises UnreadableWorkbook where the original is missing or cannot be opened again.
    """
    content = mark_isolated(_kept(lineage.release), lineage.sheet, lineage.cell, note, lineage.file)
    stem = lineage.file.rsplit(".", 1)[0]
    return f"{stem}-{lineage.cell}.xlsx", content


def _kept(release: Release) -> Path:
    path = originals.original(release.sha256)
    if path is None:
        raise unreadable("missing_file", release.file)
    return path


__all__ = ["Neighbourhood", "ShownCell", "marked", "sheet_as_it_stands", "surroundings"]
