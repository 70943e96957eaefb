"""The second family of workbooks: history files, with periods down the rows or across the columns.

    Chỉ số giá tiêu dùng                             title: names the table, and a province if the figures are of one
    Đơn vị tính: %                                   unit of the table, unless a series says its own
    |            | Chung    | Lương thực | ...       series, with any of the words that stand over a monthly column:
    | So với     | cùng kỳ  | cùng kỳ    | ...       `so với ...`, `Ước tính`, `Cộng dồn`, `Lượng`, `(Tỷ đồng)`
    | 01/2024    | 103,4    | 104,1      | ...       periods: see period_cells

Periods across look the same turned round: series down the rows, and columns headed `Đơn vị`, `Thuộc`, `So với`, ...
Rows (or columns) that describe the series are known by their first words, `history` in catalogue/headings.yaml:
`item`, `parent`, `area`, `unit`, `comparison`, `measure`, `status`, `base`, and `code`, which is left out. Blocks may
stand one below another, each with a title of its own. A period without its year takes the year of the line over it,
of its series, or of the title.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from data.period import MONTHS_IN_YEAR
from loaders.columns import figure_at
from loaders.free_text import holds_figures
from loaders.grid import Grid
from loaders.history_around import around, unit_or_share, year_of_title, year_over
from loaders.history_series import Described, anchor_of, attribute_named
from loaders.period_cells import FEWEST_PERIODS, WrittenPeriod, may_be_period, period_in, written_period
from loaders.tables import Segment
from loaders.text import has_letter, tidy

_LABEL_COLUMNS = 8
_LONGEST_GAP = 3
_HEADER_ROWS = 10
_LEAST_DISTINCT = 0.8
_BRACKETS = re.compile(r"\s*\([^()]*\)\s*$")


@dataclass
class HistoryBlock:
    """One stretch of periods by series. Cells are (row, column); each belongs to a series and a period."""

    table: str
    title: str
    first_row: int
    last_row: int
    unit: str = ""
    series: dict[int, Described] = field(default_factory=dict)
    periods: dict[int, tuple[WrittenPeriod, int]] = field(default_factory=dict)
    is_down: bool = True

    def cells(self) -> Iterator[tuple[int, int, Described, WrittenPeriod, int]]:
        """(row, column, series, period as written, year over it) of each place where a figure may stand."""
        for key, described in self.series.items():
            for at, (written, year) in self.periods.items():
                row, column = (at, key) if self.is_down else (key, at)
                yield row, column, described, written, year


def find_history(grid: Grid, segment: Segment) -> list[HistoryBlock]:
    """The blocks of periods by series in a segment; empty when it is no history."""
    blocks: list[HistoryBlock] = []
    row = top = max(segment.first, 0)
    while row <= segment.last:
        block = _across_at(grid, segment, row, top) or _down_at(grid, segment, row, top)
        if block is None:
            row += 1
            continue
        blocks.append(block)
        row = top = block.last_row + 1
    return blocks


def _across_at(grid: Grid, segment: Segment, row: int, top: int) -> HistoryBlock | None:
    """A block whose header row is `row`: periods from left to right."""
    cells = grid.filled(row)
    likely = [c for c, value in cells if c and may_be_period(value)]
    if len(likely) < FEWEST_PERIODS:
        return None
    found = {c: p for c in likely if (p := period_in(grid, row, c))}
    if len(found) < FEWEST_PERIODS:
        return None
    years = {c: p.year or year_over(grid, row, c, top) for c, p in found.items()}
    ordered = [p.of_year(years[c]) for c, p in found.items()]
    if None in ordered or len(set(ordered)) != len(ordered) or len(set(map(str, ordered))) < FEWEST_PERIODS:
        return None
    first = min(found)
    if not any(
        c.isalpha()
        for c in "".join(grid.text(r, left) for left in range(first) for r in range(row, min(row + 4, grid.n_rows)))
    ):
        return None
    title, table, unit = around(grid, segment, top, row)
    last = _last_series_row(grid, row, segment.last, first, found)
    if last is None:
        return None
    block = HistoryBlock(table, title, row, last, unit, is_down=False)
    block.periods = {c: (p, years[c]) for c, p in found.items()}
    block.series = _series_across(grid, row, last, first)
    return block if block.series else None


def _series_across(grid: Grid, row: int, last: int, first: int) -> dict[int, Described]:
    """Row -> what describes it, at the left of its figures and in the lines between, such as `Cơ cấu (%)`."""
    names = {c: tidy(grid.text(row, c)) for c in range(first)}
    found: dict[int, Described] = {}
    between: tuple[str, str] | None = None
    for line in range(row + 1, last + 1):
        if said := unit_or_share(grid, line):
            between = said
            continue
        described = Described(lead_text=tidy(grid.text(row, 0)))
        for column, name in names.items():
            described.add(attribute_named(name) or "item", grid.text(line, column))
        if described.has_words:
            if between and not described.unit:
                described.add(*between)
            found[line] = described
    return found


def _last_series_row(grid: Grid, row: int, last: int, first: int, periods: dict[int, WrittenPeriod]) -> int | None:
    """The last row that holds figures before another header or a long gap."""
    end, gap = None, 0
    for line in range(row + 1, last + 1):
        if sum(period_in(grid, line, c) is not None for c in periods) >= FEWEST_PERIODS and not _is_series(
            grid, line, first, periods
        ):
            break
        if any(holds_figure(grid, line, c) for c in periods):
            end, gap = line, 0
        else:
            gap += 1
            if gap > _LONGEST_GAP:
                break
    return end


def _is_series(grid: Grid, line: int, first: int, periods: dict[int, WrittenPeriod]) -> bool:
    """Numbers that look like years are figures when the row has a label and they do not ascend."""
    numbers = [n for c in periods if (n := grid.number(line, c)) is not None]
    has_label = any(ch.isalpha() for c in range(first) for ch in grid.text(line, c))
    return has_label and bool(numbers) and numbers != sorted(set(numbers))


def _down_at(grid: Grid, segment: Segment, row: int, top: int) -> HistoryBlock | None:
    """A block whose first period stands in `row`: periods from top to bottom."""
    for column, value in grid.filled(row):
        if column >= min(_LABEL_COLUMNS, grid.n_cols - 1):
            break
        if not may_be_period(value):
            continue
        first = _period_beside_year(grid, row, column)
        if first is None:
            continue
        found = _run_down(grid, row, column, segment.last)
        distinct = len({(p.first, p.last, p.year or y) for p, y in found.values()})
        if distinct < FEWEST_PERIODS or distinct < _LEAST_DISTINCT * len(found):
            continue
        if first.is_whole_year and not any(holds_figure(grid, row, c) for c in range(column + 1, grid.n_cols)):
            found.pop(row, None)
        block = _block_down(grid, segment, column, found, top, row)
        if block is not None:
            return block
    return None


def _run_down(grid: Grid, row: int, column: int, last: int) -> dict[int, tuple[WrittenPeriod, int]]:
    """Row -> period and the year over it, until periods stop."""
    found: dict[int, tuple[WrittenPeriod, int]] = {}
    year = gap = 0
    for line in range(row, last + 1):
        beside = period_in(grid, line, column - 1) if column else None
        if beside is not None and beside.is_whole_year:
            year = beside.year
        written = _period_beside_year(grid, line, column)
        if written is None:
            gap += 1
            if gap > _LONGEST_GAP or _is_title_line(grid, line, column):
                break
            continue
        gap = 0
        if written.is_whole_year and written.year:
            year = written.year
        found[line] = (written, year)
    return found


def _is_title_line(grid: Grid, line: int, column: int) -> bool:
    """Words without figures: a title, a note, or the headings of another block."""
    has_words = any(has_letter(grid.text(line, c)) for c in range(column + 1))
    return has_words and not any(holds_figure(grid, line, c) for c in range(column + 1, grid.n_cols))


def _period_beside_year(grid: Grid, row: int, column: int) -> WrittenPeriod | None:
    """The period of a cell; a bare 1 to 12 is a month where the year stands to its left."""
    number = grid.number(row, column)
    if number is not None and column and number in range(1, MONTHS_IN_YEAR + 1):
        beside = period_in(grid, row, column - 1)
        is_month = beside is not None and beside.is_whole_year
        return WrittenPeriod(int(number), int(number)) if is_month else None
    return period_in(grid, row, column)


def holds_figure(grid: Grid, row: int, column: int) -> bool:
    """Whether a cell holds a figure, be it within words such as `8.290 tỷ đồng (↓3,32%)`."""
    return figure_at(grid, row, column) is not None or holds_figures(grid.value(row, column))


def _block_down(
    grid: Grid, segment: Segment, column: int, found: dict[int, tuple[WrittenPeriod, int]], top: int, row: int
) -> HistoryBlock | None:
    title, table, unit = around(grid, segment, top, row)
    header_rows = _header_rows(grid, top, row, column)
    block = HistoryBlock(table, title, min([*header_rows, row]), max(found), unit)
    year = year_of_title(title)
    block.periods = {line: (p, y or year) for line, (p, y) in found.items()}
    last_year = 0
    for right in range(column + 1, grid.n_cols):
        if not any(holds_figure(grid, line, right) for line in found):
            continue
        described = _describe_column(grid, header_rows, column, right)
        if described.has_words:
            described.year = described.year or last_year
            last_year = described.year
            block.series[right] = described
    return block if block.series else None


def _header_rows(grid: Grid, top: int, row: int, column: int) -> list[int]:
    """Rows over the periods with words or years over the figures; those nearest to the figures."""
    rows: list[int] = []
    for line in range(row - 1, max(top, row - _HEADER_ROWS) - 1, -1):
        over = [c for c in range(column + 1, grid.n_cols) if tidy(grid.text(line, c))]
        if not over:
            if rows and not tidy(grid.text(line, column)):
                break
            continue
        if line == top and len(over) < 2 and rows:
            break
        rows.append(line)
    return rows[::-1]


def _describe_column(grid: Grid, header_rows: list[int], column: int, right: int) -> Described:
    described = Described()
    seen = set()
    for line in header_rows:
        at = anchor_of(grid, line, right)
        if at in seen or at[1] <= column:
            continue
        seen.add(at)
        label = tidy(grid.text(line, column))
        year = written_period(_BRACKETS.sub("", tidy(grid.text(*at))))
        if year is not None and year.is_whole_year and year.year:
            described.year = year.year
            described.add("item", " ".join(_BRACKETS.findall(grid.text(*at))))
            continue
        text = grid.text(*at) or (
            _text_left(grid, line, column, right) if at[1] == right and line != header_rows[-1] else ""
        )
        described.add(attribute_named(label) or "item", text)
    return described


def _text_left(grid: Grid, line: int, column: int, right: int) -> str:
    """A group heading that stands over the first of its columns only."""
    return next((t for c in range(right - 1, column, -1) if (t := grid.text(line, c).strip())), "")
