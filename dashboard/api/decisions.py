"""Decisions about a release, as plain forms: accept, drop, roll back, restore. Each says who and why."""

from __future__ import annotations

from urllib.parse import urlencode

import flask

from dashboard.api.upload import PERSON_COOKIE
from dashboard.context import language, store
from data.store.errors import StoreError
from data.wording import say
from loaders.release import accept, drop, restore, roll_back

blueprint = flask.Blueprint("decisions", __name__)


@blueprint.before_request
def _from_this_page_only() -> flask.typing.ResponseReturnValue | None:
    origin = flask.request.headers.get("Origin")
    if origin and origin != "null" and origin.split("://", 1)[-1] != flask.request.host:
        return say("data_pages.upload.foreign", language()), 403
    return None


@blueprint.post("/so-lieu/ban/<int:release_id>/<any(accept, drop, roll_back, restore):action>")
def decide(release_id: int, action: str) -> flask.typing.ResponseReturnValue:
    """Carry out the decision and go back to the release, with what went wrong in the address if anything did."""
    form = flask.request.form
    by = (form.get("person") or "").strip()[:80] or say("data_pages.upload.somebody", language())
    why = (form.get("why") or "").strip()[:500]
    page = f"/so-lieu/ban/{release_id}"
    try:
        match action:
            case "accept":
                accept(store(), release_id, by=by, reasons=_reasons(form))
            case "drop":
                drop(store(), release_id, by=by, why=why)
            case "roll_back":
                roll_back(store(), release_id, by=by, why=why)
            case "restore":
                restore(store(), release_id, by=by, why=why)
    except StoreError as error:
        answer = flask.redirect(f"{page}?{_query(loi=error.message(language()))}", 303)
    else:
        answer = flask.redirect(page, 303)
    answer.set_cookie(PERSON_COOKIE, by.encode("unicode_escape").decode("ascii"), max_age=31_536_000, samesite="Lax")
    return answer


def _reasons(form: dict[str, str]) -> dict[str, str]:
    """Reasons by the number of the finding; a tick without words is the reason `seen`."""
    return {
        name.removeprefix("tick."): (form.get(f"reason.{name.removeprefix('tick.')}") or say("data_pages.release.seen", language()))[:500]
        for name in form
        if name.startswith("tick.")
    }


def _query(**values: str) -> str:
    return urlencode(values)
