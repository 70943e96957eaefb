"""What every renderer needs to know about a chart before drawing: axes, months, and where bands lie.

Working this out once, here, is what makes a chart say the same on a slide, on paper and in a workbook.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from dashboard.figures.spec import Band, ChartSpec, Kind, Panel, Series
from data.period import Period

MOST_LANES = 4
LANE_STEP = 0.09
"""How much lower each further lane of bands stands in a native chart, as a share of the axis."""
SLACK = 0.02
"""Share of a step by which a value may fall below zero, such as a hair of a bar, without a step of its own below."""
ROOM_FOR_VALUES = 0.14
"""Share of the axis of a ranking that the values beside its bars need at each end."""
SHORT_SPAN = 2.0
HIGHEST_RATE = 50.0
"""Percent: lines below it are rates of change, which are read from zero."""
FEW_STACKS = 4
"""So few stacked bars have room for the value of each part."""
BARS = (Kind.BAR, Kind.STACKED_BAR, Kind.HORIZONTAL_BAR)


@dataclass(frozen=True, slots=True)
class Axis:
    """Limits and step of a value axis; all are round. A logarithmic one without a step has ticks 1, 2, 5, 10 ..."""

    low: float
    high: float
    step: float
    is_log: bool = False

    @property
    def ticks(self) -> list[float]:
        if self.is_log and not self.step:
            powers = range(math.floor(math.log10(self.low)), math.ceil(math.log10(self.high)) + 1)
            found = [factor * 10.0**power for power in powers for factor in (1, 2, 5)]
            return [tick for tick in found if self.low * (1 - 1e-9) <= tick <= self.high * (1 + 1e-9)]
        count = round((self.high - self.low) / self.step)
        return [self.low + self.step * number for number in range(count + 1)]

    @property
    def decimals(self) -> int:
        """As many as the step needs, so that no two ticks read alike."""
        if self.is_log and not self.step:
            return max(0, -math.floor(math.log10(self.low) + 1e-9))
        return next((places for places in range(7) if math.isclose(round(self.step, places), self.step)), 6)

    def share(self, value: float) -> float:
        """Where a value stands between the limits, 0 to 1."""
        if self.is_log:
            return math.log10(value / self.low) / math.log10(self.high / self.low)
        return (value - self.low) / (self.high - self.low)

    def at(self, share: float) -> float:
        """The value that stands there."""
        if self.is_log:
            return self.low * float((self.high / self.low) ** share)
        return self.low + share * (self.high - self.low)


@dataclass(frozen=True, slots=True)
class DrawnBand:
    """A band on the chart: categories `first` to `last`, both included, in a lane.

    `left` and `right` are its edges to the day, in categories from the left edge of the plot.
    """

    band: Band
    first: int
    last: int
    lane: int
    begins_before: bool
    ends_after: bool
    left: float = 0.0
    right: float = 0.0

    @property
    def middle(self) -> int:
        return (self.first + self.last) // 2

    @property
    def runs_through(self) -> bool:
        """Whether it has no edge in the window, so that its place says nothing; its name stands at the foot."""
        return self.begins_before and self.ends_after


def panels(spec: ChartSpec) -> list[Panel]:
    """The panels that hold a series, growth above the level; one where growth lies over it with an axis of its own."""
    if spec.has_two_axes:
        return [Panel.MAIN]
    used = {series.panel for series in spec.series}
    return [panel for panel in (Panel.GROWTH, Panel.MAIN) if panel in used]


def series_of(spec: ChartSpec, panel: Panel) -> list[Series]:
    return [series for series in spec.series if spec.has_two_axes or series.panel == panel]


def stands_right(one: Series, series: Sequence[Series]) -> bool:
    """Whether a series of a panel takes a second axis: its unit is another one than that of the first series.

    The total of a stack shares the axis of its parts, whose points add up to its percent.
    """
    first = series[0]
    return one.unit != first.unit and not (one.is_total and first.kind == Kind.STACKED_BAR)


def months(spec: ChartSpec) -> list[Period] | None:
    """The categories as periods; None where they are something else."""
    if not spec.is_time:
        return None
    try:
        return [Period.parse(category) for category in spec.categories]
    except ValueError:
        return None


def is_monthly(spec: ChartSpec) -> bool:
    periods = months(spec)
    return bool(periods) and all(period.kind == "month" for period in periods or ())


def drawn_bands(spec: ChartSpec) -> list[DrawnBand]:
    """Bands that touch the window, clipped to it, each in the first free lane; those beyond the last lane are dropped.

    A band covers a category when it covers any day of it: a campaign of three weeks shows on its month.
    """
    periods = months(spec)
    if not periods:
        return []
    window = (periods[0].start, periods[-1].end)
    drawn: list[DrawnBand] = []
    for band in sorted(spec.bands, key=lambda one: (not one.is_selected, one.start, one.end or date.max)):
        covered = [at for at, period in enumerate(periods) if _touches(band, period)]
        if not covered:
            continue
        lane = _free_lane(drawn, covered[0], covered[-1])
        if lane >= MOST_LANES:
            continue
        ends_after = band.end is None or band.end > window[1]
        first, last = covered[0], covered[-1]
        left = first + _share(periods[first], max(band.start, periods[first].start))
        end = periods[last].end if band.end is None else min(band.end, periods[last].end)
        right = last + _share(periods[last], end + timedelta(days=1))
        drawn.append(DrawnBand(band, first, last, lane, band.start < window[0], ends_after, left, right))
    return sorted(drawn, key=lambda one: (one.lane, one.first))


def _share(period: Period, day: date) -> float:
    """How much of a period has passed when a day begins."""
    return (day - period.start).days / ((period.end - period.start).days + 1)


def band_heights(bands: Sequence[DrawnBand], axis: Axis) -> list[float]:
    """How high the column of each band stands, so that the names of those with an edge come below one another."""
    lanes = _named_lanes(bands)
    return [axis.at(1 - LANE_STEP * (0 if one.runs_through else lanes.index(one.lane))) for one in bands]


def band_headroom(bands: Sequence[DrawnBand]) -> float:
    """The part of the values' range that stays free above them for the names of bands."""
    taken = 0.01 + LANE_STEP * len(_named_lanes(bands))
    return taken / (1 - taken)


def _named_lanes(bands: Sequence[DrawnBand]) -> list[int]:
    return sorted({one.lane for one in bands if not one.runs_through})


def hidden_bands(spec: ChartSpec) -> int:
    """How many bands touch the window but found no lane."""
    periods = months(spec) or []
    touching = sum(any(_touches(band, period) for period in periods) for band in spec.bands)
    return touching - len(drawn_bands(spec))


def _touches(band: Band, period: Period) -> bool:
    return band.start <= period.end and (band.end is None or band.end >= period.start)


def _free_lane(drawn: Sequence[DrawnBand], first: int, last: int) -> int:
    taken = {one.lane for one in drawn if one.first <= last and first <= one.last}
    return next(lane for lane in range(len(drawn) + 1) if lane not in taken)


def value_axis(
    series: Sequence[Series],
    *,
    headroom: float = 0.0,
    most_ticks: int = 6,
    is_log: bool = False,
    shares_panel: bool = False,
) -> Axis:
    """Round limits around the values; bars and rates always contain zero, and so do two axes that share a panel, lest
    one line be steeper by its scale alone. `headroom` is a share kept free on top.
    """
    values = _extent(series)
    if not values:
        return Axis(0.0, 1.0, 0.2)
    low, high = min(values), max(values)
    if is_log and low > 0 and high < SHORT_SPAN * low:  # too short for ones, twos and fives
        if high == low:
            low, high = low * 0.9, high * 1.1
        step = nice((high - low) / (most_ticks - 1))
        return Axis(_tidy(math.floor(low / step) * step), _tidy(math.ceil(high / step) * step), step, is_log=True)
    if is_log and low > 0:
        steps = [factor * 10.0**power for power in range(-9, 16) for factor in (1, 2, 5)]
        below = max(step for step in steps if step <= low * (1 + 1e-9))
        above = min(step for step in steps if step >= high * (1 - 1e-9) and step > below)
        return Axis(below, above, 0.0, is_log=True)
    from_zero = shares_panel or any(one.kind in BARS or one.panel == Panel.GROWTH for one in series)
    is_rate = all(one.unit == "%" for one in series) and 0 < high < HIGHEST_RATE  # an index stands near 100
    if from_zero or is_rate or (low > 0 and low < 0.4 * high):
        low, high = min(low, 0.0), max(high, 0.0)
    if high == low:
        low, high = (low - abs(low) * 0.1, high + abs(high) * 0.1) if high else (0.0, 1.0)
    is_whole = any(one.kind == Kind.STACKED_BAR and one.unit == "%" for one in series) and abs(high - 100) < 0.5
    high = 100.0 if is_whole else high + (high - low) * headroom
    step = nice((high - low) / (most_ticks - 1))
    slack = SLACK if low < 0 else 1e-9
    return Axis(_tidy(math.floor(low / step + slack) * step), _tidy(math.ceil(high / step - 1e-9) * step), step)


def ranking_axis(series: Sequence[Series]) -> Axis:
    """The axis of a ranking, which is not drawn: as long as the bars, with room for their values at each end."""
    scale = value_axis(series)
    room = ROOM_FOR_VALUES * (scale.high - scale.low)
    return Axis(scale.low - (room if scale.low < 0 else 0.0), scale.high + room, scale.step)


def _extent(series: Sequence[Series]) -> list[float]:
    """All values, and the positive and negative sums of what is stacked."""
    found = [value for one in series for value in (*one.values, *one.low, *one.high) if value is not None]
    stacked = [one.values for one in series if one.kind == Kind.STACKED_BAR]
    for column in zip(*stacked, strict=False):
        known = [value for value in column if value is not None]
        found += [sum(v for v in known if v > 0), sum(v for v in known if v < 0)]
    return [value for value in found if math.isfinite(value)]


def nice(rough: float) -> float:
    power = 10.0 ** math.floor(math.log10(rough))
    for factor in (1, 2, 2.5, 5, 10):
        if rough <= factor * power * (1 + 1e-9):
            return _tidy(factor * power)
    return _tidy(10 * power)


def _tidy(value: float) -> float:
    return float(f"{value:.10g}") + 0.0


def apart(wanted: Sequence[float], gap: float, lowest: float) -> list[float]:
    """Places from top to bottom at least `gap` apart, none below `lowest`, near to the wanted ones (ascending)."""
    places: list[float] = []
    for place in wanted:
        places.append(max([place, *(other + gap for other in places[-1:])]))
    for at in range(len(places) - 1, -1, -1):
        limit = lowest if at == len(places) - 1 else places[at + 1] - gap
        places[at] = min(places[at], limit)
    return places
