"""A sheet of a release as it was read: headings, labels and figures at their cells, coloured by what was understood."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from dash import html
from dash.development.base_component import Component

from dashboard import formats
from data.findings import Finding, Severity
from data.store import RecordedFinding, Release, Store
from data.wording import say
from loaders.release import waiting_figures

MAX_ROWS, MAX_COLUMNS = 160, 24
_CELL = re.compile(r"([A-Z]+)(\d+)")


@dataclass
class Sheet:
    """Cells of one sheet: (row, column letters) -> (words, state)."""

    name: str
    cells: dict[tuple[int, str], tuple[str, str]] = field(default_factory=dict)
    labels: dict[int, str] = field(default_factory=dict)
    headings: dict[str, str] = field(default_factory=dict)


def sheets_of(store: Store, release: Release, findings: Sequence[RecordedFinding], lang: str) -> dict[str, Sheet]:
    """The sheets of a release by name, put together from the cells that its figures came from and its findings."""
    columns, origins = store.content(release.id)
    sheets: dict[str, Sheet] = {}
    for row in range(len(columns)):
        place = origins[row]
        match = _CELL.fullmatch(place.origin.cell)
        if match is None:
            continue
        sheet = sheets.setdefault(place.origin.sheet, Sheet(place.origin.sheet))
        number = int(match[2])
        sheet.cells[number, match[1]] = (formats.number(float(columns.value[row]), 1, lang), "understood")
        sheet.labels[number] = " ".join(place.origin.labels)
        sheet.headings[match[1]] = " ".join(place.origin.headings)
    for one in findings:
        _add_waiting(sheets, one.finding, lang)
        finding = one.finding
        match = _CELL.fullmatch(finding.cell)
        if match is None or finding.sheet not in sheets:
            continue
        held = sheets[finding.sheet].cells.get((int(match[2]), match[1]))
        state = "warning" if held and held[1] != "not-understood" else "not-understood"
        if finding.severity != Severity.NOTE:
            sheets[finding.sheet].cells[int(match[2]), match[1]] = (held[0] if held else "?", state)
    return sheets


def _add_waiting(sheets: dict[str, Sheet], finding: Finding, lang: str) -> None:
    """The figures under a heading that is a question; a row has its label where others of it were understood."""
    for cell, value in waiting_figures(finding):
        if match := _CELL.fullmatch(cell):
            sheet = sheets.setdefault(finding.sheet, Sheet(finding.sheet))
            sheet.cells[int(match[2]), match[1]] = (formats.number(value, 1, lang), "not-understood")
            sheet.headings[match[1]] = str(finding.parameters["heading"])


def sheet_picture(
    store: Store, release: Release, findings: Sequence[RecordedFinding], wanted: str, lang: str
) -> Component:
    """The chosen sheet as a grid, with a choice of sheets above and a key of its signs below."""
    sheets = sheets_of(store, release, findings, lang)
    if not sheets:
        return html.P(say("data_pages.sheet.none", lang), className="second")
    chosen = sheets.get(wanted) or next(iter(sheets.values()))
    links = [
        html.A(
            name,
            href=f"/so-lieu/ban/{release.id}?trang={name}",
            className="sheet-tab",
            **({"aria-current": "true"} if name == chosen.name else {}),
        )
        for name in sheets
    ]
    key = [
        html.Span(say(f"data_pages.sheet.{state}", lang), className=f"sheet-key cell-{state}")
        for state in ("heading", "understood", "warning", "not-understood")
    ]
    return html.Div(
        [
            html.Nav(links, className="sheet-tabs", **{"aria-label": say("data_pages.sheet.tabs", lang)}),
            html.Div(
                _grid(chosen, lang),
                className="scroll-box sheet-box",
                tabIndex=0,
                role="region",
                **{"aria-label": chosen.name},
            ),
            html.P(key, className="small"),
        ]
    )


def _grid(sheet: Sheet, lang: str) -> Component:
    columns = sorted(sheet.headings, key=lambda name: (len(name), name))[:MAX_COLUMNS]
    rows = sorted({row for row, _ in sheet.cells})[:MAX_ROWS]
    letters = html.Tr(
        [html.Th("", scope="col"), html.Th("A", scope="col"), *(html.Th(c, scope="col") for c in columns)]
    )
    heads = html.Tr(
        [
            html.Th("", scope="row"),
            html.Td("", className="cell-heading"),
            *(html.Td(sheet.headings[c], className="cell-heading") for c in columns),
        ]
    )
    body = [heads]
    for row in rows:
        cells: list[Component] = [
            html.Th(str(row), scope="row"),
            html.Td(sheet.labels.get(row, ""), className="cell-label"),
        ]
        for column in columns:
            words, state = sheet.cells.get((row, column), ("", "empty"))
            key = f"{sheet.name}!{column}{row}"
            more = {"data-cell": key} if state != "empty" else {}
            hint = say(f"data_pages.sheet.{state}", lang) if state in ("warning", "not-understood") else ""
            cells.append(
                html.Td([words, html.Span(hint, className="visually-hidden")], className=f"cell-{state} number", **more)
            )
        body.append(html.Tr(cells))
    return html.Table(
        [html.Caption(sheet.name, className="visually-hidden"), html.Thead(letters), html.Tbody(body)],
        className="sheet",
    )
