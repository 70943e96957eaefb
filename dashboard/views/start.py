"""What the explorer offers to whoever has not chosen anything yet."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import urlencode

from dash import dcc, html
from dash.development.base_component import Component

from dashboard.charts import area_title
from dashboard.components.drawing import Drawing, text
from dashboard.components.mini_chart import mini_chart
from dashboard.explorer.chart import picture
from dashboard.explorer.names import short_table
from dashboard.explorer.selection import PATH
from dashboard.explorer.suggested import suggested
from dashboard.views.parts import section
from data.catalogue import catalogue
from data.catalogue_entries import SuggestedComparison
from data.observation import WHOLE_COUNTRY
from data.store import Store
from data.wording import say


def suggestions(store: Store, language: str) -> list[Component]:
    """Comparisons of the catalogue whose series the store has; nothing where it has none."""
    cards = [card for one in catalogue().comparisons.values() if (card := _card(store, one, language)) is not None]
    return [section(say("explorer.suggestions", language), html.Ul(cards, className="start-cards"))] if cards else []


def hint(store: Store, language: str) -> Component:
    """How to search, and a search for each table that has series and for each area besides the country."""
    known = store.all_series().values()
    tables = [code for code in catalogue().tables if any(one.table == code for one in known)]
    areas = sorted({one.area for one in known} - {WHOLE_COUNTRY, ""})
    rows = {
        "look_through": [(name, name) for name in (short_table(code, language) for code in tables)],
        "look_through_areas": [(one, area_title(one, language)) for one in areas],
    }
    links = [_links(say(f"explorer.{key}", language), some) for key, some in rows.items() if some]
    return html.Div([html.P(say("explorer.empty", language), className="second"), *links])


def _links(title: str, searches: Sequence[tuple[str, str]]) -> Component:
    links = [
        dcc.Link(name, href=f"{PATH}?{urlencode({'tim': words})}", className="control") for words, name in searches
    ]
    return html.Div([html.Span(title, className="second"), *links], className="browse")


def _card(store: Store, one: SuggestedComparison, language: str) -> Component | None:
    """Name, lines and finding of a comparison; none where the store lacks its series or their figures."""
    chosen = suggested(store, one)
    spec = picture(store, chosen, (), language).spec if chosen else None
    if chosen is None or spec is None:
        return None
    name = one.vi if language == "vi" else one.en
    finding = f'<p class="small second">{text(spec.title)}</p>'
    return html.Li([dcc.Link(name, href=chosen.address()), Drawing(mini_chart(spec) + finding)], className="card")
