"""What a request knows: the store that answers it and the visitor's language."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import flask

from data.wording import DEFAULT_LANGUAGE, LANGUAGES

if TYPE_CHECKING:
    from data.store import Store

STORE_KEY = "STORE"
LANGUAGE_COOKIE = "language"


def store() -> Store:
    """The store that the application was assembled with."""
    return cast("Store", flask.current_app.config[STORE_KEY])


def language() -> str:
    """The visitor's language: `lang` in the address, else the cookie, else Vietnamese."""
    if not flask.has_request_context():
        return DEFAULT_LANGUAGE
    for wanted in (flask.request.args.get("lang"), flask.request.cookies.get(LANGUAGE_COOKIE)):
        if wanted in LANGUAGES:
            return str(wanted)
    return DEFAULT_LANGUAGE
