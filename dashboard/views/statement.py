"""What the figures did while a campaign ran: the worded result, its windows, and what one has to be careful about."""

from __future__ import annotations

from dash import html
from dash.development.base_component import Component

from dashboard.campaign_results import CampaignResults, Stated, themes_of
from dashboard.campaign_traces import window_trace, year_trace
from dashboard.campaign_words import CampaignWords, verdict_words, window_words, word
from dashboard.chart_files import campaign_address, campaign_chart_of
from dashboard.charts import area_title
from dashboard.components.campaign_picture import months_picture
from dashboard.components.chart_menu import chart_menu
from dashboard.components.drawing import Drawing
from dashboard.components.figures import figure_link
from dashboard.components.sentence import Shown, sentence
from dashboard.components.signs import verdict_sign
from dashboard.components.usual_picture import placebo_picture, range_picture
from dashboard.context import store
from dashboard.explorer.theme_selection import theme_selection
from dashboard.formats import percent, signed
from dashboard.views.parts import empty, link_button, table
from data import clock
from data.catalogue import catalogue
from data.store.register import Campaign
from data.wording import say
from indicators.campaign_types import CampaignResult, Mode, YearLine


def statement(campaign: Campaign, wanted: str, lang: str) -> Component:
    """One block for each theme of the campaign, in its own area where figures are loaded, else for the nation."""
    if campaign.start is None:
        return empty(say("campaign_pages.page.no_dates", lang))
    if not themes_of(campaign):
        return empty(say("campaigns.guard.no_economic_target", lang))
    themes = [wanted] if wanted in themes_of(campaign) else themes_of(campaign)
    results = CampaignResults(store(), today=clock.today(), language=lang)
    found = [results.nearest(campaign, theme, looks=len(themes_of(campaign)), with_provinces=True) for theme in themes]
    blocks = [_block(one, campaign, lang) for one in found if one is not None]
    return html.Div(blocks, className="statements") if blocks else empty(say("campaign_pages.page.no_figures", lang))


def theme_name(code: str, lang: str) -> str:
    theme = catalogue().themes[code]
    return theme.vi if lang == "vi" else theme.en


def verdict_chip(result: CampaignResult, lang: str) -> Component:
    """The verdict as a mark and words; a campaign without an outside says that it is seen year by year."""
    if result.mode in (Mode.YEARLY, Mode.OPEN_ENDED):
        return html.Span(say("campaign_pages.windows.by_year", lang), className="chip")
    return verdict_sign(result.verdict.value, verdict_words(result, lang))


def _block(stated: Stated, campaign: Campaign, lang: str) -> Component:
    result = stated.result
    name = theme_name(result.indicator, lang)
    words = word(result, indicator=name[:1].lower() + name[1:], language=lang)
    return html.Article(
        [
            html.Div(
                [html.H3(f"{name}, {area_title(result.area, lang)}"), verdict_chip(result, lang)],
                className="statement-head",
            ),
            html.P(sentence(words.sentence, _numbers(stated, lang)), className="statement-sentence"),
            *_pictures(stated, campaign, words, lang),
            *[html.P(detail, className="second") for detail in words.main],
            *_others(result, lang),
            *_years(stated, lang),
            *_guards(words, result, lang),
            *_more(stated, words, lang),
        ],
        className="card",
    )


def _numbers(stated: Stated, lang: str) -> list[Shown]:
    """The means of the windows as the sentences say them, each with its months behind it."""
    windows = (stated.result.before, stated.result.during, stated.result.after)
    return [
        (percent(abs(one.mean), 1, lang), window_trace(stated.figures, one))
        for one in windows
        if one is not None and one.mean is not None
    ]


def _pictures(stated: Stated, campaign: Campaign, words: CampaignWords, lang: str) -> list[Component]:
    result = stated.result
    interval = words.main[0] if words.main else ""
    drawn = [months_picture(result, stated.growth, words.sentence, lang), range_picture(result.change, interval, lang)]
    shown: list[Component] = [Drawing(one) for one in drawn if one]
    spec = campaign_chart_of(store(), campaign, stated, words, lang) if shown else None
    if spec is None:
        return shown
    return [
        *shown,
        html.Div(
            [*_explore(stated, campaign, lang), chart_menu(spec, campaign_address(campaign, result.indicator))],
            className="picture-foot",
        ),
    ]


def _explore(stated: Stated, campaign: Campaign, lang: str) -> list[Component]:
    """The same months in the explorer, where other series can stand beside them."""
    result, start = stated.result, campaign.start
    asked = theme_selection(store(), result.indicator, result.area, start, campaign.end) if start else None
    return [link_button(say("campaign_pages.windows.explore", lang), asked.address())] if asked else []


def _others(result: CampaignResult, lang: str) -> list[Component]:
    """The windows that the rank was found among, each a dot, with what the dots mean."""
    if result.rank is None or result.during is None:
        return []
    caption = say("campaign_pages.picture.others", lang, months=result.during.months)
    drawn = placebo_picture(result.rank, caption, lang)
    return [html.Figure([Drawing(drawn), html.Figcaption(caption, className="small second")])] if drawn else []


def _more(stated: Stated, words: CampaignWords, lang: str) -> list[Component]:
    """Windows as numbers that lead to their months, and the remaining sentences, opened on demand."""
    result = stated.result
    if result.during is None:
        return []
    row = [
        say("campaign_pages.windows.growth", lang),
        *(
            figure_link(window_words(w, lang), window_trace(stated.figures, w))
            for w in (result.before, result.during, result.after)
        ),
    ]
    headings = [say(f"campaign_pages.windows.{n}", lang) for n in ("unit", "before", "during", "after")]
    body = [
        table(headings, [row], caption=say("campaign_pages.page.statement", lang)),
        *[html.P(sentence(detail, _numbers(stated, lang)), className="second") for detail in words.more],
    ]
    return [html.Details([html.Summary(say("campaign_pages.windows.more", lang)), *body])]


def _years(stated: Stated, lang: str) -> list[Component]:
    """Each year of a campaign without an outside that has figures: against the same months of last year, and the
    nation, where any is known; the other years are named below.
    """
    result = stated.result
    told = [line for line in result.years if line.growth is not None]
    if not told:
        return []
    has_last_year, has_nation = (any(known) for known in zip(*map(_beside, told), strict=True))
    last_year, nation = (["last_year"] if has_last_year else []), (["nation"] if has_nation else [])
    names = ["year", "months", "growth_of_year", *last_year, *nation]
    rows = [
        [
            str(line.year),
            str(line.months),
            *(
                figure_link(signed(value, 1, lang, ""), year_trace(stated.figures, year, line.months, value))
                for year, value in ((line.year, line.growth), (line.year - 1, line.last_year))[: 1 + has_last_year]
            ),
            *([signed(line.nation, 1, lang, "")] if has_nation else []),
        ]
        for line in told
    ]
    headings = [say(f"campaign_pages.windows.{n}", lang) for n in names]
    missing = [str(line.year) for line in result.years if line.growth is None]
    note = say("campaign_pages.windows.years_missing", lang, years=", ".join(missing))
    below = [html.P(note, className="small quiet")] if missing else []
    return [table(headings, rows, caption=say("campaign_pages.windows.by_year", lang)), *below]


def _beside(line: YearLine) -> tuple[bool, bool]:
    """Whether the year before and the nation are known beside a year."""
    return line.last_year is not None, line.nation is not None


def _guards(words: CampaignWords, result: CampaignResult, lang: str) -> list[Component]:
    """The cautions, those that take the verdict away first; not that a campaign has no outside, which was said."""
    if not words.guards or result.mode is not Mode.WINDOWS:
        return []
    return [
        html.H4(say("campaign_pages.windows.guards", lang), className="small strong"),
        html.Ul([html.Li(g) for g in words.guards], className="guards"),
    ]
