"""The workbook of whole years by province: what the national office's open database says of two provinces.

Tổng mức bán lẻ hàng hóa và doanh thu dịch vụ tiêu dùng theo giá hiện hành phân theo địa phương
                                    Tỷ đồng
            | Chính thức năm 2010 | ... | Sơ bộ năm 2016
Hà Nội      | 197469,9            | ... | 399875,6
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.samples.sheets import Exact, Styles, workbook
from tests.samples.source import SHARED, SourceAbsentError

FOLDER = SHARED / "facts" / "viet-nam"
RELEASED = "2017-12-31"
FIRST_YEAR, LAST_YEAR = 2010, 2016
NAME = f"{RELEASED}-dia-phuong-theo-nam-{FIRST_YEAR}-{LAST_YEAR}.xlsx"
AREAS = {"Ha Noi": "Hà Nội", "Thai Nguyen": "Thái Nguyên"}
PRELIMINARY = "Prel."


@dataclass(frozen=True)
class Table:
    """One table of the database: its file there, and how its sheet names it and its columns."""

    file: str
    sheet: str
    title: str
    unit: str
    heading: Callable[[int], str]


TABLES = (
    Table(
        "annual-retail-by-province.csv",
        "Ban le",
        "Tổng mức bán lẻ hàng hóa và doanh thu dịch vụ tiêu dùng theo giá hiện hành phân theo địa phương",
        "Tỷ đồng",
        "năm {}".format,
    ),
    Table(
        "annual-iip-by-province.csv",
        "IIP",
        "Chỉ số sản xuất công nghiệp phân theo địa phương",
        "%",
        lambda year: f"năm {year} so với năm {year - 1}",
    ),
)
_NOTES = (
    "Nguồn: Tổng cục Thống kê, cơ sở dữ liệu mở PX-Web, bản có số sơ bộ năm 2016.",
    "Ghi chú: nguồn không nêu ngày công bố; tệp ghi ngày cuối năm 2017, năm mà số 2016 còn là sơ bộ. "
    "Năm mà nguồn không đánh dấu sơ bộ được ghi là chính thức.",
)


@dataclass(frozen=True)
class YearFigure:
    area: str
    year: int
    value: float
    is_preliminary: bool


def figures_of(table: Table) -> list[YearFigure]:
    """The years of the two provinces in one table. Raises SourceAbsentError."""
    if not FOLDER.is_dir():
        raise SourceAbsentError(FOLDER)
    return list(_read(FOLDER / table.file))


def _read(path: Path) -> Iterator[YearFigure]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = [row for row in csv.reader(file, delimiter=";") if len(row) > 1]
    head, *body = rows
    for row in body:
        area = AREAS.get(" ".join(row[0].split()))
        for column, text in zip(head[1:], row[1:], strict=True):
            year = int(column.split()[-1])
            if area and FIRST_YEAR <= year <= LAST_YEAR:
                yield YearFigure(area, year, float(text), column.startswith(PRELIMINARY))


def write_provinces(folder: Path) -> list[YearFigure]:
    """Write the workbook and return the figures that it holds. Raises SourceAbsentError."""
    found = {table: figures_of(table) for table in TABLES}
    with workbook(folder / NAME, f"Số liệu theo năm của địa phương {FIRST_YEAR} - {LAST_YEAR}") as (book, styles):
        for table, figures in found.items():
            _write(book.add_worksheet(table.sheet), styles, table, figures)
    return [one for figures in found.values() for one in figures]


def _write(page: Any, styles: Styles, table: Table, figures: list[YearFigure]) -> None:
    years = {one.year: one.is_preliminary for one in figures}
    columns = {year: at for at, year in enumerate(sorted(years), 1)}
    rows = {area: at for at, area in enumerate(AREAS.values(), 3)}
    page.set_column(0, 0, 18)
    page.set_column(1, len(columns), 13)
    page.set_row(2, 48)
    page.write(0, 0, table.title, styles["title"])
    page.write(1, len(columns), table.unit, styles["note"])
    for year, column in columns.items():
        status = "Sơ bộ" if years[year] else "Chính thức"
        page.write(2, column, f"{status} {table.heading(year)}", styles["head"])
    for area, row in rows.items():
        page.write(row, 0, area, styles["label"])
    for one in figures:
        page.write_number(rows[one.area], columns[one.year], Exact(one.value), styles["number"])
    for at, note in enumerate(_NOTES, max(rows.values()) + 2):
        page.write(at, 0, note, styles["note"])
