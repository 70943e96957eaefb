"""The uploaded workbook of a release with its findings as comments on the cells."""

from __future__ import annotations

from data import originals
from data.store import Store
from data.wording import DEFAULT_LANGUAGE
from loaders.errors import unreadable
from loaders.isolation import annotate_isolated


def commented(store: Store, release_id: int, language: str = DEFAULT_LANGUAGE) -> tuple[str, bytes]:
    """(file name, content) of the workbook as `.xlsx`, made in a limited child process.

    Raises UnreadableWorkbook where the original is missing or cannot be opened again, UnknownRelease.
    """
    release = store.release(release_id)
    path = originals.original(release.sha256)
    if path is None:
        raise unreadable("missing_file", release.file)
    findings = [recorded.finding for recorded in store.findings(release_id)]
    stem = release.file.rsplit(".", 1)[0]
    return f"{stem}-nhan-xet.xlsx", annotate_isolated(path, findings, release.file, language)
