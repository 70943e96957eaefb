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

from data.period import MONTHS_IN_YEAR
from data.store import Store
from data.store.codes import LENGTH
from data.store.packed import SERIES, PackedRow, day_of

MOST_KEPT = 600
_PLACE, _ORIGIN = itemgetter(0), itemgetter(2)
_Key = tuple[int, bool, date | None, int]
_kept: WeakKeyDictionary[Store, dict[_Key, Column]] = WeakKeyDictionary()
_lock = threading.Lock()


@dataclass(frozen=True, slots=True)
class Column:
    """Rows of one series by last month: of single months, and of the months since January; values of the former,
    and the newest release. Read-only.
    """

    by_month: Mapping[int, PackedRow]
    since_january: Mapping[int, PackedRow]
    values: dict[int, float]
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
        answer = store.packed_rows(missing, months=None if with_sums else 1, as_of=as_of)
        new = {one: _column(one, _of_series(answer, one), with_sums=with_sums) for one in missing}
        found |= new
        with _lock:
            kept.update({(version, with_sums, as_of, one): column for one, column in new.items()})
            for key in list(kept)[: max(len(kept) - MOST_KEPT, 0)]:
                del kept[key]
    return found


def forget(store: Store) -> None:
    """Ask for everything anew; for measurements."""
    with _lock:
        _kept.pop(store, None)


def _of_series(answer: Sequence[PackedRow], number: int) -> Sequence[PackedRow]:
    start = bisect_left(answer, number * SERIES, key=_PLACE)
    return answer[start : bisect_left(answer, (number + 1) * SERIES, start, key=_PLACE)]


def _column(number: int, rows: Sequence[PackedRow], *, with_sums: bool) -> Column:
    """January alone is a month and the months since January at once."""
    if not rows:
        return Column({}, {}, {}, 0)
    if with_sums:
        periods = [divmod(place % SERIES, LENGTH) for place in map(_PLACE, rows)]
        placed = list(zip(periods, rows, strict=True))
        monthly = {last: row for (months, last), row in placed if months == 1}
        sums = {last: row for (months, last), row in placed if months == last % MONTHS_IN_YEAR + 1}
        values = {last: row[1] for last, row in monthly.items()}
    else:  # single months alone were asked for
        places, given, _ = zip(*rows, strict=True)
        before = number * SERIES + LENGTH
        months = [place - before for place in places]
        monthly, sums, values = dict(zip(months, rows, strict=True)), {}, dict(zip(months, given, strict=True))
    return Column(monthly, sums, values, day_of(max(rows, key=_ORIGIN)))
