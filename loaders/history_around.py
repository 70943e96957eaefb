"""What stands around a block of a history file: its title, its table, its unit, the years over its periods."""

from __future__ import annotations

import re

from loaders.grid import Grid
from loaders.headings import unit_of
from loaders.history_series import attribute_named
from loaders.period_cells import period_in
from loaders.tables import Segment, table_of
from loaders.text import fold, tidy
from loaders.units import is_money
from loaders.words import patterns

_TITLE_LENGTH = 12
_LONGEST_UNIT = 30


def unit_or_share(grid: Grid, line: int) -> tuple[str, str] | None:
    """(attribute, text) of a line that holds nothing but a unit or the word for shares."""
    texts = [tidy(grid.text(line, column)) for column, _ in grid.filled(line)]
    if len(texts) != 1 or len(texts[0]) > _LONGEST_UNIT or not (unit := unit_of(texts[0])):
        return None
    if patterns("share").search(fold(texts[0])):
        return "measure", texts[0]
    return ("unit", texts[0].strip("()")) if unit == "%" or is_money(texts[0]) else None


def around(grid: Grid, segment: Segment, top: int, row: int) -> tuple[str, str, str]:
    """(title, table, unit) from the lines between the block before and the header."""
    title, table, unit = segment.title, segment.table, ""
    for line in range(top, row):
        texts = [t for c in range(grid.n_cols) if (t := tidy(grid.text(line, c)))]
        text = texts[0] if len(texts) == 1 else ""
        if attribute_named(text.split(":")[0]) == "unit" and ":" in text:
            unit = text.split(":", 1)[1].strip()
        elif (said := unit_or_share(grid, line)) and said[0] == "unit":
            unit = said[1]
        elif line > segment.first and len(text) >= _TITLE_LENGTH and (named := table_of(text)):
            title, table = text, named
        elif title is not segment.title and len(text) >= _TITLE_LENGTH and text[:1].islower():
            title += " " + text
    return title, table, unit


def year_over(grid: Grid, row: int, column: int, top: int) -> int:
    """The year written over a period, in its column or over the first of its columns."""
    for line in range(row - 1, max(top, row - 3) - 1, -1):
        for left in range(column, 0, -1):
            written = period_in(grid, line, left)
            if written is not None and written.year and written.is_whole_year:
                return written.year
    return 0


def year_of_title(title: str) -> int:
    """The last year that the title names before `so với`, or 0."""
    reported = fold(title).split("so voi")[0]
    years = re.findall(r"\b(?:19|20)\d\d\b(?! ?=)", reported)
    return int(years[-1]) if years else 0
