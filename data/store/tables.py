"""Questions about whole tables: one month of a table, its newest period, and what an area has of all tables.

Each is one statement that finds the series by their place and looks every figure up by its key, as fast as a second
index on the period, which would cost half as much space again.
"""

from __future__ import annotations

from datetime import date
from functools import cache

from data.period import Period
from data.store.codes import LENGTH, STATUSES, period_code, period_of
from data.store.model import Coverage, Figure, Series
from data.store.questions import IN_FORCE, FigureQuestions, in_force, moment_of

MonthRow = tuple[int, int, float, int]
"""series, status code, value, release."""

_UNSAID = len(STATUSES)
"""A figure without a status ranks behind all that have one."""


class TableQuestions(FigureQuestions):
    """Part of `Store`."""

    def month_table(
        self, table: str, period: Period, *, area: str | None = None, as_of: date | None = None
    ) -> list[tuple[Series, Figure]]:
        """Every figure of one table for one period, with its series, in the order of the series."""
        known, rows = self.all_series(), self.month_rows(table, period, area=area, as_of=as_of)
        days = self.days_of_release()
        return [
            (known[series], Figure(series, period, value, STATUSES[status], days[release], release))
            for series, status, value, release in rows
        ]

    def month_rows(
        self, table: str, period: Period, *, area: str | None = None, as_of: date | None = None
    ) -> list[MonthRow]:
        """`month_table` as plain tuples; every column more, such as the period asked for, would cost a twentieth."""
        place = (table,) if area is None else (table, area)
        question = _month_question(area is not None, as_of is not None)
        return self.database.rows(question, (period_code(period), *moment_of(as_of), *place))

    def latest_period(
        self, table: str | None, area: str | None = None, as_of: date | None = None, *, months: int = 1
    ) -> Period | None:
        """The last period of that length for which a table, or any table of an area, has a figure."""
        where, place = _place(table, area)
        sql = (
            "SELECT max((SELECT period FROM figure WHERE series_id = s.id AND period >= ? AND period < ?"
            f" AND {in_force(as_of)} ORDER BY period DESC LIMIT 1)) FROM series s WHERE {where}"
        )
        span = (months * LENGTH, (months + 1) * LENGTH)
        newest = self.database.rows(sql, (*span, *moment_of(as_of), *place))[0][0]
        return period_of(newest) if newest else None

    def coverage(self, area: str, *, start: Period, end: Period, as_of: date | None = None) -> list[Coverage]:
        """For each table of an area: its months between `start` and `end`, how certain each is, how many figures."""
        certainty = f"CASE f.status WHEN 0 THEN {_UNSAID} ELSE f.status END"
        sql = (
            f"SELECT s.table_code, f.period, min({certainty}), count(*) FROM series s"
            f" JOIN figure f ON f.series_id = s.id AND f.period BETWEEN ? AND ? AND {in_force(as_of)}"
            " WHERE s.area = ? GROUP BY s.table_code, f.period ORDER BY s.table_code, f.period"
        )
        span = (LENGTH + start.first, LENGTH + end.last)
        found: dict[str, Coverage] = {}
        for table, code, least, number in self.database.rows(sql, (*span, *moment_of(as_of), area)):
            known = found.get(table, Coverage(table, {}, 0))
            status = STATUSES[least % _UNSAID]
            found[table] = Coverage(table, {**known.months, period_of(code): status}, known.figures + number)
        return list(found.values())


@cache
def _month_question(in_one_area: bool, as_of: bool) -> str:
    """The statement of `month_rows`; parameters: period, the day twice, table, area."""
    return (
        "SELECT f.series_id, f.status, f.value, f.release_id FROM series s"
        f" JOIN figure f ON f.series_id = s.id AND f.period = ? AND {IN_FORCE[as_of]}"
        f" WHERE s.table_code = ?{' AND s.area = ?' if in_one_area else ''} ORDER BY s.id"
    )


def _place(table: str | None, area: str | None) -> tuple[str, tuple[str, ...]]:
    """Condition and parameters for the series of an area, of a table, or of both."""
    asked = {"s.area = ?": area, "s.table_code = ?": table}
    given = {condition: value for condition, value in asked.items() if value is not None}
    return " AND ".join(given) or "TRUE", tuple(given.values())
