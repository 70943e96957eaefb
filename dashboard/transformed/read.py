"""The inputs of a transformation as monthly series, read from the store as known on a day."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
import pandas as pd

from dashboard.transformed.find import ON_DECEMBER, PREVIOUS_MONTH, SAME_MONTH, printed
from data.catalogue import catalogue
from data.period import MONTHS_IN_YEAR
from data.store import Plan, Series, Store
from data.store.codes import LENGTH
from indicators.chaining import spliced
from indicators.growth import PERCENT, year_to_date

EPOCH = 1970 * MONTHS_IN_YEAR
"""Month ordinal at which pandas begins to count months."""
SHARED_COLUMN = {PREVIOUS_MONTH: 1, SAME_MONTH: 12}
"""The month in which the column `on December` of consumer prices means this comparison."""
LARGEST_GAP = 0.02
"""Share of the whole that its parts may miss, in the middle month."""


@dataclass(frozen=True, slots=True)
class Asked:
    """The series that is transformed, from which store, as known on which day."""

    store: Store
    series: Series
    as_of: date | None = None


Found = Sequence[Series]
Reader = Callable[[Asked, Found], object]


def months_of(asked: Asked, found: Found, *, first: bool = False) -> pd.Series:
    """Figures of single months of the series; where two have one, the first of them counts."""
    read = asked.store.first_rows if first else asked.store.rows
    values: dict[int, float] = {}
    for one in reversed(found):
        values.update({row[1] % LENGTH: row[2] for row in read([one.id], months=1, as_of=asked.as_of)})
    return monthly(values)


def monthly(values: Mapping[int, float]) -> pd.Series:
    """Values by month ordinal as a series without holes in its index."""
    if not values:
        return pd.Series(dtype=float, index=pd.PeriodIndex([], freq="M"))
    first, count = min(values), max(values) - min(values) + 1
    months = pd.period_range(pd.Period(ordinal=first - EPOCH, freq="M"), periods=count, freq="M")
    return pd.Series([values.get(first + m, np.nan) for m in range(count)], index=months, dtype=float)


def _indices(asked: Asked, found: Found) -> pd.Series:
    """Published ratios as indices (100 = the period compared), whichever way they are printed."""
    month = SHARED_COLUMN.get(found[0].comparison)
    whole = pd.Series(dtype=float, index=pd.PeriodIndex([], freq="M"))
    for one in found:
        part = months_of(asked, [one]) + (PERCENT if one.measure == "growth" else 0.0)
        if one.comparison == ON_DECEMBER and found[0].comparison != ON_DECEMBER:
            part = part[pd.PeriodIndex(part.index).month == month]
        whole = whole.combine_first(part.dropna())
    return whole if whole.empty else whole.reindex(pd.period_range(whole.index[0], whole.index[-1], freq="M"))


def _beside_its_index(asked: Asked, found: Found) -> pd.Series:
    """Levels as the release said them that prints their index: those of other releases are not comparable with it."""
    ratios = printed(asked.store, found[0], SAME_MONTH)
    of_index = {row[1]: row[5] for one in ratios for row in asked.store.rows([one.id], months=1, as_of=asked.as_of)}
    versions = (asked.store.rows, asked.store.first_rows)
    rows = [row for ask in versions for row in ask([found[0].id], months=1, as_of=asked.as_of)]
    return monthly({row[1] % LENGTH: row[2] for row in rows if of_index.get(row[1]) == row[5]})


def _growth(asked: Asked, found: Found) -> pd.Series:
    return _indices(asked, found) - PERCENT


def _annual_growth(asked: Asked, found: Found) -> pd.Series:
    """Published growth of twelve months together, by year, percent."""
    rates: dict[int, float] = {}
    for one in reversed(found):
        shift = PERCENT if one.measure == "index" else 0.0
        rows = asked.store.rows([one.id], months=MONTHS_IN_YEAR, as_of=asked.as_of)
        rates.update({row[1] % LENGTH // MONTHS_IN_YEAR: row[2] - shift for row in rows})
    years = pd.PeriodIndex([str(year) for year in sorted(rates)], freq="Y")
    return pd.Series([rates[year] for year in sorted(rates)], index=years, dtype=float)


def _cumulative(asked: Asked, found: Found) -> pd.Series:
    """Values since January as published, else the sum of the year's months where all are known."""
    stated = {
        row[1] % LENGTH: row[2]
        for row in asked.store.rows([found[0].id], as_of=asked.as_of)
        if row[1] // LENGTH == row[1] % LENGTH % MONTHS_IN_YEAR + 1
    }
    return monthly(stated).combine_first(year_to_date(months_of(asked, found)))


def _parts(asked: Asked, found: Found) -> pd.DataFrame | None:
    """The parts side by side; None where they do not make up the whole."""
    parts = pd.DataFrame({one.item: months_of(asked, [one]) for one in found})
    covered = parts.sum(axis=1, skipna=False) / months_of(asked, [asked.series]).reindex(parts.index)
    middle = covered.median()
    return parts if len(found) > 1 and abs(middle - 1) <= LARGEST_GAP else None


def _levels_by_base(asked: Asked, found: Found) -> dict[str, pd.Series]:
    return {one.base: months_of(asked, [one]).dropna() for one in found if one.comparison == "base_period"}


def _joined_level(asked: Asked, found: Found) -> pd.Series:
    """A price level over all base years. Raises MissingMonths where a change of base cannot be joined."""
    ratios = [one for one in found if one.comparison != "base_period"]
    on_month = _indices(asked, ratios) if ratios else pd.Series(dtype=float, index=pd.PeriodIndex([], freq="M"))
    return spliced(_levels_by_base(asked, found), on_month).level


def plans_of(store: Store, one: Series) -> list[Plan]:
    """The plans of this row in this unit."""
    known = catalogue().indicators
    return [
        plan
        for plan in store.plans(one.area)
        if plan.value and plan.measure == "value" and plan.unit.casefold() == one.unit.casefold()
        and plan.indicator in known
        and (known[plan.indicator].table, known[plan.indicator].item) == (one.table, one.item)
    ]  # fmt: skip


def _plan(asked: Asked, found: Found) -> pd.Series | None:
    """The plan of each month's year, where one is known."""
    values = {
        plan.year * MONTHS_IN_YEAR + month: float(plan.value or 0)
        for plan in plans_of(asked.store, found[0])
        for month in range(MONTHS_IN_YEAR)
    }
    return monthly(values) if values else None


READERS: dict[str, Reader] = {
    "index": _indices,
    "year_on_year": _indices,
    "month_on_month": _indices,
    "by_base": _levels_by_base,
    "annual_growth": _annual_growth,
    "cumulative": _cumulative,
    "part_beside_index": _beside_its_index,
    "total_beside_index": _beside_its_index,
    "part_index": _indices,
    "total_index": _indices,
    "parts": _parts,
    "growth": _growth,
    "nation_growth": _growth,
    "price_index": _indices,
    "price_level": _joined_level,
    "dollar_price": _joined_level,
    "plan": _plan,
    "first_stated": lambda asked, found: months_of(asked, found, first=True),
}
"""All others are the months of their series."""


def read(need: str, asked: Asked, found: Found) -> object | None:
    """The input, or None where the store has nothing that serves. Raises IndicatorError where it cannot be made."""
    value = READERS.get(need, months_of)(asked, found)
    is_empty = isinstance(value, pd.Series | pd.DataFrame | dict) and len(value) == 0
    return None if is_empty else value
