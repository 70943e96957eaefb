"""The same workbook back with comments on the cells that findings speak of.

An `.xlsx` is opened and kept as it is; of other formats a new `.xlsx` is made that holds values, merged cells and
comments. Findings about the whole file or sheet stand on a sheet of their own, in front.
"""

# openpyxl has no types.
# mypy: disable-error-code="no-untyped-call,attr-defined,no-any-return"
from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from io import BytesIO
from pathlib import Path

import openpyxl
from openpyxl.cell.cell import Cell
from openpyxl.comments import Comment
from openpyxl.styles import Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.workbook import Workbook as Book
from openpyxl.worksheet.worksheet import Worksheet

from data.findings import Finding, Severity
from data.spoken import spoken
from data.wording import DEFAULT_LANGUAGE, say
from loaders.grid import Grid
from loaders.workbook import Workbook, open_workbook

_FILLS = {
    Severity.ERROR: PatternFill("solid", fgColor="F4B6B0"),
    Severity.WARNING: PatternFill("solid", fgColor="FCE8A6"),
    Severity.NOTE: PatternFill("solid", fgColor="D6E6F5"),
}
_RANK = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.NOTE: 2}
_FORMULA_SIGNS = ("=", "+", "-", "@")
_COMMENT_WIDTH, _COMMENT_HEIGHT = 360, 160
_COLUMN_WIDTHS = (14, 24, 10, 60, 40, 60)


def annotate(
    source: Path | bytes, findings: Sequence[Finding], name: str = "", language: str = DEFAULT_LANGUAGE
) -> bytes:
    """The workbook as `.xlsx` bytes, each finding as a comment at its cell and all of them listed in front.

    Raises UnreadableWorkbook when the source cannot be opened.
    """
    content = source if isinstance(source, bytes) else Path(source).read_bytes()
    workbook = open_workbook(content, name or (source.name if isinstance(source, Path) else ""))
    book = book_of(workbook, content)
    by_cell: dict[tuple[str, str], list[Finding]] = defaultdict(list)
    for finding in findings:
        if finding.cell and finding.sheet in book.sheetnames:
            by_cell[finding.sheet, finding.cell].append(finding)
    for (sheet, cell), here in by_cell.items():
        _comment(book[sheet], cell, here, language)
    _list_findings(book, findings, language)
    buffer = BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def _comment(sheet: Worksheet, address: str, findings: Iterable[Finding], language: str) -> None:
    texts, worst = [], Severity.NOTE
    for finding in findings:
        words = spoken(finding, language)
        lines = [f"{say(f'findings.part.{part}', language)}: {text}" for part, text in words.items()]
        texts.append("\n".join([say(f"findings.severity.{finding.severity}", language), *lines]))
        worst = min(worst, finding.severity, key=_RANK.__getitem__)
    cell = writable(sheet, address)
    if cell.comment is not None:
        texts.insert(0, cell.comment.text)
    cell.comment = Comment("\n\n".join(texts), "", height=_COMMENT_HEIGHT, width=_COMMENT_WIDTH)
    cell.fill = _FILLS[worst]


def writable(sheet: Worksheet, address: str) -> Cell:
    """The cell, or the first one of the merged area that it lies in."""
    for area in sheet.merged_cells.ranges:
        if address in area:
            return sheet.cell(area.min_row, area.min_col)
    return sheet[address]


def _list_findings(book: Book, findings: Sequence[Finding], language: str) -> None:
    title = say("findings.list.title", language)
    sheet = book.create_sheet(title if title not in book.sheetnames else f"{title} (2)", 0)
    headings = ("severity", "sheet", "cell", "found", "expected", "todo")
    sheet.append([say(f"findings.list.{heading}", language) for heading in headings])
    for finding in sorted(findings, key=lambda f: _RANK[f.severity]):
        words = spoken(finding, language)
        severity = say(f"findings.severity.{finding.severity}", language)
        sheet.append([_harmless(t) for t in (severity, finding.sheet, finding.cell, *words.values())])
        sheet.cell(sheet.max_row, 1).fill = _FILLS[finding.severity]
        if finding.cell and finding.sheet in book.sheetnames:
            quoted = finding.sheet.replace("'", "''")
            sheet.cell(sheet.max_row, 3).hyperlink = f"#'{quoted}'!{finding.cell}"
    for column, width in enumerate(_COLUMN_WIDTHS, start=1):
        sheet.cell(1, column).font = Font(bold=True)
        sheet.column_dimensions[get_column_letter(column)].width = width
    sheet.freeze_panes = "A2"
    book.active = 0


def book_of(workbook: Workbook, content: bytes) -> Book:
    """An `.xlsx` as it is; of another format a copy with values, merged cells and bold text."""
    return openpyxl.load_workbook(BytesIO(content)) if workbook.kind == "xlsx" else _copied(workbook)


def _copied(workbook: Workbook) -> Book:
    """Values and merged cells of a workbook in another format."""
    book = Book()
    book.remove(book.active)
    for grid in workbook.grids():
        _copy(grid, book.create_sheet(grid.name))
    return book


def _copy(grid: Grid, sheet: Worksheet) -> None:
    for row in range(grid.n_rows):
        for column in range(grid.n_cols):
            found = grid.value(row, column)
            if found is None:
                continue
            written = _harmless(grid.text(row, column)) if isinstance(found, str) else found
            cell = sheet.cell(row + 1, column + 1, written)
            if (code := grid.number_format(row, column)) != "General":
                cell.number_format = code
            cell.font = Font(bold=grid.bold(row, column))
    for top, left, bottom, right in grid.merged:
        if (top, left) != (bottom, right):
            sheet.merge_cells(start_row=top + 1, start_column=left + 1, end_row=bottom + 1, end_column=right + 1)
    sheet.sheet_state = "hidden" if grid.hidden else "visible"


def _harmless(text: str) -> str:
    """Text that a spreadsheet program will not take for a formula; control characters removed."""
    clean = "".join(c for c in text if c >= " " or c in "\t\n")
    return (
        f"'{clean}" if clean.startswith(_FORMULA_SIGNS) and not clean.strip("-+ ").replace(".", "").isdigit() else clean
    )
