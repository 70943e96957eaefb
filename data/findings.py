"""Complaints about a workbook, worded by the catalogue and never by the code that detects them."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple


class Severity(StrEnum):
    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Finding(NamedTuple):
    """One complaint. `code` names its wording (`findings.<code>.found` and so on), filled from `parameters`."""

    code: str
    severity: Severity
    sheet: str = ""
    cell: str = ""
    parameters: Mapping[str, str | float | int] = MappingProxyType({})
