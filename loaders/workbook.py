"""Opens any of .xlsx, .xlsm, .xls, .xlsb and .ods by its content, whatever its name says."""

from __future__ import annotations

import hashlib
import zipfile
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import olefile
import python_calamine
from defusedxml import ElementTree

from data.findings import Finding, Severity
from loaders.grid import Grid, SideFacts
from loaders.side_pass import XlsSide, XlsxSide
from loaders.sniff import inspect


class UnreadableWorkbook(Exception):
    """The file cannot be opened as a workbook; `finding` says what was found and what to do."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.code)
        self.finding = finding

    def __reduce__(self) -> tuple[type[UnreadableWorkbook], tuple[Finding]]:
        return type(self), (self.finding,)


class Workbook:
    """An open workbook: its sheets as grids, its hash, and when it was last saved."""

    def __init__(self, content: bytes, name: str) -> None:
        self.name = name
        self.sha256 = hashlib.sha256(content).hexdigest()
        self._content = content
        self.kind, self.findings = _inspect(content, name)
        try:
            self._book = python_calamine.load_workbook(BytesIO(content))
        except python_calamine.PasswordError as cause:
            raise _unreadable("password_protected", name) from cause
        except Exception as cause:  # the reader's errors share no base; each means a damaged file here
            raise _unreadable("damaged_workbook", name) from cause

    def grids(self) -> Iterator[Grid]:
        """Each sheet in the workbook's order, hidden ones too; a sheet that cannot be read is passed over."""
        side = self._side_reader()
        for sheet in self._book.sheets_metadata:
            if sheet.typ != python_calamine.SheetTypeEnum.WorkSheet:
                continue
            try:
                cells = self._book.get_sheet_by_name(sheet.name)
                rows = cells.to_python()
            except Exception as cause:
                raise _unreadable("damaged_workbook", self.name) from cause
            merged = [(r0, c0, r1, c1) for (r0, c0), (r1, c1) in cells.merged_cell_ranges or []]
            yield Grid(
                name=sheet.name,
                rows=rows,
                start=cells.start or (0, 0),
                merged=merged,
                hidden=sheet.visible != python_calamine.SheetVisibleEnum.Visible,
                side=_facts_of(side, sheet.name),
            )

    def _side_reader(self) -> XlsxSide | XlsSide | None:
        try:
            if self.kind == "xlsx":
                return XlsxSide(self._content)
            if self.kind == "xls":
                return XlsSide(self._content)
        except (KeyError, OSError, ValueError, zipfile.BadZipFile, IndexError):
            return None
        return None

    @property
    def modified(self) -> datetime | None:
        """When the workbook says that it was last saved (UTC), if it says so."""
        try:
            if self.kind == "xlsx":
                with zipfile.ZipFile(BytesIO(self._content)) as archive:
                    for element in ElementTree.fromstring(archive.read("docProps/core.xml")).iter():
                        if element.tag.endswith("}modified") and element.text:
                            return datetime.fromisoformat(element.text.replace("Z", "+00:00"))
            elif self.kind == "xls":
                with olefile.OleFileIO(BytesIO(self._content)) as container:
                    saved = container.get_metadata().last_saved_time
                    return saved.replace(tzinfo=UTC) if saved else None
        except (KeyError, ValueError, OSError, zipfile.BadZipFile, ElementTree.ParseError):
            return None
        return None


def open_workbook(source: Path | bytes, name: str = "") -> Workbook:
    """Open a workbook from a path or its bytes.

    Raises UnreadableWorkbook with a finding: empty file, not a workbook, password, damaged, unsafe.
    """
    content = source if isinstance(source, bytes) else Path(source).read_bytes()
    return Workbook(content, name or (Path(source).name if not isinstance(source, bytes) else ""))


def _inspect(content: bytes, name: str) -> tuple[str, list[Finding]]:
    kind, code, parameters = inspect(content)
    if code:
        raise _unreadable(code, name, **parameters)
    extension = Path(name).suffix.lower().lstrip(".")
    known = {"xlsx": {"xlsx", "xlsm", "xltx"}, "xls": {"xls"}, "xlsb": {"xlsb"}, "ods": {"ods"}}
    findings = []
    if extension and extension not in known.get(kind, set()):
        findings.append(Finding("wrong_extension", Severity.NOTE, parameters={"extension": extension, "kind": kind}))
    return kind, findings


def _facts_of(side: XlsxSide | XlsSide | None, sheet: str) -> Callable[[], SideFacts]:
    def facts() -> SideFacts:
        try:
            return side.facts(sheet) if side else SideFacts()
        except (KeyError, ValueError, IndexError, zipfile.BadZipFile, ElementTree.ParseError):
            return SideFacts()

    return facts


def _unreadable(code: str, name: str, **parameters: str | int) -> UnreadableWorkbook:
    return UnreadableWorkbook(Finding(code, Severity.ERROR, parameters={"file": name, **parameters}))
