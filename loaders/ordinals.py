"""How deep the numbering of a form sets rows in: `A`, `I`, `1`, `1.1`, `-`, in a column `STT` or within the labels."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from loaders.block import Block
from loaders.grid import Grid

_KINDS = (  # from outermost inwards
    r"[A-E]",
    r"[IVX]{1,5}",
    r"\d{1,2}",
    r"\d{1,2}\.\d{1,2}|[a-eđ]",
    r"\d{1,2}(?:\.\d{1,2}){2}|[-–+*•]",
)
_SECTION_KINDS = (0, 1)  # letters and Roman numerals, which number nothing but what encloses rows
_NUMBERED = re.compile(r"\s*([A-E]|[IVX]{1,5}|\d{1,2}(?:\.\d{1,2}){0,2})\s*[.)/]\s*(?=[^\W\d])")


def ordinal_depths(grid: Grid, block: Block) -> dict[int, int]:
    """Row -> depth from 0; empty where the form has no such column, or numbers all its rows alike.

    A row without an ordinal stands under the numbered row above it, or outermost where there is none.
    """
    column = block.ordinal_column
    if column is None:
        return {}
    kinds = {row: _kind(grid.text(row, column)) for row in range(block.first_row, block.last_row + 1)}
    used = sorted({kind for kind in kinds.values() if kind is not None})
    if len(used) < 2:
        return {}
    depths, above = {}, -1
    for row, kind in kinds.items():
        if kind is None:
            depths[row] = above + 1
        else:
            depths[row] = above = used.index(kind)
    return depths


def numbered_depths(texts: Mapping[int, str]) -> dict[int, int]:
    """Row -> depth from 0 where labels carry their numbers: `I. Hàng ăn`, `1. Lương thực`; empty where no two kinds do.

    A row without a number stands outermost: nothing says where else. `texts` are the labels by row.
    """
    kinds = {row: number_kind(text) for row, text in texts.items()}
    used = sorted({kind for kind in kinds.values() if kind is not None})
    if len(used) < 2 or used[0] not in _SECTION_KINDS:
        return {}
    return {row: used.index(kind) for row, kind in kinds.items() if kind is not None}


@lru_cache(maxsize=16384)
def number_kind(text: str) -> int | None:
    """How deep a number before a label stands among its kinds; None for a label without one.

    >>> number_kind("II. Đồ uống và thuốc lá"), number_kind("1. Lương thực"), number_kind("Gạo")
    (1, 2, None)
    """
    match = _NUMBERED.match(text)
    return _kind(match[1]) if match else None


def _kind(text: str) -> int | None:
    bare = text.strip().rstrip(".)/")
    return next((kind for kind, pattern in enumerate(_KINDS) if re.fullmatch(pattern, bare)), None)
