"""Any transformation of any stored series as data: values with their bounds, unit and method, or why there is none."""

from __future__ import annotations

import csv
import io

import flask
import pandas as pd

from dashboard.context import answer_as_recorded, language, store
from dashboard.formats import unit_name
from dashboard.method_words import lacking_words, method_words, refusal_words
from dashboard.moment import moment_of
from dashboard.transformed import Lacking, Made, lacking, made
from data.catalogue import catalogue
from data.store import Series
from indicators.errors import IndicatorError
from indicators.registry import TRANSFORMATIONS

blueprint = flask.Blueprint("transformed", __name__)
PATH = "/so-lieu/bien-doi"
REFUSED = 422


@blueprint.get(PATH)
def transformed() -> flask.typing.ResponseReturnValue:
    """`chuoi` is the series, `phep` the transformation, `goc` a base month, `dang` csv or json; `ngay` asks for what
    was published by a day (`2024-12-06`) or held here at its end (`ghi-2024-12-06`).

    Without `phep` it lists all transformations and, of each that the series does not allow, the reason.
    """
    asked, moment = flask.request.args, moment_of(flask.request.args.get("ngay", ""))
    answer_as_recorded(moment.recorded)
    if asked.get("ngay") and not moment.day:
        flask.abort(404)
    try:
        one = store().series(int(asked.get("chuoi", "")))
        base = pd.Period(asked["goc"], "M") if asked.get("goc") else None
    except (KeyError, ValueError):
        flask.abort(404)
    key = asked.get("phep", "")
    if not key:
        return flask.jsonify(_offered(one))
    if key not in TRANSFORMATIONS:
        flask.abort(404)
    try:
        found = made(store(), one, key, base=base, as_of=moment.as_of)
    except Lacking as problem:
        return flask.jsonify(refused=lacking_words(problem.need, language())), REFUSED
    except IndicatorError as problem:
        return flask.jsonify(refused=refusal_words(problem, language())), REFUSED
    return _csv(found) if asked.get("dang") == "csv" else flask.jsonify(_plain(found))


def _offered(one: Series) -> dict[str, object]:
    """Every transformation with its name; `refused` says what the series lacks for it."""
    lang = language()
    return {
        key: {
            "name": how.vi if lang == "vi" else how.en,
            **({"refused": lacking_words(need, lang)} if (need := lacking(store(), one, how)) else {}),
        }
        for key, how in TRANSFORMATIONS.items()
    }


def _plain(found: Made) -> dict[str, object]:
    lang = language()
    return {
        "series": found.series.id,
        "transformation": found.how.key,
        "name": found.how.vi if lang == "vi" else found.how.en,
        "unit": unit_name(found.unit, lang),
        "method": method_words(found.outcome, lang, deflator=deflator_name(found, lang), unit=found.unit),
        "values": [dict(zip(("period", "value", "low", "high"), row, strict=True)) for row in _rows(found)],
    }


def _csv(found: Made) -> flask.Response:
    text = io.StringIO()
    lines = csv.writer(text, lineterminator="\n")
    lines.writerow(("period", "value", "low", "high", "unit"))
    lines.writerows((*row, found.unit) for row in _rows(found))
    return flask.Response(text.getvalue(), mimetype="text/csv")


def _rows(found: Made) -> list[tuple[str, float, float | None, float | None]]:
    """Known values by period with their bounds where these are known."""
    low, high = ({} if bound is None else bound.dropna().to_dict() for bound in (found.outcome.low, found.outcome.high))
    values = found.outcome.values.dropna().items()
    return [(str(period), float(value), low.get(period), high.get(period)) for period, value in values]


def deflator_name(found: Made, lang: str) -> str:
    """The price index that took the prices out, by its name in the catalogue."""
    one = found.deflator
    return "" if one is None else catalogue().item_name(one.table, one.item, lang) or one.label
