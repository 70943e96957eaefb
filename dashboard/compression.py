"""Scripts compressed once, as tightly as can be, and kept on disk: a third less than compressing on the fly.

In brotli, and in gzip for browsers that reach the server without encryption, which ask for nothing newer. Done behind
the first requests, which get the ordinary compression; keyed by content, so that a new version of a file is compressed
anew and an unchanged one never again.
"""

from __future__ import annotations

import gzip
import hashlib
import re
import threading
from collections.abc import Callable
from pathlib import Path

import brotli  # type: ignore[import-untyped]
import flask

SMALLEST = 2_000
_SCRIPT = re.compile(r'<script src="([^"]+)"')


TIGHT: dict[str, Callable[[bytes], bytes]] = {
    "br": lambda content: bytes(brotli.compress(content, quality=11)),
    "gzip": lambda content: gzip.compress(content, 9, mtime=0),
}
"""Encodings in the order in which they are preferred, each at its tightest."""


class TightScripts:
    """Serves the scripts of the page shell from memory to browsers that read one of these encodings."""

    def __init__(self, server: flask.Flask, folder: Path) -> None:
        self._server, self._folder = server, folder
        self._ready: dict[str, dict[str, bytes]] = {}
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
                    self._ready[address.split("?")[0]] = {one: self._compressed(content, one) for one in TIGHT}
        return len(self._ready)

    def _compressed(self, content: bytes, encoding: str) -> bytes:
        path = self._folder / f"{hashlib.sha256(content).hexdigest()}.{encoding}"
        if path.is_file():
            return path.read_bytes()
        tight = TIGHT[encoding](content)
        self._folder.mkdir(parents=True, exist_ok=True)
        part = path.with_suffix(f".{threading.get_ident()}.part")
        part.write_bytes(tight)
        part.replace(path)
        return tight

    def _answer(self) -> flask.Response | None:
        ready = self._ready.get(flask.request.path, {})
        accepted = flask.request.accept_encodings
        encoding = next((one for one in ready if accepted.quality(one) > 0), None)
        if encoding is None:
            return None
        headers = {"Content-Encoding": encoding, "Vary": "Accept-Encoding"}
        return flask.Response(ready[encoding], mimetype="text/javascript", headers=headers)
