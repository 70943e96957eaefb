"""Figures of one workbook against each other: parts and totals, shares and 100, months and cumulative figures."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from data.findings import Finding, Severity
from data.observation import Comparison, Measure, Observation
from data.period import Period
from loaders.checks.known import Known, is_history
from loaders.checks.wording import complaint, written
from loaders.text import fold

ADDITIVE_TABLES = frozenset(("retail_sales", "goods_exports", "goods_imports", "industrial_output_value"))
# Domestic sectors are often rounded to whole units while the others are not (31 109,32 against 8 388 + 22 720,64).
TOLERANCE_UNITS, TOLERANCE_SHARE = 1.0, 0.001
SHARE_TOLERANCE = 0.1
STORED_MONTHS_TOLERANCE = 0.02
NEARLY_ALL = (0.9, 1.1)  # shares of the total between which rows beside it are taken for its parts
_MIN_PARTS = 2
_WHOLE_BREAKDOWNS = ("phan theo", "by ")

Column = tuple[str, str, str, str, Period]


def parts_against_totals(observations: list[Observation]) -> Iterator[Finding]:
    """Levels of the additive tables. A breakdown that names itself whole, and the parts of the top total, must add up
    to it; other parts (`Trong đó`) may fall short of their total but never exceed it."""
    for rows in _columns(o for o in observations if o.table in ADDITIVE_TABLES and _is_level(o)).values():
        totals = {(*o.parents, o.item): o for o in rows}
        top = next((o for o in rows if not o.parents and is_total(o.item)), None)
        groups = _by_parents(rows)
        if top is not None and (top.item,) not in groups and _are_parts(beside := _beside(top, groups[()]), top):
            yield from _compare(top, beside, is_whole=True)
        for path, parts in groups.items():
            total = totals.get(path)
            is_whole = total is not None and total is top
            if total is None and path and fold(path[-1]).startswith(_WHOLE_BREAKDOWNS):
                total, is_whole = top, True
            if total is not None and len(parts) >= _MIN_PARTS:
                yield from _compare(total, parts, is_whole)


def _beside(top: Observation, rows: list[Observation]) -> list[Observation]:
    return [o for o in rows if o is not top and not is_total(o.item)]


def _are_parts(rows: list[Observation], top: Observation) -> bool:
    """Whether rows beside the total, not indented beneath it, are its parts: they come near to it."""
    added = sum(o.value for o in rows)
    return len(rows) >= _MIN_PARTS and NEARLY_ALL[0] * top.value <= added <= NEARLY_ALL[1] * top.value


def _compare(total: Observation, parts: list[Observation], is_whole: bool) -> Iterator[Finding]:
    added = sum(o.value for o in parts)
    tolerance = max(TOLERANCE_UNITS, TOLERANCE_SHARE * abs(total.value))
    if added - total.value > tolerance or (is_whole and total.value - added > tolerance):
        yield complaint(
            total,
            "parts_total",
            parts=written(added),
            total=written(total.value),
            difference=written(added - total.value),
            tolerance=written(tolerance),
        )


def shares_against_hundred(observations: list[Observation]) -> Iterator[Finding]:
    """Shares of one breakdown add up to 100 percent; printed ones are often typed by hand (100,06)."""
    for rows in _columns(o for o in observations if o.measure is Measure.SHARE).values():
        totals = {(*o.parents, o.item) for o in rows if is_total(o.item)}
        for path, parts in _by_parents(rows).items():
            counted = [o for o in parts if not is_total(o.item)]
            is_breakdown = path in totals or (path and fold(path[-1]).startswith(_WHOLE_BREAKDOWNS))
            added = sum(o.value for o in counted)
            if is_breakdown and len(counted) >= _MIN_PARTS and abs(added - 100) > SHARE_TOLERANCE:
                low, high = written(100 - SHARE_TOLERANCE), written(100 + SHARE_TOLERANCE)
                yield complaint(counted[0], "shares_total", total=written(added), low=low, high=high)


def months_against_cumulative(observations: list[Observation], known: Known) -> Iterator[Finding]:
    """January to m is January to m-1 and m. With months of other releases, revisions may explain some percent."""
    levels = {(_series(o), o.period): o for o in observations if _is_level(o)}
    has_one_vintage = not is_history(observations)
    for (series, period), cumulative in levels.items():
        month = Period(period.last, period.last)
        if period.months < 2 or period.first % 12 or (series, month) not in levels:
            continue
        latest = levels[series, month].value
        before = levels.get((series, Period(period.first, period.last - 1)))
        if before is not None and has_one_vintage:
            tolerance = max(TOLERANCE_UNITS, TOLERANCE_SHARE * abs(cumulative.value))
            yield from _compare_sum(cumulative, before.value + latest, tolerance, Severity.WARNING)
            continue
        if before is not None:
            tolerance = STORED_MONTHS_TOLERANCE * abs(cumulative.value)
            yield from _compare_sum(cumulative, before.value + latest, tolerance, Severity.NOTE)
            continue
        if not is_total(cumulative.item):  # single rows are revised all the time
            continue
        months = {f.period.last: f.value for f in known.figures(cumulative) if f.period.months == 1}
        months |= {p.last: o.value for (s, p), o in levels.items() if s == series and p.months == 1}
        wanted = range(period.first, period.last + 1)
        if all(m in months for m in wanted):
            tolerance = STORED_MONTHS_TOLERANCE * abs(cumulative.value)
            yield from _compare_sum(cumulative, sum(months[m] for m in wanted), tolerance, Severity.NOTE)


def _compare_sum(cumulative: Observation, computed: float, tolerance: float, severity: Severity) -> Iterator[Finding]:
    if abs(computed - cumulative.value) > tolerance:
        yield complaint(
            cumulative,
            "months_cumulative",
            severity,
            published=written(cumulative.value),
            computed=written(computed),
            tolerance=written(tolerance),
        )


def is_total(label: str) -> bool:
    folded = fold(label)
    return folded.startswith(("tong", "total", "grand total"))


def _is_level(o: Observation) -> bool:
    return o.comparison is Comparison.NONE and o.measure in (Measure.VALUE, Measure.VOLUME)


def _series(o: Observation) -> tuple[str, ...]:
    return (o.table, o.area, o.measure, o.index_of, o.base, o.unit, *o.parents, o.item)


def _columns(observations: Iterator[Observation]) -> dict[Column, list[Observation]]:
    """Figures of the same table, area, measure, unit and period: values of one column of a table."""
    columns: dict[Column, list[Observation]] = defaultdict(list)
    for o in observations:
        if o.measure is not Measure.VOLUME:
            columns[o.table + o.origin.sheet, o.area, o.measure, o.unit, o.period].append(o)
    return columns


def _by_parents(rows: list[Observation]) -> dict[tuple[str, ...], list[Observation]]:
    groups: dict[tuple[str, ...], list[Observation]] = defaultdict(list)
    for o in rows:
        groups[o.parents].append(o)
    return groups
