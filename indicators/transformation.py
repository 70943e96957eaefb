"""What a transformation is: a named way from stored series to a shown one, the same for page, API and briefing."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

import pandas as pd

SAME_UNIT = "same"
PERCENT_UNIT = "%"
POINTS = "điểm phần trăm"
NO_UNIT = ""
LEVELS = ("levels",)
PRICES, RETAIL, EXPORTS = ("consumer_price_index",), ("retail_sales",), ("goods_exports",)
"""Tables that some transformations are meant for."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """`values` in the unit out; `low` and `high` bound what is uncertain, missing elsewhere.

    `method` is a code for what was done where there is a choice (`x13`, `stl`, `ets`, `naive`, `splice` ...) and
    `facts` what a sentence about it needs.
    """

    values: pd.Series
    low: pd.Series | None = None
    high: pd.Series | None = None
    method: str = ""
    facts: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Transformation:
    """`vi` and `en` are its names; `needs` the inputs it takes, in the order of the function's arguments.

    Inputs are monthly series, but `parts` is a frame with one column a part, `by_base` levels by base, `base` the
    period that counts as 100 or as start. Those of `cumulative` take figures of the months since January, keyed by
    their last month. One that `adds_months` takes flows, not an index; `only_for` names the tables it is meant for.
    What `is_share` of a whole is no change and bears no sign. Where `has_formula`, the module `formulas` says the same
    as a formula for one month.
    """

    key: str
    vi: str
    en: str
    unit_out: str
    needs: tuple[str, ...]
    function: Callable[..., pd.Series | Outcome]
    cumulative: tuple[str, ...] = ()
    has_formula: bool = True
    adds_months: bool = False
    only_for: tuple[str, ...] = ()
    is_share: bool = False

    def outcome(self, **inputs: Any) -> Outcome:
        """What it gives; raises TypeError naming the inputs that are missing, IndicatorError where it refuses."""
        missing = [name for name in self.needs if name not in inputs]
        if missing:
            raise TypeError(f"{self.key} needs {', '.join(missing)}")
        found = self.function(*(inputs[name] for name in self.needs))
        return found if isinstance(found, Outcome) else Outcome(found)

    def apply(self, **inputs: Any) -> pd.Series:
        """Its values alone."""
        return self.outcome(**inputs).values
