"""One chart as an Excel workbook: figures, native chart with bands, growth to check by formula, notes and source.

The sheet of figures has the layout of a history file (periods down the rows), so that what was given out can be read
in again. Text is never taken for a formula or a link; the only formulas are those written here.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

import xlsxwriter
from xlsxwriter.utility import xl_col_to_name

from dashboard.briefing.bounds import with_bounds
from dashboard.briefing.csv import status_words
from dashboard.briefing.embedded import INERT, Exact
from dashboard.briefing.numbers import day, office_format
from dashboard.briefing.safe_text import clean, label, sheet_name
from dashboard.briefing.scales import drawn_bands, is_monthly, months
from dashboard.briefing.words import band_dates, kind_of_rows
from dashboard.briefing.workbook_chart import insert_charts
from dashboard.figures.spec import ChartSpec, Panel
from dashboard.origins import Origin
from data.period import MONTHS_IN_YEAR
from data.wording import say

FIRST_ROW = 6
"""Row (from 0) of the first period: after title, unit, blank, and three rows that describe the series."""
_FONT = "Times New Roman"


@dataclass
class Book:
    """An open workbook with its formats and the sheet names already taken."""

    book: Any
    taken: set[str] = field(default_factory=set)
    _formats: dict[tuple[tuple[str, object], ...], Any] = field(default_factory=dict)

    def format(self, **look: object) -> Any:
        key = tuple(sorted(look.items()))
        if key not in self._formats:
            self._formats[key] = self.book.add_format({"font_name": _FONT, "font_size": 11, **look})
        return self._formats[key]

    def sheet(self, name: str) -> Any:
        sheet = self.book.add_worksheet(sheet_name(name, self.taken))
        sheet.hide_gridlines(2)
        sheet.set_paper(9)
        sheet.set_margins(left=0.6, right=0.6, top=0.7, bottom=0.7)
        sheet.fit_to_pages(1, 0)
        return sheet


def new_book(buffer: io.BytesIO, *, title: str, author: str = "", comments: str = "") -> Book:
    book = xlsxwriter.Workbook(buffer, INERT)
    # A fixed moment: the same figures give the same file, byte for byte.
    book.set_properties(
        {
            "title": clean(title, 200),
            "author": clean(author, 200),
            "comments": clean(comments, 250),
            "created": datetime(2000, 1, 1),
        }
    )
    return Book(book)


def chart_workbook(spec: ChartSpec, origins: Sequence[Origin] = ()) -> bytes:
    """The workbook of one chart. Figures are stored unrounded; formats only show them rounded.

    `origins` get a sheet of their own that names workbook, sheet and cell.
    """
    from dashboard.briefing.origin_sheet import origin_sheet  # it writes into the books of this module

    spec = with_bounds(spec)
    buffer = io.BytesIO()
    out = new_book(buffer, title=spec.title, comments=spec.source)
    tongue = spec.language
    figures = data_sheet(out, spec, say("briefing.sheets.figures", tongue))
    chart = out.sheet(say("briefing.sheets.chart", tongue))
    insert_charts(out.book, chart, spec, figures.get_name(), FIRST_ROW)
    if is_monthly(spec) and any(_is_level(one) for one in spec.series):
        _check_sheet(out, spec, figures.get_name())
    if origins:
        origin_sheet(out, origins, tongue)
    _notes_sheet(out, spec)
    out.book.close()
    return buffer.getvalue()


def data_sheet(out: Book, spec: ChartSpec, name: str) -> Any:
    """Figures with the words that a loader needs: title, unit, name, unit and kind of each series, periods."""
    sheet = out.sheet(name)
    tongue = spec.language
    head = out.format(bold=True, text_wrap=True, align="center", valign="vcenter", bottom=1, top=1)
    thin = out.format(align="center", font_color="#474D5A", text_wrap=True)
    # Months down the rows can be read in again by the words of the table; a ranking must not be taken for a table.
    head_line, below = (spec.subtitle or spec.title, "") if spec.is_time else (spec.title, spec.subtitle)
    sheet.write_string(0, 0, clean(head_line, 300), out.format(bold=True, font_size=13))
    sheet.write_string(
        1, 0, say("briefing.table.unit_line", tongue, unit=clean(spec.unit, 80)), out.format(italic=True)
    )
    sheet.write_string(3, 0, say(f"briefing.table.{kind_of_rows(spec)}", tongue), head)
    sheet.write_string(4, 0, say("briefing.table.unit_row", tongue), thin)
    sheet.write_string(5, 0, say("briefing.table.measure_row", tongue), thin)
    for at, one in enumerate(spec.series, 1):
        sheet.write_string(3, at, label(one.name), head)
        sheet.write_string(4, at, label(one.unit), thin)
        kind = "growth" if one.panel == Panel.GROWTH and one.unit == "%" else "level"
        sheet.write_string(5, at, say(f"briefing.table.measure_{kind}", tongue) if kind == "growth" else "", thin)
    _rows(out, sheet, spec, head)
    last = FIRST_ROW + len(spec.categories)
    note = out.format(italic=True, font_color="#62666F")
    lines = (below, spec.note, say("briefing.foot.source", tongue, source=clean(spec.source, 400)))
    for at, line in enumerate(filter(None, lines)):
        sheet.write_string(last + 1 + at, 0, clean(line, 600), note)
    sheet.set_column(0, 0, 14 if spec.is_time else 38)
    sheet.set_column(1, len(spec.series) + 2, 18)
    sheet.set_row(3, 45)
    sheet.freeze_panes(FIRST_ROW, 1)
    sheet.repeat_rows(3, 5)
    return sheet


def _rows(out: Book, sheet: Any, spec: ChartSpec, head: Any) -> None:
    periods = months(spec) if is_monthly(spec) else None
    month = out.format(num_format="mm/yyyy", align="center")
    plain = out.format(align="left", indent=1)
    formats = [out.format(num_format=office_format(one.decimals)) for one in spec.series]
    has_status = any(one.statuses for one in spec.series)
    column = len(spec.series) + 1
    if has_status:
        sheet.write_string(3, column, say("briefing.table.status", spec.language), head)
    if spec.remarks:
        sheet.write_string(3, column + has_status, label(spec.remarks_title), head)
    for at, name in enumerate(spec.labels):
        row = FIRST_ROW + at
        if periods:
            start: date = periods[at].start
            sheet.write_datetime(row, 0, datetime(start.year, start.month, 1), month)
        else:
            sheet.write_string(row, 0, label(name), plain)
        for series, one in enumerate(spec.series):
            value = one.values[at]
            if value is not None:
                sheet.write_number(row, series + 1, Exact(value), formats[series])
        if has_status:
            sheet.write_string(row, column, status_words(spec, at), plain)
        if spec.remarks:
            sheet.write_string(row, column + has_status, label(spec.remarks[at]), plain)


def _is_level(one: Any) -> bool:
    return one.panel == Panel.MAIN and one.unit != "%"


def _check_sheet(out: Book, spec: ChartSpec, figures: str) -> None:
    """Growth worked out by formulas from the levels of the first sheet, beside the growth that the chart shows."""
    sheet = out.sheet(say("briefing.sheets.check", spec.language))
    tongue = spec.language
    at = next(index for index, one in enumerate(spec.series) if _is_level(one))
    shown = next((index for index, one in enumerate(spec.series) if one.panel == Panel.GROWTH), None)
    head = out.format(bold=True, text_wrap=True, align="center", valign="vcenter", bottom=1, top=1)
    keys = ["period", "level", "on_month", "on_year"] + (["shown"] if shown is not None else [])
    sheet.write_string(0, 0, say("briefing.check.title", tongue), out.format(bold=True, font_size=13))
    sheet.write_string(1, 0, say("briefing.check.about", tongue), out.format(italic=True, font_color="#474D5A"))
    for column, key in enumerate(keys):
        sheet.write_string(3, column, say(f"briefing.check.{key}", tongue), head)
    values = spec.series[at].values
    rate, level = out.format(num_format="0.00"), out.format(num_format=office_format(spec.series[at].decimals))
    month = out.format(num_format="mm/yyyy", align="center")
    for row in range(len(values)):
        line, source = 4 + row, FIRST_ROW + row + 1
        sheet.write_formula(line, 0, f"='{figures}'!A{source}", month, _serial(spec, row))
        if values[row] is not None:
            sheet.write_formula(line, 1, f"='{figures}'!{_letter(at + 1)}{source}", level, values[row])
        for column, back in ((2, 1), (3, MONTHS_IN_YEAR)):
            growth = _growth(values, row, back)
            if growth is not None:
                sheet.write_formula(line, column, f"=(B{line + 1}/B{line + 1 - back}-1)*100", rate, growth)
        if shown is not None and spec.series[shown].values[row] is not None:
            place = f"='{figures}'!{_letter(shown + 1)}{source}"
            sheet.write_formula(line, 4, place, rate, spec.series[shown].values[row])
    sheet.set_column(0, 4, 20)
    sheet.set_row(3, 48)
    sheet.freeze_panes(4, 1)


def _growth(values: tuple[float | None, ...], row: int, back: int) -> float | None:
    now, before = values[row], values[row - back] if row >= back else None
    return None if now is None or before is None or before <= 0 else (now / before - 1) * 100


def _serial(spec: ChartSpec, row: int) -> int:
    start = (months(spec) or [])[row].start
    return start.toordinal() - date(1899, 12, 30).toordinal()


def _letter(column: int) -> str:
    return str(xl_col_to_name(column))


def _notes_sheet(out: Book, spec: ChartSpec) -> None:
    sheet = out.sheet(say("briefing.sheets.notes", spec.language))
    tongue = spec.language
    name, text = out.format(bold=True, valign="top"), out.format(text_wrap=True, valign="top")
    lines = [
        ("title", spec.title),
        ("subtitle", spec.subtitle),
        ("note", spec.note),
        ("source", spec.source),
        ("released", day(spec.released)),
        ("as_of", day(spec.as_of)),
        ("derived", "; ".join(one.name for one in spec.series if one.is_derived)),
        ("alt", spec.alt),
    ]
    row = 0
    for key, words in lines:
        if words:
            sheet.write_string(row, 0, say(f"briefing.notes.{key}", tongue), name)
            sheet.write_string(row, 1, clean(words, 2000), text)
            row += 1
    for drawn in drawn_bands(spec):
        sheet.write_string(row, 0, say("briefing.notes.band", tongue), name)
        sheet.write_string(row, 1, f"{label(drawn.band.name)} ({band_dates(drawn.band, tongue)})", text)
        row += 1
    sheet.set_column(0, 0, 22)
    sheet.set_column(1, 1, 90)


__all__ = ["FIRST_ROW", "Book", "chart_workbook", "data_sheet", "new_book"]
