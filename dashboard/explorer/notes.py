"""What stands at the foot of the explorer's chart: how its values were made, of which day they are, and who says so."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from dashboard.explorer.lines import Line
from dashboard.explorer.names import item_title, transformation_name
from dashboard.explorer.selection import Selection
from dashboard.formats import day, month_short
from dashboard.method_words import method_words
from dashboard.producers import named_source, own_file
from dashboard.transformed.find import PUBLISHED_AS
from data.store import Store
from data.store.packed import day_of, release_of
from data.wording import say
from indicators.registry import Transformation


def source_of(store: Store, lines: Sequence[Line], language: str) -> str:
    """Who says the newest figure of each line, named once."""
    names: dict[str, None] = {}
    for line in lines:
        newest = line.newest()
        area, release = line.series.area, release_of(newest) if newest else None
        released = date.fromordinal(day_of(newest)) if newest else None
        names.setdefault(named_source(area, own_file(store, area, release), released, language))
    return "; ".join(names)


def note_of(lines: Sequence[Line], how: Transformation, base: int | None, language: str) -> str:
    """What the reader must know about comparing the values; nothing for figures as published."""
    name = transformation_name(how, language)
    name = name[:1].upper() + name[1:]
    if how.key in PUBLISHED_AS:
        return say("explorer.published_note", language, name=name)
    if how.key == "level" and base is None:
        return ""
    name = name if base is None else f"{month_short(base, language)} = 100"
    method = next((words for line in lines if (words := _method(line, language))), "")
    note = method.rstrip(".") or say("explorer.derived_note", language, name=name)
    if len({release_of(row) for line in lines for row in line.rows.values()}) > 1:
        note += f". {say('explorer.vintages_note', language)}"
    return note


def with_day(note: str, chosen: Selection, language: str) -> str:
    """The note of a chart says so where it shows what the database held on a day."""
    if chosen.recorded is None:
        return note
    words = say("explorer.recorded_note", language, day=day(chosen.recorded, language))
    return f"{note}. {words}" if note else words


def _method(line: Line, language: str) -> str:
    """By which method a line was made, where its transformation has a choice."""
    made = line.made
    deflator = item_title(made.deflator, language) if made.deflator else ""
    return method_words(made.outcome, language, deflator=deflator, unit=line.series.unit) if made.outcome else ""
