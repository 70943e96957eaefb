"""One campaign: what it is, what the figures did meanwhile, its versions, and the form that edits it."""

from __future__ import annotations

import dash
import dash_mantine_components as dmc
from dash import html
from dash.development.base_component import Component

from dashboard import formats
from dashboard.api.visitor import remembered
from dashboard.charts import area_title
from dashboard.components.drawing import Drawing, text
from dashboard.context import language, store
from dashboard.pages.campaigns import dates_in_words
from dashboard.views.campaign_versions import versions
from dashboard.views.parts import empty, link_button, page_head, section, text_field
from dashboard.views.statement import statement, theme_name
from data.catalogue import catalogue
from data.store.register import Award, Campaign
from data.wording import all_wording, say

dash.register_page(__name__, path_template="/phong-trao/<code>", name="campaign_pages.page.about", order=31)

NEW = "moi"
TEXT_FIELDS = (
    "name", "area", "slogan", "owner", "launched_by", "places", "recurring", "document", "objective", "status",
    "source", "note",
)  # fmt: skip


def layout(code: str = "", **query: str) -> html.Div:
    lang = language()
    if code == NEW:
        return html.Div(
            [
                page_head(say("dashboard.nav.campaigns", lang), say("campaign_pages.page.new", lang)),
                *_message(query),
                edit_form(Campaign("", ""), lang),
                section(say("campaign_pages.import.title", lang), import_form(lang)),
            ]
        )
    campaign = next((one for one in store().campaigns() if one.code == code), None)
    if campaign is None:
        back = link_button(say("dashboard.nav.campaigns", lang), "/phong-trao")
        return html.Div(
            [
                page_head(say("dashboard.nav.campaigns", lang), say("campaign_pages.page.unknown", lang)),
                empty(say("campaign_pages.page.unknown", lang), back),
            ]
        )
    kind = say(f"campaign_pages.kind.{campaign.kind}", lang) if campaign.kind else "…"
    return html.Div(
        [
            page_head(
                say("campaign_pages.page.eyebrow", lang, area=area_title(campaign.area, lang), kind=kind),
                campaign.name,
                link_button(say("dashboard.nav.campaigns", lang), "/phong-trao"),
            ),
            *_message(query),
            section(say("campaign_pages.page.statement", lang), statement(campaign, query.get("chi-tieu", ""), lang)),
            html.Div(
                [
                    section(say("campaign_pages.page.about", lang), _facts(campaign, lang)),
                    section(say("campaign_pages.page.history", lang), versions(campaign, lang)),
                ],
                className="two-columns",
            ),
            html.Details([html.Summary(say("campaign_pages.page.edit", lang)), edit_form(campaign, lang)]),
        ]
    )


def _message(query: dict[str, str]) -> list[Component]:
    return [html.P(query["loi"], className="failed", role="alert")] if query.get("loi") else []


def _facts(one: Campaign, lang: str) -> Component:
    parts: list[Component] = [html.Dt(say("campaign_pages.columns.dates", lang)), html.Dd(dates_in_words(one, lang))]
    for name in ("slogan", "launched_by", "owner", "places", "document", "objective", "status", "source", "note"):
        value = getattr(one, name)
        if value:
            parts += [
                html.Dt(say(f"campaign_pages.fields.{name}", lang)),
                html.Dd(value),
            ]
    if one.target_value is not None:
        parts += [
            html.Dt(say("campaign_pages.fields.target_value", lang)),
            html.Dd(f"{formats.number(one.target_value, 1, lang)} {one.target_unit}"),
        ]
    awards = [" ".join(filter(None, (a.award, a.rank, f"({a.year})" if a.year else ""))) for a in _awards(one)]
    if awards:
        parts += [html.Dt(say("campaign_pages.awards", lang)), html.Dd("; ".join(awards))]
    return html.Dl(parts, className="facts")


def _awards(one: Campaign) -> list[Award]:
    return [award for award in store().awards(one.area) if award.campaign == one.code]


def import_form(lang: str) -> html.Form:
    """A spreadsheet's file, or rows copied from one, with a heading row."""
    words = say("campaign_pages.import.hint", lang)
    label = text(say("campaign_pages.import.file", lang))
    kinds = '<input type="file" name="sheet" accept=".xlsx,.xls,.xlsb,.ods">'
    return html.Form(
        [
            Drawing(f'<label class="file-field">{label} {kinds}</label>'),
            dmc.Textarea(name="rows", label=words, autosize=True, minRows=4, maxRows=14, size="sm"),
            html.Div(
                [
                    text_field("person", say("campaign_pages.fields.person", lang), remembered()),
                    html.Button(say("campaign_pages.import.button", lang), type="submit", className="control"),
                ],
                className="decision",
            ),
        ],
        action="/phong-trao/nhap",
        method="POST",
        encType="multipart/form-data",
    )


def edit_form(one: Campaign, lang: str) -> html.Form:
    """All fields of a campaign; saving adds a version."""

    def label(name: str) -> str:
        return say(f"campaign_pages.fields.{name}", lang)

    kinds = [
        key.removeprefix("campaign_pages.kind.") for key in all_wording(lang) if key.startswith("campaign_pages.kind.")
    ]
    parts: list[Component] = [
        dmc.TextInput(name=n, label=label(n), value=getattr(one, n), size="sm", required=n == "name")
        for n in TEXT_FIELDS
    ]
    parts += [
        dmc.Select(
            name="kind",
            label=label("kind"),
            value=one.kind or "khac",
            allowDeselect=False,
            size="sm",
            data=[{"value": k, "label": say(f"campaign_pages.kind.{k}", lang)} for k in kinds],
        ),
        dmc.MultiSelect(
            name="themes",
            label=label("themes"),
            value=list(one.themes),
            size="sm",
            data=[{"value": code, "label": theme_name(code, lang)} for code in catalogue().themes],
        ),
        dmc.TextInput(
            name="start",
            label=label("start"),
            value=formats.day(one.start, lang) if one.start else "",
            placeholder="31/07/2009",
            size="sm",
        ),
        dmc.TextInput(
            name="end",
            label=label("end"),
            value=formats.day(one.end, lang) if one.end else "",
            placeholder="31/12/2015",
            size="sm",
        ),
        dmc.Select(
            name="precision",
            label=label("precision"),
            value=one.precision,
            allowDeselect=False,
            size="sm",
            data=[
                {"value": p, "label": say(f"campaign_pages.precision.{p}", lang)}
                for p in ("day", "month", "year", "unknown")
            ],
        ),
        dmc.TextInput(name="items", label=label("items"), value=", ".join(one.items), size="sm"),
        dmc.TextInput(name="target_indicator", label=label("target_indicator"), value=one.target_indicator, size="sm"),
        dmc.TextInput(
            name="target_value",
            label=label("target_value"),
            value=formats.number(one.target_value, 1, "vi") if one.target_value is not None else "",
            size="sm",
        ),
        dmc.TextInput(name="target_unit", label=label("target_unit"), value=one.target_unit, size="sm"),
        dmc.TextInput(name="person", label=label("person"), value=remembered(), size="sm"),
        dmc.TextInput(name="why", label=label("why"), value="", size="sm"),
        html.Button(say("campaign_pages.page.save", lang), type="submit", className="control main-button"),
    ]
    code = dmc.TextInput(name="code", value=one.code, style={"display": "none"})
    return html.Form([code, html.Div(parts, className="edit-form")], action="/phong-trao/ghi", method="POST")
