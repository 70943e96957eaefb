"""A sheet that names for each number its workbook, sheet and cell; computed ones are formulas over their inputs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dashboard.briefing.embedded import Exact
from dashboard.briefing.numbers import day, office_format
from dashboard.briefing.safe_text import clean
from dashboard.briefing.workbook import Book
from dashboard.derivations.formula_text import for_excel, with_names
from dashboard.derivations.model import Explained, Input, MonthResult
from dashboard.formats import period_long, unit_name
from dashboard.names import subject
from dashboard.origins import Origin
from data.wording import say

HEADINGS = ("what", "period", "value", "unit", "status", "released", "workbook", "sheet", "cell", "formula")
VALUE, FORMULA = 2, 9
NUMBER = "#,##0.00##"


def origin_sheet(out: Book, origins: Sequence[Origin], language: str) -> Any:
    """The sheet with one row a number; under a computed one its inputs, set in."""
    sheet = out.sheet(say("briefing.sheets.origins", language))
    sheet.write_string(0, 0, say("briefing.origins.title", language), out.format(bold=True, font_size=13))
    sheet.write_string(1, 0, say("briefing.origins.about", language), out.format(italic=True, font_color="#474D5A"))
    row = write_headings(out, sheet, 3, language)
    for one in origins:
        row = _origin(out, sheet, row, one, language)
    sheet.freeze_panes(4, 0)
    return sheet


def write_headings(out: Book, sheet: Any, row: int, language: str) -> int:
    """Headings and widths of the columns; the first row below them."""
    head = out.format(bold=True, text_wrap=True, valign="vcenter", bottom=1, top=1)
    for column, name in enumerate(HEADINGS):
        sheet.write_string(row, column, say(f"lineage.input.{name}", language), head)
    for first, last, width in ((0, 0, 44), (1, 5, 17), (6, 6, 40), (7, 8, 16), (9, 9, 60)):
        sheet.set_column(first, last, width)
    return row + 1


def write_input(out: Book, sheet: Any, row: int, given: Input, language: str, *, indent: int = 0) -> None:
    """One input of a formula: what it is, its value, and the cell that it stands in."""
    need = say(f"lineage.need.{given.need}", language)
    figure, plan, place = given.figure, given.plan, given.place
    name = f"{subject(given.series, language)}, {need}" if given.series else need
    period = period_long(figure.period, language) if figure else str(plan.year if plan else "")
    words = [
        unit_name(given.series.unit if given.series else plan.unit if plan else "", language),
        say(f"dashboard.status.{figure.status or 'unknown'}", language) if figure else "",
        day(figure.released) if figure else "",
        place.file if place else plan.source if plan else "",
        place.sheet if place else "",
        place.cell if place else "",
    ]
    sheet.write_string(row, 0, clean(name, 300), out.format(indent=indent))
    sheet.write_string(row, 1, clean(period, 80), out.format())
    sheet.write_number(row, VALUE, Exact(given.value), out.format(num_format=NUMBER))
    for column, text in enumerate(words, VALUE + 1):
        sheet.write_string(row, column, clean(text, 300), out.format())


def write_result(
    out: Book, sheet: Any, row: int, result: MonthResult, rows: dict[tuple[str, int], int], look: dict[str, object]
) -> None:
    """The result of a month as a formula over the rows (from 1) of its inputs; a model's result as a number."""
    form = out.format(num_format=NUMBER, **look)
    if not result.formula:
        sheet.write_number(row, VALUE, Exact(result.value), form)
        return
    formula = for_excel(result, lambda need, month: f"C{rows[need, month]}")
    sheet.write_array_formula(row, VALUE, row, VALUE, f"{{={formula}}}", form, result.value)


def _origin(out: Book, sheet: Any, row: int, one: Origin, language: str) -> int:
    """The rows of one number; the first row after them."""
    sheet.write_string(row, 0, clean(one.name, 300), out.format())
    sheet.write_string(row, 1, clean(one.label, 80), out.format())
    sheet.write_string(row, VALUE + 1, clean(one.unit, 80), out.format())
    if one.explained is None:
        form, place = out.format(num_format=office_format(max(one.decimals, 2))), one.place
        if place is not None and one.is_index_less_100:
            sheet.write_formula(row, VALUE, f"={place.value!r}-100", form, one.value)
            sheet.write_string(row, FORMULA, say("lineage.words.index_growth", language), out.format(text_wrap=True))
        else:
            sheet.write_number(row, VALUE, Exact(one.value), form)
        words = [day(one.released), *((place.file, place.sheet, place.cell) if place else ("", "", ""))]
        for column, text in enumerate(words, 5):
            sheet.write_string(row, column, clean(text, 300), out.format())
        return row + 1
    return _computed(out, sheet, row, one.explained, language)


def _computed(out: Book, sheet: Any, row: int, one: Explained, language: str) -> int:
    rows = {(given.need, given.month): row + 2 + at for at, given in enumerate(one.inputs)}
    write_result(out, sheet, row, one.months[-1], rows, {})
    sheet.write_string(row, FORMULA, clean(with_names(one, language), 600), out.format(text_wrap=True))
    for at, given in enumerate(one.inputs):
        write_input(out, sheet, row + 1 + at, given, language, indent=2)
    return row + 1 + len(one.inputs)


__all__ = ["NUMBER", "VALUE", "origin_sheet", "write_headings", "write_input", "write_result"]
