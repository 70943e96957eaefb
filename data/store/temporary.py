"""Temporary folders for copies of the store, and the removal of those whose process ended without a chance to tidy up.

Each folder holds a file that its process keeps locked. The system frees the lock with the process, also after
`kill -9` or a power cut; SQLite's own lock does this alike on every system.
"""

from __future__ import annotations

import shutil
import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path

_PREFIX = "industry-trade-"
_LOCK = "in-use"


class TemporaryFolder:
    """A folder of this process alone, until it is removed."""

    def __init__(self) -> None:
        self.path = Path(tempfile.mkdtemp(prefix=_PREFIX))
        self._lock = _locked(self.path)

    def remove(self) -> None:
        """Delete it with all that it holds. Whoever has a file of it open closes that before."""
        self._lock.close()
        shutil.rmtree(self.path, ignore_errors=True)


def remove_abandoned() -> int:
    """Delete the folders that no living process holds; returns how many."""
    removed = 0
    for lock in Path(tempfile.gettempdir()).glob(f"{_PREFIX}*/{_LOCK}"):
        try:
            with closing(_locked(lock.parent)):
                pass
        except sqlite3.Error:  # in use, or of another user
            continue
        shutil.rmtree(lock.parent, ignore_errors=True)
        removed += not lock.parent.exists()
    return removed


def _locked(folder: Path) -> sqlite3.Connection:
    """The lock of a folder, held until the connection is closed, by whichever thread."""
    lock = sqlite3.connect(folder / _LOCK, timeout=0, isolation_level=None, check_same_thread=False)
    try:
        lock.execute("BEGIN EXCLUSIVE")
    except sqlite3.Error:
        lock.close()
        raise
    return lock
