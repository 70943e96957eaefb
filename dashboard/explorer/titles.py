"""The title of a comparison says what it found: the newest values, or the highest of many."""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.briefing_words.phrases import capital
from dashboard.charts import area_title
from dashboard.explorer.lines import Line
from dashboard.explorer.names import item_title, name_of, short_table, subject_of
from dashboard.formats import amount, month_short, number, percent, period_long, signed, unit_name, within_sentence
from data.observation import WHOLE_COUNTRY
from data.wording import say

FEW = 2


def title_of(lines: Sequence[Line], units: Sequence[str], span: range, language: str, *, is_share: bool = False) -> str:
    """One sentence about the last month that every line has; `units` stand beside the lines. Shares bear no sign.

    What all lines have in common stands once, before the month: `Xuất khẩu, T11/2024: ...`.
    """
    last = next((month for month in reversed(span) if all(month in line.values for line in lines)), None)
    if last is None or (len(lines) > FEW and not _is_ranking(lines, units)):
        return say("explorer.several_units", language, count=len(lines), month=month_short(span[-1], language))
    month = _month(lines, last, language)
    values = [_value(line, last, unit, language, is_share=is_share) for line, unit in zip(lines, units, strict=True)]
    if len(lines) == 1:
        one = lines[0].series
        name = subject_of(one, language) if one.measure == "value" else name_of(one, language)
        return say("explorer.one", language, name=name, month=month, value=values[0])
    common, names = _names(lines, language)
    head = f"{common}, {month}" if common else capital(month)
    if len(lines) == FEW:
        both = {"first": names[0], "first_value": values[0], "second": names[1], "second_value": values[1]}
        return say("explorer.two", language, head=head, **both)
    best = max(range(len(lines)), key=lambda i: lines[i].values[last])
    return say("explorer.several", language, count=len(lines), head=head, name=names[best], value=values[best])


def _is_ranking(lines: Sequence[Line], units: Sequence[str]) -> bool:
    """Whether the highest of the lines says something: one unit, and the same thing said of each."""
    return len(set(units)) == 1 and len({(one.series.measure, one.series.comparison) for one in lines}) == 1


def _month(lines: Sequence[Line], last: int, language: str) -> str:
    """The month, or the months together that all lines are about, and that the figures are estimates where all are."""
    periods = {line.period(last) for line in lines}
    is_sum = len(periods) == 1 and all(one.months > 1 for one in periods)
    month = period_long(periods.pop(), language) if is_sum else month_short(last, language)
    if all(line.status(last) == "estimate" for line in lines):
        return f"{month} ({say('dashboard.status.estimate', language)})"
    return month


def _names(lines: Sequence[Line], language: str) -> tuple[str, list[str]]:
    """What the lines have in common, and what tells each of them from the others; whole names where little does."""
    some = [line.series for line in lines]
    if len({one.table for one in some}) == 1:
        table = short_table(some[0].table, language)
        items, areas = ([item_title(one, language) for one in some], [area_title(one.area, language) for one in some])
        if len(set(areas)) == 1 and len(set(items)) == len(items):
            place = [] if some[0].area == WHOLE_COUNTRY else [areas[0]]
            return ", ".join([table, *place]), [within_sentence(item) for item in items]
        if len(set(items)) == 1 and len(set(areas)) == len(areas):
            return table if some[0].item == "total" else f"{table}, {within_sentence(items[0])}", areas
    tables = [short_table(one.table, language) for one in some]
    if len(set(tables)) == len(tables) and all((one.item, one.area) == ("total", WHOLE_COUNTRY) for one in some):
        return "", [within_sentence(table) for table in tables]
    names = [subject_of(one, language) for one in some]
    return "", names if len(set(names)) == len(names) else [name_of(one, language) for one in some]


def _value(line: Line, month: int, unit: str, language: str, *, is_share: bool) -> str:
    """A rate with its sign, a level in the larger unit where that reads better; an index as the bare number."""
    value, own = line.values[month], line.series.unit
    if unit == "%":
        if is_share:
            return percent(value, 1, language)
        is_index = line.series.measure == "index" and line.is_stored
        return number(value, 1, language) if is_index else signed(value, 1, language)
    return (
        amount(value, unit_name(own, "vi"), language)
        if unit == unit_name(own, language)
        else number(value, 1, language)
    )
