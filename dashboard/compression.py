"""Scripts compressed once, as tightly as can be, and kept on disk: a third less than compressing on the fly.

Done behind the first requests, which get the ordinary compression; keyed by content, so that a new version of a file
is compressed anew and an unchanged one never again.
"""

from __future__ import annotations

import hashlib
import re
import threading
from pathlib import Path

import brotli  # type: ignore[import-untyped]
import flask

SMALLEST = 2_000
TIGHTEST = 11
_SCRIPT = re.compile(r'<script src="([^"]+)"')


class TightScripts:
    """Serves the scripts of the page shell from memory to browsers that read brotli."""

    def __init__(self, server: flask.Flask, folder: Path) -> None:
        self._server, self._folder = server, folder
        self._ready: dict[str, bytes] = {}
        self._started = threading.Event()
        server.before_request(self._answer)

    def start(self) -> None:
        """Compress what is not on disk yet, in a thread of its own; asking again does nothing."""
        if not self._started.is_set():
            self._started.set()
            threading.Thread(target=self.prepare, name="compression", daemon=True).start()

    def prepare(self) -> int:
        """Compress every large script of the shell; how many are ready."""
        with self._server.test_client() as client:
            shell = client.get("/").get_data(as_text=True)
            for address in _SCRIPT.findall(shell):
                content = client.get(address).data
                if len(content) >= SMALLEST:
                    self._ready[address.split("?")[0]] = self._compressed(content)
        return len(self._ready)

    def _compressed(self, content: bytes) -> bytes:
        path = self._folder / f"{hashlib.sha256(content).hexdigest()}.br"
        if path.is_file():
            return path.read_bytes()
        tight: bytes = brotli.compress(content, quality=TIGHTEST)
        self._folder.mkdir(parents=True, exist_ok=True)
        part = path.with_suffix(f".{threading.get_ident()}.part")
        part.write_bytes(tight)
        part.replace(path)
        return tight

    def _answer(self) -> flask.Response | None:
        ready = self._ready.get(flask.request.path)
        if ready is None or "br" not in flask.request.headers.get("Accept-Encoding", ""):
            return None
        return flask.Response(
            ready, mimetype="text/javascript", headers={"Content-Encoding": "br", "Vary": "Accept-Encoding"}
        )
