"""What a request knows: the store that answers it, as of which day, the visitor's language and theme."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, cast

import flask

from dashboard.theme import DARK, LIGHT
from data.wording import DEFAULT_LANGUAGE, LANGUAGES

if TYPE_CHECKING:
    from data.store import Store

STORE_KEY = "STORE"
LANGUAGE_COOKIE = "language"
THEME_COOKIE = "theme"


def store() -> Store:
    """The store that answers this request: as it is now, or as it was on the day that `answer_as_recorded` named."""
    day: date | None = flask.g.get("recorded")
    return newest_store().as_recorded(day) if day else newest_store()


def newest_store() -> Store:
    """The store that the application was assembled with, with all that was recorded until now."""
    return cast("Store", flask.current_app.config[STORE_KEY])


def answer_as_recorded(day: date | None) -> None:
    """From here on this request knows only what was recorded by that day; None lets it know all."""
    flask.g.recorded = day


def language() -> str:
    """The visitor's language: `lang` in the address, else the cookie, else Vietnamese."""
    if not flask.has_request_context():
        return DEFAULT_LANGUAGE
    for wanted in (flask.request.args.get("lang"), flask.request.cookies.get(LANGUAGE_COOKIE)):
        if wanted in LANGUAGES:
            return str(wanted)
    return DEFAULT_LANGUAGE


def visitor_theme() -> str:
    """The visitor's theme, from the cookie; light unless dark was chosen."""
    chosen = flask.request.cookies.get(THEME_COOKIE) if flask.has_request_context() else None
    return DARK if chosen == DARK else LIGHT
