"""Speed of the dashboard: the large chart against an empty callback on the same server, and sizes on the wire."""

from __future__ import annotations

import gzip
import http.client
import statistics
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

import orjson
import waitress
from dash import Input, Output

from dashboard.application import create_app
from dashboard.figures.plotly_chart import plotly_figure
from dashboard.figures.spec import ChartSpec, Kind, Series
from data.period import Period
from data.store import Store, open_store
from tests.dashboard.helpers import RETAIL, SAME, load, rate, stated

ROUNDS = 60
SERIES, MONTHS = 6, 240
FIRST_MONTH = Period.month(2005, 1).first
CALLBACK_AT_LEAST, RAW_KB_AT_MOST, PACKED_KB_AT_MOST = 0.25, 30.0, 8.0


def measurements() -> list[dict[str, Any]]:
    """Ratios measured in one run; each with its limit."""
    with tempfile.TemporaryDirectory() as folder, open_store(f"sqlite:///{Path(folder) / 'bench.sqlite'}") as store:
        _fill(store)
        app = create_app(store)
        app.callback(Output("bench-out", "children"), Input("bench-in", "title"))(lambda value: value)
        with _served(app.server) as post:
            ours = _median_ms(lambda: post(_DRAW))
            nothing = _median_ms(lambda: post(_NOTHING))
    figure = orjson.dumps(plotly_figure(_wide_chart()))
    raw, packed = len(figure) / 1000, len(gzip.compress(figure, 6)) / 1000
    return [
        _row("requests per second of the chart callback, share of an empty one", nothing / ours, CALLBACK_AT_LEAST, ""),
        _row("figure of six series by 240 months", raw, RAW_KB_AT_MOST, "KB"),
        _row("the same compressed", packed, PACKED_KB_AT_MOST, "KB"),
        _row("chart callback", ours, 0.0, "ms"),
    ]


def _row(name: str, ours: float, limit: float, unit: str) -> dict[str, Any]:
    ratio = round(ours / limit, 3) if limit else None
    return {"name": name, "ours": round(ours, 3), "peer_or_limit": limit, "ratio": ratio, "unit": unit, "n": ROUNDS}


def _fill(store: Store) -> None:
    figures = []
    for month in range(FIRST_MONTH, FIRST_MONTH + MONTHS):
        period = str(Period(month, month))
        figures += [stated(RETAIL, period, 1000.0 + month, "official"), stated(rate(RETAIL, SAME), period, 108.0)]
    load(store, date(2025, 1, 6).isoformat(), *figures)


_DRAW = {
    "output": "overview-chart-box.children",
    "outputs": {"id": "overview-chart-box", "property": "children"},
    "inputs": [
        {"id": "overview-theme", "property": "value", "value": "retail"},
        {"id": "overview-rate", "property": "value", "value": "growth"},
        {"id": "overview-window", "property": "value", "value": "2"},
    ],
    "state": [
        {
            "id": "overview-selection",
            "property": "data",
            "value": {"area": "Cả nước", "month": FIRST_MONTH + MONTHS - 1, "as_of": ""},
        }
    ],
    "changedPropIds": ["overview-theme.value"],
}
_NOTHING = {
    "output": "bench-out.children",
    "outputs": {"id": "bench-out", "property": "children"},
    "inputs": [{"id": "bench-in", "property": "title", "value": "x"}],
    "changedPropIds": ["bench-in.title"],
}


@contextmanager
def _served(server: Any) -> Iterator[Callable[[dict[str, Any]], None]]:
    """The application behind its real web server on a free port; one connection is kept open."""
    waiting = waitress.create_server(server, host="127.0.0.1", port=0, threads=2)
    threading.Thread(target=waiting.run, daemon=True).start()
    connection = http.client.HTTPConnection("127.0.0.1", waiting.effective_port)

    def post(body: dict[str, Any]) -> None:
        connection.request("POST", "/_dash-update-component", orjson.dumps(body), {"Content-Type": "application/json"})
        answer = connection.getresponse()
        answer.read()
        assert answer.status == 200, answer.status

    try:
        yield post
    finally:
        connection.close()
        waiting.close()


def _wide_chart() -> ChartSpec:
    months = tuple(str(Period(FIRST_MONTH + m, FIRST_MONTH + m)) for m in range(MONTHS))
    series = tuple(
        Series(f"Nhóm {n}", Kind.LINE, tuple(100 + n + m / 7 for m in range(MONTHS)), "%", role=f"series{n + 1}")
        for n in range(SERIES)
    )
    return ChartSpec("bench", "Tiêu đề", "Phụ đề", months, months, series, "%", "Nguồn")


def _median_ms(act: Callable[[], None]) -> float:
    act()
    taken = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        act()
        taken.append(1000 * (time.perf_counter() - start))
    return statistics.median(taken)
