"""Blocks of the overview: a theme's column, revisions, campaigns, and the state of the figures."""

from __future__ import annotations

from typing import Any

from dash import dcc, html

from dashboard.campaign_bands import running
from dashboard.components.drawing import Drawing
from dashboard.components.figures import figure_link, point_link
from dashboard.components.help import help_mark
from dashboard.components.signs import judgement_chip, status_sign
from dashboard.components.sparkline import small_sparkline, sparkline
from dashboard.components.timeline import timeline
from dashboard.figures.spec import Band
from dashboard.formats import day, month_short, number, period_long, signed
from dashboard.headlines import Headline
from dashboard.points import Point
from dashboard.producers import source_of
from dashboard.selection import Selection
from dashboard.sources import SOURCES, TOTAL_ITEM
from dashboard.statements import FLAT_BELOW_PCT, comparison_label, cumulative_label, first_line, parts_line
from dashboard.theme_figures import ThemeFigures
from data.period import Period
from data.store import Plan, Revision, Series
from data.wording import say

THEME_ROLES = {"industry": 1, "retail": 2, "exports": 3, "prices": 4}
MONTHS_BACK, MONTHS_AHEAD = 10, 7
THEME_TERMS = {"industry": "iip", "retail": "retail", "exports": "sectors", "prices": "cpi"}
COVERAGE_MONTHS = 6
LONGEST_NAME = 34
_THEME_OF = {source.table: source.theme for source in SOURCES.values()}


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
                [html.Strong(first_line(headline, language)), html.Span(parts_line(headline, names, language))],
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


def judgement(headline: Headline, language: str, target: Plan | None = None) -> Any:
    """Whether the change is good news; prices are held against the year's target, not against their direction."""
    good = headline.figures.source.rise_is_good
    if headline.main is None:
        return html.Span()
    if good is None:
        return _against_target(headline.cumulative, target, language)
    if abs(headline.main.value) < FLAT_BELOW_PCT:
        return judgement_chip("neutral", language)
    return judgement_chip("good" if (headline.main.value > 0) == good else "bad", language)


def _against_target(reached: Point | None, target: Plan | None, language: str) -> Any:
    if target is None or target.value is None or reached is None:
        return judgement_chip("neutral", language, "no_target")
    is_above = reached.value > target.value
    return judgement_chip("warn" if is_above else "neutral", language, "above" if is_above else "within")


def _main_figure(headline: Headline, language: str, expectation: str) -> html.Div:
    if headline.main is None:
        missing = say("dashboard.overview.not_loaded", language, month=month_short(headline.last, language))
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
                [html.Dt(name), html.Dd(point_link(signed(p.value if p else None, 1, language), p))],
                className="faded" if is_faded else "",
            )
            for name, p, is_faded in rates
        ],
        className="rates",
    )


def _lines(headline: Headline, bands: tuple[Band, ...], title: str, language: str) -> html.Div:
    role = THEME_ROLES[headline.theme]
    known = [f"{month_short(p.last, language)} {number(p.value, 1, language)}%" for p in headline.spark if p]
    if not known:
        return html.Div(className="spark-box")
    label = say("dashboard.overview.spark_alt", language, name=title, values=", ".join(known))
    return html.Div(
        [
            Drawing(
                sparkline(headline.spark, headline.last, role, label, bands=bands, language=language),
                className="spark-box",
            ),
            Drawing(small_sparkline(headline.spark, role), className="spark-box-small"),
        ]
    )


def revisions_block(revisions: list[Revision], language: str, compared: str = "") -> html.Section:
    """What the newest release changed: earlier, now, by how much. Rates change by points, levels by percent.

    `compared` is the page that holds what was said first against now.
    """
    rows = [_revision_row(one, language) for one in revisions]
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
            _head(
                say("dashboard.overview.revisions", language),
                [
                    *([dcc.Link(say("lineage.compare.link", language), href=compared), " · "] if compared else []),
                    dcc.Link(say("dashboard.overview.see_all", language), href="/so-lieu#da-sua"),
                ],
                None,
            ),
            table if rows else empty,
        ],
        className="overview-block",
    )


def _revision_row(one: Revision, language: str) -> html.Tr:
    is_level = one.series.measure == "value"
    decimals = 1 if is_level else 2
    change = (
        signed(one.percent, 1, language)
        if is_level
        else signed(one.difference, 2, language, f" {say('dashboard.point', language)}")
    )
    is_large = is_level and abs(one.percent or 0) >= 1
    return html.Tr(
        [
            html.Th(
                [
                    _series_name(one.series, language),
                    " ",
                    html.Span(_short_period(one.period, language), className="quiet small number"),
                ],
                scope="row",
            ),
            html.Td(figure_link(number(one.old.value, decimals, language), one.old.id, "quiet")),
            html.Td(figure_link(number(one.new.value, decimals, language), one.new.id)),
            html.Td(html.Strong(change, className=f"number {'warn-text' if is_large else ''}")),
        ]
    )


def _series_name(series: Series, language: str) -> str:
    from data.catalogue import catalogue

    name = catalogue().item_name(series.table, series.item, language) or series.label
    table = {"industrial_production_index": "IIP", "consumer_price_index": "CPI"}.get(series.table)
    if series.item == TOTAL_ITEM:
        name = table or say(f"dashboard.theme.{_THEME_OF[series.table]}.total", language)
    elif len(name) > LONGEST_NAME:
        name = name[: LONGEST_NAME - 1].rsplit(" ", 1)[0].rstrip(",;") + "…"
    return f"{name}, {say('dashboard.rate.same', language).lower()}" if series.measure != "value" else name


def _short_period(period: Period, language: str) -> str:
    return month_short(period.last, language, with_year=False) if period.months == 1 else period_long(period, language)


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
    head = _head([title, html.Span(f" {count}", className="quiet regular")], None, help_mark("campaign", language))
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
            _head(say("dashboard.overview.coverage", language), None, help_mark("estimate", language)),
            html.Table([html.Thead(head), html.Tbody(rows)], className="data-table coverage"),
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


def _head(title: Any, link: Any, mark: Any) -> html.Div:
    """A heading, the mark that explains its word where there is room, and a way on."""
    name = html.Div([html.H3(title), mark], className="with-help") if mark is not None else html.H3(title)
    return html.Div([name, html.Span(link, className="small")], className="section-head")
