"""A chart of a page as a file at a plain address, so that it can be saved, linked and scripted."""

from __future__ import annotations

import flask

from dashboard.api.chart_formats import chart_answer
from dashboard.briefing.safe_text import file_name
from dashboard.chart_files import FOLDER, chart_of
from dashboard.context import language, store

blueprint = flask.Blueprint("downloads", __name__)


@blueprint.get(f"{FOLDER}/<name>.<form>")
def chart_file(name: str, form: str) -> flask.typing.ResponseReturnValue:
    """The chart that the page shows in the state that the address names; 404 where there is none."""
    spec = chart_of(store(), name, flask.request.args, language())
    if spec is None:
        flask.abort(404)
    last = f"-{spec.categories[-1]}" if spec.is_time else ""
    return chart_answer(spec, form, file_name(f"{spec.key}{last}"))
