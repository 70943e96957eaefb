"""Blocks of the overview: campaigns, and the state of the figures."""

from __future__ import annotations

from typing import Any

from dash import dcc, html

from dashboard.campaign_bands import running
from dashboard.components.drawing import Drawing
from dashboard.components.help import help_mark
from dashboard.components.signs import status_sign
from dashboard.components.timeline import timeline
from dashboard.figures.spec import Band
from dashboard.formats import day, month_short
from dashboard.points import Point
from dashboard.producers import source_of
from dashboard.theme_figures import ThemeFigures
from data.period import Period
from data.wording import say

MONTHS_BACK, MONTHS_AHEAD = 10, 7
COVERAGE_MONTHS = 6


def campaigns_block(bands: tuple[Band, ...], last: int, released: Any, language: str) -> html.Section:
    """Campaigns over eighteen months round the month shown."""
    first, end = last - MONTHS_BACK, last + MONTHS_AHEAD
    now = Period(last, last).end
    title = say("dashboard.overview.campaigns", language)
    count = say("dashboard.overview.running", language, count=len(running(bands, now)))
    svg, hidden = timeline(bands, first, end, released, f"{title}, {count}", language=language)
    inside = [
        b for b in bands if b.start <= Period(end, end).end and (b.end is None or b.end >= Period(first, first).start)
    ]
    nothing = html.P(say("dashboard.overview.no_campaigns", language), className="second")
    body: list[Any] = [_scrolled(svg, title) if inside else nothing]
    if hidden:
        body.append(
            dcc.Link(
                say("dashboard.overview.more_campaigns", language, count=hidden), href="/phong-trao", className="small"
            )
        )
    every = dcc.Link(say("dashboard.overview.see_list", language), href="/phong-trao")
    head = block_head(
        [title, html.Span(f" {count}", className="quiet regular")], every, help_mark("campaign", language)
    )
    return html.Section([head, *body], className="overview-block")


def coverage_block(all_figures: list[ThemeFigures], last: int, language: str) -> html.Section:
    """Four themes by six months: certainty of each, or a hatched cell where nothing is loaded."""
    months = range(last - COVERAGE_MONTHS + 1, last + 1)
    head = html.Tr(
        [html.Th(html.Span(say("dashboard.overview.indicator", language), className="visually-hidden"))]
        + [html.Th(month_short(m, language, with_year=False), className="middle", scope="col") for m in months]
    )
    rows = [
        html.Tr(
            [html.Th(say(f"dashboard.theme.{one.source.theme}.name", language), scope="row")]
            + [html.Td(_certainty(_point_of(one, m), language), className="middle") for m in months]
        )
        for one in all_figures
    ]
    key = html.Div(
        [status_sign(s, language) for s in ("official", "preliminary", "estimate")], className="key small second"
    )
    return html.Section(
        [
            block_head(say("dashboard.overview.coverage", language), None, help_mark("estimate", language)),
            html.Table([html.Thead(head), html.Tbody(rows)], className="data-table freshness"),
            key,
        ],
        className="overview-block",
    )


def _scrolled(svg: str, title: str) -> html.Div:
    """The timeline keeps legible letters on a phone, where it is wider than the screen."""
    return html.Div(Drawing(svg), className="timeline-box", tabIndex=0, role="region", **{"aria-label": title})


def _point_of(figures: ThemeFigures, month: int) -> Point | None:
    if figures.total is None:
        return None
    return figures.total.levels.get(month) or figures.total.growth().get(month)


def _certainty(point: Point | None, language: str) -> Any:
    if point is None:
        return html.Span(
            html.Span(say("dashboard.chart.not_loaded", language), className="visually-hidden"), className="gap-cell"
        )
    return status_sign(point.status, language, with_text=False)


def source_line(figures: list[ThemeFigures], released: Any, language: str) -> html.P:
    """Who says the figures of the overview; several where themes come from several workbooks."""
    sources = dict.fromkeys(source_of(one, released, language) for one in figures if one.total)
    words = say("dashboard.overview.source", language, source="; ".join(sources), day=day(released))
    return html.P(words, className="source")


def block_head(title: Any, link: Any, mark: Any) -> html.Div:
    """A heading, the mark that explains its word where there is room, and a way on."""
    name = html.Div([html.H3(title), mark], className="with-help") if mark is not None else html.H3(title)
    return html.Div([name, html.Span(link, className="small")], className="section-head")
