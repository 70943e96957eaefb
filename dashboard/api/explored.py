"""The figures of the explorer's chart as a table, fetched when somebody opens it."""

from __future__ import annotations

import flask

from dashboard.briefing.bounds import with_bounds
from dashboard.components.chart_card import chart_table
from dashboard.context import language, store
from dashboard.explorer.chart import drawn
from dashboard.explorer.selection import selection_of
from dashboard.views.explored import TABLE_PATH

blueprint = flask.Blueprint("explored", __name__)


@blueprint.get(TABLE_PATH)
def table() -> flask.Response:
    """Markup of the table; every stored value leads to its cell."""
    spec = drawn(store(), selection_of(flask.request.args.to_dict()), language(), with_ids=True).spec
    if spec is None:
        flask.abort(404)
    return flask.Response(chart_table(with_bounds(spec)).svg, mimetype="text/html")
