"""How the figures of a chart came about: the formula in words, and which figures are published and which computed."""

from __future__ import annotations

from collections.abc import Sequence

from dash import html

from data.wording import say


def how_computed(
    formulas: Sequence[str], published: Sequence[str], computed: Sequence[str], language: str
) -> html.Details:
    """A closed disclosure; `published` and `computed` are names of series, `formulas` whole sentences."""
    lines = list(formulas)
    if published:
        lines.append(say("charts.how.published", language, names="; ".join(dict.fromkeys(published))))
    if computed:
        lines.append(say("charts.how.computed", language, names="; ".join(dict.fromkeys(computed))))
    else:
        lines.append(say("charts.how.nothing_computed", language))
    return html.Details(
        [
            html.Summary(say("dashboard.chart.how", language)),
            html.Ul([html.Li(line) for line in lines], className="small second how-lines"),
        ],
        className="chart-table chart-how",
    )
