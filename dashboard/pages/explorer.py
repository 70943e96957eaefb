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
from dashboard.components.help import help_mark
from dashboard.context import language, store
from dashboard.explorer.chart import Picture, drawn, transformation_name
from dashboard.explorer.selection import RECORDED, Selection, selection_in, selection_of
from dashboard.figures.template import CONFIG
from dashboard.formats import day
from dashboard.selection import release_days
from dashboard.theme import visitor_theme
from dashboard.views import explored, origins, saved_views, series_list, start
from data.wording import say
from indicators.registry import SUBJECTS

dash.register_page(__name__, path="/kham-pha", name="dashboard.nav.explore", order=2)

ID = explored.ID
NEWEST = "moi-nhat"
"""The choice of no as-of date: a select cannot hold an empty value."""


def layout(**query: str) -> html.Div:
    lang, chosen = language(), selection_of(query)
    shown = drawn(store(), chosen, lang)
    view = explored.view(shown, chosen, lang, visitor_theme())
    return html.Div(
        [
            dcc.Store(id=ID("selection"), data=chosen.address()),
            dcc.Store(id=ID("words"), data={"month": say("explorer.month_form", lang)}),
            html.P(say("explorer.eyebrow", lang), className="eyebrow"),
            _search(chosen, lang),
            html.Div(series_list.found(store(), chosen.search, lang), id=ID("found"), className="found-box"),
            _controls(chosen, lang),
            Drawing(view.head, id=ID("head"), className="explorer-head"),
            html.P(view.label, id=ID("status"), role="status", className="visually-hidden"),
            _chart(view, lang),
            _origins(shown, chosen, lang),
            html.Div(
                [*saved_views.saved_list(store().views(owner()), lang), *start.suggestions(store(), lang)],
                id=ID("start"),
                hidden=bool(chosen.series),
            ),
        ]
    )


def _chart(view: explored.View, lang: str) -> Component:
    """Components that stay while their content changes, so that the chart moves on instead of being made anew."""
    graph = dcc.Graph(id=ID("chart"), figure=view.figure, style=view.style, config={**CONFIG, "locale": lang})
    picture = html.Div(graph, id=ID("picture"), role="img", **{"aria-label": view.label})
    return html.Div(
        [picture, Drawing(view.foot, id=ID("foot"))], id=ID("card"), className="card chart-card", hidden=view.is_empty
    )


def _origins(shown: Picture, chosen: Selection, lang: str) -> Drawing:
    return Drawing(origins.origins(shown, chosen, None, lang), id=ID("origins"))


def _search(chosen: Selection, lang: str) -> Component:
    return dmc.TextInput(
        id=ID("search"),
        label=say("explorer.search", lang),
        placeholder=say("explorer.search_example", lang),
        value=chosen.search,
        debounce=250,
        size="md",
        className="explorer-search",
    )


def _controls(chosen: Selection, lang: str) -> Component:
    """Choices of how the lines are shown; a changed one changes the address in the browser and asks for the chart."""
    how = [
        {
            "group": say(f"explorer.subjects.{subject}", lang),
            "items": [{"value": one.key, "label": transformation_name(one, lang)} for one in entries],
        }
        for subject, entries in SUBJECTS.items()
    ]
    return html.Div(
        [
            _select("how", how, chosen.transformation, lang, wide=True),
            _month("start", chosen.start, lang),
            _month("end", chosen.end, lang),
            html.Div([_month("base", chosen.base, lang), help_mark("base", lang)], className="field-help"),
            html.Div(
                [
                    _select("as_of", _moments(chosen, lang), chosen.moment or NEWEST, lang),
                    help_mark("as_of", lang),
                ],
                className="field-help",
            ),
            html.Div(
                [
                    _switch("log", chosen.is_log, lang),
                    help_mark("log", lang),
                    _switch("axes", chosen.has_two_axes, lang),
                    _switch("bands", chosen.with_bands, lang),
                    help_mark("campaign", lang),
                ],
                className="switches",
            ),
            saved_views.share_menu(next(iter(release_days(store())), None), remembered(), lang),
        ],
        className="explorer-controls",
        hidden=not chosen.series,
        id=ID("controls"),
    )


def _moments(chosen: Selection, lang: str) -> list[dict[str, Any]]:
    """The newest figures, those published by a day, or those that this database held on a day."""
    published = {*release_days(store()), *([chosen.as_of] if chosen.as_of else [])}
    recorded = {*store().recorded_days(), *([chosen.recorded] if chosen.recorded else [])}
    groups = {"as_of_published": ("known", "", published), "as_of_recorded": ("recorded", RECORDED, recorded)}
    return [
        {"value": NEWEST, "label": say("charts.as_of.newest", lang)},
        *(
            {
                "group": say(f"explorer.{name}", lang),
                "items": [
                    {
                        "value": f"{mark}{one.isoformat()}",
                        "label": say(f"charts.as_of.{words}", lang, day=day(one, lang)),
                    }
                    for one in sorted(days, reverse=True)
                ],
            }
            for name, (words, mark, days) in groups.items()
        ),
    ]


def _select(role: str, options: list[dict[str, Any]], value: str, lang: str, *, wide: bool = False) -> Component:
    return dmc.Select(
        id=ID(role),
        label=say(f"explorer.{role}", lang),
        data=options,
        value=value,
        searchable=wide,
        allowDeselect=False,
        size="sm",
        className="wide-field" if wide else "",
        **({"maxDropdownHeight": 420, "comboboxProps": {"width": 380, "position": "bottom-start"}} if wide else {}),
    )


def _month(role: str, iso: str, lang: str) -> Component:
    return dmc.TextInput(
        id=ID(role),
        label=say(f"explorer.{role}", lang),
        value=f"{iso[5:]}/{iso[:4]}" if iso else "",
        placeholder=say("explorer.month_example", lang),
        debounce=700,
        size="sm",
        className="month-field",
    )


def _switch(role: str, is_on: bool, lang: str) -> Component:
    return dmc.Switch(id=ID(role), label=say(f"explorer.{role}", lang), checked=is_on, size="sm")


@callback(
    Output(ID("head"), "svg"),
    Output(ID("chart"), "figure"),
    Output(ID("chart"), "style"),
    Output(ID("status"), "children"),
    Output(ID("foot"), "svg"),
    Output(ID("card"), "hidden"),
    Output(ID("origins"), "svg"),
    Input(ID("selection"), "data"),
    prevent_initial_call=True,
)
def draw(address: str) -> tuple[Any, ...]:
    """The chart of a changed selection: one question to the store."""
    lang, chosen = language(), selection_in(address or "")
    shown = drawn(store(), chosen, lang)
    view = explored.view(shown, chosen, lang, visitor_theme())
    newest = origins.origins(shown, chosen, None, lang)
    return view.head, view.figure, view.style, view.label, view.foot, view.is_empty, newest


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


@callback(Output(ID("found"), "children"), Input(ID("search"), "value"), prevent_initial_call=True)
def show_found(search: str) -> Any:
    """Series that the words typed so far name."""
    return series_list.found(store(), search or "", language())


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
