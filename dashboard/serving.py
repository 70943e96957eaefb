"""The web server that answers: how much it takes at once, and when rubbish is collected beside it."""

from __future__ import annotations

import gc
import socket
from typing import Any

import waitress

from dashboard.api.upload import MAX_BYTES
from dashboard.receiving import Channel

YOUNG_OBJECTS = 50_000
"""A chart is made of some thousand objects that end with its answer: so many may gather before any is looked at."""


def web_server(application: Any, listening: socket.socket, *, threads: int) -> Any:
    """A server for a WSGI application behind an open socket; `run()` serves until interrupted."""
    _rest_the_collector()
    server = waitress.create_server(
        application,
        sockets=[listening],
        threads=threads,
        max_request_body_size=2 * MAX_BYTES,  # what is larger than an upload, yet not this large, is told in words
        ident=None,
    )
    server.channel_class = Channel
    return server


def _rest_the_collector() -> None:
    """What the application is made of stays for good; walking it again and again would slow every answer."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(YOUNG_OBJECTS, *gc.get_threshold()[1:])
