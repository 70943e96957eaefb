"""Many exports at once: each answer is its own chart, and none waits for ever."""

from __future__ import annotations

import io
from concurrent.futures import ThreadPoolExecutor

from pptx import Presentation

from dashboard.briefing import image
from dashboard.briefing.pptx import deck
from dashboard.briefing.workbook import chart_workbook
from tests.dashboard.briefing.briefings import one_chart
from tests.dashboard.briefing.charts import level_and_growth

EXPORTS, THREADS, PATIENCE_SECONDS = 200, 8, 120


def export(number: int) -> tuple[int, bytes]:
    spec = level_and_growth(12, scale=1 + number / 100)._replace(title=f"Biểu đồ số {number:03d}")
    makers = (
        lambda: image.png(spec, "half", 50),
        lambda: image.svg(spec, "half"),
        lambda: image.pdf(spec, "half"),
        lambda: chart_workbook(spec),
        lambda: deck(one_chart(spec)),
    )
    return number, makers[number % len(makers)]()


def test_two_hundred_exports_from_eight_threads_are_each_their_own_chart():
    with ThreadPoolExecutor(THREADS) as pool:
        together = dict(pool.map(export, range(EXPORTS), timeout=PATIENCE_SECONDS))
    assert len(together) == EXPORTS
    for number in (1, 41, 111, 196):  # SVG says its title in words
        assert f"<title>Biểu đồ số {number:03d}</title>".encode() in together[number]
    for number in (0, 75, 195):  # a PNG drawn alone is the same to the byte
        assert together[number] == export(number)[1]
    for number in (3, 98):
        assert together[number] == export(number)[1]
    for number in (4, 104, 199):
        slides = Presentation(io.BytesIO(together[number])).slides
        assert slides[-1].shapes.title.text_frame.text == f"Biểu đồ số {number:03d}"
    assert len({body for body in together.values()}) == EXPORTS


def test_a_chart_gives_the_same_file_whenever_it_is_drawn():
    spec = level_and_growth(12)
    assert image.pdf(spec, "half") == image.pdf(spec, "half")
    assert image.svg(spec, "half") == image.svg(spec, "half")
