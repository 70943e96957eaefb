"""What the office keeps a register of: campaigns, awards, plans, figures that articles state.

The catalogue fills these registers and the store keeps their versions; fields are stated here alone. What is demanded
of the catalogue may be empty in an entry that somebody typed; `version` is given by the store.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from data.catalogue_building import DemandedText, Stated, Text, one_of

DATE_PRECISIONS = ("day", "month", "year", "unknown")


@dataclass(frozen=True, slots=True)
class CampaignKind:
    code: Text
    vi: Text
    en: Text
    period_vi: str = ""


@dataclass(frozen=True, slots=True)
class Campaign:
    """A campaign or programme, in the words of its source; `name` is the official one, `name_en` what English pages
    call it. `precision` says how exactly its dates are known; without a known date it is listed and never drawn.
    """

    code: Text
    name: Text
    area: DemandedText = ""
    name_en: str = ""
    kind: DemandedText = ""
    slogan: str = ""
    start: date | None = None
    end: date | None = None
    precision: Annotated[str, one_of(*DATE_PRECISIONS)] = "unknown"
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
    source: DemandedText = ""
    note: str = ""
    version: Annotated[int, Stated.NEVER] = 0

    def name_in(self, language: str) -> str:
        """The name in a language; the official one where it has no other."""
        return (language == "en" and self.name_en) or self.name


@dataclass(frozen=True, slots=True)
class Award:
    """An award as granted (`được tặng`) or only proposed (`đề nghị`)."""

    code: Text
    area: DemandedText = ""
    recipient: DemandedText = ""
    award: DemandedText = ""
    rank: str = ""
    granted_by: str = ""
    year: int | None = None
    status: DemandedText = ""
    note: str = ""
    source: DemandedText = ""
    campaign: str = ""
    version: Annotated[int, Stated.NEVER] = 0


@dataclass(frozen=True, slots=True)
class Plan:
    """A target of the year's plan for one indicator and area, in `unit`."""

    code: Text
    area: DemandedText = ""
    year: Annotated[int, Stated.ALWAYS] = 0
    indicator: DemandedText = ""
    value: Annotated[float | None, Stated.ALWAYS] = None
    unit: DemandedText = ""
    measure: str = "value"
    source: DemandedText = ""
    note: str = ""
    version: Annotated[int, Stated.NEVER] = 0


@dataclass(frozen=True, slots=True)
class PublishedFigure:
    """A figure that an article or report states; shown with its wording and never as computed. `item` names the row of
    the table that means the same; empty where no row does.
    """

    code: Text
    area: DemandedText = ""
    theme: DemandedText = ""
    indicator: DemandedText = ""
    measure: DemandedText = ""
    comparison: str = ""
    period: str = ""
    value: Annotated[float | None, Stated.ALWAYS] = None
    unit: DemandedText = ""
    precision: DemandedText = ""
    wording: DemandedText = ""
    source: DemandedText = ""
    item: str = ""
    note: str = ""
    version: Annotated[int, Stated.NEVER] = 0
