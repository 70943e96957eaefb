"""What the catalogue holds: frozen entries, each checked against its types when it is made.

Fields of the registers (campaigns, awards, plans, published figures) bear the names that the store gives them.
"""

from __future__ import annotations

import re
from datetime import date
from enum import StrEnum
from typing import Annotated

from pydantic import AfterValidator, ConfigDict, Field
from pydantic.dataclasses import dataclass

from data.observation import Comparison, Measure
from data.period import Period

_STRICT = ConfigDict(extra="forbid", arbitrary_types_allowed=True)
Text = Annotated[str, Field(min_length=1)]


def _compiled(pattern: str) -> str:
    try:
        re.compile(pattern)
    except re.error as cause:
        raise ValueError(f"regular expression, but {cause}") from cause
    return pattern


Pattern = Annotated[str, Field(min_length=1), AfterValidator(_compiled)]


class BreakKind(StrEnum):
    BASE = "base"
    DEFINITION = "definition"


@dataclass(frozen=True, config=_STRICT)
class SeriesBreak:
    """From the month `start` on a table is compiled otherwise; `name` says what changed, in figures or names only."""

    start: Annotated[str, Field(pattern=r"^\d{4}-(0[1-9]|1[0-2])$")]
    kind: BreakKind
    name: Text


@dataclass(frozen=True, config=_STRICT)
class Table:
    """One statistical table. `titles` are patterns of its title, folded; `excluded` rule a title out."""

    code: Text
    vi: Text
    en: Text
    titles: tuple[Pattern, ...]
    excluded: tuple[Pattern, ...] = ()
    value_unit: str = ""
    periodicity: str = "month"
    breaks: tuple[SeriesBreak, ...] = ()


@dataclass(frozen=True, config=_STRICT)
class Item:
    """One row of a table. `under` are the enclosing items or groups in which its labels mean this item;
    `*` stands for anywhere. `standard` names the official classification, such as `VSIC 2007: 10`.
    """

    code: Text
    table: Text
    vi: Text
    en: Text
    parent: str = ""
    aliases: tuple[Text, ...] = ()
    under: tuple[Text, ...] = ()
    standard: str = ""
    unit: str = ""


@dataclass(frozen=True, config=_STRICT)
class Group:
    """A heading among the rows that is no item itself, such as `Phân theo loại hình kinh tế`."""

    code: Text
    aliases: tuple[Text, ...]


@dataclass(frozen=True, config=_STRICT)
class Split:
    """A breakdown that repeats under many items, such as ownership under each product."""

    code: Text
    vi: Text
    en: Text
    aliases: tuple[Text, ...] = ()


@dataclass(frozen=True, config=_STRICT)
class BoundaryChange:
    """From `date` on the area has other boundaries; figures across it are not comparable by level."""

    date: date
    source: Text
    added: tuple[Text, ...] = ()
    note: str = ""


@dataclass(frozen=True, config=_STRICT)
class Area:
    """The whole country or a unit of province level, between the first and the last day of its validity."""

    name: Text
    en: Text
    aliases: tuple[Text, ...] = ()
    start: date | None = None
    until: date | None = None
    changes: tuple[BoundaryChange, ...] = ()
    into: str = ""

    def is_valid_on(self, day: date) -> bool:
        return (self.start is None or self.start <= day) and (self.until is None or day <= self.until)

    def boundary_version(self, day: date) -> int:
        """0 for the oldest boundaries known here, one more after each change."""
        return sum(change.date <= day for change in self.changes)

    def is_comparable(self, first: Period, second: Period) -> bool:
        """Whether levels of both periods belong to the same boundaries."""
        ends = (first.start, first.end, second.start, second.end)
        return len({self.boundary_version(day) for day in ends}) == 1 and all(self.is_valid_on(day) for day in ends)


@dataclass(frozen=True, config=_STRICT)
class Unit:
    """A unit of measure. `factor` turns it into the unit named by `canonical` of the same quantity."""

    code: Text
    vi: Text
    en: Text
    quantity: Text
    canonical: Text
    factor: float
    aliases: tuple[Text, ...] = ()


class Rate(StrEnum):
    """The growth rates that stand beside a headline figure."""

    PREVIOUS_MONTH = "previous_month"
    SAME_MONTH_PREVIOUS_YEAR = "same_month_previous_year"
    SAME_PERIOD_PREVIOUS_YEAR = "same_period_previous_year"
    DECEMBER_PREVIOUS_YEAR = "december_previous_year"


class Obtained(StrEnum):
    """How a rate comes about: the published ratio, or two levels of one release."""

    PUBLISHED = "published"
    WITHIN_RELEASE = "within_release"


class Aggregation(StrEnum):
    """How months become longer periods."""

    SUM = "sum"
    PUBLISHED_CUMULATIVE = "published_cumulative"
    GEOMETRIC_MEAN = "geometric_mean"
    NONE = "none"


@dataclass(frozen=True, config=_STRICT)
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
    decimals: Annotated[int, Field(ge=0, le=4)]
    aggregation: Aggregation
    source: Text
    index_of: str = ""
    rise_is_good: bool | None = None
    rates: dict[Rate, str] = Field(default_factory=dict)
    within_release: tuple[Rate, ...] = ()

    def obtained(self, rate: Rate) -> Obtained | None:
        """How that rate is had for this indicator; None where it is not."""
        if rate in self.rates:
            return Obtained.PUBLISHED
        return Obtained.WITHIN_RELEASE if rate in self.within_release else None


@dataclass(frozen=True, config=_STRICT)
class Theme:
    """One of the four subjects of the overview. `parts` are items of the headline's table, in order of display."""

    code: Text
    vi: Text
    en: Text
    short_vi: Text
    short_en: Text
    colour: Annotated[int, Field(ge=1, le=8)]
    headline: Text
    rates: tuple[Rate, ...]
    parts: tuple[Text, ...]
    indicators: tuple[Text, ...] = ()


@dataclass(frozen=True, config=_STRICT)
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


class DatePrecision(StrEnum):
    DAY = "day"
    MONTH = "month"
    YEAR = "year"
    UNKNOWN = "unknown"


@dataclass(frozen=True, config=_STRICT)
class CampaignKind:
    code: Text
    vi: Text
    en: Text
    period_vi: str = ""


@dataclass(frozen=True, config=_STRICT)
class Campaign:
    """A campaign or programme, in the words of its source. Without a known date it is listed and never drawn."""

    code: Text
    name: Text
    area: Text
    kind: Text
    source: Text
    precision: DatePrecision = DatePrecision.UNKNOWN
    start: date | None = None
    end: date | None = None
    slogan: str = ""
    recurring: str = "none"
    measurable: bool = False
    themes: tuple[str, ...] = ()
    items: tuple[str, ...] = ()
    owner: str = ""
    launched_by: str = ""
    places: str = ""
    document: str = ""
    objective: str = ""
    target_indicator: str = ""
    target_value: float | None = None
    target_unit: str = ""
    status: str = ""
    note: str = ""


@dataclass(frozen=True, config=_STRICT)
class Award:
    """An award as granted (`được tặng`) or only proposed (`đề nghị`)."""

    code: Text
    area: Text
    recipient: Text
    award: Text
    status: Text
    source: Text
    rank: str = ""
    granted_by: str = ""
    year: int | None = None
    note: str = ""
    campaign: str = ""


@dataclass(frozen=True, config=_STRICT)
class Plan:
    """A target of a year's plan, in `unit`."""

    code: Text
    area: Text
    year: int
    indicator: Text
    value: float
    unit: Text
    source: Text
    measure: str = "value"
    note: str = ""


@dataclass(frozen=True, config=_STRICT)
class PublishedFigure:
    """A figure that an article or report states; shown with its wording and never as computed. `item` names the row of
    the table that means the same; empty where no row does.
    """

    code: Text
    area: Text
    theme: Text
    indicator: Text
    measure: Text
    value: float
    unit: Text
    precision: Text
    wording: Text
    source: Text
    comparison: str = ""
    period: str = ""
    item: str = ""
    note: str = ""


@dataclass(frozen=True, config=_STRICT)
class Producer:
    """A name of the office that publishes national workbooks, and the first day of that name."""

    code: Text
    vi: Text
    en: Text
    start: date | None = None


@dataclass(frozen=True, config=_STRICT)
class LunarNewYear:
    """First day of Tết by the Vietnamese calendar."""

    year: int
    date: date
