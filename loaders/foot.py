"""What stands at the foot of a table: notes to marked rows, the words under which people sign.

| Ô tô(*)                    | 252.3 |        a row that carries the mark of a note
| (*) Nghìn chiếc, triệu USD |                the note, here of the unit; also beneath a later part of the table
| NGƯỜI LẬP BIỂU             |                nothing beneath is part of the table
"""

from __future__ import annotations

import re
from functools import lru_cache

from loaders.grid import Grid
from loaders.text import fold, tidy
from loaders.words import patterns

_FOOTNOTE_ROW = re.compile(r"^\s*(?:\(?\*+\)?|\(\d\)|ghi chú|nguồn|note|source)\s*[:.)]?\s*\S", re.IGNORECASE)
_NOTE_WORD = re.compile(r"(?:ghi chú|nguồn|note|source)\s*:", re.IGNORECASE)
_FOOTNOTE_MARK = re.compile(r"\(\s*(?:\*+|\d)\s*\)|\*+\s*$")
_STARRED = r"\s*\(?\s*\*+"


def may_be_footnote(text: str) -> bool:
    return _FOOTNOTE_ROW.match(text) is not None


def is_surely_footnote(text: str) -> bool:
    """Whether a note is one even with a figure beside it."""
    return text.startswith("(") or _NOTE_WORD.match(text) is not None


@lru_cache(maxsize=16384)
def is_marked(text: str) -> bool:
    """Whether the label carries a footnote mark."""
    return bool(_FOOTNOTE_MARK.search(text))


def notes_below(grid: Grid, row: int) -> list[str]:
    """The starred notes from a row on, for marked rows of a table whose notes stand beneath a later part of it."""
    firsts = ((r, grid.filled(r)[0][0]) for r in range(row, grid.n_rows) if grid.filled(r))
    texts = (tidy(grid.text(r, column)) for r, column in firsts)
    return [text for text in texts if re.match(_STARRED, text)]


def signs_off(grid: Grid, row: int) -> bool:
    """Whether a row holds the words under which people sign: `NGƯỜI LẬP BIỂU`, `CỤC TRƯỞNG`, `Nơi nhận:`."""
    return any(
        type(value) is str and patterns("signatures").match(fold(grid.text(row, column)))
        for column, value in grid.filled(row)
    )
