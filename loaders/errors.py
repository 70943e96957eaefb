"""The error of the loaders: a workbook that cannot be read, with the finding that says why."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any, Protocol, TypeVar

from data.findings import Finding, Severity

T = TypeVar("T")


class UnreadableWorkbook(Exception):
    """The file cannot be opened as a workbook; `finding` says what was found and what to do."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.code)
        self.finding = finding

    def __reduce__(self) -> tuple[type[UnreadableWorkbook], tuple[Finding]]:
        return type(self), (self.finding,)


def unreadable(code: str, file: str, **parameters: str | int) -> UnreadableWorkbook:
    return UnreadableWorkbook(Finding(code, Severity.ERROR, parameters={"file": file, **parameters}))


def missing(path: Path, name: str = "") -> UnreadableWorkbook:
    """What is said of a file that is not there or may not be read, and of a folder in which no workbook was found."""
    return unreadable("no_workbook_in_folder" if path.is_dir() else "missing_file", name or path.name)


class HasFile(Protocol):
    file: str


def refuses_damage(read: Callable[[Any], T]) -> Callable[[Any], T]:
    """Turn whatever a damaged part raises into UnreadableWorkbook: a fact that is unknown must not pass for absent."""

    @wraps(read)
    def guarded(self: HasFile) -> T:
        try:
            return read(self)
        except (UnreadableWorkbook, MemoryError):
            raise
        except Exception as cause:
            raise unreadable("damaged_workbook", self.file) from cause

    return guarded
