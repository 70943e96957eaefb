"""Entering the analysts' code, and what keeps everybody else from waiting figures."""

from __future__ import annotations

import time
from urllib.parse import urlencode, urlsplit

import flask

from dashboard.analysts import become_analyst, is_analyst, is_hidden
from dashboard.api.visitor import refuse_other_sites
from dashboard.context import language, store
from data.store.errors import StoreError
from data.wording import say

WRONG_CODE_SECONDS = 1.0
"""Guessing is slowed down; whoever mistypes hardly notices."""

blueprint = flask.Blueprint("analysts", __name__)
blueprint.before_request(refuse_other_sites)


@blueprint.post("/chuyen-vien")
def enter() -> flask.typing.ResponseReturnValue:
    """Back to the page that asked, as an analyst or with a sentence."""
    asked = urlsplit(flask.request.form.get("to") or "").path
    path = asked if asked.startswith(("/so-lieu", "/quan-tri")) else "/so-lieu"
    if become_analyst(flask.request.form.get("code") or ""):
        return flask.redirect(path, 303)
    time.sleep(WRONG_CODE_SECONDS)
    return flask.redirect(f"{path}?{urlencode({'loi': say('data_pages.analyst.wrong', language())})}", 303)


@blueprint.before_app_request
def keep_others_out() -> flask.typing.ResponseReturnValue | None:
    """Refuse uploads, decisions and the workbooks that nobody accepted to others than analysts."""
    if is_analyst() or not _is_about_waiting():
        return None
    return say("data_pages.analyst.only", language()), 403


def _is_about_waiting() -> bool:
    endpoint, given = flask.request.endpoint or "", flask.request.view_args or {}
    if endpoint.startswith(("upload.", "decisions.")):
        return True
    if not endpoint.startswith(("originals.", "commented.")) or "release_id" not in given:
        return False
    try:
        return is_hidden(store().release(given["release_id"]))
    except StoreError:
        return False
