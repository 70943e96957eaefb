"""Complaints about a workbook, worded by the catalogue and never by the code that detects them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Severity(StrEnum):
    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Finding:
    """One complaint. `code` names its wording (`findings.<code>.found` and so on), filled from `parameters`."""

    code: str
    severity: Severity
    sheet: str = ""
    cell: str = ""
    parameters: Mapping[str, str | float | int] = field(default_factory=dict)
