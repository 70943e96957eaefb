"""Charts by name: the neutral chart that a page shows, built again from the ids in an address.

A download names its chart (`retail`, `retail-ranking`, `explorer`) and carries the state of the page; nothing that a
client draws or writes reaches a renderer.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from dashboard import explorer
from dashboard.campaign_bands import bands_of
from dashboard.charts import headline_chart
from dashboard.figures.spec import ChartSpec
from dashboard.headlines import ThemeFigures, theme_figures
from dashboard.names import table_names
from dashboard.ranking import ranking_chart
from dashboard.season import season_chart
from dashboard.selection import Selection, selection_of
from dashboard.sources import SOURCES
from dashboard.structure import structures
from dashboard.structure_chart import structure_chart
from dashboard.theme_charts import contributions_chart
from data.observation import WHOLE_COUNTRY
from data.period import MONTHS_IN_YEAR
from data.store import Store

FOLDER = "/tai-ve"
EXPLORER = "explorer"
DEFAULT_YEARS, MOST_YEARS = 2, 40
PARTS_CHARTS: dict[str, Callable[[Store, ThemeFigures, int, str], ChartSpec | None]] = {
    "contributions": contributions_chart,
    "ranking": lambda _, figures, last, language: ranking_chart(figures, last, language),
    "season": lambda _, figures, last, language: season_chart(figures, last, language),
    "structure1": lambda *asked: _structure_chart(0, *asked),
    "structure2": lambda *asked: _structure_chart(1, *asked),
}


def address(name: str, chosen: Selection, *, month: int, **state: str) -> str:
    """Where the files of a theme's chart are had: without an ending, the state of the page after `?`."""
    return chosen.address(f"{FOLDER}/{name}", month=month, **state)


def explorer_address(chosen: explorer.Selection) -> str:
    return f"{FOLDER}/{EXPLORER}?{chosen.address(search='').partition('?')[2]}"


def chart_of(store: Store, name: str, query: Mapping[str, str], language: str) -> ChartSpec | None:
    """The chart of that name in that state; None where there is no such chart or nothing to draw."""
    if name == EXPLORER:
        return _explorer_chart(store, query, language)
    theme, _, kind = name.partition("-")
    if theme not in SOURCES or (kind and kind not in PARTS_CHARTS):
        return None
    chosen = selection_of(store, dict(query))
    figures = theme_figures(store, theme, chosen.area, as_of=chosen.as_of, parts=bool(kind))
    months = figures.months()
    if not months:
        return None
    last = min(chosen.month or months[-1], months[-1])
    if kind:
        return PARTS_CHARTS[kind](store, figures, last, language)
    return headline_chart(
        figures,
        last,
        months=_months(query.get("so_nam", "")),
        bands=bands_of(store, chosen.area),
        language=language,
        rate="cumulative" if query.get("chi_tieu") == "cumulative" else "growth",
        as_of=chosen.as_of,
    )


def _structure_chart(at: int, store: Store, figures: ThemeFigures, last: int, language: str) -> ChartSpec | None:
    """Where sectors stand beside goods a theme has two structures."""
    found = structures(store, figures, last)
    return structure_chart(figures, found[at], last, language) if at < len(found) else None


def _explorer_chart(store: Store, query: Mapping[str, str], language: str) -> ChartSpec | None:
    chosen = explorer.selection_of(dict(query))
    known = store.all_series()
    area = next((known[one].area for one in chosen.series if one in known), WHOLE_COUNTRY)
    if not chosen.series:
        return None
    return explorer.chart(store, chosen, table_names(language), bands_of(store, area), language)


def _months(years: str) -> int:
    if years == "all":
        return MOST_YEARS * MONTHS_IN_YEAR
    wanted = int(years) if years.isdecimal() else DEFAULT_YEARS
    return min(wanted, MOST_YEARS) * MONTHS_IN_YEAR + 1
