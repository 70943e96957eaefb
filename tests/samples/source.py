"""Figures of the official workbooks: read by the project's own loader, named by its catalogue."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from data.catalogue import catalogue
from data.observation import WHOLE_COUNTRY, Observation
from data.period import Period
from loaders.reading import read_workbook

PROJECT = Path(__file__).resolve().parent.parent.parent
SHARED = PROJECT.parent / "shared"
NATIONAL = SHARED / "workbooks" / "national"

READ_AS_INDEX = {("2020-04-29", "retail_sales")}
"""Columns of a month when sales fell so deep (74,0; 84,7; 35,4; 2,5; 46,7) that indices look like growth rates;
the same workbook's levels and the text of that release (giảm 26%) show that they are indices."""


class SourceAbsentError(RuntimeError):
    """The official workbooks are not there; the samples can be made only beside them."""

    def __init__(self, folder: Path) -> None:
        super().__init__(
            f"Không thấy thư mục biểu gốc {folder}. Tệp mẫu chỉ làm lại được khi có thư mục này cạnh dự án; "
            "các tệp mẫu hiện có vẫn dùng được."
        )


@dataclass(frozen=True, slots=True)
class SeriesName:
    """What makes figures of different months one series."""

    table: str
    item: str
    measure: str
    index_of: str
    comparison: str
    base: str
    unit: str


@dataclass(frozen=True, slots=True)
class Published:
    """One figure as a workbook says it. `file` is that workbook."""

    name: SeriesName
    period: Period
    value: float
    status: str
    file: str


def workbooks(first: str, last: str) -> list[Path]:
    """Official workbooks released between two dates (ISO text), oldest first. Raises SourceAbsentError."""
    if not NATIONAL.is_dir():
        raise SourceAbsentError(NATIONAL)
    return sorted(path for path in NATIONAL.iterdir() if first <= path.name[:10] <= last)


def observations(path: Path) -> list[Observation]:
    return read_workbook(path, path.name).observations


def published(path: Path) -> list[Published]:
    """The national figures of known items; where a figure stands twice, the first."""
    found: dict[tuple[SeriesName, Period], Published] = {}
    for one in observations(path):
        match = catalogue().resolve_item(one.table, one.parents, one.item, one.area)
        if one.area != WHOLE_COUNTRY or not match.is_known:
            continue
        is_index = (path.name[:10], one.table) in READ_AS_INDEX and one.measure == "growth"
        measure = "index" if is_index else str(one.measure)
        name = SeriesName(one.table, match.code, measure, one.index_of, str(one.comparison), one.base, one.unit)
        found.setdefault((name, one.period), Published(name, one.period, one.value, str(one.status), path.name))
    return list(found.values())


@lru_cache(maxsize=1)
def latest(paths: tuple[Path, ...]) -> tuple[Published, ...]:
    """Of every figure what the last of the workbooks says about it, by the last month of its period."""
    newest: dict[tuple[SeriesName, Period], Published] = {}
    for path in paths:
        newest.update({(one.name, one.period): one for one in published(path)})
    return tuple(sorted(newest.values(), key=lambda one: (one.period.last, one.period.first)))
