"""What the figures did while a campaign ran, described and never credited."""

from __future__ import annotations

from collections.abc import Mapping

from dash import html
from dash.development.base_component import Component

from dashboard import formats
from dashboard.context import store
from dashboard.headlines import Point, theme_figures
from dashboard.sources import SOURCES, YEAR_ON_YEAR
from dashboard.views.parts import empty, table
from data.catalogue import catalogue
from data.observation import WHOLE_COUNTRY
from data.store.register import Campaign
from data.wording import say

LONGEST_WINDOW = 12
FEWEST_MONTHS = 3


def statement(campaign: Campaign, wanted: str, lang: str) -> Component:
    """Mean growth on the year before, during and after, by theme; refused where there is no outside to compare with."""
    if campaign.start is None:
        return empty(say("campaign_pages.page.no_dates", lang))
    themes = [wanted] if wanted in SOURCES else list(campaign.themes or SOURCES)
    rows = []
    for theme in themes:
        for area in dict.fromkeys((campaign.area or WHOLE_COUNTRY, WHOLE_COUNTRY)):
            figures = theme_figures(store(), theme, area, parts=False)
            points = figures.total.rates.get(YEAR_ON_YEAR, {}) if figures.total else {}
            if points:
                rows.append([f"{_theme(theme, lang)}, {area}", *_windows(campaign, points, lang)])
    if not rows:
        return empty(say("campaign_pages.page.no_figures", lang))
    headings = [say(f"campaign_pages.windows.{n}", lang) for n in ("theme", "before", "during", "after", "difference", "months")]
    note = say("campaign_pages.windows.regular" if _has_no_outside(campaign) else "campaign_pages.windows.descriptive", lang)
    return html.Div([table(headings, rows, caption=say("campaign_pages.page.statement", lang), text_columns=(0,)), html.P(note, className="small second")])


def _theme(code: str, lang: str) -> str:
    theme = catalogue().themes[code]
    return theme.vi if lang == "vi" else theme.en


def _has_no_outside(campaign: Campaign) -> bool:
    """Yearly and open-ended campaigns have no time outside themselves."""
    return campaign.end is None or campaign.kind in ("thuong_xuyen", "van_dong") or campaign.recurring.startswith("yearly")


def _windows(campaign: Campaign, points: Mapping[int, Point], lang: str) -> list[str]:
    assert campaign.start is not None
    first = campaign.start.year * 12 + campaign.start.month - 1
    last = (campaign.end.year * 12 + campaign.end.month - 1) if campaign.end else max(points)
    length = last - first + 1
    span = min(length, LONGEST_WINDOW)
    during = _mean(points, first, last)
    before = after = None
    if not _has_no_outside(campaign):
        before, after = _mean(points, first - span, first - 1), _mean(points, last + 1, last + span)
    difference = during - before if during is not None and before is not None else None
    held = sum(first <= month <= last for month in points)
    return [_percent(before, lang), _percent(during, lang), _percent(after, lang), formats.signed(difference, 1, lang, "") if difference is not None else "…", f"{held}/{length}"]


def _mean(points: Mapping[int, Point], first: int, last: int) -> float | None:
    """Mean of the monthly rates; none with fewer months than can be spoken of."""
    values = [points[month].value for month in range(first, last + 1) if month in points]
    return sum(values) / len(values) if len(values) >= min(FEWEST_MONTHS, last - first + 1) and values else None


def _percent(value: float | None, lang: str) -> str:
    return formats.signed(value, 1, lang) if value is not None else "…"
