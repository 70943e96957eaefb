"""How one computed number came about: the formula in words and with numbers, and the figures that went in."""

from __future__ import annotations

from typing import Any

from dash import dcc, html
from dash.development.base_component import Component

from dashboard.components.figures import figure_link, figure_path
from dashboard.components.signs import status_sign
from dashboard.derivations.formula_text import exact, result_text, with_names, with_numbers, words_of
from dashboard.derivations.model import Explained, Input
from dashboard.formats import day, month_short, number, period_long, signed, unit_name
from dashboard.names import subject
from dashboard.transformed.find import PUBLISHED_AS
from dashboard.views.parts import section, table
from data.wording import say

MOST_INPUTS = 120
"""Rows shown; of more the newest. The workbook holds them all."""


def formula_block(one: Explained, lang: str) -> Component:
    """The sentence, the formula with names and, where it stays readable, with numbers; the result at its end."""
    result = result_text(one.value, one, lang)
    lines: list[Any] = [html.P(words_of(one, lang), className="formula-words")]
    if one.months[-1].formula:
        lines.append(_line(say("lineage.computed.formula", lang), with_names(one, lang)))
    if not one.months[-1].formula:
        lines.append(_line(say("lineage.computed.result", lang), result))
    elif one.is_mean:
        last_month = result_text(one.months[-1].value, one, lang)
        lines.append(_line(say("lineage.computed.numbers", lang), f"{with_numbers(one, lang)} = {last_month}"))
        mean = " + ".join(signed(month.value, 2, lang, "") for month in one.months)
        lines.append(_line(say("lineage.computed.months", lang), f"({mean}) ÷ {len(one.months)} = {result}"))
    else:
        lines.append(_line(say("lineage.computed.numbers", lang), f"{with_numbers(one, lang)} = {_unbased(one, lang)}"))
    if one.base:
        month = month_short(one.base.month, lang)
        lines.append(html.P(f"{say('lineage.computed.base', lang, month=month)} → {result}", className="second"))
    return section(say("lineage.computed.how", lang), html.Div(lines, className="formula card"))


def _unbased(one: Explained, lang: str) -> str:
    return exact(one.months[-1].value, lang) if one.base else result_text(one.value, one, lang)


def _line(name: str, formula: str) -> Component:
    return html.Div(
        [html.Span(name, className="small quiet"), html.Div(formula, className="formula-line number")],
        className="formula-row",
    )


def inputs_table(one: Explained, lang: str) -> Component:
    """Each figure that went in, its value linked to its cell."""
    names = ("what", "period", "value", "unit", "status", "released", "cell")
    return section(
        say("lineage.computed.inputs", lang),
        html.Div(
            table(
                [say(f"lineage.input.{name}", lang) for name in names],
                [_input_row(given, lang) for given in one.inputs[-MOST_INPUTS:]],
                caption=say("lineage.computed.inputs", lang),
                text_columns=(0, 1, 3, 4, 5, 6),
                stacks=True,
            ),
            className="wide-rows",
        ),
        note=number(len(one.inputs), 0, lang),
    )


def _input_row(given: Input, lang: str) -> list[Any]:
    need = say(f"lineage.need.{given.need}", lang)
    if given.figure is None or given.series is None:
        plan = given.plan
        period = str(plan.year) if plan else ""
        return [
            need,
            period,
            exact(given.value, lang),
            unit_name(plan.unit, lang) if plan else "",
            "",
            "",
            plan.source if plan else "",
        ]
    place, figure = given.place, given.figure
    cell = dcc.Link(f"{place.sheet}!{place.cell}", href=figure_path(figure.id)) if place else "…"
    file = html.Div(place.file, className="small quiet") if place else ""
    return [
        html.Span([subject(given.series, lang), html.Div(need, className="small quiet")]),
        period_long(figure.period, lang),
        figure_link(exact(figure.value, lang), figure.id),
        unit_name(given.series.unit, lang),
        status_sign(figure.status, lang),
        day(figure.released, lang),
        html.Span([cell, file]),
    ]


def which_is_shown(one: Explained, lang: str) -> Component:
    """The as-of day, and whether the dashboard shows this number or a printed ratio, and why."""
    as_of = one.derivation.as_of
    recorded = one.derivation.recorded
    held = [html.Dt(say("explorer.as_of_recorded", lang)), html.Dd(day(recorded, lang))] if recorded else []
    lines: list[Component] = [
        html.Dt(say("lineage.computed.as_of", lang)),
        html.Dd(day(as_of, lang) if as_of else say("lineage.computed.newest", lang)),
        *held,
        html.Dt(say("lineage.computed.releases", lang)),
        html.Dd(number(len(one.releases), 0, lang)),
    ]
    return section(
        say("lineage.computed.which", lang),
        html.Dl(lines, className="facts"),
        html.P(why_shown(one, lang), className="second block-line"),
        html.P(same_release(one, lang), className="second block-line"),
        *([_printed(one, lang)] if one.published else []),
    )


def why_shown(one: Explained, lang: str) -> str:
    """Whether the printed ratio is used instead of this number, and the reason."""
    if one.how.key not in PUBLISHED_AS:
        return say("lineage.published.not_printed", lang)
    if one.published_value is None:
        return say("lineage.published.none", lang)
    return say("lineage.published.instead", lang, value=signed(one.published_value, 2, lang))


def same_release(one: Explained, lang: str) -> str:
    count = len(one.releases)
    return (
        say("lineage.published.one_release", lang)
        if count <= 1
        else say("lineage.published.many_releases", lang, count=count)
    )


def _printed(one: Explained, lang: str) -> Component:
    assert one.published is not None
    return html.P(html.A(say("lineage.published.cell", lang), href=figure_path(one.published[1].id)))


__all__ = ["formula_block", "inputs_table", "same_release", "which_is_shown", "why_shown"]
