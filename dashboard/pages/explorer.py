"""`Khám phá`: any series of the store, any transformation; the whole state stands in the address."""

from __future__ import annotations

import inspect
from typing import Any

import dash
import dash_mantine_components as dmc
from dash import Input, Output, State, callback, dcc, html, no_update
from dash.development.base_component import Component

from dashboard import explorer, formats
from dashboard.campaign_bands import bands_of
from dashboard.chart_files import explorer_address
from dashboard.components.chart_menu import chart_menu
from dashboard.context import language, store
from dashboard.explorer import Selection, selection_of
from dashboard.figures.spec import ChartSpec, Series
from dashboard.ids import ids
from dashboard.names import table_names
from dashboard.theme import visitor_theme
from dashboard.views.parts import empty, link_button, page_head, section, table
from data.observation import WHOLE_COUNTRY
from data.wording import say
from indicators.registry import TRANSFORMATIONS, Transformation

dash.register_page(__name__, path="/kham-pha", name="dashboard.nav.explore", order=2)

ID = ids("explorer")
GRAPH = {
    "displayModeBar": False,
    "displaylogo": False,
    "responsive": True,
    "showSendToCloud": False,
    "plotlyServerURL": "",
}


def layout(**query: str) -> html.Div:
    lang, chosen = language(), selection_of(query)
    names = table_names(lang)
    known = store().all_series()
    area = next((known[i].area for i in chosen.series if i in known), WHOLE_COUNTRY)
    bands = bands_of(store(), area)
    spec = explorer.chart(store(), chosen, names, bands, lang) if chosen.series else None
    title = spec.title if spec else say("explorer.title", lang)
    return html.Div(
        [
            dcc.Location(id=ID("address"), refresh="callback-nav"),
            dcc.Store(id=ID("selection"), data=chosen.address()),
            page_head(say("explorer.eyebrow", lang), title, *_share(chosen, lang)),
            _controls(chosen, lang),
            _chips(chosen, names, lang),
            html.Div(_found(chosen, chosen.search, names, lang), id=ID("found")),
            _picture(spec, chosen) if spec else empty(say("explorer.empty", lang)),
            *([_origins(spec, chosen, names, lang)] if spec else []),
        ]
    )


def _share(chosen: Selection, lang: str) -> list[Component]:
    return [
        link_button(
            say("explorer.log_off" if chosen.is_log else "explorer.log_on", lang),
            chosen.address(is_log=not chosen.is_log),
        ),
        link_button(
            say("explorer.bands_off" if chosen.with_bands else "explorer.bands_on", lang),
            chosen.address(with_bands=not chosen.with_bands),
        ),
        html.Button(say("explorer.copy", lang), type="button", className="control", **{"data-action": "copy-address"}),
    ]


def _controls(chosen: Selection, lang: str) -> Component:
    how = [
        {"value": key, "label": TRANSFORMATIONS[key].vi if lang == "vi" else TRANSFORMATIONS[key].en}
        for key in explorer.BY_LEVELS
    ]
    return html.Div(
        [
            dmc.TextInput(
                id=ID("search"),
                label=say("explorer.search", lang),
                value=chosen.search,
                debounce=300,
                size="sm",
                className="wide-field",
            ),
            dmc.Select(
                id=ID("how"),
                label=say("explorer.how", lang),
                data=how,
                value=chosen.transformation,
                searchable=True,
                allowDeselect=False,
                size="sm",
            ),
            dmc.TextInput(
                id=ID("start"),
                label=say("explorer.start", lang),
                value=chosen.start,
                placeholder="2019-01",
                debounce=600,
                size="sm",
            ),
            dmc.TextInput(
                id=ID("end"),
                label=say("explorer.end", lang),
                value=chosen.end,
                placeholder="2024-12",
                debounce=600,
                size="sm",
            ),
            dmc.TextInput(
                id=ID("base"),
                label=say("explorer.base", lang),
                value=chosen.base,
                placeholder="2020-01",
                debounce=600,
                size="sm",
            ),
            dmc.TextInput(
                id=ID("as-of"),
                label=say("explorer.as_of", lang),
                value=chosen.as_of.isoformat() if chosen.as_of else "",
                placeholder="2024-03-31",
                debounce=600,
                size="sm",
            ),
        ],
        className="decision",
    )


def _chips(chosen: Selection, names: dict[str, str], lang: str) -> Component:
    known = store().all_series()
    chips = [
        html.Span(
            [
                html.Span(className="swatch", style={"background": f"var(--s{number})"}),
                explorer.name_of(known[i], names, lang),
                dcc.Link(
                    "×",
                    href=chosen.address(series=tuple(s for s in chosen.series if s != i)),
                    className="chip-remove",
                    title=say("explorer.remove", lang),
                ),
            ],
            className="chip",
        )
        for number, i in enumerate((i for i in chosen.series if i in known), start=1)
    ]
    return html.Div(chips, className="controls chips")


def _found(chosen: Selection, search: str, names: dict[str, str], lang: str) -> list[Component]:
    if not search.strip():
        return []
    found = explorer.find(store().all_series(), search, names)
    if not found:
        return [html.P(say("explorer.nothing_found", lang, search=search), className="second")]
    items = []
    for one in found:
        series = chosen.series if one.id in chosen.series else (*chosen.series, one.id)[-explorer.MOST_SERIES :]
        words = [html.B(explorer.name_of(one, names, lang)), f" · {names.get(one.table, one.table)} · {one.unit}"]
        items.append(html.Li(dcc.Link(words, href=chosen.address(series=series, search=""))))
    return [html.Ul(items, className="found", **{"aria-label": say("explorer.results", lang)})]


def _picture(spec: ChartSpec, chosen: Selection) -> Component:
    from dashboard.figures.plotly_chart import foot, plotly_figure

    figure = plotly_figure(spec, theme=visitor_theme())
    return html.Figure(
        [
            html.Figcaption([html.P(spec.subtitle, className="small second")]),
            html.Div(
                dcc.Graph(id=ID("chart"), figure=figure, config=GRAPH, style={"height": "480px"}),
                role="img",
                **{"aria-label": spec.alt},
            ),
            html.Div(
                [html.P(foot(spec), className="source"), chart_menu(spec, explorer_address(chosen))],
                className="chart-foot",
            ),
        ],
        className="card chart-card",
    )


def _origins(spec: ChartSpec, chosen: Selection, names: dict[str, str], lang: str) -> Component:
    """The formula and the last cell of every line."""
    how = TRANSFORMATIONS[chosen.transformation]
    formula = formula_of(how, lang)
    known = store().all_series()
    inputs = _newest_inputs(spec, chosen)
    rows: list[list[Any]] = []
    for drawn, series_id in zip(spec.series, [i for i in chosen.series if i in known], strict=True):
        one = known[series_id]
        shown_in = _last_cell(spec, drawn) or inputs.get(series_id)
        cell = html.A(shown_in[0], href=f"/so-lieu/o/{shown_in[1]}") if shown_in else "…"
        shown = next((v for v in reversed(drawn.values) if v is not None), None)
        rows.append(
            [drawn.name, names.get(one.table, one.table), formats.number(shown, 1, lang), drawn.unit, formula, cell]
        )
    headings = [say(f"explorer.columns.{n}", lang) for n in ("line", "table", "last", "unit", "formula", "cell")]
    return section(
        say("explorer.origins", lang),
        table(headings, rows, caption=say("explorer.origins", lang), text_columns=(0, 1, 3, 4, 5)),
    )


def _last_cell(spec: ChartSpec, drawn: Series) -> tuple[str, str] | None:
    """Month and figure of the last shown value that stands in a cell itself."""
    ids = drawn.figure_ids or ("",) * len(drawn.values)
    found = [
        (label, one)
        for label, value, one in zip(spec.labels, drawn.values, ids, strict=True)
        if value is not None and one
    ]
    return found[-1] if found else None


def _newest_inputs(spec: ChartSpec, chosen: Selection) -> dict[int, tuple[str, str]]:
    """For computed lines, in one question: the newest level that they were computed from."""
    if all(_last_cell(spec, drawn) for drawn in spec.series):
        return {}
    figures = store().figures(chosen.series, months=1, as_of=chosen.as_of)
    return {one.series_id: (formats.month_short(one.period.last, spec.language), one.id) for one in figures}


def formula_of(how: Transformation, lang: str) -> str:
    """The formula of the function's docstring; the transformation's name where it states none."""
    first = (inspect.getdoc(how.function) or "").splitlines()[:1]
    stated = first[0].partition(": ")[2].partition(", ")[0].strip(" .`") if first else ""
    return stated or (how.vi if lang == "vi" else how.en)


@callback(
    Output(ID("found"), "children"),
    Input(ID("search"), "value"),
    State(ID("selection"), "data"),
    prevent_initial_call=True,
)
def show_found(search: str, address: str) -> list[Component]:
    """Series that the words typed so far name."""
    return _found(_from_address(address), search or "", table_names(language()), language())


@callback(
    Output(ID("address"), "href"),
    Input(ID("how"), "value"),
    Input(ID("start"), "value"),
    Input(ID("end"), "value"),
    Input(ID("base"), "value"),
    Input(ID("as-of"), "value"),
    State(ID("selection"), "data"),
    prevent_initial_call=True,
)
def change(how: str, start: str, end: str, base: str, as_of: str, address: str) -> Any:
    """A changed choice is a changed address; the page draws itself from that."""
    chosen = _from_address(address)
    asked = selection_of(
        {"bien-doi": how or "", "tu": start or "", "den": end or "", "goc": base or "", "tai-ngay": as_of or ""}
    )
    new = chosen.address(
        transformation=asked.transformation, start=asked.start, end=asked.end, base=asked.base, as_of=asked.as_of
    )
    return no_update if new == address else new


def _from_address(address: str) -> Selection:
    from urllib.parse import parse_qsl, urlsplit

    return selection_of(dict(parse_qsl(urlsplit(address or "").query)))
