"""The versions of a campaign: who wrote each, when, why, and what it changed in the one before."""

from __future__ import annotations

from dataclasses import fields
from datetime import date
from itertools import zip_longest

from dash.development.base_component import Component

from dashboard import formats
from dashboard.context import store
from dashboard.views.parts import missing, table
from dashboard.views.statement import theme_name
from data.catalogue import catalogue
from data.store.register import Campaign, CampaignVersion
from data.wording import say


def versions(one: Campaign, lang: str) -> Component:
    """Every version, newest first, with what it changed in the one before."""
    history = store().campaign_history(one.code)
    rows = [
        [
            formats.number(version.campaign.version, 0, lang),
            version.by or say("campaign_pages.page.catalogue", lang),
            formats.day(date.fromisoformat(version.at[:10]), lang),
            _step(before, version, lang),
            version.why or missing(),
        ]
        for version, before in zip_longest(history, history[1:])
    ]
    headings = [say(f"campaign_pages.columns.{n}", lang) for n in ("version", "by", "at", "changed", "why")]
    return table(
        headings,
        rows,
        caption=say("campaign_pages.page.history", lang),
        text_columns=(0, 1, 2, 3, 4),
        stacks=True,
        is_numbered=True,
    )


def _step(before: CampaignVersion | None, version: CampaignVersion, lang: str) -> str:
    """What a version did to the one before: took the campaign out, put it back, or changed its fields."""
    if version.withdrawn:
        return say("campaign_pages.page.withdrawn", lang)
    if before is None:
        return say("campaign_pages.page.first", lang)
    changes = _changes(before.campaign, version.campaign, lang)
    if not before.withdrawn:
        return changes or "…"
    return "; ".join(filter(None, (say("campaign_pages.page.restored", lang), changes)))


def _changes(old: Campaign, new: Campaign, lang: str) -> str:
    """`Đơn vị chủ trì: Sở Công Thương → Sở Công Thương và Công đoàn ngành` for each field that changed."""
    pairs = [(field.name, getattr(old, field.name), getattr(new, field.name)) for field in fields(Campaign)]
    changed = [(name, a, b) for name, a, b in pairs if a != b and name not in ("version", "measurable")]
    named = [
        f"{say(f'campaign_pages.fields.{name}', lang)}: {_shown(a, lang)} → {_shown(b, lang)}" for name, a, b in changed
    ]
    return "; ".join(named)


def _shown(value: object, lang: str) -> str:
    if isinstance(value, date):
        return formats.day(value, lang)
    if isinstance(value, tuple):
        return ", ".join(theme_name(one, lang) if one in catalogue().themes else str(one) for one in value) or "…"
    return formats.number(value, 1, lang) if isinstance(value, float) else str(value or "…")
