"""The large chart of the overview with its choices; what is chosen goes into the address."""

from __future__ import annotations

from typing import Any

import dash_mantine_components as dmc
from dash import dcc, html

from dashboard.campaign_bands import bands_of
from dashboard.chart_files import address
from dashboard.charts import headline_chart
from dashboard.components.chart_card import chart_card
from dashboard.components.failure import empty_state
from dashboard.context import visitor_theme
from dashboard.ids import ids
from dashboard.selection import Selection
from dashboard.sources import SOURCES
from dashboard.theme_figures import theme_figures
from data.period import MONTHS_IN_YEAR, Period
from data.store import Store
from data.wording import say

ID = ids("overview")
WINDOWS = ("1", "2", "5", "all")
ALL_MONTHS = 40 * MONTHS_IN_YEAR
THEMES = ("industry", "retail", "prices", "exports")


def month_by_month(store: Store, chosen: Selection, query: dict[str, str], lang: str) -> html.Section:
    theme = query.get("chuyen-de") if query.get("chuyen-de") in SOURCES else "retail"
    window = query.get("so-nam") if query.get("so-nam") in WINDOWS else "2"
    rate = "cumulative" if query.get("chi-tieu") == "cumulative" else "growth"
    themes = [{"value": t, "label": say(f"dashboard.theme.{t}.name", lang)} for t in THEMES]
    rates = [
        {"value": "growth", "label": say("dashboard.rate.same", lang)},
        {"value": "cumulative", "label": say("dashboard.rate.cumulative", lang)},
    ]
    windows = [
        {
            "value": w,
            "label": _window_name(w, lang),
        }
        for w in WINDOWS
    ]
    return html.Section(
        [
            html.Div(
                [
                    html.H2(say("dashboard.overview.chart", lang)),
                    html.Div(
                        [
                            _choice("theme", themes, theme, "theme_label", lang),
                            _choice("rate", rates, rate, "rate_label", lang),
                            _choice("window", windows, window, "window_label", lang),
                        ],
                        className="controls",
                    ),
                ],
                className="section-head",
            ),
            dcc.Store(id=ID("selection"), data={"area": chosen.area, "month": chosen.month, "moment": chosen.moment}),
            html.Div(month_chart(store, chosen, theme or "retail", rate, window or "2", lang), id=ID("chart-box")),
        ],
        className="explorer",
    )


def _window_name(window: str, lang: str) -> str:
    if window == "all":
        return say("dashboard.chart.all", lang)
    return say("charts.one_year", lang) if window == "1" else say("dashboard.chart.years", lang, years=window)


def _choice(role: str, options: list[dict[str, str]], value: str | None, label: str, lang: str) -> Any:
    return dmc.SegmentedControl(
        id=ID(role), data=options, value=value, size="sm", **{"aria-label": say(f"dashboard.chart.{label}", lang)}
    )


def month_chart(store: Store, chosen: Selection, theme: str, rate: str, window: str, lang: str) -> Any:
    span = ALL_MONTHS if window == "all" else int(window) * MONTHS_IN_YEAR + 1
    since = Period(chosen.month - span, chosen.month - span) if chosen.month and window != "all" else None
    figures = theme_figures(store, theme, chosen.area, since=since, as_of=chosen.as_of, parts=False)
    months = figures.months()
    if not months:
        missing = say("dashboard.chart.not_loaded", lang)
        return empty_state(missing, say("dashboard.overview.upload", lang), "/so-lieu/tai-len")
    last = min(chosen.month or months[-1], months[-1])
    bands = bands_of(store, chosen.area, lang)
    spec = headline_chart(figures, last, months=span, bands=bands, language=lang, rate=rate, as_of=chosen.day)
    files = address(theme, chosen, month=last, chi_tieu=rate, so_nam=window)
    return chart_card(spec, theme=visitor_theme(), graph_id=ID("graph"), files=files, heading=html.H3)
