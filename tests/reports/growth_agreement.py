"""growth-agreement.csv: every published growth that can be computed again from published figures, and why they differ.

`basis` says what it was computed from. `one_release`: two levels of one workbook, like with like, which is all that the
dashboard ever divides. `base_index`: two levels of consumer prices on one base, which are final when printed;
`spliced`: on two bases, joined over the month in which the base changed. `average_rule`: consumer prices averaged by
the office's geometric rule. `two_releases`: the earlier level was printed in an earlier workbook only and has been
restated since; it shows why the published ratio counts. indicators/AGREEMENT.md lists the causes with their counts.
"""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path

import numpy as np

from data.observation import Comparison, Measure, Observation
from data.period import Period
from indicators.chaining import splice_factor
from tests.reports._growth_causes import (
    AVERAGE_RULE,
    BASE_INDEX,
    ONE_RELEASE,
    PRICE_BASES_FROM,
    PRICES,
    SPLICED,
    TWO_RELEASES,
    Level,
    cause_of,
    half_unit,
    printed_digits,
)
from tests.reports._national import observations

COLUMNS = (
    "file", "sheet", "cell", "table", "item", "parent", "area", "index_of", "comparison", "period", "published",
    "recomputed", "difference", "printed_digits", "basis", "agrees", "cause",
)  # fmt: skip
LEVEL_TABLES = ("retail_sales", "goods_exports", "goods_imports", "industrial_output_value", "industrial_products")
IS_RATIO = (Measure.INDEX, Measure.GROWTH)
HALF = 0.5

Key = tuple[str, str, tuple[str, ...], str, str]


def write(folder: Path) -> None:
    """Write the table and a summary by basis, table and cause; both are empty of rows where no workbook is there."""
    rows = list(compared(observations()))
    with (folder / "growth-agreement.csv").open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, COLUMNS)
        writer.writeheader()
        writer.writerows(rows)
    with (folder / "growth-agreement-summary.csv").open("w", encoding="utf-8", newline="") as stream:
        summary = csv.writer(stream)
        summary.writerow(["basis", "table", "cause", "figures", "share_of_table_pct"])
        totals = Counter((str(row["basis"]), str(row["table"])) for row in rows)
        counts = Counter((str(row["basis"]), str(row["table"]), str(row["cause"])) for row in rows)
        for (basis, table, cause), count in sorted(counts.items()):
            summary.writerow([basis, table, cause, count, round(100 * count / totals[basis, table], 1)])


@dataclass
class Known:
    """What was printed until now: levels, and of consumer prices growth on year and on month, by item and period."""

    levels: dict[tuple[Key, Period], Level] = field(default_factory=dict)
    yearly: dict[tuple[Key, Period], float] = field(default_factory=dict)
    monthly: dict[tuple[Key, Period], float] = field(default_factory=dict)

    def learn(self, file: str, one: Observation) -> None:
        """Keep a figure that others are computed from."""
        at = _key(one), one.period
        if _is_level(one):
            self.levels[at] = Level(one.value, one.base, file, one.unit)
        elif one.table == PRICES and one.measure in IS_RATIO and one.period.months == 1:
            month = one.period.end.month
            if one.comparison is Comparison.SAME_MONTH_PREVIOUS_YEAR or (_on_december(one) and month == 12):
                self.yearly[at] = _as_index(one)
            if one.comparison is Comparison.PREVIOUS_MONTH or (_on_december(one) and month == 1):
                self.monthly[at] = _as_index(one)


def compared(found: Iterable[tuple[str, Observation]]) -> Iterator[dict[str, object]]:
    """One row for each published growth whose two levels, or whose months of the average, are known by then."""
    known = Known()
    for file, group in groupby(found, key=lambda pair: pair[0]):
        mine = [one for _, one in group]
        for one in mine:
            known.learn(file, one)
        for one in mine:
            row = _row(file, one, known)
            if row:
                yield row


def _key(one: Observation) -> Key:
    """Item and kind of level: an index of a table with one level only names none."""
    kind = "volume" if one.measure is Measure.VOLUME or one.index_of == "volume" else "value"
    if one.table == "industrial_products":
        kind = "volume"
    return one.table, one.item.casefold(), one.parents, one.area, kind


def _is_level(one: Observation) -> bool:
    if one.table == PRICES:
        return one.measure is Measure.INDEX and one.comparison is Comparison.BASE_PERIOD
    is_flow = one.measure in (Measure.VALUE, Measure.VOLUME)
    return one.table in LEVEL_TABLES and is_flow and one.comparison is Comparison.NONE


def _on_december(one: Observation) -> bool:
    """In December this is growth on the same month of last year, in January on the previous month."""
    return one.comparison is Comparison.DECEMBER_PREVIOUS_YEAR


def _as_index(one: Observation) -> float:
    return one.value if one.measure is Measure.INDEX else one.value + 100


def _row(file: str, one: Observation, known: Known) -> dict[str, object] | None:
    if one.measure not in IS_RATIO or one.table not in (*LEVEL_TABLES, PRICES):
        return None
    if one.table == PRICES and one.comparison is Comparison.SAME_PERIOD_PREVIOUS_YEAR and one.period.months > 1:
        return _averaged(file, one, known)
    then_period = _base_of(one)
    now = known.levels.get((_key(one), one.period))
    then = known.levels.get((_key(one), then_period)) if then_period else None
    if now is None or then is None or now.file != file or then.value <= 0 or now.unit != then.unit:
        return None
    assert then_period is not None
    recomputed, basis = 100 * now.value / then.value, ONE_RELEASE if then.file == file else TWO_RELEASES
    if one.table == PRICES:
        factor = _splice(one, then_period, known)
        recomputed, basis = recomputed * factor, BASE_INDEX if factor == 1 else SPLICED
    return _line(file, one, recomputed, basis, now, then)


def _splice(one: Observation, then: Period, known: Known) -> float:
    """Old base over new base for the changes between the two months; 1 where there is none or a figure is missing."""
    product = 1.0
    for change in PRICE_BASES_FROM:
        if not then < change <= one.period:
            continue
        at = _key(one), change
        old, new = known.levels.get((_key(one), change.shift(-1))), known.levels.get(at)
        if old is None or new is None or at not in known.monthly:
            return 1.0
        product *= splice_factor(old.value, new.value, known.monthly[at])
    return product


def _averaged(file: str, one: Observation, known: Known) -> dict[str, object] | None:
    """Geometric mean of the monthly indices of the year so far, or of the quarter (DOMAIN.md B.2)."""
    months = [Period(month, month) for month in range(one.period.first, one.period.last + 1)]
    indices = [known.yearly.get((_key(one), month), 0.0) for month in months]
    if min(indices) <= 0:
        return None
    mean = float(np.exp(np.log(indices).mean()))
    rounding = sum(map(half_unit, indices)) / len(indices)
    return _line(file, one, mean, AVERAGE_RULE, rounding=rounding)


def _base_of(one: Observation) -> Period | None:
    """The period that a growth compares with, for figures that compare two levels."""
    if one.comparison is Comparison.PREVIOUS_MONTH and one.period.months == 1:
        return one.period.shift(-1)
    if one.comparison is Comparison.DECEMBER_PREVIOUS_YEAR and one.table == PRICES:
        return Period.month(one.period.end.year - 1, 12)
    if one.comparison in (Comparison.SAME_MONTH_PREVIOUS_YEAR, Comparison.SAME_PERIOD_PREVIOUS_YEAR):
        return one.period.previous_year()
    return None


def _line(
    file: str,
    one: Observation,
    recomputed: float,
    basis: str,
    now: Level | None = None,
    then: Level | None = None,
    rounding: float = 0.0,
) -> dict[str, object]:
    """The row; it agrees where the published figure, as printed, is within half its last digit."""
    published, digits = _as_index(one), printed_digits(one)
    agrees = abs(recomputed - published) <= HALF * 10**-digits + 1e-9
    cause = "agrees" if agrees else cause_of(one, published, recomputed, basis, now, then, rounding)
    return {
        "file": file, "sheet": one.origin.sheet, "cell": one.origin.cell, "table": one.table, "item": one.item,
        "parent": " > ".join(one.parents), "area": one.area, "index_of": one.index_of,
        "comparison": one.comparison.value, "period": str(one.period), "published": published,
        "recomputed": round(recomputed, 4), "difference": round(recomputed - published, 4), "printed_digits": digits,
        "basis": basis, "agrees": agrees, "cause": cause,
    }  # fmt: skip
