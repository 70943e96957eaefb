"""Values of a transformation of the registry by month ordinal.

Those of levels alone are made of the columns that one question answered; others find and read their own inputs.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

import pandas as pd

from dashboard.derivations.derivation import SEVERAL_SERIES
from dashboard.explorer.columns import Column
from dashboard.explorer.inputs import LEVELS
from dashboard.transformed import made
from dashboard.transformed.made import BASE
from dashboard.transformed.read import EPOCH, monthly
from data.period import MONTHS_IN_YEAR
from data.store import Series, Store
from indicators.periods import periods_of
from indicators.registry import Outcome, Transformation

MONTHS_OF = {"Q": 3, "Y": MONTHS_IN_YEAR}
AT_FEBRUARY = "january_february"
"""The two first months stand at their second; every other value of a year stands at December."""


@dataclass(frozen=True, slots=True)
class Computed:
    """`step` is the number of months from one value to the next; `low` and `high` bound uncertain ones; `inputs` are
    the series that went in, the first of each need, and `deflator` took the prices out.
    """

    values: dict[int, float]
    step: int = 1
    low: Mapping[int, float] = field(default_factory=dict)
    high: Mapping[int, float] = field(default_factory=dict)
    outcome: Outcome | None = None
    inputs: tuple[int, ...] = ()
    deflator: Series | None = None
    is_of_single_series: bool = True
    """Whether each input is one series by month."""


def computed(
    store: Store, one: Series, own: Column, how: Transformation, *, base: int | None, as_of: date | None
) -> Computed:
    """What the transformation gives. `base` is the month of its base, or else the month whose level becomes 100.

    Nothing where there are no figures. Raises Lacking and IndicatorError where it cannot be made.
    """
    inputs: tuple[int, ...] = (one.id,)
    deflator, is_single = None, True
    if how.needs == LEVELS:
        if not own.values:
            return Computed({})
        outcome = how.outcome(levels=monthly(dict(own.values.items())))
    else:
        month = pd.Period(ordinal=base - EPOCH, freq="M") if base is not None and BASE in how.needs else None
        found = made(store, one, how.key, base=month, as_of=as_of)
        outcome, deflator = found.outcome, found.deflator
        inputs = tuple(some[0].id for some in found.inputs.values() if some)
        is_single = is_of_single_series(how, found.inputs)
    step = MONTHS_OF.get(periods_of(outcome.values).freqstr[:1], 1)
    values = _by_month(outcome.values, how)
    if base is not None and BASE not in how.needs:
        return Computed(_rebased(values, base), step, outcome=outcome, inputs=inputs, is_of_single_series=is_single)
    low, high = (_by_month(bound, how) if bound is not None else {} for bound in (outcome.low, outcome.high))
    return Computed(values, step, low, high, outcome, inputs, deflator, is_single)


def is_of_single_series(how: Transformation, inputs: Mapping[str, Sequence[Series]]) -> bool:
    """Whether each input is all figures of one series; a level beside its index is that of some releases only."""
    has_beside = any(f"{need}_index" in how.needs for need in how.needs)
    return not has_beside and not SEVERAL_SERIES & set(inputs) and all(len(some) == 1 for some in inputs.values())


def _by_month(series: pd.Series, how: Transformation) -> dict[int, float]:
    """Values by the last month of their period, in order, without the missing ones."""
    known = series.dropna()
    index = periods_of(known)
    at_february = how.key == AT_FEBRUARY and index.freqstr.startswith("Y")
    months = index.year * MONTHS_IN_YEAR + 1 if at_february else index.asfreq("M", how="E").asi8 + EPOCH
    return dict(zip(months.tolist(), known.to_numpy(dtype=float).tolist(), strict=True))


def _rebased(values: dict[int, float], base: int) -> dict[int, float]:
    """Index with 100 for the month `base`; nothing where that month has no positive level."""
    level = values.get(base, 0.0)
    return {month: value / level * 100 for month, value in values.items()} if level > 0 else {}
