"""Reads a whole workbook: every figure on the sheets of known tables, understood, set aside, or named with a reason."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from data.findings import Finding, Severity
from data.observation import WHOLE_COUNTRY, Comparison
from loaders.area_of_workbook import AreasOfWorkbook
from loaders.block import Block
from loaders.collector import collector_at_rest
from loaders.columns import figure_at, find_blocks
from loaders.figures import read_block
from loaders.grid import Grid, Value
from loaders.heading_answers import LearnedHeading, answers_for
from loaders.headings import Context
from loaders.occasion import reference_month, release_day, released_by_name
from loaders.outcome import NotObservation, NotUnderstood, Reading, SheetSummary, figures_by_table, iter_cells
from loaders.period_cells import FEWEST_PERIODS, may_be_period, period_in
from loaders.province import untitled_segment
from loaders.quiet import quietly
from loaders.row_tables import announces_both_ways, summary_segment
from loaders.rows import Rows
from loaders.set_aside import set_aside_row
from loaders.tables import Segment, find_segments
from loaders.text import fold
from loaders.workbook import Workbook, open_workbook

if TYPE_CHECKING:
    from loaders.history_reading import HistoryFigures

__all__ = [
    "NotObservation",
    "NotUnderstood",
    "Reading",
    "SheetSummary",
    "figures_by_table",
    "iter_cells",
    "read_workbook",
    "release_day",
    "released_by_name",
]

_ROWS_TO_TELL = 8
AREA_GIVEN = "area_given"
"""The finding that says which area the figures have because the reader gave it."""

AREA_KEPT = "area_kept"
"""The finding that the workbook itself names another area than the one given."""

_UNIT_OF_PROVINCES = re.compile(r"trieu dong|(?:nghin|1[.,]?000) (?:usd|us\$)")


def read_workbook(
    source: Path | bytes | Workbook, name: str = "", learned: Sequence[LearnedHeading] = (), area: str = ""
) -> Reading:
    """Read a workbook from a path or its bytes, or an open one; `learned` is what analysts answered about headings.

    `area` is the one that the workbook is of where neither a province nor the national office is named in it.
    Raises UnreadableWorkbook when it cannot be opened. A workbook without a known table gives a finding.
    """
    with collector_at_rest():
        return quietly(  # once for all its sheets, each of which asks it
            lambda: _read(source if isinstance(source, Workbook) else open_workbook(source, name), learned, area)
        )


def _read(workbook: Workbook, learned: Sequence[LearnedHeading], area: str) -> Reading:
    reading = Reading(workbook.name, findings=list(workbook.findings))
    reading.modified = workbook.modified.isoformat() if workbook.modified else ""
    found, untitled_sheets = _tables_found(workbook, reading)
    reading.released = released_by_name(reading.name)
    year, month = reference_month(reading.name, reading.released, found)
    if reading.released is None and year:
        reading.released = release_day(year, month)
    areas = AreasOfWorkbook(found, [sheet.title for sheet in reading.sheets], reading.name, area)
    for grid, segments in found:
        _read_sheet(grid, segments, Context(year, month, ""), reading, areas, learned)
    if found and not year and not reading.released:
        has_gaps = any(one.missing == "no_period" for one in reading.not_understood)
        severity = Severity.WARNING if has_gaps else Severity.NOTE
        reading.findings.append(Finding("no_reference_month", severity, parameters={"file": reading.name}))
    reading.findings += _about_areas(reading, areas, untitled_sheets)
    if not reading.observations and not reading.not_understood:
        reading.findings.append(Finding("nothing_known", Severity.ERROR, parameters={"file": reading.name}))
    return reading


def _tables_found(workbook: Workbook, reading: Reading) -> tuple[list[tuple[Grid, list[Segment]]], set[str]]:
    """(sheets of known tables, names of those among them without a title); other tables are listed in `reading`."""
    found, untitled_sheets = [], set()
    for grid in workbook.grids():
        segments = find_segments(grid) if grid.n_rows else []
        if any(s.table for s in segments) and not announces_both_ways(segments):
            found.append((grid, segments))
        elif grid.n_rows and (summary := summary_segment(grid)):
            found.append((grid, [summary]))
        elif any(s.table for s in segments):
            found.append((grid, segments))
        elif segments:
            reading.sheets.append(SheetSummary(grid.name, (), segments[0].title, 0))
        elif grid.n_rows and (untitled := untitled_segment(grid, reading.name)):
            found.append((grid, [untitled]))
            untitled_sheets.add(grid.name)
    return found, untitled_sheets


def _read_sheet(
    grid: Grid,
    segments: list[Segment],
    known: Context,
    reading: Reading,
    areas: AreasOfWorkbook,
    learned: Sequence[LearnedHeading],
) -> None:
    count_before = len(reading.observations)
    if grid.hidden:
        _set_aside_sheet(grid, segments, reading)
        return
    earlier: dict[str, Rows] = {}
    for segment in segments:
        if segment.table:
            first, first_unclear = len(reading.observations), len(reading.not_understood)
            area = areas.of(grid, segment)
            answers = answers_for(area, learned) if learned else {}
            context = known._replace(table=segment.table, title=segment.title, learned=answers)
            _read_segment(grid, segment, context, reading, earlier)
            if area != WHOLE_COUNTRY:
                _place_in_province(area, reading, first, first_unclear)
    tables = tuple(dict.fromkeys(s.table for s in segments if s.table and not s.of_rows))
    tables += tuple(dict.fromkeys(o.table for o in reading.observations[count_before:] if o.table not in tables))
    reading.sheets.append(SheetSummary(grid.name, tables, segments[0].title, len(reading.observations) - count_before))


def _set_aside_sheet(grid: Grid, segments: list[Segment], reading: Reading) -> None:
    """A hidden sheet is a draft or an older copy: its figures are named, and none of them is read."""
    before = len(reading.not_observations)
    for row in range(grid.n_rows):
        set_aside_row(grid, row, reading, "hidden_sheet")
    count = len(reading.not_observations) - before
    reading.findings.append(Finding("hidden_figures", Severity.NOTE, grid.name, parameters={"count": count}))
    reading.sheets.append(SheetSummary(grid.name, (), segments[0].title, 0))


def _read_segment(grid: Grid, segment: Segment, context: Context, reading: Reading, earlier: dict[str, Rows]) -> None:
    blocks = find_blocks(grid, segment, context)
    if not blocks or any(_may_be_history(grid, block) for block in blocks):
        from loaders.history_reading import read_history  # a family of workbooks of its own

        history = read_history(grid, segment, context)
        if history is not None:
            _take_history(grid, history, reading)
            return
    rows_seen: set[int] = set()
    before = earlier.get(segment.table) if segment.is_continued else None
    for block in blocks:
        before = earlier[segment.table] = read_block(grid, segment, block, context, reading, before)
        rows_seen.update(range(block.heading_first, block.last_row + 1))
    for row in range(segment.first, segment.last + 1):
        if row not in rows_seen:
            set_aside_row(grid, row, reading, "outside_table")


def _may_be_history(grid: Grid, block: Block) -> bool:
    """Whether bare periods stand beside the first figures, or several of them in one row over the figures.

    A form that compares has such rows too: `Thực hiện | Tháng 4/2023 | Tháng 5/2022`, beside `So sánh (%)`.
    """
    beside = range(block.first_row, min(block.first_row + _ROWS_TO_TELL, block.last_row) + 1)
    if sum(_bare_periods(grid, row, grid.filled(row)[:2]) > 0 for row in beside) >= FEWEST_PERIODS:
        return True
    headings = block.headings.values()
    if all(h.is_understood for h in headings) and any(h.comparison is not Comparison.NONE for h in headings):
        return False
    above = range(max(block.heading_first - 1, 0), block.first_row)
    return any(_bare_periods(grid, row, grid.filled(row)) >= FEWEST_PERIODS for row in above)


def _bare_periods(grid: Grid, row: int, cells: list[tuple[int, Value]]) -> int:
    return sum([may_be_period(value) and period_in(grid, row, column) is not None for column, value in cells])


def _about_areas(reading: Reading, areas: AreasOfWorkbook, untitled_sheets: set[str]) -> list[Finding]:
    """Which area the workbook has because the reader gave it, or in spite of that; sheets that name none."""
    given, doubtful = areas.given, sorted(_sheets_without_area(reading, untitled_sheets))
    if given and areas.is_given:
        is_plain = given == WHOLE_COUNTRY and not doubtful
        return [] if is_plain else [Finding(AREA_GIVEN, Severity.NOTE, parameters={"area": given})]
    unnamed = [Finding("area_not_named", Severity.WARNING, sheet) for sheet in doubtful]
    others = sorted({o.area for o in reading.observations if o.area != given}) if given else []
    if given and given != WHOLE_COUNTRY and others and given not in {o.area for o in reading.observations}:
        unnamed.append(Finding(AREA_KEPT, Severity.NOTE, parameters={"area": given, "found": others[0]}))
    return unnamed


def _sheets_without_area(reading: Reading, untitled_sheets: set[str]) -> set[str]:
    """Sheets that look like a province's and name none: without a title, or in a unit that provinces use."""
    of_country = [o for o in reading.observations if o.area == WHOLE_COUNTRY]
    small = {unit for unit in {o.unit for o in of_country} if _UNIT_OF_PROVINCES.fullmatch(fold(unit))}
    if not small and not untitled_sheets:
        return set()
    return {o.origin.sheet for o in of_country if o.unit in small or o.origin.sheet in untitled_sheets}


def _place_in_province(area: str, reading: Reading, first: int, first_unclear: int) -> None:
    """Give the province of the title to what was read of a segment, where no row names an area of its own."""
    of_segment = reading.observations[first:]
    reading.observations[first:] = [o._replace(area=area) if o.area == WHOLE_COUNTRY else o for o in of_segment]
    unclear = reading.not_understood[first_unclear:]
    reading.not_understood[first_unclear:] = [one._replace(area=area) for one in unclear]


def _take_history(grid: Grid, history: HistoryFigures, reading: Reading) -> None:
    reading.observations += history.observations
    for row, column, reason in history.others:
        value = grid.number(row, column)
        if value is not None:
            reading.not_observations.append(NotObservation(grid.name, grid.address(row, column), value, reason))
    for row, column, table, missing, heading in history.unclear:
        value = figure_at(grid, row, column)
        if value is not None:
            cell = grid.address(row, column)
            reading.not_understood.append(NotUnderstood(grid.name, cell, value, table, missing, heading))
    for row, column, is_understood in history.in_words:
        code = "figure_in_words" if is_understood else "unreadable_number"
        parameters = {"text": grid.text(row, column)}
        reading.findings.append(Finding(code, Severity.WARNING, grid.name, grid.address(row, column), parameters))
    for row, column, heading in history.growth_columns:
        cell = grid.address(row, column)
        reading.findings.append(Finding("read_as_growth", Severity.NOTE, grid.name, cell, {"heading": heading}))
