"""The name of a campaign on screens of a language, with the official one beneath where it is another."""

from __future__ import annotations

from dash import html
from dash.development.base_component import Component

from data.store.register import Campaign


def campaign_link(one: Campaign, language: str) -> Component:
    """A link to the page of a campaign."""
    link = html.A(one.name_in(language), href=f"/phong-trao/{one.code}", className="campaign-link")
    official = official_name(one, language)
    return html.Span([link, *official], className="named") if official else link


def official_name(one: Campaign, language: str) -> list[Component]:
    """The official Vietnamese name, where the page says another."""
    return [] if one.name_in(language) == one.name else [html.Span(one.name, lang="vi", className="official-name")]
