"""The values of one line: stored figures as they are, printed ratios, or a transformation of the registry."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from dashboard.certainty import certainty_of_rate
from dashboard.explorer.by_month import Months
from dashboard.explorer.columns import Column
from dashboard.explorer.computed import Computed, computed
from dashboard.explorer.inputs import Inputs
from dashboard.sources import SOURCES
from dashboard.transformed.find import RATIOS
from data.period import MONTHS_IN_YEAR, Period
from data.store import Series, Store
from data.store.codes import period_of
from data.store.packed import PackedRow, day_of, period_code_of, release_of, series_of, status_of
from indicators.registry import Transformation

MONTHS_BACK = {"mom": 1, "yoy": MONTHS_IN_YEAR}
COMPILATION_MONTHS = 24
"""A release that states more months of one series compiles earlier ones; its levels are of several vintages."""

FINAL_TABLES = frozenset(one.table for one in SOURCES.values() if one.is_final)


@dataclass(frozen=True, slots=True)
class Line:
    """Values by month ordinal, in order; `rows` are the stored figures behind them, by the month in which they end.

    `is_stored` says that a value is such a figure itself and not computed from it; else `made` says how. `levels` are
    the levels beside printed rates, which tell how certain a rate is that does not say so. `paired` are the months
    whose growth no table prints: it is made of two levels of one release.
    """

    series: Series
    values: Months[float]
    rows: Months[PackedRow]
    is_stored: bool
    released: int
    levels: Mapping[int, PackedRow] = field(default_factory=dict)
    made: Computed = field(default_factory=lambda: Computed({}))
    paired: frozenset[int] = frozenset()

    @property
    def step(self) -> int:
        """Months from one value to the next: those of whole years stand twelve apart, with nothing missing between."""
        months = {month % MONTHS_IN_YEAR for month in self.values} if self.made.step == 1 else set()
        return MONTHS_IN_YEAR if len(months) == 1 and len(self.values) > 1 else self.made.step

    def newest(self) -> PackedRow | None:
        """The stored figure of the last month."""
        last = next(reversed(self.rows), None)
        return None if last is None else self.rows[last]

    def period(self, month: int) -> Period:
        """The months that the value of a month is about: itself, or all since January of a series without months."""
        row = self.rows.get(month)
        return Period(month, month) if row is None else period_of(period_code_of(row))

    def status(self, month: int) -> str:
        """How certain the figure of a month is, a forecast being an estimate; empty where nothing says so."""
        row = self.rows.get(month)
        if row is None:
            return "estimate" if month in self.made.low else ""
        if printed := status_of(row):
            return printed
        if series_of(row) == self.series.id and self.series.measure not in RATIOS:
            return ""
        level = self.levels.get(month)
        return certainty_of_rate(
            level=status_of(level) if level and release_of(level) == release_of(row) else "",
            released=date.fromordinal(day_of(row)),
            month_end=Period(month, month).end,
            is_final=self.series.table in FINAL_TABLES,
        )

    def statuses(self, months: range) -> tuple[str, ...]:
        return tuple(map(self.status, months))

    def last_status(self, months: range) -> tuple[str, ...]:
        """Only that of the last value: a long line shows no other."""
        last = next((i for i in range(len(months) - 1, -1, -1) if months[i] in self.values), 0)
        return ("",) * last + (self.status(months[last]),) + ("",) * (len(months) - 1 - last)

    def figure_id(self, month: int) -> str:
        """The stored figure of a month; of a computed value, the one that it was computed from."""
        row = self.rows.get(month)
        return "" if row is None else f"{series_of(row)}:{period_of(period_code_of(row))}:{release_of(row)}"


def line_of(
    store: Store, inputs: Inputs, columns: Mapping[int, Column], how: Transformation, *,
    base: int | None, as_of: date | None,
) -> Line:  # fmt: skip
    """One line out of the columns of its inputs. `base` is the month ordinal whose level becomes 100.

    Raises Lacking and IndicatorError where the transformation cannot be made.
    """
    one, own = inputs.asked, columns[inputs.asked.id]
    if how.key == "level" and base is None:
        return Line(one, own.values, own.by_month, is_stored=True, released=own.released)
    if inputs.is_growth:
        return _growth(inputs, columns, how)
    made = computed(store, one, own, how, base=base, as_of=as_of)
    return Line(one, made.values, own.by_month, is_stored=False, released=own.released, made=made)


def _growth(inputs: Inputs, columns: Mapping[int, Column], how: Transformation) -> Line:
    """Growth in percent: as printed, by the later release where two columns print it; else from two levels of one
    release.
    """
    own = columns[inputs.asked.id].by_month
    pairs = _pairs(own, MONTHS_BACK.get(how.key, 0))
    values = {month: (now[1] / before[1] - 1) * 100 for month, now, before in pairs if before[1]}
    printed: dict[int, PackedRow] = {}
    for ratio in inputs.printed:
        column = columns[ratio.id]
        for month, row in (column.since_january if how.key == "ytd_yoy" else column.by_month).items():
            if month not in printed or day_of(printed[month]) < day_of(row):
                printed[month] = row
                values[month] = row[1] - 100 if ratio.measure == "index" else row[1]
    return Line(
        inputs.asked,
        dict(sorted(values.items())),
        dict(sorted({**dict(own.items()), **printed}.items())),
        is_stored=bool(printed),
        released=max(columns[one].released for one in inputs.ids()),
        levels=own,
        paired=frozenset(values) - frozenset(printed),
    )


def _pairs(own: Mapping[int, PackedRow], back: int) -> list[tuple[int, PackedRow, PackedRow]]:
    """Figures with the one that many months before, where both stand in one release that compiles no others."""
    if not back:
        return []
    releases = {month: release_of(row) for month, row in own.items()}
    counts = Counter(releases.values())
    return [
        (month, own[month], own[month - back])
        for month, release in releases.items()
        if releases.get(month - back) == release and counts[release] <= COMPILATION_MONTHS
    ]
