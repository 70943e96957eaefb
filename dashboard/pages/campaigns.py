"""`Phong trào`: all campaigns and programmes, on a timeline and as a register, with awards and published figures."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from urllib.parse import urlencode

import dash
from dash import html
from dash.development.base_component import Component

from dashboard.charts import area_title
from dashboard.components.help import help_mark
from dashboard.context import language, store
from dashboard.views import folded
from dashboard.views.campaign_lists import award_list, published_list, register_list, state_of
from dashboard.views.parts import link_button, page_head, section
from dashboard.views.timeline import timeline
from data import clock
from data.store.register import Campaign
from data.wording import say

dash.register_page(__name__, path="/phong-trao", name="dashboard.nav.campaigns", order=3)
folded.connect()

WINDOW_YEARS = 3


def layout(**query: str) -> html.Div:
    lang, asked, today = language(), store(), clock.today()
    area = query.get("dia-ban") or None
    campaigns = asked.campaigns(area)
    many = (
        register_list(campaigns, today, lang),
        award_list(asked.awards(area), lang),
        published_list(asked.published_figures(area), lang),
    )
    over_time = section(
        say("campaign_pages.timeline", lang),
        *_timeline(campaigns, area, _window(query.get("tu", ""), today), lang),
        mark=help_mark("campaign", lang),
    )
    done = [html.P(query["xong"], role="status", className="strong")] if query.get("xong") else []
    return html.Div([_head(campaigns, area, lang), *done, folded.lists(many, over_time, lang)])


def _head(campaigns: Sequence[Campaign], area: str | None, lang: str) -> html.Div:
    areas = sorted({one.area for one in store().campaigns() if one.area})
    states = [state_of(one, clock.today()) for one in campaigns]
    where = area_title(area, lang) if area else say("campaign_pages.all_areas", lang)
    links = [
        link_button(area_title(name, lang), f"/phong-trao?{urlencode({'dia-ban': name})}", is_current=name == area)
        for name in areas
    ]
    counts = {"count": len(campaigns), "running": states.count("running"), "undated": states.count("undated")}
    return page_head(
        say("campaign_pages.eyebrow", lang, area=where),
        say("campaign_pages.title", lang, **counts),
        link_button(say("campaign_pages.all_areas", lang), "/phong-trao", is_current=area is None),
        *links,
        link_button(say("campaign_pages.windows.map", lang), "/nhan-dinh"),
        link_button(say("campaign_pages.new", lang), "/phong-trao/moi", is_main=True),
    )


def _timeline(
    campaigns: Sequence[Campaign], area: str | None, window: tuple[date, date], lang: str
) -> tuple[Component, ...]:
    dated = [one for one in campaigns if one.start]
    return (
        timeline(dated, *window, clock.today(), lang),
        _window_links(area, window[0], lang),
        html.P(say("campaign_pages.key", lang), className="small quiet"),
    )


def _window(start: str, today: date) -> tuple[date, date]:
    """Three years: from the year asked for, else those that end with the next year, so that what is to come shows."""
    year = int(start) if start.isdigit() and 1990 <= int(start) <= 2100 else today.year - WINDOW_YEARS + 2
    return date(year, 1, 1), date(year + WINDOW_YEARS, 1, 1)


def _window_links(area: str | None, first: date, lang: str) -> Component:
    more = f"&{urlencode({'dia-ban': area})}" if area else ""
    return html.Div(
        [
            link_button(f"‹ {first.year - 1}", f"/phong-trao?tu={first.year - 1}{more}"),
            html.Span(f"{first.year} - {first.year + WINDOW_YEARS - 1}", className="number"),
            link_button(f"{first.year + 1} ›", f"/phong-trao?tu={first.year + 1}{more}"),
        ],
        className="pager",
    )
