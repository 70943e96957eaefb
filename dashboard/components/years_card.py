"""The chart of whole years, and what to upload for the months between."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dash import dcc, html

from dashboard.chart_files import YEARS, address
from dashboard.charts import area_name
from dashboard.components.chart_card import chart_card
from dashboard.context import visitor_theme
from dashboard.figures.spec import Band
from dashboard.formats import within_sentence
from dashboard.ids import ids
from dashboard.selection import Selection
from dashboard.theme_figures import ThemeFigures
from dashboard.yearly import yearly_chart
from data.store import Store
from data.wording import say

ID = ids("years")


def years_card(
    store: Store, figures: ThemeFigures, bands: Sequence[Band], chosen: Selection, lang: str, *, link: bool = False
) -> Any:
    """The card of a theme's years; with `link` its heading leads to the page of the theme."""
    theme = figures.source.theme
    spec = yearly_chart(store, figures, bands=bands, language=lang, as_of=chosen.day)
    if spec is None:
        return None

    def linked(title: str) -> html.H2:
        return html.H2(dcc.Link(title, href=chosen.address(f"/chuyen-de/{theme}"), className="theme-link"))

    files = address(f"{theme}-{YEARS}", chosen)
    return chart_card(spec, theme=visitor_theme(), graph_id=ID(theme), files=files, heading=linked if link else html.H2)


def only_years(chosen: Selection, lang: str, theme: str = "") -> html.P:
    """That the months are not loaded, and where to upload them."""
    area = area_name(chosen.area, lang)
    name = within_sentence(say(f"dashboard.theme.{theme}.name", lang)) if theme else ""
    words = say(
        "dashboard.yearly.only_years" if theme else "dashboard.yearly.only_years_all", lang, area=area, theme=name
    )
    upload = dcc.Link(say("dashboard.overview.upload", lang), href="/so-lieu/tai-len")
    template = dcc.Link(say("dashboard.yearly.template", lang), href=chosen.address("/so-lieu/bieu-mau"))
    return html.P([words, " ", upload, " · ", template], className="second only-years")
