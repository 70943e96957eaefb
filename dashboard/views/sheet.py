"""The picture of a sheet of a release: the sheet as it stands in its workbook, coloured by what was understood."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from urllib.parse import urlencode

from dash import html
from dash.development.base_component import Component

from dashboard import formats
from dashboard.components.markup import as_one_piece
from dashboard.components.signs import tick_sign
from dashboard.views.sheet_states import Sheet
from data.spoken import spoken
from data.store import Release
from data.wording import say
from loaders.release import UnreadableWorkbook
from loaders.release.originals import Neighbourhood, ShownCell, sheet_as_it_stands
from loaders.text import fold
from loaders.whole_sheet import ROWS_AT_ONCE

MOST_ROWS, MOST_COLUMNS = 160, 24
FIRST_YEAR, LAST_YEAR = 1900, 2100
STATES = ("heading", "understood", "warning", "not-understood", "ignored")


def chosen_sheet(sheets: Mapping[str, Sheet], wanted: str) -> Sheet | None:
    """The sheet asked for, else the first."""
    return sheets.get(wanted) or next(iter(sheets.values()), None)


def sheet_tabs(
    release: Release, sheets: Mapping[str, Sheet], chosen: str, kept: Mapping[str, str], lang: str
) -> Component:
    """The sheets with figures, each with a tick or with how many of its cells somebody should look at."""
    links = []
    for name, sheet in sheets.items():
        left = sheet.count("warning") + sheet.count("not-understood")
        sign = html.B(formats.number(left, 0, lang), className="number") if left else tick_sign()
        words = say("data_pages.sheet.left", lang, count=left) if left else say("data_pages.sheet.all_understood", lang)
        links.append(
            html.A(
                [name, sign, html.Span(words, className="visually-hidden")],
                href=f"/so-lieu/ban/{release.id}?{urlencode({**kept, 'trang': name})}",
                className="sheet-tab",
                **({"aria-current": "true"} if name == chosen else {}),
            )
        )
    return html.Nav(links, className="sheet-tabs", **{"aria-label": say("data_pages.sheet.tabs", lang)})


def sheet_key(lang: str) -> Component:
    return html.P(
        [html.Span(say(f"data_pages.sheet.{one}", lang), className=f"sheet-key cell-{one}") for one in STATES],
        className="small",
    )


def sheet_picture(release: Release, sheet: Sheet, first_row: int, lang: str) -> Component:
    """A stretch of the sheet as it stands; where the original cannot be opened, its figures at their cells."""
    try:
        shown, n_rows = sheet_as_it_stands(release, sheet.name, first_row)
    except UnreadableWorkbook as refusal:
        reason = spoken(refusal.finding, lang)["found"]
        note = html.P(say("data_pages.sheet.no_original", lang, reason=reason), className="small second")
        return html.Div([note, _box(sheet.name, _from_figures(sheet, lang))])
    return html.Div([_box(sheet.name, _grid(shown, sheet, lang)), *_stretches(release, sheet, first_row, n_rows, lang)])


def _box(name: str, grid: Component) -> Component:
    return html.Div(
        as_one_piece(grid), className="scroll-box sheet-box", tabIndex=0, role="region", **{"aria-label": name}
    )


def _stretches(release: Release, sheet: Sheet, first_row: int, n_rows: int, lang: str) -> list[Component]:
    """Links to the rows that are not shown, where a sheet is longer than what is shown at once."""
    starts = range(0, n_rows, ROWS_AT_ONCE)
    if len(starts) < 2:
        return []
    links = [
        html.A(
            say("data_pages.sheet.rows", lang, first=start + 1, last=min(start + ROWS_AT_ONCE, n_rows)),
            href=f"/so-lieu/ban/{release.id}?{urlencode({'trang': sheet.name, 'dong': start})}",
            className="sheet-tab",
            **({"aria-current": "true"} if start == first_row else {}),
        )
        for start in starts
    ]
    return [html.Nav(links, className="sheet-tabs", **{"aria-label": say("data_pages.sheet.stretches", lang)})]


def _grid(shown: Neighbourhood, sheet: Sheet, lang: str) -> Component:
    rows = [
        html.Tr([html.Th(str(number), scope="row"), *(_cell(one, number, sheet, lang) for one in cells)])
        for number, cells in shown.rows
    ]
    return _table(sheet.name, shown.letters, rows, "sheet original coloured", lang)


def _table(name: str, letters: Sequence[str], rows: list[Component], look: str, lang: str) -> Component:
    corner = html.Th(html.Span(say("lineage.cell.row", lang), className="visually-hidden"), scope="col")
    head = html.Tr([corner, *(html.Th(letter, scope="col") for letter in letters)])
    caption = html.Caption(name, className="visually-hidden")
    return html.Table([caption, html.Thead(head), html.Tbody(rows)], className=look)


def _cell(one: ShownCell, number: int, sheet: Sheet, lang: str) -> Component:
    _, state = sheet.cells.get((number, one.column), (None, ""))
    words, plain = shown_words(one, lang), fold(one.text)
    kind = "number" if one.number is not None else "words"
    if not state and plain in sheet.heading_pieces:
        state, kind = "heading", "is-heading"
    elif not state:
        state = "heading" if plain in sheet.label_pieces else "ignored" if one.number is not None else "plain"
    return _state_cell(words, state, f"{sheet.name}!{one.column}{number}", kind, lang, one.rows, one.columns)


def shown_words(one: ShownCell, lang: str) -> str:
    """What a cell says: a number in the manner of the language, a year as it stands."""
    if one.number is None:
        return one.text
    if one.number.is_integer():
        is_year = FIRST_YEAR <= one.number <= LAST_YEAR
        return str(int(one.number)) if is_year else formats.number(one.number, 0, lang)
    return formats.number(one.number, 1 if abs(one.number) >= 10 else 2, lang)


def _state_cell(words: str, state: str, place: str, kind: str, lang: str, rows: int = 1, columns: int = 1) -> Component:
    """Cells with figures say their place, by which changes and findings lead to them; states are told in words too."""
    is_figure = state in ("understood", "warning", "not-understood")
    hint = say(f"data_pages.sheet.{state}", lang) if state in ("warning", "not-understood", "ignored") else ""
    told = [words, html.Span(hint, className="visually-hidden")] if hint else words
    more = {"data-cell": place} if is_figure else {}
    return html.Td(told, className=f"cell-{state} {kind}", rowSpan=rows, colSpan=columns, **more)


def _from_figures(sheet: Sheet, lang: str) -> Component:
    """The figures at their cells, each column under its heading and each row beside its label."""
    letters = sorted(sheet.headings, key=lambda name: (len(name), name))[:MOST_COLUMNS]
    heads: list[Component] = [
        html.Td(" ".join(sheet.headings[one]), className="cell-heading is-heading") for one in letters
    ]
    rows: list[Component] = [html.Tr([html.Th("", scope="row"), html.Td("", className="cell-heading"), *heads])]
    for number in sorted({row for row, _ in sheet.cells})[:MOST_ROWS]:
        cells: list[Component] = [html.Td(" ".join(sheet.labels.get(number, ())), className="cell-heading words")]
        for letter in letters:
            value, state = sheet.cells.get((number, letter), (None, "plain"))
            words = "" if state == "plain" else "?" if value is None else formats.number(value, 1, lang)
            cells.append(_state_cell(words, state, f"{sheet.name}!{letter}{number}", "number", lang))
        rows.append(html.Tr([html.Th(str(number), scope="row"), *cells]))
    return _table(sheet.name, ["", *letters], rows, "sheet original coloured", lang)
