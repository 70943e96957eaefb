"""The catalogue: what tables, items, areas, units, themes, indicators and campaigns there are, and in which words.

`catalogue()` reads it once from the YAML beside this module and keeps it. Adding an item, an indicator or a campaign
is an edit there and never a change of code; a mistake is told by file and key.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path
from types import MappingProxyType

from data.catalogue_entries import (
    Area,
    Award,
    Campaign,
    CampaignKind,
    Indicator,
    Item,
    LunarNewYear,
    Plan,
    Producer,
    PublishedFigure,
    SuggestedComparison,
    Table,
    Theme,
    Unit,
)
from data.catalogue_files import Files
from data.catalogue_items import PROVISIONAL, Guess, ItemIndex, ItemMatch, path_key
from data.catalogue_labels import area_key, label_key
from data.observation import WHOLE_COUNTRY

ROOT = Path(__file__).parent / "catalogue"
_KEPT_MATCHES = 50_000


class UnknownItem(KeyError):
    """No item of that code in that table."""

    def __init__(self, *, table: str, code: str) -> None:
        self.table, self.code = table, code
        super().__init__(f"no item {code!r} in table {table!r}")


@dataclass(frozen=True)
class Catalogue:
    """Everything by its code, in the order of the files. Read-only."""

    tables: Mapping[str, Table]
    areas: Mapping[str, Area]
    units: Mapping[str, Unit]
    themes: Mapping[str, Theme]
    indicators: Mapping[str, Indicator]
    comparisons: Mapping[str, SuggestedComparison]
    campaign_kinds: Mapping[str, CampaignKind]
    campaigns: Mapping[str, Campaign]
    awards: Mapping[str, Award]
    plans: Mapping[str, Plan]
    published_figures: Mapping[str, PublishedFigure]
    lunar_new_years: Mapping[int, LunarNewYear]
    producers: Mapping[str, Producer]
    index: Mapping[str, ItemIndex]
    area_names: Mapping[str, str]
    _matches: dict[tuple[str, tuple[str, ...], str, str], ItemMatch] = field(default_factory=dict, repr=False)

    def items(self, table: str) -> Mapping[str, Item]:
        """Items of a table by code; none for an unknown table."""
        return self.index[table].items if table in self.index else MappingProxyType({})

    def item(self, table: str, code: str) -> Item:
        """One item; a breakdown such as `coal/foreign` is made from its parts. Raises UnknownItem."""
        found = self.items(table).get(code)
        if found:
            return found
        whole, _, part = code.partition("/")
        if part and whole in self.items(table) and part in self.index[table].splits:
            item, split = self.items(table)[whole], self.index[table].splits[part]
            return Item(code=code, table=table, vi=f"{item.vi}: {split.vi}", en=f"{item.en}: {split.en}", parent=whole)
        raise UnknownItem(table=table, code=code)

    def parts(self, table: str, code: str) -> list[Item]:
        """Items directly under an item, in the order of the file."""
        return [item for item in self.items(table).values() if item.parent == code]

    def resolve_item(
        self,
        table: str,
        parents: tuple[str, ...],
        label: str,
        area: str = WHOLE_COUNTRY,
        learned: Mapping[tuple[str, str], str] | None = None,
    ) -> ItemMatch:
        """The item that a row means.

        `learned` holds answers of analysts: (table, `path_key(parents, label)`) to code; they win. An unknown label
        gets a provisional code that begins with `new:`, never a guess.
        """
        if learned and (answer := learned.get((table, path_key(parents, label)))):
            return ItemMatch(answer, is_known=True)
        asked = (table, tuple(parents), label, area)
        match = self._matches.get(asked)
        if match is None:
            match = self._match(*asked)
            if len(self._matches) < _KEPT_MATCHES:
                self._matches[asked] = match
        return match

    def guess_item(self, table: str, label: str, *, limit: int = 3) -> list[Guess]:
        """Known items with a name like this label, best first: proposals for the analyst, never taken silently."""
        return self.index[table].guesses(label, limit=limit) if table in self.index else []

    def item_name(self, table: str, code: str, language: str = "vi") -> str:
        """The name of an item; empty for a provisional or unknown code, whose label as written then stands."""
        if code.startswith(PROVISIONAL):
            return ""
        try:
            item = self.item(table, code)
        except UnknownItem:
            return ""
        return item.en if language == "en" else item.vi

    def national_producer(self, day: date | None) -> Producer:
        """The national statistics office by its name on a day; by its newest name without one."""
        named = [one for one in self.producers.values() if day is None or one.start is None or one.start <= day]
        return max(named, key=lambda one: one.start or date.min)

    def area_of(self, label: str) -> Area | None:
        """The area that a label names, by any of its names."""
        name = self.area_names.get(area_key(label))
        return self.areas[name] if name else None

    def unit_named(self, text: str) -> Unit | None:
        """The unit that a workbook's words name, such as `triệu đồng`; None for one that is not in the catalogue."""
        wanted = label_key(text) or text.strip()
        for unit in self.units.values():
            if wanted in {label_key(name) or name for name in (unit.vi, unit.en, *unit.aliases, *unit.english)}:
                return unit
        return None

    def unit_of_series(self, text: str) -> str:
        """The unit by which a series is kept: that of the Vietnamese edition for figures of an English one."""
        unit, wanted = self.unit_named(text), label_key(text)
        return unit.vi if unit and wanted in map(label_key, unit.english) else text

    def _match(self, table: str, parents: tuple[str, ...], label: str, area: str) -> ItemMatch:
        labels: frozenset[str] = frozenset()
        if area != WHOLE_COUNTRY and area in self.areas:
            labels = frozenset(
                label_key(text) for text in (*parents, label) if self.area_names.get(area_key(text)) == area
            )
        index = self.index.get(table) or ItemIndex({}, (), {}, file=table)
        return index.match(tuple(parents), label, area_labels=labels)


def read_catalogue(root: Path = ROOT) -> Catalogue:
    """Read and check all files under `root`. Raises CatalogueError."""
    files = Files(root)
    tables = files.tables()
    areas = files.areas()
    index = files.item_indexes(tables)
    units = files.units()
    indicators = files.indicators(tables, index, units)
    themes = files.themes(indicators, index)
    kinds, campaigns = files.campaigns(areas, themes)
    return Catalogue(
        tables=MappingProxyType(tables),
        areas=MappingProxyType(areas),
        units=MappingProxyType(units),
        themes=MappingProxyType(themes),
        indicators=MappingProxyType(indicators),
        comparisons=MappingProxyType(files.comparisons(tables, index)),
        campaign_kinds=MappingProxyType(kinds),
        campaigns=MappingProxyType(campaigns),
        awards=MappingProxyType(files.awards(areas)),
        plans=MappingProxyType(files.plans(areas)),
        published_figures=MappingProxyType(files.published_figures(areas)),
        lunar_new_years=MappingProxyType(files.lunar_new_years()),
        producers=MappingProxyType(files.producers()),
        index=MappingProxyType(index),
        area_names=MappingProxyType(files.area_names(areas)),
    )


@cache
def catalogue() -> Catalogue:
    """The catalogue that is shipped with the product. Raises CatalogueError where a file is wrong."""
    return read_catalogue()
