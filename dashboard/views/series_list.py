"""Series that words name, each a link that adds it to the chart."""

from __future__ import annotations

from dash.development.base_component import Component

from dashboard.components.drawing import Drawing, text
from dashboard.search import found_series
from data.store import Store
from data.wording import say


def found(store: Store, search: str, language: str) -> list[Component]:
    """Nothing without words; where no series fits, a sentence and the way to search everything else."""
    if not search.strip():
        return []
    some = found_series(store, search, language)
    if not some:
        words = text(say("explorer.nothing_found", language, search=search))
        everywhere = text(say("explorer.search_everywhere", language))
        button = f'<button type="button" class="control" data-action="search" data-value="{text(search)}">'
        return [Drawing(f'<p class="second">{words}</p>{button}{everywhere}</button>')]
    items = "".join(
        f'<li><a href="{text(one.address)}" data-explore-add="{one.series_id}"><b>{text(one.name)}</b>'
        f' <span class="small second">{text(one.detail)}</span></a></li>'
        for one in some
    )
    return [Drawing(f'<ul class="found" aria-label="{text(say("explorer.results", language))}">{items}</ul>')]
