"""What one month says about a theme: the level, the three growth rates and the months before.

A change on the previous month that no table prints is computed from two levels of one release; levels of different
releases are never divided (DOMAIN A.9).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from dashboard.derivations.derivation import Derivation
from dashboard.points import PERCENT, Point, point_of
from dashboard.sources import CUMULATIVE, ON_PREVIOUS_MONTH, YEAR_ON_YEAR
from dashboard.theme_figures import Line, ThemeFigures
from data.period import MONTHS_IN_YEAR, Period
from data.store import Store

SPARK_MONTHS = 13


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
    spark_comparison: str = YEAR_ON_YEAR

    @property
    def theme(self) -> str:
        return self.figures.source.theme


def headline(store: Store, figures: ThemeFigures, last: int, *, as_of: date | None = None) -> Headline:
    """The headline of a month. The cumulative rate leads for February, since Tết moves the single months, and where no
    rate of the single month was published.
    """
    line = figures.total
    month = last % MONTHS_IN_YEAR + 1
    if line is None:
        return Headline(figures, last, None, YEAR_ON_YEAR, None, None, None, None, month <= 2)
    same, cumulative = line.rate(YEAR_ON_YEAR, last), line.rate(CUMULATIVE, last)
    is_sum = cumulative and figures.source.theme != "prices" and (month == 2 or same is None)
    leads = CUMULATIVE if is_sum else YEAR_ON_YEAR
    window = range(last - SPARK_MONTHS + 1, last + 1)
    drawn = leads if same is None else YEAR_ON_YEAR
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
        spark=tuple(line.rate(drawn, one) for one in window),
        spark_comparison=drawn,
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
            derived = Derivation("mom", end, (now.series_id,), as_of=now.released, recorded=store.recorded_on)
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
