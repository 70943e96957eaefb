"""The short lineage of a number, fetched by the panel that opens beside a chart or a table."""

from __future__ import annotations

import flask

from dashboard.context import language, store
from dashboard.views.drawer import drawer_markup

blueprint = flask.Blueprint("drawer", __name__)


@blueprint.get("/so-lieu/tom-tat")
def short_lineage() -> flask.Response:
    """Markup for `?o=<figure id>` or for the query of a derivation."""
    return flask.Response(drawer_markup(store(), flask.request.args.to_dict(), language()), mimetype="text/html")
