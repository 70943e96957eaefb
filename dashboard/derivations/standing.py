"""Which stored figures stand for the inputs of a number that rests on several series."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import pandas as pd

from dashboard.derivations.derivation import BASE, PLAN, Derivation
from dashboard.transformed import Made
from data.period import MONTHS_IN_YEAR, Period
from data.store import Figure, Series, Store
from data.store.questions import figure_of

CUMULATIVE, FIRST_STATED, ANNUAL, PARTS = "cumulative", "first_stated", "annual_growth", "parts"
COMPARED_WITH_YEAR_BEFORE = frozenset({"structure_change"})
OF_ONE_MONTH = frozenset({"revision"})


@dataclass(frozen=True, slots=True)
class Standing:
    need: str
    series: Series
    figure: Figure


def standing_of_formula(store: Store, asked: Derivation, found: Made, need: str, month: int) -> list[Standing]:
    """The figures that a term of the formula takes: one, or the months of the year where no table prints their sum."""
    series, january = found.inputs[need], month - month % MONTHS_IN_YEAR
    if need == CUMULATIVE:
        whole = _first(store, asked, need, series, Period(january, month))
        return whole or _each(store, asked, need, series, range(january, month + 1))
    beside = found.inputs.get(f"{need}_index", ())
    index = _first(store, asked, need, beside, Period(month, month))
    if not index:
        return _each(store, asked, need, series, (month,))
    said = (store.figure(one.id, Period(month, month), as_of=index[0].figure.released) for one in series)
    return [Standing(need, one, figure) for one, figure in zip(series, said, strict=True) if figure]


def standing_of_model(store: Store, asked: Derivation, found: Made) -> list[Standing]:
    """The figures that went in where no formula names them, the last of each series first where all count."""
    return [
        one
        for need, series in found.inputs.items()
        if need != PLAN
        for one in _of_model(store, asked, found, need, series)
    ]


def _of_model(store: Store, asked: Derivation, found: Made, need: str, series: tuple[Series, ...]) -> list[Standing]:
    key, last, base = found.how.key, asked.period.last, _base(found)
    if need == FIRST_STATED:
        rows = store.first_rows([one.id for one in series], months=1, as_of=asked.as_of)
        first = {row[0]: figure_of(row) for row in rows if figure_of(row).period.last == last}
        return [Standing(need, one, first[one.id]) for one in series if one.id in first]
    if need == PARTS or key in OF_ONE_MONTH:
        months = (last - MONTHS_IN_YEAR, last) if key in COMPARED_WITH_YEAR_BEFORE else (last,)
        return [stand for one in series for stand in _each(store, asked, need, (one,), months)]
    if need == ANNUAL:
        first_year = base.year + 1 if base else last // MONTHS_IN_YEAR
        years = (
            Period(MONTHS_IN_YEAR * y, MONTHS_IN_YEAR * (y + 1) - 1)
            for y in range(first_year, last // MONTHS_IN_YEAR + 1)
        )
        return [stand for year in years for stand in _first(store, asked, need, series, year)]
    return [
        Standing(need, one, figure)
        for one in series
        for figure in store.figures([one.id], months=1, as_of=asked.as_of)
        if figure.period.last <= max(last, (base.year + 1) * MONTHS_IN_YEAR - 1 if base else last)
    ]


def _base(found: Made) -> pd.Period | None:
    """The month or year that the transformation starts from, also where it chose it itself."""
    base = found.given.get(BASE)
    return base if isinstance(base, pd.Period) else None


def _each(
    store: Store, asked: Derivation, need: str, series: tuple[Series, ...], months: Iterable[int]
) -> list[Standing]:
    return [one for month in months for one in _first(store, asked, need, series, Period(month, month))]


def _first(store: Store, asked: Derivation, need: str, series: tuple[Series, ...], period: Period) -> list[Standing]:
    """The figure of a period in the first of the series that has one."""
    stated = ((one, store.figure(one.id, period, as_of=asked.as_of)) for one in series)
    return next(([Standing(need, one, figure)] for one, figure in stated if figure), [])
