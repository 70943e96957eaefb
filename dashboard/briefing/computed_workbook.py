"""One computed number as a workbook: its inputs with the cells that they stood in, and the formula, alive."""

from __future__ import annotations

import io
from typing import Any

from dashboard.briefing.numbers import day
from dashboard.briefing.origin_sheet import NUMBER, VALUE, write_headings, write_input, write_result
from dashboard.briefing.safe_text import clean
from dashboard.briefing.workbook import Book, new_book
from dashboard.derivations.formula_text import with_names, words_of
from dashboard.derivations.model import Explained
from dashboard.formats import month_short
from data.wording import say

_FIRST = 7
"""Row (from 0) of the first input, after title, words, formula and headings."""


def computed_workbook(one: Explained, title: str, language: str) -> bytes:
    """`title` heads the sheet. Figures are unrounded; the result is a formula over them with its value stored."""
    buffer = io.BytesIO()
    out = new_book(buffer, title=title)
    sheet = out.sheet(say("lineage.computed.how", language))
    quiet = out.format(italic=True, font_color="#474D5A", valign="top")
    sheet.write_string(0, 0, clean(title, 300), out.format(bold=True, font_size=13))
    sheet.write_string(1, 0, clean(words_of(one, language), 900), quiet)
    sheet.write_string(2, 0, clean(with_names(one, language), 600), out.format())
    as_of = one.derivation.as_of
    shown = day(as_of) if as_of else say("lineage.computed.newest", language)
    sheet.write_string(3, 0, f"{say('lineage.computed.as_of', language)}: {shown}", quiet)
    write_headings(out, sheet, _FIRST - 1, language)
    for at, given in enumerate(one.inputs):
        write_input(out, sheet, _FIRST + at, given, language)
    _results(out, sheet, one, language)
    sheet.freeze_panes(_FIRST, 0)
    out.book.close()
    return buffer.getvalue()


def _results(out: Book, sheet: Any, one: Explained, language: str) -> None:
    """A formula for each month, then the number itself: that month, their mean, or the ratio to the base."""
    rows = {(given.need, given.month): _FIRST + at + 1 for at, given in enumerate(one.inputs)}
    look: dict[str, object] = {"bold": True, "top": 1}
    row, steps = _FIRST + len(one.inputs) + 1, [*one.months, *([one.base] if one.base else [])]
    result_name = say("lineage.computed.result", language)
    for at, result in enumerate(steps):
        name = month_short(result.month, language) if len(steps) > 1 else result_name
        sheet.write_string(row + at, 0, clean(name, 200), out.format(**look))
        write_result(out, sheet, row + at, result, rows, look)
    if len(steps) > 1:
        last = row + len(steps)
        mean = f"AVERAGE(C{row + 1}:C{row + len(one.months)})"
        sheet.write_string(last, 0, result_name, out.format(**look))
        form = out.format(num_format=NUMBER, **look)
        sheet.write_formula(last, VALUE, f"={mean}/C{last}*100" if one.base else f"={mean}", form, one.value)


__all__ = ["computed_workbook"]
