"""One computed number as a workbook: its inputs with the cells that they stood in, and the formula, alive."""

from __future__ import annotations

import io
from typing import Any

from dashboard.briefing.embedded import Exact
from dashboard.briefing.numbers import day
from dashboard.briefing.safe_text import clean
from dashboard.briefing.workbook import Book, new_book
from dashboard.derivations.explained import Explained, Input, MonthResult
from dashboard.derivations.formula_text import for_excel, with_names, words_of
from dashboard.formats import month_short, period_long
from dashboard.names import subject
from data.wording import say

_HEADINGS = ("what", "period", "value", "unit", "status", "released", "workbook", "sheet", "cell")
_VALUE = 2
_FIRST = 7
"""Row (from 0) of the first input, after title, words, formula and headings."""


def computed_workbook(one: Explained, title: str, language: str) -> bytes:
    """`title` heads the sheet. Figures are unrounded; the result is a formula over them with its value stored."""
    buffer = io.BytesIO()
    out = new_book(buffer, title=title)
    sheet = out.sheet(say("lineage.computed.how", language))
    quiet = out.format(italic=True, font_color="#474D5A", text_wrap=True, valign="top")
    sheet.write_string(0, 0, clean(title, 300), out.format(bold=True, font_size=13))
    sheet.write_string(1, 0, clean(words_of(one, language), 900), quiet)
    sheet.write_string(2, 0, clean(with_names(one, language), 600), out.format(text_wrap=False))
    as_of = one.derivation.as_of
    shown = day(as_of, language) if as_of else say("lineage.computed.newest", language)
    sheet.write_string(3, 0, f"{say('lineage.computed.as_of', language)}: {shown}", quiet)
    head = out.format(bold=True, text_wrap=True, valign="vcenter", bottom=1, top=1)
    for column, name in enumerate(_HEADINGS):
        sheet.write_string(_FIRST - 1, column, say(f"lineage.input.{name}", language), head)
    for at, given in enumerate(one.inputs):
        _input(out, sheet, _FIRST + at, given, language)
    _results(out, sheet, one, language)
    sheet.set_column(0, 0, 44)
    sheet.set_column(1, 5, 17)
    sheet.set_column(6, 6, 40)
    sheet.set_column(7, 8, 16)
    sheet.freeze_panes(_FIRST, 0)
    out.book.close()
    return buffer.getvalue()


def _input(out: Book, sheet: Any, row: int, given: Input, language: str) -> None:
    plain = out.format()
    need = say(f"lineage.need.{given.need}", language)
    name = f"{subject(given.series, language)}, {need}" if given.series else need
    figure, plan, place = given.figure, given.plan, given.place
    sheet.write_string(row, 0, clean(name, 300), plain)
    sheet.write_string(
        row, 1, period_long(figure.period, language) if figure else str(plan.year if plan else ""), plain
    )
    sheet.write_number(row, _VALUE, Exact(given.value), out.format(num_format="#,##0.00##"))
    words = [
        given.series.unit if given.series else plan.unit if plan else "",
        say(f"dashboard.status.{figure.status or 'unknown'}", language) if figure else "",
        day(figure.released, language) if figure else "",
        place.file if place else plan.source if plan else "",
        place.sheet if place else "",
        place.cell if place else "",
    ]
    for column, text in enumerate(words, _VALUE + 1):
        sheet.write_string(row, column, clean(text, 300), plain)


def _results(out: Book, sheet: Any, one: Explained, language: str) -> None:
    """A formula for each month, then the number itself: that month, their mean, or the ratio to the base."""
    rows = {(given.need, given.month): _FIRST + at + 1 for at, given in enumerate(one.inputs)}
    bold, number = out.format(bold=True, top=1), out.format(bold=True, top=1, num_format="#,##0.00##")
    row = _FIRST + len(one.inputs) + 1

    def written(result: MonthResult, at: int, name: str) -> None:
        sheet.write_string(at, 0, clean(name, 200), bold)
        if not result.formula:
            sheet.write_number(at, _VALUE, Exact(result.value), number)
            return
        formula = for_excel(result, lambda need, month: f"C{rows[need, month]}")
        sheet.write_array_formula(at, _VALUE, at, _VALUE, f"{{={formula}}}", number, result.value)

    steps = [*one.months, *([one.base] if one.base else [])]
    for at, result in enumerate(steps):
        name = month_short(result.month, language) if len(steps) > 1 else say("lineage.computed.result", language)
        written(result, row + at, name)
    if len(steps) > 1:
        last = row + len(steps)
        mean = f"AVERAGE(C{row + 1}:C{row + len(one.months)})"
        sheet.write_string(last, 0, say("lineage.computed.result", language), bold)
        sheet.write_formula(last, _VALUE, f"={mean}/C{last}*100" if one.base else f"={mean}", number, one.value)


__all__ = ["computed_workbook"]
