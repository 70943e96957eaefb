"""The name that a visitor signs decisions with, kept in a cookie of this browser."""

from __future__ import annotations

import flask

from dashboard.api.upload import PERSON_COOKIE


def person() -> str:
    """The name given last, or empty."""
    if not flask.has_request_context():
        return ""
    kept = flask.request.cookies.get(PERSON_COOKIE, "")
    try:
        return kept.encode("ascii").decode("unicode_escape")
    except UnicodeError:
        return ""
