"""A computed number whose inputs are of several series: made anew from the series that is transformed."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from dashboard.derivations.derivation import BASE, PLAN, Derivation
from dashboard.derivations.model import Explained, Input, MonthResult
from dashboard.derivations.months import as_needed, month_result, pandas_month, used_inputs
from dashboard.derivations.standing import standing_of_formula, standing_of_model
from dashboard.transformed import Lacking, Made, made
from dashboard.transformed.read import EPOCH, plans_of
from data.period import MONTHS_IN_YEAR
from data.store import Store
from indicators.errors import IndicatorError
from indicators.growth import PERCENT

Taken = Mapping[str, Mapping[int, float]]


def explain_series(store: Store, asked: Derivation) -> Explained | None:
    """The number with all that it rests on; None where it cannot be made for this series."""
    try:
        one = store.series(asked.series or 0)
        start = pandas_month(asked.base.last) if asked.base and BASE in asked.how.needs else None
        found = made(store, one, asked.key, base=start, as_of=asked.as_of)
    except (KeyError, Lacking, IndicatorError):
        return None
    taken = {need: _by_month(value) for need, value in found.given.items() if isinstance(value, pd.Series)}
    result, rebased_to = found.outcome.values, asked.rebased_to
    month = month_result(found.how, result, asked.period.last, taken)
    base = month_result(found.how, result, rebased_to.last, taken) if rebased_to else None
    if month is None or (rebased_to and not (base and base.value)):
        return None
    return Explained(
        asked, found.how, PERCENT * month.value / base.value if base else month.value, "" if base else found.unit,
        _inputs(store, asked, found, [month, *([base] if base else [])], taken), one, (month,), found.outcome, base,
        values={(need, at): value for need, some in taken.items() for at, value in some.items()},
    )  # fmt: skip


def _by_month(value: pd.Series) -> dict[int, float]:
    """Known values by month ordinal; nothing for what is not by month."""
    known = value.dropna()
    if not isinstance(known.index, pd.PeriodIndex) or known.index.freqstr != "M":
        return {}
    return dict(zip((known.index.asi8 + EPOCH).tolist(), known.astype(float).tolist(), strict=True))


def _inputs(store: Store, asked: Derivation, found: Made, months: list[MonthResult], taken: Taken) -> tuple[Input, ...]:
    """The figures that went in, each with its cell; a plan as itself."""
    if found.how.has_formula:
        used = used_inputs(found.how, months, taken)
        stand = [one for need, at in used if need != PLAN for one in standing_of_formula(store, asked, found, need, at)]
        plans = [_plan(store, found, at) for need, at in used if need == PLAN]
    else:
        stand, plans = standing_of_model(store, asked, found), []
    places = store.places(one.figure.id for one in stand)
    return (
        *(
            Input(
                one.need, one.figure.period.last, as_needed(one.need, one.series, one.figure), one.figure, one.series,
                places.get(one.figure.id),
            )
            for one in stand
        ),
        *(plan for plan in plans if plan),
    )  # fmt: skip


def _plan(store: Store, found: Made, month: int) -> Input | None:
    plans = plans_of(store, found.inputs[PLAN][0])
    plan = next((one for one in plans if one.year == month // MONTHS_IN_YEAR), None)
    return Input(PLAN, month, float(plan.value or 0), plan=plan) if plan else None
