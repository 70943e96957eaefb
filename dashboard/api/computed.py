"""A computed number as a workbook with its inputs, their cells and the formula."""

from __future__ import annotations

import flask

from dashboard.context import language, store
from dashboard.derivations.derivation import PATH, derivation_of
from dashboard.derivations.explained import explain
from dashboard.derivations.formula_text import heading
from data.wording import say

WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

blueprint = flask.Blueprint("computed", __name__)


@blueprint.get(f"{PATH}.xlsx")
def workbook() -> flask.typing.ResponseReturnValue:
    """The workbook; 404 with a sentence where the number cannot be worked out."""
    asked, lang = derivation_of(flask.request.args.to_dict()), language()
    found = explain(store(), asked) if asked else None
    if found is None:
        return say("lineage.computed.unknown", lang), 404
    from dashboard.briefing.computed_workbook import computed_workbook  # loads the workbook writer only when asked

    name = f"{found.how.key}-{str(found.derivation.period).replace('/', '-')}.xlsx"
    return flask.Response(
        computed_workbook(found, heading(found, lang), lang),
        mimetype=WORKBOOK,
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )
