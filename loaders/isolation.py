"""Reads an uploaded workbook in a limited child process: the server itself never parses a file from outside.

A file of two kilobytes can make a reader ask for terabytes and end its whole process. Here that process is a child
with bounds on memory, time and written files; what comes back is JSON, never code.
"""

from __future__ import annotations

import atexit
import contextlib
import os
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from select import select

import orjson

from data.findings import Finding
from data.wording import DEFAULT_LANGUAGE
from loaders.errors import UnreadableWorkbook, unreadable
from loaders.heading_answers import LearnedHeading
from loaders.neighbourhood import Neighbourhood, unpack_neighbourhood
from loaders.reading import Reading
from loaders.wire import ANNOTATED, CELLS, NEIGHBOURHOOD, READING, REFUSAL, pack_finding, unpack, unpack_finding

TIMEOUT_SECONDS = 10.0
MAX_ANSWER_BYTES = 64 << 20
_PROJECT = Path(__file__).resolve().parent.parent
_CAN_FORK = hasattr(os, "fork") and hasattr(socket, "send_fds")


def read_isolated(
    path: Path,
    name: str = "",
    *,
    learned: Sequence[LearnedHeading] = (),
    area: str = "",
    timeout: float = TIMEOUT_SECONDS,
) -> Reading:
    """Read the workbook at `path` in a child process; `name` is what findings call it (the file's name by default).

    `learned` is what analysts answered about headings, `area` that of a workbook that names none.
    Raises UnreadableWorkbook with a finding when it cannot be read, took too long or ended its process.
    """
    request = _request(path, name) | ({"learned": learned} if learned else {}) | ({"area": area} if area else {})
    kind, answer = _ask(request, timeout)
    try:
        if kind == READING:
            return unpack(answer)
    except (ValueError, KeyError, TypeError) as cause:  # half an answer: the child died while it spoke
        raise unreadable("reader_stopped", name or path.name) from cause
    raise unreadable("reader_stopped", name or path.name)


def annotate_isolated(
    path: Path,
    findings: Sequence[Finding],
    name: str = "",
    language: str = DEFAULT_LANGUAGE,
    *,
    timeout: float = 3 * TIMEOUT_SECONDS,
) -> bytes:
    """The workbook at `path` as `.xlsx` with the findings as comments (`loaders.annotate`), made in a child process.

    Raises UnreadableWorkbook as `read_isolated` does.
    """
    request = _request(path, name) | {"findings": [pack_finding(f) for f in findings], "language": language}
    kind, answer = _ask(request, timeout)
    if kind != ANNOTATED:
        raise unreadable("reader_stopped", name or path.name)
    return answer


def cells_isolated(path: Path, name: str = "", *, timeout: float = TIMEOUT_SECONDS) -> list[list[str]]:
    """The texts of the first visible sheet of the workbook at `path`, row by row, read in a child process.

    For lists that are no statistical tables. Raises UnreadableWorkbook as `read_isolated` does.
    """
    kind, answer = _ask(_request(path, name) | {"cells": True}, timeout)
    try:
        rows = orjson.loads(answer) if kind == CELLS else None
    except ValueError:  # half an answer: the child died while it spoke
        rows = None
    if rows is None:
        raise unreadable("reader_stopped", name or path.name)
    return [[str(cell) for cell in row] for row in rows]


def mark_isolated(
    path: Path, sheet: str, cell: str, note: str, name: str = "", *, timeout: float = 3 * TIMEOUT_SECONDS
) -> bytes:
    """The workbook at `path` as `.xlsx` with one cell marked (`loaders.marking`), made in a child process.

    Raises UnreadableWorkbook as `read_isolated` does.
    """
    request = _request(path, name) | {"mark": {"sheet": sheet, "cell": cell, "note": note}}
    kind, answer = _ask(request, timeout)
    if kind != ANNOTATED:
        raise unreadable("reader_stopped", name or path.name)
    return answer


def neighbourhood_isolated(
    path: Path,
    sheet: str,
    cell: str,
    name: str = "",
    *,
    headings: Sequence[str] = (),
    labels: Sequence[str] = (),
    timeout: float = TIMEOUT_SECONDS,
) -> Neighbourhood:
    """The cells round one cell of the workbook at `path` (`loaders.neighbourhood`), read in a child process.

    Raises UnreadableWorkbook as `read_isolated` does.
    """
    wanted = {"sheet": sheet, "cell": cell, "headings": list(headings), "labels": list(labels)}
    kind, answer = _ask(_request(path, name) | {"round": wanted}, timeout)
    try:
        if kind == NEIGHBOURHOOD:
            return unpack_neighbourhood(answer)
    except (ValueError, KeyError, TypeError) as cause:
        raise unreadable("reader_stopped", name or path.name) from cause
    raise unreadable("reader_stopped", name or path.name)


def sheet_isolated(
    path: Path, sheet: str, first_row: int, name: str = "", *, timeout: float = TIMEOUT_SECONDS
) -> tuple[Neighbourhood, int]:
    """A stretch of a sheet of the workbook at `path` (`loaders.whole_sheet`), read in a child process.

    Raises UnreadableWorkbook as `read_isolated` does.
    """
    kind, answer = _ask(_request(path, name) | {"stretch": {"sheet": sheet, "first_row": first_row}}, timeout)
    try:
        if kind == NEIGHBOURHOOD:
            return unpack_neighbourhood(answer), int(orjson.loads(answer)["n_rows"])
    except (ValueError, KeyError, TypeError) as cause:
        raise unreadable("reader_stopped", name or path.name) from cause
    raise unreadable("reader_stopped", name or path.name)


def _request(path: Path, name: str) -> dict[str, object]:
    path = Path(path).resolve()
    return {"path": str(path), "name": name or path.name}


def _ask(request: dict[str, object], timeout: float) -> tuple[bytes, bytes]:
    """(kind of answer, answer). Raises UnreadableWorkbook with the finding that a refusal tells."""
    name = str(request["name"])
    try:
        answer = (_ask_server if _CAN_FORK else _ask_once)(orjson.dumps(request), timeout)
    except TimeoutError as cause:
        raise unreadable("too_slow", name, seconds=round(timeout)) from cause
    kind, rest = answer[:1], answer[1:]
    if kind != REFUSAL:
        return kind, rest
    try:
        finding = unpack_finding(orjson.loads(rest))
    except (ValueError, TypeError) as cause:
        raise unreadable("reader_stopped", name) from cause
    raise UnreadableWorkbook(finding)


def warm_up() -> None:
    """Start the process beside the server, so that the first upload need not wait for it."""
    if _CAN_FORK:
        with _lock:
            _running_server()


@dataclass(slots=True)
class _Server:
    process: subprocess.Popen[bytes]
    channel: socket.socket

    def fork(self, request: int, pipe: int) -> int:
        """Have the server fork a child that answers the file `request` into `pipe`; its process number."""
        socket.send_fds(self.channel, [b"?"], [request, pipe])
        number = self.channel.recv(8)
        if len(number) < 8:
            raise ConnectionError("the reading process has gone")
        return int.from_bytes(number, "big")

    def stop(self) -> None:
        self.channel.close()
        with contextlib.suppress(subprocess.TimeoutExpired):
            self.process.wait(timeout=1)


_lock = threading.Lock()
_servers: list[_Server] = []


def _running_server() -> _Server:
    """The one server of this process, started at the first need and again if it has ended."""
    while _servers:
        if _servers[0].process.poll() is None:
            return _servers[0]
        _servers.pop().stop()
    ours, theirs = socket.socketpair()
    process = subprocess.Popen(
        [sys.executable, "-m", "loaders.isolation_server", str(theirs.fileno())],
        cwd=_PROJECT,
        pass_fds=[theirs.fileno()],
        stdin=subprocess.DEVNULL,
    )
    theirs.close()
    server = _Server(process, ours)
    _servers.append(server)
    atexit.register(server.stop)
    return server


def _ask_server(request: bytes, timeout: float) -> bytes:
    receive, send = os.pipe()
    try:
        with tempfile.TemporaryFile() as asked:
            asked.write(request)
            asked.flush()
            child = _fork(asked.fileno(), send)
    finally:
        os.close(send)
    try:
        return _collect(receive, time.monotonic() + timeout)
    except TimeoutError:
        with contextlib.suppress(ProcessLookupError):
            os.kill(child, signal.SIGKILL)
        raise
    finally:
        os.close(receive)


def _fork(request: int, pipe: int) -> int:
    with _lock:
        try:
            return _running_server().fork(request, pipe)
        except OSError:  # it ended between two uploads: one more try with a new one
            _servers.clear()
            return _running_server().fork(request, pipe)


def _collect(receive: int, deadline: float) -> bytes:
    """All bytes up to the end of the pipe. Raises TimeoutError at the deadline, or when there are too many."""
    answer = bytearray()
    while len(answer) <= MAX_ANSWER_BYTES:
        ready, _, _ = select([receive], [], [], max(0.0, deadline - time.monotonic()))
        if not ready:
            raise TimeoutError
        piece = os.read(receive, 1 << 20)
        if not piece:
            return bytes(answer)
        answer += piece
    raise TimeoutError


def _ask_once(request: bytes, timeout: float) -> bytes:
    """Where processes cannot fork (Windows): a fresh interpreter for the file, stopped at the timeout."""
    with tempfile.TemporaryDirectory() as folder:
        asked = Path(folder) / "request.json"
        asked.write_bytes(request)
        command = [sys.executable, "-m", "loaders.isolation_server", "--once", str(asked)]
        try:
            return subprocess.run(command, cwd=_PROJECT, capture_output=True, timeout=timeout + 5, check=False).stdout
        except subprocess.TimeoutExpired as cause:
            raise TimeoutError from cause
