"""The appendix of a briefing: every table of the month in the department's form, and every chart with its figures."""

from __future__ import annotations

import io
from math import ceil
from typing import Any

from dashboard.briefing.embedded import Exact
from dashboard.briefing.model import Briefing, TableBlock
from dashboard.briefing.numbers import day, office_format
from dashboard.briefing.origin_sheet import origin_sheet
from dashboard.briefing.safe_text import clean
from dashboard.briefing.typefaces import paper_width_mm
from dashboard.briefing.workbook import FIRST_ROW, Book, chart_workbook, data_sheet, new_book
from dashboard.briefing.workbook_chart import insert_charts
from dashboard.figures.spec import Kind
from data.wording import say

_LANDSCAPE_FROM = 6
"""Columns from which a table is printed across the long side of the page."""
_LABEL_LETTERS, _LABEL_MM, _INDENT_MM = 46, 112.0, 2.4
"""The first column as spreadsheets count it, and its room on paper for letters as wide as bold ones."""
_TEXT_SIZE, _LINE_HEIGHT, _HEAD_MM = 11, 15.0, 26.0


def appendix(briefing: Briefing) -> bytes:
    """The briefing as .xlsx: a sheet of contents, a sheet for each table, and for each chart its data and picture."""
    buffer = io.BytesIO()
    out = new_book(buffer, title=briefing.title, author=briefing.department, comments=briefing.source)
    contents = out.sheet(say("briefing.sheets.contents", briefing.language))
    listed: list[tuple[str, str]] = []
    for number, table in enumerate([*briefing.tables, *briefing.appendix], 1):
        name = say("briefing.sheets.table", briefing.language, number=number)
        sheet = out.sheet(name)
        _table_sheet(out, sheet, table, briefing, number)
        listed.append((sheet.get_name(), table.title))
    for number, block in enumerate(briefing.charts, 1):
        name = say("briefing.sheets.chart_number", briefing.language, number=number)
        figures = data_sheet(out, block.spec, say("briefing.sheets.figures_number", briefing.language, number=number))
        if block.spec.series[0].kind != Kind.HEAT_MAP:
            chart = out.sheet(name)
            insert_charts(out.book, chart, block.spec, figures.get_name(), FIRST_ROW)
        listed.append((figures.get_name(), block.spec.title))
    if origins := [one for block in briefing.charts for one in block.origins]:
        sheet = origin_sheet(out, origins, briefing.language)
        listed.append((sheet.get_name(), say("briefing.origins.title", briefing.language)))
    _contents(out, contents, briefing, listed)
    out.book.close()
    return buffer.getvalue()


def _contents(out: Book, sheet: Any, briefing: Briefing, listed: list[tuple[str, str]]) -> None:
    tongue = briefing.language
    sheet.write_string(0, 0, clean(briefing.department, 200).upper(), out.format(bold=True))
    title = say("briefing.sheets.appendix_title", tongue, title=clean(briefing.title, 300))
    sheet.write_string(2, 0, title, out.format(bold=True, font_size=14))
    row = 4
    link = out.format(font_color="#21407A", underline=1)
    for name, words in listed:
        sheet.write_url(row, 0, f"internal:'{name}'!A1", link, string=name)
        sheet.write_string(row, 1, clean(words, 300), out.format(text_wrap=True))
        row += 1
    foot = [say("briefing.foot.source", tongue, source=clean(briefing.source, 400))] if briefing.source else []
    foot += [say("briefing.foot.released", tongue, day=day(briefing.released))] if briefing.released else []
    for line in foot:
        row += 1
        sheet.write_string(row, 0, line, out.format(italic=True, font_color="#62666F"))
    sheet.set_column(0, 0, 18)
    sheet.set_column(1, 1, 90)


def _table_sheet(out: Book, sheet: Any, table: TableBlock, briefing: Briefing, number: int) -> None:
    tongue = briefing.language
    last = max(1, len(table.header) - 1)
    bold, middle = out.format(bold=True), out.format(bold=True, font_size=13, align="center", text_wrap=True)
    sheet.write_string(0, 0, clean(briefing.department, 200).upper(), bold)
    form = say("briefing.sheets.form_number", tongue, number=number)
    sheet.write_string(0, last, form, out.format(bold=True, align="right"))
    sheet.merge_range(2, 0, 2, last, "", middle)
    sheet.write_string(2, 0, clean(table.title, 300), middle)
    unit = say("briefing.table.unit_line", tongue, unit=clean(table.unit, 80)) if table.unit else ""
    sheet.write_string(3, last, unit, out.format(italic=True, align="right"))
    head = out.format(bold=True, text_wrap=True, align="center", valign="vcenter", border=1, bg_color="#ECE7DC")
    for column, name in enumerate(table.header):
        sheet.write_string(4, column, clean(name, 120), head)
    for row, cells in enumerate(table.rows):
        _row(out, sheet, 5 + row, table, row, cells)
    end = 5 + len(table.rows)
    if table.source:
        source = say("briefing.foot.source", tongue, source=clean(table.source, 400))
        sheet.write_string(end + 1, 0, source, out.format(italic=True, font_color="#62666F"))
    sheet.set_column(0, 0, _LABEL_LETTERS)
    sheet.set_column(1, last, 15)
    sheet.set_row(
        4, _LINE_HEIGHT * max(3, *(ceil(paper_width_mm(name, _TEXT_SIZE) / _HEAD_MM) for name in table.header))
    )
    sheet.freeze_panes(5, 1)
    sheet.repeat_rows(4)
    if len(table.header) >= _LANDSCAPE_FROM:
        sheet.set_landscape()


def _row(out: Book, sheet: Any, at: int, table: TableBlock, row: int, cells: tuple[Any, ...]) -> None:
    look: dict[str, object] = {"border": 1, "bold": table.is_total(row), "valign": "vcenter"}
    wide = paper_width_mm(str(cells[0]), _TEXT_SIZE) + _INDENT_MM * table.depth(row)
    if wide > _LABEL_MM:  # not every program makes room for a second line by itself
        sheet.set_row(at, _LINE_HEIGHT * ceil(wide / _LABEL_MM))
    for column, value in enumerate(cells):
        if isinstance(value, str):
            words = out.format(**look, indent=table.depth(row) if column == 0 else 0, text_wrap=True)
            sheet.write_string(at, column, clean(value, 300), words)
        elif value is None:
            sheet.write_string(at, column, "…", out.format(**look, align="right"))
        else:
            sheet.write_number(
                at, column, Exact(value), out.format(**look, num_format=office_format(table.decimals[column]))
            )


__all__ = ["appendix", "chart_workbook"]
