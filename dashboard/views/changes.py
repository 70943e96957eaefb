"""The changes of a release, a page at a time: of one kind, searched, of one table, in the order that is wanted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from urllib.parse import urlencode

import dash_mantine_components as dmc
from dash import html
from dash.development.base_component import Component

from dashboard import formats
from dashboard.components.signs import status_sign
from dashboard.views.figure_cells import difference_cell, named_figure
from dashboard.views.parts import empty, link_button, page_words, table
from data.catalogue import catalogue
from data.store import Change, Figure, Release
from data.wording import say
from loaders.release import Preview

PAGE_SIZE = 50
KINDS = ("revised", "new", "missing", "unchanged")
KEPT = ("loai", "tim", "bang", "xep", "trang")
"""What the address says about the list: kind, words, table, order; and the sheet that is shown beside it."""
BY_SIZE = "lon-nhat"


def kind_of(seen: Preview, query: Mapping[str, str]) -> str:
    """The kind asked for, else revised figures where there are any."""
    asked = query.get("loai", "")
    return asked if asked in KINDS else "revised" if seen.counts["revised"] else "new"


def chosen_changes(seen: Preview, query: Mapping[str, str]) -> list[Change]:
    return seen.select(
        [kind_of(seen, query)],
        text=query.get("tim", ""),
        table=query.get("bang") or None,
        largest_first=query.get("xep") == BY_SIZE,
    )


def change_counts(release: Release, seen: Preview, query: Mapping[str, str], lang: str) -> Component:
    """How many figures are new, revised, gone and unchanged, each leading to its list."""
    kind = kind_of(seen, query)
    links = [
        html.A(
            [
                html.Span(formats.number(seen.counts[one], 0, lang), className="count number"),
                html.Span(say(f"data_pages.change.{one}", lang)),
            ],
            href=_address(release, {**query, "loai": one}),
            className="count-link",
            **({"aria-current": "true"} if one == kind else {}),
        )
        for one in KINDS
    ]
    return html.Nav(links, className="counts", **{"aria-label": say("data_pages.release.changes", lang)})


def change_list(
    release: Release, seen: Preview, shown: Sequence[Change], query: Mapping[str, str], lang: str
) -> Component:
    """The filters, one page of the changes, and the way to the others."""
    kind = kind_of(seen, query)
    is_narrowed = bool(query.get("tim") or query.get("bang"))
    if not shown and not is_narrowed:
        return empty(say(f"data_pages.change.none_{kind}", lang))
    filters = _filters(release, seen, kind, query, lang)
    if not shown:
        return html.Div([filters, empty(say("data_pages.change.none_such", lang))], className="changes-box")
    asked = query.get("tr", "0")
    number = min(int(asked) if asked.isdigit() else 0, (len(shown) - 1) // PAGE_SIZE)
    pager = _pager(release, number, len(shown), query, lang)
    return html.Div([filters, _page(shown, number, kind, lang), pager], className="changes-box")


def _filters(release: Release, seen: Preview, kind: str, query: Mapping[str, str], lang: str) -> Component:
    """A plain form: what is chosen stands in the address, so that a list can be sent to a colleague."""
    tables = {"": say("data_pages.filter.all_tables", lang), **{code: _table_name(code, lang) for code in seen.tables}}
    orders = {"": say("data_pages.filter.by_place", lang), BY_SIZE: say("data_pages.filter.by_size", lang)}
    words = say("data_pages.filter.words", lang)
    return html.Form(
        [
            dmc.TextInput(
                name="tim", value=query.get("tim", ""), placeholder=words, size="sm", **{"aria-label": words}
            ),
            *([_select("bang", tables, query, lang)] if len(seen.tables) > 1 else []),
            *([_select("xep", orders, query, lang)] if kind == "revised" else []),
            html.Button(
                say("data_pages.filter.apply", lang), type="submit", name="loai", value=kind, className="control"
            ),
        ],
        action=f"/so-lieu/ban/{release.id}",
        method="GET",
        className="controls change-filters",
    )


def _select(name: str, choices: Mapping[str, str], query: Mapping[str, str], lang: str) -> Component:
    options = [
        html.Option(words, value=value, selected=value == query.get(name, "")) for value, words in choices.items()
    ]
    return html.Select(
        options, name=name, className="control", **{"aria-label": say(f"data_pages.filter.{name}", lang)}
    )


def _table_name(code: str, lang: str) -> str:
    known = catalogue().tables[code]
    return known.en if lang == "en" else known.vi


def _page(shown: Sequence[Change], number: int, kind: str, lang: str) -> Component:
    """What each figure is stands in one cell, so that a release fits beside the picture of its sheet."""
    page = shown[number * PAGE_SIZE : (number + 1) * PAGE_SIZE]
    columns = {"revised": ("old", "new", "difference"), "missing": ("old",)}.get(kind, ("new",))
    values = {
        "old": lambda one: _value(one.old, lang),
        "new": lambda one: _value(one.new, lang),
        "difference": lambda one: difference_cell(one.difference, one.percent, lang),
    }
    rows = [
        [
            named_figure(one.series, one.period, lang, f"{one.sheet}!{one.cell}"),
            *(values[name](one) for name in columns),
        ]
        for one in page
    ]
    return table(
        [say(f"data_pages.columns.{n}", lang) for n in ("figure", *columns)],
        rows,
        caption=say("data_pages.release.changes", lang),
        row_keys=[f"{one.sheet}!{one.cell}" for one in page],
    )


def _pager(release: Release, number: int, total: int, query: Mapping[str, str], lang: str) -> Component:
    last = (total - 1) // PAGE_SIZE
    steps = {"«": 0, "‹": number - 1, "›": number + 1, "»": last}
    links = {
        sign: link_button(sign, _address(release, query, tr=str(at)))
        for sign, at in steps.items()
        if 0 <= at <= last and at != number
    }
    before = [links[sign] for sign in ("«", "‹") if sign in links]
    after = [links[sign] for sign in ("›", "»") if sign in links]
    return html.Div([*before, page_words(number, PAGE_SIZE, total, lang), *after], className="pager")


def _address(release: Release, query: Mapping[str, str], **more: str) -> str:
    kept = {name: query[name] for name in KEPT if query.get(name)}
    return f"/so-lieu/ban/{release.id}?{urlencode({**kept, **more})}"


def _value(figure: Figure | None, lang: str) -> Component | str:
    if figure is None:
        return "…"
    shown = formats.number(figure.value, 1 if abs(figure.value) >= 10 else 2, lang)
    return html.Span([shown, " ", status_sign(figure.status, lang, with_text=False)])
