"""Answers the search field of the header."""

from __future__ import annotations

from itertools import groupby

import flask

from dashboard.context import language, store
from dashboard.search import found
from data.wording import say

blueprint = flask.Blueprint("search", __name__)


@blueprint.get("/tim")
def search() -> flask.Response:
    """`{"groups": [{"name", "items": [{"name", "detail", "address"}]}], "near"}`, best first within each group; `near`
    says that none of them has all the words."""
    lang = language()
    answered = found(store(), flask.request.args.get("q", ""), lang)
    groups = [
        {
            "name": say(f"search.kinds.{kind}", lang),
            "items": [{"name": one.name, "detail": one.detail, "address": one.address} for one in some],
        }
        for kind, some in groupby(answered.entries, key=lambda one: one.kind)
    ]
    answer = flask.jsonify(groups=groups, near=not answered.has_all)
    answer.headers["Cache-Control"] = "no-store"
    return answer
