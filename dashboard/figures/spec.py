"""The neutral chart: what is drawn, in words and numbers, for any renderer.

A specification holds no colours and no pixels, only roles. The screen, PowerPoint, Word, Excel and print
draw the same one, so that a chart says the same everywhere.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple


class Kind(StrEnum):
    LINE = "line"
    BAR = "bar"
    STACKED_BAR = "stacked_bar"
    HORIZONTAL_BAR = "horizontal_bar"
    HEAT_MAP = "heat_map"


class Panel(StrEnum):
    """Panels share their categories; growth stands above the level."""

    MAIN = "main"
    GROWTH = "growth"


class Series(NamedTuple):
    """One drawn series. `values`, `statuses` and `figure_ids` are as long as the chart's categories.

    A missing value is None and stays a gap. `status` is `estimate`, `preliminary`, `official` or empty.
    `figure_ids` name stored figures for lineage; empty where a value is computed, then `derivations` say from what.
    `short_name` stands at the end of a line where several share a panel; `step` is the number of months from one value
    to the next: 3 where a value stands for a quarter. `low` and `high` bound uncertain values, missing elsewhere.
    Percentages bear a sign where `is_signed`: shares of a whole do not.
    """

    name: str
    kind: Kind
    values: tuple[float | None, ...]
    unit: str
    decimals: int = 1
    statuses: tuple[str, ...] = ()
    role: str = "series1"
    panel: Panel = Panel.MAIN
    figure_ids: tuple[str, ...] = ()
    is_total: bool = False
    is_derived: bool = False
    derivations: tuple[str, ...] = ()
    short_name: str = ""
    step: int = 1
    low: tuple[float | None, ...] = ()
    high: tuple[float | None, ...] = ()
    is_signed: bool = True

    @property
    def traces(self) -> list[str]:
        """For each value where it leads: the figure, else the derivation, else nothing."""
        empty = ("",) * len(self.values)
        return [one or other for one, other in zip(self.figure_ids or empty, self.derivations or empty, strict=True)]


class Band(NamedTuple):
    """A campaign or programme as drawn. Dates are clipped by the renderer; `end` None runs on without an end."""

    code: str
    name: str
    start: date
    end: date | None
    kind: str
    precision: str = "day"
    is_selected: bool = False


class ChartSpec(NamedTuple):
    """A chart. `categories` are ISO months (`2024-08`) or other labels; `labels` are what a person reads.

    `title` states the finding, `subtitle` says what, unit and area. `note`, `source` and `released` stand inside
    every picture. `alt` is the alternative text, made from the same result as the title. `how` gives the formulas in
    whole sentences. `remarks` are words beside each category, under `remarks_title`. With `has_two_axes`
    the growth panel lies over the main one and has its axis at the right.
    """

    key: str
    title: str
    subtitle: str
    categories: tuple[str, ...]
    labels: tuple[str, ...]
    series: tuple[Series, ...]
    unit: str
    source: str
    note: str = ""
    released: date | None = None
    as_of: date | None = None
    bands: tuple[Band, ...] = ()
    language: str = "vi"
    alt: str = ""
    is_time: bool = True
    panel_titles: Mapping[str, str] = MappingProxyType({})
    how: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    remarks_title: str = ""
    is_log: bool = False
    has_two_axes: bool = False

    @property
    def is_yearly(self) -> bool:
        """Whether its time goes by whole years: categories such as `2015`."""
        return self.is_time and bool(self.categories) and self.categories[0].isdecimal()
