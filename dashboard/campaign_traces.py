"""Where the mean growth of a campaign's window leads: to the months that it is made of, and on to their cells."""

from __future__ import annotations

from dashboard.derivations.derivation import Derivation
from dashboard.sources import CUMULATIVE
from dashboard.theme_figures import ThemeFigures
from dashboard.yearly import years_of
from data.period import MONTHS_IN_YEAR, Period
from indicators.campaign_types import Window

FEBRUARY = 2
SAME = 1e-9


def year_trace(figures: ThemeFigures, year: int, months: int, growth: float | None) -> str:
    """The growth of a year's months together that `growth` is: printed so, or of two whole years; else empty."""
    last = year * MONTHS_IN_YEAR + months - 1
    point = figures.total.rate(CUMULATIVE, last) if figures.total else None
    point = point or next((one.growth for one in years_of(figures) if one.last == last), None)
    is_same = point is not None and growth is not None and abs(point.value - growth) < SAME
    return point.trace if point is not None and is_same else ""


def window_trace(figures: ThemeFigures, window: Window | None) -> str:
    """The derivation of a window's mean; empty where it is not known or its months are of several series.

    January and February are taken together, weighted by their levels where a theme has levels.
    """
    line = figures.total
    if line is None or window is None or window.mean is None:
        return ""
    first, last = (one.year * MONTHS_IN_YEAR + one.month - 1 for one in (window.start, window.end))
    points = [line.growth().get(month) for month in range(first, last + 1)]
    series = {one.series_id for one in points if one}
    if len(series) != 1 or None in points:
        return ""
    has_pair = any(month % MONTHS_IN_YEAR < FEBRUARY for month in range(first, last + 1))
    key, inputs = ("tet_pairs", tuple(series)) if has_pair else ("index_growth", tuple(series))
    if has_pair and figures.source.has_level and line.item.levels:
        key, inputs = "tet_pairs_weighted", (*inputs, line.item.levels[0].id)
    return Derivation(key, Period(first, last), inputs, as_of=figures.as_of, recorded=figures.recorded).query
