"""One theme: headline chart, contributions, season, parts and the table behind them."""

from __future__ import annotations

from typing import Any

import dash
from dash import dcc, html

from dashboard import vintages
from dashboard.campaign_bands import bands_of, running
from dashboard.chart_files import address
from dashboard.charts import area_title, headline_chart, level_unit, season_rows
from dashboard.components.chart_card import chart_card
from dashboard.components.chart_menu import chart_menu
from dashboard.components.drawing import Drawing
from dashboard.components.failure import empty_state
from dashboard.components.figures import point_link
from dashboard.components.help import help_mark
from dashboard.components.how import how_computed
from dashboard.components.multiples import small_multiples
from dashboard.components.overview_parts import judgement
from dashboard.components.parts_table import LARGE_REVISION, parts_table, revised_levels
from dashboard.components.pickers import area_picker, as_of_picker, month_picker
from dashboard.components.plan_bar import plan_block
from dashboard.components.season import season_table
from dashboard.components.signs import status_sign
from dashboard.components.structure_card import structure_card
from dashboard.components.target_bar import target_of
from dashboard.components.timeline import HATCH
from dashboard.context import language, store, visitor_theme
from dashboard.figure_lineage import FIRST_ESTIMATES, expectation_of_point
from dashboard.figures.plotly_chart import foot
from dashboard.formats import day, number, percent, period_long, signed
from dashboard.headlines import Headline, headline
from dashboard.ids import ids
from dashboard.points import Point
from dashboard.provinces import provinces_of
from dashboard.ranking import ranking_chart
from dashboard.season import season_chart
from dashboard.selection import Selection, areas_with_figures, release_days, selection_of
from dashboard.sources import SOURCES
from dashboard.statements import chart_title, cumulative_label
from dashboard.structure import structures
from dashboard.theme_charts import contributions_chart, names_of
from dashboard.theme_figures import ThemeFigures, theme_figures
from data.period import MONTHS_IN_YEAR, Period
from data.wording import say

dash.register_page(__name__, path_template="/chuyen-de/<theme>", name="dashboard.nav.theme", order=1)

ID = ids("theme")
CHART_YEARS = 2
CHART_MONTHS = CHART_YEARS * MONTHS_IN_YEAR + 1
SMALL_MONTHS = 25


def layout(theme: str = "industry", **query: str) -> html.Div:
    lang, chosen = language(), selection_of(store(), query)
    if theme not in SOURCES:
        return html.Div(
            [
                html.H1(say("dashboard.themepage.unknown", lang)),
                dcc.Link(say("dashboard.themepage.back", lang), href="/"),
            ]
        )
    path = f"/chuyen-de/{theme}"
    figures = theme_figures(store(), theme, chosen.area, as_of=chosen.as_of)
    months = figures.months()
    if not months or figures.total is None:
        return _empty(theme, chosen, path, lang)
    last = min(chosen.month, months[-1]) if chosen.month else months[-1]
    chosen = Selection(chosen.area, last, chosen.as_of)
    shown = headline(store(), figures, last, as_of=chosen.as_of)
    return html.Div(
        [
            Drawing(HATCH),
            _tabs(theme, chosen, lang),
            _head(theme, shown, chosen, path, months, lang),
            _strip(shown, lang),
            html.Div([_headline_card(figures, last, chosen, lang), _side(shown, chosen, lang)], className="theme-top"),
            html.Div(_pairs(figures, last, chosen, lang), className="pairs"),
            *_multiples(figures, last, lang),
            parts_table(store(), figures, last, lang),
        ]
    )


def _tabs(theme: str, chosen: Selection, lang: str) -> html.Nav:
    links = [
        dcc.Link(
            say(f"dashboard.theme.{one}.name", lang),
            href=chosen.address(f"/chuyen-de/{one}"),
            className="theme-tab on" if one == theme else "theme-tab",
        )
        for one in ("industry", "retail", "prices", "exports")
    ]
    return html.Nav(links, className="theme-tabs", **{"aria-label": say("dashboard.chart.theme_label", lang)})


def _head(theme: str, shown: Headline, chosen: Selection, path: str, months: list[int], lang: str) -> html.Div:
    words = period_long(Period(shown.last, shown.last), lang)
    name, area = say(f"dashboard.theme.{theme}.name", lang), area_title(chosen.area, lang)
    crumb = f"{name} · {words[:1].upper()}{words[1:]} · {area}"
    title = chart_title(shown.figures.total, shown.last, theme, lang) if shown.figures.total else ""
    title += _revision(shown, lang)
    return html.Div(
        [
            html.Div(
                [
                    html.Div(crumb, className="eyebrow"),
                    html.Div(
                        [html.H1(title), judgement(shown, lang, target_of(store(), shown))], className="title-row"
                    ),
                ]
            ),
            html.Div(
                [
                    *month_picker(chosen, path, months, lang),
                    area_picker(chosen, path, areas_with_figures(store()), lang),
                    as_of_picker(chosen, path, release_days(store()), lang),
                ],
                className="controls",
            ),
        ],
        className="page-head",
    )


def _revision(shown: Headline, lang: str) -> str:
    """`; mức tháng 10 được sửa tăng 2,2%` where the month before was revised by as much as one percent."""
    total = shown.figures.total
    change = revised_levels(store(), [total], shown.last - 1).get(total.item.code, 0.0) if total else 0.0
    if abs(change) < LARGE_REVISION:
        return ""
    before = Period(shown.last - 1, shown.last - 1)
    return say(
        f"dashboard.themepage.level_revised_{'up' if change > 0 else 'down'}",
        lang,
        by=percent(abs(change), 1, lang),
        month=before.last % MONTHS_IN_YEAR + 1,
        month_name=period_long(before, lang),
    )


def _strip(shown: Headline, lang: str) -> html.Dl:
    factor, unit = level_unit(shown.figures, lang)
    items: list[tuple[str, str, Point | None]] = []
    if shown.level:
        items.append(
            (
                say("dashboard.themepage.level", lang, unit=unit),
                number(shown.level.value / factor, 1, lang),
                shown.level,
            )
        )
    rates = [
        (say("dashboard.rate.previous_long", lang), shown.on_previous_month),
        (say("dashboard.rate.same_long", lang), shown.on_same_month),
        (
            f"{cumulative_label(shown.last, shown.theme, lang)}, {say('dashboard.rate.long_same', lang)}",
            shown.cumulative,
        ),
    ]
    items += [(name, signed(p.value if p else None, 1, lang), p) for name, p in rates]
    return html.Dl(
        [
            html.Div(
                [
                    html.Dt(name),
                    html.Dd([point_link(text, p, "kpi"), status_sign(p.status, lang, with_text=False) if p else ""]),
                ]
            )
            for name, text, p in items
        ],
        className="strip",
    )


def _headline_card(figures: ThemeFigures, last: int, chosen: Selection, lang: str) -> Any:
    spec = headline_chart(
        figures, last, months=CHART_MONTHS, bands=bands_of(store(), chosen.area), language=lang, as_of=chosen.as_of
    )
    files = address(figures.source.theme, chosen, month=last, so_nam=str(CHART_YEARS))
    return chart_card(spec, theme=visitor_theme(), graph_id=ID("headline"), files=files)


def _side(shown: Headline, chosen: Selection, lang: str) -> html.Aside:
    now = running(bands_of(store(), chosen.area), Period(shown.last, shown.last).end)
    blocks: list[Any] = [plan_block(store(), shown, lang)]
    if shown.has_new_year:
        blocks.append(html.Div(html.P(say("dashboard.new_year", lang) + "."), className="note"))
    if now:
        links = [html.Li(dcc.Link(one.name, href=f"/phong-trao/{one.code}")) for one in now[:6]]
        blocks += [html.Section([html.H2(say("dashboard.chart.campaigns", lang)), html.Ul(links, className="links")])]
    signs = [
        html.Li([status_sign(s, lang, with_text=False), " ", say(f"dashboard.themepage.reading_{s}", lang)])
        for s in ("official", "preliminary", "estimate")
    ]
    reading = html.Div(
        [html.H2(say("dashboard.themepage.reading", lang)), help_mark("estimate", lang)], className="with-help"
    )
    blocks.append(html.Section([reading, html.Ul(signs)]))
    blocks.append(_origin(shown, chosen, lang))
    return html.Aside([b for b in blocks if b is not None], className="card side")


def _expected(shown: Headline, lang: str) -> list[Any]:
    """How far earlier estimates moved, where the headline is one, with the view that counts them."""
    words = expectation_of_point(store(), shown.main, lang)
    if not words or shown.main is None:
        return []
    view = f"{FIRST_ESTIMATES}?chuoi={shown.main.series_id}{'&cong-don=1' if shown.main.months > 1 else ''}"
    return [html.P([words, " ", dcc.Link(say("lineage.expect.view", lang), href=view)], className="expectation")]


def _origin(shown: Headline, chosen: Selection, lang: str) -> Any:
    if shown.main is None:
        return None
    compared = vintages.address(chosen, theme=shown.theme, after=chosen.as_of)
    lineage = store().origin(shown.main.figure_id)
    words = say("dashboard.themepage.sheet", lang, file=lineage.file, sheet=lineage.sheet, cell=lineage.cell)
    return html.Section(
        [
            html.H2(say("dashboard.themepage.source_of", lang)),
            html.P(point_link(signed(shown.main.value, 2, lang), shown.main)),
            html.P(words, className="breakable"),
            html.P(say("dashboard.chart.foot_released", lang, day=day(shown.main.released)).capitalize()),
            *_expected(shown, lang),
            html.P(dcc.Link(say("lineage.compare.link", lang), href=compared)),
        ]
    )


def _pairs(figures: ThemeFigures, last: int, chosen: Selection, lang: str) -> list[Any]:
    """Contributions, ranking, structure and season, as far as the figures allow them; the page sets two columns."""
    stacked, ranked = contributions_chart(store(), figures, last, lang), ranking_chart(figures, last, lang)
    charts = [
        chart_card(spec, theme=visitor_theme(), graph_id=ID(role), files=_files(figures, role, last, chosen))
        for role, spec in (("contributions", stacked), ("ranking", ranked))
        if spec is not None
    ]
    shares = [
        structure_card(figures, one, last, lang, _files(figures, f"structure{number}", last, chosen))
        for number, one in enumerate(structures(store(), figures, last), 1)
    ]
    season = _season(figures, last, chosen, lang)
    return [*charts, *shares, *([season] if season is not None else [])]


def _files(figures: ThemeFigures, role: str, last: int, chosen: Selection) -> str:
    return address(f"{figures.source.theme}-{role}", chosen, month=last)


def _season(figures: ThemeFigures, last: int, chosen: Selection, lang: str) -> Any:
    from data.catalogue import catalogue

    spec = season_chart(figures, last, lang)
    if spec is None or figures.total is None:
        return None
    rows = season_rows(figures.total, last)
    new_years = {year: one.date.month for year, one in catalogue().lunar_new_years.items()}
    return html.Figure(
        [
            html.Figcaption(
                [html.H2(spec.title), html.P(spec.subtitle, className="second")],
                className="chart-head",
            ),
            season_table(rows, new_years, spec.subtitle, lang),
            html.Div(
                [
                    html.P(foot(spec), className="source"),
                    chart_menu(spec, _files(figures, "season", last, chosen)),
                ],
                className="chart-foot",
            ),
            how_computed(list(spec.how), [say("dashboard.rate.same_long", lang)], [], lang),
        ],
        className="card chart-card",
    )


def _multiples(figures: ThemeFigures, last: int, lang: str) -> list[Any]:
    """The parts, and for the whole country the provinces, each on one common scale."""
    if figures.total is None:
        return []
    names = names_of(figures, lang)
    since = Period(last - SMALL_MONTHS + 1, last - SMALL_MONTHS + 1)
    groups = {
        "multiples": [(names[one.item.code], one) for one in figures.parts if len(one.growth()) > 1],
        "provinces": [(area_title(area, lang), line) for area, line in provinces_of(store(), figures, since, last)],
    }
    return [
        html.Section(
            [
                html.Div(
                    [
                        html.H2(say(f"dashboard.themepage.{key}", lang)),
                        html.Span(say(f"dashboard.themepage.{key}_subtitle", lang), className="second"),
                    ],
                    className="section-head",
                ),
                small_multiples(lines, figures.total, last, SMALL_MONTHS, lang),
            ],
            className="block",
        )
        for key, lines in groups.items()
        if len(lines) > 1
    ]


def _empty(theme: str, chosen: Selection, path: str, lang: str) -> html.Div:
    name = say(f"dashboard.theme.{theme}.name", lang)
    return html.Div(
        [
            _tabs(theme, chosen, lang),
            html.Div(
                [
                    html.Div([html.Div(area_title(chosen.area, lang), className="eyebrow"), html.H1(name)]),
                    html.Div(
                        [
                            area_picker(chosen, path, areas_with_figures(store()), lang),
                            as_of_picker(chosen, path, release_days(store()), lang),
                        ],
                        className="controls",
                    ),
                ],
                className="page-head",
            ),
            empty_state(
                say("dashboard.overview.empty", lang), say("dashboard.overview.upload", lang), "/so-lieu/tai-len"
            ),
        ]
    )
