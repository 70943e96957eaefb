"""The result of one month: its value, its formula, and which inputs the formula names."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import pandas as pd

from dashboard.derivations.derivation import NO_SERIES
from dashboard.derivations.model import MonthResult
from data.period import MONTHS_IN_YEAR
from data.store import Figure, Series
from indicators.formulas import formula, terms
from indicators.growth import PERCENT
from indicators.registry import Transformation

INDEX_NEEDS = frozenset({"index", "part_index", "total_index", "price_index", "year_on_year", "month_on_month"})
GROWTH_NEEDS = frozenset({"growth", "nation_growth", "annual_growth"})
FEBRUARY = 2
_ALSO_IN = "tet_pairs"


def as_needed(need: str, series: Series, figure: Figure) -> float:
    """An index where the formula takes an index, growth where it takes growth."""
    if need in INDEX_NEEDS and series.measure == "growth":
        return figure.value + PERCENT
    if need in GROWTH_NEEDS and series.measure == "index":
        return figure.value - PERCENT
    return figure.value


def pandas_month(ordinal: int) -> pd.Period:
    return pd.Period(year=ordinal // MONTHS_IN_YEAR, month=ordinal % MONTHS_IN_YEAR + 1, freq="M")


def month_result(
    how: Transformation, result: pd.Series, month: int, taken: Mapping[str, Mapping[int, float]]
) -> MonthResult | None:
    value = _at(result, month)
    return None if value is None else MonthResult(month, value, _formula(how, month, taken))


def used_inputs(
    how: Transformation, months: Iterable[MonthResult], taken: Mapping[str, Mapping[int, float]]
) -> list[tuple[str, int]]:
    """The inputs that the formulas of these months name, in the order of the needs and then of time; of a model all
    until then."""
    months = list(months)
    if not how.has_formula:
        last = max(one.month for one in months)
        return [(need, m) for need in how.needs if need not in NO_SERIES for m in sorted(taken[need]) if m <= last]
    named = {
        (term.need, one.month + at)
        for one in months
        for term in terms(one.formula)
        for at in term.offsets
        if one.month + at in taken[term.need]
    }
    return sorted(named, key=lambda one: (how.needs.index(one[0]), one[1]))


def _at(result: pd.Series, month: int) -> float | None:
    """The result of a month; of a quarter or a year at its last month only."""
    at = pandas_month(month).asfreq(pd.PeriodIndex(result.index).freqstr)
    value = result.get(at) if at.asfreq("M", how="end") == pandas_month(month) or _is_pair(result, month) else None
    return None if value is None or pd.isna(value) else float(value)


def _is_pair(result: pd.Series, month: int) -> bool:
    """January and February together are a result by year that is complete in February."""
    return pd.PeriodIndex(result.index).freqstr != "M" and month % MONTHS_IN_YEAR + 1 == FEBRUARY


def _formula(how: Transformation, last: int, taken: Mapping[str, Mapping[int, float]]) -> str:
    """The formula of a month. Weights that are not known for both months of a pair are equal."""
    if not how.has_formula:
        return ""
    known = last - min(taken[how.needs[0]]) + 1
    text = formula(how.key, last % MONTHS_IN_YEAR + 1, months_known=known)
    is_known = all(last + at in taken[term.need] for term in terms(text) for at in term.offsets)
    return text if is_known or how.key != "tet_pairs_weighted" else formula(_ALSO_IN, last % MONTHS_IN_YEAR + 1)
