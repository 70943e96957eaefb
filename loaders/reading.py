"""Reads a whole workbook: every figure on the sheets of known tables, understood, set aside, or named with a reason."""

from __future__ import annotations

import re
import statistics
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from pathlib import Path

from data.findings import Finding, Severity
from data.observation import Comparison, Measure, Observation, Origin
from data.period import Period
from loaders.columns import Block, figure_at, find_blocks, is_year
from loaders.grid import Grid
from loaders.headings import Context, Heading, read_period, unit_of
from loaders.numbers import is_missing_sign, read_number
from loaders.rows import Row, Rows, read_rows
from loaders.tables import Segment, find_segments, known_tables
from loaders.text import fold, tidy
from loaders.workbook import open_workbook

_DATED_NAME = re.compile(r"(?:^|[^\d])((?:19|20)\d{2})-(\d{2})-(\d{2})(?!\d)")
_MONTH_NAME = re.compile(r"(?:t|thang|thg|bieu|_)[ ._-]{0,2}(0?[1-9]|1[0-2])[ ._-]{0,2}(?:nam[ ._-]?)?(20\d{2})", re.IGNORECASE)
_GROWTH_BELOW, _INDEX_FROM = 60.0, 180.0
_FEW_VALUES = 5
_MONEY = re.compile(r"dong|usd|vnd|do la")
_SWITCHED_TABLES = {"consumption_index": "inventory_index", "inventory_index": "consumption_index"}


@dataclass(frozen=True, slots=True)
class NotObservation:
    """A figure that is none: a column number, a year in a heading, a scratch cell, a footnote."""

    sheet: str
    cell: str
    value: float
    reason: str


@dataclass(frozen=True, slots=True)
class NotUnderstood:
    """A figure of a known table whose meaning could not be told, and what was missing."""

    sheet: str
    cell: str
    value: float
    table: str
    missing: str
    heading: str = ""
    item: str = ""


@dataclass(frozen=True, slots=True)
class SheetSummary:
    name: str
    tables: tuple[str, ...]
    title: str
    figures: int


@dataclass
class Reading:
    """What was read of one workbook."""

    name: str
    sha256: str
    released: date | None = None
    modified: str = ""
    observations: list[Observation] = field(default_factory=list)
    not_observations: list[NotObservation] = field(default_factory=list)
    not_understood: list[NotUnderstood] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    sheets: list[SheetSummary] = field(default_factory=list)


def read_workbook(source: Path | bytes, name: str = "") -> Reading:
    """Read a workbook from a path or its bytes.

    Raises UnreadableWorkbook when it cannot be opened. A workbook without a known table gives a finding.
    """
    workbook = open_workbook(source, name)
    reading = Reading(workbook.name, workbook.sha256, findings=list(workbook.findings))
    reading.modified = workbook.modified.isoformat() if workbook.modified else ""
    found = []
    for grid in workbook.grids():
        segments = find_segments(grid) if grid.n_rows else []
        if any(s.table for s in segments):
            found.append((grid, segments))
        elif segments:
            reading.sheets.append(SheetSummary(grid.name, (), segments[0].title, 0))
    reading.released = released_by_name(reading.name)
    year, month = _reference_month(reading, found)
    if reading.released is None and found:
        reading.released = release_day(year, month)
    for grid, segments in found:
        _read_sheet(grid, segments, year, month, reading)
    if not reading.observations and not reading.not_understood:
        reading.findings.append(Finding("nothing_known", Severity.ERROR, parameters={"file": reading.name}))
    return reading


def released_by_name(name: str) -> date | None:
    """The release date that a file name states as `2024-08-29-...`."""
    match = _DATED_NAME.search(name)
    try:
        return date(int(match[1]), int(match[2]), int(match[3])) if match else None
    except ValueError:
        return None


def release_day(year: int, month: int) -> date:
    """The legal day of publication for a reference month: Decree 94/2016 (the 29th), from 8/2024 Decree 62/2024 (the 6th)."""
    if (year, month) >= (2024, 7):
        following = Period.month(year, month).shift(1)
        return date(following.start.year, following.start.month, 6)
    return min(Period.month(year, month).end, date(year, month, 29) if month != 2 else Period.month(year, month).end)


def _reference_month(reading: Reading, found: list[tuple[Grid, list[Segment]]]) -> tuple[int, int]:
    """The month that the workbook reports, from its name's date, else from the titles and headings."""
    if reading.released is not None:
        back = reading.released - timedelta(days=12)
        return back.year, back.month
    months: Counter[Period] = Counter()
    neutral = Context(0, 0, "")
    for grid, segments in found:
        for segment in segments:
            for row in range(segment.first, min(segment.first + 14, segment.last) + 1):
                text = fold(" ".join(tidy(grid.text(row, c)) for c in range(min(grid.n_cols, 20))))
                for part in re.findall(r"thang \d{1,2}(?: nam |/)(?:20|19)\d\d", text):
                    if period := read_period(part, neutral, default_year=False):
                        months[period] += 1
    if match := _MONTH_NAME.search(reading.name):
        return int(match[2]), int(match[1])
    if months:
        likely = [p for p, n in months.items() if n * 4 >= max(months.values())]
        return max(likely).end.year, max(likely).end.month
    return date.today().year, date.today().month


def _read_sheet(grid: Grid, segments: list[Segment], year: int, month: int, reading: Reading) -> None:
    count_before = len(reading.observations)
    earlier: dict[str, Rows] = {}
    for segment in segments:
        if not segment.table:
            continue
        context = Context(year, month, segment.table, segment.title)
        seen_rows: set[int] = set()
        before = earlier.get(segment.table) if segment.is_continued else None
        for block in find_blocks(grid, segment, context):
            before = earlier[segment.table] = _read_block(grid, segment, block, reading, before)
            seen_rows.update(range(block.heading_first, block.last_row + 1))
        for row in range(segment.first, segment.last + 1):
            if row not in seen_rows:
                _set_aside_row(grid, row, reading, "outside_table")
    tables = tuple(dict.fromkeys(s.table for s in segments if s.table))
    reading.sheets.append(SheetSummary(grid.name, tables, segments[0].title, len(reading.observations) - count_before))


def _read_block(grid: Grid, segment: Segment, block: Block, reading: Reading, before: Rows | None) -> Rows:
    for row in range(block.heading_first, block.first_row):
        reason = "column_number" if row in block.column_number_rows else "year_in_heading"
        _set_aside_row(grid, row, reading, reason)
    rows = read_rows(grid, block, segment.table, before)
    by_index = {row.index: row for row in rows.rows}
    price_base = _price_base(segment.title, grid, block)
    hidden = grid.hidden_columns
    switched = _tables_of_columns(segment.table, block)
    for column in range(grid.n_cols):
        heading = block.headings.get(column)
        if column in hidden and heading is not None:
            heading = None
        if heading is None:
            reason = "hidden_column" if column in hidden else "no_heading"
            _set_aside_column(grid, block, column, reading, reason)
            continue
        table = switched.get(column, segment.table)
        _read_column(grid, block, column, replace(heading, table=table), by_index, rows, price_base, reading)
    return rows


def _tables_of_columns(table: str, block: Block) -> dict[int, str]:
    """Consumption and inventory share a sheet; the heading says which a column is."""
    if table not in _SWITCHED_TABLES:
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


def _read_column(
    grid: Grid,
    block: Block,
    column: int,
    heading: Heading,
    by_index: dict[int, Row],
    rows: Rows,
    price_base: str,
    reading: Reading,
) -> None:
    cells: list[tuple[Row, float, bool]] = []
    large = bool(_MONEY.search(fold(heading.unit or block.table_unit))) and heading.comparison is Comparison.NONE
    for index in range(block.first_row, block.last_row + 1):
        value = figure_at(grid, index, column, thousands_likely=large)
        if value is None:
            _note_unreadable(grid, index, column, by_index, reading)
            continue
        row = by_index.get(index)
        if row is None:
            reason = "footnote" if index in rows.footnote_rows else "no_label"
            reading.not_observations.append(NotObservation(grid.name, grid.address(index, column), value, reason))
            continue
        cells.append((row, value, isinstance(grid.value(index, column), str)))
    if not cells:
        return
    if not heading.is_understood:
        for row, value, _ in cells:
            reading.not_understood.append(
                NotUnderstood(
                    grid.name, grid.address(row.index, column), value, heading.table, heading.problem or "no_period", heading.text, row.item
                )
            )
        return
    is_growth = heading.comparison is not Comparison.NONE and _is_growth([(r, v) for r, v, _ in cells])
    if is_growth:
        reading.findings.append(
            Finding("read_as_growth", Severity.NOTE, grid.name, grid.address(block.first_row, column), {"heading": heading.text})
        )
    for row, value, _ in cells:
        reading.observations.append(
            _observation(grid, block, column, heading, row, value, is_growth, price_base, rows.footnotes)
        )


def _is_growth(cells: list[tuple[Row, float]]) -> bool:
    """Whether a column of ratios holds growth rates (13,3) rather than indices (113,3), from its numbers alone."""
    values = [v for row, v in cells if not is_core_inflation(row.item)] or [v for _, v in cells]
    if len(values) < _FEW_VALUES and all(v >= 0 for v in values) and max(values) >= _GROWTH_BELOW:
        return False
    return -_GROWTH_BELOW < statistics.median(values) < _GROWTH_BELOW and min(values) < _GROWTH_BELOW


def is_core_inflation(item: str) -> bool:
    folded = fold(item)
    return "lam phat co ban" in folded or "core inflation" in folded


def _observation(
    grid: Grid,
    block: Block,
    column: int,
    heading: Heading,
    row: Row,
    value: float,
    is_growth: bool,
    price_base: str,
    footnotes: list[str],
) -> Observation:
    measure = heading.measure or Measure.VALUE
    unit = heading.unit
    if heading.comparison is not Comparison.NONE:
        unit = "%"
        if is_growth or (heading.table == "consumer_price_index" and is_core_inflation(row.item)):
            measure = Measure.GROWTH
    elif measure is Measure.SHARE:
        unit = "%"
    elif heading.is_row_measure:
        unit = row.unit or unit
        measure = Measure.VALUE if _MONEY.search(fold(unit)) else Measure.VOLUME
    else:
        unit = _level_unit(heading, block, row, measure, footnotes)
    base = heading.base
    if heading.table == "industrial_output_value" and measure is Measure.VALUE:
        base = price_base
    return Observation(
        table=heading.table,
        item=row.item,
        parents=row.parents,
        area=row.area,
        measure=measure,
        index_of=heading.index_of,
        comparison=heading.comparison,
        period=heading.period,  # type: ignore[arg-type]
        base=base,
        unit=unit,
        value=value,
        status=heading.status,
        origin=Origin(grid.name, grid.address(row.index, column), block.heading_texts.get(column, ()), row.labels),
    )


def _level_unit(heading: Heading, block: Block, row: Row, measure: Measure, footnotes: list[str]) -> str:
    """The unit of a level: of the row, of a footnote to the row, of the heading, of the table."""
    if row.unit:
        return row.unit
    pieces = unit_pieces(block.table_unit)
    if heading.table in ("goods_exports", "goods_imports"):
        money = next((p for p in pieces if _MONEY.search(fold(p))), "") or known_tables()[heading.table].value_unit
        if measure is Measure.VALUE:
            return money
        named = next((p for p in pieces[1:] if len(p) > 2 and f" {fold(p)}" in f" {fold(row.item)}"), "")
        if named:
            return named
        if row.marked:
            for note in footnotes:
                marked = [p for p in unit_pieces(note) if not _MONEY.search(fold(p)) and re.search(r"chiec|\bunit|\bcai|bo\b|pcs", fold(p))]
                if marked:
                    return marked[0]
        return next((p for p in pieces if not _MONEY.search(fold(p)) and p != "%"), "Nghìn tấn")
    written = written_unit(heading.text)
    if written:
        return written
    for piece in pieces:
        if piece != "%":
            return piece
    return heading.unit or known_tables()[heading.table].value_unit


def unit_pieces(text: str) -> list[str]:
    """`Đơn vị tính: Nghìn tấn; Triệu USD` -> [`Nghìn tấn`, `Triệu USD`]."""
    bare = re.sub(r"^.*?(?:đơn vị(?: tính)?\s*[:.]?|đvt\s*[:.]?|unit\s*:|ghi chú\s*:)", "", text, flags=re.IGNORECASE)
    bare = re.sub(r"^\s*\(?\*+\)?\s*[:.]?\s*", "", bare)
    pieces = [tidy(p).strip("().: ") for p in re.split(r"[;,]| và ", bare)]
    return [p[0].upper() + p[1:] for p in pieces if p]


def written_unit(heading: str) -> str:
    """The unit in brackets at the end of a heading, as written."""
    found = [m for m in re.findall(r"\(([^()]*)\)", heading) if unit_of(m)]
    return tidy(found[-1]) if found else ""


def _price_base(title: str, grid: Grid, block: Block) -> str:
    """The price year of values at constant prices, from the title or the headings."""
    texts = [title] + [tidy(grid.text(r, c)) for r in range(max(0, block.heading_first - 4), block.first_row) for c in range(min(3, grid.n_cols))]
    for text in texts:
        match = re.search(r"(?:gia )?(?:so sanh|co dinh|constant prices?)(?: nam| of)? ?((?:19|20)\d\d)", fold(text))
        if match:
            return match[1]
    return ""


def _note_unreadable(grid: Grid, row: int, column: int, by_index: dict[int, Row], reading: Reading) -> None:
    """An error cell, or text that wanted to be a number."""
    if row not in by_index:
        return
    found = grid.value(row, column)
    if isinstance(found, str) and any(c.isdigit() for c in found) and not is_missing_sign(found) and read_number(found) is None:
        reading.findings.append(
            Finding("unreadable_number", Severity.WARNING, grid.name, grid.address(row, column), {"text": tidy(grid.text(row, column))})
        )
    elif found is None and (error := grid.error(row, column)):
        reading.findings.append(Finding("error_cell", Severity.WARNING, grid.name, grid.address(row, column), {"text": error}))


def _set_aside_row(grid: Grid, row: int, reading: Reading, reason: str) -> None:
    for column in range(grid.n_cols):
        if (number := grid.number(row, column)) is not None:
            why = reason if reason != "year_in_heading" or is_year(number) else "number_in_heading"
            reading.not_observations.append(NotObservation(grid.name, grid.address(row, column), number, why))


def _set_aside_column(grid: Grid, block: Block, column: int, reading: Reading, reason: str) -> None:
    for row in range(block.first_row, block.last_row + 1):
        if (number := grid.number(row, column)) is not None:
            reading.not_observations.append(NotObservation(grid.name, grid.address(row, column), number, reason))


def figures_by_table(reading: Reading) -> dict[str, tuple[int, int]]:
    """Table -> (figures understood, not understood)."""
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for observation in reading.observations:
        counts[observation.table][0] += 1
    for figure in reading.not_understood:
        counts[figure.table][1] += 1
    return {table: (a, b) for table, (a, b) in counts.items()}


def iter_cells(reading: Reading) -> Iterator[tuple[str, str]]:
    """(sheet, cell) of every figure that was looked at."""
    for observation in reading.observations:
        yield observation.origin.sheet, observation.origin.cell
    for figure in (*reading.not_observations, *reading.not_understood):
        yield figure.sheet, figure.cell
