"""The process beside the server that parses uploaded workbooks, each in a forked child with limits.

It loads the readers once and warms their caches, so that a child costs a fork and not an interpreter's start. It
is told of work over a socket: a file with the request as JSON, and the pipe that the answer goes to. It ends with its
parent.

    python -m loaders.isolation_server SOCKET          serve until the socket closes
    python -m loaders.isolation_server --once REQUEST  answer one request to standard output (where there is no fork)
"""

from __future__ import annotations

import contextlib
import gc
import importlib
import os
import signal
import socket
import sys
from pathlib import Path
from typing import Any

import orjson

from data.catalogue import catalogue
from data.findings import Finding, Severity
from loaders.annotate import annotate
from loaders.errors import UnreadableWorkbook, unreadable
from loaders.marking import mark
from loaders.neighbourhood import neighbourhood
from loaders.reading import read_workbook
from loaders.whole_sheet import whole_sheet
from loaders.wire import ANNOTATED, CELLS, NEIGHBOURHOOD, READING, REFUSAL, pack, pack_finding, unpack, unpack_finding
from loaders.workbook import open_workbook

SAMPLES = Path(__file__).resolve().parent.parent / "data" / "sample"
MEMORY_BYTES = 480 << 20
SECONDS = 10
ANNOTATED_BYTES = 64 << 20  # a workbook that is given back goes through a temporary file
MOST_ROWS, MOST_COLUMNS = 2000, 60
NEEDED_BY_SOME = ("olefile", "loaders.guard_xls", "loaders.side_xls", "loaders.side_ods", "loaders.history_reading")
GIVEN_BACK = {"findings", "mark"}


def serve(channel: socket.socket) -> None:
    """Fork one child for each request; answer with its process number."""
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # children are reaped by the system
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent decides when to stop
    gc.freeze()
    gc.disable()  # a child that reads makes no rubbish in circles; one that writes a workbook does
    while True:
        message, descriptors, _, _ = socket.recv_fds(channel, 1, 2)
        if not message:
            return
        child = os.fork()
        if child == 0:
            channel.close()
            _answer_and_exit(*descriptors)
        for descriptor in descriptors:
            os.close(descriptor)
        channel.sendall(child.to_bytes(8, "big"))


def _answer_and_exit(request: int, pipe: int) -> None:
    """In the child: give up rights, do it, write the answer, leave without clean-up that belongs to the parent."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
        with os.fdopen(request, "rb") as stream:
            stream.seek(0)
            asked = orjson.loads(stream.read())
        limit(MEMORY_BYTES, SECONDS, written=ANNOTATED_BYTES if asked.keys() & GIVEN_BACK else 0)
        if asked.keys() & GIVEN_BACK:
            gc.enable()
        answer = answer_for(asked)
        with os.fdopen(pipe, "wb") as stream:
            stream.write(answer)
    finally:
        os._exit(0)


def answer_for(asked: dict[str, Any]) -> bytes:
    """The reading or the annotated workbook, or the finding that says why there is none.

    `asked` has a path and a name; with findings (and a language) the workbook is given back with comments, with `mark`
    with one cell marked; with `cells` the texts of its first sheet, with `round` the cells round one, with `stretch`
    rows of one sheet; `learned` tells what was answered about headings, `area` whose a workbook is that names no area.
    A fault of the reader itself is a finding too.
    """
    path, name = Path(asked["path"]), asked["name"]
    try:
        return _answer(path.read_bytes(), name, asked)
    except OSError:
        finding = Finding("missing_file", Severity.ERROR, parameters={"file": name})
    except UnreadableWorkbook as refusal:
        finding = refusal.finding
    except MemoryError:
        finding = Finding("too_large", Severity.ERROR, parameters={"file": name})
    except RecursionError:
        finding = Finding("damaged_workbook", Severity.ERROR, parameters={"file": name})
    except Exception as fault:
        finding = Finding("reader_stopped", Severity.ERROR, parameters={"file": name, "reason": type(fault).__name__})
    return REFUSAL + orjson.dumps(pack_finding(finding))


def _answer(content: bytes, name: str, asked: dict[str, Any]) -> bytes:
    if "findings" in asked:
        findings = [unpack_finding(plain) for plain in asked["findings"]]
        return ANNOTATED + annotate(content, findings, name, asked["language"])
    if "cells" in asked:
        return CELLS + orjson.dumps(first_sheet(content, name))
    if "mark" in asked:
        return ANNOTATED + mark(content, **asked["mark"], name=name)
    if "round" in asked:
        return NEIGHBOURHOOD + orjson.dumps(neighbourhood(content, **asked["round"], name=name))
    if "stretch" in asked:
        shown, n_rows = whole_sheet(content, **asked["stretch"], name=name)
        return NEIGHBOURHOOD + orjson.dumps({"letters": shown.letters, "rows": shown.rows, "n_rows": n_rows})
    workbook = open_workbook(content, name)
    reading = read_workbook(workbook, name, [tuple(one) for one in asked.get("learned", ())], asked.get("area", ""))
    if not workbook.is_well_formed():
        raise unreadable("damaged_workbook", name)
    return READING + pack(reading)


def first_sheet(content: bytes, name: str) -> list[list[str]]:
    """The texts of the first visible sheet, row by row; empty where no sheet is visible."""
    for grid in open_workbook(content, name).grids():
        if not grid.hidden:
            rows, columns = range(min(grid.n_rows, MOST_ROWS)), range(min(grid.n_cols, MOST_COLUMNS))
            return [[grid.text(row, column) for column in columns] for row in rows]
    return []


def limit(memory_bytes: int, seconds: int, *, written: int = 0) -> None:
    """Bound memory, processor time and bytes of any written file of this process, where the system can."""
    try:
        import resource
    except ImportError:
        return
    bounds = {
        resource.RLIMIT_AS: (memory_bytes, memory_bytes),
        resource.RLIMIT_CPU: (seconds, seconds + 1),
        resource.RLIMIT_FSIZE: (written, written),
        resource.RLIMIT_CORE: (0, 0),
    }
    for what, bound in bounds.items():
        with contextlib.suppress(ValueError, OSError):  # macOS refuses a bound on memory; the others still hold
            resource.setrlimit(what, bound)


def warm_up() -> None:
    """Read a workbook that the project ships, so that catalogues and caches are filled before the first fork; import
    what only some workbooks need as well, else each child that needs it would."""
    for module in NEEDED_BY_SOME:
        importlib.import_module(module)
    catalogue()
    for path in sorted(SAMPLES.glob("*.xlsx"))[-1:]:
        with contextlib.suppress(UnreadableWorkbook):
            workbook = open_workbook(path)
            unpack(pack(read_workbook(workbook)))
            workbook.is_well_formed()


def main(arguments: list[str]) -> int:
    if arguments[:1] == ["--once"]:
        limit(MEMORY_BYTES, SECONDS, written=ANNOTATED_BYTES)
        sys.stdout.buffer.write(answer_for(orjson.loads(Path(arguments[1]).read_bytes())))
        return 0
    warm_up()
    serve(socket.socket(fileno=int(arguments[0])))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
