"""Figures that only documents state, such as those of a province before its workbooks: quoted, never computed."""

from __future__ import annotations

from typing import Any

from dash import html

from dashboard.charts import area_title
from dashboard.formats import number
from data.store import Store
from data.wording import say

MOST_ROWS = 60


def published_block(store: Store, area: str, language: str) -> Any:
    """A table of what documents say about an area; None where there is nothing."""
    figures = [one for one in store.published_figures(area) if one.area == area and one.value is not None]
    if not figures:
        return None
    columns = ("indicator", "period", "value", "wording")
    head = html.Tr([html.Th(say(f"dashboard.overview.{key}", language), scope="col") for key in columns])
    rows = [
        html.Tr(
            [
                html.Th(one.wording or one.indicator, scope="row"),
                html.Td(one.period, className="number"),
                html.Td(f"{number(one.value, _decimals(one.value or 0), language)} {one.unit}", className="number"),
                html.Td(one.source, className="small quiet source-cell"),
            ]
        )
        for one in figures[:MOST_ROWS]
    ]
    title = say("dashboard.overview.published", language)
    return html.Section(
        [
            html.Div(html.H2(f"{title}: {area_title(area, language)}"), className="section-head"),
            html.P(say("dashboard.overview.published_note", language), className="second"),
            html.Div(
                html.Table([html.Thead(head), html.Tbody(rows)], className="data-table"),
                className="scroll-box",
                tabIndex=0,
                role="region",
                **{"aria-label": title},
            ),
        ],
        className="published",
    )


def _decimals(value: float) -> int:
    text = f"{value:.4f}".rstrip("0")
    return len(text.split(".")[1])
