"""Questions about figures, now or as of a date."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from functools import lru_cache
from typing import Any

from data.period import Period
from data.store.codes import DAY_SPAN, LENGTH, OPEN, STATUSES, period_code, period_of
from data.store.model import Figure, Revision
from data.store.packed import PACKED, PackedRow
from data.store.series import SeriesQuestions

Row = tuple[int, int, float, int, int, int]
"""series, period code, value, status code, released (day number), release."""

NEWEST_RELEASES = 6
"""So many are asked first for what was revised last."""
MANY = 500
"""Series asked for in one statement; both engines take far more parameters."""


class FigureQuestions(SeriesQuestions):
    """Part of `Store`."""

    def rows(
        self,
        series_ids: Iterable[int],
        *,
        start: Period | None = None,
        end: Period | None = None,
        months: int | None = None,
        as_of: date | None = None,
    ) -> list[Row]:
        """Figures of whole months as plain tuples, the fast path. Sorted by series, length of period and last month.

        Each is (series, period code, value, status code, released day number, release); nothing is worked out in the
        statement, since that alone would cost a tenth of a chart's question. `months` asks for periods of that length
        only; `start` and `end` bound the last month.
        """
        first, last = (start.first if start else 0), (end.last if end else LENGTH - 1)
        return self._whole_months(FIGURE, series_ids, first, last, months, as_of)

    def packed_rows(
        self, series_ids: Iterable[int], *, months: int | None = None, as_of: date | None = None
    ) -> list[PackedRow]:
        """All of `rows`, in its order, as three numbers a figure: the faster path of whole series."""
        return self._whole_months(PACKED_FIGURE, series_ids, 0, LENGTH - 1, months, as_of)

    def _whole_months(
        self, selected: str, series_ids: Iterable[int], first: int, last: int, months: int | None, as_of: date | None
    ) -> list[tuple[Any, ...]]:
        asked = sorted(set(series_ids))
        moment = moment_of(as_of)
        span = (months * LENGTH + first, months * LENGTH + last) if months else (first, last)
        if len(asked) <= MANY:
            question = _row_question(selected, len(asked), bool(months), bool(moment))
            return self.database.rows(question, (*asked, *span, *moment))
        return [
            row
            for some in _batches(asked)
            for row in self.database.rows(
                _row_question(selected, len(some), bool(months), bool(moment)), (*some, *span, *moment)
            )
        ]

    def first_rows(self, series_ids: Iterable[int], *, months: int, as_of: date | None = None) -> list[Row]:
        """Figures of periods of that length as they were first released, in the form and order of `rows`."""
        found: list[Row] = []
        until = as_of.toordinal() if as_of else OPEN
        span = (months * LENGTH, (months + 1) * LENGTH)
        for some in _batches(sorted(set(series_ids))):
            found += self.database.rows(_first_question(len(some)), (*some, *span, until))
        first = {row[:2]: row for row in reversed(found)}
        return [first[key] for key in sorted(first)]

    def figures(
        self,
        series_ids: Iterable[int],
        *,
        start: Period | None = None,
        end: Period | None = None,
        months: int | None = None,
        as_of: date | None = None,
    ) -> list[Figure]:
        """Figures in force, sorted by series and period; spans of days come last where no length is asked for."""
        asked = sorted(set(series_ids))
        found = [figure_of(row) for row in self.rows(asked, start=start, end=end, months=months, as_of=as_of)]
        if months is None:
            found += self._day_spans(asked, start, end, as_of)
            found.sort(key=lambda figure: (figure.series_id, figure.period))
        return found

    def figure(self, series_id: int, period: Period, *, as_of: date | None = None) -> Figure | None:
        """The figure in force of one series and period."""
        sql = f"{FIGURE} WHERE series_id = ? AND period = ? AND {in_force(as_of)}"
        rows = self.database.rows(sql, (series_id, period_code(period), *moment_of(as_of)))
        return figure_of(rows[0]) if rows else None

    def periods(self, series_ids: Iterable[int], *, as_of: date | None = None) -> list[Period]:
        """All periods for which the series have figures, in order."""
        codes: set[int] = set()
        for some in _batches(sorted(set(series_ids))):
            sql = f"SELECT DISTINCT period FROM figure WHERE series_id IN ({_marks(some)}) AND {in_force(as_of)}"
            codes |= {row[0] for row in self.database.rows(sql, (*some, *moment_of(as_of)))}
        return sorted(map(period_of, codes))

    def months_of_series(self) -> dict[int, tuple[int, int]]:
        """First and last month of every series that has figures of single months, as ordinals."""
        sql = (
            "SELECT series_id, min(period), max(period) FROM figure"
            f" WHERE period BETWEEN ? AND ? AND {in_force(None)} GROUP BY series_id"
        )
        found = self.database.rows(sql, (LENGTH, 2 * LENGTH - 1))
        return {number: (first - LENGTH, last - LENGTH) for number, first, last in found}

    def revisions(
        self,
        *,
        release_id: int | None = None,
        table: str | None = None,
        area: str | None = None,
        period: Period | None = None,
        series_id: int | None = None,
        limit: int | None = None,
    ) -> list[Revision]:
        """Pairs of successive versions, newest release first: what changed and by how much."""
        asked = self._asked_series(table, area, series_id)
        is_of_all = asked is None and release_id is None and period is None
        rows = self._newest_revisions(limit) if limit and is_of_all else None
        if rows is None:
            rows = self.database.rows(*_revision_question(release_id, period, asked, limit))
        known, ranks = self.all_series(), self.ranks()
        before: dict[tuple[int, ...], tuple[Any, ...]] = {}
        for row in rows:  # re-issues of one day meet each other: the nearest one counts
            new, old = (row[0], row[1], row[5]), row[9]
            if ranks[old] < ranks[row[5]] and (new not in before or ranks[before[new][9]] < ranks[old]):
                before[new] = row
        pairs = [(figure_of((*row[:2], *row[6:10])), figure_of(row[:6])) for row in before.values()]
        return [Revision(known[new.series_id], new.period, old, new) for old, new in pairs]

    def _newest_revisions(self, limit: int) -> list[tuple[Any, ...]] | None:
        """Revisions by the newest releases alone, where these have enough: looking all figures up would take longer."""
        since = self.database.rows(
            "SELECT released FROM release WHERE state = 'accepted' ORDER BY released DESC LIMIT 1 OFFSET ?",
            (NEWEST_RELEASES - 1,),
        )
        if not since:
            return None
        rows = self.database.rows(*_revision_question(None, None, None, limit, since=since[0][0]))
        return rows if len(rows) == limit else None

    def ranks(self) -> dict[int, int]:
        """Place of each accepted release in the order of publication."""
        sql = "SELECT id FROM release WHERE state = 'accepted' ORDER BY released, modified, sha256, id"
        return {row[0]: rank for rank, row in enumerate(self.database.rows(sql))}

    def days_of_release(self) -> dict[int, date]:
        """The day on which each release was published."""
        return {row[0]: date.fromordinal(row[1]) for row in self.database.rows("SELECT id, released FROM release")}

    def _asked_series(self, table: str | None, area: str | None, series_id: int | None) -> list[int] | None:
        if series_id is not None:
            return [series_id]
        if table is None and area is None:
            return None
        return [s.id for s in self.find_series(table=table, areas=[area] if area else None)]

    def _day_spans(
        self, asked: Sequence[int], start: Period | None, end: Period | None, as_of: date | None
    ) -> list[Figure]:
        found = []
        for some in _batches(asked):
            sql = f"{FIGURE} WHERE series_id IN ({_marks(some)}) AND period >= ? AND {in_force(as_of)}"
            found += [figure_of(row) for row in self.database.rows(sql, (*some, DAY_SPAN, *moment_of(as_of)))]
        return [f for f in found if (not start or f.period.end >= start.start) and (not end or f.period.end <= end.end)]


IN_FORCE = {False: f"superseded = {OPEN}", True: "superseded > ? AND released <= ?"}
"""Both columns stand at the front of a stored row (see the schema), so that other versions are passed over early."""
FIGURE = "SELECT series_id, period, value, status, released, release_id FROM figure"
PACKED_FIGURE = f"SELECT {PACKED} FROM figure"


def _revision_question(
    release_id: int | None,
    period: Period | None,
    asked: Sequence[int] | None,
    limit: int | None,
    *,
    since: int | None = None,
) -> tuple[str, tuple[object, ...]]:
    conditions, parameters = ["TRUE" if since is None else f"new.released >= {since}"], []
    if asked is not None:
        conditions.append(f"new.series_id IN ({', '.join(str(int(i)) for i in asked) or '-1'})")
    for column, value in (("release_id", release_id), ("period", period_code(period) if period else None)):
        if value is not None:
            conditions.append(f"new.{column} = ?")
            parameters.append(value)
    sql = (
        "SELECT new.series_id, new.period, new.value, new.status, new.released, new.release_id,"
        " old.value, old.status, old.released, old.release_id FROM figure AS new"
        " JOIN figure AS old ON old.series_id = new.series_id AND old.period = new.period"
        " AND old.release_id <> new.release_id AND old.superseded <= new.released"  # a bound for the key
        " AND (old.superseded = new.released OR old.superseded < 0 AND old.released = new.released)"
        f" WHERE {' AND '.join(conditions)} ORDER BY new.released DESC, new.series_id, new.period"
    )
    return (f"{sql} LIMIT {int(limit)}" if limit else sql), tuple(parameters)


@lru_cache(maxsize=256)
def _row_question(selected: str, number: int, of_one_length: bool, as_of: bool) -> str:
    """The statement of `rows` for that many series; parameters: series, first and last, and the day twice."""
    span = "period BETWEEN ? AND ?" if of_one_length else f"period < {DAY_SPAN} AND period % {LENGTH} BETWEEN ? AND ?"
    marks = ",".join("?" * number)
    return f"{selected} WHERE series_id IN ({marks}) AND {span} AND {IN_FORCE[as_of]} ORDER BY series_id, period"


@lru_cache(maxsize=256)
def _first_question(number: int) -> str:
    """All versions that were in force at the end of some day, released until a day, oldest first within a figure."""
    return (
        f"{FIGURE} WHERE series_id IN ({','.join('?' * number)}) AND period >= ? AND period < ? AND superseded > 0"
        " AND released <= ? ORDER BY series_id, period, superseded"
    )


def in_force(as_of: date | None) -> str:
    """The version in force now, or on a date; a date before any release finds nothing."""
    return IN_FORCE[as_of is not None]


def moment_of(as_of: date | None) -> tuple[int, ...]:
    """The parameters of `in_force`."""
    return (as_of.toordinal(), as_of.toordinal()) if as_of else ()


def _marks(values: Sequence[object]) -> str:
    return ",".join("?" * len(values))


def _batches(values: Sequence[int]) -> list[Sequence[int]]:
    return [values[at : at + MANY] for at in range(0, len(values), MANY)]


def figure_of(row: Sequence[Any]) -> Figure:
    """One row of `FIGURE` as a figure."""
    series_id, period, value, status, released, release_id = row[:6]
    return Figure(series_id, period_of(period), value, STATUSES[status], date.fromordinal(released), release_id)
