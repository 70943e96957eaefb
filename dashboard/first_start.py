"""The first start: sample workbooks and registers, so that the dashboard opens with real figures."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from data.observation import WHOLE_COUNTRY
from data.people import ACCEPTED_BY, LOADED_BY
from data.spoken import spoken
from data.wording import say

if TYPE_CHECKING:
    from data.store import Store

WORKBOOKS = ("*.xlsx", "*.xls")
PATIENCE_SECONDS = 60.0  # our own workbooks are no danger, and a first start may meet a busy or slow machine


def first_start(store: Store, folder: Path) -> int:
    """Bring registers up to date and load the workbooks of `folder` that are not there yet; how many it loaded.

    A store that holds anything else is somebody's own and gets none of them. A workbook that cannot be read is named on
    the error stream and left out: the dashboard opens without it, and the next start tries again.
    """
    _registers(store)
    paths = sorted(path for pattern in WORKBOOKS for path in folder.glob(pattern))
    known = {one.file for one in store.releases()}
    missing = [path for path in paths if path.name not in known]
    if not missing or known - {path.name for path in paths}:
        return 0
    from rich.progress import track

    return sum(_load(store, path) for path in track(missing, description=say("dashboard.loading_samples")))


def _load(store: Store, path: Path) -> bool:
    from loaders import release
    from loaders.errors import UnreadableWorkbook

    try:
        staged = release.stage(store, path, by=LOADED_BY, area=WHOLE_COUNTRY, timeout=PATIENCE_SECONDS)
    except UnreadableWorkbook as problem:
        words = spoken(problem.finding)
        print(f"{path.name}: {words['found']}\n  {words['todo']}", file=sys.stderr)
        return False
    why = say("dashboard.sample_reason")
    release.accept(store, staged.id, by=ACCEPTED_BY, reasons={str(one.id): why for one in staged.warnings})
    return True


def _registers(store: Store) -> None:
    """Campaigns, awards, plans and published figures of the catalogue; what was edited in the browser is kept."""
    from data.catalogue import catalogue

    store.sync_register(catalogue())
