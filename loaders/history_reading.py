"""Figures of history blocks -> observations, and reasons for those that are none."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import NamedTuple

from data.observation import WHOLE_COUNTRY, Comparison, Measure, Observation, Origin
from data.period import Period
from loaders.areas import area_of
from loaders.columns import figure_at
from loaders.free_text import observations_in
from loaders.grid import Grid
from loaders.growth_or_index import are_growth
from loaders.headings import Context, Heading
from loaders.history import HistoryBlock, find_history, holds_figure
from loaders.history_series import Described, comparison_for, measure_of, read_series
from loaders.period_cells import WrittenPeriod
from loaders.tables import Segment, known_tables
from loaders.text import fold

_MONEY = re.compile(r"dong|usd|vnd|do la|£|pound|euro")
_CUMULATIVE = re.compile(r"cong don|luy ke|tinh chung|cumulat|accumulat|binh quan|tu dau nam")


@dataclass
class HistoryFigures:
    """What was read. `others` holds (row, column, reason), `unclear` (row, column, table, what is missing, heading),
    `in_words` (row, column, whether the words were understood).
    """

    observations: list[Observation] = field(default_factory=list)
    others: list[tuple[int, int, str]] = field(default_factory=list)
    unclear: list[tuple[int, int, str, str, str]] = field(default_factory=list)
    growth_columns: list[tuple[int, int, str]] = field(default_factory=list)
    in_words: list[tuple[int, int, bool]] = field(default_factory=list)


class _Place(NamedTuple):
    """Where a figure stands, and of which period."""

    row: int
    column: int
    written: WrittenPeriod
    year: int


@dataclass
class _Series:
    grid: Grid
    block: HistoryBlock
    described: Described
    places: list[_Place] = field(default_factory=list)


def read_history(grid: Grid, segment: Segment, context: Context) -> HistoryFigures | None:
    """All figures of a segment that is a history; None when it is none."""
    blocks = find_history(grid, segment)
    if not blocks:
        return None
    figures = HistoryFigures()
    taken: set[tuple[int, int]] = set()
    for block in blocks:
        _read_block(grid, block, context, figures, taken)
    for row in range(segment.first, segment.last + 1):
        for column in range(grid.n_cols):
            if grid.number(row, column) is not None and (row, column) not in taken:
                figures.others.append((row, column, _reason(blocks, row, column)))
    return figures


def _reason(blocks: list[HistoryBlock], row: int, column: int) -> str:
    for block in blocks:
        if block.first_row <= row <= block.last_row:
            across, down = (column, row) if block.is_down else (row, column)
            if down in block.periods and across not in block.series:
                return "no_heading"
            return "year_in_heading"
    return "outside_table"


def _read_block(
    grid: Grid, block: HistoryBlock, context: Context, figures: HistoryFigures, taken: set[tuple[int, int]]
) -> None:
    series: dict[int, _Series] = {}
    for row, column, described, written, year in block.cells():
        if column in grid.hidden_columns or not holds_figure(grid, row, column):
            continue
        of_series = series.setdefault(column if block.is_down else row, _Series(grid, block, described))
        of_series.places.append(_Place(row, column, written, year))
        taken.add((row, column))
    for each in series.values():
        _read_series(each, context, figures)


def _read_series(series: _Series, context: Context, figures: HistoryFigures) -> None:
    block, grid = series.block, series.grid
    heading, table, item, parents = read_series(series.described, block.table, block.title, context)
    numbers = [n for p in series.places if (n := figure_at(grid, p.row, p.column)) is not None]
    is_growth = heading.comparison is not Comparison.NONE and bool(numbers) and _is_growth(numbers, heading.text)
    if is_growth:
        figures.growth_columns.append((series.places[0].row, series.places[0].column, heading.text))
    for place in series.places:
        period = _period(place.written, series.described, place.year, heading)
        value = figure_at(grid, place.row, place.column)
        problem = heading.problem if heading.problem not in ("", "no_period") and value is not None else ""
        if problem or period is None or not item:
            missing = problem or ("no_period" if period is None else "no_label")
            figures.unclear.append((place.row, place.column, table, missing, heading.text))
            continue
        plain = _observation(series, place, heading, table, item, period)
        plain = plain._replace(parents=parents)
        if value is None:
            in_words = observations_in(plain, grid.text(place.row, place.column))
            figures.in_words.append((place.row, place.column, bool(in_words)))
            figures.observations += in_words
        else:
            figures.observations.append(_with_number(plain, value, is_growth))


def _observation(
    series: _Series, place: _Place, heading: Heading, table: str, item: str, period: Period
) -> Observation:
    """An observation still without its number."""
    block, described = series.block, series.described
    measure = measure_of(heading, table)
    is_compared = heading.comparison is not Comparison.NONE
    unit = "%" if is_compared or measure is Measure.SHARE else _unit(described, block, heading, table, measure)
    if table == "industrial_products" and not is_compared:
        measure = Measure.VALUE if _MONEY.search(fold(unit)) else Measure.VOLUME
    return Observation(
        table=table,
        item=item,
        area=described.area or area_of(item) or WHOLE_COUNTRY,
        measure=measure,
        index_of=heading.index_of,
        comparison=comparison_for(heading, period),
        period=period,
        base=heading.base or _price_base(block, table, measure),
        unit=unit,
        value=0.0,
        status=place.written.status or heading.status,
        origin=Origin(series.grid.name, series.grid.address(place.row, place.column), described.all_texts, ()),
    )


def _with_number(plain: Observation, value: float, is_growth: bool) -> Observation:
    return plain._replace(value=value, measure=Measure.GROWTH if is_growth else plain.measure)


def _period(written: WrittenPeriod, described: Described, year: int, heading: Heading) -> Period | None:
    """The period of a cell; a series of running totals reaches from January to the month that is named."""
    known = written.of_year(described.year or year)
    if known is None or written.months > 1 or not _CUMULATIVE.search(fold(heading.text)):
        return known
    return Period.year_to_date(known.end.year, known.end.month)


def _is_growth(values: list[float], heading: str) -> bool:
    if re.search(r"toc do tang|tang/giam|tang, giam|\bgrowth\b", fold(heading)):
        return True
    return are_growth(values)


def _unit(described: Described, block: HistoryBlock, heading: Heading, table: str, measure: Measure) -> str:
    written = described.unit or heading.unit
    if written:
        return written
    pieces = [p.strip() for p in re.split(r"[;,]", block.unit) if p.strip()]
    money = [p for p in pieces if _MONEY.search(fold(p))]
    plain = [p for p in pieces if not _MONEY.search(fold(p)) and p != "%"]
    chosen = (money or pieces) if measure is Measure.VALUE else (plain or pieces)
    return chosen[0] if chosen else known_tables()[table].value_unit


def _price_base(block: HistoryBlock, table: str, measure: Measure) -> str:
    if table != "industrial_output_value" or measure is not Measure.VALUE:
        return ""
    match = re.search(r"(?:so sanh|co dinh)(?: nam)? ?((?:19|20)\d\d)", fold(block.title))
    return match[1] if match else ""
