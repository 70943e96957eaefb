"""A chart as people meet it: the finding, what it shows, the picture, its source, its table and its downloads."""

from __future__ import annotations

from functools import cache
from typing import Any

from dash import dcc, html

from dashboard.components.chart_menu import chart_menu
from dashboard.components.drawing import Drawing, text
from dashboard.components.figures import figure_link, figure_path
from dashboard.components.how import how_computed
from dashboard.components.lane_list import lane_list
from dashboard.components.signs import status_svg
from dashboard.figures.plotly_chart import foot, plotly_figure
from dashboard.figures.rounding import rounds_to_nothing
from dashboard.figures.spec import ChartSpec, Kind, Series
from dashboard.figures.template import CONFIG
from dashboard.formats import number, signed
from data.wording import say


def chart_card(
    spec: ChartSpec, *, theme: str, graph_id: str, files: str = "", heading: Any = html.H2, open_table: bool = False
) -> html.Figure:
    """The whole card. `files` is where the chart is had as a file: a path without an ending, and the page's state."""
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
            lane_list(spec),
            html.Div(
                [html.P(foot(spec), className="source"), *([chart_menu(spec, files)] if files else [])],
                className="chart-foot",
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
            _how(spec),
        ],
        className="card chart-card",
    )


def _how(spec: ChartSpec) -> html.Details:
    """A series that leads to no stored figure is a computed one."""
    published = [one.name for one in spec.series if any(one.figure_ids)]
    computed = [one.name for one in spec.series if not any(one.figure_ids)]
    return how_computed(spec.how, published, computed, spec.language)


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
                figure_link(signed(one.values[-1], one.decimals, spec.language, ""), one.traces[-1], "strong"),
            ]
        )
        for one in stacked
        if not rounds_to_nothing(one)
    ]
    return [html.Div(names, className="swatches")]


def chart_table(spec: ChartSpec) -> Drawing:
    """The same figures as a table, months newest first, each linked to its cell.

    One piece of markup instead of a component a cell: the largest part of the answer, built in a tenth of the time.
    """
    key = "charts.year" if spec.is_yearly else "dashboard.chart.month" if spec.is_time else "dashboard.themepage.group"
    month = say(key, spec.language)
    heads = [f"{one.name}, {one.unit}" for one in spec.series] + ([spec.remarks_title] if spec.remarks else [])
    head = "".join(f'<th scope="col">{text(one)}</th>' for one in heads)
    order = range(len(spec.categories) - 1, -1, -1) if spec.is_time else range(len(spec.categories))
    columns = [_cells(one, spec.language) for one in spec.series]
    rows = (
        f'<tr><th scope="row" class="number">{text(spec.labels[i])}</th>'
        f"{''.join([cells[i] for cells in columns])}{_remark(spec, i)}</tr>"
        for i in order
    )
    return Drawing(
        f'<table class="data-table"><thead><tr><th scope="col">{text(month)}</th>{head}</tr></thead>'
        f"<tbody>{''.join(rows)}</tbody></table>"
    )


def _remark(spec: ChartSpec, i: int) -> str:
    return f"<td>{text(spec.remarks[i])}</td>" if spec.remarks else ""


def _cells(one: Series, language: str) -> list[str]:
    statuses = one.statuses or ("",) * len(one.values)
    return [
        _cell(number(value, one.decimals, language), *((status, trace) if value is not None else ("", "")), language)
        for value, status, trace in zip(one.values, statuses, one.traces, strict=True)
    ]


def _cell(shown: str, status: str, trace: str, language: str) -> str:
    if trace:
        place = f'href="{text(figure_path(trace))}" data-figure-id="{text(trace)}"'
        shown = f'<a class="figure-link number" {place}>{shown}</a>'
    return f'<td class="number">{shown} {_sign(status, language)}</td>'


@cache
def _sign(status: str, language: str) -> str:
    """The sign of a status with its word; a blank of the same width where nothing is said."""
    if not status:
        return '<span class="no-sign"></span>'
    word = text(say(f"dashboard.status.{status}", language))
    return f'<span class="status" title="{word}">{status_svg(status)}<span class="visually-hidden">{word}</span></span>'
