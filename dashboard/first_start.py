"""The first start: sample workbooks and registers, so that the dashboard opens with real figures."""

from __future__ import annotations

import importlib
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from data.store import Store

WORKBOOKS = ("*.xlsx", "*.xls")
LOADED_BY = "sample"


def first_start(store: Store, folder: Path) -> int:
    """Bring registers up to date and, where no release is known, load the workbooks of `folder`; how many it loaded."""
    _registers(store)
    if store.releases():
        return 0
    paths = sorted(path for pattern in WORKBOOKS for path in folder.glob(pattern))
    if not paths:
        return 0
    from rich.progress import track

    release = importlib.import_module("loaders.release")
    for path in track(paths, description="Nạp số liệu mẫu"):
        staged = release.stage(store, path, by=LOADED_BY)
        release.accept(store, getattr(staged, "id", staged), by=LOADED_BY)
    return len(paths)


def _registers(store: Store) -> None:
    """Campaigns, awards, plans and published figures of the catalogue; what was edited in the browser is kept."""
    from data.catalogue import catalogue

    store.sync_register(catalogue())
