"""Figures of one table and what was released before them, for tests of the checks."""

from data.observation import Comparison, Measure, Observation, Origin
from data.period import Period
from loaders.checks import KnownFigure, NothingKnown, check

JULY = Period.month(2024, 7)
TOTAL, GOODS, SERVICES = "TỔNG SỐ", "Bán lẻ hàng hóa", "Dịch vụ khác"


def figure(item, value, *, cell="B5", parents=None, period=JULY, **more) -> Observation:
    facts = {
        "table": "retail_sales", "measure": Measure.VALUE, "comparison": Comparison.NONE, "unit": "Tỷ đồng",
        "parents": (TOTAL,) if parents is None and item != TOTAL else parents or (), "status": "estimate",
    }  # fmt: skip
    return Observation(item=item, value=value, period=period, origin=Origin("Tongmuc", cell), **{**facts, **more})


def codes(observations, known=None, **more):
    return [(f.code, f.cell) for f in check(observations, known, **more)]


class Remembered(NothingKnown):
    """Figures by (item, measure, comparison)."""

    def __init__(self, figures, labels=()):
        self._figures, self._labels = figures, labels

    def figures(self, observation):
        return self._figures.get((observation.item, observation.measure, observation.comparison), ())

    def labels(self, table):
        return self._labels


def level(*figures, item=TOTAL):
    return Remembered({(item, Measure.VALUE, Comparison.NONE): list(figures)})


def months(*values, end=JULY, unit="Tỷ đồng", status="official"):
    """Known figures of consecutive months, the last one month before `end`."""
    return [KnownFigure(end.shift(i - len(values)), v, unit, status) for i, v in enumerate(values)]
