"""Who may see what nobody accepted yet: everyone where no code is set, else those who gave it in this browser."""

from __future__ import annotations

import hmac

import flask

from data.settings import settings
from data.store import Lineage, Release, Store
from data.store.errors import UnknownFigure

_KEPT = "analyst"
NEVER_ACCEPTED = ("staged", "dropped")


def is_analyst() -> bool:
    """Whether this visitor may upload, see waiting releases and decide."""
    code = settings().analyst_code
    if not code:
        return True
    return flask.has_request_context() and hmac.compare_digest(str(flask.session.get(_KEPT, "")), _proof(code))


def become_analyst(given: str) -> bool:
    """Remember the visitor in the signed cookie of the session if the code is right."""
    code = settings().analyst_code
    is_right = hmac.compare_digest(given.strip().encode(), code.encode())
    if is_right:
        flask.session[_KEPT] = _proof(code)
    return is_right


def is_hidden(release: Release) -> bool:
    """Whether nobody ever accepted it, so that this visitor may not see it."""
    return release.state in NEVER_ACCEPTED and not is_analyst()


def origin_for_visitor(store: Store, figure_id: str) -> Lineage:
    """Where a figure comes from; to others than analysts one that nobody accepted is unknown. Raises UnknownFigure."""
    found = store.origin(figure_id)
    if is_hidden(found.release):
        raise UnknownFigure(figure=figure_id)
    return found


def _proof(code: str) -> str:
    """Changes with the code, so that a new code shuts out whoever knew the old one; does not tell the code."""
    return hmac.new(settings().secret_key.encode(), code.encode(), "sha256").hexdigest()
