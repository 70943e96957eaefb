"""What every answer tells the browser to refuse, and requests that can only be mistakes."""

from __future__ import annotations

import flask
from dash.exceptions import DependencyException
from werkzeug.exceptions import NotFound
from werkzeug.wrappers import Response

CONTENT_POLICY = {
    "default-src": "'self'",
    # Dash and the page shell start by scripts within the page, and components carry their styles.
    "script-src": "'self' 'unsafe-inline'",
    "style-src": "'self' 'unsafe-inline'",
    # Charts become pictures and files in the browser.
    "img-src": "'self' data: blob:",
    "font-src": "'self' data:",
    "object-src": "'none'",
    "base-uri": "'self'",
    "form-action": "'self'",
    "frame-ancestors": "'self'",
}
"""Whatever a workbook's words may hold, the browser asks no other host."""

HEADERS = {
    "Content-Security-Policy": "; ".join(f"{what} {whom}" for what, whom in CONTENT_POLICY.items()),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "X-Frame-Options": "SAMEORIGIN",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
}


def add_headers(response: flask.Response) -> None:
    response.headers.extend({name: value for name, value in HEADERS.items() if name not in response.headers})


def answer_impossible_requests(server: flask.Flask) -> None:
    """Files of libraries that are not there: not found, and no failure of ours."""
    server.register_error_handler(DependencyException, _not_found)


def _not_found(_: Exception) -> Response:
    return NotFound().get_response()
