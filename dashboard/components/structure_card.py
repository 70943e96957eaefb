"""The structure of a theme as two whole bars, a year apart, and the table that names and counts their parts."""

from __future__ import annotations

from typing import Any

from dash import html

from dashboard.components.chart_menu import chart_menu
from dashboard.components.figures import figure_link
from dashboard.components.how import how_computed
from dashboard.figures.plotly_chart import foot
from dashboard.figures.spec import ChartSpec, Series
from dashboard.formats import number, signed
from dashboard.structure import Share, Structure
from dashboard.structure_chart import structure_chart
from dashboard.theme_figures import ThemeFigures
from data.wording import say

NARROWEST_LABELLED = 8.0


def structure_card(figures: ThemeFigures, structure: Structure, last: int, language: str, files: str) -> html.Figure:
    """Finding, two bars, table, source and formula. `files` is where the chart is had as a file."""
    spec = structure_chart(figures, structure, last, language)
    return html.Figure(
        [
            html.Figcaption(
                [html.H2(spec.title), html.P(spec.subtitle, className="second")],
                className="chart-head",
            ),
            html.Div(
                [_bar(spec, at, language) for at in range(len(spec.labels))],
                className="share-bars",
                **{"aria-hidden": "true"},
            ),
            html.Div(_table(structure, spec, language), className="scroll-box"),
            html.Div([html.P(foot(spec), className="source"), chart_menu(spec, files)], className="chart-foot"),
            how_computed(list(spec.how), [], [say("dashboard.themepage.structure", language)], language),
        ],
        className="card chart-card",
    )


def _bar(spec: ChartSpec, at: int, language: str) -> html.Div:
    shares = [(one.role, one.values[at] or 0.0) for one in spec.series]
    pieces = [
        html.Span(
            number(share, 1, language) if share >= NARROWEST_LABELLED else "",
            className=f"share share-{role}",
            style={"flexGrow": round(max(share, 0.0), 2)},
        )
        for role, share in shares
    ]
    return html.Div([html.Span(spec.labels[at], className="small second"), html.Div(pieces, className="share-bar")])


def _table(structure: Structure, spec: ChartSpec, language: str) -> html.Table:
    heads = [
        say("dashboard.themepage.group", language),
        *(f"{column},\u00a0%" for column in spec.labels),
        say("dashboard.themepage.structure_change", language),
    ]
    rows = [_row(one, drawn, language) for one, drawn in zip(structure.shares, spec.series, strict=True)]
    turned = say("dashboard.themepage.structure_turned", language, points=number(structure.turned_over, 1, language))
    return html.Table(
        [
            html.Caption(turned, className="table-note small second"),
            html.Thead(html.Tr([html.Th(head, scope="col") for head in heads])),
            html.Tbody(rows),
        ],
        className="data-table",
    )


def _row(one: Share, drawn: Series, language: str) -> Any:
    return html.Tr(
        [
            html.Th([html.Span(className=f"swatch swatch-{drawn.role}"), drawn.name], scope="row"),
            html.Td(figure_link(number(one.now, 1, language), one.traces.get("share", ""))),
            html.Td(figure_link(number(one.before, 1, language), one.traces.get("share_before", ""))),
            html.Td(figure_link(signed(one.change, 1, language, ""), one.traces.get("share_moved", ""), "strong")),
        ]
    )
