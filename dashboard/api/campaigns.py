"""Changes to the register of campaigns, as plain forms; every change is a version with who and why."""

from __future__ import annotations

import re
import tempfile
import unicodedata
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import quote

import flask

from dashboard.api.visitor import refuse_other_sites, remember, signer
from dashboard.campaign_import import campaigns_of, rows_of
from dashboard.context import language, store
from data.catalogue import catalogue
from data.settings import settings
from data.spoken import spoken
from data.store.errors import StoreError
from data.store.register import Campaign
from data.wording import say
from loaders.errors import UnreadableWorkbook
from loaders.isolation import cells_isolated

blueprint = flask.Blueprint("campaigns", __name__)

FIELDS = (
    "name",
    "area",
    "kind",
    "slogan",
    "precision",
    "owner",
    "launched_by",
    "document",
    "objective",
    "target_indicator",
    "target_unit",
    "status",
    "source",
    "note",
    "recurring",
    "places",
)
LONGEST = 500
LONGEST_SHEET, LARGEST_FILE = 400_000, 4 << 20


blueprint.before_request(refuse_other_sites)


@blueprint.post("/phong-trao/ghi")
def save() -> flask.typing.ResponseReturnValue:
    """Add a version of a campaign and go to its page; a mistake goes back with the sentence that names it."""
    form = flask.request.form
    code = re.sub(r"[^A-Za-z0-9-]", "", form.get("code", ""))[:40] or _code_of(form.get("name", ""))
    by = signer()
    try:
        _demand_editor(by)
        campaign = campaign_from(form, code)
        store().save_campaign(campaign, by=by, why=(form.get("why") or "").strip()[:LONGEST])
    except ValueError as error:
        return flask.redirect(f"/phong-trao/{quote(code or 'moi')}?loi={quote(str(error))}", 303)
    except StoreError as error:
        return flask.redirect(f"/phong-trao/{quote(code)}?loi={quote(error.message(language()))}", 303)
    answer = flask.redirect(f"/phong-trao/{quote(code)}", 303)
    return remember(answer, by)


@blueprint.post("/phong-trao/nhap")
def import_rows() -> flask.typing.ResponseReturnValue:
    """Add the campaigns of an uploaded sheet or of pasted rows, all of them or none."""
    by = signer()
    try:
        _demand_editor(by)
        found = campaigns_of(_rows(), _campaign_of_row)
        for campaign in found:
            store().save_campaign(campaign, by=by, why=say("campaign_pages.import.why", language()))
    except ValueError as problem:
        return remember(flask.redirect(f"/phong-trao/moi?loi={quote(str(problem))}", 303), by)
    return remember(flask.redirect("/phong-trao", 303), by)


def _demand_editor(name: str) -> None:
    """Raises ValueError with its sentence where the settings name editors and this is none of them."""
    editors = {one.strip().casefold() for one in settings().campaign_editors.split(",") if one.strip()}
    if editors and name.casefold() not in editors:
        raise ValueError(say("campaign_pages.not_an_editor", language(), name=name))


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


def _campaign_of_row(values: dict[str, str], code: str) -> Campaign:
    return campaign_from(values, code or _code_of(values.get("name", "")))


def campaign_from(form: dict[str, str], code: str) -> Campaign:
    """A campaign from form fields; of one that is known already, what the form leaves out stays. Raises ValueError with
    a sentence that names the field.
    """
    known = next((one for one in store().campaigns() if one.code == code), None)
    values: dict[str, Any] = {
        name: unicodedata.normalize("NFC", form[name].strip())[:LONGEST] for name in FIELDS if name in form
    }
    if "recurring" in values:
        values["recurring"] = values["recurring"] or "none"
    if not values.get("name"):
        raise ValueError(say("campaign_pages.name_needed", language()))
    start, end = _day(form.get("start", ""), "start"), _day(form.get("end", ""), "end")
    if start and end and end < start:
        raise ValueError(say("campaign_pages.end_before_start", language()))
    if start is None:
        values["precision"] = "unknown"
    try:
        value = _number(form.get("target_value") or "")
    except ValueError:
        raise ValueError(say("campaign_pages.target_not_number", language())) from None
    found = replace(known or Campaign(code, ""), start=start, end=end, target_value=value, **values)
    if "themes" in form:
        found = replace(found, themes=_themes(form["themes"]))
    if "items" in form:
        found = replace(found, items=tuple(filter(None, re.split(r"[,;\s]+", form["items"]))))
    return found


def _number(text: str) -> float | None:
    """`1.234,5` as people write it, or `9.5` as a cell holds it; raises ValueError for what is none."""
    text = text.strip()
    if re.fullmatch(r"-?\d+\.\d{1,2}|-?\d+\.\d{4,}", text):
        return float(text)
    return float(text.replace(".", "").replace(",", ".")) if text else None


def _themes(text: str) -> tuple[str, ...]:
    return tuple(code for code in text.split(",") if code in catalogue().themes)


def _day(text: str, name: str) -> date | None:
    text = text.strip()
    if not text:
        return None
    try:
        if match := re.fullmatch(r"(\d{1,2})/(\d{1,2})/(\d{4})", text):
            return date(int(match[3]), int(match[2]), int(match[1]))
        return date.fromisoformat(text)
    except ValueError:
        raise ValueError(
            say(
                "campaign_pages.bad_date", language(), field=say(f"campaign_pages.fields.{name}", language()), text=text
            )
        ) from None


def _code_of(name: str) -> str:
    plain = "".join(c for c in unicodedata.normalize("NFD", name.casefold().replace("đ", "d")) if c.isascii())
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:30].upper() or "MOI"
