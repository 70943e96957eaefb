"""Figures of whole series as the explorer draws them, asked once and kept while nothing visible changes.

Who changes the transformation, the months or the base of a chart, or adds a line to it, has its other lines already;
so has whoever opens the same chart next. Only series that nobody asked for lately are a question to the store.
"""

from __future__ import annotations

import threading
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from operator import itemgetter
from weakref import WeakKeyDictionary

from dashboard.explorer.by_month import ByMonth
from data.period import MONTHS_IN_YEAR
from data.store import Store
from data.store.codes import LENGTH
from data.store.packed import SERIES, PackedRow, day_of

MOST_KEPT = 600
_PLACE, _VALUE, _ORIGIN = itemgetter(0), itemgetter(1), itemgetter(2)
_Key = tuple[int, bool, date | None, int]
_kept: WeakKeyDictionary[Store, dict[_Key, Column]] = WeakKeyDictionary()
_lock = threading.Lock()


@dataclass(frozen=True, slots=True)
class Column:
    """Rows of one series by last month: of single months, and of the months since January; values of the former,
    and the newest release. A series without single months, such as one of whole years, has the latter in both.
    Read-only.
    """

    by_month: ByMonth[PackedRow]
    since_january: Mapping[int, PackedRow]
    values: ByMonth[float]
    released: int


def columns(
    store: Store, ids: Iterable[int], *, with_sums: bool = False, as_of: date | None = None
) -> dict[int, Column]:
    """A column for each series, empty ones too. `with_sums` asks for periods of several months as well."""
    version, wanted = store.version(), sorted(set(ids))
    with _lock:
        kept = _kept.setdefault(store, {})
        found = {one: kept[key] for one in wanted if (key := (version, with_sums, as_of, one)) in kept}
    missing = [one for one in wanted if one not in found]
    if missing:
        new = _asked(store, missing, with_sums=with_sums, as_of=as_of)
        if alone := [] if with_sums else [one for one, column in new.items() if not column.values]:
            new |= _asked(store, alone, with_sums=True, as_of=as_of)
        found |= new
        with _lock:
            kept.update({(version, with_sums, as_of, one): column for one, column in new.items()})
            for key in list(kept)[: max(len(kept) - MOST_KEPT, 0)]:
                del kept[key]
    return found


def _asked(store: Store, ids: Sequence[int], *, with_sums: bool, as_of: date | None) -> dict[int, Column]:
    answer = store.packed_rows(ids, months=None if with_sums else 1, as_of=as_of)
    return {one: _column(one, _of_series(answer, one), with_sums=with_sums) for one in ids}


def forget(store: Store) -> None:
    """Ask for everything anew; for measurements."""
    with _lock:
        _kept.pop(store, None)


def _of_series(answer: Sequence[PackedRow], number: int) -> Sequence[PackedRow]:
    start = bisect_left(answer, number * SERIES, key=_PLACE)
    return answer[start : bisect_left(answer, (number + 1) * SERIES, start, key=_PLACE)]


def _column(number: int, rows: Sequence[PackedRow], *, with_sums: bool) -> Column:
    """January alone is a month and the months since January at once."""
    before, sums = number * SERIES + LENGTH, {}
    if with_sums:
        periods = [divmod(place % SERIES, LENGTH) for place in map(_PLACE, rows)]
        sums = {last: row for (n, last), row in zip(periods, rows, strict=True) if n == last % MONTHS_IN_YEAR + 1}
        rows = [row for (n, _), row in zip(periods, rows, strict=True) if n == 1]
    by_month, values = _by_month(rows, before) if rows else _by_last(sums)
    newest = max([*rows, *sums.values()], key=_ORIGIN, default=None)
    return Column(by_month, sums, values, released=day_of(newest) if newest else 0)


def _by_last(sums: Mapping[int, PackedRow]) -> tuple[ByMonth[PackedRow], ByMonth[float]]:
    months = sorted(sums)
    rows = [sums[month] for month in months]
    return ByMonth.of(months, rows), ByMonth.of(months, list(map(_VALUE, rows)))


def _by_month(rows: Sequence[PackedRow], before: int) -> tuple[ByMonth[PackedRow], ByMonth[float]]:
    """Rows of single months and their values; mostly no month is missing, and then none is looked at."""
    values = list(map(_VALUE, rows))
    if rows and rows[-1][0] - rows[0][0] + 1 == len(rows):
        first = rows[0][0] - before
        return ByMonth(first, rows), ByMonth(first, values)
    months = [row[0] - before for row in rows]
    return ByMonth.of(months, rows), ByMonth.of(months, values)
