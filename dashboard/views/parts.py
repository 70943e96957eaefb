"""Small parts that the data pages share: page heads, tables, forms."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeAlias

import dash_mantine_components as dmc
from dash import html
from dash.development.base_component import Component

from dashboard import formats
from dashboard.components.signs import tick_sign
from data.period import Period
from data.wording import say

Cell: TypeAlias = Component | str | None


def short_period(period: Period, language: str) -> str:
    """`T7/2010` or `Jul 2010` for a month, else in words."""
    if period.kind == "month":
        return formats.month_short(period.last, language)
    return formats.period_long(period, language)


def page_head(eyebrow: str, title: str, *actions: Component, under: Sequence[Component] = ()) -> html.Div:
    """Eyebrow, the one `h1` of the page with what stands under it, and its controls at the right."""
    return html.Div(
        [
            html.Div([html.P(eyebrow, className="eyebrow"), html.H1(title), *under]),
            html.Div(list(actions), className="controls"),
        ],
        className="page-head",
    )


def section(
    title: str, *children: Component, note: str = "", id: str = "", mark: Component | None = None
) -> html.Section:
    """A section under a ruled heading; `mark` explains a word of it."""
    name = html.Div([html.H2(title), mark], className="with-help") if mark is not None else html.H2(title)
    head = html.Div([name, html.Span(note, className="small quiet")], className="section-head")
    more = {"id": id} if id else {}
    return html.Section([head, *children], className="block", **more)


def table(
    headings: Sequence[str],
    rows: Iterable[Sequence[Cell]],
    *,
    caption: str,
    text_columns: Iterable[int] = (0,),
    row_keys: Sequence[str] | None = None,
    is_map: bool = False,
    stacks: bool = False,
    is_numbered: bool = False,
) -> html.Div:
    """A plain table in its own scroll box. The first cell of each row is its heading; `row_keys` go to `data-cell`.

    A map, and a table that stacks, bear the heading in every cell as well, so that a narrow screen can show their rows
    as blocks; a map has more air between its rows. `is_numbered` is for first cells that say little alone, a number or
    a day: blocks begin with their heading too.
    """
    repeats = is_map or stacks
    texts = set(text_columns)
    body = []
    for number, row in enumerate(rows):
        cells = [html.Th(row[0], scope="row", **({"data-heading": headings[0]} if is_numbered else {}))]
        cells += [
            html.Td(
                cell, className="" if i in texts else "number", **({"data-heading": headings[i]} if repeats else {})
            )
            for i, cell in enumerate(row[1:], start=1)
        ]
        more = {"data-cell": row_keys[number], "tabIndex": 0} if row_keys else {}
        body.append(html.Tr(cells, **more))
    kinds = ["map"] * is_map + ["stacks"] * repeats + [f"text-{i}" for i in sorted(texts)]
    head = [html.Th(h, scope="col", className="is-text" if i in texts else "") for i, h in enumerate(headings)]
    return html.Div(
        html.Table(
            [html.Caption(caption, className="visually-hidden"), html.Thead(html.Tr(head)), html.Tbody(body)],
            className=" ".join(("data-table", *kinds)),
        ),
        className="scroll-box",
        tabIndex=0,
        role="region",
        **{"aria-label": caption},
    )


STEPS = ("upload", "read", "preview", "accept")


def steps(current: str, lang: str) -> html.Ol:
    """The way of a workbook into the store: what is done, where one is, what follows."""
    at = STEPS.index(current)
    shown = []
    for number, name in enumerate(STEPS):
        words = say(f"data_pages.steps.{name}", lang)
        if number < at:
            shown.append(html.Li([tick_sign(), words], className="step is-done"))
        else:
            more = {"aria-current": "step"} if number == at else {}
            shown.append(html.Li(f"{number + 1}. {words}", className="step", **more))
    return html.Ol(shown, className="steps", **{"aria-label": say("data_pages.steps.title", lang)})


def page_words(number: int, at_once: int, total: int, lang: str) -> html.Span:
    """Which part of a list a page shows; `number` counts from 0."""
    words = say(
        "data_pages.release.page",
        lang,
        page=number + 1,
        pages=(total - 1) // at_once + 1,
        first=formats.number(number * at_once + 1, 0, lang),
        last=formats.number(min(total, (number + 1) * at_once), 0, lang),
        total=formats.number(total, 0, lang),
    )
    return html.Span(words, className="small second")


def empty(words: str, *actions: Component) -> html.Div:
    """The designed look of nothing: one sentence, and what to try."""
    return html.Div([html.P(words), *actions], className="empty")


def missing() -> html.Span:
    """What nobody stated; where a narrow screen shows rows as blocks it is left out."""
    return html.Span("…", className="missing")


def link_button(words: str, href: str, *, is_main: bool = False, is_current: bool = False) -> html.A:
    """A link that looks like a button; `is_current` marks the choice that is shown."""
    more = {"aria-current": "true"} if is_current else {}
    return html.A(words, href=href, className="control main-button" if is_main else "control", **more)


def decision_form(address: str, words: str, person: str, language: str) -> html.Form:
    """A form that sends one decision, with a name and a reason, to an address; `words` stand on its button."""
    return html.Form(
        [
            text_field("person", say("data_pages.release.person", language), person),
            text_field("why", say("data_pages.release.why", language), "", required=True),
            html.Button(words, type="submit", className="control"),
        ],
        action=address,
        method="POST",
        className="decision",
    )


def text_field(name: str, label: str, value: str, *, required: bool = False) -> Component:
    return dmc.TextInput(name=name, label=label, value=value, required=required, size="sm", className="text-field")


def to_data(lang: str) -> html.A:
    """The way on from an address that names nothing that the store holds."""
    return link_button(say("dashboard.nav.data", lang), "/so-lieu", is_main=True)
