"""Monthly workbooks in the form that a department receives: the figures of one official release in a layout of our own.

5. Hàng hóa xuất khẩu tháng 10 năm 2024
                                                 Nghìn tấn; Triệu USD
             | Sơ bộ tháng 9     | Ước tính tháng 10 | Tháng 10 năm 2024 so với ...
             | Lượng  | Trị giá  | Lượng  | Trị giá  | ...
TỔNG TRỊ GIÁ |        | 34050    | ...
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from data.observation import WHOLE_COUNTRY, Comparison, Measure, Observation
from data.period import Period
from tests.samples.sheets import Exact, Styles, workbook

_STATUS = {"": "", "estimate": "Ước tính ", "preliminary": "Sơ bộ ", "official": "Thực hiện "}
_ROMAN = ("I", "II", "III", "IV")


@dataclass(frozen=True)
class Form:
    """One sheet of the monthly form. `unit` stands at the right over the headings."""

    sheet: str
    table: str
    title: str
    unit: str = ""
    has_unit_column: bool = False


FORMS = (
    Form("1 IIP", "industrial_production_index", "1. Chỉ số sản xuất công nghiệp {period}", "%"),
    Form("2 San pham", "industrial_products", "2. Một số sản phẩm chủ yếu của ngành công nghiệp {period}",
         has_unit_column=True),
    Form("3 Ban le", "retail_sales", "3. Tổng mức bán lẻ hàng hóa và doanh thu dịch vụ tiêu dùng {period}"),
    Form("4 Xuat khau", "goods_exports", "4. Hàng hóa xuất khẩu {period}", "Nghìn tấn; Triệu USD"),
    Form("5 Nhap khau", "goods_imports", "5. Hàng hóa nhập khẩu {period}", "Nghìn tấn; Triệu USD"),
    Form("6 CPI", "consumer_price_index",
         "6. Chỉ số giá tiêu dùng, chỉ số giá vàng, chỉ số giá đô la Mỹ và lạm phát cơ bản {period}", "%"),
    Form("7 Tieu thu", "consumption_index", "7. Chỉ số tiêu thụ ngành công nghiệp chế biến, chế tạo {period}", "%"),
    Form("8 Ton kho", "inventory_index", "8. Chỉ số tồn kho ngành công nghiệp chế biến, chế tạo {period}", "%"),
)  # fmt: skip


@dataclass(frozen=True, order=True)
class _Column:
    place: int
    measure: str
    index_of: str
    comparison: str
    period: Period
    base: str
    status: str


def file_name(released: str, month: Period) -> str:
    return f"{released}-bieu-thang-{month.end.month:02d}-{month.end.year}.xlsx"


def write_monthly(observations: Sequence[Observation], month: Period, released: str, folder: Path) -> list[Observation]:
    """Write the monthly workbook and return the observations that it holds."""
    held: list[Observation] = []
    day = date.fromisoformat(released)
    with workbook(folder / file_name(released, month), f"Biểu số liệu {_words(month)}") as (book, styles):
        for form in FORMS:
            rows = _in_order([o for o in observations if o.table == form.table and o.area == WHOLE_COUNTRY])
            if rows:
                page = book.add_worksheet(form.sheet)
                held += _write_sheet(page, styles, form, rows, month)
                note = f"Nguồn: Tổng cục Thống kê, biểu số liệu {_words(month)}, công bố ngày {day:%d/%m/%Y}."
                end = page.dim_rowmax + 2
                if own := sorted({o.unit for o in rows if _has_own_unit(o, form)}):
                    page.write(end - 1, 0, f"(*) {', '.join(own)}; triệu USD", styles["note"])
                page.write(end, 0, note, styles["note"])
    return held


def _in_order(rows: Sequence[Observation]) -> list[Observation]:
    """Row by row as in the official table, sheet after sheet."""
    sheets = {sheet: at for at, sheet in reversed(list(enumerate(one.origin.sheet for one in rows)))}
    return sorted(rows, key=lambda o: (sheets[o.origin.sheet], int("".join(filter(str.isdigit, o.origin.cell)))))


def _write_sheet(
    page: Any, styles: Styles, form: Form, rows: Sequence[Observation], month: Period
) -> list[Observation]:
    columns = _columns(rows)
    first = 2 if form.has_unit_column else 1
    page.set_landscape()
    page.fit_to_pages(1, 0)
    page.set_column(0, 0, 46)
    page.set_column(1, 40, 15)
    page.write(0, 0, form.title.format(period=_words(month)), styles["title"])
    if form.unit:
        page.write(1, first + len(columns) - 1, form.unit, styles["note"])
    if form.has_unit_column:
        page.write(2, 1, "Đơn vị tính", styles["head"])
    has_volume = form.table.startswith("goods_")
    for number, column in enumerate(columns):
        page.write(2, first + number, _heading(column, form), styles["head"])
        if has_volume:
            page.write(3, first + number, _part(column), styles["head"])
    top = 4 if has_volume else 3
    page.set_row(2, 48)
    page.freeze_panes(top, first)
    return _write_rows(page, styles, form, rows, columns=columns, top=top, first=first)


def _write_rows(
    page: Any,
    styles: Styles,
    form: Form,
    rows: Sequence[Observation],
    *,
    columns: Sequence[_Column],
    top: int,
    first: int,
) -> list[Observation]:
    at = {_key(column): first + number for number, column in enumerate(columns)}
    line_of: dict[tuple[str, ...], int] = {}
    held: list[Observation] = []
    written: set[tuple[int, int]] = set()
    line = top
    for one in rows:
        path = (*one.parents, one.item)
        for depth in range(1, len(path)):
            if path[:depth] not in line_of:
                line = _write_label(page, styles, line, path=path[:depth], line_of=line_of, style="section")
        if path not in line_of:
            mark = (
                "(*)"
                if any(o.item == one.item and o.parents == one.parents and _has_own_unit(o, form) for o in rows)
                else ""
            )
            line = _write_label(page, styles, line, path=path, line_of=line_of, style="label", mark=mark)
        row, column = line_of[path], at[_observed(one)]
        if (row, column) in written:
            continue
        written.add((row, column))
        page.write_number(row, column, Exact(one.value), styles["number"])
        if form.has_unit_column and one.unit != "%":
            page.write(row, 1, one.unit, styles["label"])
        held.append(one)
    return held


def _write_label(
    page: Any,
    styles: Styles,
    line: int,
    *,
    path: tuple[str, ...],
    line_of: dict[tuple[str, ...], int],
    style: str,
    mark: str = "",
) -> int:
    depth = len(path) - 1
    page.write(line, 0, path[-1] + mark, styles[f"{style}{min(depth, 4)}" if depth else style])
    line_of[path] = line
    return line + 1


def _has_own_unit(one: Observation, form: Form) -> bool:
    """Whether a row has another unit than its table, as cars in pieces among tonnes: told by a footnote."""
    return form.table.startswith("goods_") and one.measure is Measure.VOLUME and one.unit not in form.unit


def _columns(rows: Sequence[Observation]) -> list[_Column]:
    """The columns of a table in the order of the official one."""
    found: dict[tuple[Any, ...], _Column] = {}
    for one in rows:
        place = _place(one.origin.cell)
        key = _observed(one)
        if key not in found or place < found[key].place:
            found[key] = _Column(place, *key)
    return sorted(found.values(), key=lambda column: column.place)


def _observed(one: Observation) -> tuple[Any, ...]:
    """What the column of a figure says; growth stands in columns of indices (core inflation)."""
    measure = "index" if one.measure is Measure.GROWTH else str(one.measure)
    if one.table == "industrial_products" and one.measure is Measure.VALUE:
        measure = "volume"
    return measure, one.index_of, str(one.comparison), one.period, one.base, str(one.status)


def _key(column: _Column) -> tuple[Any, ...]:
    return column.measure, column.index_of, column.comparison, column.period, column.base, column.status


def _place(cell: str) -> int:
    number = 0
    for letter in filter(str.isalpha, cell):
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def _heading(column: _Column, form: Form) -> str:
    period = _words(column.period)
    if column.measure == "share":
        return _capital(f"{_STATUS[column.status]}{period}: cơ cấu (%)")
    if column.comparison != Comparison.NONE:
        unit = "" if form.unit == "%" else " (%)"
        status = _STATUS[column.status] if column.status else ""
        return _capital(f"{status}{_average(column, form)}{period} so với {_against(column)}{unit}")
    unit = " (Tỷ đồng)" if form.table == "retail_sales" else ""
    total = "cộng dồn " if not column.status and column.period.months > 1 else ""
    return _capital(f"{_STATUS[column.status]}{total}{period}{unit}")


def _average(column: _Column, form: Form) -> str:
    is_average = form.table == "consumer_price_index" and column.period.months > 1
    return "bình quân " if is_average else ""


def _against(column: _Column) -> str:
    match column.comparison:
        case Comparison.PREVIOUS_MONTH:
            return "tháng trước"
        case Comparison.DECEMBER_PREVIOUS_YEAR:
            return f"tháng 12 năm {column.period.end.year - 1}"
        case Comparison.BASE_PERIOD:
            return f"kỳ gốc ({column.base})"
    return "cùng kỳ năm trước"


def _part(column: _Column) -> str:
    return "Lượng" if "volume" in (column.measure, column.index_of) else "Trị giá"


def _capital(text: str) -> str:
    text = text.strip()
    return text[:1].upper() + text[1:]


def _words(period: Period) -> str:
    """`tháng 10 năm 2024`, `10 tháng năm 2024`, `quý III năm 2024`, `năm 2024`."""
    end = period.end
    match period.kind:
        case "month":
            return f"tháng {end.month} năm {end.year}"
        case "quarter" if end.month > 3:
            return f"quý {_ROMAN[end.month // 3 - 1]} năm {end.year}"
        case "year":
            return f"năm {end.year}"
    return f"{period.months} tháng năm {end.year}"
