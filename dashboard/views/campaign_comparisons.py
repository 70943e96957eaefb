"""The usual comparisons over the time of a campaign, such as exports of the two sectors: from its page to one chart."""

from __future__ import annotations

from dataclasses import replace

from dash import html
from dash.development.base_component import Component

from dashboard.campaign_results import themes_of
from dashboard.context import store
from dashboard.explorer.selection import Selection
from dashboard.explorer.suggested import suggested
from dashboard.explorer.theme_selection import around_campaign
from dashboard.views.parts import link_button
from data.catalogue import catalogue
from data.period import Period
from data.store.register import Campaign
from data.wording import say


def comparisons(campaign: Campaign, lang: str) -> list[Component]:
    """A link for each comparison that has figures in those months; none for a campaign without date or target."""
    if campaign.start is None or not themes_of(campaign):
        return []
    found = [(one, _during(chosen, campaign)) for one in catalogue().comparisons.values()
             if (chosen := suggested(store(), one))]  # fmt: skip
    links = [link_button(one.vi if lang == "vi" else one.en, chosen.address()) for one, chosen in found if chosen]
    if not links:
        return []
    words = html.Span(say("campaign_pages.page.compare", lang), className="second")
    return [html.Div([words, *links], className="controls compare-during")]


def _during(chosen: Selection, campaign: Campaign) -> Selection | None:
    """The comparison in the months round the campaign; None where it has no figure while the campaign ran."""
    months = [span for one, span in store().months_of_series().items() if one in chosen.series]
    if campaign.start is None or not months:
        return None
    first, last = min(start for start, _ in months), max(end for _, end in months)
    starts = Period.month(campaign.start.year, campaign.start.month).last
    ends = Period.month(campaign.end.year, campaign.end.month).last if campaign.end else last
    if starts > last or ends < first:
        return None
    return replace(chosen, **around_campaign(campaign.start, campaign.end, str(Period(last, last))))  # type: ignore[arg-type]
