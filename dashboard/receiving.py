"""How the web server takes the body of a request: on a full disk it hears the sender out and then says what is wrong.

The body is kept before the application sees any of it. Closing the connection in the middle instead, as a server does
with an error of its own, would reach a browser as a broken line.
"""

from __future__ import annotations

import json
from contextlib import suppress

from waitress.channel import HTTPChannel
from waitress.parser import HTTPRequestParser
from waitress.utilities import Error
from werkzeug.http import parse_cookie

from dashboard.api.upload import FULL
from dashboard.context import LANGUAGE_COOKIE
from data.wording import LANGUAGES, say


class NoRoom(Error):  # type: ignore[misc]
    """The answer to a request for which the disk has no room, in the shape of the upload's own errors."""

    code = 507
    reason = "Insufficient Storage"

    def to_response(self, ident: str | None = None) -> tuple[str, list[tuple[str, str]], bytes]:
        """Status, headers and body; the body is the JSON `{error}`, with `self.body` in words."""
        body = json.dumps({"error": self.body}).encode()
        return f"{self.code} {self.reason}", [("Content-Type", "application/json")], body


class Parser(HTTPRequestParser):  # type: ignore[misc]
    """A request that goes on being received when there is no room to keep it, and ends as `NoRoom`."""

    def received(self, data: bytes) -> int:
        """How many of the bytes belong to this request."""
        try:
            return int(super().received(data))
        except OSError as problem:
            if problem.errno not in FULL or self.body_rcv is None:
                raise
        with suppress(OSError):  # closing writes what is left, for which there is no room either
            self.body_rcv.getbuf().close()
        self.error = NoRoom(say("data_pages.upload.disk_full", self._language()))
        if self.chunked:  # half of a chunk may be taken; where the next begins is unknown, and no browser sends them
            self.completed = True
            return len(data)
        self.body_rcv.buf = _Nowhere()
        return int(super().received(data))

    def _language(self) -> str:
        wanted = parse_cookie(self.headers.get("COOKIE", "")).get(LANGUAGE_COOKIE)
        return wanted if wanted in LANGUAGES else LANGUAGES[0]


class Channel(HTTPChannel):  # type: ignore[misc]
    """A connection whose requests are read by `Parser`."""

    parser_class = Parser


class _Nowhere:
    """A buffer that keeps nothing."""

    def append(self, data: bytes) -> None: ...

    def close(self) -> None: ...

    def __len__(self) -> int:
        return 0
