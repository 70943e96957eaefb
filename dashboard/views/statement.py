"""What the figures did while a campaign ran: the worded result, its windows, and what one has to be careful about."""

from __future__ import annotations

from datetime import date

from dash import html
from dash.development.base_component import Component

from dashboard.campaign_results import result_of, themes_of
from dashboard.campaign_words import CampaignWords, window_words, word
from dashboard.charts import area_title
from dashboard.context import store
from dashboard.views.parts import empty, table
from data.catalogue import catalogue
from data.observation import WHOLE_COUNTRY
from data.store.register import Campaign
from data.wording import say
from indicators.campaign_types import CampaignResult, Verdict

_CHIPS = {Verdict.HIGHER: "neutral", Verdict.LOWER: "neutral", Verdict.AS_USUAL: "neutral"}


def statement(campaign: Campaign, wanted: str, lang: str) -> Component:
    """One block for each theme of the campaign, in its own area where figures are loaded, else for the nation."""
    if campaign.start is None:
        return empty(say("campaign_pages.page.no_dates", lang))
    themes = [wanted] if wanted in catalogue().themes else themes_of(campaign)
    blocks: list[Component] = []
    for theme in themes:
        for area in dict.fromkeys((campaign.area or WHOLE_COUNTRY, WHOLE_COUNTRY)):
            result = result_of(store(), campaign, theme, area, today=date.today(), looks=len(themes))
            if result is not None:
                blocks.append(_block(result, theme, area, lang))
                break
    return html.Div(blocks, className="statements") if blocks else empty(say("campaign_pages.page.no_figures", lang))


def theme_name(code: str, lang: str) -> str:
    theme = catalogue().themes[code]
    return theme.vi if lang == "vi" else theme.en


def _block(result: CampaignResult, theme: str, area: str, lang: str) -> Component:
    name = theme_name(theme, lang)
    words = word(result, indicator=name[:1].lower() + name[1:], language=lang)
    chip = html.Span(words.verdict, className=f"chip chip-{_CHIPS.get(result.verdict, 'warn')}")
    return html.Article(
        [
            html.Div([html.H3(f"{name}, {area_title(area, lang)}"), chip], className="statement-head"),
            html.P(words.sentence, className="statement-sentence"),
            *_windows(result, lang),
            *[html.P(detail, className="second") for detail in words.details],
            *_guards(words, lang),
        ],
        className="card",
    )


def _windows(result: CampaignResult, lang: str) -> list[Component]:
    if result.during is None:
        return []
    row = [
        say("campaign_pages.windows.growth", lang),
        *(window_words(w, lang) for w in (result.before, result.during, result.after)),
    ]
    headings = [say(f"campaign_pages.windows.{n}", lang) for n in ("unit", "before", "during", "after")]
    return [table(headings, [row], caption=say("campaign_pages.page.statement", lang))]


def _guards(words: CampaignWords, lang: str) -> list[Component]:
    if not words.guards:
        return []
    return [
        html.H4(say("campaign_pages.windows.guards", lang), className="small strong"),
        html.Ul([html.Li(g) for g in words.guards], className="guards"),
    ]
