"""How far first estimates of a series moved until now: what to expect of the newest one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import pandas as pd

from dashboard.formats import number, period_long, signed
from data.period import MONTHS_IN_YEAR, Period
from data.store import Series, Statement, Store
from data.wording import say
from indicators import revisions
from indicators.revisions import RevisionStatistics

SOON = timedelta(days=15)
"""A figure first published this soon after its period is a first estimate, also where no word says so."""
FEWEST = 3
"""Revisions from which a mean says something."""
RATES = ("index", "growth", "share")


@dataclass(frozen=True, slots=True)
class Restated:
    """One period: what was said first, what is said now, and the revision, percent of a level or points of a rate."""

    period: Period
    first: Statement
    latest: Statement
    moved: float | None


def restated(store: Store, one: Series, *, since_january: bool = False, as_of: date | None = None) -> list[Restated]:
    """Periods with a first estimate that a later release stated again, changed or not, in order.

    Of single months, or of the months since January.
    """
    by_period: dict[Period, list[Statement]] = {}
    for statement in store.statements([one.id])[one.id]:
        if (as_of is None or statement.released <= as_of) and _fits(statement.period, since_january):
            by_period.setdefault(statement.period, []).append(statement)
    pairs = [
        (period, many[0], many[-1])
        for period, many in sorted(by_period.items())
        if len(many) > 1 and is_first_estimate(many[0].status, many[0].released, period)
    ]
    moved = _moved(one, [first.value for _, first, _ in pairs], [latest.value for _, _, latest in pairs])
    return [Restated(*pair, by) for pair, by in zip(pairs, moved, strict=True)]


def is_first_estimate(status: str, released: date, period: Period) -> bool:
    return status == "estimate" if status else released <= period.end + SOON


def expected(
    store: Store, one: Series, *, since_january: bool = False, as_of: date | None = None
) -> RevisionStatistics | None:
    """Statistics of past revisions, percent for levels and points for rates; None where nothing was stated again."""
    return statistics_of(one, restated(store, one, since_january=since_january, as_of=as_of))


def statistics_of(one: Series, many: Sequence[Restated]) -> RevisionStatistics | None:
    moved = pd.Series([r.moved for r in many if r.moved is not None], dtype=float)
    return None if moved.empty else revisions.statistics(moved, unit="" if one.measure in RATES else "%")


def _moved(one: Series, first: Sequence[float], latest: Sequence[float]) -> list[float | None]:
    values = pd.Series(first, dtype=float), pd.Series(latest, dtype=float)
    moved = revisions.of_rates(*values) if one.measure in RATES else revisions.of_levels(*values)
    return [None if pd.isna(by) else float(by) for by in moved]


def expectation_words(found: RevisionStatistics | None, period: Period, language: str) -> str:
    """`Ước tính tháng 12/2024: các lần trước được điều chỉnh trung bình +0,3 điểm %, từ −0,5 đến +1,2 (11 lần).`"""
    when = period_long(period, language)
    if found is None:
        return say("lineage.expect.none", language, period=when)
    decimals = 2 if found.unit == "" else 1
    unit = "%" if found.unit else f" {say('lineage.expect.points', language)}"
    parts = {
        "period": when,
        "mean": signed(found.mean, decimals, language, unit),
        "absolute": number(found.mean_absolute, decimals, language) + unit,
        "low": signed(found.lowest, decimals, language, ""),
        "high": signed(found.highest, decimals, language, ""),
        "count": str(found.count),
    }
    return say(f"lineage.expect.{'few' if found.count < FEWEST else 'usual'}", language, **parts)


def _fits(period: Period, since_january: bool) -> bool:
    if period.kind == "days":
        return False
    return period.months == (period.last % MONTHS_IN_YEAR + 1 if since_january else 1)
