"""Overview: what a director sees in ten seconds, and one chart to look closer."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import dash
from dash import Input, Output, State, callback, dcc, html

from dashboard import vintages
from dashboard.campaign_bands import bands_of
from dashboard.charts import area_title
from dashboard.components.drawing import Drawing
from dashboard.components.failure import nothing_loaded, nothing_of_month, nothing_words
from dashboard.components.month_by_month import ID, THEMES, month_by_month, month_chart
from dashboard.components.overview_parts import (
    campaigns_block,
    coverage_block,
    source_line,
)
from dashboard.components.pickers import area_picker, as_of_picker, month_picker
from dashboard.components.plan_bar import plan_bar
from dashboard.components.published import published_block
from dashboard.components.ready import ready
from dashboard.components.revisions_block import revisions_block
from dashboard.components.sentence import of_finding, sentence
from dashboard.components.target_bar import target_bar, target_of
from dashboard.components.theme_column import theme_column
from dashboard.components.timeline import HATCH
from dashboard.components.years_card import only_years, years_card
from dashboard.context import answer_as_recorded, language, newest_store, store
from dashboard.figure_lineage import expectation_of_point
from dashboard.findings import finding
from dashboard.formats import period_long, within_sentence
from dashboard.headlines import Headline, headline, latest_month
from dashboard.moment import Moment
from dashboard.revised import important_revisions
from dashboard.selection import Selection, areas_with_figures, selection_of
from dashboard.statements import new_year_words, title_of
from dashboard.theme_charts import names_of
from dashboard.theme_figures import ThemeFigures, theme_figures, with_parts
from dashboard.yearly import year_numbers, year_sentence, years_of
from data.period import Period
from data.wording import say

dash.register_page(__name__, path="/", name="dashboard.nav.overview", order=0)


def layout(**query: str) -> html.Div:
    lang, chosen = language(), selection_of(query)
    answer_as_recorded(chosen.recorded)
    figures = [theme_figures(store(), theme, chosen.area, as_of=chosen.as_of, parts=False) for theme in THEMES]
    newest = latest_month(figures)
    published = published_block(store(), chosen.area, lang)
    if newest is None:
        return _without_months(figures, chosen, published, lang)
    last = min(chosen.month, newest) if chosen.month else newest
    chosen = replace(chosen, month=last)
    figures = [with_parts(store(), one, last) for one in figures]
    headlines = [headline(store(), one, last, as_of=chosen.as_of) for one in figures]
    months = sorted({m for one in figures for m in one.months()})
    telling = [one for one in headlines if one.main or one.level]
    if not telling:
        head = _head(finding(headlines[0], lang), chosen, months, lang)
        return html.Div([head, nothing_of_month(chosen, "/", months, lang)])
    words = title_of(headlines, lang) if any(one.main for one in telling) else finding(telling[0], lang)
    title = sentence(words, (number for one in headlines for number in of_finding(one, lang)))
    released = max((h.main.released for h in headlines if h.main), default=None)
    return html.Div(
        [
            Drawing(HATCH),
            _head(title, chosen, months, lang, note=_new_year(telling[0], lang)),
            html.Div([_column(one, chosen, lang) for one in headlines], className="themes"),
            _below(figures, chosen, released, lang),
            _foot(figures, chosen, released, lang),
            month_by_month(store(), chosen, query, lang),
            published,
        ]
    )


def _new_year(shown: Headline, lang: str) -> str:
    """Said once above the four themes, three of which it is about."""
    return f" · {new_year_words(shown, lang)}" if shown.has_new_year else ""


def _head(title: str | list[Any], chosen: Selection, months: list[int], lang: str, *, note: str = "") -> html.Div:
    words = f"{period_long(Period(chosen.month, chosen.month), lang)} · " if months and chosen.month else ""
    eyebrow = f"{words[:1].upper()}{words[1:]}{area_title(chosen.area, lang)}{note}"
    pickers = [
        *(month_picker(chosen, "/", months, lang) if months else []),
        area_picker(chosen, "/", areas_with_figures(store()), lang),
        as_of_picker(chosen, "/", newest_store(), lang),
        *(_report(lang) if months else []),
    ]
    return html.Div(
        [
            html.Div([html.Div(eyebrow, className="eyebrow"), html.H1(title)]),
            html.Div(pickers, className="controls"),
        ],
        className="page-head",
    )


def _column(shown: Headline, chosen: Selection, lang: str) -> html.Section:
    return theme_column(
        shown,
        bands_of(store(), chosen.area, lang, theme=shown.theme),
        names_of(shown.figures, lang),
        chosen,
        lang,
        plan=plan_bar(store(), shown, lang) or target_bar(store(), shown, lang),
        target=target_of(store(), shown),
        expectation=expectation_of_point(store(), shown.main, lang),
    )


def _below(figures: list[ThemeFigures], chosen: Selection, released: date | None, lang: str) -> html.Div:
    """What was revised, which campaigns run, and how certain the last months are."""
    last = chosen.month or 0
    revised = important_revisions(store(), chosen.area, last, as_of=chosen.as_of)
    compared = vintages.address(Selection(chosen.area, last - 1), after=Moment(chosen.as_of, chosen.recorded))
    return html.Div(
        [
            revisions_block(revised, lang, compared, chosen.area),
            campaigns_block(bands_of(store(), chosen.area, lang), last, released, lang),
            coverage_block(figures, last, lang),
        ],
        className="overview-row",
    )


def _foot(figures: list[ThemeFigures], chosen: Selection, released: date | None, lang: str) -> html.Div:
    links = [
        dcc.Link(say("dashboard.overview.cells", lang), href="/so-lieu"),
        dcc.Link(say("dashboard.wall.title", lang), href=chosen.address("/treo-tuong")),
        html.Button(say("dashboard.print", lang), className="text-button", **{"data-action": "print"}),
    ]
    return html.Div(
        [source_line(figures, released, lang), html.Div(links, className="foot-links small")],
        className="overview-foot",
    )


def _report(lang: str) -> list[Any]:
    if not any(page["path"] == "/bao-cao" for page in dash.page_registry.values()):
        return []
    return [dcc.Link(say("dashboard.overview.export", lang), href="/bao-cao", className="control main-button")]


def _without_months(figures: list[ThemeFigures], chosen: Selection, published: Any, lang: str) -> html.Div:
    """An area of which only whole years or quoted figures are known, or nothing."""
    years = {one.source.theme: years_of(one) for one in figures}
    telling = [one for one in figures if years[one.source.theme]]
    if not telling:
        nothing = say("dashboard.overview.published", lang) if published else nothing_words(chosen, lang)
        return html.Div([_head(nothing, chosen, [], lang), published or nothing_loaded(chosen, "/", lang)])
    last = [(one, years[one.source.theme][-1]) for one in telling]
    words = [year_sentence(one, year, lang) for one, year in last]
    joined = "; ".join((words[0], *map(within_sentence, words[1:])))
    title = sentence(joined, (pair for one, year in last for pair in year_numbers(one, year, lang)))
    bands = bands_of(store(), chosen.area, lang)
    cards = [years_card(store(), one, bands, chosen, lang, link=True) for one in telling]
    body = [html.Div(cards, className="pairs"), only_years(chosen, lang), published]
    return html.Div([_head(title, chosen, [], lang), *body])


@callback(
    Output(ID("chart-box"), "children"),
    Input(ID("theme"), "value"),
    Input(ID("rate"), "value"),
    Input(ID("window"), "value"),
    State(ID("selection"), "data"),
    prevent_initial_call=True,
)
def draw_chart(theme: str, rate: str, window: str, selection: dict[str, Any]) -> Any:
    """The chart for other choices: one question to the store, one figure."""
    chosen = replace(selection_of({"vung": selection["area"], "ngay": selection["moment"]}), month=selection["month"])
    answer_as_recorded(chosen.recorded)
    return ready(month_chart(store(), chosen, theme, rate, window, language()))


dash.clientside_callback(
    "function(t, r, w) { return window.frame.remember({'chuyen-de': t, 'chi-tieu': r, 'so-nam': w}); }",
    Output(ID("chart-box"), "title"),
    Input(ID("theme"), "value"),
    Input(ID("rate"), "value"),
    Input(ID("window"), "value"),
    prevent_initial_call=True,
)
