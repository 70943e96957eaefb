"""What series are called where several tables meet in one chart or list."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from dashboard.charts import area_title
from dashboard.formats import within_sentence
from dashboard.names import item_name
from data.catalogue import catalogue
from data.observation import WHOLE_COUNTRY
from data.store import Series
from data.wording import all_wording, say
from indicators.registry import Transformation


@lru_cache(maxsize=20_000)
def name_of(one: Series, language: str) -> str:
    """A line's whole name: table, area if it is a province, item, and what kind of figure it is."""
    meaning = say(f"data_pages.measure.{one.measure}.{one.comparison}", language)
    of = f" ({say(f'data_pages.measure.{one.index_of}.none', language)})" if one.index_of else ""
    base = f" ({one.base})" if one.base else ""
    return f"{subject_of(one, language)}, {meaning}{of}{base}"


@lru_cache(maxsize=20_000)
def subject_of(one: Series, language: str) -> str:
    """Table and item, with the area where it is a province: `Xuất khẩu: Khu vực kinh tế trong nước`."""
    item, table = item_title(one, language), short_table(one.table, language)
    words = item if item == table_name(one.table, language) else f"{table}: {item}"
    return words if one.area == WHOLE_COUNTRY else f"{area_title(one.area, language)}, {within_sentence(words)}"


@lru_cache(maxsize=20_000)
def short_name(one: Series, language: str) -> str:
    """The name at the end of a line; the whole one stands above the chart."""
    words = item_title(one, language)
    return words if one.area == WHOLE_COUNTRY else f"{area_title(one.area, language)}: {within_sentence(words)}"


def end_names(some: Sequence[Series], language: str) -> list[str]:
    """What stands at the ends of lines: what tells them apart, which is what is measured where all are of one item."""
    names = [short_name(one, language) for one in some]
    kinds = {(one.measure, one.comparison, one.base) for one in some}
    if len(set(names)) == len(names) or len(kinds) < len(some):
        return names
    meanings = [_meaning(one, language) for one in some]
    return [words[:1].upper() + words[1:] for words in meanings]


def _meaning(one: Series, language: str) -> str:
    """What kind of figure a series has, and of which base period."""
    meaning = say(f"data_pages.measure.{one.measure}.{one.comparison}", language)
    return f"{meaning} ({one.base})" if one.base else meaning


def table_name(table: str, language: str) -> str:
    """The whole name of a table; its code where the catalogue lacks it."""
    known = catalogue().tables.get(table)
    return table if known is None else known.vi if language == "vi" else known.en


def short_table(table: str, language: str) -> str:
    """One or two words for a table; its whole name where the wording has none."""
    return all_wording(language).get(f"explorer.tables.{table}") or table_name(table, language)


def item_title(one: Series, language: str) -> str:
    """The catalogue's name of an item, which says more than the row's own label; that label where it has none."""
    return catalogue().item_name(one.table, one.item, language) or item_name(one, language)


def transformation_name(how: Transformation, language: str) -> str:
    return how.vi if language == "vi" else how.en
