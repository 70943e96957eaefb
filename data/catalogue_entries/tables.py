"""The tables, their rows and the units that figures stand in."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from data.catalogue_building import Month, Pattern, Text


class BreakKind(StrEnum):
    BASE = "base"
    DEFINITION = "definition"


@dataclass(frozen=True, slots=True)
class SeriesBreak:
    """From the month `start` on a table is compiled otherwise; `name` says what changed, in figures or names only."""

    start: Month
    kind: BreakKind
    name: Text


@dataclass(frozen=True, slots=True)
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


@dataclass(frozen=True, slots=True)
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


@dataclass(frozen=True, slots=True)
class Group:
    """A heading among the rows that is no item itself, such as `Phân theo loại hình kinh tế`."""

    code: Text
    aliases: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Split:
    """A breakdown that repeats under many items, such as ownership under each product."""

    code: Text
    vi: Text
    en: Text
    aliases: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of measure. `factor` turns it into the unit named by `canonical` of the same quantity.

    `english` are ways in which English editions of a workbook write it, besides `en`.
    """

    code: Text
    vi: Text
    en: Text
    quantity: Text
    canonical: Text
    factor: float
    aliases: tuple[Text, ...] = ()
    english: tuple[Text, ...] = ()
