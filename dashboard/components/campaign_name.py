"""The name of a campaign on screens of a language, with the official one beneath where it is another."""

from __future__ import annotations

from dash import html
from dash.development.base_component import Component

from data.store.register import Campaign


def campaign_link(one: Campaign, language: str) -> Component:
    """A link to the page of a campaign."""
    name = one.name_in(language)
    tongue = {"lang": "vi"} if language != "vi" and name == one.name else {}
    link = html.A(name, href=f"/phong-trao/{one.code}", className="campaign-link", **tongue)
    official = official_name(one, language)
    return html.Span([link, *official], className="named") if official else link


def official_name(one: Campaign, language: str) -> list[Component]:
    """The official Vietnamese name, where the page says another."""
    return [] if one.name_in(language) == one.name else [html.Span(one.name, lang="vi", className="official-name")]
