"""One theme: headline chart, contributions, season, parts and the table behind them."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import dash
from dash import dcc, html

from dashboard.campaign_bands import bands_of
from dashboard.charts import area_title, level_unit
from dashboard.components.drawing import Drawing
from dashboard.components.failure import nothing_loaded, nothing_of_month, nothing_words
from dashboard.components.figures import point_link
from dashboard.components.judgement import judgement
from dashboard.components.parts_table import LARGE_REVISION, parts_table, revised_levels
from dashboard.components.pickers import area_picker, as_of_picker, month_picker
from dashboard.components.published import published_block
from dashboard.components.sentence import of_finding, sentence
from dashboard.components.signs import status_sign
from dashboard.components.target_bar import target_of
from dashboard.components.theme_cards import headline_card, multiples, pairs_of_cards
from dashboard.components.theme_side import side_card
from dashboard.components.timeline import HATCH
from dashboard.components.years_card import only_years, years_card
from dashboard.context import answer_as_recorded, language, newest_store, store
from dashboard.findings import finding
from dashboard.formats import number, percent, period_long, signed
from dashboard.headlines import Headline, headline
from dashboard.points import Point
from dashboard.selection import Selection, areas_with_figures, selection_of
from dashboard.sources import SOURCES
from dashboard.statements import cumulative_label
from dashboard.theme_figures import ThemeFigures, theme_figures
from dashboard.yearly import year_numbers, year_sentence, years_of
from data.period import MONTHS_IN_YEAR, Period
from data.wording import say

dash.register_page(__name__, path_template="/chuyen-de/<theme>", name="dashboard.nav.theme", order=1)


def layout(theme: str = "industry", **query: str) -> html.Div:
    lang, chosen = language(), selection_of(query)
    answer_as_recorded(chosen.recorded)
    if theme not in SOURCES:
        return html.Div([_tabs("", chosen, lang), html.H1(say("dashboard.themepage.unknown", lang))])
    path = f"/chuyen-de/{theme}"
    figures = theme_figures(store(), theme, chosen.area, as_of=chosen.as_of)
    months = figures.months()
    if not months or figures.total is None:
        return _without_months(theme, figures, chosen, path, lang)
    last = min(chosen.month, months[-1]) if chosen.month else months[-1]
    chosen = replace(chosen, month=last)
    shown = headline(store(), figures, last, as_of=chosen.as_of)
    if last not in months and shown.main is None:
        head = [_tabs(theme, chosen, lang), _head(theme, shown, chosen, path, months, lang)]
        return html.Div([*head, nothing_of_month(chosen, path, months, lang)])
    return html.Div(
        [
            Drawing(HATCH),
            _tabs(theme, chosen, lang),
            _head(theme, shown, chosen, path, months, lang),
            _strip(shown, lang),
            html.Div(
                [headline_card(store(), figures, last, chosen, lang), side_card(store(), shown, chosen, lang)],
                className="theme-top",
            ),
            html.Div(pairs_of_cards(store(), figures, last, chosen, lang), className="pairs"),
            *multiples(store(), figures, last, lang),
            parts_table(store(), figures, last, lang),
        ]
    )


def _tabs(theme: str, chosen: Selection, lang: str) -> html.Nav:
    names = {one: say(f"dashboard.theme.{one}.name", lang) for one in ("industry", "retail", "prices", "exports")}
    links = [
        html.A(name, href=address, className="theme-tab on", **{"aria-current": "page"})
        if one == theme
        else dcc.Link(name, href=address, className="theme-tab")
        for one, name in names.items()
        for address in [chosen.address(f"/chuyen-de/{one}")]
    ]
    return html.Nav(links, className="theme-tabs", **{"aria-label": say("dashboard.chart.theme_label", lang)})


def _head(theme: str, shown: Headline, chosen: Selection, path: str, months: list[int], lang: str) -> html.Div:
    words = period_long(Period(shown.last, shown.last), lang)
    name, area = say(f"dashboard.theme.{theme}.name", lang), area_title(chosen.area, lang)
    crumb = f"{name} · {words[:1].upper()}{words[1:]} · {area}"
    title = sentence(finding(shown, lang) + _revision(shown, lang), of_finding(shown, lang))
    return html.Div(
        [
            html.Div(
                [
                    html.Div(
                        [html.Span(crumb, className="eyebrow"), judgement(shown, lang, target_of(store(), shown))],
                        className="title-row",
                    ),
                    html.H1(title),
                ]
            ),
            html.Div(
                [
                    *month_picker(chosen, path, months, lang),
                    area_picker(chosen, path, areas_with_figures(store()), lang),
                    as_of_picker(chosen, path, newest_store(), lang),
                ],
                className="controls",
            ),
        ],
        className="page-head",
    )


def _revision(shown: Headline, lang: str) -> str:
    """`; mức tháng 10 được sửa tăng 2,2%` where the month before was revised by as much as one percent."""
    total = shown.figures.total
    change = revised_levels(store(), [total], shown.last - 1).get(total.item.code, 0.0) if total else 0.0
    if abs(change) < LARGE_REVISION:
        return ""
    before = Period(shown.last - 1, shown.last - 1)
    return say(
        f"dashboard.themepage.level_revised_{'up' if change > 0 else 'down'}",
        lang,
        by=percent(abs(change), 1, lang),
        month=before.last % MONTHS_IN_YEAR + 1,
        month_name=period_long(before, lang),
    )


def _strip(shown: Headline, lang: str) -> html.Dl:
    factor, unit = level_unit(shown.figures, lang)
    items: list[tuple[str, str, Point | None]] = []
    if shown.level:
        items.append(
            (
                say("dashboard.themepage.level", lang, unit=unit),
                number(shown.level.value / factor, 1, lang),
                shown.level,
            )
        )
    rates = [
        (say("dashboard.rate.previous_long", lang), shown.on_previous_month),
        (say("dashboard.rate.same_long", lang), shown.on_same_month),
        (
            f"{cumulative_label(shown.last, shown.theme, lang)}, {say('dashboard.rate.long_same', lang)}",
            shown.cumulative,
        ),
    ]
    items += [(name, signed(p.value if p else None, 1, lang), p) for name, p in rates]
    return html.Dl(
        [
            html.Div(
                [
                    html.Dt(name),
                    html.Dd([point_link(text, p, "kpi"), status_sign(p.status, lang, with_text=False) if p else ""]),
                ]
            )
            for name, text, p in items
        ],
        className="strip",
    )


def _without_months(theme: str, figures: ThemeFigures, chosen: Selection, path: str, lang: str) -> html.Div:
    """The years where only they are published, and the quoted figures; else what to upload."""
    years = years_of(figures)
    name = say(f"dashboard.theme.{theme}.name", lang)
    area = area_title(chosen.area, lang)
    title: Any = name
    shown = [nothing_loaded(chosen, path, lang, told=nothing_words(chosen, lang, theme))]
    if years:
        title = sentence(year_sentence(figures, years[-1], lang), year_numbers(figures, years[-1], lang))
        bands = bands_of(store(), chosen.area, lang)
        shown = [years_card(store(), figures, bands, chosen, lang), only_years(chosen, lang, theme)]
    return html.Div(
        [
            _tabs(theme, chosen, lang),
            html.Div(
                [
                    html.Div(
                        [html.Div(f"{name} · {area}" if years else area, className="eyebrow"), html.H1(title)],
                    ),
                    html.Div(
                        [
                            area_picker(chosen, path, areas_with_figures(store()), lang),
                            as_of_picker(chosen, path, newest_store(), lang),
                        ],
                        className="controls",
                    ),
                ],
                className="page-head",
            ),
            *shown,
            published_block(store(), chosen.area, lang, theme),
        ]
    )
