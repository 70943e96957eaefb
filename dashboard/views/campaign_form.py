"""The forms that add, edit and import campaigns; saving adds a version."""

from __future__ import annotations

import dash_mantine_components as dmc
from dash import html
from dash.development.base_component import Component

from dashboard import formats
from dashboard.api.visitor import remembered
from dashboard.components.drawing import Drawing, text
from dashboard.views.parts import text_field
from dashboard.views.statement import theme_name
from data.catalogue import catalogue
from data.store.register import Campaign
from data.wording import all_wording, say

TEXT_FIELDS = (
    "name", "area", "slogan", "owner", "launched_by", "places", "recurring", "document", "objective", "status",
    "source", "note",
)  # fmt: skip


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


def _written(one: Campaign, name: str) -> str:
    """A field as it stands in the form; that a campaign does not recur is written as nothing."""
    value = str(getattr(one, name))
    return "" if (name, value) == ("recurring", "none") else value


def _indicators(lang: str) -> list[dict[str, str]]:
    """What a target may be about: the level or growth of a theme, or one of its indicators."""
    themes = [{"value": code, "label": theme_name(code, lang)} for code in catalogue().themes]
    known = [
        {"value": code, "label": one.vi if lang == "vi" else one.en}
        for code, one in catalogue().indicators.items()
        if code not in catalogue().themes
    ]
    return [*themes, *known]


def edit_form(one: Campaign, lang: str) -> html.Form:
    """All fields of a campaign; saving adds a version."""

    def label(name: str) -> str:
        return say(f"campaign_pages.fields.{name}", lang)

    kinds = [
        key.removeprefix("campaign_pages.kind.") for key in all_wording(lang) if key.startswith("campaign_pages.kind.")
    ]
    parts: list[Component] = [
        dmc.TextInput(name=n, label=label(n), value=_written(one, n), size="sm", required=n == "name")
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
        dmc.Select(
            name="target_indicator",
            label=label("target_indicator"),
            value=one.target_indicator or None,
            data=_indicators(lang),
            searchable=True,
            clearable=True,
            size="sm",
        ),
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
