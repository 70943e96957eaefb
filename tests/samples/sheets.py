"""Workbooks of the project's own making: the same bytes each time, one plain style."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

import xlsxwriter

Styles = dict[str, Any]
_WRITTEN = datetime(2026, 1, 1)
"""Stands in the file instead of the clock, so that making it again changes nothing."""


class Exact(float):
    """A number that is written with all its digits; the library would stop at sixteen."""

    def __format__(self, spec: str) -> str:
        return repr(float(self))


@contextmanager
def workbook(path: Path, title: str) -> Iterator[tuple[Any, Styles]]:
    """An open workbook and its styles; saved at the end."""
    book = xlsxwriter.Workbook(str(path))
    book.set_properties({"title": title, "comments": "Số liệu: Tổng cục Thống kê", "created": _WRITTEN})
    font = {"font_name": "Arial", "font_size": 10}
    styles = {
        "title": book.add_format({**font, "bold": True, "font_size": 12}),
        "note": book.add_format({**font, "italic": True, "font_size": 9, "font_color": "#474D5A"}),
        "head": book.add_format(
            {
                **font,
                "bold": True,
                "align": "center",
                "valign": "vcenter",
                "text_wrap": True,
                "bottom": 1,
                "bg_color": "#ECE7DC",
            }
        ),
        "label": book.add_format(font),
        "section": book.add_format({**font, "bold": True}),
        "number": book.add_format({**font, "num_format": "#,##0.00"}),
    }
    for depth in range(1, 5):
        styles[f"label{depth}"] = book.add_format({**font, "indent": depth})
        styles[f"section{depth}"] = book.add_format({**font, "indent": depth, "bold": True})
    try:
        yield book, styles
    finally:
        book.close()
