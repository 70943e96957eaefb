"""Charts by name: the neutral chart that a page shows, built again from the ids in an address.

A download names its chart (`retail`, `retail-ranking`, `explorer`) and carries the state of the page; nothing that a
client draws or writes reaches a renderer.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from urllib.parse import urlencode

from dashboard.campaign_bands import bands_of
from dashboard.campaign_chart import campaign_chart
from dashboard.campaign_results import CampaignResults, Stated, themes_of
from dashboard.campaign_words import CampaignWords, word
from dashboard.charts import headline_chart
from dashboard.expectations import FEWEST, restated, statistics_of
from dashboard.explorer.chart import drawn
from dashboard.explorer.selection import Selection as ExplorerSelection
from dashboard.explorer.selection import selection_of as explorer_selection
from dashboard.figures.spec import ChartSpec
from dashboard.moment import day_of
from dashboard.ranking import ranking_chart
from dashboard.revision_charts import restated_chart
from dashboard.season import season_chart
from dashboard.selection import Selection, selection_of
from dashboard.sources import SOURCES
from dashboard.structure import structures
from dashboard.structure_chart import structure_chart
from dashboard.theme_charts import contributions_chart
from dashboard.theme_figures import ThemeFigures, theme_figures
from dashboard.yearly import yearly_chart
from data import clock
from data.catalogue import catalogue
from data.observation import WHOLE_COUNTRY
from data.period import MONTHS_IN_YEAR
from data.store import Store
from data.store.register import Campaign

FOLDER = "/tai-ve"
EXPLORER, CAMPAIGN, FIRST_ESTIMATES = "explorer", "campaign", "first-estimates"
YEARS = "years"
DEFAULT_YEARS, MOST_YEARS = 2, 40
PARTS_CHARTS: dict[str, Callable[[Store, ThemeFigures, int, str], ChartSpec | None]] = {
    "contributions": contributions_chart,
    "ranking": lambda _, figures, last, language: ranking_chart(figures, last, language),
    "season": lambda _, figures, last, language: season_chart(figures, last, language),
    "structure1": lambda *asked: _structure_chart(0, *asked),
    "structure2": lambda *asked: _structure_chart(1, *asked),
}


def address(name: str, chosen: Selection, *, month: int | None = None, **state: str) -> str:
    """Where the files of a theme's chart are had: without an ending, the state of the page after `?`."""
    return chosen.address(f"{FOLDER}/{name}", month=month, **state)


def explorer_address(chosen: ExplorerSelection) -> str:
    """Where the files of the explorer's chart are had."""
    return f"{FOLDER}/{EXPLORER}?{replace(chosen, search='').query}"


def chart_of(store: Store, name: str, query: Mapping[str, str], language: str) -> ChartSpec | None:
    """The chart of that name in that state; None where there is no such chart or nothing to draw."""
    if name in OTHERS:
        return OTHERS[name](store, query, language)
    theme, _, kind = name.partition("-")
    if theme not in SOURCES or (kind and kind != YEARS and kind not in PARTS_CHARTS):
        return None
    chosen = selection_of(dict(query))
    store = store.as_recorded(chosen.recorded) if chosen.recorded else store
    figures = theme_figures(store, theme, chosen.area, as_of=chosen.as_of, parts=bool(kind))
    if kind == YEARS:
        bands = bands_of(store, chosen.area, language)
        return yearly_chart(store, figures, bands=bands, language=language, as_of=chosen.day)
    months = figures.months()
    if not months:
        return None
    last = min(chosen.month or months[-1], months[-1])
    if kind:
        return PARTS_CHARTS[kind](store, figures, last, language)
    return headline_chart(
        figures,
        last,
        months=_months(query.get("so_nam", "")),
        bands=bands_of(store, chosen.area, language),
        language=language,
        rate="cumulative" if query.get("chi_tieu") == "cumulative" else "growth",
        as_of=chosen.day,
    )


def _structure_chart(at: int, store: Store, figures: ThemeFigures, last: int, language: str) -> ChartSpec | None:
    """Where sectors stand beside goods a theme has two structures."""
    found = structures(store, figures, last)
    return structure_chart(figures, found[at], last, language) if at < len(found) else None


def _explorer_chart(store: Store, query: Mapping[str, str], language: str) -> ChartSpec | None:
    return drawn(store, explorer_selection(dict(query)), language, with_ids=True).spec


def _campaign_chart(store: Store, query: Mapping[str, str], language: str) -> ChartSpec | None:
    campaign = next((one for one in store.campaigns() if one.code == query.get("ma")), None)
    theme = query.get("chi-tieu", "")
    if campaign is None or campaign.start is None or theme not in themes_of(campaign):
        return None
    looks = len(themes_of(campaign))
    results = CampaignResults(store, today=clock.today(), language=language)
    stated = results.nearest(campaign, theme, looks=looks, with_provinces=True)
    if stated is None:
        return None
    known = catalogue().themes[theme]
    name = known.vi if language == "vi" else known.en
    words = word(stated.result, indicator=name[:1].lower() + name[1:], language=language)
    return campaign_chart_of(store, campaign, stated, words, language)


def campaign_chart_of(
    store: Store, campaign: Campaign, stated: Stated, words: CampaignWords, language: str
) -> ChartSpec | None:
    """The chart of a result that is already worded; None where the page draws none either."""
    bands = bands_of(store, campaign.area or WHOLE_COUNTRY, language, selected=campaign.code)
    band = next((one for one in bands if one.code == campaign.code), None)
    return campaign_chart(stated, words, band, language) if band else None


def campaign_address(campaign: Campaign, theme: str) -> str:
    return f"{FOLDER}/{CAMPAIGN}?{urlencode({'ma': campaign.code, 'chi-tieu': theme})}"


def _first_estimates_chart(store: Store, query: Mapping[str, str], language: str) -> ChartSpec | None:
    try:
        one = store.series(int(query.get("chuoi", "")))
    except (ValueError, KeyError):
        return None
    as_of = day_of(query.get("ngay", ""))
    many = restated(store, one, since_january=query.get("cong-don") == "1", as_of=as_of)
    found = statistics_of(one, many)
    return restated_chart(store, one, many, found, language, as_of=as_of) if found and len(many) >= FEWEST else None


def first_estimates_address(series: int, *, since_january: bool, as_of: date | None) -> str:
    state = {
        "chuoi": str(series),
        "cong-don": "1" if since_january else "",
        "ngay": as_of.isoformat() if as_of else "",
    }
    return f"{FOLDER}/{FIRST_ESTIMATES}?{urlencode({name: value for name, value in state.items() if value})}"


OTHERS: dict[str, Callable[[Store, Mapping[str, str], str], ChartSpec | None]] = {
    EXPLORER: _explorer_chart,
    CAMPAIGN: _campaign_chart,
    FIRST_ESTIMATES: _first_estimates_chart,
}
"""Charts that belong to no theme page."""


def _months(years: str) -> int:
    if years == "all":
        return MOST_YEARS * MONTHS_IN_YEAR
    wanted = int(years) if years.isdecimal() else DEFAULT_YEARS
    return min(wanted, MOST_YEARS) * MONTHS_IN_YEAR + 1
