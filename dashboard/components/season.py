"""Growth by month and year as a table that one reads at a glance; the month with Tết is framed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from dash import html

from dashboard.components.figures import figure_link
from dashboard.figures.heat import CLASSES, heat_class, middle_and_spread
from dashboard.formats import month_short, number
from dashboard.points import Point
from data.period import MONTHS_IN_YEAR
from data.wording import say

CLASS_NAMES = {-3: "low3", -2: "low2", -1: "low1", 0: "mid", 1: "high1", 2: "high2", 3: "high3"}
Rows = Sequence[tuple[int, Sequence[Point | None]]]


def season_table(rows: Rows, new_year_months: Mapping[int, int], caption: str, language: str) -> html.Div:
    """Years down, months across; each number links to its cell."""
    known = [p.value for _, points in rows for p in points if p]
    middle, spread = middle_and_spread(known)
    corner = html.Span(say("charts.year", language), className="visually-hidden")
    months = [month_short(m, language, with_year=False) for m in range(MONTHS_IN_YEAR)]
    head = html.Tr([html.Th(corner)] + [html.Th(month, scope="col") for month in months])
    body = [
        html.Tr(
            [html.Th(str(year), scope="row", className="number")]
            + [_cell(p, new_year_months.get(year) == m + 1, middle, spread, language) for m, p in enumerate(points)]
        )
        for year, points in rows
    ]
    table = html.Table(
        [html.Caption(caption, className="visually-hidden"), html.Thead(head), html.Tbody(body)], className="season"
    )
    key = html.Div(
        [
            html.Span([html.Span(className="key-box framed"), say("dashboard.themepage.new_year_month", language)]),
            html.Span([html.Span(className="key-box gap-cell"), say("dashboard.themepage.missing", language)]),
            _classes(middle, spread, language),
        ],
        className="key small second",
    )
    return html.Div(
        [html.Div(table, className="scroll-box", tabIndex=0, role="region", **{"aria-label": caption}), key]
    )


def _classes(middle: float, spread: float, language: str) -> html.Span:
    """The seven colours and the limits between them, rounded as the cells are."""
    limits = [number(middle + limit * spread, 1, language) for limit in CLASSES]
    steps = [
        html.Span([html.Span(className=f"heat-box heat-{CLASS_NAMES[step]}"), html.Span(limit, className="number")])
        for step, limit in zip(range(-3, 4), [*limits, ""], strict=True)
    ]
    words = say("dashboard.themepage.classes", language, limits="; ".join(limits))
    return html.Span(steps, className="heat-key", role="img", **{"aria-label": words})


def _cell(point: Point | None, has_new_year: bool, middle: float, spread: float, language: str) -> Any:
    frame = " framed" if has_new_year else ""
    if point is None:
        return html.Td(
            html.Span(say("dashboard.chart.not_loaded", language), className="visually-hidden"),
            className=f"heat-gap{frame}",
        )
    name = CLASS_NAMES[heat_class(point.value, middle, spread)]
    return html.Td(figure_link(number(point.value, 1, language), point.figure_id), className=f"heat-{name}{frame}")
