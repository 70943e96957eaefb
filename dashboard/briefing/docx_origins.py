"""The annex of a report: for each number of its charts the workbook, sheet and cell, or the formula and its cells."""

from __future__ import annotations

from docx.document import Document

from dashboard.briefing import docx_parts, docx_tables
from dashboard.briefing.model import Briefing, TableBlock
from dashboard.briefing.safe_text import clean
from dashboard.derivations.formula_text import with_names
from dashboard.formats import day
from dashboard.origins import Origin
from data.store import FigurePlace
from data.wording import say

_DECIMALS = 2


def origins_annex(document: Document, briefing: Briefing) -> None:
    """On a page of its own after the signature; nothing where no number leads to a cell.

    Workbooks are named once, above the table, and by their number in it.
    """
    tongue = briefing.language
    origins = [one for block in briefing.charts for one in block.origins]
    files: dict[str, int] = {}
    days: dict[str, str] = {}
    for one in origins:
        for place in places_of(one):
            files.setdefault(place.file, len(files) + 1)
            if one.released:
                days[place.file] = day(one.released, tongue)
    if not files:
        return
    document.add_page_break()
    docx_parts.heading(document, say("briefing.origins.annex", tongue))
    lines = [
        say("briefing.origins.file", tongue, number=number, file=clean(file, 200), day=days.get(file, "…"))
        for file, number in files.items()
    ]
    docx_parts.small_lines(document, lines)
    header = tuple(say(f"briefing.origins.{name}", tongue) for name in ("what", "value", "cell"))
    rows = tuple(_row(one, files, tongue) for one in origins)
    block = TableBlock("origins", say("briefing.origins.title", tongue), header, rows, (0, _DECIMALS, 0))
    docx_tables.table(document, block, tongue)


def places_of(one: Origin) -> list[FigurePlace]:
    """The cells of a number: its own, or those of its inputs."""
    if one.place is not None:
        return [one.place]
    return [given.place for given in one.explained.inputs if given.place] if one.explained else []


def _row(one: Origin, files: dict[str, int], language: str) -> tuple[str | float | None, ...]:
    places = places_of(one)
    cells = "; ".join(f"[{files[place.file]}] {place.sheet}!{place.cell}" for place in places)
    if one.explained is not None:
        cells = f"{with_names(one.explained, language)}: {cells}"
    return (f"{one.name}: {one.label}", one.value, cells)
