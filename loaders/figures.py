"""Columns of a block -> observations, figures set aside, and figures not understood."""

from __future__ import annotations

import re
import statistics
from dataclasses import dataclass, replace

from data.findings import Finding, Severity
from data.observation import Comparison, Measure, Observation, Origin
from loaders.ambiguous import tell_apart
from loaders.columns import Block, figure_at, is_year
from loaders.grid import Grid
from loaders.headings import Heading
from loaders.numbers import is_missing_sign, read_number
from loaders.outcome import NotObservation, NotUnderstood, Reading
from loaders.rows import Row, Rows, read_rows
from loaders.tables import Segment
from loaders.text import fold, tidy
from loaders.units import is_money, level_unit

_INDEX_FROM = 60.0
_FEW_VALUES = 5
_STOCK_AND_SALES = ("consumption_index", "inventory_index")
_PRICE_BASE = re.compile(r"(?:gia )?(?:so sanh|co dinh|constant prices?)(?: nam| of)? ?((?:19|20)\d\d)")


@dataclass(frozen=True, slots=True)
class _Place:
    """What the figures of one block share."""

    grid: Grid
    block: Block
    rows: Rows
    by_index: dict[int, Row]
    price_base: str
    reading: Reading


def read_block(grid: Grid, segment: Segment, block: Block, reading: Reading, before: Rows | None) -> Rows:
    """Read one block into `reading`. Returns its rows, which a continued table goes on with."""
    for row in range(block.heading_first, block.first_row):
        reason = "column_number" if row in block.column_number_rows else "year_in_heading"
        set_aside_row(grid, row, reading, reason)
    rows = read_rows(grid, block, segment.table, before)
    tables = _tables_of_columns(segment.table, block)
    for column in tell_apart(block, tables, segment.table):
        parameters = {"heading": block.headings[column].text, "period": str(block.headings[column].period)}
        reading.findings.append(
            Finding("ambiguous_column", Severity.WARNING, grid.name, grid.address(block.first_row, column), parameters)
        )
    by_index = {row.index: row for row in rows.rows}
    place = _Place(grid, block, rows, by_index, _price_base(segment.title, grid, block), reading)
    hidden = grid.hidden_columns
    for column in range(grid.n_cols):
        heading = block.headings.get(column)
        if heading is None or column in hidden:
            _set_aside_column(place, column, "hidden_column" if column in hidden else "no_heading")
        else:
            _read_column(place, column, replace(heading, table=tables.get(column, segment.table)))
    return rows


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


def _read_column(place: _Place, column: int, heading: Heading) -> None:
    cells = _cells(place, column, heading)
    if not cells:
        return
    grid, reading = place.grid, place.reading
    if not heading.is_understood:
        missing = heading.problem or "no_period"
        for row, value in cells:
            cell = grid.address(row.index, column)
            if missing == "plan":
                reading.not_observations.append(NotObservation(grid.name, cell, value, missing))
                continue
            figure = NotUnderstood(grid.name, cell, value, heading.table, missing, heading.text, row.item)
            reading.not_understood.append(figure)
        return
    is_growth = heading.comparison is not Comparison.NONE and is_growth_column(cells)
    if is_growth:
        cell = grid.address(place.block.first_row, column)
        reading.findings.append(Finding("read_as_growth", Severity.NOTE, grid.name, cell, {"heading": heading.text}))
    for row, value in cells:
        reading.observations.append(
            _observation(
                place, column, replace(heading, table=row.table or heading.table), row, value, is_growth=is_growth
            )
        )


def _cells(place: _Place, column: int, heading: Heading) -> list[tuple[Row, float]]:
    """The figures of a column with their rows; those beside no label are set aside."""
    grid, reading = place.grid, place.reading
    is_large = is_money(heading.unit or place.block.table_unit) and heading.comparison is Comparison.NONE
    cells = []
    for index in range(place.block.first_row, place.block.last_row + 1):
        value = figure_at(grid, index, column, thousands_likely=is_large)
        if value is None:
            _note_unreadable(place, index, column)
        elif (row := place.by_index.get(index)) is not None:
            cells.append((row, value))
        else:
            reason = "footnote" if index in place.rows.footnote_rows else "no_label"
            reading.not_observations.append(NotObservation(grid.name, grid.address(index, column), value, reason))
    return cells


def is_growth_column(cells: list[tuple[Row, float]]) -> bool:
    """Whether a column of ratios holds growth rates (13,3) rather than indices (113,3), from its numbers alone.

    The rule of the domain: the median of all but core inflation; a few positive values of which one is
    large are indices still (a province whose output fell to a half).
    """
    values = [v for row, v in cells if not is_core_inflation(row.item)] or [v for _, v in cells]
    if len(values) < _FEW_VALUES and min(values) >= 0 and max(values) >= _INDEX_FROM:
        return False
    return -_INDEX_FROM < statistics.median(values) < _INDEX_FROM and min(values) < _INDEX_FROM


def is_core_inflation(item: str) -> bool:
    folded = fold(item)
    return "lam phat co ban" in folded or "core inflation" in folded


def _observation(
    place: _Place, column: int, heading: Heading, row: Row, value: float, *, is_growth: bool
) -> Observation:
    measure, unit = _measure_and_unit(place, heading, row, is_growth)
    base = heading.base
    if heading.table == "industrial_output_value" and measure is Measure.VALUE:
        base = place.price_base
    cell = place.grid.address(row.index, column)
    return Observation(
        table=heading.table,
        item=row.item,
        parents=row.parents,
        area=row.area,
        measure=measure,
        index_of=heading.index_of,
        comparison=heading.comparison,
        period=heading.period,  # type: ignore[arg-type]  # a heading that is understood has one
        base=base,
        unit=unit,
        value=value,
        status=heading.status,
        origin=Origin(place.grid.name, cell, place.block.heading_texts.get(column, ()), row.labels),
    )


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
    return measure, level_unit(heading, place.block.table_unit, row, measure, place.rows.footnotes)


def _price_base(title: str, grid: Grid, block: Block) -> str:
    """The price year of values at constant prices, from the title or the headings."""
    rows = range(max(0, block.heading_first - 4), block.first_row)
    texts = [title] + [tidy(grid.text(r, c)) for r in rows for c in range(min(3, grid.n_cols))]
    return next((match[1] for text in texts if (match := _PRICE_BASE.search(fold(text)))), "")


def _note_unreadable(place: _Place, row: int, column: int) -> None:
    """An error cell, or text that wanted to be a number."""
    grid, findings = place.grid, place.reading.findings
    if row not in place.by_index:
        return
    found = grid.value(row, column)
    if isinstance(found, str):
        if any(c.isdigit() for c in found) and not is_missing_sign(found) and read_number(found) is None:
            text = {"text": tidy(grid.text(row, column))}
            findings.append(Finding("unreadable_number", Severity.WARNING, grid.name, grid.address(row, column), text))
    elif found is None and (error := grid.error(row, column)):
        findings.append(Finding("error_cell", Severity.WARNING, grid.name, grid.address(row, column), {"text": error}))
    elif found is None and (row, column) in grid.formula_without_value:
        findings.append(Finding("formula_without_value", Severity.WARNING, grid.name, grid.address(row, column)))


def set_aside_row(grid: Grid, row: int, reading: Reading, reason: str) -> None:
    """Name every figure of a row that is no observation."""
    for column in range(grid.n_cols):
        if (number := grid.number(row, column)) is not None:
            why = reason if reason != "year_in_heading" or is_year(number) else "number_in_heading"
            reading.not_observations.append(NotObservation(grid.name, grid.address(row, column), number, why))


def _set_aside_column(place: _Place, column: int, reason: str) -> None:
    grid = place.grid
    for row in range(place.block.first_row, place.block.last_row + 1):
        if (number := grid.number(row, column)) is not None:
            place.reading.not_observations.append(NotObservation(grid.name, grid.address(row, column), number, reason))
