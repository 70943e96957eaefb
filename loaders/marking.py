"""The same workbook back, opened at one cell that is marked and says in a comment why.

An `.xlsx` is kept as it is; of other formats a new `.xlsx` is made that holds values and merged cells.
"""

# openpyxl has no types.
# mypy: disable-error-code="no-untyped-call,attr-defined,no-any-return"
from __future__ import annotations

from io import BytesIO
from pathlib import Path

from openpyxl.comments import Comment
from openpyxl.styles import Border, PatternFill, Side
from openpyxl.workbook import Workbook as Book
from openpyxl.worksheet.worksheet import Worksheet

from loaders.annotate import book_of, writable
from loaders.workbook import open_workbook

_FILL = PatternFill("solid", fgColor="FFE58A")
_EDGE = Side(style="thick", color="21407A")
_COMMENT_WIDTH, _COMMENT_HEIGHT = 360, 120
_ROWS_ABOVE, _COLUMNS_BEFORE = 8, 3


def mark(source: Path | bytes, sheet: str, cell: str, note: str, name: str = "") -> bytes:
    """The workbook as `.xlsx` bytes with `cell` of `sheet` framed, filled, chosen and commented with `note`.

    Raises UnreadableWorkbook when the source cannot be opened, KeyError where it has no such sheet.
    """
    content = source if isinstance(source, bytes) else Path(source).read_bytes()
    book = book_of(open_workbook(content, name), content)
    chosen = book[sheet]
    marked = writable(chosen, cell)
    marked.fill, marked.border = _FILL, Border(_EDGE, _EDGE, _EDGE, _EDGE)
    earlier = f"{marked.comment.text}\n\n" if marked.comment is not None else ""
    marked.comment = Comment(earlier + note, "", height=_COMMENT_HEIGHT, width=_COMMENT_WIDTH)
    _open_at(book, chosen, marked.row, marked.column)
    buffer = BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def _open_at(book: Book, chosen: Worksheet, row: int, column: int) -> None:
    """Let the workbook open on that sheet with the cell in sight and chosen."""
    chosen.sheet_state = "visible"
    book.active = book.index(chosen)
    for one in book.worksheets:
        one.sheet_view.tabSelected = one is chosen
    view, address = chosen.sheet_view, chosen.cell(row, column).coordinate
    for selection in view.selection:
        selection.activeCell, selection.sqref = address, address
    if view.pane is None:
        view.topLeftCell = chosen.cell(max(row - _ROWS_ABOVE, 1), max(column - _COLUMNS_BEFORE, 1)).coordinate
