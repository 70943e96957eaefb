"""Uploaded workbooks as they came: each content once, outside the database, named by its hash."""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path

from data.settings import settings
from data.store.errors import OriginalNotKept

_aside: ContextVar[Path | None] = ContextVar("aside", default=None)


def keep(content: bytes) -> str:
    """Store a workbook unless the same content is there already; returns its SHA-256.

    A kept workbook that was changed on the disk is put right. Written beside its place and then renamed, so that a
    crash leaves no half file under a hash.
    Raises OriginalNotKept where no file can be written.
    """
    sha256 = hashlib.sha256(content).hexdigest()
    if is_intact(sha256):
        return sha256
    try:
        _write(_place(sha256), content)
    except OSError as cause:
        raise OriginalNotKept(folder=settings().originals, problem=cause.strerror or cause) from cause
    return sha256


def _write(place: Path, content: bytes) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    handle, beside = tempfile.mkstemp(dir=place.parent, prefix=".incoming-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(beside).replace(place)
    except OSError:
        Path(beside).unlink(missing_ok=True)
        raise


def original(sha256: str) -> Path | None:
    """Path of a kept workbook, none where it is missing."""
    place = _place(sha256)
    return place if place.is_file() else None


def is_kept(sha256: str) -> bool:
    return original(sha256) is not None


def is_intact(sha256: str) -> bool:
    """Whether the kept workbook still has the content that its name promises."""
    place = original(sha256)
    return place is not None and hashlib.sha256(place.read_bytes()).hexdigest() == sha256


@contextmanager
def kept_aside() -> Iterator[None]:
    """For a trial: workbooks that come within it are kept in a folder that goes with it."""
    with tempfile.TemporaryDirectory() as folder:
        before = _aside.set(Path(folder))
        try:
            yield
        finally:
            _aside.reset(before)


def _place(sha256: str) -> Path:
    place, aside = settings().originals / sha256[:2] / sha256, _aside.get()
    return place if aside is None or place.exists() else aside / sha256
