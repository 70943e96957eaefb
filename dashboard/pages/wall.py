"""Wall screen: a theme at a time in large type, turning by itself; the last frame stays when the server is away."""

from __future__ import annotations

from typing import Any

import dash
from dash import dcc, html

from dashboard.campaign_bands import bands_of
from dashboard.charts import area_title
from dashboard.components.drawing import Drawing
from dashboard.components.failure import nothing_words
from dashboard.components.figures import point_link
from dashboard.components.sentence import of_first_line, of_parts, sentence
from dashboard.components.signs import status_sign
from dashboard.components.spark_size import COLUMN, WALL
from dashboard.components.sparkline import sparkline
from dashboard.components.theme_column import spark_caption
from dashboard.components.timeline import HATCH
from dashboard.context import answer_as_recorded, language, store
from dashboard.findings import finding
from dashboard.formats import day, period_long, signed
from dashboard.headlines import Headline, headline, latest_month
from dashboard.points import Point
from dashboard.producers import source_of
from dashboard.selection import Selection, selection_of
from dashboard.statements import comparison_label, cumulative_label, first_line, parts_line
from dashboard.theme_charts import names_of
from dashboard.theme_figures import theme_figures, with_parts
from data.period import Period
from data.wording import say

dash.register_page(__name__, path="/treo-tuong", name="dashboard.wall.title", order=90)

THEMES = (("industry", 1), ("retail", 2), ("prices", 4), ("exports", 3))


def layout(**query: str) -> html.Div:
    lang, chosen = language(), selection_of(query)
    answer_as_recorded(chosen.recorded)
    figures = [theme_figures(store(), theme, chosen.area, as_of=chosen.as_of, parts=False) for theme, _ in THEMES]
    newest = latest_month(figures)
    if newest is None:
        return _empty(chosen, lang)
    last = min(chosen.month, newest) if chosen.month else newest
    figures = [with_parts(store(), one, last) for one in figures]
    shown = [headline(store(), one, last, as_of=chosen.as_of) for one in figures]
    frames = [
        _frame(one, role, chosen.area, lang, is_first=i == 0)
        for i, (one, (_, role)) in enumerate(zip(shown, THEMES, strict=True))
    ]
    squares = html.Div([html.Span(className="square") for _ in THEMES], className="squares", **{"aria-hidden": "true"})
    foot = html.Footer(
        [
            squares,
            html.Button(
                say("dashboard.wall.pause", lang),
                className="text-button",
                **{"data-action": "pause", "data-paused": say("dashboard.wall.paused", lang)},
            ),
            html.Span(id="wall-lost", **{"data-lost": say("dashboard.wall.lost", lang)}),
        ]
    )
    return html.Div([Drawing(HATCH), *frames, foot], className="wall", **{"data-wall": "20"})


def _empty(chosen: Selection, lang: str) -> html.Div:
    """A screen of the same frame that says what is missing and leads back."""
    return html.Div(
        html.Section(
            [
                html.Div(area_title(chosen.area, lang), className="wall-eyebrow"),
                html.H1(nothing_words(chosen, lang), className="wall-title"),
                html.P(dcc.Link(say("dashboard.themepage.back", lang), href="/"), className="wall-side"),
            ],
            className="wall-frame",
        ),
        className="wall",
    )


def _frame(shown: Headline, role: int, area: str, lang: str, *, is_first: bool) -> html.Section:
    name = say(f"dashboard.theme.{shown.theme}.name", lang)
    title = finding(shown, lang)
    words = period_long(Period(shown.last, shown.last), lang)
    spark: Any = None
    if any(shown.spark):
        bands = bands_of(store(), area, lang, theme=shown.theme)
        drawings = [
            html.Div(
                Drawing(sparkline(shown.spark, shown.last, role, title, bands=bands, language=lang, size=size)),
                className=name,
            )
            for size, name in ((WALL, "wall-wide"), (COLUMN, "wall-narrow"))
        ]
        spark = html.Div(
            [html.Div(spark_caption(shown, lang), className="spark-caption"), *drawings], className="wall-chart"
        )
    heading = html.H1 if is_first else html.H2
    return html.Section(
        [
            html.Div(f"{name} · {words} · {area_title(area, lang)}", className="wall-eyebrow"),
            heading(title, className="wall-title"),
            html.Div(
                [
                    html.Div(
                        [
                            html.Div(_number(shown.main, lang), className="wall-figure"),
                            html.Div(
                                [
                                    comparison_label(shown.main_comparison, lang),
                                    " ",
                                    status_sign(shown.main.status, lang) if shown.main else "",
                                ]
                            ),
                            html.Div(sentence(first_line(shown, lang), of_first_line(shown, lang)), className="strong"),
                            html.Div(
                                sentence(parts_line(shown, names_of(shown.figures, lang), lang), of_parts(shown, lang)),
                                className="second",
                            ),
                            _rates(shown, lang),
                        ],
                        className="wall-side",
                    ),
                    spark,
                ],
                className="wall-row",
            ),
            html.Div(
                say(
                    "dashboard.overview.source",
                    lang,
                    source=source_of(shown.figures, shown.main.released if shown.main else None, lang),
                    day=day(shown.main.released if shown.main else None),
                ),
                className="wall-source",
            ),
        ],
        className="wall-frame" if is_first else "wall-frame away",
    )


def _number(point: Point | None, lang: str) -> Any:
    """The rate, which leads to its cell or formula and looks like plain text from afar."""
    return point_link(signed(point.value if point else None, 1, lang), point)


def _rates(shown: Headline, lang: str) -> html.Dl:
    """The rates that do not stand in large type."""
    rates = [
        (say("dashboard.rate.previous", lang), shown.on_previous_month),
        (say("dashboard.rate.same", lang), shown.on_same_month),
        (cumulative_label(shown.last, shown.theme, lang), shown.cumulative),
    ]
    return html.Dl(
        [html.Div([html.Dt(name), html.Dd(_number(point, lang))]) for name, point in rates if point is not shown.main],
        className="wall-rates",
    )
