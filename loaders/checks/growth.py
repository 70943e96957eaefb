"""Published growth against growth recomputed from levels, those of the workbook and those stored before."""

from __future__ import annotations

from collections.abc import Iterator

from data.findings import Finding, Severity
from data.observation import Comparison, Measure, Observation
from data.period import MONTHS_IN_YEAR, Period
from loaders.checks.known import Known
from loaders.checks.totals import is_total
from loaders.checks.wording import complaint, written

TOLERANCE_POINTS = 0.5  # beyond it an index may have been read as growth, or the other way round
GROSS_POINTS = 5.0  # more than revisions of single rows usually explain
_YEAR_BACK = (Comparison.SAME_MONTH_PREVIOUS_YEAR, Comparison.SAME_PERIOD_PREVIOUS_YEAR)

Levels = dict[tuple[str, ...], dict[Period, Observation]]


def growth_against_levels(observations: list[Observation], known: Known) -> Iterator[Finding]:
    """Totals that disagree, and gross differences, are warnings; the rest are notes: revisions explain most."""
    levels: Levels = {}
    for o in observations:
        if o.comparison is Comparison.NONE:
            levels.setdefault(_item(o, o.measure), {})[o.period] = o
    for o in observations:
        if o.measure not in (Measure.INDEX, Measure.GROWTH) or (before := compared_period(o)) is None:
            continue
        computed = _recomputed(o, before, levels, known)
        if computed is None:
            continue
        published = o.value + 100 if o.measure is Measure.GROWTH else o.value
        difference = abs(computed - published)
        if difference > TOLERANCE_POINTS:
            shift = 100 if o.measure is Measure.GROWTH else 0
            yield complaint(
                o,
                "growth_disagrees",
                Severity.WARNING if is_total(o.item) or difference > GROSS_POINTS else Severity.NOTE,
                published=written(o.value),
                computed=written(computed - shift),
                tolerance=written(TOLERANCE_POINTS),
            )


def compared_period(o: Observation) -> Period | None:
    """The period that a ratio compares with; None where there is no level to compare with."""
    if o.comparison in _YEAR_BACK:
        return o.period.previous_year()
    if o.comparison is Comparison.PREVIOUS_MONTH and o.period.months == 1:
        return o.period.shift(-1)
    if o.comparison is Comparison.DECEMBER_PREVIOUS_YEAR and o.period.months == 1:
        december = o.period.last // MONTHS_IN_YEAR * MONTHS_IN_YEAR - 1
        return Period(december, december)
    return None


def _recomputed(o: Observation, before: Period, levels: Levels, known: Known) -> float | None:
    """Level over earlier level, times 100; the measure is the one that the ratio is of, or the only one there is."""
    measures = (Measure(o.index_of),) if o.index_of else (Measure.VALUE, Measure.VOLUME)
    for measure in measures:
        here = levels.get(_item(o, measure), {})
        now, earlier = here.get(o.period), here.get(before)
        if now is None:
            continue
        level = earlier.value if earlier else next((f.value for f in known.figures(now) if f.period == before), None)
        if level is not None and level > 0:
            return now.value / level * 100
    return None


def _item(o: Observation, measure: Measure) -> tuple[str, ...]:
    return (o.table, o.area, measure, *o.parents, o.item)
