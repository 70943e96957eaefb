"""Long lists in groups that fold on phones, and one field that narrows all of them; `74-lists.js` does both."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import dash_mantine_components as dmc
from dash import ClientsideFunction, Input, Output, clientside_callback, html
from dash.development.base_component import Component

from dashboard import formats
from dashboard.views.parts import section
from data.wording import say

LISTS = "lists"


@dataclass(frozen=True, slots=True)
class Group:
    """Rows of one kind under a name; `note` says what holds for all of them. `folds` says where it is closed at first:
    `never`, on `phones`, or `always`.
    """

    name: str
    count: int
    table: Component
    note: str = ""
    folds: str = "phones"


@dataclass(frozen=True, slots=True)
class List:
    """A section of groups; without any it says `nothing`."""

    code: str
    title: str
    groups: Sequence[Group]
    nothing: Component
    foot: Sequence[Component] = ()
    short: str = ""
    """The title where there is little room."""

    @property
    def count(self) -> int:
        return sum(one.count for one in self.groups)


def lists(many: Sequence[List], before: Component, lang: str) -> html.Div:
    """The field and the ways to each list, which stay in reach, what stands before the lists, and the lists."""
    return html.Div([_finder(many, lang), before, *(_section(one, lang) for one in many)], id=LISTS, className="lists")


def _finder(many: Sequence[List], lang: str) -> html.Div:
    label = say("campaign_pages.find.label", lang)
    field = dmc.TextInput(
        id=f"{LISTS}-words",
        attributes={"input": {"type": "search"}},
        placeholder=say("campaign_pages.find.example", lang),
        size="sm",
        className="lists-words",
        **{"aria-label": label},
    )
    ways = [
        html.A([one.short or one.title, " ", _number(one.count, lang)], href=f"#{one.code}", className="control")
        for one in many
    ]
    words = {f"data-{key}": say(f"campaign_pages.find.{key}", lang) for key in ("one", "some", "none")}
    return html.Div(
        [
            field,
            html.Nav(ways, className="lists-ways", **{"aria-label": say("campaign_pages.find.ways", lang)}),
            html.P(id=f"{LISTS}-found", role="status", className="small second", **words),
        ],
        className="lists-finder",
        role="search",
    )


def _section(one: List, lang: str) -> html.Section:
    groups = [_group(group, lang) for group in one.groups]
    return section(one.title, *(groups or [one.nothing]), *one.foot, id=one.code)


def _group(one: Group, lang: str) -> html.Details:
    more = {"data-roomy": "open"} if one.folds == "phones" else {}
    summary = [html.Span(one.name, className="group-name"), " ", _number(one.count, lang)]
    note = [html.Span(one.note, className="group-note", lang="vi")] if one.note else []
    return html.Details(
        [html.Summary([*summary, *note]), one.table], open=one.folds == "never", className="group", **more
    )


def _number(count: int, lang: str) -> html.Span:
    return html.Span(formats.number(count, 0, lang), className="group-count")


def connect() -> None:
    """Open the groups for which a screen has room, once they stand there."""
    clientside_callback(ClientsideFunction(LISTS, "unfold"), Output(f"{LISTS}-found", "title"), Input(LISTS, "id"))
