"""What a reader may choose: indicators, the themes that they belong to, comparisons of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Annotated

from data.catalogue_building import Text, between
from data.observation import Comparison, Measure


class Rate(StrEnum):
    """The growth rates that stand beside a headline figure."""

    PREVIOUS_MONTH = "previous_month"
    SAME_MONTH_PREVIOUS_YEAR = "same_month_previous_year"
    SAME_PERIOD_PREVIOUS_YEAR = "same_period_previous_year"
    DECEMBER_PREVIOUS_YEAR = "december_previous_year"


class Aggregation(StrEnum):
    """How months become longer periods."""

    SUM = "sum"
    PUBLISHED_CUMULATIVE = "published_cumulative"
    GEOMETRIC_MEAN = "geometric_mean"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Indicator:
    """What a reader may choose: one kind of series of one item, with its wording, unit and rules.

    `level` indicators carry the indicators of their published ratios in `rates`; a rate missing there that
    `within_release` names is computed from two levels of one release (DOMAIN: vintages are never mixed).
    """

    key: Text
    theme: Text
    vi: Text
    en: Text
    short_vi: Text
    short_en: Text
    about_vi: Text
    about_en: Text
    table: Text
    item: Text
    measure: Measure
    comparison: Comparison
    unit: Text
    decimals: Annotated[int, between(0, 4)]
    aggregation: Aggregation
    source: Text
    index_of: str = ""
    rise_is_good: bool | None = None
    rates: dict[Rate, str] = field(default_factory=dict)
    within_release: tuple[Rate, ...] = ()


@dataclass(frozen=True, slots=True)
class Theme:
    """One of the four subjects of the overview. `parts` are items of the headline's table, in order of display."""

    code: Text
    vi: Text
    en: Text
    short_vi: Text
    short_en: Text
    colour: Annotated[int, between(1, 8)]
    headline: Text
    rates: tuple[Rate, ...]
    parts: tuple[Text, ...]
    indicators: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True)
class SuggestedComparison:
    """Series that are often looked at together. `other_table` adds the same items of a second table."""

    code: Text
    vi: Text
    en: Text
    table: Text
    items: tuple[Text, ...]
    measure: Measure
    transformation: Text
    comparison: Comparison = Comparison.NONE
    other_table: str = ""
