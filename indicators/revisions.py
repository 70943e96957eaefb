"""How far figures moved after they were first released."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from indicators.errors import TooShort
from indicators.growth import PERCENT
from indicators.periods import ratio


@dataclass(frozen=True, slots=True)
class RevisionStatistics:
    """Statistics of revisions in `unit`; `count` periods, `beyond` of them by more than `threshold`."""

    count: int
    mean: float
    mean_absolute: float
    median: float
    lowest: float
    highest: float
    beyond: int
    threshold: float
    unit: str

    @property
    def value_range(self) -> float:
        """Distance from the lowest to the highest revision."""
        return self.highest - self.lowest


def of_levels(first: pd.Series, latest: pd.Series) -> pd.Series:
    """Revision of levels: 100 (latest / first - 1), percent, by reference period; missing where either is."""
    return PERCENT * (ratio(latest, first.reindex(latest.index)) - 1)


def of_rates(first: pd.Series, latest: pd.Series) -> pd.Series:
    """Revision of growth rates: latest - first, percentage points."""
    return latest.astype(float) - first.astype(float).reindex(latest.index)


def statistics(revisions: pd.Series, *, threshold: float = 2.0, unit: str = "%") -> RevisionStatistics:
    """Mean, mean absolute, median and range of revisions; raises TooShort when there is none.

    National retail, 8/2018 to 2/2025: median -0.4 %, worst -8.8 %, best +10.4 % (DOMAIN.md A.9).
    """
    known = revisions.dropna().astype(float)
    if known.empty:
        raise TooShort(needed=1, found=0)
    return RevisionStatistics(
        count=len(known),
        mean=float(known.mean()),
        mean_absolute=float(known.abs().mean()),
        median=float(known.median()),
        lowest=float(known.min()),
        highest=float(known.max()),
        beyond=int((known.abs() > threshold).sum()),
        threshold=threshold,
        unit=unit,
    )


def as_of(versions: pd.DataFrame, day: pd.Timestamp) -> pd.Series:
    """The value of each period as it was known on a day: the last one released until then.

    `versions` has the columns `period`, `released`, `value`. Every indicator of this package applied to the result
    is that indicator as of the day.
    """
    known = versions[pd.to_datetime(versions["released"]) <= day].sort_values("released", kind="stable")
    last = known.groupby("period")["value"].last()
    return pd.Series(last.to_numpy(), index=pd.PeriodIndex(last.index))
