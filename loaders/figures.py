"""Columns of a block -> observations, figures set aside, and figures not understood."""

from __future__ import annotations

import re
from typing import NamedTuple

from data.findings import Finding, Severity
from data.observation import Comparison, Measure, Observation, Origin
from data.period import Period
from loaders.ambiguous import tell_apart
from loaders.block import Block, figure_of
from loaders.figures_in_text import read_text
from loaders.foot import notes_below
from loaders.fractions_as_percent import AS_FRACTION, PERCENT, are_shown_as_percent
from loaders.grid import Grid, column_letters
from loaders.growth_or_index import is_core_inflation, is_growth_column
from loaders.heading_answers import SET_ASIDE
from loaders.heading_cells import PART
from loaders.headings import Context, Heading, read_heading
from loaders.numbers import decimal_mark, read_number
from loaders.outcome import NotObservation, NotUnderstood, Reading
from loaders.price_base import price_base_of, price_year
from loaders.row_tables import NO_TABLE
from loaders.rows import Row, Rows, read_rows, stand_under_title
from loaders.scratch_columns import SCRATCH
from loaders.set_aside import set_aside_row
from loaders.tables import Segment
from loaders.text import fold
from loaders.units import is_money, level_unit
from loaders.words import words

_NO_FIGURES = ("plan", SET_ASIDE, SCRATCH, PART)
_Cell = tuple[Row, float]
_HAS_MARK = r"\d[.,]\d"
_GROUPED = r"\s*-?\d{1,3}([.,])\d{3}(?:\1\d{3})*\s*"
_FEWEST_GROUPED = 2
_AT_PRICES = "industrial_output_value"
_STOCK_AND_SALES = ("consumption_index", "inventory_index")


class _Place(NamedTuple):
    """What the figures of one block share."""

    grid: Grid
    block: Block
    rows: Rows
    by_position: dict[int, Row]
    price_base: str
    reading: Reading
    in_text: list[tuple[Row, int]]  # cells of figures that hold no number

    def set_aside(self, row: int, column: int, value: float, reason: str) -> None:
        cell = self.grid.address(row, column)
        self.reading.not_observations.append(NotObservation(self.grid.name, cell, value, reason))


def read_block(
    grid: Grid, segment: Segment, block: Block, context: Context, reading: Reading, before: Rows | None
) -> Rows:
    """Read one block into `reading`. Returns its rows, which a continued table goes on with."""
    for row in range(block.heading_first, block.first_row):
        reason = "column_number" if row in block.column_number_rows else "year_in_heading"
        set_aside_row(grid, row, reading, reason)
    rows = read_rows(grid, block, segment.table, before, of_rows=segment.of_rows)
    if not rows.footnotes and any([row.marked for row in rows.rows]):
        rows.footnotes = notes_below(grid, block.last_row + 1)
    stand_under_title(rows, segment.table, segment.title)
    tables = _tables_of_columns(segment.table, block)
    for column in tell_apart(block, tables, segment.table):
        parameters = {"heading": block.headings[column].text, "period": str(block.headings[column].period)}
        reading.findings.append(
            Finding("ambiguous_column", Severity.WARNING, grid.name, grid.address(block.first_row, column), parameters)
        )
    by_position = {row.position: row for row in rows.rows}
    row_tables = {segment.table, *(row.table for row in rows.rows)}
    price_base = price_base_of(segment.title, grid, block) if _AT_PRICES in row_tables else ""
    place = _Place(grid, block, rows, by_position, price_base, reading, [])
    for column, cells in _gather(place).items():
        default = tables.get(column, segment.table)
        for table, of_table in _by_table(cells, default).items():
            _read_column(place, column, _heading_for(block, column, table, default, context), of_table, cells)
    for of_row, column in place.in_text:
        default = tables.get(column, segment.table)
        table = of_row.table or default
        if table != NO_TABLE:
            heading = _heading_for(block, column, table, default, context)
            read_text(grid, block, of_row, column, heading, reading)
    _note_empty(place)
    return rows


def _heading_for(block: Block, column: int, table: str, default: str, context: Context) -> Heading:
    """The column's heading as the grammar of a row's own table reads it."""
    heading = block.headings[column]
    if table not in (default, NO_TABLE):
        heading = read_heading(heading.text, context._replace(table=table))
    return heading if heading.table == table else heading._replace(table=table)


def _by_table(cells: list[_Cell], default: str) -> dict[str, list[_Cell]]:
    """The figures of a column by the table of their rows; most sheets have one."""
    if not any([row.table for row, _ in cells]):
        return {default: cells} if cells else {}
    found: dict[str, list[_Cell]] = {}
    for row, value in cells:
        found.setdefault(row.table or default, []).append((row, value))
    return found


def _tables_of_columns(table: str, block: Block) -> dict[int, str]:
    """Consumption and inventory share a sheet; the heading says which a column is."""
    if table not in _STOCK_AND_SALES:
        return {}
    tables, current = {}, table
    for column in sorted(block.headings):
        folded = fold(block.headings[column].text)
        if "ton kho" in folded or "inventor" in folded:
            current = "inventory_index"
        elif "tieu thu" in folded or "consum" in folded or "shipment" in folded:
            current = "consumption_index"
        tables[column] = current
    return tables


def _gather(place: _Place) -> dict[int, list[_Cell]]:
    """Column -> its figures with their rows, from top to bottom; every other figure is set aside with a reason."""
    grid, block = place.grid, place.block
    hidden, hidden_rows = grid.hidden_columns, grid.hidden_rows
    columns: dict[int, list[_Cell]] = {column: [] for column in block.headings if column not in hidden}
    large: set[int] = set()
    decimal: str | None = None  # both looked for at the first figure that is written as text
    for index in range(block.first_row, block.last_row + 1):
        row = None if index in hidden_rows else place.by_position.get(index)
        for column, value in grid.filled(index):
            cells = columns.get(column)
            if type(value) is float and cells is not None and row is not None:  # nearly all of them
                cells.append((row, value))
                continue
            if cells is None:
                number = None if type(value) is str else figure_of(value)
                if number is not None:
                    place.set_aside(index, column, number, "hidden_column" if column in hidden else "no_heading")
                continue
            if decimal is None and type(value) is str:
                decimal = _decimal_mark(grid, block)
                large = {c for c, h in block.headings.items() if _is_large(h, block) or _is_grouped(grid, block, c, h)}
            number = figure_of(value, thousands_likely=column in large, decimal=decimal or "")
            if number is None:
                problem = block.headings[column].problem
                if row is not None and problem not in _NO_FIGURES and problem not in words()["other"]:
                    place.in_text.append((row, column))
            elif row is not None:
                cells.append((row, number))
            else:
                note = "footnote" if index in place.rows.footnote_rows else "no_label"
                place.set_aside(index, column, number, "hidden_row" if index in hidden_rows else note)
    return columns


def _decimal_mark(grid: Grid, block: Block) -> str:
    """The decimal mark of the block's text numbers; empty where none shows it, or where they disagree."""
    marks = {
        decimal_mark(value)
        for row in range(block.first_row, block.last_row + 1)
        for column, value in grid.filled(row)
        if type(value) is str and column in block.headings and read_number(value) is not None
    } - {""}
    return marks.pop() if len(marks) == 1 else ""


def _is_large(heading: Heading, block: Block) -> bool:
    return heading.comparison is Comparison.NONE and is_money(heading.unit or block.table_unit)


def _is_grouped(grid: Grid, block: Block, column: int, heading: Heading) -> bool:
    """Whether the numbers typed as text in a column of levels all end in three digits: `2.050`, `12.300`."""
    if heading.comparison is not Comparison.NONE or heading.measure is Measure.SHARE:
        return False
    values = (grid.value(row, column) for row in range(block.first_row, block.last_row + 1))
    marked = [value for value in values if type(value) is str and re.search(_HAS_MARK, value)]
    return len(marked) >= _FEWEST_GROUPED and all(re.fullmatch(_GROUPED, value) for value in marked)


def _read_column(place: _Place, column: int, heading: Heading, cells: list[_Cell], whole_column: list[_Cell]) -> None:
    """Figures of one table in a column; whether they are growth is decided for the whole column."""
    grid, reading = place.grid, place.reading
    if heading.table == NO_TABLE:
        for row, value in cells:
            place.set_aside(row.position, column, value, "other_table")
        return
    if not heading.is_understood:
        missing = heading.problem or "no_period"
        for row, value in cells:
            if missing in _NO_FIGURES or missing in words()["other"]:
                place.set_aside(row.position, column, value, missing)
                continue
            cell = grid.address(row.position, column)
            figure = NotUnderstood(grid.name, cell, value, heading.table, missing, heading.text, row.item)
            reading.not_understood.append(figure)
        return
    is_ratio = heading.comparison is not Comparison.NONE
    note = AS_FRACTION if (is_ratio or heading.unit == "%") and are_shown_as_percent(grid, column, cells) else ""
    if note:
        whole_column = [(row, value * PERCENT) for row, value in whole_column]
        parameters: dict[str, str | float | int] = {"heading": heading.text, "value": cells[0][1]}
        cell = grid.address(cells[0][0].position, column)
        reading.findings.append(Finding("percent_format", Severity.NOTE, grid.name, cell, parameters))
    is_growth = is_ratio and is_growth_column(whole_column, heading.table)
    if is_growth:
        cell = grid.address(place.block.first_row, column)
        reading.findings.append(Finding("read_as_growth", Severity.NOTE, grid.name, cell, {"heading": heading.text}))
    _add_observations(place, column, heading, cells, is_growth, note)


def _add_observations(
    place: _Place, column: int, heading: Heading, cells: list[_Cell], is_growth: bool, note: str
) -> None:
    """What a figure is hangs on its column, seldom on its row: found once for each unit of the rows."""
    letters, sheet, texts = column_letters(column), place.grid.name, place.block.heading_texts.get(column, ())
    by_row = _depends_on_row(heading, place)
    table, comparison, index_of, status = heading.table, heading.comparison, heading.index_of, heading.status
    period: Period = heading.period  # type: ignore[assignment]  # a heading that is understood has one
    known: dict[str, tuple[Measure, str, str]] = {}
    add = place.reading.observations.append
    for row, value in cells:
        if by_row or (what := known.get(row.unit)) is None:
            what = known[row.unit] = _measure_unit_base(place, heading, row, is_growth)
        measure, unit, base = what
        origin = Origin(sheet, f"{letters}{row.position + 1}", texts, row.labels)
        add(  # by position, which takes half the time
            Observation(
                table, row.item, measure, comparison, period, unit, value, row.area, row.parents, index_of, base,
                status, origin, note,
            )
        )  # fmt: skip


def _depends_on_row(heading: Heading, place: _Place) -> bool:
    """Whether measure or unit hang on the row's words: core inflation is a rate, volumes of trade are of many kinds."""
    if heading.comparison is not Comparison.NONE:
        return heading.table == "consumer_price_index"
    if heading.table == _AT_PRICES:
        return not place.price_base
    return heading.table in ("goods_exports", "goods_imports") and heading.measure is not Measure.VALUE


def _measure_unit_base(place: _Place, heading: Heading, row: Row, is_growth: bool) -> tuple[Measure, str, str]:
    measure, unit = _measure_and_unit(place, heading, row, is_growth)
    is_constant = heading.table == _AT_PRICES and measure is Measure.VALUE
    return measure, unit, (place.price_base or price_year(row)) if is_constant else heading.base


def _measure_and_unit(place: _Place, heading: Heading, row: Row, is_growth: bool) -> tuple[Measure, str]:
    measure = heading.measure or Measure.VALUE
    if heading.comparison is not Comparison.NONE:
        is_rate = heading.table == "consumer_price_index" and is_core_inflation(row.item)
        return (Measure.GROWTH if is_growth or is_rate else measure), "%"
    if measure is Measure.SHARE:
        return measure, "%"
    if heading.is_row_measure:
        unit = row.unit or heading.unit
        return (Measure.VALUE if is_money(unit) else Measure.VOLUME), unit
    return measure, level_unit(heading, place.block.table_unit, row, measure, place.rows)


def _note_empty(place: _Place) -> None:
    """Error cells such as `#REF!`, and formulas without a stored value, where a figure should stand."""
    grid, findings = place.grid, place.reading.findings
    for (row, column), error in sorted(grid.errors.items()):
        if row in place.by_position and column in place.block.headings:
            findings.append(
                Finding("error_cell", Severity.WARNING, grid.name, grid.address(row, column), {"text": error})
            )
    for row, column in sorted(grid.formula_without_value):
        if row in place.by_position and column in place.block.headings and grid.value(row, column) is None:
            cell = grid.address(row, column)
            findings.append(Finding("formula_without_value", Severity.WARNING, grid.name, cell))
