"""The comparisons that the catalogue suggests, as selections of the series that the store has."""

from __future__ import annotations

from dashboard.explorer.selection import Selection
from dashboard.formats import unit_name
from data.catalogue_entries import SuggestedComparison
from data.observation import WHOLE_COUNTRY
from data.store import Store


def suggested(store: Store, one: SuggestedComparison) -> Selection | None:
    """The selection that shows a comparison; None where the store has none of its series."""
    numbers = _numbers(store, one)
    return Selection(series=numbers, transformation=one.transformation) if numbers else None


def _numbers(store: Store, one: SuggestedComparison) -> tuple[int, ...]:
    """Series of the whole country, in the order of the catalogue."""
    wanted = []
    for table in filter(None, (one.table, one.other_table)):
        found = store.find_series(
            table=table, areas=[WHOLE_COUNTRY], measures=[one.measure], comparisons=[one.comparison]
        )
        # The same item may stand there twice, in the unit of an English edition as well.
        found = sorted(found, key=lambda series: series.unit == unit_name(series.unit, "vi"))
        by_item = {series.item: series.id for series in found if series.index_of != "volume"}
        wanted += [by_item[item] for item in one.items if item in by_item]
    return tuple(wanted)
