"""Opens any of .xlsx, .xlsm, .xls, .xlsb and .ods by its content, whatever its name says."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Iterator
from datetime import datetime
from functools import cached_property, partial
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

import python_calamine

from data.findings import Finding, Severity
from loaders.errors import UnreadableWorkbook, missing, unreadable
from loaders.grid import Area, Grid, SheetFacts
from loaders.guard_zip import is_well_formed
from loaders.quiet import quietly
from loaders.side_xlsx import XlsxSide
from loaders.sniff import inspect
from loaders.xml_parts import text_of

if TYPE_CHECKING:
    from loaders.side_ods import OdsSide
    from loaders.side_xls import XlsSide

__all__ = ["UnreadableWorkbook", "Workbook", "open_workbook"]

_EXTENSIONS = {"xlsx": {"xlsx", "xlsm", "xltx", "xltm"}, "xls": {"xls", "xlt"}, "xlsb": {"xlsb"}, "ods": {"ods", "ots"}}


class Workbook:
    """An open workbook: its sheets as grids, and when it was last saved."""

    def __init__(self, content: bytes, name: str) -> None:
        self.name = name
        inspection = inspect(content)
        if inspection.refusal is not None:
            raise UnreadableWorkbook(_with_file(inspection.refusal, name))
        self.kind = inspection.kind
        self._inspection = inspection
        self.findings = [*inspection.findings, *_extension_finding(name, self.kind)]
        readable = inspection.content or content
        self._book = self._guarded(lambda: python_calamine.load_workbook(BytesIO(readable)))

    def grids(self) -> Iterator[Grid]:
        """Each sheet of cells in the workbook's order, hidden ones too; one sheet is in memory at a time.

        Raises UnreadableWorkbook when a sheet is damaged: half a workbook is never given for a whole one.
        """
        for sheet in self._book.sheets_metadata:
            if sheet.typ != python_calamine.SheetTypeEnum.WorkSheet:
                continue
            cells, rows = self._guarded(partial(self._cells, sheet.name))
            yield Grid(
                name=sheet.name,
                rows=rows,
                start=cells.start or (0, 0),
                merged=self._merged(cells, sheet.name),
                hidden=sheet.visible != python_calamine.SheetVisibleEnum.Visible,
                facts=self._facts(sheet.name),
            )

    def _merged(self, cells: python_calamine.CalamineSheet, sheet: str) -> list[Area]:
        if self._ods is not None:
            return self._ods.sheet(sheet).merged
        return [(r0, c0, r1, c1) for (r0, c0), (r1, c1) in cells.merged_cell_ranges or ()]

    def _cells(self, sheet: str) -> tuple[python_calamine.CalamineSheet, list[list[Any]]]:
        cells = self._book.get_sheet_by_name(sheet)
        return cells, cells.to_python()

    def _guarded(self, read: Callable[[], Any]) -> Any:
        """Call the fast reader: its errors share no base, and a panic inside it is no Exception but writes a trace."""
        try:
            return quietly(read)
        except python_calamine.PasswordError as cause:
            raise unreadable("password_protected", self.name) from cause
        except MemoryError as cause:
            raise unreadable("too_large", self.name) from cause
        except (KeyboardInterrupt, SystemExit):
            raise
        except BaseException as cause:
            raise unreadable("damaged_workbook", self.name) from cause

    @cached_property
    def _side(self) -> XlsxSide | XlsSide | OdsSide | None:
        found = self._inspection
        if self.kind == "xlsx" and found.archive is not None:
            return XlsxSide(found.archive, self.name, found.parts)
        if self.kind != "xls":
            return self._ods
        from loaders.side_xls import XlsSide  # of use to old workbooks only

        return XlsSide(found.stream, found.places, found.sheets, self.name)

    @cached_property
    def _ods(self) -> OdsSide | None:
        if self.kind != "ods" or self._inspection.archive is None:
            return None
        from loaders.side_ods import OdsSide

        return OdsSide(self._inspection.archive, self.name)

    def _facts(self, sheet: str) -> SheetFacts | None:
        return self._side.sheet(sheet) if self._side else None

    def is_well_formed(self) -> bool:
        """Whether no reader can lose a part of it in silence (`loaders.guard_zip`)."""
        return is_well_formed(self._inspection)

    @cached_property
    def modified(self) -> datetime | None:
        """When the workbook says that it was last saved (UTC), if it says so."""
        try:
            return _modified_xlsx(self._inspection.archive) if self.kind == "xlsx" else self._inspection.saved
        except Exception:  # a damaged summary is no reason to refuse the figures
            return None


def open_workbook(source: Path | bytes, name: str = "") -> Workbook:
    """Open a workbook from a path or its bytes.

    Raises UnreadableWorkbook with a finding: missing or empty file, not a workbook, password, damaged, unsafe.
    """
    if isinstance(source, bytes):
        return Workbook(source, name)
    path = Path(source)
    try:
        content = path.read_bytes()
    except OSError as cause:
        raise missing(path, name) from cause
    return Workbook(content, name or path.name)


def _with_file(finding: Finding, name: str) -> Finding:
    return Finding(finding.code, finding.severity, finding.sheet, finding.cell, {"file": name, **finding.parameters})


def _extension_finding(name: str, kind: str) -> list[Finding]:
    extension = Path(name).suffix.lower().lstrip(".")
    if not extension or extension in _EXTENSIONS[kind]:
        return []
    return [Finding("wrong_extension", Severity.NOTE, parameters={"extension": extension, "kind": kind})]


def _modified_xlsx(archive: zipfile.ZipFile | None) -> datetime | None:
    saved = text_of(archive.read("docProps/core.xml"), "modified") if archive else ""
    return datetime.fromisoformat(saved.replace("Z", "+00:00")) if saved else None
