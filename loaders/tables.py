"""Which tables stand on a sheet, and where: titles by their words, never by sheet name or position."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

from data.catalogue_words import read_words
from loaders.grid import Grid, Value
from loaders.legacy_text import to_unicode
from loaders.numbers import read_number
from loaders.text import fold, tidy

_CATALOGUE = Path(__file__).resolve().parent.parent / "data" / "catalogue" / "tables.yaml"
_NUMBER = re.compile(
    r"^(?:(?:bieu|bang|table|phu luc)\s*(?:so\s*)?\d{1,2}(?:\.\d{1,2})?\s*[.:/)-]?|\d{1,2}(?:\.\d{1,2})?\s*[.:/)-]"
    r"|[ivx]{1,5}\s*[.)/]|\d{1,2}(?= [a-z])(?! (?:thang|nam|months?|quy)\b))\s*"
)
_CONTINUED = re.compile(r"\(?\s*(?:tiep theo|tiep|cont(?:inued|\.)?|con't)\s*\)?")
_TITLE_COLUMNS = 6
_TOP_ROWS = 12
_SHORT_TITLE, _LONG_TITLE = 8, 220
_SHORT_TEXT = 40
_CELLS_BESIDE_TITLE = 2
TITLE_LINES = 4
_ROWS_TO_HEADINGS = 6
_HEADING = r"\bthang\b|\bquy\b|\bnam\b|so voi|cung ky|thuc hien|\buoc\b|luong\b|tri gia|\bmonth|\d{4}"


class TableWords(NamedTuple):
    code: str
    titles: re.Pattern[str]
    excluded: re.Pattern[str]
    value_unit: str

    def matches(self, title: str) -> bool:
        return self.titles.search(title) is not None and self.excluded.search(title) is None


class Segment(NamedTuple):
    """Rows of a sheet from one title to the row before the next. `table` is empty for a table that is not read."""

    table: str
    title: str
    first: int
    last: int
    is_continued: bool = False
    of_rows: bool = False  # each row names its table, or follows one that does


@cache
def known_tables() -> dict[str, TableWords]:
    raw = read_words(_CATALOGUE)
    return {
        code: TableWords(
            code,
            _any_of(words["titles"]),
            _any_of(words["not"]),
            words["value_unit"],
        )
        for code, words in raw.items()
    }


def _any_of(patterns: list[str]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{p})" for p in patterns) if patterns else r"(?!)")


@lru_cache(maxsize=16384)  # twenty-five years of tables have some five thousand texts that might be a title
def table_of(title: str) -> str:
    """The code of the table with that title, or empty."""
    bare = _CONTINUED.sub(" ", _NUMBER.sub("", fold(title)))
    bare = fold(bare)
    return next((words.code for words in known_tables().values() if words.matches(bare)), "")


@lru_cache(maxsize=4096)
def is_of_another_table(title: str) -> bool:
    """Whether a title has the words of a known table, and others that rule it out: `Xuất khẩu theo thị trường`."""
    folded = fold(title)
    return not table_of(title) and any(words.titles.search(folded) for words in known_tables().values())


def find_segments(grid: Grid) -> list[Segment]:
    """The tables of a sheet, from top to bottom; those of other statistics have no code."""
    texts = [(row, first) for row, first in enumerate(grid.first_values()) if type(first) is str]
    likely = {row for row, first in texts if _may_begin_title(first)}
    starts = _starts(grid, likely, set())
    if any(table for _, table, _, _ in starts):
        opening = {row for row, first in texts if _names_table(first) and _opens_table(grid, row)}
        starts = _starts(grid, likely, opening) if opening else starts
    if not starts:
        return []
    ends = [row - 1 for row, *_ in starts[1:]] + [grid.n_rows - 1]
    return [Segment(table, title, row, end, more) for (row, table, title, more), end in zip(starts, ends, strict=True)]


def _starts(grid: Grid, likely: set[int], opening: set[int]) -> list[tuple[int, str, str, bool]]:
    """(row, table, title, whether it goes on with a table) of each title; `opening` are titles by their place."""
    starts: list[tuple[int, str, str, bool]] = []
    top = _first_figures(grid)
    for row in sorted(likely.union(opening, range(min(_TOP_ROWS, grid.n_rows)))):
        is_top = not starts and row < top
        text = _title_at(grid, row) if is_top or row in likely or row in opening else ""
        if not text:
            continue
        is_numbered, is_continued = _is_numbered(text), _is_continued(text)
        if not (is_numbered or is_top or is_continued or row in opening):
            continue
        if starts and row - starts[-1][0] <= 1:  # a second line of the title above
            continue
        table = table_of(text)
        title = "" if table else _with_next_lines(grid, row)
        table = table or table_of(title)
        if not table and starts and is_continued:
            table = starts[-1][1]
        if table:
            title = _with_next_lines(grid, row, exact=True)
        if table or (is_numbered and not starts and row < _TOP_ROWS):
            starts.append((row, table, title, is_continued))
        elif is_numbered and starts and _is_bold_title(grid, row, text):
            starts.append((row, "", title, False))
    return starts


def _first_figures(grid: Grid) -> int:
    """The first of the top rows with two broken numbers, beneath which a line is a section and no title."""
    for row in range(min(_TOP_ROWS, grid.n_rows)):
        broken = [value for _, value in grid.filled(row) if type(value) is float and not value.is_integer()]
        if len(broken) > 1:
            return row
    return _TOP_ROWS


@lru_cache(maxsize=16384)
def _names_table(first: str) -> bool:
    return _SHORT_TITLE <= len(first) <= _LONG_TITLE and bool(table_of(to_unicode(first)))


def _opens_table(grid: Grid, row: int) -> bool:
    """Whether a line without a number, or with a Roman one, is the title of a further table: figures stand above it,
    headings beneath. The same words over figures are a section of the table above: `Xuất khẩu hàng hóa`.
    """
    if not _title_at(grid, row):
        return False
    above = next((r for r in range(row - 1, -1, -1) if len(grid.filled(r)) > 1), None)
    if above is None or not _holds_number(grid, above):
        return False
    for below in range(row + 1, min(row + _ROWS_TO_HEADINGS, grid.n_rows)):
        texts = [grid.text(below, column) for column, value in grid.filled(below) if isinstance(value, str)]
        if _holds_number(grid, below):
            return False
        if len(texts) > 1 and re.search(_HEADING, fold(" ".join(texts))):
            return True
    return False


def _holds_number(grid: Grid, row: int) -> bool:
    return any(_is_number(value) for _, value in grid.filled(row))


@lru_cache(maxsize=4096)
def _is_numbered(text: str) -> bool:
    return bool(_NUMBER.match(fold(text))) and not text[:1].isalpha()


@lru_cache(maxsize=4096)
def _is_continued(text: str) -> bool:
    return bool(_CONTINUED.search(fold(text)))


def _title_at(grid: Grid, row: int, *, exact: bool = False) -> str:
    """The row's only text when the row holds nothing but text at its left; `exact` looks the cell's font up, too."""
    cells = grid.filled(row)
    if not cells or cells[0][0] >= _TITLE_COLUMNS or (cells[0][0] > 0 and len(cells) > _CELLS_BESIDE_TITLE):
        return ""
    column, value = cells[0]
    if not isinstance(value, str) or len(value) < _SHORT_TITLE:
        return ""
    beside = cells[1:]
    if beside and any(_is_number(v) or (isinstance(v, str) and len(v) > _SHORT_TEXT) for _, v in beside):
        return ""
    text = tidy(grid.text(row, column) if exact else to_unicode(value))
    return text if _SHORT_TITLE <= len(text) <= _LONG_TITLE else ""


@lru_cache(maxsize=16384)
def _may_begin_title(first: str) -> bool:
    """Whether a row below the top is worth a closer look: it begins with a number, or goes on with a table."""
    if len(first) < _SHORT_TITLE:
        return False
    start = first.lstrip()[:1]
    return start.isdigit() or "(" in first or "theo" in first.casefold() or "cont" in first.casefold()


def _with_next_lines(grid: Grid, row: int, *, exact: bool = False) -> str:
    lines = [_title_at(grid, row, exact=exact)]
    for below in range(row + 1, min(row + TITLE_LINES, grid.n_rows)):
        is_line = grid.value(below, 0) is not None and len(grid.filled(below)) <= _CELLS_BESIDE_TITLE
        more = _title_at(grid, below, exact=exact) if is_line else ""
        if not more:
            break
        lines.append(more)
    return tidy(" ".join(lines))


def _is_bold_title(grid: Grid, row: int, text: str) -> bool:
    """A numbered line within a sheet opens another table only if the rows beneath are headings, not figures."""
    if len(text) < 25:
        return False
    below = range(row + 1, min(row + 3, grid.n_rows))
    return not any(_holds_number(grid, r) for r in below)


def _is_number(value: Value) -> bool:
    return read_number(value) is not None if isinstance(value, str) else isinstance(value, int | float)
