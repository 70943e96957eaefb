"""What a briefing says of campaigns: which ran, one in detail, and growth beside it, never as its effect."""

from __future__ import annotations

from collections.abc import Iterator

from dashboard.briefing.content_campaign_table import campaign_table
from dashboard.briefing.content_context import Context
from dashboard.briefing.model import Block, Paragraph
from dashboard.briefing.words import campaign_dates
from dashboard.briefing_words import campaigns, phrases
from dashboard.campaign_bands import bands_of
from dashboard.campaign_results import CampaignResults, Stated, themes_of
from dashboard.campaign_words import word
from dashboard.figures.spec import Band
from data.store.register import Campaign
from data.wording import say
from indicators.campaign_types import Mode

THEMES = ("industry", "retail", "exports", "prices")
STATEMENT = "text.statement_"
"""Start of the blocks that say how a theme went beside the campaign; the theme follows."""
MOST_NAMES, MOST_AWARDS = 12, 12


def campaign_blocks(context: Context, block: str, identity: str) -> Iterator[Block]:
    """The paragraph or table of one block, where it has anything to say."""
    if block == "table.campaign":
        aimed = [one for theme in THEMES if (one := _stated(context, theme))]
        table = campaign_table(context, identity, aimed)
        if table:
            yield table
        return
    makers = {
        "text.campaigns": _running,
        "text.outlook": _outlook,
        "text.campaign": _one,
        "text.awards": _awards,
    }
    if block.startswith(STATEMENT):
        text = _beside(context, block.removeprefix(STATEMENT))
    else:
        text = makers[block](context) if block in makers else ""
    if text:
        yield Paragraph(identity, text, text)


def _running(context: Context) -> str:
    """Campaigns that ran on any day of the period."""
    bands = bands_of(context.store, context.area, context.language)
    start, end = context.period.start, context.period.end
    found = [one for one in bands if one.start <= end and (one.end is None or one.end >= start)]
    if not found:
        return say("briefing.text.no_campaigns", context.language, when=context.when)
    names = [f"{one.name}" for one in found[:MOST_NAMES]]
    sentence = campaigns.running(names, context.when, context.language)
    return f"{sentence} {say('briefing.text.beside', context.language)}"


def _outlook(context: Context) -> str:
    """Which themes are estimates, and which preliminary; final figures need no caution."""
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


def _campaign(context: Context) -> Campaign | None:
    return next((one for one in context.store.campaigns() if one.code == context.campaign), None)


def _one(context: Context) -> str:
    found = _campaign(context)
    if found is None:
        return ""
    name = found.name_in(context.language)
    band = Band(found.code, name, found.start, found.end, found.kind, found.precision) if found.start else None
    return campaigns.described(
        phrases.inside_quotes(name), campaign_dates(band, context.language) if band else "", context.language,
        official=phrases.inside_quotes(found.name) if name != found.name else "", launched_by=found.launched_by,
        slogan=phrases.inside_quotes(found.slogan), objective=found.objective,
    )  # fmt: skip


def _awards(context: Context) -> str:
    found = _campaign(context)
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


def _stated(context: Context, theme: str) -> Stated | None:
    """The result about a theme that the campaign aims at."""
    found = _campaign(context)
    if found is None or found.start is None or theme not in themes_of(found):
        return None
    if context.campaign_results is None:
        context.campaign_results = CampaignResults(
            context.store, today=context.period.end, as_of=context.as_of, language=context.language
        )
    looks = len(themes_of(found))
    return context.campaign_results.of(found, theme, context.area, looks=looks, with_provinces=True)


def _beside(context: Context, theme: str) -> str:
    """The campaign's statement about a theme in the words of its page. What holds for all themes alike (that it runs
    all year, how much of its time has passed) is said with the first of them.
    """
    stated = _stated(context, theme)
    if stated is None:
        return ""
    subject = say(f"briefing.subject.{theme}.full", context.language)
    words = word(stated.result, indicator=subject, language=context.language)
    guards = words.guards if stated.result.mode is Mode.WINDOWS else ()  # else the first sentence says it
    new = [one for one in (words.sentence, *words.details, *guards) if one not in context.said_of_campaign]
    context.said_of_campaign.update(new)
    return " ".join(new)
