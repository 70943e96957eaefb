"""The list of releases, newest first, a page at a time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from urllib.parse import urlencode

from dash import html
from dash.development.base_component import Component

from dashboard import formats
from dashboard.views.parts import empty, link_button, page_words, table
from data import clock
from data.people import person
from data.store import Release
from data.wording import say

AT_ONCE = 24
_STATES = {"staged": "chip chip-warn", "rolled_back": "chip"}


def release_list(releases: Sequence[Release], asked: str, kept: Mapping[str, str], lang: str) -> Component:
    """`asked` is the number of the page from 0; `kept` is what else the address says."""
    if not releases:
        return empty(say("data_pages.home.none_such", lang))
    ordered = sorted(releases, key=lambda one: (one.state == "staged", one.released, one.id), reverse=True)
    last = (len(ordered) - 1) // AT_ONCE
    number = min(int(asked) if asked.isdigit() else 0, last)
    rows = [_row(one, lang) for one in ordered[number * AT_ONCE : (number + 1) * AT_ONCE]]
    names = ("file", "released", "state", "figures", "uploaded_by", "accepted_by", "recorded")
    headings = [say(f"data_pages.columns.{n}", lang) for n in names]
    caption = say("data_pages.home.releases", lang)
    return html.Div(
        [
            table(headings, rows, caption=caption, text_columns=(0, 2, 4, 5)),
            *(_pager(number, len(ordered), kept, lang) if last else []),
        ]
    )


def _row(one: Release, lang: str) -> list[Component | str]:
    state = say(f"data_pages.state.{one.state}", lang)
    return [
        html.A(one.file, href=f"/so-lieu/ban/{one.id}", className="breakable"),
        formats.day(one.released, lang),
        html.Span(state, className=_STATES.get(one.state, "")),
        formats.number(one.figures, 0, lang),
        person(one.uploaded_by, lang),
        person(one.accepted_by, lang) or "…",
        formats.day(clock.day_of(one.recorded), lang) if one.recorded else "…",
    ]


def _pager(number: int, total: int, kept: Mapping[str, str], lang: str) -> list[Component]:
    last = (total - 1) // AT_ONCE

    def step(at: int, key: str) -> list[Component]:
        if not 0 <= at <= last:
            return []
        address = f"/so-lieu?{urlencode({**kept, 'tr': at})}#lan-nap"
        return [link_button(say(f"data_pages.home.{key}", lang), address)]

    shown = page_words(number, AT_ONCE, total, lang)
    return [html.Div([*step(number - 1, "newer"), shown, *step(number + 1, "older")], className="pager")]
