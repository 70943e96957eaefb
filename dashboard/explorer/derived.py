"""Where the values of a drawn line lead: to the derivation of each that is computed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from dashboard.derivations.derivation import BASE, PLAN, Derivation
from dashboard.explorer.lines import Line
from dashboard.moment import Moment
from data.period import Period
from data.store.packed import day_of
from indicators.registry import Transformation


def derivations_of(line: Line, span: range, how: Transformation, base: int | None, moment: Moment) -> tuple[str, ...]:
    found = tuple(derivation_of_line(line, month, how, base, moment) for month in span)
    return found if any(found) else ()


def derivation_of_line(line: Line, month: int, how: Transformation, base: int | None, moment: Moment) -> str:
    """What explains the computed value of a month; empty for a printed one.

    Two levels of one release are asked for as of the day of that release. Where an input is of several series, of a
    plan, or of months added up where no table prints their sum, and where the base is left to the transformation, the
    series itself is named.
    """
    at = Period(month, month)
    if month in line.paired:
        day, is_sum = date.fromordinal(day_of(line.levels[month])), line.period(month).months > 1
        inputs = (line.series.id,)
        return Derivation(how.key, at, inputs, day, since_january=is_sum, recorded=moment.recorded).query
    if month not in line.values or not line.made.inputs:
        return ""
    has_base = BASE not in how.needs or base is not None
    start = Period(base, base) if base is not None else None
    single = Derivation(how.key, at, line.made.inputs, moment.as_of, start, recorded=moment.recorded)
    if has_base and line.made.is_of_single_series and not how.cumulative and PLAN not in how.needs:
        return single.query if len(single.inputs) == len(single.needs) else ""
    return replace(single, inputs=(), series=line.series.id).query
