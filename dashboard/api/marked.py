"""The original workbook of a figure to download, opened at its cell, which is framed and says where it is shown."""

from __future__ import annotations

from io import BytesIO

import flask

from dashboard.analysts import origin_for_visitor
from dashboard.context import language, store
from dashboard.derivations.formula_text import exact
from dashboard.formats import day, unit_inside
from data.spoken import spoken
from data.store import Lineage
from data.store.errors import StoreError
from data.wording import say
from loaders.release import UnreadableWorkbook
from loaders.release.originals import marked

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

blueprint = flask.Blueprint("marked", __name__)


@blueprint.get("/so-lieu/o/<path:figure_id>/danh-dau")
def marked_workbook(figure_id: str) -> flask.typing.ResponseReturnValue:
    """The workbook as `.xlsx`; 404 with a sentence where the figure or its original is missing."""
    lang = language()
    try:
        found = origin_for_visitor(store(), figure_id)
        name, content = marked(found, _note(found, lang))
    except StoreError as error:
        return error.message(lang), 404
    except UnreadableWorkbook as refusal:
        return spoken(refusal.finding, lang)["found"], 404
    return flask.send_file(BytesIO(content), as_attachment=True, download_name=name, mimetype=XLSX)


def _note(found: Lineage, lang: str) -> str:
    figure = found.figure
    unit = unit_inside(found.series.unit, lang)
    value = f"{exact(figure.value, lang)}{'' if unit == '%' else ' '}{unit}".strip()
    return say("lineage.cell.note", lang, value=value, day=day(figure.released, lang))
