"""All dated campaigns by theme, each with its verdict and nothing more than that."""

from __future__ import annotations

from datetime import date

import dash
from dash import html
from dash.development.base_component import Component

from dashboard.campaign_results import result_of, themes_of
from dashboard.campaign_words import verdict_words
from dashboard.context import language, store
from dashboard.pages.campaigns import dates_in_words
from dashboard.views.parts import empty, link_button, page_head, table
from dashboard.views.statement import theme_name
from data.catalogue import catalogue
from data.observation import WHOLE_COUNTRY
from data.store.register import Campaign
from data.wording import say

dash.register_page(__name__, path="/nhan-dinh", name="campaign_pages.windows.map", order=32)


def layout(**_query: str) -> html.Div:
    lang = language()
    dated = [one for one in store().campaigns() if one.start]
    head = page_head(
        say("dashboard.nav.campaigns", lang),
        say("campaign_pages.windows.map", lang),
        link_button(say("dashboard.nav.campaigns", lang), "/phong-trao"),
    )
    if not dated:
        return html.Div([head, empty(say("campaign_pages.nothing", lang))])
    themes = list(catalogue().themes)
    headings = [
        say("campaign_pages.columns.name", lang),
        say("campaign_pages.columns.area", lang),
        say("campaign_pages.columns.dates", lang),
        *(theme_name(theme, lang) for theme in themes),
    ]
    rows = [
        [
            html.A(one.name, href=f"/phong-trao/{one.code}"),
            one.area,
            dates_in_words(one, lang),
            *(_verdict(one, theme, lang) for theme in themes),
        ]
        for one in dated
    ]
    note = html.P(say("campaign_pages.windows.map_note", lang), className="small second")
    body = table(headings, rows, caption=say("campaign_pages.windows.map", lang), text_columns=range(len(headings)))
    return html.Div([head, body, note])


def _verdict(one: Campaign, theme: str, lang: str) -> Component | str:
    """The verdict in the campaign's own area where figures are loaded, else for the nation."""
    if theme not in themes_of(one):
        return "…"
    for area in dict.fromkeys((one.area or WHOLE_COUNTRY, WHOLE_COUNTRY)):
        result = result_of(store(), one, theme, area, today=date.today(), looks=len(themes_of(one)))
        if result is not None:
            return html.A(
                verdict_words(result, lang), href=f"/phong-trao/{one.code}?chi-tieu={theme}", className="quiet"
            )
    return say("campaign_pages.windows.no_figures", lang)
