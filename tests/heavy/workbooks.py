"""The national workbooks, read once, as figures ready to be staged."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from hashlib import sha256
from pathlib import Path

from data.settings import PROJECT
from data.store import StatedFigure, Store, UploadedFile

NATIONAL = PROJECT.parent / "shared" / "workbooks" / "national"
RETAIL_REVISIONS = PROJECT.parent / "shared" / "facts" / "retail-revisions.csv"

Version = tuple[object, ...]


@dataclass(frozen=True)
class Prepared:
    path: Path
    file: UploadedFile
    released: date
    figures: list[StatedFigure]

    def stage(self, store: Store, by: str = "An") -> int:
        return store.stage(self.file, self.figures, released=self.released, by=by)

    def load(self, store: Store, by: str = "An") -> int:
        release = self.stage(store, by)
        store.accept(release, by=by)
        return release


@cache
def prepared() -> list[Prepared]:
    """All national workbooks in the order of their names."""
    return [one for path in sorted(NATIONAL.glob("*.xls*")) if (one := prepare(path))]


def prepare(path: Path) -> Prepared | None:
    from loaders.reading import read_workbook  # two_writers starts processes that need no reader
    from loaders.release.figures import stated_figures
    from loaders.release.labels import Answers

    reading = read_workbook(path, path.name)
    figures, _ = stated_figures(reading.observations, Answers().code)
    if not figures or reading.released is None:
        return None
    modified = datetime.fromisoformat(reading.modified) if reading.modified else None
    file = UploadedFile(path.name, sha256(path.read_bytes()).hexdigest(), path.stat().st_size, modified)
    return Prepared(path, file, reading.released, figures)


def all_versions(store: Store) -> set[Version]:
    """Every version, told by file instead of by numbers that depend on the order of loading."""
    keys, files = store.every_series(), {one.id: one.file for one in store.releases()}
    rows = store.database.rows("SELECT series_id, period, release_id, released, superseded, value, status FROM figure")
    return {(keys[row[0]].key, row[1], files[row[2]], row[3], files.get(-row[4], row[4]), *row[5:]) for row in rows}


def answers(store: Store, as_of: date | None = None) -> set[Version]:
    """All figures in force, now or on a date."""
    keys = store.every_series()
    figures = store.figures(keys, as_of=as_of)
    return {(keys[f.series_id].key, f.period, f.value, f.status, f.released) for f in figures}
