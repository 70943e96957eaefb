"""Published growth against growth recomputed from levels: closely within a workbook, grossly beside earlier ones."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from data.findings import Finding, Severity
from data.observation import Comparison, Measure, Observation
from data.period import MONTHS_IN_YEAR, Period
from loaders.checks.known import Known, is_history
from loaders.checks.totals import is_total
from loaders.checks.wording import complaint, written

TOLERANCE_POINTS = 0.5
STORED_NOTE_POINTS, STORED_WARNING_POINTS = 5.0, 10.0  # totals against levels of an earlier release, which are revised
MISREAD_FROM, MISREAD_WITHIN = 50.0, 5.0  # an index taken for growth is a hundred points off, and fits without them
LEAST_MISREAD = 3  # figures, and more than half of a column
_YEAR_BACK = (Comparison.SAME_MONTH_PREVIOUS_YEAR, Comparison.SAME_PERIOD_PREVIOUS_YEAR)

Levels = dict[tuple[str, ...], dict[Period, Observation]]


def growth_against_levels(observations: list[Observation], known: Known) -> Iterator[Finding]:
    """Ratios against levels of the same workbook, and grossly against levels of earlier releases.

    Levels are revised from release to release, and old ones cover other ground: what was stored says little about a
    single row, unless it shows for a whole column that indices were taken for growth or the other way round.
    """
    levels: Levels = {}
    for o in observations:
        if o.comparison is Comparison.NONE:
            levels.setdefault(_item(o, o.measure), {})[o.period] = o
    has_one_vintage = not is_history(observations)
    columns: dict[tuple[str, str], list[tuple[Observation, float, bool]]] = {}
    for o in observations:
        if o.measure not in (Measure.INDEX, Measure.GROWTH) or (before := compared_period(o)) is None:
            continue
        computed = _recomputed(o, before, levels, known)
        if computed is None:
            continue
        published = o.value + 100 if o.measure is Measure.GROWTH else o.value
        difference = abs(computed.ratio - published)
        column = columns.setdefault((o.origin.sheet, o.origin.cell.rstrip("0123456789")), [])
        column.append((o, computed.ratio, _is_misread(computed.ratio, published)))
        if computed.is_of_workbook and has_one_vintage:
            tolerance = TOLERANCE_POINTS + computed.rounding
            severity = Severity.WARNING if difference > tolerance else None
        else:
            tolerance, severity = STORED_NOTE_POINTS, _severity_beside_earlier(o, difference)
        if severity is not None:
            yield _disagreement(o, severity, computed.ratio, tolerance)
    for figures in columns.values():
        misread = [(o, ratio) for o, ratio, is_misread in figures if is_misread]
        if len(misread) >= LEAST_MISREAD and len(misread) * 2 > len(figures):
            yield _disagreement(misread[0][0], Severity.WARNING, misread[0][1], MISREAD_FROM)


def _disagreement(o: Observation, severity: Severity, computed: float, tolerance: float) -> Finding:
    shift = 100 if o.measure is Measure.GROWTH else 0
    return complaint(
        o,
        "growth_disagrees",
        severity,
        published=written(o.value),
        computed=written(computed - shift),
        tolerance=written(tolerance),
    )


def _severity_beside_earlier(o: Observation, difference: float) -> Severity | None:
    if not is_total(o.item) or difference <= STORED_NOTE_POINTS:
        return None
    return Severity.WARNING if difference > STORED_WARNING_POINTS else Severity.NOTE


def _is_misread(computed: float, published: float) -> bool:
    shifted = min(abs(computed - published - 100), abs(computed - published + 100))
    return abs(computed - published) > MISREAD_FROM and shifted <= MISREAD_WITHIN


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


@dataclass(frozen=True, slots=True)
class _Computed:
    """A ratio of two levels in percent, and by how many points rounding of the printed levels may move it."""

    ratio: float
    rounding: float
    is_of_workbook: bool


def _recomputed(o: Observation, before: Period, levels: Levels, known: Known) -> _Computed | None:
    """Level over earlier level, times 100; the measure is the one that the ratio is of, or the only one there is."""
    measures = (Measure(o.index_of),) if o.index_of else (Measure.VALUE, Measure.VOLUME)
    for measure in measures:
        here = levels.get(_item(o, measure), {})
        now, earlier = here.get(o.period), here.get(before)
        if now is None:
            continue
        level = earlier.value if earlier else next((f.value for f in known.figures(now) if f.period == before), None)
        if level is not None and level > 0:
            ratio = now.value / level * 100
            rounding = ratio * (
                _half_unit(now.value) / max(now.value, _half_unit(now.value)) + _half_unit(level) / level
            )
            return _Computed(ratio, rounding, earlier is not None)
    return None


def _half_unit(value: float) -> float:
    """Half of the last printed place: levels are printed whole, or to one decimal; others are not rounded."""
    if float(value).is_integer():
        return 0.5
    return 0.05 if abs(value * 10 - round(value * 10)) < 1e-6 else 0.0


def _item(o: Observation, measure: Measure) -> tuple[str, ...]:
    return (o.table, o.area, measure, *o.parents, o.item)
