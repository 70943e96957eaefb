"""Figures of whole rows that are no observations: years and numbers in headings, footnotes, what is outside a table."""

from __future__ import annotations

from datetime import date

from loaders.block import figure_of, is_year
from loaders.grid import Grid
from loaders.outcome import NotObservation, Reading

_DAY_ZERO = date(1899, 12, 30).toordinal()  # of the numbers that spreadsheets store for dates


def set_aside_row(grid: Grid, row: int, reading: Reading, reason: str) -> None:
    """Name every figure of a row that is no observation; a date by the number that the spreadsheet stores for it."""
    for column, value in grid.filled(row):
        why = reason
        if isinstance(value, date):
            number: float | None = float(value.toordinal() - _DAY_ZERO)
            why = "date_in_heading" if reason == "year_in_heading" else reason
        else:
            number = None if isinstance(value, str) else figure_of(value)
            if number is not None and reason == "year_in_heading" and not is_year(number):
                why = "number_in_heading"
        if number is not None:
            reading.not_observations.append(NotObservation(grid.name, grid.address(row, column), number, why))
