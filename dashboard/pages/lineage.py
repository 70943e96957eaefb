"""Where one figure comes from: its cell in the original sheet, who accepted it, and every earlier version."""

from __future__ import annotations

from decimal import Decimal
from typing import Any
from urllib.parse import quote, unquote

import dash
from dash import Input, Output, State, callback, dcc, html
from dash.development.base_component import Component

from dashboard import formats
from dashboard.analysts import NEVER_ACCEPTED, origin_for_visitor
from dashboard.charts import area_title
from dashboard.components.drawing import Drawing
from dashboard.components.figures import figure_link, figure_path
from dashboard.components.help import help_mark
from dashboard.components.history_drawing import history_drawing
from dashboard.components.signs import status_sign
from dashboard.context import language, store
from dashboard.derivations.formula_text import exact
from dashboard.figure_lineage import (
    FIRST_ESTIMATES,
    certainty_of,
    decimals_of,
    expectation_of,
    growth_trace,
    out_of_use,
    value_with_unit,
)
from dashboard.ids import ids
from dashboard.names import subject
from dashboard.views.parts import empty, link_button, page_head, section, short_period, table, to_data
from dashboard.views.surroundings import sheet_piece
from dashboard.views.watermark import unaccepted_mark
from data import clock
from data.people import person
from data.store import Lineage, Version
from data.store.errors import StoreError
from data.wording import say

dash.register_page(__name__, path_template="/so-lieu/o/<figure_id>", name="data_pages.lineage.title", order=43)

ID = ids("lineage")


def layout(figure_id: str = "", **_query: str) -> html.Div:
    lang = language()
    found = lineage_of(figure_id)
    if isinstance(found, str):
        head = page_head(say("data_pages.lineage.eyebrow", lang), say("data_pages.lineage.title", lang))
        return html.Div([head, empty(found, to_data(lang))])
    return html.Div(
        [
            _head(found, lang),
            html.Div(
                [
                    section(
                        say("data_pages.lineage.place", lang), _place(found, lang), mark=help_mark("published", lang)
                    ),
                    section(say("lineage.cell.history", lang), *_history(found, lang), mark=help_mark("release", lang)),
                ],
                className="two-columns",
            ),
            section(
                say("lineage.cell.picture", lang),
                html.Div(id=ID("picture"), className="sheet-waiting"),
                html.Div(_downloads(found, lang), className="controls"),
            ),
            dcc.Store(id=ID("figure"), data=found.figure.id),
        ],
        **(unaccepted_mark(lang) if found.release.state in NEVER_ACCEPTED else {}),
    )


def lineage_of(figure_id: str) -> Lineage | str:
    """The lineage, or the sentence that says why there is none."""
    try:
        return origin_for_visitor(store(), unquote(figure_id))
    except StoreError as error:
        return error.message(language())
    except (ValueError, KeyError):
        return say("data_pages.lineage.unknown", language())


@callback(Output(ID("picture"), "children"), Input(ID("figure"), "data"), State(ID("picture"), "id"))
def show_picture(figure_id: str, _: str) -> Component:
    """The piece of the sheet, fetched after the page is there: the original is opened in a process of its own."""
    found = lineage_of(figure_id)
    return empty(found) if isinstance(found, str) else sheet_piece(found, language())


def _head(found: Lineage, lang: str) -> Component:
    figure, series = found.figure, found.series
    title = f"{subject(series, lang)}, {short_period(figure.period, lang)}: {value_with_unit(found, lang)}"
    meaning = say(f"data_pages.measure.{series.measure}.{series.comparison}", lang)
    unused = out_of_use(found, lang)
    return page_head(
        f"{area_title(series.area, lang)} · {meaning}",
        title,
        link_button(say("lineage.cell.series", lang), f"/kham-pha?chuoi={series.id}"),
        link_button(
            say("data_pages.lineage.release", lang), f"/so-lieu/ban/{found.release.id}?trang={quote(found.sheet)}"
        ),
        under=[html.P(html.Span(unused, className="chip chip-bad strong"), className="chips")] if unused else [],
    )


def _downloads(found: Lineage, lang: str) -> list[Component]:
    return [
        link_button(say("lineage.cell.marked", lang), f"{figure_path(found.figure.id)}/danh-dau"),
        link_button(say("lineage.cell.untouched", lang), f"/so-lieu/ban/{found.release.id}/goc"),
    ]


def _place(found: Lineage, lang: str) -> Component:
    uploaded = formats.day(clock.day_of(found.uploaded), lang) if found.uploaded else "…"
    recorded = formats.day(clock.day_of(found.release.recorded), lang) if found.release.recorded else "…"
    facts: list[tuple[str, Any]] = [
        ("file", found.file),
        ("sheet", found.sheet),
        ("cell", html.B(found.cell, className="number")),
        ("labels", " › ".join((*found.parents, found.item or found.series.label))),
        ("headings", " / ".join(found.headings)),
        ("value", html.Span(_all_digits(found.figure.value, lang), className="number")),
        ("status", _certainty(found, lang)),
        ("released", formats.day(found.figure.released, lang)),
        ("uploaded_by", f"{person(found.uploaded_by, lang)}, {uploaded}"),
        ("accepted_by", f"{person(found.accepted_by, lang)}, {recorded}" if found.accepted_by else "…"),
        ("confirmed", formats.number(len(found.confirmed_by), 0, lang)),
    ]
    if found.other_cells:
        facts.append(("other_cells", ", ".join(found.other_cells)))
    parts: list[Component] = []
    for name, value in facts:
        parts += [html.Dt(say(f"data_pages.columns.{name}", lang)), html.Dd(value)]
    return html.Dl([*parts, *_shown_as(found, lang)], className="facts")


def _all_digits(value: float, lang: str) -> str:
    """The number as the cell holds it, none of its digits rounded away."""
    places = -int(Decimal(repr(value)).as_tuple().exponent)
    return formats.number(value, max(0, places), lang)


def _certainty(found: Lineage, lang: str) -> Component:
    status, is_stated = certainty_of(store(), found)
    note = "" if is_stated else say("lineage.cell.inferred", lang)
    return html.Span([status_sign(status, lang), html.Span(f" {note}", className="small quiet")])


def _shown_as(found: Lineage, lang: str) -> list[Component]:
    """An index stands on screens as growth: how much, and the formula one click away."""
    trace = growth_trace(found)
    if not trace:
        return []
    growth = formats.signed(found.figure.value - 100, 2, lang)
    return [
        html.Dt(say("lineage.cell.shown_as", lang)),
        html.Dd(figure_link(f"{growth} = {exact(found.figure.value, lang)} {formats.MINUS} 100", trace, "linked")),
    ]


def _history(found: Lineage, lang: str) -> list[Component]:
    """Drawing, table, and what to expect of an estimate."""
    decimals = decimals_of(found)
    drawing = history_drawing(found.versions, subject(found.series, lang), decimals, lang)
    parts: list[Component] = []
    if drawing:
        name = say("lineage.cell.history", lang)
        parts.append(
            html.Div(Drawing(drawing), className="scroll-box", tabIndex=0, role="region", **{"aria-label": name})
        )
    else:
        words = say("lineage.cell.history_once", lang, day=formats.day(found.figure.released, lang))
        parts.append(html.P(words, className="second"))
    parts.append(html.Div(version_table(found, lang), className="wide-rows"))
    if words := expectation_of(store(), found, lang):
        address = f"{FIRST_ESTIMATES}?chuoi={found.series.id}{'&cong-don=1' if found.figure.period.months > 1 else ''}"
        parts.append(
            html.P(
                [words, " ", dcc.Link(say("lineage.expect.view", lang), href=address)], className="second block-line"
            )
        )
    return parts


def version_table(found: Lineage, lang: str) -> Component:
    """Every version in the order of publication, with its difference to the one before."""
    rows = []
    before: Version | None = None
    decimals = decimals_of(found)
    for version in found.versions:
        change = formats.signed(version.value - before.value, decimals, lang, "") if before else "…"
        figure = f"{found.series.id}:{found.figure.period}:{version.release_id}"
        state = say("data_pages.state.rolled_back", lang) if version.withdrawn else status_sign(version.status, lang)
        rows.append(
            [
                formats.day(version.released, lang),
                figure_link(formats.number(version.value, decimals, lang), figure),
                html.Span(change, className="number"),
                state,
                html.Span([f"{version.sheet}!{version.cell}", html.Div(version.file, className="small quiet")]),
            ]
        )
        before = version
    names = ("released", "value", "difference", "status", "cell")
    return table(
        [say(f"data_pages.columns.{n}", lang) for n in names],
        rows,
        caption=say("data_pages.lineage.versions", lang),
        text_columns=(0, 3, 4),
        stacks=True,
        is_numbered=True,
    )
