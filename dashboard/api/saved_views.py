"""Keeping, renaming and deleting views of the explorer; a random word in a cookie says whose they are."""

from __future__ import annotations

import secrets
from dataclasses import replace
from urllib.parse import urlencode

import flask

from dashboard.api.visitor import ONE_YEAR, refuse_other_sites, remember, signer
from dashboard.context import language, store
from dashboard.explorer.selection import PATH, selection_in
from data.store.errors import UnknownNumber
from data.wording import say

OWNER_COOKIE = "visitor"
SAVE, CHANGE = f"{PATH}/goc-nhin", f"{PATH}/goc-nhin/<int:number>/<action>"
LONGEST_NAME = 120
blueprint = flask.Blueprint("saved_views", __name__)
blueprint.before_request(refuse_other_sites)


def owner() -> str:
    """Whose views this visitor sees as own; empty before the first was kept."""
    return flask.request.cookies.get(OWNER_COOKIE, "")[:64] if flask.has_request_context() else ""


@blueprint.post(SAVE)
def save() -> flask.typing.ResponseReturnValue:
    """`address`, `name`, `day` (empty for always the newest, whatever the address says) and `shared`; back to the view
    that was kept.
    """
    form, whose = flask.request.form, owner() or secrets.token_urlsafe(24)
    asked = selection_in(form.get("address", ""))
    if "day" in form:
        newest = replace(asked, as_of=None, recorded=None)
        asked = selection_in(f"{newest.address()}&{urlencode({'tai-ngay': form['day']})}")
    name = " ".join(form.get("name", "").split())[:LONGEST_NAME]
    if not name or not asked.series:
        return say("explorer.saved.no_name", language()), 400
    address = asked.address(search="")
    store().save_view(name, address, owner=whose, is_shared=form.get("shared") == "1", by=signer())
    answer = flask.redirect(address, code=303)
    answer.set_cookie(OWNER_COOKIE, whose, max_age=5 * ONE_YEAR, samesite="Lax", httponly=True)
    return remember(answer, signer()) if form.get("person") else answer


@blueprint.post(CHANGE)
def change(number: int, action: str) -> flask.typing.ResponseReturnValue:
    """Rename or delete an own view; what belongs to others is not found."""
    name = " ".join(flask.request.form.get("name", "").split())[:LONGEST_NAME]
    try:
        if action == "xoa":
            found = store().delete_view(number, owner=owner())
        else:
            found = action == "doi-ten" and bool(name) and store().rename_view(number, name, owner=owner())
    except UnknownNumber:
        found = False
    if not found:
        flask.abort(404)
    return flask.redirect(PATH, code=303)
