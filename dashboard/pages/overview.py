"""Overview: what a director sees in ten seconds, and one chart to look closer."""

from __future__ import annotations

from typing import Any

import dash
import dash_mantine_components as dmc
from dash import Input, Output, State, callback, dcc, html

from dashboard import vintages
from dashboard.campaign_bands import bands_of
from dashboard.chart_files import address
from dashboard.charts import area_title, headline_chart
from dashboard.components.chart_card import chart_card
from dashboard.components.drawing import Drawing
from dashboard.components.failure import empty_state
from dashboard.components.overview_parts import (
    campaigns_block,
    coverage_block,
    revisions_block,
    source_line,
    theme_column,
)
from dashboard.components.pickers import area_picker, as_of_picker, month_picker
from dashboard.components.plan_bar import plan_bar
from dashboard.components.published import published_block
from dashboard.components.ready import ready
from dashboard.components.target_bar import target_bar, target_of
from dashboard.components.timeline import HATCH
from dashboard.context import language, store, visitor_theme
from dashboard.figure_lineage import expectation_of_point
from dashboard.formats import period_long
from dashboard.headlines import headline, latest_month
from dashboard.ids import ids
from dashboard.revised import important_revisions
from dashboard.selection import Selection, areas_with_figures, release_days, selection_of
from dashboard.sources import SOURCES
from dashboard.statements import title_of
from dashboard.theme_figures import ThemeFigures, theme_figures, with_parts
from data.period import MONTHS_IN_YEAR, Period
from data.wording import say

dash.register_page(__name__, path="/", name="dashboard.nav.overview", order=0)

THEMES = ("industry", "retail", "prices", "exports")
ID = ids("overview")
WINDOWS = ("1", "2", "5", "all")
ALL_MONTHS = 40 * MONTHS_IN_YEAR


def layout(**query: str) -> html.Div:
    lang, chosen = language(), selection_of(store(), query)
    figures = [theme_figures(store(), theme, chosen.area, as_of=chosen.as_of, parts=False) for theme in THEMES]
    newest = latest_month(figures)
    published = published_block(store(), chosen.area, lang)
    if newest is None:
        return _empty(chosen, published, lang)
    last = min(chosen.month, newest) if chosen.month else newest
    chosen = Selection(chosen.area, last, chosen.as_of)
    figures = [with_parts(store(), one, last) for one in figures]
    headlines = [headline(store(), one, last, as_of=chosen.as_of) for one in figures]
    bands = bands_of(store(), chosen.area)
    released = max((h.main.released for h in headlines if h.main), default=None)
    months = sorted({m for one in figures for m in one.months()})
    return html.Div(
        [
            Drawing(HATCH),
            html.Div(
                [
                    html.Div(
                        [
                            html.Div(_eyebrow(last, chosen.area, lang), className="eyebrow"),
                            html.H1(title_of(headlines, lang)),
                        ]
                    ),
                    html.Div(
                        [
                            *month_picker(chosen, "/", months, lang),
                            area_picker(chosen, "/", areas_with_figures(store()), lang),
                            as_of_picker(chosen, "/", release_days(store()), lang),
                            *_report(lang),
                        ],
                        className="controls",
                    ),
                ],
                className="page-head",
            ),
            html.Div(
                [
                    theme_column(
                        h,
                        bands_of(store(), chosen.area, theme=h.theme),
                        _names(h.figures, lang),
                        chosen,
                        lang,
                        plan=plan_bar(store(), h, lang) or target_bar(store(), h, lang),
                        target=target_of(store(), h),
                        expectation=expectation_of_point(store(), h.main, lang),
                    )
                    for h in headlines
                ],
                className="themes",
            ),
            html.Div(
                [
                    revisions_block(
                        important_revisions(store(), chosen.area, last, as_of=chosen.as_of),
                        lang,
                        vintages.address(Selection(chosen.area, last - 1), after=chosen.as_of),
                    ),
                    campaigns_block(bands, last, released, lang),
                    coverage_block(figures, last, lang),
                ],
                className="overview-row",
            ),
            html.Div(
                [
                    source_line(figures, released, lang),
                    html.Div(
                        [
                            dcc.Link(say("dashboard.overview.cells", lang), href="/so-lieu"),
                            dcc.Link(say("dashboard.wall.title", lang), href=chosen.address("/treo-tuong")),
                            html.Button(
                                say("dashboard.print", lang), className="text-button", **{"data-action": "print"}
                            ),
                        ],
                        className="foot-links small",
                    ),
                ],
                className="overview-foot",
            ),
            _explorer(chosen, query, lang),
            published,
        ]
    )


def _eyebrow(last: int, area: str, lang: str) -> str:
    words = period_long(Period(last, last), lang)
    return f"{words[:1].upper()}{words[1:]} · {area_title(area, lang)}"


def _report(lang: str) -> list[Any]:
    if not any(page["path"] == "/bao-cao" for page in dash.page_registry.values()):
        return []
    return [dcc.Link(say("dashboard.overview.export", lang), href="/bao-cao", className="control main-button")]


def _names(figures: ThemeFigures, lang: str) -> dict[str, str]:
    from data.catalogue import catalogue

    return {p.item.code: catalogue().item_name(figures.source.table, p.item.code, lang) for p in figures.parts}


def _empty(chosen: Selection, published: Any, lang: str) -> html.Div:
    pickers = [
        area_picker(chosen, "/", areas_with_figures(store()), lang),
        as_of_picker(chosen, "/", release_days(store()), lang),
    ]
    return html.Div(
        [
            html.Div(
                [
                    html.Div(
                        [
                            html.Div(area_title(chosen.area, lang), className="eyebrow"),
                            html.H1(say(f"dashboard.overview.{'published' if published else 'nothing'}", lang)),
                        ]
                    ),
                    html.Div(pickers, className="controls"),
                ],
                className="page-head",
            ),
            published
            or empty_state(
                say("dashboard.overview.empty", lang), say("dashboard.overview.upload", lang), "/so-lieu/tai-len"
            ),
        ]
    )


def _explorer(chosen: Selection, query: dict[str, str], lang: str) -> html.Section:
    """The large chart with its choices; what is chosen goes into the address."""
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
            dcc.Store(
                id=ID("selection"), data={"area": chosen.area, "month": chosen.month, "as_of": str(chosen.as_of or "")}
            ),
            html.Div(_chart(chosen, theme or "retail", rate, window or "2", lang), id=ID("chart-box")),
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


def _chart(chosen: Selection, theme: str, rate: str, window: str, lang: str) -> Any:
    span = ALL_MONTHS if window == "all" else int(window) * MONTHS_IN_YEAR + 1
    since = Period(chosen.month - span, chosen.month - span) if chosen.month and window != "all" else None
    figures = theme_figures(store(), theme, chosen.area, since=since, as_of=chosen.as_of, parts=False)
    months = figures.months()
    if not months:
        missing = say("dashboard.chart.not_loaded", lang)
        return empty_state(missing, say("dashboard.overview.upload", lang), "/so-lieu/tai-len")
    last = min(chosen.month or months[-1], months[-1])
    bands = bands_of(store(), chosen.area)
    spec = headline_chart(figures, last, months=span, bands=bands, language=lang, rate=rate, as_of=chosen.as_of)
    files = address(theme, chosen, month=last, chi_tieu=rate, so_nam=window)
    return chart_card(spec, theme=visitor_theme(), graph_id=ID("graph"), files=files, heading=html.H3)


@callback(
    Output(ID("chart-box"), "children"),
    Input(ID("theme"), "value"),
    Input(ID("rate"), "value"),
    Input(ID("window"), "value"),
    State(ID("selection"), "data"),
    prevent_initial_call=True,
)
def draw_chart(theme: str, rate: str, window: str, selection: dict[str, Any]) -> Any:
    """The chart for other choices: one question to the store, one figure."""
    chosen = selection_of(store(), {"vung": selection["area"], "ngay": selection["as_of"]})
    chosen = Selection(chosen.area, selection["month"], chosen.as_of)
    return ready(_chart(chosen, theme, rate, window, language()))


dash.clientside_callback(
    "function(t, r, w) { return window.frame.remember({'chuyen-de': t, 'chi-tieu': r, 'so-nam': w}); }",
    Output(ID("chart-box"), "title"),
    Input(ID("theme"), "value"),
    Input(ID("rate"), "value"),
    Input(ID("window"), "value"),
    prevent_initial_call=True,
)
