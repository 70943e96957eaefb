"""Which stored series a theme is made of: the total, its parts, and the rates published for each.

A total is the catalogue's headline item; where a workbook's rows are not in the catalogue yet, the row that is nobody's
part and bears one of the names of a total. Index (100 = same) and growth (0 = same) of one comparison are one line.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from data.store import Series, Store

YEAR_ON_YEAR = "same_month_previous_year"
CUMULATIVE = "same_period_previous_year"
ON_PREVIOUS_MONTH = "previous_month"
ON_DECEMBER = "december_previous_year"
GROWTH_MEASURES = ("index", "growth")


@dataclass(frozen=True, slots=True)
class Source:
    """One theme: its table, the names of its total, and of the value or the volume where both are printed."""

    theme: str
    table: str
    totals: tuple[str, ...]
    index_of: tuple[str, ...] = ("", "value")
    has_level: bool = True
    is_final: bool = False
    rise_is_good: bool | None = True
    part_groups: tuple[str, ...] = ()
    additive: tuple[str, ...] = ()


SOURCES: dict[str, Source] = {
    "industry": Source(
        "industry", "industrial_production_index", ("toan nganh cong nghiep", "tong so", "toan nganh"), has_level=False
    ),
    "retail": Source("retail", "retail_sales", ("tong so", "tong muc", "tong cong")),
    "prices": Source(
        "prices",
        "consumer_price_index",
        ("chi so gia tieu dung", "chi so gia tieu dung chung"),
        has_level=False,
        is_final=True,
        rise_is_good=None,
    ),
    "exports": Source(
        "exports",
        "goods_exports",
        ("tong tri gia", "tong so", "tong kim ngach"),
        part_groups=("khu vuc kinh te trong nuoc", "khu vuc co von dau tu"),
        additive=("domestic", "foreign"),
    ),
}
TOTAL_ITEM = "total"
CORE_INFLATION = "lam phat co ban"


@dataclass(frozen=True, slots=True)
class Item:
    """One row of a table with its series: level, and rates by comparison (each may be an index and a growth)."""

    code: str
    label: str
    parents: tuple[str, ...]
    levels: tuple[Series, ...]
    rates: dict[str, tuple[Series, ...]]

    def ids(self) -> list[int]:
        return [s.id for s in self.levels] + [s.id for many in self.rates.values() for s in many]


def folded(label: str) -> str:
    """Lower case, without marks, for comparing names."""
    plain = unicodedata.normalize("NFD", label.lower().replace("đ", "d"))
    return " ".join("".join(c for c in plain if not unicodedata.combining(c)).split())


def items_of(store: Store, source: Source, area: str) -> list[Item]:
    """Every row of the theme's table in that area, in the order in which they were first stored."""
    by_code: dict[str, list[Series]] = {}
    for one in store.find_series(table=source.table, areas=[area]):
        by_code.setdefault(one.item, []).append(one)
    return [_item(code, many, source) for code, many in by_code.items()]


def total_of(items: Sequence[Item], source: Source) -> Item | None:
    """The row that stands for the whole theme."""
    wanted = _catalogue_total(source)
    for one in items:
        if one.code == wanted and (one.rates or one.levels):
            return one
    named = [one for one in items if folded(one.label) in source.totals]
    return min(named, key=lambda one: len(one.parents)) if named else None


def parts_of(items: Sequence[Item], total: Item, source: Source) -> list[Item]:
    """The rows directly under the total: its sectors or groups, without the total itself."""
    listed = _catalogue_parts(source)
    if listed and (known := [one for one in items if one.code in listed]):
        return sorted(known, key=lambda one: listed.index(one.code))
    if source.part_groups:
        return [one for one in items if folded(one.label).startswith(source.part_groups)]
    under = [one for one in items if one.parents == (*total.parents, total.label)]
    return under or [one for one in items if not one.parents and one.code != total.code]


def _item(code: str, many: Iterable[Series], source: Source) -> Item:
    many = list(many)
    levels = tuple(s for s in many if s.measure == "value" and s.comparison == "none")
    rates: dict[str, tuple[Series, ...]] = {}
    for one in many:
        if one.measure in GROWTH_MEASURES and one.index_of in source.index_of and one.comparison != "none":
            rates[one.comparison] = (*rates.get(one.comparison, ()), one)
    return Item(code, many[-1].label, many[-1].parents, levels, rates)


def _catalogue_total(source: Source) -> str:
    from data.catalogue import catalogue

    known = catalogue()
    theme = known.themes.get(source.theme)
    indicator = known.indicators.get(theme.headline) if theme else None
    return indicator.item if indicator else ""


def _catalogue_parts(source: Source) -> tuple[str, ...]:
    from data.catalogue import catalogue

    theme = catalogue().themes.get(source.theme)
    return tuple(theme.parts) if theme else ()
