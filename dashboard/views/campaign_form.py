"""The form that adds and edits a campaign, in groups; saving adds a version. Mistakes are shown at their fields."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import dash_mantine_components as dmc
from dash import html
from dash.development.base_component import Component

from dashboard import formats
from dashboard.api.visitor import remembered
from dashboard.campaign_dates import written
from dashboard.charts import area_title
from dashboard.views.statement import theme_name
from data.catalogue import catalogue
from data.observation import WHOLE_COUNTRY
from data.store.register import Campaign
from data.wording import all_wording, say

GROUPS: dict[str, tuple[str, ...]] = {
    "what": ("name", "name_en", "kind", "area", "launched_by", "owner", "places", "status", "slogan"),
    "when": ("start", "end", "recurring"),
    "aim": ("themes", "target_indicator", "items", "target_value", "target_unit", "objective"),
    "source": ("document", "source", "note"),
    "change": ("person", "why"),
}
WIDE = frozenset({"name", "name_en", "slogan", "objective", "note"})
HINTS = {
    "name_en": "name_en_hint",
    "start": "undated_hint",
    "end": "end_hint",
    "themes": "themes_hint",
    "target_value": "target_hint",
}
FIELD_ID = "campaign-{}"


def edit_form(one: Campaign, lang: str) -> html.Form:
    """All fields of a campaign. The script of the form sends it and shows mistakes; without it the server answers."""
    code = dmc.TextInput(name="code", value=one.code, style={"display": "none"})
    back = f"/phong-trao/{one.code}" if one.code else "/phong-trao"
    buttons = html.Div(
        [
            html.Button(say("campaign_pages.page.save", lang), type="submit", className="control main-button"),
            html.A(say("campaign_pages.cancel", lang), href=back, className="control"),
        ],
        className="form-buttons",
    )
    groups = [_group(title, [_field(name, one, lang) for name in names], lang) for title, names in GROUPS.items()]
    message = html.P(className="failed", role="alert", hidden=True)
    return html.Form(
        [code, *groups, message, buttons],
        action="/phong-trao/ghi",
        method="POST",
        className="edit-form",
        **{"data-by-field": FIELD_ID.format("")},
    )


def _group(title: str, fields: Sequence[Component], lang: str) -> html.Fieldset:
    legend = html.Legend(say(f"campaign_pages.groups.{title}", lang))
    return html.Fieldset([legend, html.Div(list(fields), className="form-fields")])


def _field(name: str, one: Campaign, lang: str) -> Component:
    """A field by its name: a choice where there is a list, else words."""
    common: dict[str, Any] = {
        "id": FIELD_ID.format(name),
        "name": name,
        "label": say(f"campaign_pages.fields.{name}", lang),
        "size": "sm",
        "inputWrapperOrder": ["label", "input", "description", "error"],
        "className": "wide-field" if name in WIDE else "",
        **({"description": say(f"campaign_pages.{HINTS[name]}", lang)} if name in HINTS else {}),
    }
    if name == "themes":
        return dmc.MultiSelect(**common, value=list(one.themes), data=_themes(lang))
    if name in _CHOICES:
        choices, is_optional = _CHOICES[name]
        return dmc.Select(
            **common,
            value=_chosen(one, name),
            data=choices(one, lang),
            searchable=True,
            clearable=is_optional,
            allowDeselect=is_optional,
        )
    more = {"placeholder": say("campaign_pages.date_example", lang)} if name in ("start", "end") else {}
    return dmc.TextInput(**common, **more, value=_words(one, name), required=name == "name")


def _words(one: Campaign, name: str) -> str:
    """What stands in a field of words."""
    match name:
        case "start" | "end":
            return written(getattr(one, name), one.precision)
        case "items":
            return ", ".join(one.items)
        case "target_value":
            return formats.number(one.target_value, 1) if one.target_value is not None else ""
        case "person":
            return remembered()
        case "why":
            return ""
    return str(getattr(one, name))


def _chosen(one: Campaign, name: str) -> str | None:
    """What is chosen of a list; a new campaign is of no certain kind."""
    return getattr(one, name) or {"kind": "khac", "recurring": "none"}.get(name)


def _themes(lang: str) -> list[dict[str, str]]:
    return [{"value": code, "label": theme_name(code, lang)} for code in catalogue().themes]


def _indicators(one: Campaign, lang: str) -> list[dict[str, str]]:
    """What a target may be about: the level or growth of a theme, or one of its indicators."""
    known = [
        {"value": code, "label": entry.vi if lang == "vi" else entry.en}
        for code, entry in catalogue().indicators.items()
        if code not in catalogue().themes
    ]
    return [*_themes(lang), *known]


def _worded(prefix: str, lang: str) -> list[dict[str, str]]:
    """The choices that the wording names under a key."""
    start = f"campaign_pages.{prefix}."
    return [
        {"value": key.removeprefix(start), "label": words}
        for key, words in all_wording(lang).items()
        if key.startswith(start)
    ]


def _areas(one: Campaign, lang: str) -> list[dict[str, str]]:
    """Areas of the catalogue; one that a sheet once named otherwise stays."""
    names = dict.fromkeys([WHOLE_COUNTRY, *catalogue().areas, *([one.area] if one.area else [])])
    return [{"value": name, "label": area_title(name, lang)} for name in names]


_CHOICES: dict[str, tuple[Any, bool]] = {
    "kind": (lambda one, lang: _worded("kind", lang), False),
    "recurring": (lambda one, lang: _worded("recurring", lang), False),
    "area": (_areas, True),
    "target_indicator": (_indicators, True),
}
"""Choices of a field, and whether it may stay empty."""
