"""Which stored series are the inputs of a transformation of one series: itself, its printed ratios, its counterparts.

A finder gives the series of one need in the order in which its reader takes them; none where the store has them not.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from dashboard.sources import SOURCES
from data.catalogue import catalogue
from data.observation import WHOLE_COUNTRY
from data.store import Series, Store
from indicators.chaining import TABLES_NEVER_CHAINED

PREVIOUS_MONTH, SAME_MONTH, SAME_PERIOD = "previous_month", "same_month_previous_year", "same_period_previous_year"
ON_DECEMBER = "december_previous_year"
FLOWS, RATIOS = ("value", "volume"), ("index", "growth")
PUBLISHED_AS = {"mom": PREVIOUS_MONTH, "yoy": SAME_MONTH, "ytd_yoy": SAME_PERIOD, "dec": ON_DECEMBER}
"""Growth that workbooks print themselves: it counts, since levels of two releases are not comparable."""
EXPORTS, IMPORTS, PRICES = "goods_exports", "goods_imports", "consumer_price_index"
TOTAL, DOLLAR = "total", "us_dollar"

Finder = Callable[[Store, Series], tuple[Series, ...]]
NONE: tuple[Series, ...] = ()


def is_flow(one: Series) -> bool:
    return one.measure in FLOWS and one.comparison == "none"


def is_level(one: Series) -> bool:
    return is_flow(one) or one.comparison == "base_period"


def printed(store: Store, one: Series, comparison: str) -> tuple[Series, ...]:
    """Ratios that workbooks print for the same row under a comparison; an index before a growth."""
    if one.measure in RATIOS and one.comparison == comparison:
        return (one, *_on_december(store, one, comparison))
    of = one.measure if one.measure in FLOWS else one.index_of
    found = store.find_series(
        table=one.table, items=[one.item], areas=[one.area], measures=RATIOS, comparisons=[comparison]
    )
    chosen = sorted((r for r in found if not of or r.index_of in ("", of)), key=lambda r: r.measure != "index")
    return (*chosen, *_on_december(store, one, comparison)) if chosen else NONE


def _on_december(store: Store, one: Series, comparison: str) -> tuple[Series, ...]:
    """Consumer prices print one column for two comparisons in January (on December) and December (on last year's)."""
    if one.table != PRICES or comparison not in (PREVIOUS_MONTH, SAME_MONTH):
        return NONE
    found = store.find_series(
        table=one.table, items=[one.item], areas=[one.area], measures=RATIOS, comparisons=[ON_DECEMBER]
    )
    return tuple(found)


def counterpart(store: Store, one: Series, **changes: str) -> tuple[Series, ...]:
    """The series that differs from `one` in nothing but `changes`."""
    wanted = replace(one, **changes).key  # type: ignore[arg-type]
    return tuple(s for s in store.find_series(table=wanted.table, items=[wanted.item]) if s.key == wanted)


def _level(store: Store, one: Series) -> tuple[Series, ...]:
    return (one,) if is_level(one) else NONE


def _flow(store: Store, one: Series) -> tuple[Series, ...]:
    return (one,) if is_flow(one) else NONE


def _index(store: Store, one: Series) -> tuple[Series, ...]:
    """The ratio itself; of a level the one on the same month of last year that is printed beside it."""
    if is_flow(one):
        return printed(store, one, SAME_MONTH)
    return (one,) if one.measure in RATIOS and one.comparison not in ("none", "base_period") else NONE


def _on_month(store: Store, one: Series) -> tuple[Series, ...]:
    return NONE if one.table in TABLES_NEVER_CHAINED else printed(store, one, PREVIOUS_MONTH)


def _by_base(store: Store, one: Series) -> tuple[Series, ...]:
    """Levels of the row on every base year, the oldest base first."""
    found = store.find_series(
        table=one.table, items=[one.item], areas=[one.area], measures=["index"], comparisons=["base_period"]
    )
    return tuple(sorted((s for s in found if s.base), key=lambda s: s.base))


def _total(store: Store, one: Series) -> tuple[Series, ...]:
    return counterpart(store, one, item=TOTAL) if one.item != TOTAL and is_flow(one) else NONE


def _parts(store: Store, one: Series) -> tuple[Series, ...]:
    """The rows that make up this one: those that the theme adds up, else its children in the catalogue."""
    if not is_flow(one):
        return NONE
    chosen: Iterable[str] = next(
        (s.additive for s in SOURCES.values() if s.table == one.table and one.item == TOTAL), ()
    )
    items = catalogue().items(one.table)
    children = chosen or [code for code, item in items.items() if item.parent == one.item]
    return tuple(s for code in children for s in counterpart(store, one, item=code))


def _nation(find: Finder) -> Finder:
    """The same of the whole country; none for a series that is the whole country's itself."""

    def found(store: Store, one: Series) -> tuple[Series, ...]:
        nation = NONE if one.area == WHOLE_COUNTRY else counterpart(store, one, area=WHOLE_COUNTRY)
        return find(store, nation[0]) if nation else NONE

    return found


def _prices(item: str, find: Finder) -> Finder:
    """A row of consumer prices in the area of the series, else in the whole country."""

    def found(store: Store, one: Series) -> tuple[Series, ...]:
        for area in dict.fromkeys((one.area, WHOLE_COUNTRY)):
            for series in store.find_series(table=PRICES, items=[item], areas=[area]):
                if answer := find(store, series):
                    return answer
        return NONE

    return found


def _joined(store: Store, one: Series) -> tuple[Series, ...]:
    """Levels by base, then the indices on the previous month that join them where there are several bases."""
    levels = _by_base(store, one)
    return (*levels, *printed(store, one, PREVIOUS_MONTH)) if levels else NONE


def _traded(table: str) -> Finder:
    def found(store: Store, one: Series) -> tuple[Series, ...]:
        is_trade = one.table in (EXPORTS, IMPORTS) and one.measure == "value" and is_flow(one)
        return counterpart(store, one, table=table) if is_trade else NONE

    return found


def _of(find: Finder, comparison: str) -> Finder:
    """Printed ratios of the series that another finder gives."""
    return lambda store, one: tuple(r for s in find(store, one)[:1] for r in printed(store, s, comparison))


FINDERS: dict[str, Finder] = {
    "levels": _level,
    "flows": _flow,
    "index": _index,
    "year_on_year": lambda store, one: printed(store, one, SAME_MONTH),
    "month_on_month": _on_month,
    "by_base": _by_base,
    "annual_growth": lambda store, one: printed(store, one, SAME_PERIOD),
    "cumulative": _flow,
    "part": _flow,
    "part_index": _of(_flow, SAME_MONTH),
    "total": _total,
    "total_index": _of(_total, SAME_MONTH),
    "parts": _parts,
    "share": lambda store, one: (one,) if one.measure == "share" else NONE,
    "nation": _nation(_flow),
    "growth": lambda store, one: printed(store, one, SAME_MONTH),
    "nation_growth": _nation(lambda store, one: printed(store, one, SAME_MONTH)),
    "price_index": _prices(TOTAL, lambda store, one: printed(store, one, SAME_MONTH)),
    "price_level": _prices(TOTAL, _joined),
    "dollar_price": _prices(DOLLAR, _joined),
    "exports": _traded(EXPORTS),
    "imports": _traded(IMPORTS),
    "plan": _flow,
    "first_stated": _flow,
}
