"""The files of the catalogue, one method each: what stands in them and what must agree between them."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from data.catalogue_entries import (
    Area,
    Award,
    Campaign,
    CampaignKind,
    Group,
    Indicator,
    Item,
    LunarNewYear,
    Plan,
    Producer,
    PublishedFigure,
    Split,
    SuggestedComparison,
    Table,
    Theme,
    Unit,
)
from data.catalogue_errors import CatalogueError
from data.catalogue_items import ItemIndex
from data.catalogue_labels import area_key
from data.catalogue_reading import entries, entry, only_sections, read_yaml, section
from data.observation import WHOLE_COUNTRY

_ITEM_SECTIONS = ("tables", "source", "items", "groups", "splits", "whole")


class Files:
    """Reads the files under `root`. Every method raises CatalogueError, naming file, key and what was expected."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def tables(self) -> dict[str, Table]:
        file = "tables.yaml"
        tree = self._tree(file)
        return {code: self._table(code, one, file) for code, one in tree.items()}

    def areas(self) -> dict[str, Area]:
        file = "areas.yaml"
        tree = self._tree(file, "whole_country", "provinces")
        whole = entry(
            Area, _with_start(section(tree, "whole_country", dict, file=file)), file=file, key="whole_country"
        )
        if whole.name != WHOLE_COUNTRY:
            raise CatalogueError(
                "wrong_type", file=file, key="whole_country.name", found=whole.name, expected=WHOLE_COUNTRY
            )
        given = [_with_start(one) for one in section(tree, "provinces", list, file=file)]
        areas = {whole.name: whole, **entries(Area, given, file=file, key="provinces", code="name")}
        for area in areas.values():
            named = [area.into] if area.into else []
            for name in (*named, *(a for change in area.changes for a in change.added)):
                self._known(name, areas, file=file, key=f"provinces.{area.name}")
        return areas

    def area_names(self, areas: Mapping[str, Area]) -> dict[str, str]:
        """Key of every name of an area to its own name."""
        names: dict[str, str] = {}
        for area in areas.values():
            for name in (area.name, area.en, *area.aliases):
                other = names.setdefault(area_key(name), area.name)
                if other != area.name:
                    raise CatalogueError(
                        "alias_twice", file="areas.yaml", key=f"provinces.{area.name}", found=name, other=other
                    )
        return names

    def item_indexes(self, tables: Mapping[str, Table]) -> dict[str, ItemIndex]:
        indexes: dict[str, ItemIndex] = {}
        for path in sorted((self.root / "items").glob("*.yaml")):
            file = f"items/{path.name}"
            tree = self._tree(file, *_ITEM_SECTIONS)
            for table in section(tree, "tables", list, file=file):
                self._known(table, tables, file=file, key="tables")
                if table in indexes:
                    raise CatalogueError("code_twice", file=file, key="tables", found=table)
                indexes[table] = self._index(tree, table, file)
        for table in tables:
            indexes.setdefault(table, ItemIndex({}, (), {}, file=table))
        return indexes

    def units(self) -> dict[str, Unit]:
        file = "units.yaml"
        tree = self._tree(file, "units")
        units = entries(Unit, section(tree, "units", list, file=file), file=file, key="units")
        for unit in units.values():
            self._known(unit.canonical, units, file=file, key=f"units.{unit.code}.canonical")
            if units[unit.canonical].quantity != unit.quantity:
                raise CatalogueError(
                    "wrong_type", file=file, key=f"units.{unit.code}.canonical",
                    found=units[unit.canonical].quantity, expected=unit.quantity,
                )  # fmt: skip
        return units

    def indicators(
        self, tables: Mapping[str, Table], index: Mapping[str, ItemIndex], units: Mapping[str, Unit]
    ) -> dict[str, Indicator]:
        file = "indicators.yaml"
        tree = self._tree(file, "indicators")
        found = entries(
            Indicator, section(tree, "indicators", list, file=file), file=file, key="indicators", code="key"
        )
        for one in found.values():
            key = f"indicators.{one.key}"
            self._known(one.table, tables, file=file, key=f"{key}.table")
            self._known(one.item, index[one.table].items, file=file, key=f"{key}.item")
            self._known(one.unit, units, file=file, key=f"{key}.unit")
            for rate, named in one.rates.items():
                self._known(named, found, file=file, key=f"{key}.rates.{rate}")
        return found

    def comparisons(
        self, tables: Mapping[str, Table], index: Mapping[str, ItemIndex]
    ) -> dict[str, SuggestedComparison]:
        file, name = "comparisons.yaml", "comparisons"
        given = section(self._tree(file, name), name, list, file=file)
        found = entries(SuggestedComparison, given, file=file, key=name)
        for one in found.values():
            for table in filter(None, (one.table, one.other_table)):
                self._known(table, tables, file=file, key=f"{name}.{one.code}.table")
                for item in one.items:
                    self._known(item, index[table].items, file=file, key=f"{name}.{one.code}.items")
        return found

    def themes(self, indicators: Mapping[str, Indicator], index: Mapping[str, ItemIndex]) -> dict[str, Theme]:
        file = "themes.yaml"
        tree = self._tree(file, "themes")
        given = section(tree, "themes", list, file=file)
        of_theme: dict[str, list[str]] = {}
        for one in indicators.values():
            of_theme.setdefault(one.theme, []).append(one.key)
        given = [
            {**one, "indicators": of_theme.get(str(one.get("code")), [])} if isinstance(one, dict) else one
            for one in given
        ]
        themes = entries(Theme, given, file=file, key="themes")
        for theme in themes.values():
            self._known(theme.headline, indicators, file=file, key=f"themes.{theme.code}.headline")
            items = index[indicators[theme.headline].table].items
            for part in theme.parts:
                self._known(part, items, file=file, key=f"themes.{theme.code}.parts")
        for name in of_theme:
            self._known(name, themes, file="indicators.yaml", key=f"indicators.{of_theme[name][0]}.theme")
        return themes

    def campaigns(
        self, areas: Mapping[str, Area], themes: Mapping[str, Theme]
    ) -> tuple[dict[str, CampaignKind], dict[str, Campaign]]:
        file = "campaigns.yaml"
        tree = self._tree(file, "kinds", "campaigns")
        kinds = entries(CampaignKind, section(tree, "kinds", list, file=file), file=file, key="kinds")
        found = entries(Campaign, section(tree, "campaigns", list, file=file), file=file, key="campaigns")
        for one in found.values():
            key = f"campaigns.{one.code}"
            self._known(one.area, areas, file=file, key=f"{key}.area")
            self._known(one.kind, kinds, file=file, key=f"{key}.kind")
            for theme in one.themes:
                self._known(theme, themes, file=file, key=f"{key}.themes")
            if one.end and (one.start is None or one.end < one.start):
                raise CatalogueError("ends_before_start", file=file, key=key, found=one.end, start=one.start)
            if (one.precision == "unknown") != (one.start is None):
                raise CatalogueError("precision", file=file, key=f"{key}.precision", found=str(one.precision))
        return kinds, found

    def awards(self, areas: Mapping[str, Area]) -> dict[str, Award]:
        return self._register("awards", Award, areas)

    def plans(self, areas: Mapping[str, Area]) -> dict[str, Plan]:
        return self._register("plans", Plan, areas)

    def published_figures(self, areas: Mapping[str, Area]) -> dict[str, PublishedFigure]:
        return self._register("published_figures", PublishedFigure, areas)

    def lunar_new_years(self) -> dict[int, LunarNewYear]:
        file = "calendar.yaml"
        tree = self._tree(file, "source", "lunar_new_years")
        given = section(tree, "lunar_new_years", list, file=file)
        found = entries(LunarNewYear, given, file=file, key="lunar_new_years", code="year")
        for one in found.values():
            if one.date.year != one.year:
                raise CatalogueError(
                    "wrong_type", file=file, key=f"lunar_new_years.{one.year}", found=one.date, expected=one.year
                )
        return {int(year): one for year, one in found.items()}

    def producers(self) -> dict[str, Producer]:
        file = "producers.yaml"
        given = section(self._tree(file, "producers"), "producers", list, file=file)
        return entries(Producer, [_with_start(one) for one in given], file=file, key="producers")

    def _register(self, name: str, kind: type[Any], areas: Mapping[str, Area]) -> dict[str, Any]:
        file = f"{name}.yaml"
        tree = self._tree(file, name)
        found = entries(kind, section(tree, name, list, file=file), file=file, key=name)
        for code, one in found.items():
            self._known(one.area, areas, file=file, key=f"{name}.{code}.area")
        return found

    def _index(self, tree: Mapping[str, Any], table: str, file: str) -> ItemIndex:
        more = {"table": table}
        items = entries(Item, section(tree, "items", list, file=file), file=file, key="items", more=more)
        groups = entries(Group, tree.get("groups") or [], file=file, key="groups")
        splits = entries(Split, tree.get("splits") or [], file=file, key="splits")
        return ItemIndex(items, groups.values(), splits, file=file, whole=tree.get("whole") or ())

    def _table(self, code: str, given: Any, file: str) -> Table:
        if not isinstance(given, Mapping):
            raise CatalogueError("wrong_type", file=file, key=code, found=type(given).__name__, expected="mapping")
        named = {("excluded" if name == "not" else name): value for name, value in given.items()}
        return entry(Table, {"code": code, **named}, file=file, key=code)

    def _tree(self, file: str, *sections: str) -> Mapping[str, Any]:
        tree = read_yaml(self.root / file, root=self.root)
        if not isinstance(tree, Mapping):
            raise CatalogueError("wrong_type", file=file, key="", found=type(tree).__name__, expected="mapping")
        if sections:
            only_sections(tree, sections, file=file)
        return tree

    def _known(self, name: str, known: Iterable[str], *, file: str, key: str) -> None:
        if name not in known:
            raise CatalogueError("unknown_name", file=file, key=key, found=name, expected=", ".join(sorted(known)[:40]))


def _with_start(one: Any) -> Any:
    """`from` is the word in the file; it is no name in Python. The English name defaults to the plain letters."""
    if not isinstance(one, Mapping):
        return one
    renamed = {("start" if name == "from" else name): value for name, value in one.items()}
    if isinstance(renamed.get("name"), str):
        renamed.setdefault("en", plain_name(renamed["name"]))
    return renamed


def plain_name(name: str) -> str:
    """A Vietnamese proper name in plain letters, as English texts of the statistics office write it."""
    text = unicodedata.normalize("NFD", name.replace("Đ", "D").replace("đ", "d"))
    return "".join(c for c in text if not unicodedata.combining(c))
