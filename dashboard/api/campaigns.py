"""Changes to the register of campaigns, as plain forms; every change is a version with who and why."""

from __future__ import annotations

import re
import tempfile
from pathlib import Path
from urllib.parse import quote, urlencode

import flask
from werkzeug.wrappers import Response

from dashboard.api.visitor import refuse_other_sites, remember, signer
from dashboard.campaign_fields import LONGEST, LONGEST_CODE, FieldMistakes, campaign_from, code_of
from dashboard.campaign_import import campaigns_of, rows_of
from dashboard.context import language, store
from data.settings import settings
from data.spoken import spoken
from data.store.errors import StoreError
from data.store.register import Campaign
from data.wording import say
from loaders.errors import UnreadableWorkbook
from loaders.isolation import cells_isolated

blueprint = flask.Blueprint("campaigns", __name__)

LONGEST_SHEET, LARGEST_FILE = 400_000, 4 << 20


blueprint.before_request(refuse_other_sites)


@blueprint.post("/phong-trao/ghi")
def save() -> flask.typing.ResponseReturnValue:
    """Add a version of a campaign and go to its page. Mistakes come back by field to a script that asks for JSON, else
    as one sentence in the address.
    """
    form, by = flask.request.form, signer()
    known = {one.code: one for one in store().campaigns()}
    given = re.sub(r"[^A-Za-z0-9-]", "", form.get("code", ""))[:LONGEST_CODE]
    code = given or code_of(form.get("name", ""), known)
    try:
        _demand_editor(by)
        campaign = campaign_from(form, code, known.get(code))
        store().save_campaign(campaign, by=by, why=(form.get("why") or "").strip()[:LONGEST])
    except FieldMistakes as mistakes:
        return _refused(given, str(mistakes), mistakes.by_field)
    except StoreError as error:
        return _refused(given, error.message(language()), {})
    address = f"/phong-trao/{quote(code)}"
    return remember(_done(address), by)


@blueprint.post('/phong-trao/<any(rut, "dua-lai"):step>/<code>')
def take_out_or_put_back(step: str, code: str) -> flask.typing.ResponseReturnValue:
    """Withdraw a campaign from the register or restore it, with who and why; what prevents it is said on its page."""
    by, why = signer(), (flask.request.form.get("why") or "").strip()[:LONGEST]
    try:
        _demand_editor(by)
        (store().withdraw_campaign if step == "rut" else store().restore_campaign)(code, by=by, why=why)
    except FieldMistakes as mistakes:
        return _refused(code, str(mistakes), {})
    except StoreError as error:
        return _refused(code, error.message(language()), {})
    except KeyError:  # somebody else was faster: the page says how it stands now
        pass
    return remember(_done(f"/phong-trao/{quote(code)}"), by)


def _done(address: str) -> Response:
    return flask.jsonify(address=address) if _wants_json() else flask.redirect(address, 303)


def _refused(code: str, words: str, by_field: dict[str, str]) -> Response:
    if _wants_json():
        return flask.jsonify(errors=by_field, message="" if by_field else words)
    return flask.redirect(f"/phong-trao/{quote(code or 'moi')}?loi={quote(words)}", 303)


def _wants_json() -> bool:
    return flask.request.accept_mimetypes.best_match(["text/html", "application/json"]) == "application/json"


@blueprint.post("/phong-trao/nhap")
def import_rows() -> flask.typing.ResponseReturnValue:
    """Add the campaigns of an uploaded sheet or of pasted rows, all of them or none. What is wrong comes back to a
    script that asks for JSON, which keeps the rows, else in the address.
    """
    by = signer()
    build = _Builder()
    try:
        _demand_editor(by)
        found = campaigns_of(_rows(), build)
        for campaign in found:
            store().save_campaign(campaign, by=by, why=say("campaign_pages.import.why", language()))
    except ValueError as problem:
        return remember(_refused("", str(problem), {}), by)
    changed = sum(one.code in build.known for one in found)
    said = say("campaign_pages.import.done", language(), count=len(found), new=len(found) - changed, changed=changed)
    return remember(_done(f"/phong-trao?{urlencode({'xong': said})}"), by)


def _demand_editor(name: str) -> None:
    """Raises FieldMistakes where the settings name editors and this is none of them."""
    editors = {one.strip().casefold() for one in settings().campaign_editors.split(",") if one.strip()}
    if editors and name.casefold() not in editors:
        raise FieldMistakes({"person": say("campaign_pages.not_an_editor", language(), name=name)})


def _rows() -> list[list[str]]:
    """Rows of the uploaded file, if one was chosen, else of the pasted text. Raises ValueError with its sentence."""
    sent = flask.request.files.get("sheet")
    if sent is None or not sent.filename:
        return rows_of((flask.request.form.get("rows") or "")[:LONGEST_SHEET])
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "sheet"
        sent.save(path)
        if path.stat().st_size > LARGEST_FILE:
            raise ValueError(say("data_pages.upload.too_large", language(), limit=LARGEST_FILE >> 20))
        try:
            return cells_isolated(path, sent.filename[:200])
        except UnreadableWorkbook as refusal:
            words = spoken(refusal.finding, language())
            raise ValueError(f"{words['found']} {words['todo']}") from refusal


class _Builder:
    """Campaigns of the rows of one sheet. A row about a campaign that is known, by its code or by name, area and first
    day, changes it; any other is new.
    """

    def __init__(self) -> None:
        self.known = {one.code: one for one in store().campaigns()}
        self.taken = set(self.known)

    def __call__(self, values: dict[str, str], code: str) -> Campaign:
        made = campaign_from(values, code, self.known.get(code))
        same = next((one for one in self.known.values() if not code and _is_same(one, made)), None)
        code = code or (same.code if same else code_of(made.name, self.taken))
        self.taken.add(code)
        return campaign_from(values, code, self.known.get(code))


def _is_same(one: Campaign, other: Campaign) -> bool:
    return (one.name, one.area, one.start) == (other.name, other.area, other.start)
