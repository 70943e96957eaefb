"""Series that words name, each a link that adds it to the chart."""

from __future__ import annotations

from collections.abc import Sequence

from dash.development.base_component import Component

from dashboard.components.drawing import Drawing, text
from dashboard.search import Entry, found_series
from data.store import Store
from data.wording import say


def found(store: Store, search: str, chosen: Sequence[int], language: str) -> list[Component]:
    """Nothing without words; where no series fits, a sentence and the way to search everything else. Those that are on
    the chart already are marked.
    """
    if not search.strip():
        return []
    some = found_series(store, search, language)
    if not some:
        words = text(say("explorer.nothing_found", language, search=search))
        everywhere = text(say("explorer.search_everywhere", language))
        button = f'<button type="button" class="control" data-action="search" data-value="{text(search)}">'
        return [Drawing(f'<p class="second">{words}</p>{button}{everywhere}</button>')]
    items = "".join(_item(one, is_chosen=one.series_id in chosen) for one in some)
    return [Drawing(f'<ul class="found" aria-label="{text(say("explorer.results", language))}">{items}</ul>')]


def _item(one: Entry, *, is_chosen: bool) -> str:
    mark = ' aria-current="true"' if is_chosen else ""
    return (
        f'<li><a href="{text(one.address)}" data-explore-add="{one.series_id}"{mark}><b>{text(one.name)}</b>'
        f' <span class="small second">{text(one.detail)}</span></a></li>'
    )
