"""A request larger than the room left on the disk is heard out and told why it was not taken."""

from __future__ import annotations

import errno
import http.client
import json
import socket
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from waitress.adjustments import Adjustments

from dashboard import serving
from dashboard.receiving import Parser
from data.wording import say

FULL_DISK = Path("/dev/full")
LARGE = b"x" * 3_000_000
"""More than the server keeps in memory, and than a socket takes before anybody reads from it."""


def application(environ: dict[str, Any], start_response: Any) -> list[bytes]:
    size = len(environ["wsgi.input"].read())
    start_response("200 OK", [("Content-Type", "text/plain")])
    return [str(size).encode()]


@pytest.fixture
def port(monkeypatch: pytest.MonkeyPatch) -> Iterator[int]:
    """Of the product's server round `application`; the collector belongs to all tests of this process."""
    monkeypatch.setattr(serving, "_rest_the_collector", lambda: None)
    listening = socket.create_server(("127.0.0.1", 0))
    server = serving.web_server(application, listening, threads=1)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    yield listening.getsockname()[1]
    server.trigger.pull_trigger(server.close)  # within the loop, which ends without sockets to look at
    thread.join(5)
    server.task_dispatcher.shutdown()


@pytest.fixture
def full(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every temporary file lies on a disk without room; the system's own, since no test can fill the real one."""
    if not FULL_DISK.exists():
        pytest.skip("this system has no /dev/full")
    monkeypatch.setattr(tempfile, "TemporaryFile", lambda *_: FULL_DISK.open("w+b"))


def post(port: int, body: Any, **headers: str) -> tuple[int, bytes]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    try:
        connection.request("POST", "/tai-len/tep", body, headers)
        answer = connection.getresponse()
        return answer.status, answer.read()
    finally:
        connection.close()


@pytest.mark.usefixtures("full")
@pytest.mark.parametrize("language", ["vi", "en"])
def test_an_upload_without_room_is_told_in_the_visitors_language(port: int, language: str) -> None:
    status, body = post(port, LARGE, Cookie=f"language={language}")
    assert (status, json.loads(body)) == (507, {"error": say("data_pages.upload.disk_full", language)})


@pytest.mark.usefixtures("full")
def test_the_server_goes_on_after_an_upload_without_room(port: int) -> None:
    post(port, LARGE)
    assert post(port, b"small") == (200, b"5")


def test_an_upload_with_room_arrives_whole(port: int) -> None:
    assert post(port, LARGE) == (200, b"3000000")


def test_other_problems_of_the_disk_stay_what_they_are(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: Any) -> None:
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(tempfile, "TemporaryFile", broken)
    parser = Parser(Adjustments())
    parser.received(b"POST / HTTP/1.1\r\nContent-Length: 3000000\r\n\r\n")
    with pytest.raises(OSError, match="Input/output"):
        parser.received(LARGE)
