"""What every answer tells the browser to refuse, and requests that can only be mistakes."""

from __future__ import annotations

import flask
from dash.exceptions import DependencyException
from werkzeug.exceptions import NotFound
from werkzeug.wrappers import Response

from dashboard.context import language
from data.wording import say

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

CALLBACK = "/_dash-update-component"
OF_DOCUMENTS = {
    "Content-Security-Policy": "; ".join(f"{what} {whom}" for what, whom in CONTENT_POLICY.items()),
    "Referrer-Policy": "same-origin",
    "X-Frame-Options": "SAMEORIGIN",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
}
NO_DOCUMENTS = {"text/css", "text/javascript", "application/javascript", "application/json", "font/woff2"}
"""A page loads fifty of these; told all of the above with each, the first load would be 20 kB larger."""


def add_headers(response: flask.Response) -> None:
    response.headers.setdefault("X-Content-Type-Options", "nosniff")
    if response.mimetype not in NO_DOCUMENTS:
        response.headers.extend({name: value for name, value in OF_DOCUMENTS.items() if name not in response.headers})


def answer_impossible_requests(server: flask.Flask) -> None:
    """Files of libraries that are not there, and calls that no page makes: mistakes of the asker, not ours."""
    server.register_error_handler(DependencyException, _not_found)
    server.before_request(_refuse_other_shapes)


def _refuse_other_shapes() -> Response | None:
    """What is posted to a callback names its outputs and lists its inputs; Dash takes that for granted."""
    if flask.request.method != "POST" or not flask.request.path.endswith(CALLBACK):
        return None
    asked = flask.request.get_json(silent=True)  # remembered: Dash reads it again for nothing
    if isinstance(asked, dict) and isinstance(asked.get("output"), str) and isinstance(asked.get("inputs", []), list):
        return None
    return flask.Response(say("dashboard.failed.not_understood", language()), 400, mimetype="text/plain")


def _not_found(_: Exception) -> Response:
    return NotFound().get_response()
