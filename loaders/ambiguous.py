"""Two columns of one block whose headings say the same: a slip of the pen that the rest of the block explains.

Official tables head the cumulative ratio `Tháng 4 ... so với cùng kỳ` by mistake (2008-04), or both stocks
`so với tháng trước` (2020-09). The later of the two is read as what the block still lacks, with a warning.
"""

from __future__ import annotations

from data.observation import Comparison
from data.period import Period
from loaders.columns import Block
from loaders.headings import Heading


def tell_apart(block: Block, tables: dict[int, str], default: str) -> list[int]:
    """Correct the later heading of each pair that says the same. Returns the columns that were corrected."""
    seen: dict[tuple[object, ...], int] = {}
    corrected = []
    for column in sorted(block.headings):
        heading = block.headings[column]
        if not heading.is_understood or heading.comparison is Comparison.NONE:
            continue
        key = (tables.get(column, default), heading.comparison, heading.period, heading.index_of, heading.base)
        if key not in seen:
            seen[key] = column
            continue
        other = _other_meaning(block, heading)
        if other is not None:
            block.headings[column] = other
            corrected.append(column)
    return corrected


def _other_meaning(block: Block, heading: Heading) -> Heading | None:
    period = heading.period
    if period is None or period.months != 1:
        return None
    if heading.comparison is Comparison.PREVIOUS_MONTH:
        return heading._replace(comparison=Comparison.SAME_MONTH_PREVIOUS_YEAR)
    month = period.end.month
    if heading.comparison is Comparison.SAME_MONTH_PREVIOUS_YEAR and month > 1:
        whole = Period.year_to_date(period.end.year, month)
        if not _has(block, whole, heading):
            return heading._replace(comparison=Comparison.SAME_PERIOD_PREVIOUS_YEAR, period=whole)
    return None


def _has(block: Block, period: Period, like: Heading) -> bool:
    return any(
        h.period == period and h.comparison is Comparison.SAME_PERIOD_PREVIOUS_YEAR and h.index_of == like.index_of
        for h in block.headings.values()
    )
