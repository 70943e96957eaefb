"""What the page and the drawer say about one stored figure."""

from __future__ import annotations

from dashboard.derivations.derivation import Derivation
from dashboard.expectations import RATES, expectation_words, expected
from dashboard.formats import number
from data.period import MONTHS_IN_YEAR, Period
from data.store import Lineage, Store


def value_with_unit(found: Lineage, lang: str) -> str:
    """`557.480,1 tỷ đồng`, `108,75%`."""
    unit = found.series.unit
    shown = number(found.figure.value, decimals_of(found), lang)
    return f"{shown}%" if unit == "%" else f"{shown} {unit[:1].lower()}{unit[1:]}".strip()


def growth_trace(found: Lineage) -> str:
    """The derivation of the growth that a published index says; empty for anything else."""
    series, period = found.series, found.figure.period
    months = period.last % MONTHS_IN_YEAR + 1
    if series.measure != "index" or series.comparison in ("none", "base_period") or period.kind == "days":
        return ""
    if period.months not in (1, months):
        return ""
    since_january = period.months != 1
    last = Period(period.last, period.last)
    asked = Derivation("index_growth", last, (series.id,), as_of=found.figure.released, since_january=since_january)
    return asked.query


def expectation_of(store: Store, found: Lineage, lang: str) -> str:
    """What happened to earlier estimates; empty for a figure that is none."""
    period = found.figure.period
    if found.figure.status != "estimate" or period.kind == "days":
        return ""
    moved = expected(store, found.series, since_january=period.months > 1, as_of=found.figure.released)
    return expectation_words(moved, period, lang)


def decimals_of(found: Lineage) -> int:
    return 2 if found.series.measure in RATES else 1
