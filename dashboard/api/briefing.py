"""Files of briefings and of their charts at plain addresses, and the forms that keep a briefing for next month."""

from __future__ import annotations

import logging
from urllib.parse import parse_qsl

import flask

from dashboard.api.chart_formats import SVG_POLICY, attachment, chart_answer, in_turn
from dashboard.api.visitor import refuse_other_sites
from dashboard.briefing.content import NothingToTell, UnknownCampaign
from dashboard.briefing.model import Briefing
from dashboard.briefing.produce import CONTENT_TYPES, produce
from dashboard.briefing.refresh import LARGEST_PART, NotAnEdition, carry_over, edited_texts, state
from dashboard.briefing.request import BadRequest, BriefingRequest, built, request_of, with_period
from dashboard.briefing.safe_text import file_name
from dashboard.briefing.saved import SavedBriefings, UnknownSaved
from dashboard.context import language, store
from data.wording import say

blueprint = flask.Blueprint("briefing", __name__)
log = logging.getLogger(__name__)


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


@blueprint.errorhandler(UnknownCampaign)
def _no_campaign(problem: UnknownCampaign) -> flask.typing.ResponseReturnValue:
    words = say(
        "briefing.errors.unknown_campaign" if problem.code else "briefing.page.choose_campaign",
        language(),
        code=problem.code,
    )
    return flask.Response(words, 404, mimetype="text/plain")


@blueprint.errorhandler(OSError)
def _unreadable(problem: OSError) -> flask.typing.ResponseReturnValue:
    """What a wrong setting or a full disk prevents, in the words of the problem."""
    log.exception("briefing failed", exc_info=problem)
    return flask.Response(str(problem), 500, mimetype="text/plain")


@blueprint.get("/bao-cao/tep/<form>")
def file(form: str) -> flask.typing.ResponseReturnValue:
    """One file of a briefing."""
    if form not in CONTENT_TYPES:
        flask.abort(404)
    asked = _asked()

    def make() -> flask.Response:
        made = next(produce(_with_edits(built(store(), asked), asked), [form]))
        return attachment(made.body, made.content_type, made.name)

    return in_turn(make)


@blueprint.get("/bao-cao/bieu-do/<block>.<form>")
def chart_file(block: str, form: str) -> flask.typing.ResponseReturnValue:
    """One chart: `png`, `svg`, `pdf` in a named size (`co`), `csv` with a decimal mark (`dau`), `xlsx`."""
    asked = _asked()
    found = next((one for one in built(store(), asked).charts if one.id == block), None)
    if found is None:
        flask.abort(404)
    return chart_answer(found.spec, form, f"{file_name(block)}-{asked.period}")


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
