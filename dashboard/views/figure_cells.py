"""Cells that the lists of changed figures share: what a figure is about, and by how much it changed."""

from __future__ import annotations

from dash import html
from dash.development.base_component import Component

from dashboard import formats
from dashboard.charts import area_title
from dashboard.names import item_name
from dashboard.views.parts import short_period
from data.observation import WHOLE_COUNTRY
from data.period import Period
from data.store import Series
from data.wording import say


def named_figure(series: Series, period: Period, lang: str, place: str = "") -> Component:
    """The item, and under it the period, the kind of figure, its unit, and its cell."""
    area = "" if series.area == WHOLE_COUNTRY else area_title(series.area, lang)
    name = " · ".join(filter(None, (area, item_name(series, lang))))
    meaning = say(f"data_pages.measure.{series.measure}.{series.comparison}", lang)
    kind = ", ".join(filter(None, (meaning, formats.unit_name(series.unit, lang))))
    cell = [" · ", html.Span(place, className="place")] if place else []
    return html.Span([name, html.Span([f"{short_period(period, lang)} · {kind}", *cell], className="under small")])


def difference_cell(difference: float | None, percent: float | None, lang: str) -> Component | str:
    """By how much, and under it how much that is of the earlier figure."""
    if difference is None:
        return "…"
    by = formats.signed(difference, 1, lang, "")
    if percent is None:
        return by
    return html.Span([by, html.Span(formats.signed(percent, 1, lang), className="under small")])
