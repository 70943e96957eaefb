"""Sizes of a picture, chosen by name and never by a number from outside."""

from __future__ import annotations

from dataclasses import dataclass

from dashboard.figures.spec import ChartSpec, Kind


@dataclass(frozen=True, slots=True)
class PictureSize:
    """Millimetres, and the size of the text in points."""

    width: float
    height: float
    text: float


SIZES = {
    "slide": PictureSize(254, 142.9, 10.5),
    "half": PictureSize(160, 100, 8),
    "full": PictureSize(257, 170, 10),
    "square": PictureSize(150, 150, 10),
    "report": PictureSize(162, 76, 8),
}
REPORT_WIDTH_MM, REPORT_HEIGHT_MM, LOWEST_RANKING_MM = 160, 76, 44
_HEAD_OF_RANKING_MM, _BAR_MM, _YEARS_MM = 8, 9, 60


def report_height_mm(spec: ChartSpec) -> float:
    """How high a chart of one panel stands in a report: a ranking as high as its bars need, years lower than months."""
    kind = spec.series[0].kind if spec.series else Kind.LINE
    if kind == Kind.HORIZONTAL_BAR:
        needed = _HEAD_OF_RANKING_MM + _BAR_MM * len(spec.categories)
        return float(min(REPORT_HEIGHT_MM, max(LOWEST_RANKING_MM, needed)))
    return float(REPORT_HEIGHT_MM if spec.is_time or kind == Kind.HEAT_MAP else _YEARS_MM)


OFFERED = ("slide", "half", "full", "square")
"""What a visitor may choose; the report has a size of its own, without words round the picture."""
