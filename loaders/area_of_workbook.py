"""Whose figures a workbook holds: those of the province that its sheets, its sources or its file name, or the nation's.

| CỤC THỐNG KÊ TỈNH TÂY NINH |             a letterhead or a title says it of its sheet
| 13. Doanh thu bán lẻ ...   |             a sheet that names nobody is of the province that the others name
| Nguồn: Tổng cục Thống kê   |             speaks for the nation, whatever area the reader gives
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from data.observation import WHOLE_COUNTRY
from loaders.areas import area_named_in, area_of
from loaders.grid import Grid
from loaders.province import area_of_sheet
from loaders.tables import Segment
from loaders.text import fold, tidy
from loaders.words import patterns

_MANY_PROVINCES = 5  # as rows of one sheet: a province tells its districts apart, not its neighbours
_OFFICES = ("hống kê", "HỐNG KÊ", "ông thương", "ông Thương", "ÔNG THƯƠNG", "guồn", "GUỒN", "hèng kª", "«ng th", "guån")
"""Parts of the words for office and source in any case, the last ones as TCVN3 fonts write them."""

_LABEL_COLUMNS = 3
_LONGEST_LINE = 160
_NO_LETTER = re.compile(r"[\W_\d]+")

Found = Sequence[tuple[Grid, list[Segment]]]


class AreasOfWorkbook:
    """The area of each sheet of known tables.

    `titles` are those of the other sheets, `given` the area that the reader says the workbook is of if it names none.
    """

    def __init__(self, found: Found, titles: Iterable[str], file_name: str, given: str = "") -> None:
        self.named = {
            (id(grid), segment.first): area_of_sheet(grid, segment)
            for grid, segments in found
            for segment in segments
            if segment.table
        }
        self.given, self.is_given = given, False
        self.fallback = self._fallback(found, titles, file_name)

    def of(self, grid: Grid, segment: Segment) -> str:
        return self.named[id(grid), segment.first] or self.fallback

    @property
    def unnamed(self) -> bool:
        """Whether some sheet names no area and nothing else says whose figures they are."""
        return "" in self.named.values()

    def _fallback(self, found: Found, titles: Iterable[str], file_name: str) -> str:
        """The area of sheets that name none. A letterhead may name the national office over a province's own."""
        if "" not in self.named.values():
            return WHOLE_COUNTRY
        provinces = {area for area in self.named.values() if area and area != WHOLE_COUNTRY}
        lines = [] if provinces else [line for grid, _ in found for line in _office_lines(grid)]
        provinces = provinces or {area for line in lines if (area := area_named_in(line))}
        lines = [] if provinces else lines
        if not provinces and (of_file := area_named_in(_NO_LETTER.sub(" ", file_name))):
            provinces = {of_file}
        if not provinces and not self.given:
            return WHOLE_COUNTRY
        spoken = [*lines, *titles, *(segment.title for _, segments in found for segment in segments)]
        if any(map(speaks_for_the_nation, spoken)) or any(_lists_provinces(grid) for grid, _ in found):
            return WHOLE_COUNTRY
        if len(provinces) == 1:
            return provinces.pop()
        self.is_given = bool(self.given) and not provinces
        return self.given if self.is_given else WHOLE_COUNTRY


@lru_cache(maxsize=4096)
def speaks_for_the_nation(text: str) -> bool:
    """Whether a line or a title names the national office, or statistics that only the nation has."""
    return bool(patterns("national").search(fold(text)))


def _office_lines(grid: Grid) -> Iterator[str]:
    """Lines at the left that name an office or a source: letterheads, footers, signatures."""
    lines = {row: first for row, first in enumerate(grid.first_values()) if type(first) is str}
    together = "\n".join(lines.values())  # most sheets have none, which one look at all their lines tells
    parts = [part for part in _OFFICES if part in together]
    for row, first in lines.items() if parts else ():
        if len(first) < _LONGEST_LINE and any(part in first for part in parts):
            yield tidy(" ".join(grid.text(row, column) for column, _ in grid.filled(row)))


def _lists_provinces(grid: Grid) -> bool:
    labels = (grid.text(row, column) for row in range(grid.n_rows) for column, _ in grid.filled(row)[:_LABEL_COLUMNS])
    return len({area_of(label) for label in labels} - {"", WHOLE_COUNTRY}) >= _MANY_PROVINCES
