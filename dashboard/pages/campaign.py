"""One campaign: what it is, what the figures did meanwhile, its versions, and the form that edits it."""

from __future__ import annotations

import dash
from dash import html
from dash.development.base_component import Component

from dashboard import formats
from dashboard.api.visitor import remembered
from dashboard.campaign_dates import dates_in_words
from dashboard.charts import area_title
from dashboard.components.campaign_name import official_name
from dashboard.components.help import help_mark
from dashboard.components.published import as_written, decimals_told
from dashboard.context import language, store
from dashboard.views.campaign_comparisons import comparisons
from dashboard.views.campaign_form import edit_form
from dashboard.views.campaign_import_form import import_form
from dashboard.views.campaign_versions import versions
from dashboard.views.parts import decision_form, empty, link_button, page_head, section
from dashboard.views.statement import statement
from data.areas import default_area
from data.store.register import Award, Campaign
from data.wording import say

dash.register_page(__name__, path_template="/phong-trao/<code>", name="campaign_pages.page.about", order=31)

NEW = "moi"


def layout(code: str = "", **query: str) -> html.Div:
    lang = language()
    if code == NEW:
        return html.Div(
            [
                page_head(say("dashboard.nav.campaigns", lang), say("campaign_pages.page.new", lang)),
                *_message(query),
                edit_form(Campaign("", "", default_area()), lang),
                section(say("campaign_pages.import.title", lang), import_form(lang)),
            ]
        )
    campaign = next((one for one in store().campaigns() if one.code == code), None)
    if campaign is None:
        return _not_in_the_register(code, query, lang)
    kind = say(f"campaign_pages.kind.{campaign.kind}", lang) if campaign.kind else "…"
    return html.Div(
        [
            page_head(
                say(
                    "campaign_pages.page.eyebrow",
                    lang,
                    area=area_title(campaign.area, lang),
                    kind=kind,
                    dates=dates_in_words(campaign, lang),
                ),
                campaign.name_in(lang),
                link_button(say("campaign_pages.page.edit", lang), "#sua"),
                link_button(say("dashboard.nav.campaigns", lang), "/phong-trao"),
                under=official_name(campaign, lang),
            ),
            *_message(query),
            section(
                say("campaign_pages.page.statement", lang),
                statement(campaign, query.get("chi-tieu", ""), lang),
                *comparisons(campaign, lang),
                mark=help_mark("campaign", lang),
            ),
            html.Div(
                [
                    section(say("campaign_pages.page.about", lang), _facts(campaign, lang)),
                    section(say("campaign_pages.page.history", lang), versions(campaign, lang)),
                ],
                className="two-columns",
            ),
            html.Details(
                [
                    html.Summary(html.H2(say("campaign_pages.page.edit", lang))),
                    html.Div(edit_form(campaign, lang), id="sua"),
                ],
                className="edit-place",
            ),
            html.Details(
                [html.Summary(say("campaign_pages.page.withdraw_instead", lang)), _decision(code, "withdraw", lang)],
                className="other-decision",
            ),
        ]
    )


def _decision(code: str, step: str, lang: str) -> Component:
    address = f"/phong-trao/{'rut' if step == 'withdraw' else 'dua-lai'}/{code}"
    return decision_form(address, say(f"campaign_pages.page.{step}", lang), remembered(), lang)


def _not_in_the_register(code: str, query: dict[str, str], lang: str) -> html.Div:
    """A campaign that was taken out, with its versions and the way back in; or that nobody ever wrote."""
    history = store().campaign_history(code)
    back = link_button(say("dashboard.nav.campaigns", lang), "/phong-trao")
    if not history:
        unknown = say("campaign_pages.page.unknown", lang)
        return html.Div([page_head(say("dashboard.nav.campaigns", lang), unknown), empty(unknown, back)])
    last = history[0].campaign
    head = page_head(say("dashboard.nav.campaigns", lang), last.name_in(lang), back, under=official_name(last, lang))
    words = html.P(say("campaign_pages.page.withdrawn_note", lang), className="second")
    record = section(say("campaign_pages.page.history", lang), versions(last, lang))
    return html.Div([head, *_message(query), words, _decision(code, "restore", lang), record])


def _message(query: dict[str, str]) -> list[Component]:
    return [html.P(query["loi"], className="failed", role="alert")] if query.get("loi") else []


def _facts(one: Campaign, lang: str) -> Component:
    parts: list[Component] = [html.Dt(say("campaign_pages.columns.dates", lang)), html.Dd(dates_in_words(one, lang))]
    for name in ("slogan", "launched_by", "owner", "places", "document", "objective", "status", "source", "note"):
        value = getattr(one, name)
        if value:
            parts += [
                html.Dt(say(f"campaign_pages.fields.{name}", lang)),
                html.Dd(as_written(value, lang)),
            ]
    if one.target_value is not None:
        parts += [
            html.Dt(say("campaign_pages.fields.target_value", lang)),
            html.Dd(_target(one.target_value, one.target_unit, lang)),
        ]
    awards = [" ".join(filter(None, (a.award, a.rank, f"({a.year})" if a.year else ""))) for a in _awards(one)]
    if awards:
        parts += [html.Dt(say("campaign_pages.awards", lang)), html.Dd(as_written("; ".join(awards), lang))]
    return html.Dl(parts, className="facts")


def _target(value: float, unit: str, lang: str) -> str:
    """`5.000 tấn`, `9,5%`."""
    shown = formats.number(value, decimals_told(value), lang)
    return f"{shown}{unit}" if unit.startswith("%") else f"{shown} {formats.unit_inside(unit, lang)}".strip()


def _awards(one: Campaign) -> list[Award]:
    return [award for award in store().awards(one.area) if award.campaign == one.code]
