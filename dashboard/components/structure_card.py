"""The structure of a theme as two whole bars, a year apart, and the table that names and counts their parts."""

from __future__ import annotations

from typing import Any

from dash import html

from dashboard.charts import area_name
from dashboard.components.figures import figure_link
from dashboard.components.how import how_computed
from dashboard.figures.plotly_chart import foot_words
from dashboard.formats import number, period_long, signed
from dashboard.headlines import CUMULATIVE, ThemeFigures
from dashboard.producers import source_of
from dashboard.structure import Share, Structure
from dashboard.theme import STACK_ORDER
from dashboard.theme_charts import names_of, short_name
from data.period import MONTHS_IN_YEAR, Period
from data.wording import say

NARROWEST_LABELLED = 8.0


def structure_card(figures: ThemeFigures, structure: Structure, last: int, language: str) -> html.Figure:
    """Finding, two bars, table, source and formula."""
    names = {**names_of(figures, language), "": say("dashboard.themepage.others", language)}
    first = last - last % MONTHS_IN_YEAR if structure.comparison == CUMULATIVE else last
    spans = [Period(first - back, last - back) for back in (0, MONTHS_IN_YEAR)]
    columns = [_capital(period_long(span, language)) for span in spans]
    released = structure.total.released
    subtitle = say("dashboard.themepage.structure_subtitle", language, months=period_long(spans[0], language))
    return html.Figure(
        [
            html.Figcaption(
                [
                    html.H2(_finding(structure, names, language)),
                    html.P(f"{subtitle}, {area_name(figures.area, language)}", className="second"),
                ],
                className="chart-head",
            ),
            html.Div(
                [
                    _bar(columns[0], [one.now for one in structure.shares], language),
                    _bar(columns[1], [one.before for one in structure.shares], language),
                ],
                className="share-bars",
                **{"aria-hidden": "true"},
            ),
            html.Div(_table(structure, names, columns, language), className="scroll-box"),
            html.P(
                foot_words(source_of(figures, released, language), released, None, language),
                className="source chart-foot",
            ),
            how_computed(
                [say(f"charts.how.{key}", language) for key in ("structure", "structure_change")],
                [],
                [say("dashboard.themepage.structure", language)],
                language,
            ),
        ],
        className="card chart-card",
    )


def _finding(structure: Structure, names: dict[str, str], language: str) -> str:
    """The part whose share changed most, or that no share changed by as much as is shown."""
    named = [one for one in structure.shares if one.code]
    most = max(named, key=lambda one: abs(one.change))
    shown = number(abs(most.change), 1, language)
    name = short_name(names[most.code])
    if not any(digit in "123456789" for digit in shown):
        return say("dashboard.themepage.structure_flat", language)
    way = "up" if most.change > 0 else "down"
    words = say(
        f"dashboard.themepage.structure_{way}", language, name=name, points=shown, share=number(most.now, 1, language)
    )
    return _capital(words)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _bar(label: str, shares: list[float], language: str) -> html.Div:
    pieces = [
        html.Span(
            f"{number(share, 1, language)}" if share >= NARROWEST_LABELLED else "",
            className=f"share share-{STACK_ORDER[i]}",
            style={"flexGrow": round(max(share, 0.0), 2)},
        )
        for i, share in enumerate(shares)
    ]
    return html.Div([html.Span(label, className="small second"), html.Div(pieces, className="share-bar")])


def _table(structure: Structure, names: dict[str, str], columns: list[str], language: str) -> html.Table:
    heads = [
        say("dashboard.themepage.group", language),
        *(f"{column}, %" for column in columns),
        say("dashboard.themepage.structure_change", language),
    ]
    rows = [_row(one, names[one.code], STACK_ORDER[i], language) for i, one in enumerate(structure.shares)]
    turned = say("dashboard.themepage.structure_turned", language, points=number(structure.turned_over, 1, language))
    return html.Table(
        [
            html.Caption(turned, className="table-note small second"),
            html.Thead(html.Tr([html.Th(head, scope="col") for head in heads])),
            html.Tbody(rows),
        ],
        className="data-table",
    )


def _row(one: Share, name: str, role: str, language: str) -> Any:
    return html.Tr(
        [
            html.Th([html.Span(className=f"swatch swatch-{role}"), name], scope="row"),
            html.Td(figure_link(number(one.now, 1, language), one.traces.get("share", ""))),
            html.Td(figure_link(number(one.before, 1, language), one.traces.get("share_before", ""))),
            html.Td(figure_link(signed(one.change, 1, language, ""), one.traces.get("share_moved", ""), "strong")),
        ]
    )
