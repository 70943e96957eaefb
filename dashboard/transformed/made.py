"""A transformation of one stored series, with the series that went in; or which input is lacking."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

import pandas as pd

from dashboard.transformed.base import default_base
from dashboard.transformed.find import FINDERS
from dashboard.transformed.read import Asked, read
from data.store import Series, Store
from indicators.registry import SAME_UNIT, TRANSFORMATIONS, Transformation
from indicators.transformation import Outcome

DEFLATORS = ("price_index", "price_level")
BASE, OTHER_TABLE = "base", "other_table"


class Lacking(Exception):
    """The store has no such input for this series, or it is of another table than the transformation is meant for."""

    def __init__(self, need: str) -> None:
        super().__init__(f"the store has no {need} for this series")
        self.need = need


@dataclass(frozen=True, slots=True)
class Made:
    """`outcome` in `unit`; `inputs` are the series of each need, of which `deflator` took the prices out."""

    series: Series
    how: Transformation
    outcome: Outcome
    unit: str
    inputs: Mapping[str, tuple[Series, ...]]
    given: Mapping[str, object] = field(default_factory=dict)
    """What the transformation took for each need."""

    @property
    def deflator(self) -> Series | None:
        return next((self.inputs[need][0] for need in DEFLATORS if self.inputs.get(need)), None)


def lacking(store: Store, one: Series, how: Transformation) -> str:
    """The first need for which the store has no series, without reading figures; empty where all are there."""
    if how.only_for and one.table not in how.only_for:
        return OTHER_TABLE
    return next((need for need in how.needs if need != BASE and not FINDERS[_kind(need, how)](store, one)), "")


def _kind(need: str, how: Transformation) -> str:
    """What adds months takes flows where others take any level."""
    return "flows" if need == "levels" and how.adds_months else need


def _how_read(need: str, how: Transformation) -> str:
    """A level that is held against its own index has to be of the release that says the index."""
    return f"{need}_beside_index" if f"{need}_index" in how.needs else need


def made(store: Store, one: Series, key: str, *, base: pd.Period | None = None, as_of: date | None = None) -> Made:
    """The transformation `key` of a series as known on a day; `base` is the month that counts as 100 or as start.

    Raises KeyError for an unknown key, Lacking where an input is not stored, IndicatorError where it is refused.
    """
    how, asked = TRANSFORMATIONS[key], Asked(store, one, as_of)
    inputs: dict[str, tuple[Series, ...]] = {}
    values: dict[str, object] = {}
    if how.only_for and one.table not in how.only_for:
        raise Lacking(OTHER_TABLE)
    for need in how.needs:
        if need == BASE:
            value: object | None = base or default_base(how, values)
        else:
            inputs[need] = FINDERS[_kind(need, how)](store, one)
            value = read(_how_read(need, how), asked, inputs[need]) if inputs[need] else None
        if value is None:
            raise Lacking(need)
        values[need] = value
    unit = one.unit if how.unit_out == SAME_UNIT else how.unit_out
    return Made(one, how, how.outcome(**values), unit, inputs, values)
