"""A piece of the original sheet round one cell, as a grid with the cell framed."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from dash import html
from dash.development.base_component import Component

from dashboard.derivations.formula_text import exact
from dashboard.views.sheet import FIRST_YEAR, LAST_YEAR
from data.spoken import spoken
from data.store import Lineage
from data.wording import say
from loaders.release import UnreadableWorkbook
from loaders.release.originals import Neighbourhood, ShownCell, surroundings


def sheet_piece(lineage: Lineage, lang: str) -> Component:
    """The grid; a sentence where the original is missing or cannot be opened."""
    try:
        found = surroundings(lineage)
    except UnreadableWorkbook as refusal:
        reason = spoken(refusal.finding, lang)["found"]
        return html.P(say("lineage.cell.no_picture", lang, reason=reason), className="second")
    title = f"{lineage.file} · {lineage.sheet}"
    return html.Figure(
        [
            html.Figcaption(title, className="small second breakable"),
            html.Div(
                _grid(found, title, lang),
                className="scroll-box sheet-box",
                tabIndex=0,
                role="region",
                **{"aria-label": title},
            ),
            html.P(say("lineage.cell.picture_note", lang), className="small quiet"),
        ],
        className="sheet-piece",
    )


def _grid(found: Neighbourhood, title: str, lang: str) -> Component:
    corner = html.Th(html.Span(say("lineage.cell.row", lang), className="visually-hidden"), scope="col")
    head = html.Tr([corner, *(html.Th(letter, scope="col") for letter in found.letters)])
    return html.Table(
        [
            html.Caption(title, className="visually-hidden"),
            html.Thead(head),
            html.Tbody(list(_rows(found, lang))),
        ],
        className="sheet original",
    )


def _rows(found: Neighbourhood, lang: str) -> Iterator[Component]:
    """The rows; where the sheet has rows between two of them, a thicker line says so."""
    numbers = [number for number, _ in found.rows]
    skipped = {after for before, after in pairwise(numbers) if after != before + 1}
    for number, cells in found.rows:
        head = html.Th(str(number), scope="row")
        yield html.Tr([head, *(_cell(one, lang) for one in cells)], className="after-gap" if number in skipped else "")


def _cell(one: ShownCell, lang: str) -> Component:
    is_year = one.number is not None and one.number.is_integer() and FIRST_YEAR <= one.number <= LAST_YEAR
    words = exact(one.number, lang) if one.number is not None and not is_year else one.text
    names = ["number"] if one.number is not None else ["words"]
    names += ["cell-marked"] if one.is_marked else []
    shown: Component | str = html.Mark(words) if one.is_marked else html.B(words) if one.is_bold and words else words
    return html.Td(shown, className=" ".join(names), rowSpan=one.rows, colSpan=one.columns)
