"""What the explorer offers to whoever has not chosen anything yet."""

from __future__ import annotations

from dash import dcc, html
from dash.development.base_component import Component

from dashboard.explorer.selection import Selection
from dashboard.views.parts import section
from data.catalogue import catalogue
from data.catalogue_entries import SuggestedComparison
from data.observation import WHOLE_COUNTRY
from data.store import Store
from data.wording import say


def suggestions(store: Store, language: str) -> list[Component]:
    """Comparisons of the catalogue whose series the store has."""
    links = []
    for one in catalogue().comparisons.values():
        numbers = _numbers(store, one)
        if numbers:
            address = Selection(series=numbers, transformation=one.transformation).address()
            links.append(html.Li(dcc.Link(one.vi if language == "vi" else one.en, href=address)))
    hint = html.P(say("explorer.empty", language), className="second")
    if not links:
        return [hint]
    return [hint, section(say("explorer.suggestions", language), html.Ul(links, className="link-list"))]


def _numbers(store: Store, one: SuggestedComparison) -> tuple[int, ...]:
    """Series of the whole country, in the order of the catalogue."""
    wanted = []
    for table in filter(None, (one.table, one.other_table)):
        found = store.find_series(
            table=table, areas=[WHOLE_COUNTRY], measures=[one.measure], comparisons=[one.comparison]
        )
        by_item = {series.item: series.id for series in found if series.index_of != "volume"}
        wanted += [by_item[item] for item in one.items if item in by_item]
    return tuple(wanted)
