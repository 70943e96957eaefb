"""Small releases for the tests of the store."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from datetime import date

from data.observation import Origin
from data.period import Period
from data.store import SeriesKey, StatedFigure, Store, UploadedFile
from data.store.codes import status_code
from data.store.packed import PackedRow, day_of, period_code_of, release_of, series_of, status_of
from data.store.questions import Row

RETAIL = SeriesKey("retail_sales", "total", unit="Tỷ đồng")
EXPORTS = SeriesKey("goods_exports", "total", unit="Triệu USD")


def say(period: str, value: float, status: str = "estimate", key: SeriesKey = RETAIL, cell: str = "C7") -> StatedFigure:
    return StatedFigure(
        key,
        Period.parse(period),
        value,
        status,
        item="TỔNG SỐ",
        origin=Origin("Bán lẻ", cell, ("Ước tính",), ("TỔNG SỐ",)),
    )


def file_of(name: str) -> UploadedFile:
    return UploadedFile(name, hashlib.sha256(name.encode()).hexdigest(), 100)


def load(store: Store, released: str, *figures: StatedFigure, name: str = "", by: str = "An") -> int:
    """Stage and accept one release."""
    file = file_of(name or f"{released}.xlsx")
    release_id = store.stage(file, figures, released=date.fromisoformat(released), by=by)
    store.accept(release_id, by=by)
    return release_id


def values(store: Store, key: SeriesKey = RETAIL, as_of: date | None = None) -> Mapping[str, tuple[float, str]]:
    """Figures in force of one series: period to (value, status)."""
    ids = [s.id for s in store.find_series(table=key.table) if s.key == key]
    return {str(f.period): (f.value, f.status) for f in store.figures(ids, as_of=as_of)}


def unpacked(row: PackedRow) -> Row:
    return series_of(row), period_code_of(row), row[1], status_code(status_of(row)), day_of(row), release_of(row)
