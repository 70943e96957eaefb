"""Databases for tests, copied from one that was migrated and filled once in this process: both take longer than many
a test."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from functools import cache
from pathlib import Path

from data.store import Store, open_store


def new_store(file: Path, fill: Callable[[Store], None] | None = None) -> Store:
    """A store of its own at `file`, which must not be there yet; with what `fill` puts into it."""
    with file.open("xb") as database:
        database.write(_prepared(fill))
    return open_store(f"sqlite:///{file}")


@cache
def _prepared(fill: Callable[[Store], None] | None) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "prepared.sqlite"
        with open_store(f"sqlite:///{file}") as store:
            if fill:
                fill(store)
        return file.read_bytes()
