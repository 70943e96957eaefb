"""What the office keeps a register of: campaigns, awards, plans, figures that articles state.

Fields bear the names that the store gives them.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from data.catalogue_building import Text


class DatePrecision(StrEnum):
    DAY = "day"
    MONTH = "month"
    YEAR = "year"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class CampaignKind:
    code: Text
    vi: Text
    en: Text
    period_vi: str = ""


@dataclass(frozen=True, slots=True)
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


@dataclass(frozen=True, slots=True)
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


@dataclass(frozen=True, slots=True)
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


@dataclass(frozen=True, slots=True)
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
