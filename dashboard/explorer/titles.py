"""The title of a comparison says what it found: the newest values, or the highest of many."""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.explorer.lines import Line
from dashboard.explorer.names import name_of, subject_of, unit_name
from dashboard.formats import amount, month_short, number, percent, signed
from data.wording import say

FEW = 2


def title_of(lines: Sequence[Line], units: Sequence[str], span: range, language: str, *, is_share: bool = False) -> str:
    """One sentence about the last month that every line has; `units` stand beside the lines. Shares bear no sign."""
    last = next((month for month in reversed(span) if all(month in line.values for line in lines)), None)
    if last is None:
        return say("explorer.several_units", language, count=len(lines), month=month_short(span[-1], language))
    month = month_short(last, language)
    values = [_value(line, last, unit, language, is_share=is_share) for line, unit in zip(lines, units, strict=True)]
    if len(lines) == 1:
        return say("explorer.one", language, name=name_of(lines[0].series, language), month=month, value=values[0])
    names = [subject_of(line.series, language) for line in lines]
    if len(set(names)) < len(names):
        names = [name_of(line.series, language) for line in lines]
    if len(lines) == FEW:
        both = {"first": names[0], "first_value": values[0], "second": names[1], "second_value": values[1]}
        return say("explorer.two", language, month=month, **both)
    if len(set(units)) > 1:
        return say("explorer.several_units", language, count=len(lines), month=month)
    best = max(range(len(lines)), key=lambda i: lines[i].values[last])
    return say("explorer.several", language, count=len(lines), month=month, name=names[best], value=values[best])


def _value(line: Line, month: int, unit: str, language: str, *, is_share: bool) -> str:
    """A rate with its sign, a level in the larger unit where that reads better; an index as the bare number."""
    value, own = line.values[month], line.series.unit
    if unit == "%":
        if is_share:
            return percent(value, 1, language)
        is_index = line.series.measure == "index" and line.is_stored
        return number(value, 1, language) if is_index else signed(value, 1, language)
    return amount(value, own, language) if unit == unit_name(own, language) else number(value, 1, language)
