"""The observation: one published figure, what it means, and the cell that it was read from."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from data.period import Period

WHOLE_COUNTRY = "Cả nước"


class Measure(StrEnum):
    VALUE = "value"
    VOLUME = "volume"
    INDEX = "index"
    SHARE = "share"
    GROWTH = "growth"


class Comparison(StrEnum):
    NONE = "none"
    PREVIOUS_MONTH = "previous_month"
    SAME_MONTH_PREVIOUS_YEAR = "same_month_previous_year"
    SAME_PERIOD_PREVIOUS_YEAR = "same_period_previous_year"
    DECEMBER_PREVIOUS_YEAR = "december_previous_year"
    BASE_PERIOD = "base_period"


class Origin(NamedTuple):
    """Where a figure stood. `headings` are the cells over it and `labels` those beside it."""

    sheet: str
    cell: str
    headings: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()


class Observation(NamedTuple):
    """One published figure. `unit` and `value` are as published; `status`, `index_of` may be empty.

    `item` is the row's own label in Unicode NFC without numbering, `parents` its enclosing labels, outermost first.
    """

    table: str
    item: str
    measure: Measure
    comparison: Comparison
    period: Period
    unit: str
    value: float
    area: str = WHOLE_COUNTRY
    parents: tuple[str, ...] = ()
    index_of: str = ""
    base: str = ""
    status: str = ""
    origin: Origin = Origin("", "")
    note: str = ""
