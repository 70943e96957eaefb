"""growth-agreement.csv: every published growth that can be computed again from published levels, and why they differ.

Last year's level is the one last released before the figure. Where it is not the level that the office itself divided
by, the row says what kind of difference that is.
"""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from data.observation import Comparison, Measure, Observation
from data.period import Period
from tests.reports._national import observations

COLUMNS = (
    "file", "sheet", "cell", "table", "item", "parent", "area", "comparison", "period", "published", "recomputed",
    "difference", "printed_digits", "agrees", "cause",
)  # fmt: skip
LEVEL_TABLES = ("retail_sales", "goods_exports", "goods_imports", "industrial_output_value")
PRICES = "consumer_price_index"
YEAR_ON_YEAR = (Comparison.SAME_MONTH_PREVIOUS_YEAR, Comparison.SAME_PERIOD_PREVIOUS_YEAR)
MOST_DIGITS = 2
TYPING_FACTOR = 1.9
REBASING_SHARE = 0.05
HANOI_MERGER, HANOI_SETTLED = Period.month(2008, 8), Period.month(2009, 8)
PRICE_BASES_FROM = (Period.month(2006, 5), Period.month(2009, 11), Period.month(2016, 1), Period.month(2020, 8))
CORRECT = "agrees"

Key = tuple[str, str, tuple[str, ...], str]


@dataclass(frozen=True)
class Level:
    """A published level: value, its base and the workbook it stood in."""

    value: float
    base: str
    file: str


def write(folder: Path) -> None:
    """Write the table and a summary by table and cause; both are empty of rows where no workbook is there."""
    rows = list(compared(observations()))
    with (folder / "growth-agreement.csv").open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, COLUMNS)
        writer.writeheader()
        writer.writerows(rows)
    with (folder / "growth-agreement-summary.csv").open("w", encoding="utf-8", newline="") as stream:
        summary = csv.writer(stream)
        summary.writerow(["table", "cause", "figures", "share_of_table_pct"])
        totals = Counter(str(row["table"]) for row in rows)
        for (table, cause), count in sorted(Counter((str(r["table"]), str(r["cause"])) for r in rows).items()):
            summary.writerow([table, cause, count, round(100 * count / totals[table], 1)])


def compared(found: Iterable[tuple[str, Observation]]) -> Iterator[dict[str, object]]:
    """One row for each published year-on-year index whose two levels are known."""
    known: dict[tuple[Key, Period], Level] = {}
    for file, group in _by_file(found):
        for one in group:
            if _is_level(one):
                known[_key(one), one.period] = Level(one.value, one.base, file)
        for one in group:
            if _is_growth(one) and (row := _row(file, one, known)):
                yield row


def _by_file(found: Iterable[tuple[str, Observation]]) -> Iterator[tuple[str, list[Observation]]]:
    grouped: dict[str, list[Observation]] = {}
    for file, one in found:
        grouped.setdefault(file, []).append(one)
    yield from grouped.items()


def _key(one: Observation) -> Key:
    return one.table, one.item.casefold(), one.parents, one.area


def _is_level(one: Observation) -> bool:
    if one.table == PRICES:
        return one.measure is Measure.INDEX and one.comparison is Comparison.BASE_PERIOD
    return one.table in LEVEL_TABLES and one.measure is Measure.VALUE and one.comparison is Comparison.NONE


def _is_growth(one: Observation) -> bool:
    about_value = one.index_of in ("", "value")
    known_table = one.table == PRICES or one.table in LEVEL_TABLES
    wanted = (YEAR_ON_YEAR[0],) if one.table == PRICES else YEAR_ON_YEAR
    return known_table and about_value and one.measure is Measure.INDEX and one.comparison in wanted


def _row(file: str, one: Observation, known: dict[tuple[Key, Period], Level]) -> dict[str, object] | None:
    now = known.get((_key(one), one.period))
    then = known.get((_key(one), one.period.previous_year()))
    if now is None or then is None or now.file != file or then.value <= 0:
        return None
    recomputed = 100 * now.value / then.value
    digits = _digits(one.value)
    agrees = abs(recomputed - one.value) <= 0.5 * 10**-digits + 1e-9
    cause = CORRECT if agrees else _cause(one, now, then, recomputed, digits)
    return {
        "file": file, "sheet": one.origin.sheet, "cell": one.origin.cell, "table": one.table, "item": one.item,
        "parent": " > ".join(one.parents), "area": one.area, "comparison": one.comparison.value,
        "period": str(one.period), "published": one.value, "recomputed": round(recomputed, 4),
        "difference": round(recomputed - one.value, 4), "printed_digits": digits, "agrees": agrees, "cause": cause,
    }  # fmt: skip


def _digits(value: float) -> int:
    """Decimals as printed: those of the stored number, two at most where it is stored unrounded."""
    text = f"{value:.10f}".rstrip("0")
    return min(len(text.split(".")[1]), MOST_DIGITS)


def _cause(one: Observation, now: Level, then: Level, recomputed: float, digits: int) -> str:
    """What kind of difference, from what is known about the two levels and the index."""
    if _within_rounding(now, then, one.value, recomputed, digits):
        return "levels are printed rounded"
    if now.base != then.base or (one.table == PRICES and _across_price_base(one.period)):
        return "base of prices or index changed between the two years"
    if one.table == PRICES:
        return "basket or grouping of consumer prices changed between the two years"
    if one.area == "Hà Nội" and one.period >= HANOI_MERGER and one.period.previous_year() <= HANOI_SETTLED:
        return "boundary of Hà Nội changed in August 2008"
    if one.value <= 0 or max(recomputed / one.value, one.value / recomputed) > TYPING_FACTOR:
        return "one of the figures is out of scale: typing error, or an item defined anew"
    implied = 100 * now.value / one.value
    if abs(implied / then.value - 1) > REBASING_SHARE:
        return "last year's level was restated by more than 5 %: new sample or definition"
    return "last year's level was revised after its last release here"


def _across_price_base(period: Period) -> bool:
    """Whether a month and the same month of last year lie on two bases of consumer prices (DOMAIN.md A.10)."""
    return any(period.previous_year() < change <= period for change in PRICE_BASES_FROM)


def _within_rounding(now: Level, then: Level, published: float, recomputed: float, digits: int) -> bool:
    """Whether half a unit of the last printed digit of each figure explains the difference."""
    relative = _half_unit(now.value) / abs(now.value or 1) + _half_unit(then.value) / then.value
    return abs(recomputed - published) <= recomputed * relative + 0.5 * 10**-digits


def _half_unit(value: float) -> float:
    text = f"{value:.6f}".rstrip("0")
    return 0.5 * 10.0 ** -len(text.split(".")[1])
