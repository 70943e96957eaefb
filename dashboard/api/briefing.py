"""Files of briefings and of their charts at plain addresses, and the forms that keep a briefing for next month."""

from __future__ import annotations

import threading
from collections.abc import Callable
from urllib.parse import parse_qsl

import flask

from dashboard.api.visitor import refuse_other_sites
from dashboard.briefing.content import NothingToTell
from dashboard.briefing.model import Briefing
from dashboard.briefing.produce import CONTENT_TYPES, produce
from dashboard.briefing.refresh import LARGEST_PART, NotAnEdition, carry_over, edited_texts, state
from dashboard.briefing.request import BadRequest, BriefingRequest, built, request_of, with_period
from dashboard.briefing.safe_text import file_name
from dashboard.briefing.saved import SavedBriefings, UnknownSaved
from dashboard.context import language, store
from dashboard.figures.spec import ChartSpec
from data.wording import say

blueprint = flask.Blueprint("briefing", __name__)
MOST_AT_ONCE, PATIENCE_SECONDS = 4, 20.0
_making = threading.BoundedSemaphore(MOST_AT_ONCE)
SVG_POLICY = "default-src 'none'; style-src 'unsafe-inline'; font-src data:"


blueprint.before_request(refuse_other_sites)


@blueprint.before_request
def _of_bounded_size() -> flask.typing.ResponseReturnValue | None:
    if (flask.request.content_length or 0) > LARGEST_PART:
        return say("briefing.errors.bad_request", language()), 413
    return None


@blueprint.errorhandler(BadRequest)
@blueprint.errorhandler(KeyError)
def _refused(_problem: Exception) -> flask.typing.ResponseReturnValue:
    return flask.Response(say("briefing.errors.bad_request", language()), 400, mimetype="text/plain")


@blueprint.errorhandler(NothingToTell)
def _nothing(problem: NothingToTell) -> flask.typing.ResponseReturnValue:
    words = say("briefing.errors.nothing", language(), period=problem.period, area=problem.area)
    return flask.Response(words, 404, mimetype="text/plain")


@blueprint.get("/bao-cao/tep/<form>")
def file(form: str) -> flask.typing.ResponseReturnValue:
    """One file of a briefing. Waits for its turn at most `PATIENCE_SECONDS`, then says that the server is busy."""
    if form not in CONTENT_TYPES:
        flask.abort(404)
    asked = _asked()
    if not _making.acquire(timeout=PATIENCE_SECONDS):
        return flask.Response(
            say("briefing.errors.busy", language()), 503, {"Retry-After": "30"}, mimetype="text/plain"
        )
    try:
        made = next(produce(_with_edits(built(store(), asked), asked), [form]))
    finally:
        _making.release()
    return _attachment(made.body, made.content_type, made.name)


@blueprint.get("/bao-cao/bieu-do/<block>.<form>")
def chart_file(block: str, form: str) -> flask.typing.ResponseReturnValue:
    """One chart: `png`, `svg`, `pdf` in a named size (`co`), `csv` with a decimal mark (`dau`), `xlsx`."""
    asked = _asked()
    found = next((one for one in built(store(), asked).charts if one.id == block), None)
    makers = _chart_makers(flask.request.args.get("co", "slide"), flask.request.args.get("dau", ","))
    if found is None or form not in makers:
        flask.abort(404)
    make, kind = makers[form]
    if not _making.acquire(timeout=PATIENCE_SECONDS):
        return flask.Response(
            say("briefing.errors.busy", language()), 503, {"Retry-After": "30"}, mimetype="text/plain"
        )
    try:
        body = make(found.spec)
    finally:
        _making.release()
    return _attachment(body, kind, f"{file_name(block)}-{asked.period}.{form}")


def _chart_makers(size: str, decimal: str) -> dict[str, tuple[Callable[[ChartSpec], bytes], str]]:
    from dashboard.briefing import csv, image, workbook

    if size not in image.sizes() or decimal not in csv.DECIMAL_MARKS:
        raise BadRequest("size")
    return {
        "png": (lambda spec: image.png(spec, size), "image/png"),
        "svg": (lambda spec: image.svg(spec, size), "image/svg+xml"),
        "pdf": (lambda spec: image.pdf(spec, size), "application/pdf"),
        "csv": (lambda spec: csv.table(spec, decimal), "text/csv"),
        "xlsx": (workbook.chart_workbook, CONTENT_TYPES["xlsx"]),
    }


@blueprint.get("/bao-cao/xem/<block>.svg")
def preview(block: str) -> flask.typing.ResponseReturnValue:
    """A chart as it will stand in the report, to be seen in the builder."""
    from dashboard.briefing import image

    found = next((one for one in built(store(), _asked()).charts if one.id == block), None)
    if found is None:
        flask.abort(404)
    answer = flask.Response(image.preview(found.spec), mimetype="image/svg+xml")
    answer.headers["Content-Security-Policy"] = SVG_POLICY
    return answer


@blueprint.post("/bao-cao/luu")
def keep() -> flask.typing.ResponseReturnValue:
    """Keep a briefing to make it again next month; under its id it becomes the next edition."""
    asked = request_of(dict(parse_qsl(flask.request.form.get("chon", ""))), language())
    asked = with_period(store(), asked)
    made = built(store(), asked)
    one = SavedBriefings().keep(
        name=flask.request.form.get("ten", ""),
        query=asked.query(saved="", period=None),
        period=str(asked.period),
        state=state(made),
        identity=asked.saved,
    )
    return flask.redirect(f"/bao-cao?luu={one.id}&da-luu=1", 303)


@blueprint.post("/bao-cao/luu/<identity>/xoa")
def forget(identity: str) -> flask.typing.ResponseReturnValue:
    SavedBriefings().forget(identity)
    return flask.redirect("/bao-cao", 303)


@blueprint.post("/bao-cao/luu/<identity>/bo-sua")
def drop_edits(identity: str) -> flask.typing.ResponseReturnValue:
    SavedBriefings().drop_edits(identity)
    return flask.redirect(f"/bao-cao?luu={identity}", 303)


@blueprint.post("/bao-cao/luu/<identity>/ban-sua")
def take_edits(identity: str) -> flask.typing.ResponseReturnValue:
    """Read what people rewrote in the last edition (.docx or .pptx) and keep it for the next ones."""
    sent = flask.request.files.get("tep")
    try:
        edited = edited_texts(sent.read() if sent else b"")
    except NotAnEdition:
        return flask.redirect(f"/bao-cao?luu={identity}&loi=tep", 303)
    SavedBriefings().keep_edits(identity, edited)
    return flask.redirect(f"/bao-cao?luu={identity}&sua={len(edited)}", 303)


def _asked() -> BriefingRequest:
    return with_period(store(), request_of(flask.request.args.to_dict(), language()))


def _with_edits(briefing: Briefing, asked: BriefingRequest) -> Briefing:
    if not asked.saved:
        return briefing
    try:
        return carry_over(briefing, SavedBriefings().get(asked.saved).edited)
    except UnknownSaved:
        return briefing


def _attachment(body: bytes, kind: str, name: str) -> flask.Response:
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "no-store"}
    if kind == "image/svg+xml":
        headers["Content-Security-Policy"] = SVG_POLICY
    return flask.Response(body, mimetype=kind, headers=headers)
