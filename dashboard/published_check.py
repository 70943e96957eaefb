"""A figure that a document states, computed again from stored levels where the store holds what it takes.

The document's figure stands as published whatever comes out; the computed one is only shown beside it.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from data.observation import WHOLE_COUNTRY
from data.period import MONTHS_IN_YEAR, Period
from data.store import PublishedFigure, Series, Store
from indicators.averages import compound_annual
from indicators.chaining import average_of_indices
from indicators.errors import IndicatorError
from indicators.growth import PERCENT, over_span
from indicators.shares import share_of_nation

SAME_MONTH = "same_month_previous_year"
ROUNDED_SHARE = 0.05
"""How far `khoảng`, `gần` and an estimate may be from the figure, as a share of it."""
NOT_IN_TABLES, NO_FIGURES = "not_in_tables", "no_figures"


@dataclass(frozen=True, slots=True)
class Check:
    """`computed` with whether it `agrees`, or why nothing was computed: `not_in_tables` or `no_figures`."""

    computed: float | None = None
    agrees: bool | None = None
    reason: str = ""


def check(store: Store, figure: PublishedFigure) -> Check:
    """The figure computed from levels, if its table and item are known here and its periods are stored."""
    rule = _RULES.get((figure.measure, figure.comparison))
    if rule is None or not figure.item or figure.value is None:
        return Check(reason=NOT_IN_TABLES)
    try:
        computed = rule(store, figure, _periods(figure.period))
    except (IndicatorError, ValueError):
        return Check(reason=NO_FIGURES)
    if computed is None or np.isnan(computed):
        return Check(reason=NO_FIGURES)
    return Check(computed, agrees(figure, computed))


def agrees(figure: PublishedFigure, computed: float) -> bool:
    """Whether the computed value is what the words of the document allow."""
    stated = figure.value or 0.0
    if figure.precision in ("more_than", "at_least"):
        return computed >= stated
    if figure.precision == "nearly":
        return stated * (1 - ROUNDED_SHARE) <= computed <= stated
    if figure.precision in ("about", "estimate"):
        return abs(computed - stated) <= ROUNDED_SHARE * abs(stated)
    decimals = len(f"{stated:.6f}".rstrip("0").split(".")[1])
    return abs(computed - stated) <= 0.5 * 10.0**-decimals + 1e-9


def _periods(text: str) -> tuple[Period, Period]:
    """First and last period that the figure is about: `2011/2015` are two years, `2010-01/2010-07` one span."""
    if len(text) == 9:
        return Period.parse(text[:4]), Period.parse(text[5:])
    return Period.parse(text), Period.parse(text)


def _value(store: Store, figure: PublishedFigure, span: tuple[Period, Period]) -> float | None:
    return _level(store, figure, figure.area, span[1])


def _growth(store: Store, figure: PublishedFigure, span: tuple[Period, Period]) -> float | None:
    """On the same period of last year, from two levels of one release: others are not comparable."""
    now, before = span[1], span[1].previous_year()
    for one in _flows(store, figure, figure.area):
        found = [store.figure(one.id, period) for period in (before, now)]
        if found[0] and found[1] and found[0].release_id == found[1].release_id:
            years = pd.PeriodIndex(["2000", "2001"], freq="Y")
            return over_span(pd.Series([found[0].value, found[1].value], index=years), years[0], years[1])
    return None


def _average_annual(store: Store, figure: PublishedFigure, span: tuple[Period, Period]) -> float | None:
    """Compound growth from the year before the first to the last, as reports mean it."""
    base, last = span[0].previous_year(), span[1]
    levels = [_level(store, figure, figure.area, period) for period in (base, last)]
    series = pd.Series(levels, index=pd.PeriodIndex([str(base), str(last)], freq="Y"), dtype=float)
    return compound_annual(series, series.index[0], series.index[1])


def _annual_prices(store: Store, figure: PublishedFigure, span: tuple[Period, Period]) -> float | None:
    """Average of the year: geometric mean of twelve monthly indices."""
    found = store.find_series(
        table=figure.theme, items=[figure.item], areas=[figure.area], measures=["index"], comparisons=[SAME_MONTH]
    )
    figures = store.figures([one.id for one in found], start=span[0], end=span[1], months=1)
    if len(figures) < MONTHS_IN_YEAR:
        return None
    index = pd.PeriodIndex([str(one.period) for one in figures], freq="M")
    return float(average_of_indices(pd.Series([one.value for one in figures], index=index)).iloc[-1] - PERCENT)


def _share_of_nation(store: Store, figure: PublishedFigure, span: tuple[Period, Period]) -> float | None:
    """Mean of the years' shares."""
    years = [Period.parse(str(year)) for year in range(int(str(span[0])), int(str(span[1])) + 1)]
    index = pd.PeriodIndex(list(map(str, years)), freq="Y")
    area, nation = (
        pd.Series([_level(store, figure, name, year) for year in years], index=index, dtype=float)
        for name in (figure.area, WHOLE_COUNTRY)
    )
    shares = share_of_nation(area, nation)
    return None if shares.isna().any() else float(shares.mean())


def _flows(store: Store, figure: PublishedFigure, area: str) -> list[Series]:
    return store.find_series(
        table=figure.theme, items=[figure.item], areas=[area], measures=["value"], comparisons=["none"]
    )


def _level(store: Store, figure: PublishedFigure, area: str, period: Period) -> float | None:
    """The level as printed for the period, else the sum of its months where all are there."""
    for one in _flows(store, figure, area):
        stated = store.figure(one.id, period)
        if stated is not None:
            return stated.value
        months = store.figures([one.id], start=period, end=period, months=1)
        if len(months) == period.months:
            return sum(month.value for month in months)
    return None


_RULES = {
    ("value", "none"): _value,
    ("growth", "same_period_previous_year"): _growth,
    ("growth", "average_annual"): _average_annual,
    ("growth", "annual"): _annual_prices,
    ("share", "share_of_nation"): _share_of_nation,
}
