"""`Khám phá`: any series of the store, any transformation; the whole state stands in the address."""

from __future__ import annotations

from typing import Any

import dash
import dash_mantine_components as dmc
from dash import ClientsideFunction, Input, Output, State, callback, clientside_callback, dcc, html
from dash.development.base_component import Component

from dashboard.api.saved_views import owner
from dashboard.api.visitor import remembered
from dashboard.components.drawing import Drawing
from dashboard.context import language, store, visitor_theme
from dashboard.explorer.chart import drawn
from dashboard.explorer.selection import MOST_SERIES, Selection, selection_in, selection_of
from dashboard.figures.template import CONFIG
from dashboard.selection import release_days
from dashboard.views import explored, origins, saved_views, series_list, start
from dashboard.views.explorer_controls import controls
from data.wording import say

dash.register_page(__name__, path="/kham-pha", name="dashboard.nav.explore", order=2)

ID = explored.ID


def layout(**query: str) -> html.Div:
    lang, chosen = language(), selection_of(query)
    shown = drawn(store(), chosen, lang)
    view = explored.view(store(), shown, chosen, lang, visitor_theme())
    body = [
        controls(store(), chosen, lang),
        _chart(view, lang),
        Drawing(origins.origins(shown, chosen, None, lang), id=ID("origins"), className="explorer-origins"),
    ]
    return html.Div(
        [
            dcc.Store(id=ID("selection"), data=chosen.address()),
            dcc.Store(id=ID("words"), data={"month": say("explorer.month_form", lang)}),
            html.Div(
                [
                    html.Div(
                        [html.P(say("explorer.eyebrow", lang), className="eyebrow"), Drawing(view.head, id=ID("head"))]
                    ),
                    html.Div(_share(lang), id=ID("share"), hidden=not chosen.series),
                ],
                className="explorer-top",
            ),
            _search(chosen, lang),
            Drawing(view.chips, id=ID("chips")),
            html.P(view.label, id=ID("status"), role="status", className="visually-hidden"),
            html.Div(body, id=ID("body"), className="explorer-body", hidden=not chosen.series),
            html.Div(
                [
                    start.hint(store(), lang),
                    *saved_views.saved_list(store().views(owner()), lang),
                    *start.suggestions(store(), lang),
                ],
                id=ID("start-page"),
                hidden=bool(chosen.series),
            ),
        ]
    )


def _share(lang: str) -> Component:
    return saved_views.share_menu(next(iter(release_days(store())), None), remembered(), lang)


def _chart(view: explored.View, lang: str) -> Component:
    """Components that stay while their content changes, so that the chart moves on instead of being made anew."""
    graph = dcc.Graph(id=ID("chart"), figure=view.figure, style=view.style, config={**CONFIG, "locale": lang})
    return html.Div(
        [
            Drawing(view.about, id=ID("about")),
            html.Div(graph, id=ID("picture"), role="img", hidden=view.is_empty, **{"aria-label": view.label}),
            Drawing(view.foot, id=ID("foot")),
        ],
        id=ID("card"),
        className="card chart-card",
    )


def _search(chosen: Selection, lang: str) -> Component:
    field = dmc.TextInput(
        id=ID("search"),
        label=say("explorer.search", lang),
        placeholder=say("explorer.search_example", lang),
        value=chosen.search,
        debounce=250,
        size="md",
        autoComplete="off",
    )
    found = html.Div(series_list.found(store(), chosen.search, chosen.series, lang), id=ID("found"))
    note = html.P(id=ID("note"), role="status", className="small note")
    full = say("explorer.full", lang, count=MOST_SERIES)
    return html.Div(
        [field, note, html.Div(found, className="found-box", hidden=not chosen.search)],
        className="explorer-search",
        **{"data-most": str(MOST_SERIES), "data-full": full},
    )


@callback(
    Output(ID("head"), "svg"),
    Output(ID("chips"), "svg"),
    Output(ID("about"), "svg"),
    Output(ID("chart"), "figure"),
    Output(ID("chart"), "style"),
    Output(ID("status"), "children"),
    Output(ID("foot"), "svg"),
    Output(ID("picture"), "hidden"),
    Output(ID("origins"), "svg"),
    Input(ID("selection"), "data"),
    prevent_initial_call=True,
)
def draw(address: str) -> tuple[Any, ...]:
    """The chart of a changed selection: one question to the store."""
    lang, chosen = language(), selection_in(address or "")
    shown = drawn(store(), chosen, lang)
    view = explored.view(store(), shown, chosen, lang, visitor_theme())
    return (*view, origins.origins(shown, chosen, None, lang))


@callback(
    Output(ID("origins"), "svg", allow_duplicate=True),
    Input(ID("chart"), "clickData"),
    State(ID("selection"), "data"),
    prevent_initial_call=True,
)
def explain(clicked: dict[str, Any] | None, address: str) -> str:
    """Formula and source of every line in the month that was chosen on the chart."""
    lang, chosen = language(), selection_in(address or "")
    when = str((clicked or {}).get("points", [{}])[0].get("x", ""))
    month = int(when[:4]) * 12 + int(when[5:7]) - 1 if len(when) >= 7 else None
    return origins.origins(drawn(store(), chosen, lang), chosen, month, lang)


@callback(
    Output(ID("found"), "children"),
    Input(ID("search"), "value"),
    State(ID("selection"), "data"),
    prevent_initial_call=True,
)
def show_found(search: str, address: str) -> Any:
    """Series that the words typed so far name."""
    return series_list.found(store(), search or "", selection_in(address or "").series, language())


clientside_callback(
    ClientsideFunction("explorer", "change"),
    Output(ID("selection"), "data"),
    Output(ID("start"), "error"),
    Output(ID("end"), "error"),
    Output(ID("base"), "error"),
    Input(ID("how"), "value"),
    Input(ID("start"), "value"),
    Input(ID("end"), "value"),
    Input(ID("base"), "value"),
    Input(ID("as_of"), "value"),
    Input(ID("log"), "checked"),
    Input(ID("axes"), "checked"),
    Input(ID("bands"), "checked"),
    State(ID("words"), "data"),
    prevent_initial_call=True,
)

clientside_callback(
    "function(words) { return words; }",
    Output(ID("picture"), "aria-label"),
    Input(ID("status"), "children"),
    prevent_initial_call=True,
)

clientside_callback(ClientsideFunction("explorer", "mark"), Input(ID("chart"), "clickData"), prevent_initial_call=True)
