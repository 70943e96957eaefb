"""Figures of history blocks -> observations, and reasons for those that are none."""

from __future__ import annotations

import re
import statistics
from collections import defaultdict
from dataclasses import dataclass, field

from data.observation import WHOLE_COUNTRY, Comparison, Measure, Observation, Origin
from data.period import Period
from loaders.areas import area_named_in, area_of
from loaders.columns import figure_at
from loaders.grid import Grid
from loaders.headings import Context, Heading
from loaders.history import HistoryBlock, find_history
from loaders.history_series import Described, comparison_for, measure_of, read_series
from loaders.period_cells import WrittenPeriod
from loaders.tables import Segment, known_tables
from loaders.text import fold

_MONEY = re.compile(r"dong|usd|vnd|do la|£|pound|euro")
_LARGEST_GROWTH = 60.0
_CUMULATIVE = re.compile(r"cong don|luy ke|tinh chung|cumulat|accumulat|binh quan|tu dau nam")


@dataclass
class HistoryFigures:
    """What was read. `others` holds (row, column, reason), `unclear` (row, column, table, what is missing, heading)."""

    observations: list[Observation] = field(default_factory=list)
    others: list[tuple[int, int, str]] = field(default_factory=list)
    unclear: list[tuple[int, int, str, str, str]] = field(default_factory=list)
    growth_columns: list[tuple[int, int, str]] = field(default_factory=list)


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
    by_series: dict[int, list[tuple[int, int, WrittenPeriod, int, float]]] = defaultdict(list)
    described_by: dict[int, Described] = {}
    for row, column, described, written, year in block.cells():
        value = figure_at(grid, row, column)
        if value is None or (column in grid.hidden_columns):
            continue
        key = column if block.is_down else row
        by_series[key].append((row, column, written, year, value))
        described_by[key] = described
    for key, cells in by_series.items():
        taken.update((row, column) for row, column, *_ in cells)
        _read_series(grid, block, described_by[key], cells, context, figures)


def _read_series(
    grid: Grid,
    block: HistoryBlock,
    described: Described,
    cells: list[tuple[int, int, WrittenPeriod, int, float]],
    context: Context,
    figures: HistoryFigures,
) -> None:
    heading, table, item, parents = read_series(described, block.table, block.title, context)
    is_compared = heading.comparison is not Comparison.NONE
    is_growth = is_compared and _is_growth([value for *_, value in cells], heading.text)
    if is_growth:
        figures.growth_columns.append((cells[0][0], cells[0][1], heading.text))
    problem = heading.problem if heading.problem not in ("", "no_period") else ""
    for row, column, written, year, value in cells:
        period = _period(written, described, year, heading)
        if problem or period is None or not item:
            missing = problem or ("no_period" if period is None else "no_label")
            figures.unclear.append((row, column, table, missing, heading.text))
            continue
        measure = Measure.GROWTH if is_growth else measure_of(heading, table)
        unit = "%" if is_compared or measure is Measure.SHARE else _unit(described, block, heading, table, measure)
        if table == "industrial_products" and not is_compared:
            measure = Measure.VALUE if _MONEY.search(fold(unit)) else Measure.VOLUME
        figures.observations.append(
            Observation(
                table=table,
                item=item,
                parents=parents,
                area=described.area or area_of(item) or area_named_in(block.title) or WHOLE_COUNTRY,
                measure=measure,
                index_of=heading.index_of,
                comparison=comparison_for(heading, period),
                period=period,
                base=heading.base or _price_base(block, table, measure),
                unit=unit,
                value=value,
                status=heading.status,
                origin=Origin(grid.name, grid.address(row, column), described.all_texts, ()),
            )
        )


def _period(written: WrittenPeriod, described: Described, year: int, heading: Heading) -> Period | None:
    """The period of a cell; a series of running totals reaches from January to the month that is named."""
    known = written.of_year(described.year or year)
    if known is None or written.months > 1 or not _CUMULATIVE.search(fold(heading.text)):
        return known
    return Period.year_to_date(known.end.year, known.end.month)


def _is_growth(values: list[float], heading: str) -> bool:
    if re.search(r"toc do tang|tang/giam|tang, giam|\bgrowth\b", fold(heading)):
        return True
    return statistics.median(values) < _LARGEST_GROWTH and max(values) < 2 * _LARGEST_GROWTH


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
