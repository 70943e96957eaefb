"""Reading workbooks against the bare cell reader, and uploads in their child against the same in this process."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import openpyxl
import python_calamine

from loaders.isolation import read_isolated, warm_up
from loaders.reading import read_workbook
from loaders.workbook import open_workbook
from tests.loaders.workbooks import retail_xlsx

NATIONAL = Path(__file__).resolve().parents[3] / "shared" / "workbooks" / "national"
ROUNDS = 3
UPLOADS = 9
CHILD_SECONDS, CHILD_RATIO = 0.030, 1.6
_PEER_EVERY = 40

Row = dict[str, object]


def measurements() -> list[Row]:
    """Medians over rounds; candidates take turns file by file, so that noise meets both alike."""
    files = {path.name: path.read_bytes() for path in sorted(NATIONAL.glob("*.xls*"))}
    files = files or {f"{n}.xlsx": retail_xlsx() for n in range(20)}
    rounds = [_sweep(files) for _ in range(ROUNDS)]
    bare = statistics.median(r[0] for r in rounds)
    rows = [
        _row("read every workbook, against the bare cell reader", rounds, 2, bare, len(files)),
        _row("open every workbook and its sheets, against the bare cell reader", rounds, 1, bare, len(files)),
    ]
    return [*rows, _uploads(files), _peer(files)]


def _sweep(files: dict[str, bytes]) -> tuple[float, float, float]:
    """Seconds of (bare reader, opening, whole reading) over all files."""
    totals = [0.0, 0.0, 0.0]
    for name, content in files.items():
        candidates: tuple[Callable[[], object], ...] = (
            lambda content=content: _bare(content),
            lambda content=content, name=name: list(open_workbook(content, name).grids()),
            lambda content=content, name=name: read_workbook(content, name),
        )
        for index, candidate in enumerate(candidates):
            totals[index] += _seconds(candidate)
    return totals[0], totals[1], totals[2]


def _row(name: str, rounds: list[tuple[float, ...]], which: int, bare: float, files: int) -> Row:
    ratio = statistics.median(r[which] / r[0] for r in rounds)
    ours = statistics.median(r[which] for r in rounds)
    return {"name": name, "ours": ours, "peer_or_limit": bare, "ratio": ratio, "unit": "s", "n": files * ROUNDS}


def _uploads(files: dict[str, bytes]) -> Row:
    """One upload in its child; the limit is 30 ms and 1.6 times the same in this process."""
    import tempfile

    warm_up()
    ours, limits = [], []
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "2024-08-29-upload.xlsx"
        path.write_bytes(files[sorted(files)[-1]])
        read_isolated(path)
        for _ in range(UPLOADS):
            limits.append(CHILD_SECONDS + CHILD_RATIO * _seconds(lambda: read_workbook(path)))
            ours.append(_seconds(lambda: read_isolated(path)))
    return {
        "name": "read one upload in its child, against 30 ms + 1.6 x in-process",
        "ours": statistics.median(ours),
        "peer_or_limit": statistics.median(limits),
        "ratio": statistics.median(a / b for a, b in zip(ours, limits, strict=True)),
        "unit": "s",
        "n": UPLOADS,
    }


def _peer(files: dict[str, bytes]) -> Row:
    """Values and style facts of whole sheets, against openpyxl, which gives the same."""
    sample = {n: c for n, c in files.items() if n.endswith(".xlsx")}
    sample = dict(list(sample.items())[::_PEER_EVERY])
    ours = [_seconds(lambda name=name, content=content: _all_facts(content, name)) for name, content in sample.items()]
    theirs = [_seconds(lambda content=content: openpyxl.load_workbook(BytesIO(content))) for content in sample.values()]
    return {
        "name": "values, fonts, formats and errors of .xlsx, against openpyxl",
        "ours": sum(ours),
        "peer_or_limit": sum(theirs),
        "ratio": statistics.median(a / b for a, b in zip(ours, theirs, strict=True)),
        "unit": "s",
        "n": len(sample),
    }


def _all_facts(content: bytes, name: str) -> None:
    for grid in open_workbook(content, name).grids():
        for row in range(grid.n_rows):
            for column in range(grid.n_cols):
                grid.font(row, column)
        len(grid.errors), len(grid.hidden_rows)


def _bare(content: bytes) -> None:
    book = python_calamine.load_workbook(BytesIO(content))
    for name in book.sheet_names:
        book.get_sheet_by_name(name).to_python()


def _seconds(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started
