"""What is loaded: for each table the months of every year, and the certainty of each month of a shorter span."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import groupby
from urllib.parse import urlencode

from dash import html
from dash.development.base_component import Component

from dashboard import formats
from dashboard.components.signs import status_sign
from data.catalogue import catalogue
from data.period import MONTHS_IN_YEAR, Period
from data.store import Coverage
from data.wording import say

HOME = "/so-lieu"
MONTHS_SHOWN = 18
STATUSES = ("official", "preliminary", "estimate", "")


def years_map(held: Sequence[Coverage], chosen: int | None, kept: Mapping[str, str], lang: str) -> Component:
    """Months loaded of each table and year, darker the more; a year leads to its months."""
    months = {one.table: Counter(_year(month) for month in one.months if month.kind == "month") for one in held}
    known = [year for found in months.values() for year in found]
    years = range(min(known), max(known) + 1)
    head = [html.Th(_year_link(year, chosen, kept), scope="col") for year in years]
    rows = [
        html.Tr([html.Th(name, scope="row"), *(_year_cell(months[code][year], lang) for year in years)])
        for code, name in _tables(months, lang)
    ]
    return _table(say("data_pages.coverage.years", lang), [html.Tr([_corner(lang), *head])], rows, "years-map")


def _year_link(year: int, chosen: int | None, kept: Mapping[str, str]) -> Component:
    more = {"aria-current": "true"} if year == chosen else {}
    return html.A(str(year), href=f"{HOME}?{urlencode({**kept, 'nam': year})}#thang", className="number", **more)


def _year_cell(count: int, lang: str) -> Component:
    if not count:
        return html.Td(_not_loaded(lang), className="is-empty")
    words = say("data_pages.coverage.months_of_year", lang, count=count)
    return html.Td(
        html.Span(str(count), title=words, className="number"), style={"--share": f"{count / MONTHS_IN_YEAR:.2f}"}
    )


def months_map(held: Sequence[Coverage], span: Period, lang: str) -> Component:
    """The least certain status of each month's figures, or that nothing is loaded."""
    months = [Period(at, at) for at in range(span.first, span.last + 1)]
    found = {one.table: one.months for one in held}
    years = [html.Td()] + [
        html.Th(str(year), colSpan=len(list(many)), scope="colgroup", className="number")
        for year, many in groupby(months, _year)
    ]
    heads = [_corner(lang), *(html.Th(formats.month_short(m.last, lang, with_year=False), scope="col") for m in months)]
    rows = [
        html.Tr([html.Th(name, scope="row"), *(_month_cell(found[code].get(month), lang) for month in months)])
        for code, name in _tables(found, lang)
    ]
    return _table(say("data_pages.coverage.months", lang), [html.Tr(years), html.Tr(heads)], rows, "months-map")


def coverage_key(lang: str) -> Component:
    signs = [status_sign(one, lang) for one in STATUSES]
    return html.Div(
        [*signs, html.Span([_not_loaded(lang, is_key=True), " ", say("data_pages.home.not_loaded", lang)])],
        className="key small second",
    )


def _month_cell(status: str | None, lang: str) -> Component:
    if status is None:
        return html.Td(_not_loaded(lang), className="is-empty")
    return html.Td(status_sign(status, lang, with_text=False))


def _not_loaded(lang: str, *, is_key: bool = False) -> Component:
    words = say("data_pages.home.not_loaded", lang)
    if is_key:
        return html.Span(className="not-loaded")
    return html.Span(html.Span(words, className="visually-hidden"), className="not-loaded", title=words)


def _corner(lang: str) -> Component:
    return html.Th(say("data_pages.columns.table", lang), scope="col")


def _tables(found: Mapping[str, object], lang: str) -> list[tuple[str, str]]:
    """Codes and names of the tables with figures, in the order of the catalogue."""
    return [
        (code, known.en if lang == "en" else known.vi) for code, known in catalogue().tables.items() if code in found
    ]


def _table(caption: str, head: list[Component], rows: list[Component], look: str) -> Component:
    words = html.Caption(caption, className="visually-hidden")
    return html.Div(
        html.Table([words, html.Thead(head), html.Tbody(rows)], className=f"data-table coverage {look}"),
        className="scroll-box",
        tabIndex=0,
        role="region",
        **{"aria-label": caption},
    )


def _year(month: Period) -> int:
    return month.last // MONTHS_IN_YEAR
