"""A chart as people meet it: the finding, what it shows, the picture, its source, its table and its downloads."""

from __future__ import annotations

from typing import Any

from dash import dcc, html

from dashboard.components.figures import figure_link
from dashboard.components.signs import status_sign
from dashboard.figures.plotly_chart import foot, plotly_figure
from dashboard.figures.spec import ChartSpec, Kind
from dashboard.figures.template import CONFIG
from dashboard.formats import number
from data.wording import say

PICTURE_FORMATS = ("png", "svg")


def chart_card(
    spec: ChartSpec, *, theme: str, graph_id: str, data_href: str = "", heading: Any = html.H2, open_table: bool = False
) -> html.Figure:
    """The whole card. `data_href` is where the figures are had as a workbook."""
    figure = plotly_figure(spec, theme=theme)
    height = figure["layout"]["height"]
    return html.Figure(
        [
            html.Figcaption(
                [heading(spec.title), html.P(spec.subtitle, className="second"), *_swatches(spec)],
                className="chart-head",
            ),
            html.Div(
                dcc.Graph(
                    id=graph_id,
                    figure=figure,
                    config={**CONFIG, "locale": spec.language},
                    style={"height": f"{height}px"},
                ),
                role="img",
                **{"aria-label": spec.alt or spec.title},
            ),
            html.Div(
                [html.P(foot(spec), className="source"), _actions(spec, graph_id, data_href)], className="chart-foot"
            ),
            html.Details(
                [
                    html.Summary(say("dashboard.chart.show_table", spec.language)),
                    html.Div(
                        chart_table(spec),
                        className="scroll-box",
                        tabIndex=0,
                        role="region",
                        **{"aria-label": spec.title},
                    ),
                ],
                open=open_table,
                className="chart-table",
            ),
        ],
        className="card chart-card",
    )


def _swatches(spec: ChartSpec) -> list[Any]:
    """Names of stacked parts beside their colours, with the last value; words never take a series colour."""
    stacked = [one for one in spec.series if one.kind == Kind.STACKED_BAR]
    if not stacked:
        return []
    names = [
        html.Span(
            [
                html.Span(className=f"swatch swatch-{one.role}"),
                one.name,
                " ",
                html.Span(number(one.values[-1], one.decimals, spec.language), className="number strong"),
            ]
        )
        for one in stacked
    ]
    return [html.Div(names, className="swatches")]


def _actions(spec: ChartSpec, graph_id: str, data_href: str) -> html.Div:
    buttons: list[Any] = [
        html.Button(
            kind.upper(),
            className="plain-button",
            **{
                "data-action": "picture",
                "data-value": kind,
                "data-target": graph_id,
                "aria-label": f"{say('dashboard.chart.download', spec.language)} {kind.upper()}: {spec.title}",
            },
        )
        for kind in PICTURE_FORMATS
    ]
    if data_href:
        buttons.append(
            html.A(
                "XLSX",
                href=data_href,
                className="plain-button",
                download="",
                **{"aria-label": f"{say('dashboard.chart.download', spec.language)} XLSX: {spec.title}"},
            )
        )
    return html.Div(
        [html.Span(say("dashboard.chart.download", spec.language), className="small quiet"), *buttons],
        className="chart-actions",
    )


def chart_table(spec: ChartSpec) -> html.Table:
    """The same figures as a table, newest first, each linked to its cell."""
    head = [html.Th(say("dashboard.chart.month", spec.language), scope="col")]
    head += [html.Th(f"{one.name}, {one.unit}", scope="col") for one in spec.series]
    rows = []
    for i in range(len(spec.categories) - 1, -1, -1):
        cells: list[Any] = [html.Th(spec.labels[i], scope="row", className="number")]
        for one in spec.series:
            value = one.values[i]
            status = one.statuses[i] if one.statuses else ""
            shown = number(value, one.decimals, spec.language)
            link = figure_link(shown, one.figure_ids[i] if one.figure_ids and value is not None else "")
            sign = (
                status_sign(status, spec.language, with_text=False)
                if status and value is not None
                else html.Span(className="no-sign")
            )
            cells.append(html.Td([link, " ", sign]))
        rows.append(html.Tr(cells))
    return html.Table([html.Thead(html.Tr(head)), html.Tbody(rows)], className="data-table")
