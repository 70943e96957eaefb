"""Decisions about a release, as plain forms: accept, drop, roll back, restore, and what labels and headings mean.

Each says who took it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from urllib.parse import urlencode

import flask

from dashboard.api.visitor import refuse_other_sites, remember, signer
from dashboard.context import language, store
from data.store.errors import AlreadyAnswered, StoreError
from data.wording import say
from loaders.release import (
    UnreadableWorkbook,
    accept,
    answer_heading,
    answer_label,
    drop,
    heading_questions,
    open_questions,
    restore,
    roll_back,
    without_warnings,
)

blueprint = flask.Blueprint("decisions", __name__)


blueprint.before_request(refuse_other_sites)


@blueprint.post("/so-lieu/ban/<int:release_id>/<any(accept, drop, roll_back, restore):action>")
def decide(release_id: int, action: str) -> flask.typing.ResponseReturnValue:
    """Carry out the decision and go back to the release, with what went wrong in the address if anything did."""
    form, by = flask.request.form, signer()
    why = (form.get("why") or "").strip()[:500]
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
        return _back(release_id, by, error.message(language()))
    return _back(release_id, by)


@blueprint.post("/so-lieu/cho-quyet-dinh/accept")
def accept_clean() -> flask.typing.ResponseReturnValue:
    """Accept all waiting releases without warnings, by date of publication; those decided meanwhile are passed over."""
    by, accepted, problem = signer(), 0, ""
    for one in without_warnings(store()):
        try:
            accept(store(), one.id, by=by)
            accepted += 1
        except StoreError as error:
            problem = error.message(language())
    said = say("data_pages.upload.accepted_clean", language(), count=accepted)
    query = _query(xong=said, **({"loi": problem} if problem else {}))
    return remember(flask.redirect(f"/so-lieu/tai-len?{query}", 303), by)


@blueprint.post("/so-lieu/ban/<int:release_id>/nhan")
def answer(release_id: int) -> flask.typing.ResponseReturnValue:
    """Take the answer about one label, named in the address by its table and its normalised path."""
    wanted, by = (flask.request.args.get("bang"), flask.request.args.get("nhan")), signer()

    def take() -> None:
        asked = next((one for one in open_questions(store(), release_id) if (one.table, one.path) == wanted), None)
        if asked is None:
            raise AlreadyAnswered
        answer_label(
            store(),
            release_id,
            table=asked.table,
            parents=asked.parents,
            label=asked.label,
            code=_chosen("code"),
            by=by,
            area=_area(asked.area),
        )

    return _taken(release_id, by, take)


@blueprint.post("/so-lieu/ban/<int:release_id>/cot")
def answer_about_heading(release_id: int) -> flask.typing.ResponseReturnValue:
    """Take the answer about one heading, named in the address by its table and its shape."""
    wanted, by = (flask.request.args.get("bang"), flask.request.args.get("tieu-de")), signer()

    def take() -> None:
        asked = next((one for one in heading_questions(store(), release_id) if (one.table, one.shape) == wanted), None)
        if asked is None:
            raise AlreadyAnswered
        answer, area = _chosen("answer"), _area(asked.area)
        answer_heading(store(), release_id, table=asked.table, shape=asked.shape, answer=answer, by=by, area=area)

    return _taken(release_id, by, take)


def _chosen(field: str) -> str:
    return (flask.request.form.get(field) or "").strip()


def _taken(release_id: int, by: str, take: Callable[[], None]) -> flask.typing.ResponseReturnValue:
    """Take an answer, and go back to the release with what went wrong if anything did."""
    try:
        take()
    except StoreError as error:
        return _back(release_id, by, error.message(language()))
    except UnreadableWorkbook as error:
        finding = error.finding
        return _back(release_id, by, say(f"findings.{finding.code}.found", language(), **finding.parameters))
    return _back(release_id, by)


def _area(asked: str) -> str:
    """The area for which an answer holds: that of the question if the form says so, else empty for all."""
    return asked if asked and flask.request.form.get("area") == asked else ""


def _back(release_id: int, by: str, problem: str = "") -> flask.typing.ResponseReturnValue:
    """To the page of the release, which shows the problem if there is one; the name is kept for the next decision."""
    answer = flask.redirect(f"/so-lieu/ban/{release_id}" + (f"?{_query(loi=problem)}" if problem else ""), 303)
    return remember(answer, by)


def _reasons(form: Mapping[str, str]) -> dict[str, str]:
    """Reasons by the code or the number of a finding; one for all of a kind counts where it is ticked."""
    given = {name.removeprefix("reason."): words.strip() for name, words in form.items() if name.startswith("reason.")}
    return {
        name: words[:500] for name, words in given.items() if words and (name.isdecimal() or f"tick.{name}" in form)
    }


def _query(**values: str) -> str:
    return urlencode(values)
