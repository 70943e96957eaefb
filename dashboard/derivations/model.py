"""What explains a computed number: its inputs with their figures, its months, and what is published instead."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from dashboard.derivations.derivation import Derivation
from data.store import Figure, FigurePlace, Plan, Series
from indicators.growth import PERCENT
from indicators.registry import Outcome, Transformation


@dataclass(frozen=True, slots=True)
class Input:
    """One figure that went in. `value` is what the formula takes, `figure` what stands in the cell."""

    need: str
    month: int
    value: float
    figure: Figure | None = None
    series: Series | None = None
    place: FigurePlace | None = None
    plan: Plan | None = None


@dataclass(frozen=True, slots=True)
class MonthResult:
    """The result of one month, by its ordinal, and the formula that gives it; empty where a model gives it."""

    month: int
    value: float
    formula: str


@dataclass(frozen=True, slots=True)
class Explained:
    """`months` holds one month, or all months of a mean; `base` the month that the result is divided by.

    `published` is the printed figure that is shown instead. `values` are the inputs by need and month. `outcome` is
    all that the transformation gave, with the method that it chose.
    """

    derivation: Derivation
    how: Transformation
    value: float
    unit: str
    inputs: tuple[Input, ...]
    series: Series
    months: tuple[MonthResult, ...]
    outcome: Outcome
    base: MonthResult | None = None
    published: tuple[Series, Figure] | None = None
    values: Mapping[tuple[str, int], float] = field(default_factory=dict)

    @property
    def is_mean(self) -> bool:
        return len(self.months) > 1

    @property
    def releases(self) -> set[int]:
        return {one.figure.release_id for one in self.inputs if one.figure}

    @property
    def published_value(self) -> float | None:
        """The printed figure as growth in percent."""
        if self.published is None:
            return None
        series, figure = self.published
        return figure.value - PERCENT if series.measure == "index" else figure.value
