"""What the store answers with."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import NamedTuple

from data.findings import Finding
from data.observation import WHOLE_COUNTRY, Origin
from data.period import Period


class SeriesKey(NamedTuple):
    """What makes two figures of different periods comparable: everything but the period."""

    table: str
    item: str
    area: str = WHOLE_COUNTRY
    measure: str = "value"
    index_of: str = ""
    comparison: str = "none"
    base: str = ""
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Series:
    id: int
    table: str
    item: str
    area: str
    measure: str
    index_of: str
    comparison: str
    base: str
    unit: str
    label: str
    parents: tuple[str, ...] = ()

    @property
    def key(self) -> SeriesKey:
        return SeriesKey(
            self.table, self.item, self.area, self.measure, self.index_of, self.comparison, self.base, self.unit
        )


@dataclass(frozen=True, slots=True)
class StatedFigure:
    """One figure as a workbook says it, ready to be staged. `other_cells` repeat it (`sheet!cell`)."""

    key: SeriesKey
    period: Period
    value: float
    status: str = ""
    item: str = ""
    parents: tuple[str, ...] = ()
    origin: Origin = field(default_factory=lambda: Origin("", ""))
    other_cells: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Figure:
    series_id: int
    period: Period
    value: float
    status: str
    released: date
    release_id: int

    @property
    def id(self) -> str:
        return f"{self.series_id}:{self.period}:{self.release_id}"


@dataclass(frozen=True, slots=True)
class Version:
    """One version of one figure. `withdrawn` while its release is rolled back."""

    release_id: int
    released: date
    recorded: datetime | None
    value: float
    status: str
    sheet: str
    cell: str
    withdrawn: bool = False
    file: str = ""


@dataclass(frozen=True, slots=True)
class Revision:
    series: Series
    period: Period
    old: Figure
    new: Figure

    @property
    def difference(self) -> float:
        return self.new.value - self.old.value

    @property
    def percent(self) -> float | None:
        """Revision in percent of the earlier value; none where that is zero."""
        return 100 * self.difference / abs(self.old.value) if self.old.value else None


@dataclass(frozen=True, slots=True)
class Event:
    at: datetime
    by: str
    action: str
    why: str


@dataclass(frozen=True, slots=True)
class Release:
    id: int
    state: str
    released: date
    recorded: datetime | None
    file: str
    sha256: str
    size: int
    modified: datetime | None
    uploaded_by: str
    uploaded: datetime | None
    accepted_by: str
    figures: int
    content_hash: str = ""


@dataclass(frozen=True, slots=True)
class RecordedFinding:
    """A finding of a release, with the reason for which somebody let it pass."""

    id: int
    finding: Finding
    reason: str = ""
    ticked_by: str = ""


@dataclass(frozen=True, slots=True)
class Lineage:
    """Where a figure comes from. `confirmed_by` are later releases that say the same."""

    figure: Figure
    series: Series
    release: Release
    file: str
    sheet: str
    cell: str
    headings: tuple[str, ...]
    labels: tuple[str, ...]
    item: str
    parents: tuple[str, ...]
    other_cells: tuple[str, ...]
    uploaded_by: str
    uploaded: datetime | None
    accepted_by: str
    versions: tuple[Version, ...]
    confirmed_by: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Coverage:
    """The months in which one area and table have figures, each with the least certain status that one carries."""

    table: str
    months: Mapping[Period, str]
    figures: int
