"""The charts of a theme's page: the headline, the pairs below it, and one small chart for each part."""

from __future__ import annotations

from typing import Any

from dash import html

from dashboard.campaign_bands import bands_of
from dashboard.chart_files import address
from dashboard.charts import area_title, headline_chart, season_rows
from dashboard.components.chart_card import chart_card
from dashboard.components.chart_menu import chart_menu
from dashboard.components.how import how_computed
from dashboard.components.multiples import small_multiples
from dashboard.components.season import season_table
from dashboard.components.structure_card import structure_card
from dashboard.components.years_card import years_card
from dashboard.context import visitor_theme
from dashboard.figures.plotly_chart import foot
from dashboard.ids import ids
from dashboard.provinces import provinces_of
from dashboard.ranking import ranking_chart
from dashboard.season import season_chart
from dashboard.selection import Selection
from dashboard.structure import structures
from dashboard.theme_charts import contributions_chart, names_of
from dashboard.theme_figures import ThemeFigures
from dashboard.yearly import without_months
from data.period import MONTHS_IN_YEAR, Period
from data.store import Store
from data.wording import say

ID = ids("theme")
CHART_YEARS = 2
CHART_MONTHS = CHART_YEARS * MONTHS_IN_YEAR + 1
SMALL_MONTHS = 25


def headline_card(store: Store, figures: ThemeFigures, last: int, chosen: Selection, lang: str) -> Any:
    spec = headline_chart(
        figures, last, months=CHART_MONTHS, bands=bands_of(store, chosen.area, lang), language=lang, as_of=chosen.day
    )
    files = address(figures.source.theme, chosen, month=last, so_nam=str(CHART_YEARS))
    return chart_card(spec, theme=visitor_theme(), graph_id=ID("headline"), files=files)


def pairs_of_cards(store: Store, figures: ThemeFigures, last: int, chosen: Selection, lang: str) -> list[Any]:
    """Contributions, ranking, structure and season, as far as the figures allow them; the page sets two columns."""
    stacked, ranked = contributions_chart(store, figures, last, lang), ranking_chart(figures, last, lang)
    charts = [
        chart_card(spec, theme=visitor_theme(), graph_id=ID(role), files=_files(figures, role, last, chosen))
        for role, spec in (("contributions", stacked), ("ranking", ranked))
        if spec is not None
    ]
    shares = [
        structure_card(figures, one, last, lang, _files(figures, f"structure{number}", last, chosen))
        for number, one in enumerate(structures(store, figures, last), 1)
    ]
    season = _season(figures, last, chosen, lang)
    years = (
        [years_card(store, figures, bands_of(store, chosen.area, lang), chosen, lang)]
        if without_months(figures)
        else []
    )
    return [*charts, *shares, *([season] if season is not None else []), *years]


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


def multiples(store: Store, figures: ThemeFigures, last: int, lang: str) -> list[Any]:
    """The parts, and for the whole country the provinces, each on one common scale."""
    if figures.total is None:
        return []
    names = names_of(figures, lang)
    since = Period(last - SMALL_MONTHS + 1, last - SMALL_MONTHS + 1)
    groups = {
        "multiples": [(names[one.item.code], one) for one in figures.parts if len(one.growth()) > 1],
        "provinces": [(area_title(area, lang), line) for area, line in provinces_of(store, figures, since, last)],
    }
    made = [
        small_multiples(key, lines, figures.total, last, SMALL_MONTHS, lang)
        for key, lines in groups.items()
        if len(lines) > 1
    ]
    return [one for one in made if one is not None]
