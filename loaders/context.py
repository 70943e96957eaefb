"""What a workbook says before one of its headings is read."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from data.period import Period

INDEX_TABLES = ("industrial_production_index", "consumer_price_index", "consumption_index", "inventory_index")


class Context(NamedTuple):
    """What the workbook already says: its reference month (0, 0 where it names none), and the heading's table."""

    year: int
    month: int
    table: str
    title: str = ""
    learned: Mapping[tuple[str, str], str] | None = None

    @property
    def untitled(self) -> Context:
        """The same for all titles and without answers: headings of several sheets are read once."""
        return Context(self.year, self.month, self.table)

    @property
    def reported_month(self) -> Period | None:
        return Period.month(self.year, self.month) if self.year else None

    @property
    def year_to_date(self) -> Period | None:
        return Period.year_to_date(self.year, self.month) if self.year else None

    @property
    def is_index(self) -> bool:
        return self.table in INDEX_TABLES

    @property
    def is_trade(self) -> bool:
        return self.table in ("goods_exports", "goods_imports")
