"""Briefings: the time of each format against its limit, and native charts against the same deck as pictures."""

from __future__ import annotations

import io
import json
import statistics
import subprocess
import sys
import time
from collections.abc import Callable

from pptx import Presentation
from pptx.util import Inches

from dashboard.briefing import image
from dashboard.briefing.docx import report
from dashboard.briefing.pdf import document
from dashboard.briefing.pptx import deck
from dashboard.briefing.workbook import chart_workbook
from dashboard.briefing.xlsx import appendix
from dashboard.figures.spec import ChartSpec
from tests.dashboard.briefing.briefings import monthly
from tests.dashboard.briefing.charts import level_and_growth

TRIES = 5
LIMITS_SECONDS = {"pptx": 1.0, "docx": 2.0, "pdf": 2.0, "xlsx": 2.0}


def measurements() -> list[dict[str, object]]:
    briefing = monthly()
    makers: dict[str, Callable[[], object]] = {
        "pptx": lambda: deck(briefing),
        "docx": lambda: report(briefing),
        "pdf": lambda: document(briefing),
        "xlsx": lambda: appendix(briefing),
    }
    rows = [
        _row(f"monthly briefing, 12 charts: {form}", _median(make), LIMITS_SECONDS[form])
        for form, make in makers.items()
    ]
    rows += [
        _row(f"monthly briefing, first of a fresh server: {form}", seconds, LIMITS_SECONDS[form], tries=1)
        for form, seconds in _first_of_a_process().items()
    ]
    specs = [block.spec for block in briefing.charts]
    rows += _native_against_pictures(briefing, specs)
    spec = level_and_growth(25)
    for name, make in (
        ("one chart: png, 300 dpi, slide", lambda: image.png(spec)),
        ("one chart: svg with letters", lambda: image.svg(spec)),
        ("one chart: pdf", lambda: image.pdf(spec)),
        ("one chart: xlsx", lambda: chart_workbook(spec)),
    ):
        rows.append(_row(name, _median(make), 1.0))
    return rows


def _native_against_pictures(briefing, specs: list[ChartSpec]) -> list[dict[str, object]]:  # type: ignore[no-untyped-def]
    """The native deck, and a deck of pictures of the same charts: drawn here at 300 dpi, and as peers do, by Plotly in
    a browser. The picture decks hold nothing else, while the native one also has statements, tables and notes."""
    native, own = _interleaved(lambda: deck(briefing), lambda: _picture_deck([image.png(spec) for spec in specs]))
    rows = [_row("deck: native charts against pictures drawn here, 300 dpi", native, own)]
    browser = _by_browser(specs)
    if browser is not None:
        rows.append(_row("deck: native charts against Plotly pictures by a browser", native, browser, tries=1))
    return rows


def _picture_deck(pictures: list[bytes]) -> bytes:
    presentation = Presentation()
    for picture in pictures:
        slide = presentation.slides.add_slide(presentation.slide_layouts[6])
        slide.shapes.add_picture(io.BytesIO(picture), Inches(0.5), Inches(1), width=Inches(9))
    buffer = io.BytesIO()
    presentation.save(buffer)
    return buffer.getvalue()


def _by_browser(specs: list[ChartSpec]) -> float | None:
    """Seconds for the same slides with Plotly pictures by one warm browser; None where there is no browser."""
    try:
        import kaleido
        import plotly.graph_objects as graphs

        from dashboard.figures.plotly_chart import plotly_figure

        kaleido.start_sync_server(silence_warnings=True)
        try:
            figures = [graphs.Figure(plotly_figure(spec)).to_dict() for spec in specs]
            options = {"format": "png", "width": 1000, "height": 560, "scale": 3}
            kaleido.calc_fig_sync(figures[0], opts=options)
            began = time.perf_counter()
            _picture_deck([kaleido.calc_fig_sync(figure, opts=options) for figure in figures])
            return time.perf_counter() - began
        finally:
            kaleido.stop_sync_server(silence_warnings=True)
    except Exception as problem:
        print(f"no pictures by a browser: {problem}")
        return None


def _first_of_a_process() -> dict[str, float]:
    """Seconds of the first file of each form in a process that has only done what the server does after its start."""
    script = (
        "import json, time\n"
        "from dashboard.briefing.produce import produce, warm_up\n"
        "from tests.dashboard.briefing.briefings import monthly\n"
        "warm_up(); briefing, found = monthly(), {}\n"
        f"for form in {list(LIMITS_SECONDS)}:\n"
        "    began = time.perf_counter(); list(produce(briefing, [form])); found[form] = time.perf_counter() - began\n"
        "print(json.dumps(found))"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    found: dict[str, float] = json.loads(done.stdout)
    return found


def _interleaved(one: Callable[[], object], other: Callable[[], object]) -> tuple[float, float]:
    """Medians of two makers measured in turn, so that both meet the same load."""
    one(), other()
    times: tuple[list[float], list[float]] = ([], [])
    for _ in range(TRIES):
        for make, seconds in zip((one, other), times, strict=True):
            began = time.perf_counter()
            make()
            seconds.append(time.perf_counter() - began)
    return statistics.median(times[0]), statistics.median(times[1])


def _median(make: Callable[[], object]) -> float:
    make()
    times = []
    for _ in range(TRIES):
        began = time.perf_counter()
        make()
        times.append(time.perf_counter() - began)
    return statistics.median(times)


def _row(name: str, ours: float, limit: float, *, tries: int = TRIES) -> dict[str, object]:
    return {"name": name, "ours": ours, "peer_or_limit": limit, "ratio": limit / ours, "unit": "s", "n": tries}
