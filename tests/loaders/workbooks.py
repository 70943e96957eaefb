"""Small workbooks made for the tests, in the shapes of real ones."""

from __future__ import annotations

import struct
import zipfile
from collections.abc import Sequence
from datetime import UTC, datetime
from io import BytesIO

import xlsxwriter

RETAIL_TITLE = "10. Tổng mức bán lẻ hàng hóa và doanh thu dịch vụ tiêu dùng tháng 7 năm 2024"
RETAIL_ROWS: list[list[object]] = [
    [RETAIL_TITLE],
    [],
    [
        "",
        "Sơ bộ tháng 6 năm 2024 (Tỷ đồng)",
        "Ước tính tháng 7 năm 2024 (Tỷ đồng)",
        "Tháng 7 năm 2024 so với cùng kỳ năm trước (%)",
    ],
    ["TỔNG SỐ", 1000.5, 1010.25, 109.5],
    ["Bán lẻ hàng hóa", 800.5, 805.25, 108.5],
    ["Dịch vụ lưu trú, ăn uống", 120.0, 125.0, 112.5],
    ["Du lịch lữ hành", 20.0, 21.0, 120.5],
    ["Dịch vụ khác", 60.0, 59.0, 101.5],
]


def xlsx(rows: Sequence[Sequence[object]], sheet: str = "Tongmuc") -> bytes:
    buffer = BytesIO()
    book = xlsxwriter.Workbook(buffer, {"in_memory": True, "default_date_format": "dd/mm/yyyy"})
    book.set_properties({"created": datetime(2024, 8, 1, tzinfo=UTC)})  # else its bytes change with every second
    page = book.add_worksheet(sheet)
    for index, row in enumerate(rows):
        page.write_row(index, 0, row)
    book.close()
    return buffer.getvalue()


def retail_xlsx() -> bytes:
    return xlsx(RETAIL_ROWS)


def with_part(content: bytes, name: str, change: bytes | None = None, **replace: bytes) -> bytes:
    """The same zip with one part replaced (`change`), or with `old` replaced by `new` inside it."""
    buffer = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as source, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as target:
        names = source.namelist()
        for part in names:
            value = source.read(part)
            if part == name:
                value = change if change is not None else value.replace(replace["old"], replace["new"])
            target.writestr(part, value)
        if name not in names and change is not None:
            target.writestr(name, change)
    return buffer.getvalue()


def sheet_xml(cells: str, dimension: str = "A1") -> bytes:
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
        '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
        f'<dimension ref="{dimension}"/><sheetData>{cells}</sheetData></worksheet>'
    ).encode()


def record(kind: int, data: bytes = b"") -> bytes:
    """One BIFF record."""
    return struct.pack("<HH", kind, len(data)) + data
