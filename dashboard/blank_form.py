"""An empty monthly workbook of an area, in words that the loaders understand: figures go in, nothing else is typed.

Tổng mức bán lẻ hàng hóa và doanh thu dịch vụ tiêu dùng tháng 12 năm 2024 trên địa bàn Hà Nội
                                                     Tỷ đồng; %
Chỉ tiêu  | Sơ bộ tháng 11 năm 2024 (Tỷ đồng) | Ước tính tháng 12 năm 2024 (Tỷ đồng) | ...
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import Any

from dashboard.briefing.embedded import INERT
from dashboard.briefing.safe_text import clean
from dashboard.plain import plain
from data import clock
from data.catalogue import catalogue
from data.observation import WHOLE_COUNTRY
from data.period import MONTHS_IN_YEAR, Period
from data.settings import settings
from data.store import Store
from data.wording import say

LABEL_WIDTH, COLUMN_WIDTH, HEADING_HEIGHT = 44, 17, 64


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table of the form: `unit` of its levels, empty where it prints rates only. In January the months so far are
    the month itself, and stand there once.
    """

    theme: str
    name: str
    table: str
    unit: str
    columns: tuple[str, ...]

    def columns_of(self, month: Period) -> tuple[str, ...]:
        return self.columns if month.last % MONTHS_IN_YEAR else tuple(c for c in self.columns if c not in _SO_FAR)


_SO_FAR = frozenset({"so_far", "on_same_period", "average"})
_RATES = ("on_previous_month", "on_same_month", "on_same_period")
SHEETS = (
    Sheet("industry", "IIP", "industrial_production_index", "", _RATES),
    Sheet("retail", "Ban le", "retail_sales", "Tỷ đồng", ("before", "now", "so_far", *_RATES)),
    Sheet("exports", "Xuat khau", "goods_exports", "Triệu USD", ("before", "now", "so_far", *_RATES[1:])),
    Sheet(
        "prices", "CPI", "consumer_price_index", "", ("on_previous_month", "on_same_month", "on_december", "average")
    ),
)


def file_name(area: str, month: Period) -> str:
    name = "-".join(part for part in plain(area).replace("-", " ").split())
    return f"bieu-thang-{month.end:%m-%Y}-{name}.xlsx"


def next_month(store: Store) -> Period:
    """The month after the newest of the whole country: the one that an area reports next."""
    newest = store.latest_period(None, WHOLE_COUNTRY)
    last = newest.last if newest else Period.month(clock.today().year, clock.today().month).last - 1
    return Period(last + 1, last + 1)


def blank_form(area: str, month: Period) -> bytes:
    """The workbook of one month of an area, with headings and rows, without figures."""
    import xlsxwriter

    content = io.BytesIO()
    with xlsxwriter.Workbook(content, INERT) as book:
        look = {"font_name": "Arial", "font_size": 10}
        formats = {
            "title": book.add_format({**look, "bold": True, "font_size": 12}),
            "note": book.add_format({**look, "italic": True, "font_size": 9}),
            "head": book.add_format(
                {**look, "bold": True, "align": "center", "valign": "vcenter", "text_wrap": True, "bottom": 1}
            ),
            "total": book.add_format({**look, "bold": True}),
            "part": book.add_format({**look, "indent": 1}),
            "cell": book.add_format({**look, "num_format": "#,##0.0", "bottom": 4}),
        }
        for sheet in SHEETS:
            _write(book.add_worksheet(sheet.name), formats, sheet, area, month)
    return content.getvalue()


def _write(page: Any, formats: dict[str, Any], sheet: Sheet, area: str, month: Period) -> None:
    known, theme = catalogue(), catalogue().themes[sheet.theme]
    words, columns = _words(area, month, sheet.unit), sheet.columns_of(month)
    page.set_column(0, 0, LABEL_WIDTH)
    page.set_column(1, len(columns), COLUMN_WIDTH)
    page.set_row(2, HEADING_HEIGHT)
    page.freeze_panes(3, 1)
    page.write_string(0, 0, say(f"blank_form.title.{sheet.theme}", "vi", **words), formats["title"])
    page.write_string(1, len(columns), f"{sheet.unit}; %" if sheet.unit else "%", formats["note"])
    page.write_string(2, 0, say("blank_form.items", "vi"), formats["head"])
    for column, key in enumerate(columns, 1):
        page.write_string(2, column, say(f"blank_form.columns.{key}", "vi", **words), formats["head"])
    codes = ("total", *theme.parts)
    for row, code in enumerate(codes, 3):
        name = known.item_name(sheet.table, code, "vi")
        page.write_string(row, 0, name, formats["total" if code == "total" else "part"])
        for column in range(1, len(columns) + 1):
            page.write_blank(row, column, None, formats["cell"])
    for line, key in enumerate(("note", "source"), 4 + len(codes)):
        page.write_string(line, 0, say(f"blank_form.{key}", "vi", who=_reporter(area)), formats["note"])


def _reporter(area: str) -> str:
    """The department by its name in the settings, with its area where that does not name it."""
    department = clean(settings().department)
    return department if area in department else f"{department} {area}"


def _words(area: str, month: Period, unit: str) -> dict[str, object]:
    before = month.last - 1
    return {
        "area": area,
        "month": month.end.month,
        "year": month.end.year,
        "before": before % MONTHS_IN_YEAR + 1,
        "year_before": before // MONTHS_IN_YEAR,
        "last_year": month.end.year - 1,
        "unit": f" ({unit})" if unit else "",
    }
