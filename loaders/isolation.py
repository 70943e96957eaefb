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
import threading
import time
from dataclasses import dataclass
from pathlib import Path
from select import select

import orjson

from data.findings import Finding, Severity
from loaders.reading import Reading
from loaders.wire import unpack, unpack_finding
from loaders.workbook import UnreadableWorkbook

TIMEOUT_SECONDS = 10.0
MAX_ANSWER_BYTES = 64 << 20
_READING = b"r"
_PROJECT = Path(__file__).resolve().parent.parent
_CAN_FORK = hasattr(os, "fork") and hasattr(socket, "send_fds")


def read_isolated(path: Path, name: str = "", *, timeout: float = TIMEOUT_SECONDS) -> Reading:
    """Read the workbook at `path` in a child process; `name` is what findings call it (the file's name by default).

    Raises UnreadableWorkbook with a finding when it cannot be read, took too long or ended its process.
    """
    path = Path(path).resolve()
    name = name or path.name
    answer = _ask_server(path, name, timeout) if _CAN_FORK else _ask_once(path, name, timeout)
    try:
        if answer[:1] == _READING:
            return unpack(answer[1:])
        finding = unpack_finding(orjson.loads(answer[1:]))
    except (ValueError, KeyError, TypeError):  # nothing, or half an answer: the child died
        finding = _finding("reader_stopped", name)
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

    def fork(self, path: Path, name: str, pipe: int) -> int:
        """Have the server fork a child that answers into `pipe`; its process number."""
        socket.send_fds(self.channel, [orjson.dumps([str(path), name])], [pipe])
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


def _ask_server(path: Path, name: str, timeout: float) -> bytes:
    receive, send = os.pipe()
    try:
        with _lock:
            try:
                child = _running_server().fork(path, name, send)
            except OSError:  # it ended between two uploads: one more try with a new one
                _servers.clear()
                child = _running_server().fork(path, name, send)
    finally:
        os.close(send)
    try:
        return _collect(receive, time.monotonic() + timeout)
    except TimeoutError as cause:
        with contextlib.suppress(ProcessLookupError):
            os.kill(child, signal.SIGKILL)
        raise UnreadableWorkbook(_finding("too_slow", name, seconds=round(timeout))) from cause
    finally:
        os.close(receive)


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


def _ask_once(path: Path, name: str, timeout: float) -> bytes:
    """Where processes cannot fork (Windows): a fresh interpreter for the file, stopped at the timeout."""
    command = [sys.executable, "-m", "loaders.isolation_server", "--once", str(path), name]
    try:
        return subprocess.run(command, cwd=_PROJECT, capture_output=True, timeout=timeout + 5, check=False).stdout
    except subprocess.TimeoutExpired as cause:
        raise UnreadableWorkbook(_finding("too_slow", name, seconds=round(timeout))) from cause


def _finding(code: str, name: str, **parameters: int) -> Finding:
    return Finding(code, Severity.ERROR, parameters={"file": name, **parameters})
