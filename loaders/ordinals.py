"""The column of ordinals (`STT`) of a form, and how deep its numbering sets each row in: `A`, `I`, `1`, `1.1`, `-`."""

from __future__ import annotations

import re

from loaders.block import Block
from loaders.grid import Grid

_KINDS = (  # from outermost inwards
    re.compile(r"[A-E]"),
    re.compile(r"[IVX]{1,5}"),
    re.compile(r"\d{1,2}"),
    re.compile(r"\d{1,2}\.\d{1,2}|[a-eđ]"),
    re.compile(r"\d{1,2}(?:\.\d{1,2}){2}|[-–+*•]"),
)


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


def _kind(text: str) -> int | None:
    bare = text.strip().rstrip(".)/")
    return next((kind for kind, pattern in enumerate(_KINDS) if pattern.fullmatch(bare)), None)
