"""The figures of a theme in one area: levels and growth of its total and its parts, from one question to the store.

Growth is the published ratio wherever one is published.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from dashboard.certainty import certainty_of_rate
from dashboard.points import PERCENT, Point, point_of
from dashboard.producers import own_file
from dashboard.sources import (
    CORE_INFLATION,
    CUMULATIVE,
    ON_DECEMBER,
    ON_PREVIOUS_MONTH,
    SOURCES,
    YEAR_ON_YEAR,
    Item,
    Source,
    folded,
    items_of,
    parts_of,
    total_of,
)
from data.period import MONTHS_IN_YEAR, Period
from data.store import Store
from data.store.codes import LENGTH


@dataclass(frozen=True, slots=True)
class Line:
    """One row of a table over time: levels and rates, keyed by the last month; rates in percent."""

    item: Item
    levels: Mapping[int, Point]
    cumulative_levels: Mapping[int, Point]
    rates: Mapping[str, Mapping[int, Point]]

    @property
    def label(self) -> str:
        return self.item.label

    def rate(self, comparison: str, last: int) -> Point | None:
        return self.rates.get(comparison, {}).get(last)

    def growth(self) -> Mapping[int, Point]:
        """Growth on the same month of the year before, in percent."""
        return self.rates.get(YEAR_ON_YEAR, {})


@dataclass(frozen=True, slots=True)
class ThemeFigures:
    """A theme in one area as known now or on a date."""

    source: Source
    area: str
    total: Line | None
    parts: tuple[Line, ...] = ()
    core: Line | None = None
    unit: str = ""
    own_file: str = ""
    """The province's own workbook that says the newest figure; empty where a national one does."""
    as_of: date | None = None
    recorded: date | None = None
    """The day whose state of the database answered, where not the present one did."""

    def additive_parts(self) -> tuple[Line, ...]:
        """Parts that add up to the total: one breakdown only where a table prints several of the same whole."""
        chosen = self.source.additive
        return tuple(one for one in self.parts if one.item.code in chosen) if chosen else self.parts

    def months(self) -> list[int]:
        """Months with a headline figure, in order."""
        if self.total is None:
            return []
        return sorted(set(self.total.growth()) | set(self.total.levels))


def theme_figures(
    store: Store, theme: str, area: str, *, since: Period | None = None, as_of: date | None = None, parts: bool = True
) -> ThemeFigures:
    """The figures of a theme; `since` bounds the months. Raises KeyError for an unknown theme."""
    source = SOURCES[theme]
    items = items_of(store, source, area)
    total = total_of(items, source)
    if total is None:
        return ThemeFigures(source, area, None, as_of=as_of, recorded=store.recorded_on)
    listed = parts_of(items, total, source) if parts else []
    core = next((one for one in items if folded(one.label).startswith(CORE_INFLATION)), None)
    wanted = [total, *listed, *([core] if core else [])]
    rows = store.rows([i for one in wanted for i in one.ids()], start=since, as_of=as_of)
    by_series: dict[int, list[Point]] = {}
    for row in rows:
        by_series.setdefault(row[0], []).append(point_of(row))
    lines = {one.code: _line(one, by_series, source) for one in wanted}
    unit = total.levels[0].unit if total.levels else ""
    return ThemeFigures(
        source,
        area,
        lines[total.code],
        tuple(lines[one.code] for one in listed),
        lines[core.code] if core else None,
        unit,
        own_file(store, area, max(((row[1] % LENGTH, row[4], row[5]) for row in rows), default=(0, 0, None))[2]),
        as_of,
        store.recorded_on,
    )


def with_parts(store: Store, figures: ThemeFigures, last: int) -> ThemeFigures:
    """Figures asked without their parts, now with the parts from that month on: all that one month's words need."""
    start = Period(last, last)
    recent = theme_figures(store, figures.source.theme, figures.area, since=start, as_of=figures.as_of)
    return replace(figures, parts=recent.parts)


def _line(item: Item, by_series: Mapping[int, list[Point]], source: Source) -> Line:
    levels, cumulative_levels = {}, {}
    for series in item.levels:
        for point in by_series.get(series.id, []):
            if point.months == 1:
                levels[point.last] = point
            if point.months == point.last % MONTHS_IN_YEAR + 1:
                cumulative_levels[point.last] = point
    rates: dict[str, dict[int, Point]] = {}
    for comparison, many in item.rates.items():
        rates[comparison] = _rates(comparison, [(s.measure, by_series.get(s.id, [])) for s in many], levels, source)
    _share_columns(rates)
    return Line(item, levels, cumulative_levels, rates)


def _share_columns(rates: dict[str, dict[int, Point]]) -> None:
    """Fill in what a workbook prints once for two comparisons: in December the same month of last year is December
    of last year, in January the previous month is, and of January alone the cumulative rate is the month's own.
    """
    for last, point in list(rates.get(ON_DECEMBER, {}).items()):
        if last % MONTHS_IN_YEAR == MONTHS_IN_YEAR - 1:
            rates.setdefault(YEAR_ON_YEAR, {}).setdefault(last, point)
        elif last % MONTHS_IN_YEAR == 0:
            rates.setdefault(ON_PREVIOUS_MONTH, {}).setdefault(last, point)
    for last, point in list(rates.get(YEAR_ON_YEAR, {}).items()):
        if last % MONTHS_IN_YEAR == 0:
            rates.setdefault(CUMULATIVE, {}).setdefault(last, point)


def _rates(
    comparison: str, many: Iterable[tuple[str, list[Point]]], levels: Mapping[int, Point], source: Source
) -> dict[int, Point]:
    """Points in percent by last month; where two series have one, the later release counts."""
    found: dict[int, Point] = {}
    for measure, points in many:
        for point in points:
            fits = point.months == point.last % MONTHS_IN_YEAR + 1 if comparison == CUMULATIVE else point.months == 1
            known = found.get(point.last)
            if not fits or (known and known.released >= point.released):
                continue
            status = shown_status(point, levels.get(point.last), source)
            is_as_printed = measure != "index" and status == point.status
            value = point.value - PERCENT if measure == "index" else point.value
            found[point.last] = point if is_as_printed else point.said(value, status)
    return found


def shown_status(point: Point, level: Point | None, source: Source) -> str:
    """The status that a rate prints; where it prints none, see `certainty_of_rate`."""
    if point.status:
        return point.status
    same = level.status if level is not None and level.release_id == point.release_id else ""
    return certainty_of_rate(level=same, released=point.released, month_end=point.period.end, is_final=source.is_final)
