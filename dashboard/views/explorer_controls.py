"""The explorer's choices of how lines are shown; a changed one changes the address and asks for the chart."""

from __future__ import annotations

from typing import Any

import dash_mantine_components as dmc
from dash import html
from dash.development.base_component import Component

from dashboard.components.drawing import Drawing, text
from dashboard.components.help import help_mark
from dashboard.components.moments import NEWEST, moment_choices
from dashboard.explorer.names import transformation_name
from dashboard.explorer.selection import Selection
from dashboard.views.explored import ID
from data.store import Store
from data.wording import say
from indicators.registry import SUBJECTS


def controls(store: Store, chosen: Selection, lang: str) -> Component:
    """How it is computed first; the rest is folded behind a button where the screen is narrow."""
    how = [
        {
            "group": say(f"explorer.subjects.{subject}", lang),
            "items": [{"value": one.key, "label": transformation_name(one, lang)} for one in entries],
        }
        for subject, entries in SUBJECTS.items()
    ]
    switches = [
        _with_help(_switch("bands", chosen.with_bands, lang), "campaign", lang),
        _with_help(_switch("log", chosen.is_log, lang), "log", lang),
        _switch("axes", chosen.has_two_axes, lang),
    ]
    more = [
        html.Div([_month("start", chosen.start, lang), _month("end", chosen.end, lang)], className="field-pair"),
        _with_help(_month("base", chosen.base, lang), "base", lang),
        _with_help(
            _select("as_of", moment_choices(store, chosen.moment, lang), chosen.moment or NEWEST, lang), "as_of", lang
        ),
        html.Div(switches, className="switches"),
    ]
    return html.Div(
        [
            _select("how", how, chosen.transformation, lang, is_searchable=True),
            _unfold(lang),
            html.Div(more, id="explorer-more", className="more-controls"),
        ],
        className="explorer-controls",
        role="group",
        **{"aria-label": say("explorer.controls", lang)},
    )


def _unfold(lang: str) -> Drawing:
    words = text(say("explorer.more_controls", lang))
    return Drawing(
        f'<button type="button" class="control" data-explore-more aria-expanded="false"'
        f' aria-controls="explorer-more">{words}</button>',
        className="unfold",
    )


def _with_help(field: Component, term: str, lang: str) -> Component:
    return html.Div([field, help_mark(term, lang)], className="field-help")


def _select(
    role: str, options: list[dict[str, Any]], value: str, lang: str, *, is_searchable: bool = False
) -> Component:
    return dmc.Select(
        id=ID(role),
        label=say(f"explorer.{role}", lang),
        data=options,
        value=value,
        searchable=is_searchable,
        allowDeselect=False,
        size="sm",
        maxDropdownHeight=420,
        comboboxProps={"position": "bottom-start"},
    )


def _month(role: str, iso: str, lang: str) -> Component:
    return dmc.TextInput(
        id=ID(role),
        label=say(f"explorer.{role}", lang),
        value=f"{iso[5:]}/{iso[:4]}" if iso else "",
        placeholder=say("explorer.month_example", lang),
        debounce=700,
        size="sm",
    )


def _switch(role: str, is_on: bool, lang: str) -> Component:
    return dmc.Switch(id=ID(role), label=say(f"explorer.{role}", lang), checked=is_on, size="sm")
