"""The base that is taken where nobody chose one: the earliest from which everything after it can be compared."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas as pd

from data.period import MONTHS_IN_YEAR
from indicators.registry import Transformation


def default_base(how: Transformation, inputs: Mapping[str, object]) -> pd.Period | None:
    """The first month that all inputs have, or the first whole year of what adds months.

    What averages or anchors years starts with the last unbroken run of them; the base of yearly growth is the year
    before. None where there is no such month or year.
    """
    given = [one for one in inputs.values() if isinstance(one, pd.Series)]
    if "annual_growth" in inputs:
        start = _start_of_last_run([int(one.year) for one in given[0].dropna().index])
        return None if start is None else pd.Period(f"{start - 1}-01", "M")
    if how.adds_months or "year_on_year" in inputs:
        years = _whole_years(given[0])
        start = _start_of_last_run(years) if "year_on_year" in inputs else next(iter(years), None)
        return None if start is None else pd.Period(f"{start}-01", "M")
    known = pd.concat([one.rename(number) for number, one in enumerate(given)], axis=1).dropna()
    return known.index[0] if len(known) else None


def _whole_years(series: pd.Series) -> list[int]:
    counted = series.groupby(pd.PeriodIndex(series.index).year).count()
    return [int(str(year)) for year, months in counted.items() if months == MONTHS_IN_YEAR]


def _start_of_last_run(years: Sequence[int]) -> int | None:
    if not years:
        return None
    start = years[-1]
    while start - 1 in years:
        start -= 1
    return start
