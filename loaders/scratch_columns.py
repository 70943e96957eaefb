"""Columns that somebody scribbled beside an official table: `utt4`, `t5/t4`, `th-ut/9`, more often hidden than not.

    | Ước tính tháng 5 | 5 tháng so với cùng kỳ (%) |   |   | utt4  | t5/t4 |
    | Lượng | Trị giá  | Lượng     | Trị giá        |   |   |       |       |

They stand at the right of columns with proper headings. Their own are short and in lower case, or hold no word of a
heading: one of the two suffices beyond an empty column. Everything further to the right is scratch, too.
"""

from __future__ import annotations

import re

from loaders.block import Block
from loaders.grid import Grid
from loaders.text import fold

SCRATCH = "scratch"
"""The reason for which figures of such columns are set aside."""

_LEAST_PROPER = 2
_LONGEST_SCRIBBLE = 14
_ROWS_TO_LOOK_AT = 12
_HEADING_WORD = re.compile(
    r"\b(?:thang|nam|quy|luong|tri gia|gia tri|kim ngach|so voi|so sanh|thuc hien|uoc|so bo|chinh thuc|cong don|luy ke"
    r"|tong|co cau|cung ky|ke hoach|chi so|ky goc|binh quan|months?|year|quarter|estimat\w*|volume|value|total)\b|\d{4}"
)


def scratch_columns(grid: Grid, block: Block) -> set[int]:
    """Columns of the block that are no part of its table."""
    proper, previous = 0, None
    for column in sorted(block.headings):
        text = " ".join(block.heading_texts.get(column, ()))
        has_word, is_scribbled = bool(_HEADING_WORD.search(fold(text))), _is_scribbled(text)
        is_apart = previous is not None and any(_is_empty(grid, block, c) for c in range(previous + 1, column))
        if proper >= _LEAST_PROPER and ((is_scribbled or not has_word) if is_apart else is_scribbled and not has_word):
            return {c for c in block.headings if c >= column}
        proper += has_word and not is_scribbled
        previous = column
    return set()


def _is_scribbled(text: str) -> bool:
    """Whether a heading is short and begins in lower case."""
    first = next((character for character in text if character.isalpha()), "")
    return first.islower() and len(text) <= _LONGEST_SCRIBBLE


def _is_empty(grid: Grid, block: Block, column: int) -> bool:
    rows = range(block.heading_first, min(block.first_row + _ROWS_TO_LOOK_AT, block.last_row + 1))
    return all(grid.value(row, column) is None for row in rows)
