"""What the newest release changed: earlier, now, by how much."""

from __future__ import annotations

from urllib.parse import urlencode

from dash import dcc, html

from dashboard.components.figures import figure_link
from dashboard.components.overview_parts import block_head
from dashboard.formats import month_short, number, period_long, signed, unit_inside
from dashboard.sources import SOURCES, TOTAL_ITEM
from data.observation import WHOLE_COUNTRY
from data.period import Period
from data.store import Revision, Series
from data.wording import say

LONGEST_NAME = 34
SAME = 100
"""An index of what did not change."""
_THEME_OF = {source.table: source.theme for source in SOURCES.values()}


def revisions_block(
    revisions: list[Revision], language: str, compared: str = "", area: str = WHOLE_COUNTRY
) -> html.Section:
    """What the newest release changed: earlier, now, by how much. Rates change by points, levels by percent.

    `compared` is the page that holds what was said first against now; all revisions of the `area` are on the data page.
    """
    rows = [_revision_row(one, language) for one in revisions]
    chosen = "" if area == WHOLE_COUNTRY else f"?{urlencode({'dia-ban': area})}"
    table = html.Table(
        [
            html.Thead(
                html.Tr(
                    [
                        html.Th(say(f"dashboard.overview.{key}", language), scope="col")
                        for key in ("indicator", "before", "now", "change")
                    ]
                )
            ),
            html.Tbody(rows),
        ],
        className="data-table",
    )
    empty = html.P(say("dashboard.overview.no_revisions", language), className="second")
    return html.Section(
        [
            block_head(
                say("dashboard.overview.revisions", language),
                [
                    *([dcc.Link(say("lineage.compare.link", language), href=compared), " · "] if compared else []),
                    dcc.Link(say("dashboard.overview.see_all", language), href=f"/so-lieu{chosen}#da-sua"),
                ],
                None,
            ),
            table if rows else empty,
        ],
        className="overview-block",
    )


def _revision_row(one: Revision, language: str) -> html.Tr:
    is_level = one.series.measure == "value"
    change = (
        signed(one.percent, 1, language)
        if is_level
        else signed(one.difference, 2, language, f" {say('dashboard.point', language)}")
    )
    is_large = is_level and abs(one.percent or 0) >= 1
    return html.Tr(
        [
            html.Th(
                [_series_name(one.series, language), " ", html.Span(_about(one, language), className="quiet small")],
                scope="row",
            ),
            html.Td(figure_link(_shown(one.series, one.old.value, language), one.old.id, "quiet")),
            html.Td(figure_link(_shown(one.series, one.new.value, language), one.new.id)),
            html.Td(html.Strong(change, className=f"number {'warn-text' if is_large else ''}")),
        ]
    )


def _shown(series: Series, value: float, language: str) -> str:
    """A level as published; an index as the growth that it is everywhere else on the page."""
    if series.measure == "value":
        return number(value, 1, language)
    is_ratio = series.measure == "index" and series.comparison != "base_period"
    return signed(value - SAME, 2, language) if is_ratio else number(value, 2, language)


def _series_name(series: Series, language: str) -> str:
    from data.catalogue import catalogue

    name = catalogue().item_name(series.table, series.item, language) or series.label
    table = {"industrial_production_index": "IIP", "consumer_price_index": "CPI"}.get(series.table)
    if series.item == TOTAL_ITEM:
        name = table or say(f"dashboard.theme.{_THEME_OF[series.table]}.total", language)
    elif len(name) > LONGEST_NAME:
        name = name[: LONGEST_NAME - 1].rsplit(" ", 1)[0].rstrip(",;") + "…"
    return f"{name}, {say('dashboard.rate.same', language).lower()}" if series.measure != "value" else name


def _about(one: Revision, language: str) -> str:
    """The month, and the unit of a level."""
    unit = unit_inside(one.series.unit, language) if one.series.measure == "value" else ""
    return ", ".join(filter(None, (_short_period(one.period, language), unit)))


def _short_period(period: Period, language: str) -> str:
    return month_short(period.last, language, with_year=False) if period.months == 1 else period_long(period, language)
