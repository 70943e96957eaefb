"""The annex of a report: for each number of its charts the workbook, sheet and cell, or the formula and its cells."""

from __future__ import annotations

from dataclasses import dataclass

from dashboard.briefing.model import Briefing, TableBlock
from dashboard.briefing.safe_text import clean
from dashboard.briefing_words.phrases import capital
from dashboard.derivations.formula_text import with_names
from dashboard.formats import day, within_sentence
from dashboard.origins import Origin
from data.catalogue import catalogue
from data.store import FigurePlace
from data.wording import say

_DECIMALS = 2


@dataclass(frozen=True, slots=True)
class Annex:
    """Workbooks are named once, in `files` above the table, and by their number in it."""

    heading: str
    files: tuple[str, ...]
    table: TableBlock


def annex_of(briefing: Briefing) -> Annex | None:
    """None where no number leads to a cell."""
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
        return None
    lines = tuple(
        say("briefing.origins.file", tongue, number=number, file=clean(file, 200), day=days.get(file, "…"))
        for file, number in files.items()
    )
    header = tuple(say(f"briefing.origins.{name}", tongue) for name in ("what", "value", "cell"))
    rows = tuple(_row(one, block.id, files, tongue) for block in briefing.charts for one in block.origins)
    table = TableBlock("origins", say("briefing.origins.title", tongue), header, rows, (0, _DECIMALS, 0))
    return Annex(say("briefing.origins.annex", tongue), lines, table)


def places_of(one: Origin) -> list[FigurePlace]:
    """The cells of a number: its own, or those of its inputs."""
    if one.place is not None:
        return [one.place]
    return [given.place for given in one.explained.inputs if given.place] if one.explained else []


def _row(one: Origin, chart: str, files: dict[str, int], language: str) -> tuple[str | float | None, ...]:
    """`chart` is the id of the chart, which begins with its theme: parts are named behind their indicator."""
    places = places_of(one)
    cells = "; ".join(f"[{files[place.file]}] {place.sheet}!{place.cell}" for place in places)
    if one.explained is not None:
        cells = f"{with_names(one.explained, language)}: {cells}"
    return (f"{_what(one.name, chart, language)}: {one.label}", one.value, cells)


def _what(name: str, chart: str, language: str) -> str:
    theme = chart.partition(".")[0]
    if theme not in catalogue().themes:
        return capital(name)
    subject = say(f"briefing.subject.{theme}.short", language)
    return capital(name if name.startswith(subject) else f"{subject}, {within_sentence(name)}")
