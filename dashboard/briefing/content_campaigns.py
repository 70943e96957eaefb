"""What a briefing says of campaigns: which ran, one in detail, and growth beside it, never as its effect."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dashboard.briefing.model import Block, Paragraph
from dashboard.briefing.templates import SectionPlan
from dashboard.briefing.words import campaign_dates
from dashboard.briefing_words import campaigns, phrases
from dashboard.campaign_bands import bands_of
from dashboard.campaign_results import CampaignResults, themes_of
from dashboard.campaign_words import word
from dashboard.figures.spec import Band
from data.wording import say

if TYPE_CHECKING:
    from dashboard.briefing.content import Context

MOST_NAMES, MOST_AWARDS = 12, 12


def campaign_blocks(context: Context, plan: SectionPlan, block: str, identity: str) -> Iterator[Block]:
    """Paragraphs for one block; each has an id of its own."""
    makers = {
        "text.campaigns": _running,
        "text.outlook": _outlook,
        "text.campaign": _one,
        "text.awards": _awards,
    }
    if block == "text.campaign_statement":
        texts = [_beside(context, plan.theme)]
    else:
        texts = [makers[block](context)] if block in makers else []
    for text in texts:
        if text:
            yield Paragraph(identity, text, text)


def _running(context: Context) -> str:
    """Campaigns that ran on any day of the period."""
    bands = bands_of(context.store, context.area)
    start, end = context.period.start, context.period.end
    found = [one for one in bands if one.start <= end and (one.end is None or one.end >= start)]
    if not found:
        return say("briefing.text.no_campaigns", context.language, when=context.when)
    names = [f"{one.name}" for one in found[:MOST_NAMES]]
    sentence = campaigns.running(names, context.when, context.language)
    return f"{sentence} {say('briefing.text.beside', context.language)}"


def _outlook(context: Context) -> str:
    """Which themes are estimates, and which preliminary; final figures need no caution."""
    from dashboard.briefing.content import THEMES

    tongue, said = context.language, []
    least = {theme: _least_certain(context, theme) for theme in THEMES}
    for status, key in (("estimate", "outlook"), ("preliminary", "outlook_preliminary")):
        names = [say(f"dashboard.theme.{theme}.in_sentence", tongue) for theme in THEMES if least[theme] == status]
        if names:
            subjects = phrases.listed(names, tongue)
            said.append(say(f"briefing.text.{key}", tongue, when=context.when, subjects=subjects))
    return " ".join(said)


def _least_certain(context: Context, theme: str) -> str:
    one = context.headline(theme)
    known = {point.status for point in (one.level, one.on_same_month, one.cumulative) if point is not None}
    return next((status for status in ("estimate", "preliminary") if status in known), "")


def _chosen(context: Context) -> Band | None:
    """The campaign of the briefing as a band, if its dates are known."""
    everywhere = [one for one in context.store.campaigns() if one.code == context.campaign]
    if not everywhere:
        return None
    one = everywhere[0]
    start = one.start
    return Band(one.code, one.name, start, one.end, one.kind, one.precision) if start else None


def _one(context: Context) -> str:
    found = next((one for one in context.store.campaigns() if one.code == context.campaign), None)
    if found is None:
        return ""
    band = _chosen(context)
    dates = campaign_dates(band, context.language) if band else ""
    return campaigns.described(
        phrases.inside_quotes(found.name), dates, found.launched_by,
        phrases.inside_quotes(found.slogan), found.objective, context.language,
    )  # fmt: skip


def _awards(context: Context) -> str:
    found = next((one for one in context.store.campaigns() if one.code == context.campaign), None)
    if found is None:
        return ""
    names = [
        " ".join(filter(None, (one.award, one.rank, f"({one.year})" if one.year else "", f"[{one.status}]")))
        for one in context.store.awards(found.area)
        if one.campaign == found.code
    ]
    if not names:
        return ""
    return say("briefing.text.awards", context.language, names="; ".join(names[:MOST_AWARDS]))


def _beside(context: Context, theme: str) -> str:
    """The campaign's statement about a theme that it aims at: the result and the words of its page."""
    found = next((one for one in context.store.campaigns() if one.code == context.campaign), None)
    if found is None or found.start is None or theme not in themes_of(found):
        return ""
    results = CampaignResults(context.store, today=context.period.end, as_of=context.as_of)
    stated = results.of(found, theme, context.area, looks=len(themes_of(found)), with_provinces=True)
    if stated is None:
        return ""
    subject = say(f"briefing.subject.{theme}.full", context.language)
    return word(stated.result, indicator=subject, language=context.language).text
