"""Series that words name, each a link that adds it to the chart."""

from __future__ import annotations

from collections.abc import Sequence

from dash.development.base_component import Component

from dashboard.components.drawing import Drawing, text
from dashboard.search import Entry, find, found_series
from data.store import Store
from data.wording import say


def found(store: Store, search: str, chosen: Sequence[int], language: str) -> list[Component]:
    """Nothing without words; where no series fits, a sentence and what else the words name. Those that are on
    the chart already are marked.
    """
    if not search.strip():
        return []
    some = found_series(store, search, language)
    if not some:
        return [Drawing(_elsewhere(store, search, language), className="nothing")]
    items = "".join(_item(one, is_chosen=one.series_id in chosen) for one in some)
    return [Drawing(f'<ul class="found" aria-label="{text(say("explorer.results", language))}">{items}</ul>')]


def _elsewhere(store: Store, search: str, language: str) -> str:
    """That no series fits, and what else does: figures that documents quote, areas, campaigns, words."""
    words = text(say("explorer.nothing_found", language, search=search))
    others = find(store, search, language)
    if not others:
        return f'<p class="second">{words}</p>'
    items = "".join(
        f'<li><a href="{text(one.address)}"><b>{text(one.name)}</b> <span class="small second">{text(one.detail)}'
        f" · {text(say(f'search.kinds.{one.kind}', language))}</span></a></li>"
        for one in others
    )
    elsewhere = text(say("explorer.found_elsewhere", language))
    return f'<p class="second">{words} {elsewhere}</p><ul class="found">{items}</ul>'


def _item(one: Entry, *, is_chosen: bool) -> str:
    mark = ' aria-current="true"' if is_chosen else ""
    return (
        f'<li><a href="{text(one.address)}" data-explore-add="{one.series_id}"{mark}><b>{text(one.name)}</b>'
        f' <span class="small second">{text(one.detail)}</span></a></li>'
    )
