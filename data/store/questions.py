"""Questions about figures, now or as of a date."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from functools import lru_cache
from typing import Any

from data.period import Period
from data.store.codes import DAY_SPAN, LENGTH, OPEN, STATUSES, period_code, period_of
from data.store.model import Coverage, Figure, Revision, Series
from data.store.series import SeriesQuestions

Row = tuple[int, int, int, float, int, int, int]
"""series, last month ordinal, months, value, status code, released (day number), release."""

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
        """Figures of whole months as plain tuples, the fast path. Sorted by series and last month.

        Each is (series, last month ordinal, months, value, status code, released day number, release).
        `months` asks for periods of that length only; `start` and `end` bound the last month.
        """
        asked = sorted(set(series_ids))
        moment = _moment(as_of)
        first, last = (start.first if start else 0), (end.last if end else LENGTH - 1)
        span = (months * LENGTH + first, months * LENGTH + last) if months else (first, last)
        if len(asked) <= MANY:
            return self.database.rows(_row_question(len(asked), months, bool(moment)), (*asked, *span, *moment))
        batches = [asked[at : at + MANY] for at in range(0, len(asked), MANY)]
        return [
            row
            for some in batches
            for row in self.database.rows(_row_question(len(some), months, bool(moment)), (*some, *span, *moment))
        ]

    def first_rows(self, series_ids: Iterable[int], *, months: int, as_of: date | None = None) -> list[Row]:
        """Figures of periods of that length as they were first released, in the form and order of `rows`."""
        found: list[Row] = []
        until = as_of.toordinal() if as_of else OPEN
        for some in _batches(sorted(set(series_ids))):
            found += self.database.rows(_first_question(len(some), months), (*some, until))
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
        found = [_figure_of_row(row) for row in self.rows(asked, start=start, end=end, months=months, as_of=as_of)]
        if months is None:
            found += self._day_spans(asked, start, end, as_of)
            found.sort(key=lambda figure: (figure.series_id, figure.period))
        return found

    def figure(self, series_id: int, period: Period, *, as_of: date | None = None) -> Figure | None:
        """The figure in force of one series and period."""
        sql = f"{_FIGURE} WHERE series_id = ? AND period = ? AND {_in_force(as_of)}"
        rows = self.database.rows(sql, (series_id, period_code(period), *_moment(as_of)))
        return _figure(rows[0]) if rows else None

    def month_table(
        self, table: str, period: Period, *, area: str | None = None, as_of: date | None = None
    ) -> list[tuple[Series, Figure]]:
        """Every figure of one table for one period, with its series, in the order of the series.

        Looked up series by series in the clustered table: as fast as a second index on the period, which would cost
        half as much space again.
        """
        known = self.all_series()
        return [(known[row[0]], _figure(row)) for row in self.month_rows(table, period, area=area, as_of=as_of)]

    def month_rows(
        self, table: str, period: Period, *, area: str | None = None, as_of: date | None = None
    ) -> list[tuple[int, int, float, int, int, int]]:
        """`month_table` as plain tuples: (series, period code, value, status code, released day number, release)."""
        asked, code, moment = self.ids_of(table, area), period_code(period), _moment(as_of)
        found: list[tuple[int, int, float, int, int, int]] = []
        for some in _batches(asked):
            question = _month_question(len(some), bool(moment))
            found += self.database.rows(question, (*some, code, *moment))
        return found

    def latest_period(
        self, table: str, area: str | None = None, as_of: date | None = None, *, months: int = 1
    ) -> Period | None:
        """The last period of that length for which a table has any figure."""
        newest = 0
        low, high = months * LENGTH, (months + 1) * LENGTH
        for some in _batches(self.ids_of(table, area)):
            sql = (
                f"SELECT max(period) FROM figure WHERE series_id IN ({_marks(some)})"
                f" AND period >= ? AND period < ? AND {_in_force(as_of)}"
            )
            newest = max(newest, self.database.rows(sql, (*some, low, high, *_moment(as_of)))[0][0] or 0)
        return period_of(newest) if newest else None

    def periods(self, series_ids: Iterable[int], *, as_of: date | None = None) -> list[Period]:
        """All periods for which the series have figures, in order."""
        codes: set[int] = set()
        for some in _batches(sorted(set(series_ids))):
            sql = f"SELECT DISTINCT period FROM figure WHERE series_id IN ({_marks(some)}) AND {_in_force(as_of)}"
            codes |= {row[0] for row in self.database.rows(sql, (*some, *_moment(as_of)))}
        return sorted(map(period_of, codes))

    def coverage(self, area: str, *, start: Period, end: Period, as_of: date | None = None) -> list[Coverage]:
        """For each table of an area: the months between `start` and `end` with figures, and how many figures."""
        tables: dict[str, list[int]] = {}
        for one in self.find_series(areas=[area]):
            tables.setdefault(one.table, []).append(one.id)
        answer = []
        for table, ids in sorted(tables.items()):
            counted: dict[int, int] = {}
            for some in _batches(ids):
                sql = (
                    f"SELECT period % {LENGTH}, count(*) FROM figure WHERE series_id IN ({_marks(some)})"
                    f" AND period < {DAY_SPAN} AND period % {LENGTH} BETWEEN ? AND ? AND {_in_force(as_of)} GROUP BY 1"
                )
                for last, number in self.database.rows(sql, (*some, start.first, end.last, *_moment(as_of))):
                    counted[last] = counted.get(last, 0) + number
            months = tuple(Period(last, last) for last in sorted(counted))
            answer.append(Coverage(table, months, sum(counted.values())))
        return answer

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
        sql, parameters = _revision_question(release_id, period, asked, limit)
        known, ranks = self.all_series(), self.ranks()
        before: dict[tuple[int, ...], tuple[Any, ...]] = {}
        for row in self.database.rows(sql, parameters):  # re-issues of one day meet each other: the nearest one counts
            new, old = (row[0], row[1], row[5]), row[9]
            if ranks[old] < ranks[row[5]] and (new not in before or ranks[before[new][9]] < ranks[old]):
                before[new] = row
        pairs = [(_figure((*row[:2], *row[6:10])), _figure(row[:6])) for row in before.values()]
        return [Revision(known[new.series_id], new.period, old, new) for old, new in pairs]

    def ranks(self) -> dict[int, int]:
        """Place of each accepted release in the order of publication."""
        sql = "SELECT id FROM release WHERE state = 'accepted' ORDER BY released, modified, sha256, id"
        return {row[0]: rank for rank, row in enumerate(self.database.rows(sql))}

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
            sql = f"{_FIGURE} WHERE series_id IN ({_marks(some)}) AND period >= ? AND {_in_force(as_of)}"
            found += [_figure(row) for row in self.database.rows(sql, (*some, DAY_SPAN, *_moment(as_of)))]
        return [f for f in found if (not start or f.period.end >= start.start) and (not end or f.period.end <= end.end)]


_IN_FORCE = {False: f"superseded = {OPEN}", True: "released <= ? AND superseded > ?"}
_FIGURE = "SELECT series_id, period, value, status, released, release_id FROM figure"


def _revision_question(
    release_id: int | None, period: Period | None, asked: Sequence[int] | None, limit: int | None
) -> tuple[str, tuple[object, ...]]:
    conditions, parameters = ["TRUE"], []
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
        " AND old.superseded = new.released AND old.release_id <> new.release_id"
        f" WHERE {' AND '.join(conditions)} ORDER BY new.released DESC, new.series_id, new.period"
    )
    return (f"{sql} LIMIT {int(limit)}" if limit else sql), tuple(parameters)


@lru_cache(maxsize=256)
def _row_question(number: int, months: int | None, as_of: bool) -> str:
    """The statement of `rows` for that many series; parameters: series, first and last, and the day twice."""
    split = f"period - {months * LENGTH}, {months}" if months else f"period % {LENGTH}, period / {LENGTH}"
    span = "period BETWEEN ? AND ?" if months else f"period < {DAY_SPAN} AND period % {LENGTH} BETWEEN ? AND ?"
    order = "series_id, period" if months else f"series_id, period % {LENGTH}, period"
    return (
        f"SELECT series_id, {split}, value, status, released, release_id FROM figure"
        f" WHERE series_id IN ({','.join('?' * number)}) AND {span} AND {_IN_FORCE[as_of]} ORDER BY {order}"
    )


@lru_cache(maxsize=256)
def _first_question(number: int, months: int) -> str:
    """All versions released until a day, oldest first within a figure."""
    low, high = months * LENGTH, (months + 1) * LENGTH
    return (
        f"SELECT series_id, period - {low}, {months}, value, status, released, release_id FROM figure"
        f" WHERE series_id IN ({','.join('?' * number)}) AND period >= {low} AND period < {high} AND released <= ?"
        " ORDER BY series_id, period, released, superseded"
    )


@lru_cache(maxsize=256)
def _month_question(number: int, as_of: bool) -> str:
    return f"{_FIGURE} WHERE series_id IN ({','.join('?' * number)}) AND period = ? AND {_IN_FORCE[as_of]}"


def _in_force(as_of: date | None) -> str:
    """The version in force now, or on a date; a date before any release finds nothing."""
    return _IN_FORCE[as_of is not None]


def _moment(as_of: date | None) -> tuple[int, ...]:
    return (as_of.toordinal(), as_of.toordinal()) if as_of else ()


def _marks(values: Sequence[object]) -> str:
    return ",".join("?" * len(values))


def _batches(values: Sequence[int]) -> list[Sequence[int]]:
    return [values[at : at + MANY] for at in range(0, len(values), MANY)]


def _figure(row: Sequence[Any]) -> Figure:
    series_id, period, value, status, released, release_id = row[:6]
    return Figure(series_id, period_of(period), value, STATUSES[status], date.fromordinal(released), release_id)


def _figure_of_row(row: Row) -> Figure:
    series_id, last, months, value, status, released, release_id = row
    period = period_of(months * LENGTH + last)
    return Figure(series_id, period, value, STATUSES[status], date.fromordinal(released), release_id)
