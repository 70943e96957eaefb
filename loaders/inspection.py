"""What a first look at a file found, and the bounds that it is held against."""

from __future__ import annotations

import zipfile
from datetime import datetime
from typing import TYPE_CHECKING

from data.findings import Finding, Severity

if TYPE_CHECKING:
    from loaders.records_xls import SheetRecords

MAX_AREA = 2_500_000  # cells of one sheet, counted as the rectangle up to its farthest cell


class Inspection:
    """`kind` is xlsx, xlsb, ods or xls; empty when the file is none of them. `refusal` says why it cannot be read.

    `stream` is the record stream of an .xls, `parts` the unpacked parts of an .xlsx of ordinary size (sheets without
    their `blank_cells`): both have been read here and are asked for again, as are `places`, where
    the records of an .xls stand by kind, `sheets`, its sheets by their start in the stream, and `archive`, the open
    .xlsx. `saved` is when an .xls was last saved (UTC). `content` is what the reader is given, where that is not the
    file itself.
    """

    def __init__(self, kind: str = "", archive: zipfile.ZipFile | None = None) -> None:
        self.kind, self.archive = kind, archive
        self.refusal: Finding | None = None
        self.findings: list[Finding] = []
        self.stream = self.content = b""
        self.parts: dict[str, bytes] = {}
        self.places: dict[int, list[int]] = {}
        self.sheets: dict[int, SheetRecords] = {}
        self.saved: datetime | None = None

    def refuse(self, code: str, sheet: str = "", **parameters: str | int) -> Inspection:
        self.refusal = Finding(code, Severity.ERROR, sheet=sheet, parameters=parameters)
        return self

    def note(self, code: str, severity: Severity = Severity.NOTE, sheet: str = "", **parameters: str | int) -> None:
        self.findings.append(Finding(code, severity, sheet=sheet, parameters=parameters))
