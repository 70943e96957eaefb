"""The history workbook: one sheet per table, blocks of months by items, each block with one statement of measure.

Chỉ số giá tiêu dùng so với tháng trước
Đơn vị tính: %
Chỉ tiêu   | Chỉ số giá tiêu dùng | Lương thực | ...
So với     | tháng trước          | ...
Trạng thái | Chính thức           | ...
2010-01    | 101,36               | ...
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from data.catalogue import catalogue
from data.period import Period
from tests.samples.sheets import Exact, Styles, workbook
from tests.samples.source import Published

FIRST, LAST = Period.month(2010, 1), Period.month(2024, 9)
RELEASED = "2024-09-29"
NAME = f"{RELEASED}-chuoi-so-lieu-thang-2010-2024.xlsx"
STATUS_WORDS = {"": "", "estimate": "Ước tính", "preliminary": "Sơ bộ", "official": "Thực hiện"}
STATUS_ORDER = ("official", "preliminary", "estimate", "")
_YEAR_BEFORE = "cùng kỳ năm trước"
_TOTAL = ("total",)
_OUTPUT_ITEMS = ("total", "state", "state_central", "state_local", "non_state", "foreign")


@dataclass(frozen=True)
class Block:
    """Series with one statement of measure. `title` names the table and the measure; `so_voi` fills its row."""

    title: str
    unit: str
    accepts: Callable[[Published], bool]
    so_voi: str = ""
    prefix: str = ""
    items: tuple[str, ...] = ()


@dataclass(frozen=True)
class Sheet:
    name: str
    table: str
    items: tuple[str, ...]
    blocks: tuple[Block, ...] = field(default=())


def _is_month(one: Published) -> bool:
    return one.period.kind == "month"


def _is_cumulative(one: Published) -> bool:
    period = one.period
    return period.months > 1 and period.first % 12 == 0 and period.first // 12 == period.last // 12


def _ratio(comparison: str, index_of: str = "", *, cumulative: bool = False) -> Callable[[Published], bool]:
    def accepts(one: Published) -> bool:
        fits = _is_cumulative(one) if cumulative else _is_month(one)
        named = one.name
        return fits and (named.measure, named.comparison, named.index_of) in (
            ("index", comparison, index_of),
            ("growth", comparison, index_of),
        )

    return accepts


def _level(measure: str, unit: str, *, cumulative: bool = False, base: str = "") -> Callable[[Published], bool]:
    def accepts(one: Published) -> bool:
        fits = _is_cumulative(one) if cumulative else _is_month(one)
        named = one.name
        return fits and (named.measure, named.comparison, named.unit, named.base) == (measure, "none", unit, base)

    return accepts


def _base(year: str) -> Callable[[Published], bool]:
    return lambda one: _is_month(one) and one.name.comparison == "base_period" and one.name.base == year


def _ratios(what: str, index_of: str = "", *, average: bool = False, month: bool = True) -> list[Block]:
    longer = "Bình quân từ đầu năm" if average else "Cộng dồn từ đầu năm"
    blocks = [
        Block(f"{what} so với tháng trước", "%", _ratio("previous_month", index_of), "tháng trước"),
        Block(f"{what} so với cùng kỳ năm trước", "%", _ratio("same_month_previous_year", index_of), _YEAR_BEFORE),
        Block(
            f"{what}, {longer.lower()}, so với cùng kỳ năm trước", "%",
            _ratio("same_period_previous_year", index_of, cumulative=True), _YEAR_BEFORE, longer,
        ),
    ]  # fmt: skip
    return blocks if month else blocks[1:]


def sheets() -> list[Sheet]:
    """What the history holds, theme by theme."""
    iip = tuple(
        code for code in catalogue().items("industrial_production_index") if not (code.isdigit() and len(code) == 4)
    )
    iip = tuple(code for code in iip if code != "35" and (not code.startswith("1993-") or len(code) == 6))
    cpi = tuple(catalogue().items("consumer_price_index"))
    goods = catalogue().themes["exports"].parts
    imports = (
        "total", "domestic", "foreign", "electronics", "machinery", "phones", "fabrics", "iron_steel", "plastics",
        "petroleum", "chemicals", "chemical_products", "textile_materials", "cars", "other_metals", "coal", "crude_oil",
    )  # fmt: skip
    retail = "Tổng mức bán lẻ hàng hóa và doanh thu dịch vụ tiêu dùng"
    output = "Giá trị sản xuất công nghiệp (giá so sánh 1994)"
    index = "Chỉ số giá tiêu dùng"
    return [
        Sheet("IIP", "industrial_production_index", iip, tuple(_ratios("Chỉ số sản xuất công nghiệp"))),
        Sheet("GTSX", "industrial_output_value", _OUTPUT_ITEMS, (
            Block(f"{output}: tháng", "Tỷ đồng", _level("value", "Tỷ đồng", base="1994")),
            *_ratios(output, month=False),
        )),
        Sheet("Ban le", "retail_sales", (
            "total", "goods", "accommodation_catering", "travel", "other_services",
            "trade", "hotels_restaurants", "tourism", "services",
        ), (
            Block(f"{retail}: tháng", "Tỷ đồng", _level("value", "Tỷ đồng")),
            Block(f"{retail}: cộng dồn từ đầu năm", "Tỷ đồng",
                  _level("value", "Tỷ đồng", cumulative=True), prefix="Cộng dồn", items=_TOTAL),
            *_ratios(retail, month=False),
        )),
        Sheet("CPI", "consumer_price_index", cpi, (
            *_ratios(index, average=True),
            Block(f"{index} so với tháng 12 năm trước", "%", _ratio("december_previous_year"), "tháng 12 năm trước"),
            *(Block(f"{index} so với kỳ gốc năm {year}", "%", _base(year), f"kỳ gốc năm {year}")
              for year in ("2009", "2014", "2019")),
        )),
        Sheet("Xuat khau", "goods_exports", ("total", *goods), (
            Block("Hàng hóa xuất khẩu: trị giá tháng", "Triệu USD", _level("value", "Triệu USD")),
            Block("Hàng hóa xuất khẩu: trị giá cộng dồn từ đầu năm", "Triệu USD",
                  _level("value", "Triệu USD", cumulative=True), prefix="Cộng dồn", items=_TOTAL),
            *_ratios("Hàng hóa xuất khẩu, trị giá", "value", month=False),
        )),
        Sheet("Nhap khau", "goods_imports", imports, (
            Block("Hàng hóa nhập khẩu: trị giá tháng", "Triệu USD", _level("value", "Triệu USD")),
            Block("Hàng hóa nhập khẩu: trị giá cộng dồn từ đầu năm", "Triệu USD",
                  _level("value", "Triệu USD", cumulative=True), prefix="Cộng dồn", items=_TOTAL),
            *_ratios("Hàng hóa nhập khẩu, trị giá", "value", month=False),
        )),
    ]  # fmt: skip


def write_history(figures: Sequence[Published], folder: Path) -> list[Published]:
    """Write the history workbook and return the figures that it holds."""
    chosen = [one for one in figures if FIRST.last <= one.period.last <= LAST.last]
    held: list[Published] = []
    with workbook(folder / NAME, "Chuỗi số liệu tháng 2010 - 2024") as (book, styles):
        for sheet in sheets():
            page = book.add_worksheet(sheet.name)
            page.set_column(0, 0, 14)
            page.freeze_panes(0, 1)
            page.set_column(1, 400, 13)
            row = 0
            for block in sheet.blocks:
                wanted = block.items or sheet.items
                inside = [
                    o for o in chosen if o.name.table == sheet.table and o.name.item in wanted and block.accepts(o)
                ]
                if inside:
                    row = _write_block(page, styles, row, sheet=sheet, block=block, figures=inside)
                    held += inside
            page.write(row, 0, _source_line(held, sheet.table), styles["note"])
            page.write(row + 1, 0, _NOTE, styles["note"])
    return held


_NOTE = (
    "Ghi chú: số của mỗi tháng là số công bố lần cuối đến biểu tháng 9/2024, nên hai tháng liền nhau có thể thuộc "
    "hai lần công bố; ô trống là tháng không có trong các biểu đã dùng."
)


def _source_line(held: Sequence[Published], table: str) -> str:
    files = sorted({one.file[:10] for one in held if one.name.table == table})
    first, last = (f"{day[8:]}/{day[5:7]}/{day[:4]}" for day in (files[0], files[-1]))
    return f"Nguồn: Tổng cục Thống kê, biểu số liệu hằng tháng, công bố từ {first} đến {last} ({len(files)} biểu)."


def _write_block(
    page: Any, styles: Styles, top: int, *, sheet: Sheet, block: Block, figures: Sequence[Published]
) -> int:
    """Write a block from row `top` on; returns the row where the next may begin."""
    order = {code: at for at, code in enumerate(block.items or sheet.items)}
    columns = sorted(
        {(one.name.item, one.status, one.name.measure) for one in figures},
        key=lambda c: (STATUS_ORDER.index(c[1]), order[c[0]], c[2] != "index"),
    )
    at = {column: 1 + number for number, column in enumerate(columns)}
    periods = sorted({one.period.last for one in figures})
    page.write(top, 0, block.title, styles["title"])
    page.write(top + 1, 0, f"Đơn vị tính: {block.unit}", styles["note"])
    line = top + 2
    heads: list[tuple[str, Callable[[tuple[str, str, str]], str]]] = [
        ("Chỉ tiêu", lambda c: catalogue().items(sheet.table)[c[0]].vi)
    ]
    if block.prefix:
        heads.append(("Loại số liệu", lambda c: block.prefix))
    if block.so_voi:
        heads.append(("So với", lambda c: block.so_voi))
    if any(status for _, status, _ in columns):
        heads.append(("Trạng thái", lambda c: STATUS_WORDS[c[1]]))
    for label, words in heads:
        page.write(line, 0, label, styles["head"])
        for column, place in at.items():
            page.write(line, place, words(column), styles["head"])
        line += 1
    rows = {last: line + number for number, last in enumerate(periods)}
    for last, row in rows.items():
        page.write(row, 0, f"{last // 12}-{last % 12 + 1:02d}", styles["label"])
    for one in figures:
        page.write_number(
            rows[one.period.last], at[one.name.item, one.status, one.name.measure], Exact(one.value), styles["number"]
        )
    return line + len(periods) + 2
