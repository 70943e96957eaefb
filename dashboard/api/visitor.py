"""Who sends a form: only pages of this server may, and the name given last is kept for the next time."""

from __future__ import annotations

import flask
from werkzeug.wrappers import Response

from dashboard.context import language
from data.wording import say

PERSON_COOKIE = "person"
ONE_YEAR = 31_536_000
LONGEST_NAME = 80


def refuse_other_sites() -> flask.typing.ResponseReturnValue | None:
    """Refuse what another site makes the visitor's browser send; for `before_request` of routes that change things."""
    origin = flask.request.headers.get("Origin")
    if flask.request.method == "POST" and origin and origin.split("://", 1)[-1] != flask.request.host:
        return say("data_pages.upload.foreign", language()), 403
    return None


def signer() -> str:
    """The name in the form, else a general one."""
    given = (flask.request.form.get("person") or "").strip()[:LONGEST_NAME]
    return given or say("data_pages.upload.somebody", language())


def remember(answer: Response, name: str) -> Response:
    """Keep the name in a cookie of this browser."""
    answer.set_cookie(PERSON_COOKIE, name.encode("unicode_escape").decode("ascii"), max_age=ONE_YEAR, samesite="Lax")
    return answer


def remembered() -> str:
    """The name given last, or empty."""
    if not flask.has_request_context():
        return ""
    try:
        return flask.request.cookies.get(PERSON_COOKIE, "").encode("ascii").decode("unicode_escape")
    except UnicodeError:
        return ""
