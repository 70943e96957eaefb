"""Value axes where lines are compared: their range, a logarithmic scale, a second axis at the right."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import ceil, floor, log10
from typing import Any, TypeAlias

from dashboard.figures.spec import ChartSpec, Kind, Panel, Series
from dashboard.formats import number

RIGHT_AXIS_PX, NAMES_PX, STACKED_NAMES_PX, ONE_VALUE_PX = 56, 264, 184, 88
NAME_LETTERS, LETTERS_BESIDE, MOST_STACKED = 24, 30, 3
"""Letters of a name below its value and beside it, and the most lines whose names stand below."""
FLAT = 0.5
"""Levels whose lowest is more than this share of the highest would be a flat line above an empty panel from zero."""
ROOM = 0.06
MOST_STEPS = 6
LABEL_ROOM = 0.16
Spans: TypeAlias = Mapping[Panel, tuple[float, float]]


def is_comparison(spec: ChartSpec) -> bool:
    """Lines that carry their names at their ends, as in the explorer."""
    return any(one.short_name for one in spec.series)


def spans(spec: ChartSpec) -> Spans:
    """Lowest and highest value of every panel of lines or plain bars; none for stacks, where Plotly decides."""
    panels: dict[Panel, list[Series]] = {}
    for one in spec.series if spec.is_time else ():
        panels.setdefault(one.panel, []).append(one)
    if is_comparison(spec):
        both = spec.has_two_axes
        return {panel: span_of(series, is_log=spec.is_log, from_zero=both) for panel, series in panels.items()}
    return {
        panel: labelled_span(series)
        for panel, series in panels.items()
        if all(one.kind in (Kind.LINE, Kind.BAR) for one in series) and not spec.is_log
    }


def has_stacked_names(spec: ChartSpec) -> bool:
    """A few lines leave room for their names below their values."""
    return len(spec.series) <= MOST_STACKED


def main_axis(spec: ChartSpec, ranges: Spans) -> dict[str, Any]:
    return _axis(spec, ranges.get(Panel.MAIN))


def growth_axis(spec: ChartSpec, ranges: Spans) -> dict[str, Any]:
    """The axis of the second panel, or of the second unit at the right of the first."""
    axis = {"anchor": "x", "ticksuffix": "", **_axis(spec, ranges.get(Panel.GROWTH))}
    own = {"overlaying": "y", "side": "right", "showgrid": False, "tickmode": "auto"}
    return {**axis, **own} if spec.has_two_axes else axis


def right_margin(spec: ChartSpec) -> int:
    many = STACKED_NAMES_PX if has_stacked_names(spec) else NAMES_PX
    names = many if len(spec.series) > 1 else ONE_VALUE_PX
    return names + (RIGHT_AXIS_PX if spec.has_two_axes else 0)


def _axis(spec: ChartSpec, span: tuple[float, float] | None) -> dict[str, Any]:
    if span is None:
        return {}
    low, high = span
    more = (
        {"type": "log", "zeroline": False, **_log_ticks(low, high, spec.language)}
        if spec.is_log
        else {"rangemode": "normal"}
    )
    return {**more, "range": [round(low, 4), round(high, 4)], "hoverformat": ",.1f", "tickformat": ","}


def _log_ticks(low: float, high: float, language: str) -> dict[str, Any]:
    """Ones, twos and fives; where fewer than two of them lie between the exponents, even steps."""
    least, most = 10**low, 10**high
    if sum(least <= digit * 10.0**power <= most for power in range(floor(low), ceil(high)) for digit in (1, 2, 5)) > 1:
        return {"dtick": "D2"}
    rough = (most - least) / MOST_STEPS
    unit = 10.0 ** floor(log10(rough))
    step = next(digit * unit for digit in (1, 2, 5, 10) if digit * unit >= rough)
    ticks = [round(at * step, 6) for at in range(ceil(least / step), floor(most / step) + 1)]
    words = [number(tick, 0 if step >= 1 else 1, language) for tick in ticks]
    return {"tickmode": "array", "tickvals": ticks, "ticktext": words}


def _extremes(series: Sequence[Series]) -> list[float]:
    """Lowest and highest of the values and of the bounds of each series; long lines are not walked value by value."""
    found: list[float] = []
    for many in (some for one in series for some in (one.values, one.low, one.high)):
        known: Sequence[Any] = [value for value in many if value is not None] if None in many else many
        found += map(float, (min(known), max(known))) if known else ()
    return found


def labelled_span(series: Sequence[Series]) -> tuple[float, float]:
    """From zero or below to the highest value, with room for the words above the highest and below a negative one."""
    known = _extremes(series)
    if not any(known):
        return 0.0, 1.0
    low, high = min([0.0, *known]), max([0.0, *known])
    room = (high - low) * LABEL_ROOM
    return low - room if low < 0 else 0.0, high + room if high > 0 else 0.0


def span_of(series: Sequence[Series], *, is_log: bool, from_zero: bool = False) -> tuple[float, float]:
    """Lowest and highest value of an axis with room at both ends, as exponents of ten on a logarithmic one.

    Rates contain zero; so do levels unless that would press their line flat. Of two axes over one another both begin
    at zero, so that neither line is steeper by its scale alone.
    """
    known = _extremes(series)
    if not any(known):
        return 0.0, 1.0
    low, high = min(known), max(known)
    if is_log:
        room = (log10(high / low) or 0.3) * ROOM
        return log10(low) - room, log10(high) + room
    is_rate = any(one.unit == "%" for one in series)
    if from_zero or is_rate or low < high * FLAT:
        low, high = min(low, 0.0), max(high, 0.0)
    room = (high - low or abs(high) or 1.0) * ROOM
    return low - room if low else 0.0, high + room if high else 0.0
