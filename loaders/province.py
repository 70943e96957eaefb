"""The forms of provinces: tables without a title, and figures of one province.

A department's sheet often starts with its headings. Which table it is then stands in its name, in the file's name
(`bc_xk022020.xlsx`) or in the headings themselves. The province stands in the title or in the lines around it.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any

from data.catalogue_words import read_words
from data.observation import WHOLE_COUNTRY
from loaders.areas import area_named_in
from loaders.grid import Grid
from loaders.tables import Segment, is_of_another_table, table_of
from loaders.text import fold, tidy

_CATALOGUE = Path(__file__).resolve().parent.parent / "data" / "catalogue" / "untitled.yaml"
_TOP_ROWS = 8
_COLUMNS, _TITLE_COLUMNS = 30, 8
_LEAST_TABLES = 2
_SHORT_LINE = 12
_OFFICE_LINE = (
    r"so cong thuong|uy ban nhan dan|ubnd|cong hoa xa hoi|doc lap|don vi|dvt|bieu (?:so|mau)|bao cao|phu luc"
    r"|cuc thong ke|thang \d|kem theo|ngay \d"
)
_PROVINCE_WORDS = re.compile(r"\b(tinh|thanh pho|tp|so cong thuong|dia ban|cuc thong ke|thong ke tinh)\b")
_SEVERAL = re.compile(r"mot so (?:tinh|dia phuong)|cac (?:tinh|dia phuong)|theo (?:tinh|dia phuong)|phan theo dia")


@cache
def untitled_words() -> dict[str, Any]:
    words: dict[str, Any] = read_words(_CATALOGUE)
    return words


def untitled_segment(grid: Grid, file_name: str) -> Segment | None:
    """The whole sheet as one table, if its name, the file's or its headings say which; None otherwise."""
    rows = range(min(_TOP_ROWS, grid.n_rows))
    lines = [[t for c, _ in grid.filled(r) if c < _COLUMNS and (t := tidy(grid.text(r, c)))] for r in rows]
    headings = fold(" ".join(t for line in lines for t in line))
    title = next((line[0] for line in lines if len(line) == 1), "")
    named = [{table_of(t) for t in line} - {""} for line in lines if len(line) > 1]
    first = -1 if lines and len(lines[0]) > 1 else 0  # where the headings begin at once, no row is left for a title
    several = next((tables for tables in named if len(tables) >= _LEAST_TABLES), None)
    if several:
        return Segment(sorted(several)[0], title, first, grid.n_rows - 1)
    alone = [line[0] for line in lines if len(line) == 1]
    if any(is_of_another_table(text) for text in alone):
        return None
    if any(len(text) > _SHORT_LINE and not re.search(_OFFICE_LINE, fold(text)) for text in alone):
        return None  # it has a title, of something else
    for name in (grid.name, file_name):
        for table, rule in untitled_words().items():
            if re.search(rule["name"], fold(name)) and re.search(rule["headings"], headings):
                return Segment(table, title, first, grid.n_rows - 1)
    return None


def area_of_sheet(grid: Grid, segment: Segment) -> str:
    """The province that a title or the lines over it name, the whole country for a table by province, else empty."""
    title = fold(segment.title)
    if _SEVERAL.search(title):
        return WHOLE_COUNTRY
    if _PROVINCE_WORDS.search(title) and (area := area_named_in(segment.title)):
        return area
    for row in range(min(max(segment.first, 0) if segment.title else _TOP_ROWS, _TOP_ROWS, grid.n_rows)):
        cells = grid.filled(row)
        if not any(isinstance(value, str) for _, value in cells):
            continue
        if not segment.title and any(isinstance(value, float) for _, value in cells):
            break  # the figures of a form without a title have begun
        text = tidy(" ".join(grid.text(row, c) for c, _ in cells if c < _TITLE_COLUMNS))
        if _PROVINCE_WORDS.search(fold(text)) and (area := area_named_in(text)):
            return area
    return ""
