"""Series that a chart is likely to be compared with next: others of the same kind, so that nobody has to search."""

from __future__ import annotations

from functools import lru_cache

from dashboard.charts import area_title
from dashboard.explorer.names import item_title
from data.catalogue import catalogue
from data.observation import WHOLE_COUNTRY
from data.period import MONTHS_IN_YEAR
from data.store import Series, Store

MOST_RELATED = 4


def related(store: Store, chosen: tuple[int, ...], language: str) -> list[tuple[int, str]]:
    """Number and name of series like the last chosen one that are not on the chart yet; the nearest first."""
    known = store.all_series()
    last = next((known[one] for one in reversed(chosen) if one in known), None)
    if last is None:
        return []
    near = [one for one in _near(store, store.version(), last.id) if one.id not in chosen]
    return [(one.id, _name(one, last, language)) for one in near[:MOST_RELATED]]


@lru_cache(maxsize=256)
def _near(store: Store, version: int, number: int) -> tuple[Series, ...]:
    """Series of one kind in the order of nearness, those that ended a year or more earlier last; kept until something
    visible changes.
    """
    known = store.all_series()
    own = known[number]
    same = [one for one in known.values() if one.id != number and _kind(one) == _kind(own)]
    newest = {one: last for one, (_, last) in store.months_of_series().items()}
    items = list(catalogue().items(own.table))
    place = {code: at for at, code in enumerate(items)}

    def distance(one: Series) -> tuple[bool, bool, int, int, str]:
        is_past = newest.get(one.id, 0) + MONTHS_IN_YEAR < newest.get(number, 0)
        is_sibling, is_part = one.item == "total" or _parent(one) == _parent(own), _parent(one) == own.item
        return (
            one.area != own.area,
            is_past,
            0 if is_sibling else 1 if is_part else 2,
            place.get(one.item, len(items)),
            one.area,
        )

    alike = [one for one in same if one.area == own.area or one.item == own.item]
    return tuple(sorted(alike, key=distance))


def _kind(one: Series) -> tuple[str, ...]:
    return one.table, one.measure, one.index_of, one.comparison, one.unit, one.base


def _parent(one: Series) -> str:
    item = catalogue().items(one.table).get(one.item)
    return item.parent or "" if item else ""


def _name(one: Series, last: Series, language: str) -> str:
    """The item, or the area where that is what differs."""
    if one.item == last.item and one.area != last.area:
        return area_title(one.area, language)
    name = item_title(one, language)
    return name if one.area in (last.area, WHOLE_COUNTRY) else f"{area_title(one.area, language)}: {name}"
