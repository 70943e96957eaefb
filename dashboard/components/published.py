"""Figures that only documents state, such as those of a province before its workbooks: quoted, never computed."""

from __future__ import annotations

from typing import Any

from dash import html

from dashboard.charts import area_title
from dashboard.formats import number, period_long, unit_name, within_sentence
from data.catalogue import catalogue
from data.period import Period
from data.store import Store
from data.store.register import PublishedFigure
from data.wording import all_wording, say

MOST_ROWS = 60


def published_block(store: Store, area: str, language: str, theme: str = "") -> Any:
    """A table of what documents say about an area, or about one theme of it; None where there is nothing."""
    tables = {one.table for one in catalogue().indicators.values() if one.theme == theme}
    stated = [one for one in store.published_figures(area) if one.area == area and one.value is not None]
    figures = [one for one in stated if not theme or one.theme in tables]
    if not figures:
        return None
    columns = (("indicator", ""), ("period", ""), ("value", ""), ("wording", "source-cell"))
    head = html.Tr(
        [html.Th(say(f"dashboard.overview.{key}", language), scope="col", className=name) for key, name in columns]
    )
    rows = [
        html.Tr(
            [
                html.Th(_named(one, language), scope="row"),
                html.Td(period_told(one.period, language), className="number"),
                html.Td(_value(one.value or 0, one.unit, language), className="number"),
                html.Td(as_written(one.source, language), className="small quiet source-cell"),
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


def _named(one: PublishedFigure, language: str) -> list[Any]:
    """The indicator, and beneath it what the document says word for word, with its `khoảng`, `trên` or `gần`."""
    quoted = html.Span(as_written(f"“{one.wording}”", language), className="small quiet")
    return [quoted_indicator(one.indicator, language), *([html.Br(), quoted] if one.wording else [])]


def as_written(words: str, language: str) -> Any:
    """The words of a document; on a page in another language they say that they are Vietnamese."""
    return words if language == "vi" or not words else html.Span(words, lang="vi")


def quoted_indicator(words: str, language: str) -> Any:
    """What a document calls a figure; in Vietnamese where nobody translated it."""
    return indicator_told(words, language) or as_written(words, language)


def indicator_told(words: str, language: str) -> str:
    """What a document calls a figure, in the visitor's language; empty where nobody translated it."""
    return all_wording(language).get(f"campaign_pages.indicators.{words}", "")


def quoted_unit(unit: str, language: str) -> str:
    """The unit of a quoted figure, which may be none of the tables: `%/năm`, `vụ`."""
    return all_wording(language).get(f"campaign_pages.units.{unit}") or unit_name(unit, language)


def period_told(text: str, language: str) -> str:
    """A period in words; what the document says otherwise stays as written."""
    try:
        return period_long(Period.parse(text), language)
    except ValueError:
        return text.replace("/", " - ")


def _value(value: float, unit: str, language: str) -> str:
    shown = number(value, decimals_told(value), language)
    told = within_sentence(quoted_unit(unit, language))
    return f"{shown}{told}" if told.startswith("%") else f"{shown} {told}"


def decimals_told(value: float | None) -> int:
    """How many decimals a document gave a figure."""
    text = f"{value or 0:.4f}".rstrip("0")
    return len(text.split(".")[1])
