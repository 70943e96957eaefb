"""Headline figures of a theme: the level, the three growth rates and the months before, from one question to the store.

Growth is the published ratio wherever one is published. A change on the previous month that no table prints is
computed from two levels of one release; levels of different releases are never divided (DOMAIN A.9).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from dashboard.certainty import certainty_of_rate
from dashboard.derivations.derivation import Derivation
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
from data.store.codes import LENGTH, STATUSES
from data.store.questions import Row

PERCENT = 100.0
SPARK_MONTHS = 13


@dataclass(frozen=True, slots=True)
class Point:
    """One published figure, or one computed from two of one release: then `derived` names its derivation."""

    series_id: int
    last: int
    months: int
    value: float
    status: str
    released: date
    release_id: int
    derived: str = ""

    @property
    def is_computed(self) -> bool:
        return bool(self.derived)

    @property
    def figure_id(self) -> str:
        """The stored figure that this is, or that a computed one rests on."""
        return f"{self.series_id}:{self.period}:{self.release_id}"

    @property
    def trace(self) -> str:
        """Where the number leads: its figure, or the derivation of a computed one."""
        return self.derived or self.figure_id

    @property
    def period(self) -> Period:
        return Period(self.last - self.months + 1, self.last)


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

    def additive_parts(self) -> tuple[Line, ...]:
        """Parts that add up to the total: one breakdown only where a table prints several of the same whole."""
        chosen = self.source.additive
        return tuple(one for one in self.parts if one.item.code in chosen) if chosen else self.parts

    def months(self) -> list[int]:
        """Months with a headline figure, in order."""
        if self.total is None:
            return []
        return sorted(set(self.total.growth()) | set(self.total.levels))


@dataclass(frozen=True, slots=True)
class Headline:
    """What one column of the overview says about one month."""

    figures: ThemeFigures
    last: int
    main: Point | None
    main_comparison: str
    level: Point | None
    on_previous_month: Point | None
    on_same_month: Point | None
    cumulative: Point | None
    has_new_year: bool = False
    spark: tuple[Point | None, ...] = field(default=())

    @property
    def theme(self) -> str:
        return self.figures.source.theme


def theme_figures(
    store: Store, theme: str, area: str, *, since: Period | None = None, as_of: date | None = None, parts: bool = True
) -> ThemeFigures:
    """The figures of a theme; `since` bounds the months. Raises KeyError for an unknown theme."""
    source = SOURCES[theme]
    items = items_of(store, source, area)
    total = total_of(items, source)
    if total is None:
        return ThemeFigures(source, area, None, as_of=as_of)
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
    )


def with_parts(store: Store, figures: ThemeFigures, last: int) -> ThemeFigures:
    """Figures asked without their parts, now with the parts from that month on: all that one month's words need."""
    start = Period(last, last)
    recent = theme_figures(store, figures.source.theme, figures.area, since=start, as_of=figures.as_of)
    return replace(figures, parts=recent.parts)


def headline(store: Store, figures: ThemeFigures, last: int, *, as_of: date | None = None) -> Headline:
    """The headline of a month. For February the cumulative two months lead, since Tết moves the single months."""
    line = figures.total
    month = last % MONTHS_IN_YEAR + 1
    if line is None:
        return Headline(figures, last, None, YEAR_ON_YEAR, None, None, None, None, month <= 2)
    same, cumulative = line.rate(YEAR_ON_YEAR, last), line.rate(CUMULATIVE, last)
    leads = CUMULATIVE if month == 2 and cumulative and figures.source.theme != "prices" else YEAR_ON_YEAR
    return Headline(
        figures=figures,
        last=last,
        main=cumulative if leads == CUMULATIVE else same,
        main_comparison=leads,
        level=line.levels.get(last),
        on_previous_month=line.rate(ON_PREVIOUS_MONTH, last) or within_release(store, line, last, as_of=as_of),
        on_same_month=same,
        cumulative=cumulative,
        has_new_year=month <= 2,
        spark=tuple(line.growth().get(last - back) for back in range(SPARK_MONTHS - 1, -1, -1)),
    )


def within_release(store: Store, line: Line, last: int, *, as_of: date | None = None) -> Point | None:
    """Change on the previous month from two levels that one release states; None where no release states both.

    A level that was revised since stands alone in its release, so the release of the growth rate is asked as well.
    A release restates the month before as preliminary; where it still calls it an estimate it lists first estimates
    side by side, which are of different vintages.
    """
    rate = line.rate(YEAR_ON_YEAR, last)
    moments = [point.released for point in (line.levels.get(last), rate) if point is not None]
    start, end = Period(last - 1, last - 1), Period(last, last)
    for moment in dict.fromkeys(moments):
        then = min(moment, as_of) if as_of else moment
        rows = store.rows([s.id for s in line.item.levels], start=start, end=end, months=1, as_of=then)
        levels = {point.last: point for point in map(point_of, rows)}
        now, before = levels.get(last), levels.get(last - 1)
        if now and before and now.release_id == before.release_id and before.value > 0 and before.status != "estimate":
            derived = Derivation("mom", end, (now.series_id,), as_of=now.released)
            return replace(now, value=PERCENT * (now.value / before.value - 1), derived=derived.query)
    return None


def latest_month(figures: Iterable[ThemeFigures]) -> int | None:
    """The newest month that any of the themes has."""
    months = [one.months()[-1] for one in figures if one.months()]
    return max(months) if months else None


def streak(points: Mapping[int, Point], last: int) -> int:
    """Months in a row, up to `last`, with growth of the same sign; a missing month ends it."""
    if last not in points or points[last].value == 0:
        return 0
    rising, count = points[last].value > 0, 0
    while (last - count) in points and (points[last - count].value > 0) == rising and points[last - count].value != 0:
        count += 1
    return count


def point_of(row: Row) -> Point:
    """A row of the store's fast path as a point."""
    series, code, value, status, released, release = row
    months, last = divmod(code, LENGTH)
    return Point(series, last, months, value, STATUSES[status], date.fromordinal(released), release)


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
            value = point.value - PERCENT if measure == "index" else point.value
            status = shown_status(point, levels.get(point.last), source)
            found[point.last] = replace(point, value=value, status=status)
    return found


def shown_status(point: Point, level: Point | None, source: Source) -> str:
    """The status that a rate prints; where it prints none, see `certainty_of_rate`."""
    if point.status:
        return point.status
    same = level.status if level is not None and level.release_id == point.release_id else ""
    return certainty_of_rate(level=same, released=point.released, month_end=point.period.end, is_final=source.is_final)


__all__ = [
    "CUMULATIVE",
    "ON_DECEMBER",
    "ON_PREVIOUS_MONTH",
    "YEAR_ON_YEAR",
    "Headline",
    "Line",
    "Point",
    "ThemeFigures",
    "headline",
    "latest_month",
    "point_of",
    "streak",
    "theme_figures",
    "with_parts",
]
