"""Cells in the columns of figures that hold text: figures within words, slips of the pen, dates for numbers."""

from __future__ import annotations

from datetime import date

from data.findings import Finding, Severity
from data.observation import Comparison, Measure, Observation, Origin
from loaders.block import Block
from loaders.free_text import holds_figures, observations_in
from loaders.grid import Grid, Value
from loaders.headings import Heading
from loaders.numbers import is_missing_sign
from loaders.outcome import NotUnderstood, Reading
from loaders.rows import Row
from loaders.text import tidy
from loaders.units import is_money

UNREADABLE, DATE_FOR_NUMBER = "unreadable_number", "date_for_number"


def read_text(grid: Grid, block: Block, row: Row, column: int, heading: Heading, reading: Reading) -> None:
    """Read `8.290 tỷ đồng (↓3,32%)` with a warning; name what wanted to be a number and is none."""
    value, cell = grid.value(row.position, column), grid.address(row.position, column)
    text: dict[str, str | float | int] = {"text": tidy(grid.text(row.position, column))}
    if found := _in_words(grid, block, row, column, heading):
        reading.observations.extend(found)
        reading.findings.append(Finding("figure_in_words", Severity.WARNING, grid.name, cell, text))
    elif missing := _what_is_wrong(value):
        reading.findings.append(Finding(missing, Severity.WARNING, grid.name, cell, text))
        unread = NotUnderstood(grid.name, cell, str(text["text"]), heading.table, missing, "", row.item)
        reading.not_understood.append(unread)


def _in_words(grid: Grid, block: Block, row: Row, column: int, heading: Heading) -> list[Observation]:
    """The figures of the text; none where a column of levels has a text that names no level with its unit."""
    text = grid.text(row.position, column)
    if not heading.is_understood or heading.period is None or not holds_figures(text):
        return []
    plain = Observation(
        table=heading.table,
        item=row.item,
        measure=heading.measure or Measure.VALUE,
        comparison=heading.comparison,
        period=heading.period,
        unit=heading.unit,
        value=0.0,
        area=row.area,
        parents=row.parents,
        index_of=heading.index_of,
        base=heading.base,
        status=heading.status,
        origin=Origin(grid.name, grid.address(row.position, column), block.heading_texts.get(column, ()), row.labels),
    )
    found = observations_in(plain, text)
    is_level = heading.comparison is Comparison.NONE
    return [] if is_level and not any(is_money(one.unit) for one in found) else found


def _what_is_wrong(value: Value) -> str:
    """Empty for text that says that there is no figure, or says something else altogether."""
    if isinstance(value, date):
        return DATE_FOR_NUMBER
    is_text = isinstance(value, str) and any(map(str.isdigit, value)) and not is_missing_sign(value)
    return UNREADABLE if is_text else ""
