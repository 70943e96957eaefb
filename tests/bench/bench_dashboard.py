"""Speed of the dashboard: a change of selection against an empty callback on the same server, and what is sent.

Ours and the empty callback take turns within one run, over HTTP and the real web server, so that whatever else the
machine does slows both. The chart is the explorer's: six series by 240 months. Its columns are kept while nothing
visible changes, so it is measured twice: as for whoever changes a choice, and with every figure asked of the store.
"""

from __future__ import annotations

import gzip
import http.client
import socket
import statistics
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

import orjson
from dash import Dash, Input, Output

from dashboard.application import create_app
from dashboard.explorer.columns import forget
from dashboard.serving import web_server
from data.period import Period
from data.store import Store, open_store
from tests.bench.first_load import first_load_kb
from tests.dashboard.helpers import RETAIL, SAME, load, rate, stated

ROUNDS, WARMING = 60, 3
ITEMS = ("total", "goods", "accommodation_catering", "travel", "other_services", "trade")
MONTHS, DECADES = 240, 10
FIRST_MONTH = Period.month(2005, 1).first
CALLBACK_AT_LEAST, RAW_KB_AT_MOST, PACKED_KB_AT_MOST, TEN_TIMES_AT_MOST = 0.25, 30.0, 8.0, 1.3
FIRST_LOAD_KB_AT_MOST = 900.0

Post = Callable[[Mapping[str, Any]], bytes]


def measurements() -> list[dict[str, Any]]:
    """Ratios measured in one run; each with its limit."""
    with tempfile.TemporaryDirectory() as folder:
        small, large = (open_store(f"sqlite:///{Path(folder) / name}.sqlite") for name in ("small", "large"))
        with small, large:
            _fill(small)
            _fill(large, areas=DECADES)
            with _served(small) as ask, _served(large) as ask_large:
                selection, overview = _explorer_request(small), _overview_request()
                many = _explorer_request(large)
                taken = _in_turns(
                    {
                        "nothing": lambda: ask(_NOTHING),
                        "asked anew": lambda: ask(selection),
                        "explorer": lambda: ask(selection),
                        "overview": lambda: ask(overview),
                        "ten times": lambda: ask_large(many),
                    },
                    before={"asked anew": lambda: forget(small), "ten times": lambda: forget(large)},
                )
                figure = orjson.dumps(_figure_in(ask(selection)))
                load_kb = first_load_kb(small)
    raw, packed = len(figure) / 1000, len(gzip.compress(figure, 6)) / 1000
    share = "requests per second, share of an empty callback: {}"
    rows = [
        _row(
            share.format("explorer, six series by 240 months"), taken["nothing"] / taken["explorer"], CALLBACK_AT_LEAST
        ),
        _row(share.format("the same asked anew"), taken["nothing"] / taken["asked anew"], CALLBACK_AT_LEAST),
        _row(share.format("chart of the overview"), taken["nothing"] / taken["overview"], CALLBACK_AT_LEAST),
        _row(
            "explorer asked anew with ten times the figures, share of time",
            taken["ten times"] / taken["asked anew"],
            TEN_TIMES_AT_MOST,
        ),
        _row("figure of six series by 240 months", raw, RAW_KB_AT_MOST, "KB"),
        _row("the same compressed", packed, PACKED_KB_AT_MOST, "KB"),
        _row("explorer callback", taken["explorer"], 0.0, "ms"),
        _row("empty callback", taken["nothing"], 0.0, "ms"),
    ]
    return [*rows, *([_row("first load of the overview", load_kb, FIRST_LOAD_KB_AT_MOST, "KB")] if load_kb else [])]


def _row(name: str, ours: float, limit: float, unit: str = "") -> dict[str, Any]:
    ratio = round(ours / limit, 3) if limit else None
    return {"name": name, "ours": round(ours, 3), "peer_or_limit": limit, "ratio": ratio, "unit": unit, "n": ROUNDS}


def _fill(store: Store, *, areas: int = 1) -> None:
    """Twenty years of six items, with printed growth of the total; `areas` times as much for other areas."""
    for number in range(areas):
        area = "Cả nước" if number == 0 else f"Tỉnh {number}"
        figures = []
        for month in range(FIRST_MONTH, FIRST_MONTH + MONTHS):
            period = str(Period(month, month))
            figures += [
                stated(RETAIL._replace(item=item, area=area), period, 1234.567 * (n + 1) + month * 1.371, "official")
                for n, item in enumerate(ITEMS)
            ]
            figures.append(stated(rate(RETAIL, SAME)._replace(area=area), period, 108.0))
        load(store, date(2025, 1, 6 + number).isoformat(), *figures)


def _explorer_request(store: Store) -> dict[str, Any]:
    """What the browser sends when a choice of the explorer changes."""
    levels = [one.id for one in store.find_series(areas=["Cả nước"], measures=["value"])]
    listed = _application(store).server.test_client().get("/_dash-dependencies").get_json()
    output = next(one["output"] for one in listed if one["output"].startswith("..explorer-head.svg"))
    pairs = [part.rsplit(".", 1) for part in output.strip(".").split("...")]
    address = f"/kham-pha?tu=2005-01&chuoi={','.join(map(str, levels))}"
    return {
        "output": output,
        "outputs": [{"id": name, "property": prop} for name, prop in pairs],
        "inputs": [{"id": "explorer-selection", "property": "data", "value": address}],
        "changedPropIds": ["explorer-selection.data"],
    }


def _overview_request() -> dict[str, Any]:
    last = FIRST_MONTH + MONTHS - 1
    values = {"overview-theme": "retail", "overview-rate": "growth", "overview-window": "2"}
    selection = {"area": "Cả nước", "month": last, "moment": ""}
    return {
        "output": "overview-chart-box.children",
        "outputs": {"id": "overview-chart-box", "property": "children"},
        "inputs": [{"id": name, "property": "value", "value": value} for name, value in values.items()],
        "state": [{"id": "overview-selection", "property": "data", "value": selection}],
        "changedPropIds": ["overview-theme.value"],
    }


_NOTHING = {
    "output": "bench-out.children",
    "outputs": {"id": "bench-out", "property": "children"},
    "inputs": [{"id": "bench-in", "property": "title", "value": "x"}],
    "changedPropIds": ["bench-in.title"],
}


def _figure_in(answer: bytes) -> dict[str, Any]:
    figure: dict[str, Any] = orjson.loads(answer)["response"]["explorer-chart"]["figure"]
    assert len([one for one in figure["data"] if one.get("mode") == "lines" and len(one["y"]) == MONTHS]) == len(ITEMS)
    return figure


def _application(store: Store) -> Dash:
    """An application that has taken its callbacks, since the next one made in this process would get them."""
    app = create_app(store)
    app.callback(Output("bench-out", "children"), Input("bench-in", "title"))(lambda value: value)
    app.server.test_client().get("/_dash-dependencies")
    return app


@contextmanager
def _served(store: Store) -> Iterator[Post]:
    """The application behind its real web server on a free port; one connection is kept open."""
    app = _application(store)
    listening = socket.create_server(("127.0.0.1", 0))
    waiting = web_server(app.server, listening, threads=2)
    threading.Thread(target=waiting.run, daemon=True).start()
    connection = http.client.HTTPConnection("127.0.0.1", listening.getsockname()[1])

    def post(body: Mapping[str, Any]) -> bytes:
        """The answer; one without the notice of a failure, which would be fast and mean nothing."""
        connection.request("POST", "/_dash-update-component", orjson.dumps(body), {"Content-Type": "application/json"})
        answer = connection.getresponse()
        content = answer.read()
        assert answer.status == 200, answer.status
        assert b'"className":"failed"' not in content, content[:300]
        return content

    try:
        yield post
    finally:
        connection.close()
        waiting.close()


def _in_turns(
    acts: Mapping[str, Callable[[], object]], *, before: Mapping[str, Callable[[], object]]
) -> dict[str, float]:
    """Median milliseconds of processor time of each act, server and client together; they take turns, so that all
    meet the same machine. Not by the clock: a longer act is interrupted more often where others are at work.
    What is done `before` an act is not counted.
    """
    taken: dict[str, list[float]] = {name: [] for name in acts}
    for turn in range(ROUNDS + WARMING):
        for name, act in acts.items():
            before.get(name, lambda: None)()
            start = time.process_time()
            act()
            if turn >= WARMING:
                taken[name].append(1000 * (time.process_time() - start))
    return {name: statistics.median(times) for name, times in taken.items()}
