"""Workbooks to download: originals as they were uploaded or with comments, the samples, and empty forms."""

from __future__ import annotations

import io
from pathlib import Path

import flask

from dashboard.blank_form import blank_form, file_name
from dashboard.context import language, store
from data import originals
from data.catalogue import catalogue
from data.observation import WHOLE_COUNTRY
from data.period import Period
from data.settings import PROJECT
from data.store.errors import StoreError
from data.wording import say

SAMPLES = PROJECT / "data" / "sample"

blueprint = flask.Blueprint("originals", __name__)


@blueprint.get("/so-lieu/ban/<int:release_id>/goc")
def original(release_id: int) -> flask.typing.ResponseReturnValue:
    """The uploaded file of a release; 404 with a sentence where it is missing from the store of originals."""
    try:
        one = store().release(release_id)
    except StoreError as error:
        return error.message(language()), 404
    path = originals.original(one.sha256)
    if path is None:
        return say("data_pages.lineage.original_missing", language()), 404
    return flask.send_file(path, as_attachment=True, download_name=one.file, mimetype="application/octet-stream")


def sample_files() -> list[Path]:
    """The sample workbooks, those to try an upload with last."""
    return [*sorted(SAMPLES.glob("*.xlsx")), *sorted(SAMPLES.glob("upload/*.xlsx"))]


@blueprint.get("/so-lieu/bieu-mau-trong")
def empty_form() -> flask.typing.ResponseReturnValue:
    """The empty form of an area and a month; 404 with a sentence where either is none."""
    area, asked = flask.request.args.get("vung", ""), flask.request.args.get("ky", "")
    try:
        month = Period.parse(asked)
    except ValueError:
        month = None
    if area == WHOLE_COUNTRY or area not in catalogue().areas or month is None or month.kind != "month":
        return say("data_pages.home.no_form", language()), 404
    content = io.BytesIO(blank_form(area, month))
    return flask.send_file(content, as_attachment=True, download_name=file_name(area, month))


@blueprint.get("/so-lieu/bieu-mau/<path:name>")
def sample(name: str) -> flask.typing.ResponseReturnValue:
    """A sample workbook by its name; only those that exist are known."""
    found = next((path for path in sample_files() if path.relative_to(SAMPLES).as_posix() == name), None)
    return (
        flask.send_file(found, as_attachment=True)
        if found
        else (say("data_pages.lineage.original_missing", language()), 404)
    )
