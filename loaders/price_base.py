"""The price year of values at constant prices, where a title, a heading or a row says it."""

from __future__ import annotations

import re

from loaders.block import Block
from loaders.grid import Grid
from loaders.rows import Row
from loaders.text import fold, tidy

_PRICE_BASE = r"(?:(?:gia )?(?:so sanh|\bss|co dinh|constant prices?)|\bgia)(?: nam| of)? ?((?:19|20)\d\d)"


def price_base_of(title: str, grid: Grid, block: Block) -> str:
    """The price year of values at constant prices, from the title or the headings."""
    rows = range(max(0, block.heading_first - 4), block.first_row)
    texts = [title] + [tidy(grid.text(r, c)) for r in rows for c in range(min(3, grid.n_cols))]
    return next((match[1] for text in texts if (match := re.search(_PRICE_BASE, fold(text)))), "")


def price_year(row: Row) -> str:
    """The price year where the row says it: `Giá trị sản xuất công nghiệp (giá so sánh 2010)`."""
    return next((match[1] for text in (row.item, *row.parents) if (match := re.search(_PRICE_BASE, fold(text)))), "")
