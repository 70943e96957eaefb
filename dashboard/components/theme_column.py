"""A theme's column of the overview: figure, certainty, sentence, three rates, small line with campaigns."""

from __future__ import annotations

from typing import Any

from dash import dcc, html

from dashboard.components.drawing import Drawing
from dashboard.components.figures import point_link
from dashboard.components.help import help_mark
from dashboard.components.judgement import judgement
from dashboard.components.sentence import of_first_line, of_parts, sentence
from dashboard.components.signs import status_sign
from dashboard.components.sparkline import small_sparkline, sparkline
from dashboard.figures.spec import Band
from dashboard.formats import MISSING, month_short, number, signed
from dashboard.headlines import Headline
from dashboard.points import Point
from dashboard.selection import Selection
from dashboard.sources import CUMULATIVE
from dashboard.statements import comparison_label, cumulative_label, parts_line, telling_fact
from data.store import Plan
from data.wording import say

THEME_ROLES = {"industry": 1, "retail": 2, "exports": 3, "prices": 4}
THEME_TERMS = {"industry": "iip", "retail": "retail", "exports": "sectors", "prices": "cpi"}


def theme_column(
    headline: Headline,
    bands: tuple[Band, ...],
    names: dict[str, str],
    chosen: Selection,
    language: str,
    *,
    plan: Any = None,
    target: Plan | None = None,
    expectation: str = "",
) -> html.Section:
    """One theme: figure, certainty, sentence, three rates, small line with campaigns."""
    theme = headline.theme
    title = say(f"dashboard.theme.{theme}.name", language)
    path = chosen.address(f"/chuyen-de/{theme}", month=headline.last)
    chip = judgement(headline, language, target)
    return html.Section(
        [
            html.Div([_theme_name(theme, title, path, language), chip], className="theme-head"),
            html.Div(say(f"dashboard.theme.{theme}.short_indicator", language), className="small quiet one-line"),
            _main_figure(headline, language, expectation),
            html.P(
                [
                    html.Strong(sentence(telling_fact(headline, language), of_first_line(headline, language))),
                    html.Span(sentence(parts_line(headline, names, language), of_parts(headline, language))),
                ],
                className="theme-sentence",
            ),
            _rates(headline, language),
            _lines(headline, bands, title, language),
            plan,
        ],
        className="theme-column",
    )


def _theme_name(theme: str, title: str, path: str, language: str) -> html.Div:
    link = html.H2(dcc.Link(title, href=path, className="theme-link"))
    return html.Div([link, help_mark(THEME_TERMS[theme], language)], className="with-help")


def _main_figure(headline: Headline, language: str, expectation: str) -> html.Div:
    if headline.main is None:
        key = "no_rate" if headline.level else "not_loaded"
        missing = say(f"dashboard.overview.{key}", language, month=month_short(headline.last, language))
        return html.Div(html.Span(missing, className="chip chip-warn"), className="theme-figure missing")
    shown = signed(headline.main.value, 1, language)
    return html.Div(
        [
            point_link(shown, headline.main, "big"),
            html.Span(
                [
                    comparison_label(headline.main_comparison, language),
                    html.Br(),
                    status_sign(headline.main.status, language, hint=expectation),
                ],
                className="small second",
            ),
        ],
        className="theme-figure",
    )


def _rates(headline: Headline, language: str) -> html.Dl:
    rates = [
        (say("dashboard.rate.previous", language), headline.on_previous_month, headline.last % 12 < 3),
        (say("dashboard.rate.same", language), headline.on_same_month, False),
        (cumulative_label(headline.last, headline.theme, language), headline.cumulative, False),
    ]
    return html.Dl(
        [
            html.Div(
                [
                    html.Dt(name),
                    html.Dd(_rate(p, language, has_no_pair=p is None and i == 0 and headline.level is not None)),
                ],
                className="faded" if is_faded else "",
            )
            for i, (name, p, is_faded) in enumerate(rates)
        ],
        className="rates",
    )


def _rate(point: Point | None, language: str, *, has_no_pair: bool) -> Any:
    """The rate; a change on the month before that cannot be computed says why."""
    if not has_no_pair:
        return point_link(signed(point.value if point else None, 1, language), point)
    why = say("dashboard.rate.no_previous", language)
    return html.Span([MISSING, html.Span(why, className="visually-hidden")], title=why)


def spark_caption(headline: Headline, language: str) -> str:
    """What the small line draws: single months, or the months so far where only these have rates."""
    is_sum = headline.spark_comparison == CUMULATIVE
    return say(f"dashboard.overview.spark_caption{'_cumulative' if is_sum else ''}", language)


def _lines(headline: Headline, bands: tuple[Band, ...], title: str, language: str) -> html.Div:
    role = THEME_ROLES[headline.theme]
    known = [f"{month_short(p.last, language)} {number(p.value, 1, language)}%" for p in headline.spark if p]
    if not known:
        return html.Div(className="spark-box")
    label = say("dashboard.overview.spark_alt", language, name=title, values=", ".join(known))
    return html.Div(
        [
            html.Div(spark_caption(headline, language), className="spark-caption"),
            Drawing(
                sparkline(headline.spark, headline.last, role, label, bands=bands, language=language),
                className="spark-box",
            ),
            Drawing(small_sparkline(headline.spark, role), className="spark-box-small"),
        ]
    )
