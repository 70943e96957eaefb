"""A chart as a file of any form, a few at a time: the same for charts of pages and of briefings."""

from __future__ import annotations

import threading
from collections.abc import Callable

import flask

from dashboard.briefing.produce import CONTENT_TYPES
from dashboard.briefing.sizes import OFFERED
from dashboard.context import language, store
from dashboard.figures.spec import ChartSpec
from dashboard.origins import all_origins
from data.wording import say

MOST_AT_ONCE, PATIENCE_SECONDS = 4, 20.0
SVG_POLICY = "default-src 'none'; style-src 'unsafe-inline'; font-src data:"
_making = threading.BoundedSemaphore(MOST_AT_ONCE)


def chart_answer(spec: ChartSpec, form: str, name: str) -> flask.Response:
    """`png`, `svg`, `pdf` in a named size (`co`), `csv` with a decimal mark (`dau`), `xlsx`; 404 for anything else."""
    makers = _chart_makers(flask.request.args.get("co", OFFERED[0]), flask.request.args.get("dau", ","))
    if makers is None:
        return flask.Response(say("briefing.errors.bad_request", language()), 400, mimetype="text/plain")
    if form not in makers:
        flask.abort(404)
    make, kind = makers[form]
    return in_turn(lambda: attachment(make(spec), kind, f"{name}.{form}"))


def in_turn(make: Callable[[], flask.Response]) -> flask.Response:
    """Wait for a place at most `PATIENCE_SECONDS`, then say that the server is busy."""
    if not _making.acquire(timeout=PATIENCE_SECONDS):
        words = say("briefing.errors.busy", language())
        return flask.Response(words, 503, {"Retry-After": "30"}, mimetype="text/plain")
    try:
        return make()
    finally:
        _making.release()


def attachment(body: bytes, kind: str, name: str) -> flask.Response:
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "no-store"}
    if kind == "image/svg+xml":
        headers["Content-Security-Policy"] = SVG_POLICY
    return flask.Response(body, mimetype=kind, headers=headers)


def _chart_makers(size: str, decimal: str) -> dict[str, tuple[Callable[[ChartSpec], bytes], str]] | None:
    """None for a size or a decimal mark that is not offered. The writers are loaded when first asked for."""
    from dashboard.briefing import csv, image, workbook

    if size not in OFFERED or decimal not in csv.DECIMAL_MARKS:
        return None
    return {
        "png": (lambda spec: image.png(spec, size), "image/png"),
        "svg": (lambda spec: image.svg(spec, size), "image/svg+xml"),
        "pdf": (lambda spec: image.pdf(spec, size), "application/pdf"),
        "csv": (lambda spec: csv.table(spec, decimal), "text/csv"),
        "xlsx": (lambda spec: workbook.chart_workbook(spec, all_origins(store(), spec)), CONTENT_TYPES["xlsx"]),
    }
