"""The small workbook inside a native chart, which opens under "Edit data": categories, series, then bands.

Written without formulas or links, whatever the names say. Cell references of the chart parts follow its layout.
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from datetime import date

import xlsxwriter
from xlsxwriter.utility import xl_col_to_name

from dashboard.briefing.numbers import office_format
from dashboard.briefing.safe_text import label
from dashboard.briefing.scales import DrawnBand, is_monthly, months
from dashboard.figures.spec import ChartSpec, Series

SHEET = "Data"
MONTH_FORMAT = '"T"m/yyyy'
INERT = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
_EXCEL_EPOCH = date(1899, 12, 30).toordinal()


class Exact(float):
    """A number that xlsxwriter writes with all its digits; it would round to sixteen."""

    def __format__(self, _form: str) -> str:
        return repr(float(self))


@dataclass(frozen=True, slots=True)
class Column:
    """One column of the workbook and one series of the chart."""

    name: str
    values: tuple[float | None, ...]
    decimals: int
    series: Series | None = None
    band: DrawnBand | None = None


def columns(series: list[Series], bands: list[DrawnBand], heights: list[float], count: int) -> list[Column]:
    """Series as they are, and each band as a column that stands at `heights` over its months."""
    data = [Column(label(one.name) or " ", one.values, one.decimals, series=one) for one in series]
    for drawn, height in zip(bands, heights, strict=True):
        values = tuple(height if drawn.first <= at <= drawn.last else None for at in range(count))
        data.append(Column(label(drawn.band.name) or " ", values, 0, band=drawn))
    return data


def month_serials(spec: ChartSpec) -> list[int] | None:
    """First days of the months as Excel counts days; None where the categories are not months."""
    if not is_monthly(spec):
        return None
    return [period.start.toordinal() - _EXCEL_EPOCH for period in months(spec) or ()]


def reference(column: int, count: int) -> str:
    """Where the values of a column stand; column 0 holds the categories."""
    letter = xl_col_to_name(column)
    return f"{SHEET}!${letter}$2:${letter}${count + 1}"


def name_reference(column: int) -> str:
    return f"{SHEET}!${xl_col_to_name(column)}$1"


def workbook(spec: ChartSpec, data: list[Column]) -> bytes:
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer, INERT)
    sheet = book.add_worksheet(SHEET)
    month = book.add_format({"num_format": MONTH_FORMAT})
    serials = month_serials(spec)
    for row in range(len(spec.categories)):
        if serials:
            sheet.write_number(row + 1, 0, serials[row], month)
        else:
            sheet.write_string(row + 1, 0, label(spec.labels[row]))
    for at, column in enumerate(data, 1):
        shown = book.add_format({"num_format": office_format(column.decimals)})
        sheet.write_string(0, at, column.name)
        for row, value in enumerate(column.values, 1):
            if value is not None:
                sheet.write_number(row, at, Exact(value), shown)
    sheet.set_column(0, len(data), 14)
    book.close()
    return buffer.getvalue()
