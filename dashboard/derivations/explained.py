"""A computed number worked out anew: its inputs with their figures, its formula, and what is published instead."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

import pandas as pd

from dashboard.derivations.derivation import BASE, PLAN, Derivation
from dashboard.derivations.model import Explained, Input
from dashboard.derivations.months import as_needed, month_result, pandas_month, used_inputs
from dashboard.derivations.of_series import explain_series
from dashboard.transformed.find import PUBLISHED_AS, SAME_PERIOD, is_flow, printed
from data.period import MONTHS_IN_YEAR, Period
from data.store import Figure, Plan, Series, Store
from indicators.chaining import TABLES_NEVER_CHAINED
from indicators.errors import IndicatorError
from indicators.growth import PERCENT
from indicators.registry import SAME_UNIT, TRANSFORMATIONS, Transformation


def explain(store: Store, asked: Derivation) -> Explained | None:
    """The number with all that it rests on; None where an input is missing or the series are unknown."""
    how = TRANSFORMATIONS[asked.key]
    if asked.recorded:
        store = store.as_recorded(asked.recorded)
    if asked.series is not None:
        return explain_series(store, asked)
    try:
        series = dict(zip(asked.needs, map(store.series, asked.inputs), strict=True))
    except KeyError:
        return None
    if how.key == "chained" and any(one.table in TABLES_NEVER_CHAINED for one in series.values()):
        return None
    plan = _plan(store, asked) if PLAN in how.needs else None
    if PLAN in how.needs and (plan is None or plan.value is None):
        return None
    figures = {need: _figures(store, one, need, asked) for need, one in series.items()}
    return _worked_out(store, asked, how, series, figures, plan)


def _worked_out(
    store: Store,
    asked: Derivation,
    how: Transformation,
    series: dict[str, Series],
    figures: dict[str, dict[int, Figure]],
    plan: Plan | None,
) -> Explained | None:
    taken = {need: {m: as_needed(need, series[need], f) for m, f in some.items()} for need, some in figures.items()}
    if plan is not None:
        taken[PLAN] = dict.fromkeys(taken[how.needs[0]], float(plan.value or 0))
    if not all(taken.values()):
        return None
    given: dict[str, Any] = {need: _monthly(values) for need, values in taken.items()}
    if BASE in how.needs and asked.base is not None:
        given[BASE] = pandas_month(asked.base.last)
    try:
        outcome = how.outcome(**given)
    except IndicatorError:
        return None
    result, rebased_to = outcome.values, asked.rebased_to
    wanted = _months(asked, result)
    months = [one for month in wanted if (one := month_result(how, result, month, taken))]
    base = month_result(how, result, rebased_to.last, taken) if rebased_to else None
    if len(months) < len(wanted) or (rebased_to and not (base and base.value)):
        return None
    value = math.fsum(one.value for one in months) / len(months)
    used = used_inputs(how, [*months, *([base] if base else [])], taken)
    first = next(iter(series.values()))
    unit = first.unit if how.unit_out == SAME_UNIT else how.unit_out
    return Explained(
        asked, how, PERCENT * value / base.value if base else value, "" if base else unit,
        _inputs(store, used, series, figures, taken, plan), first, tuple(months), outcome, base,
        _published(store, asked, first), {(need, month): taken[need][month] for need, month in used},
    )  # fmt: skip


def _months(asked: Derivation, result: pd.Series) -> list[int]:
    """The months whose mean is asked for; results by quarter or year have one, their last."""
    first = asked.period.first if pd.PeriodIndex(result.index).freqstr == "M" else asked.period.last
    return list(range(first, asked.period.last + 1))


def _figures(store: Store, one: Series, need: str, asked: Derivation) -> dict[int, Figure]:
    """Figures by last month: of single months, or of the months since January."""
    is_cumulative = asked.is_cumulative(need)
    found = store.figures([one.id], months=None if is_cumulative else 1, as_of=asked.as_of)
    return {
        f.period.last: f
        for f in found
        if f.period.kind != "days" and (not is_cumulative or f.period.months == f.period.last % MONTHS_IN_YEAR + 1)
    }


def _monthly(values: Mapping[int, float]) -> pd.Series:
    first, last = min(values), max(values)
    index = pd.period_range(pandas_month(first), pandas_month(last), freq="M")
    return pd.Series([values.get(m, float("nan")) for m in range(first, last + 1)], index=index, dtype=float)


def _inputs(
    store: Store,
    used: list[tuple[str, int]],
    series: Mapping[str, Series],
    figures: Mapping[str, Mapping[int, Figure]],
    taken: Mapping[str, Mapping[int, float]],
    plan: Plan | None,
) -> tuple[Input, ...]:
    standing = {key: figures[key[0]][key[1]] for key in used if key[0] != PLAN}
    places = store.places(one.id for one in standing.values())
    return tuple(
        Input(need, month, taken[need][month], plan=plan)
        if need == PLAN
        else Input(
            need,
            month,
            taken[need][month],
            standing[need, month],
            series[need],
            places.get(standing[need, month].id),
        )
        for need, month in used
    )


def _published(store: Store, asked: Derivation, one: Series) -> tuple[Series, Figure] | None:
    """The printed ratio of the same month, the newest where several are printed."""
    last, is_cumulative = asked.period.last, PUBLISHED_AS.get(asked.key) == SAME_PERIOD
    period = Period(last - last % MONTHS_IN_YEAR, last) if is_cumulative else Period(last, last)
    if asked.key not in PUBLISHED_AS or not is_flow(one):
        return None
    pairs = [
        (ratio, figure)
        for ratio in printed(store, one, PUBLISHED_AS[asked.key])
        if (figure := store.figure(ratio.id, period, as_of=asked.as_of)) is not None
    ]
    return max(pairs, key=lambda pair: pair[1].released, default=None)


def _plan(store: Store, asked: Derivation) -> Plan | None:
    return next((one for one in store.plans() if one.code == asked.plan), None)
