"""All campaigns with a date and a theme, each with its verdict for every theme it aims at; the others are counted."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import dash
from dash import html
from dash.development.base_component import Component

from dashboard.campaign_dates import dates_in_words
from dashboard.campaign_results import CampaignResults, Stated, themes_of
from dashboard.charts import area_title
from dashboard.components.campaign_name import campaign_link
from dashboard.context import language, store
from dashboard.formats import signed
from dashboard.views.parts import empty, link_button, page_head, table
from dashboard.views.statement import verdict_chip
from data import clock
from data.catalogue import catalogue
from data.store.register import Campaign
from data.wording import say
from indicators.campaign_types import Mode, YearLine

dash.register_page(__name__, path="/nhan-dinh", name="campaign_pages.windows.map", order=32)


def layout(**_query: str) -> html.Div:
    lang, campaigns = language(), store().campaigns()
    shown = [one for one in campaigns if one.start and themes_of(one)]
    head = page_head(
        say("dashboard.nav.campaigns", lang),
        say("campaign_pages.windows.map", lang),
        link_button(say("dashboard.nav.campaigns", lang), "/phong-trao"),
    )
    if not shown:
        return html.Div([head, empty(say("campaign_pages.nothing", lang))])
    rest = say("campaign_pages.windows.map_rest", lang, count=len(campaigns) - len(shown))
    return html.Div(
        [
            head,
            html.P(say("campaign_pages.windows.map_note", lang), className="second"),
            _map(shown, lang),
            html.P(html.A(rest, href="/phong-trao"), className="small"),
        ]
    )


def _map(campaigns: Sequence[Campaign], lang: str) -> Component:
    """One row a campaign: those with windows around them first, since only they have a verdict."""
    results, themes = CampaignResults(store(), today=clock.today(), language=lang), list(catalogue().themes)
    found = {
        (one.code, theme): results.nearest(one, theme, looks=len(themes_of(one)))
        for one in campaigns
        for theme in themes_of(one)
    }
    ordered = sorted(campaigns, key=lambda one: (not _has_windows(found, one), -(one.start or date.min).toordinal()))
    rows: list[list[Component | str | None]] = [
        [_name(one, lang), *(_cell(one, theme, found.get((one.code, theme)), lang) for theme in themes)]
        for one in ordered
    ]
    names = [say(f"dashboard.theme.{theme}.name", lang) for theme in themes]
    headings = [say("campaign_pages.columns.name", lang), *names]
    return table(
        headings, rows, caption=say("campaign_pages.windows.map", lang), text_columns=range(len(headings)), is_map=True
    )


def _has_windows(found: dict[tuple[str, str], Stated | None], one: Campaign) -> bool:
    return any(stated.result.mode is Mode.WINDOWS for (code, _), stated in found.items() if code == one.code and stated)


def _name(one: Campaign, lang: str) -> Component:
    where = f"{area_title(one.area, lang)} · {dates_in_words(one, lang)}" if one.area else dates_in_words(one, lang)
    return html.Span([campaign_link(one, lang), html.Span(where, className="quiet")], className="named")


def _cell(one: Campaign, theme: str, stated: Stated | None, lang: str) -> Component | str:
    """The verdict, or for a campaign without an outside its last year against the year before."""
    if theme not in themes_of(one):
        return ""
    if stated is None:
        return html.Span(say("campaign_pages.windows.no_figures", lang), className="quiet")
    href = f"/phong-trao/{one.code}?chi-tieu={theme}"
    if stated.result.mode is Mode.WINDOWS:
        return html.A(verdict_chip(stated.result, lang), href=href, className="plain")
    known = [line for line in stated.result.years if line.growth is not None]
    words = _last_year(known[-1], lang) if known else say("campaign_pages.windows.no_figures", lang)
    elsewhere = f" · {area_title(stated.result.area, lang)}" if stated.result.area != one.area else ""
    return html.A(f"{words}{elsewhere}", href=href, className="quiet")


def _last_year(line: YearLine, lang: str) -> str:
    key = "year_cell" if line.last_year is not None else "year_cell_alone"
    growth, before = signed(line.growth, 1, lang), signed(line.last_year, 1, lang)
    return say(f"campaign_pages.windows.{key}", lang, year=line.year, growth=growth, before=before, last=line.year - 1)
