"""Figures of a workbook against what was released before: jumps, units, coverage, a month released twice."""

from __future__ import annotations

import itertools
import math
import statistics
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache

from data.catalogue import catalogue
from data.catalogue_labels import label_key
from data.findings import Finding, Severity
from data.observation import Comparison, Measure, Observation
from loaders.checks.known import Known, KnownFigure
from loaders.checks.wording import complaint, written

JUMP_DEVIATIONS = 6.0  # robust standard deviations; some three figures in a thousand of the 2024 workbooks lie beyond
MIN_KNOWN_PERIODS = 12
LEAST_SPREAD_INDEX, LEAST_SPREAD_LOG = 1.0, 0.03
DEVIATIONS_PER_MAD = 1.4826  # makes the median absolute deviation a standard deviation of normal data
THOUSAND_FROM, THOUSAND_TO = 500.0, 2000.0
COVERAGE_KEPT, LEAST_LOST = 0.9, 2  # single rows come and go all the time
MONTHS_OF_TET, TET_FACTOR = (1, 2, 3), 2.0  # the moving holiday sends single months of the first quarter up and down
SAME_VALUE = 1e-6
_NAMED_MISSING = 5


def jumps_and_units(observations: list[Observation], known: Known) -> Iterator[Finding]:
    """Figures beyond what their series has known. A factor of about a thousand is told once per table, as a unit."""
    told: set[tuple[str, str]] = set()
    for o in observations:
        alike = [f for f in known.figures(o) if f.period.months == o.period.months and f.period != o.period]
        if not alike:
            continue
        factor = _thousandfold(o, alike)
        if factor:
            if (o.origin.sheet, o.table) not in told:
                told.add((o.origin.sheet, o.table))
                last = max(alike, key=lambda f: f.period)
                yield complaint(
                    o,
                    "unit_thousand",
                    value=written(o.value),
                    unit=o.unit,
                    before=written(last.value),
                    unit_before=last.unit or o.unit,
                    factor=written(max(factor, 1 / factor)),
                )
        elif (limits := usual_limits(o, alike)) and not _is_a_usual_step(o, alike):
            low, high, count = limits
            if not low <= o.value <= high:
                yield complaint(
                    o,
                    "jump",
                    value=written(o.value),
                    low=written(low),
                    high=written(high),
                    threshold=written(JUMP_DEVIATIONS),
                    count=count,
                )


def usual_limits(o: Observation, alike: Sequence[KnownFigure]) -> tuple[float, float, int] | None:
    """(lowest, highest usual value, number of periods): median plus or minus six robust deviations.

    Ratios are judged as they are. Levels are judged by their change on the same period a year before, in logarithms,
    so that neither growth over the years nor the seasons count as jumps.
    """
    if o.measure in (Measure.INDEX, Measure.GROWTH, Measure.SHARE):
        values = [f.value for f in alike]
        spread_floor, reference = LEAST_SPREAD_INDEX, None
    else:
        by_period = {f.period: f.value for f in alike if f.value > 0}
        reference = by_period.get(o.period.previous_year())
        values = [math.log(v / b) for p, v in by_period.items() if (b := by_period.get(p.previous_year()))]
        spread_floor = LEAST_SPREAD_LOG
        if reference is None or o.value <= 0:
            return None
    if len(values) < MIN_KNOWN_PERIODS:
        return None
    middle = statistics.median(values)
    spread = DEVIATIONS_PER_MAD * statistics.median(abs(v - middle) for v in values)
    reach = JUMP_DEVIATIONS * max(spread, spread_floor) * (TET_FACTOR if is_near_tet(o) else 1)
    if reference is None:
        return middle - reach, middle + reach, len(values)
    return reference * math.exp(middle - reach), reference * math.exp(middle + reach), len(values)


def is_near_tet(o: Observation) -> bool:
    return o.period.months == 1 and o.period.end.month in MONTHS_OF_TET


def _is_a_usual_step(o: Observation, alike: Sequence[KnownFigure]) -> bool:
    """Whether a ratio is no farther from the one before than its steps have been: a slow drift is no jump."""
    if o.measure not in (Measure.INDEX, Measure.GROWTH, Measure.SHARE):
        return False
    values = [f.value for f in sorted(alike, key=lambda f: f.period) if f.period < o.period]
    if len(values) < MIN_KNOWN_PERIODS:
        return True
    steps = [abs(b - a) for a, b in itertools.pairwise(values)]
    usual = JUMP_DEVIATIONS * max(DEVIATIONS_PER_MAD * statistics.median(steps), LEAST_SPREAD_INDEX)
    return abs(o.value - values[-1]) <= usual


def _thousandfold(o: Observation, alike: Sequence[KnownFigure]) -> float:
    """How many times the stored figures a level is, where that is about a thousand or a thousandth; else 0."""
    if o.comparison is not Comparison.NONE or o.measure is Measure.SHARE or o.value <= 0:
        return 0.0
    recent = sorted(alike, key=lambda f: f.period)[-MIN_KNOWN_PERIODS:]
    usual = statistics.median(f.value for f in recent)
    if usual <= 0:
        return 0.0
    factor = o.value / usual
    return factor if THOUSAND_FROM <= max(factor, 1 / factor) <= THOUSAND_TO else 0.0


def coverage(observations: list[Observation], known: Known) -> Iterator[Finding]:
    """Tables with clearly fewer rows than in the last release that held them; another spelling is no other row."""
    labels: dict[str, dict[str, str]] = defaultdict(dict)
    first: dict[str, Observation] = {}
    for o in observations:
        labels[o.table][_row_key(o.table, o.item)] = o.item
        first.setdefault(o.table, o)
    for table, now in labels.items():
        before = {_row_key(table, label): label for label in known.labels(table)}
        missing = [label for key, label in before.items() if key not in now]
        if len(missing) >= LEAST_LOST and len(now) < COVERAGE_KEPT * len(before):
            yield complaint(
                first[table],
                "coverage_shrank",
                table=table,
                now=len(now),
                before=len(before),
                missing="; ".join(missing[:_NAMED_MISSING]) + (" …" if len(missing) > _NAMED_MISSING else ""),
            )


@lru_cache(maxsize=8192)
def _row_key(table: str, label: str) -> str:
    match = catalogue().resolve_item(table, (), label)
    return match.code if match.is_known else label_key(label)


def released_twice(observations: list[Observation], known: Known) -> Iterator[Finding]:
    """The newest month of the workbook was released before with the same status: what differs, cell by cell.

    A year or a quarter alone is estimated several times before it ends; that is no second release of a month.
    """
    if not observations:
        return
    newest = max(o.period.last for o in observations)
    common: list[tuple[Observation, KnownFigure]] = []
    for o in observations:
        if o.period.last == newest:
            same = (f for f in known.figures(o) if f.period == o.period and f.status == o.status)
            common.extend((o, figure) for figure in same)
    if not any(o.period.months == 1 for o, _ in common):
        return
    differing = [(o, f) for o, f in common if abs(o.value - f.value) > SAME_VALUE * max(1.0, abs(f.value))]
    if differing:
        first = differing[0][0]
        yield complaint(first, "released_twice", differing=len(differing), common=len(common))
        for o, figure in differing:
            yield complaint(
                o, "same_month_differs", Severity.NOTE, before=written(figure.value), value=written(o.value)
            )
