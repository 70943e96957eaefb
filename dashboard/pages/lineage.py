"""Where one figure comes from: workbook, sheet, cell, headings as they stood, and every earlier version."""

from __future__ import annotations

from urllib.parse import unquote

import dash
from dash import html
from dash.development.base_component import Component

from dashboard import formats
from dashboard.charts import area_title
from dashboard.components.signs import status_sign
from dashboard.context import language, store
from dashboard.names import item_name
from dashboard.views.parts import empty, link_button, page_head, section, short_period, table
from data.store import Lineage, Version
from data.store.errors import StoreError
from data.wording import say

dash.register_page(__name__, path_template="/so-lieu/o/<figure_id>", name="data_pages.lineage.title", order=43)


def layout(figure_id: str = "", **_query: str) -> html.Div:
    lang = language()
    try:
        found = store().origin(unquote(figure_id))
    except (StoreError, ValueError) as error:
        words = error.message(lang) if isinstance(error, StoreError) else say("data_pages.lineage.unknown", lang)
        return html.Div(
            [page_head(say("data_pages.lineage.eyebrow", lang), say("data_pages.lineage.title", lang)), empty(words)]
        )
    return html.Div(
        [
            _head(found, lang),
            html.Div(
                [
                    section(say("data_pages.lineage.place", lang), _place(found, lang)),
                    section(
                        say("data_pages.lineage.versions", lang),
                        version_table(found, lang),
                        note=formats.number(len(found.versions), 0, lang),
                    ),
                ],
                className="two-columns",
            ),
        ]
    )


def _head(found: Lineage, lang: str) -> Component:
    figure, series = found.figure, found.series
    decimals = 1 if abs(figure.value) >= 10 else 2
    value = formats.number(figure.value, decimals, lang)
    title = f"{item_name(series, lang)}, {short_period(figure.period, lang)}: {value} {series.unit}"
    meaning = say(f"data_pages.measure.{series.measure}.{series.comparison}", lang)
    return page_head(
        f"{area_title(series.area, lang)} · {meaning}",
        title,
        link_button(say("data_pages.release.original", lang), f"/so-lieu/ban/{found.release.id}/goc"),
        link_button(say("data_pages.lineage.release", lang), f"/so-lieu/ban/{found.release.id}?trang={found.sheet}"),
    )


def _place(found: Lineage, lang: str) -> Component:
    uploaded = formats.day(found.uploaded.date(), lang) if found.uploaded else "…"
    facts = [
        ("file", found.file),
        ("sheet", found.sheet),
        ("cell", html.B(found.cell)),
        ("labels", " › ".join((*found.parents, found.item or found.series.label))),
        ("headings", " / ".join(found.headings)),
        ("value", repr(found.figure.value)),
        ("status", status_sign(found.figure.status, lang)),
        ("released", formats.day(found.figure.released, lang)),
        ("uploaded_by", f"{found.uploaded_by}, {uploaded}"),
        ("accepted_by", found.accepted_by or "…"),
        ("other_cells", ", ".join(found.other_cells) or "…"),
        ("confirmed", formats.number(len(found.confirmed_by), 0, lang)),
    ]
    parts: list[Component] = []
    for name, value in facts:
        parts += [html.Dt(say(f"data_pages.columns.{name}", lang)), html.Dd(value)]
    return html.Dl(parts, className="facts")


def version_table(found: Lineage, lang: str) -> Component:
    """Every version in the order of publication, with its difference to the one before."""
    rows = []
    before: Version | None = None
    for version in found.versions:
        change = formats.signed(version.value - before.value, 1, lang, "") if before else "…"
        figure = f"{found.series.id}:{found.figure.period}:{version.release_id}"
        state = say("data_pages.state.rolled_back", lang) if version.withdrawn else status_sign(version.status, lang)
        rows.append(
            [
                formats.day(version.released, lang),
                html.A(formats.number(version.value, 1, lang), href=f"/so-lieu/o/{figure}", className="figure-link"),
                change,
                state,
                f"{version.sheet}!{version.cell}",
            ]
        )
        before = version
    names = ("released", "value", "difference", "status", "cell")
    return table(
        [say(f"data_pages.columns.{n}", lang) for n in names],
        rows,
        caption=say("data_pages.lineage.versions", lang),
        text_columns=(0, 3, 4),
    )
