"""`Phong trào`: all campaigns and programmes, on a timeline and as a register, with awards and published figures."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from urllib.parse import urlencode

import dash
from dash import html
from dash.development.base_component import Component

from dashboard import formats
from dashboard.campaign_dates import dates_in_words
from dashboard.charts import area_title
from dashboard.components.campaign_name import campaign_link
from dashboard.components.help import help_mark
from dashboard.components.published import as_written, decimals_told, period_told, quoted_unit
from dashboard.context import language, store
from dashboard.published_check import check
from dashboard.views.parts import empty, link_button, page_head, section, table
from dashboard.views.timeline import timeline
from data.store.register import Award, Campaign, PublishedFigure
from data.wording import all_wording, say

dash.register_page(__name__, path="/phong-trao", name="dashboard.nav.campaigns", order=3)

WINDOW_YEARS = 3


def layout(**query: str) -> html.Div:
    lang, asked = language(), store()
    area = query.get("dia-ban") or None
    campaigns = asked.campaigns(area)
    areas = sorted({one.area for one in asked.campaigns() if one.area})
    running = sum(_is_running(one, date.today()) for one in campaigns)
    dated = [one for one in campaigns if one.start]
    first, stop = _window(query.get("tu", ""), date.today())
    links = [
        link_button(area_title(name, lang), f"/phong-trao?{urlencode({'dia-ban': name})}", is_current=name == area)
        for name in areas
    ]
    return html.Div(
        [
            page_head(
                say(
                    "campaign_pages.eyebrow",
                    lang,
                    area=area_title(area, lang) if area else say("campaign_pages.all_areas", lang),
                ),
                say(
                    "campaign_pages.title",
                    lang,
                    count=len(campaigns),
                    running=running,
                    undated=len(campaigns) - len(dated),
                ),
                link_button(say("campaign_pages.all_areas", lang), "/phong-trao", is_current=area is None),
                *links,
                link_button(say("campaign_pages.windows.map", lang), "/nhan-dinh"),
                link_button(say("campaign_pages.new", lang), "/phong-trao/moi", is_main=True),
            ),
            section(
                say("campaign_pages.timeline", lang),
                timeline(dated, first, stop, date.today(), lang),
                _window_links(area, first, lang),
                html.P(say("campaign_pages.key", lang), className="small quiet"),
                mark=help_mark("campaign", lang),
            ),
            section(
                say("campaign_pages.register", lang),
                register_table([one for one in in_order(campaigns, date.today()) if one.start], lang),
                *_undated([one for one in campaigns if not one.start], lang),
                note=formats.number(len(campaigns), 0, lang),
            ),
            section(say("campaign_pages.awards", lang), award_table(asked.awards(area), lang)),
            section(
                say("campaign_pages.published", lang),
                published_table(asked.published_figures(area), lang),
                html.P(say("campaign_pages.published_note", lang), className="small quiet"),
            ),
        ]
    )


def _is_running(one: Campaign, today: date) -> bool:
    return one.start is not None and one.start <= today and (one.end is None or one.end >= today)


def in_order(campaigns: Sequence[Campaign], today: date) -> list[Campaign]:
    """Running ones first, then by the latest start; those without a known date last, as the register has them."""
    return sorted(
        campaigns,
        key=lambda one: (not _is_running(one, today), one.start is None, -one.start.toordinal() if one.start else 0),
    )


def _window(start: str, today: date) -> tuple[date, date]:
    """Three years: from the year asked for, else those that end with the next year, so that what is to come shows."""
    year = int(start) if start.isdigit() and 1990 <= int(start) <= 2100 else today.year - WINDOW_YEARS + 2
    return date(year, 1, 1), date(year + WINDOW_YEARS, 1, 1)


def _window_links(area: str | None, first: date, lang: str) -> Component:
    more = f"&dia-ban={area}" if area else ""
    return html.Div(
        [
            link_button(f"‹ {first.year - 1}", f"/phong-trao?tu={first.year - 1}{more}"),
            html.Span(f"{first.year} - {first.year + WINDOW_YEARS - 1}", className="number"),
            link_button(f"{first.year + 1} ›", f"/phong-trao?tu={first.year + 1}{more}"),
        ],
        className="pager",
    )


def register_table(campaigns: Sequence[Campaign], lang: str) -> Component:
    if not campaigns:
        return empty(say("campaign_pages.nothing", lang))
    rows = [
        [
            campaign_link(one, lang),
            area_title(one.area, lang),
            say(f"campaign_pages.kind.{one.kind}", lang) if one.kind else "…",
            dates_in_words(one, lang),
            as_written(one.launched_by or one.owner, lang) or "…",
            as_written(one.source, lang),
        ]
        for one in campaigns
    ]
    names = ("name", "area", "kind", "dates", "owner", "source")
    headings = [say(f"campaign_pages.columns.{n}", lang) for n in names]
    return table(headings, rows, caption=say("campaign_pages.register", lang), text_columns=range(6), is_map=True)


def _undated(campaigns: Sequence[Campaign], lang: str) -> list[Component]:
    """Those that cannot be drawn or compared, folded, since they are the most and the least asked for."""
    if not campaigns:
        return []
    title = say("campaign_pages.undated", lang, count=len(campaigns))
    return [html.Details([html.Summary(title), register_table(campaigns, lang)], className="undated")]


def award_table(awards: Sequence[Award], lang: str) -> Component:
    if not awards:
        return empty(say("campaign_pages.no_awards", lang))
    ordered = sorted(awards, key=lambda a: (a.area, a.year or 0, a.award))
    rows = [
        [
            as_written(" ".join(filter(None, (a.award, a.rank))), lang),
            as_written(a.recipient, lang),
            as_written(a.granted_by, lang) or "…",
            str(a.year or "…"),
            all_wording(lang).get(f"campaign_pages.award_status.{a.status}", a.status),
            as_written(a.source, lang),
        ]
        for a in ordered
    ]
    names = ("award", "recipient", "granted_by", "year", "status", "source")
    return table(
        [say(f"campaign_pages.columns.{n}", lang) for n in names],
        rows,
        caption=say("campaign_pages.awards", lang),
        text_columns=(0, 1, 2, 4, 5),
        is_map=True,
    )


def published_table(figures: Sequence[PublishedFigure], lang: str) -> Component:
    """Figures as articles and reports state them, in their own words, beside what stored levels give for the same."""
    if not figures:
        return empty(say("campaign_pages.no_published", lang))
    rows = [
        [
            as_written(f.indicator, lang),
            area_title(f.area, lang),
            period_told(f.period, lang),
            formats.number(f.value, decimals_told(f.value), lang),
            quoted_unit(f.unit, lang),
            as_written(f.wording, lang),
            _checked(f, lang),
            as_written(f.source, lang),
        ]
        for f in figures
    ]
    names = ("indicator", "area", "period", "value", "unit", "wording", "check", "source")
    return table(
        [say(f"campaign_pages.columns.{n}", lang) for n in names],
        rows,
        caption=say("campaign_pages.published", lang),
        text_columns=(0, 1, 2, 4, 5, 6, 7),
        is_map=True,
    )


def _checked(figure: PublishedFigure, lang: str) -> str:
    """The figure computed from stored levels and whether it agrees, or why there is none."""
    found = check(store(), figure)
    if found.computed is None:
        return say(f"campaign_pages.check.{found.reason}", lang)
    shown = formats.number(found.computed, max(1, decimals_told(figure.value)), lang)
    return say(f"campaign_pages.check.{'agrees' if found.agrees else 'differs'}", lang, computed=shown)
