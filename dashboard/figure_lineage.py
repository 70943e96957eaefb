"""What the page and the drawer say about one stored figure."""

from __future__ import annotations

from datetime import date

from dashboard.certainty import certainty_of_rate
from dashboard.derivations.derivation import Derivation
from dashboard.expectations import RATES, expectation_words, expected, is_first_estimate
from dashboard.formats import number, unit_inside
from dashboard.points import Point
from dashboard.sources import SOURCES
from data.period import MONTHS_IN_YEAR, Period
from data.store import Lineage, Series, Store
from data.store.steps import ACCEPTED
from data.wording import say

FIRST_ESTIMATES = "/so-lieu/dieu-chinh"


def value_with_unit(found: Lineage, lang: str) -> str:
    """`557.480,1 tỷ đồng`, `108,75%`."""
    unit = unit_inside(found.series.unit, lang)
    shown = number(found.figure.value, decimals_of(found), lang)
    return f"{shown}%" if unit == "%" else f"{shown} {unit}".strip()


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


def certainty_of(store: Store, found: Lineage) -> tuple[str, bool]:
    """The status of a figure, and whether its column says so or it follows from the level of the same release."""
    figure, series = found.figure, found.series
    if figure.status or series.measure not in ("index", "growth") or figure.period.kind == "days":
        return figure.status, True
    levels = store.find_series(
        table=series.table, items=[series.item], areas=[series.area], measures=["value"], comparisons=["none"]
    )
    stated = [store.figure(one.id, figure.period, as_of=figure.released) for one in levels]
    level = next((one.status for one in stated if one and one.release_id == figure.release_id), "")
    return certainty_of_rate(
        level=level, released=figure.released, month_end=figure.period.end, is_final=is_final(series)
    ), False


def is_final(series: Series) -> bool:
    """Whether figures of the table are final when published, as consumer prices are."""
    return any(one.table == series.table and one.is_final for one in SOURCES.values())


def out_of_use(found: Lineage, lang: str) -> str:
    """Why no page uses a figure: its release waits, was dropped or was rolled back. Empty for one in force."""
    state = found.release.state
    return "" if state == ACCEPTED else say(f"lineage.out_of_use.{state}", lang)


def expectation_of(store: Store, found: Lineage, lang: str) -> str:
    """What happened to earlier estimates; empty for a figure that is none, or of which no page speaks."""
    figure = found.figure
    if found.release.state != ACCEPTED or not is_estimate(found.series, figure.status, figure.released, figure.period):
        return ""
    return _words(store, found.series, figure.period, figure.released, lang)


def expectation_of_point(store: Store, point: Point | None, lang: str) -> str:
    """The same for a point of a headline; empty for one that is no estimate, or is computed."""
    if point is None or point.status != "estimate" or point.is_computed:
        return ""
    return _words(store, store.series(point.series_id), point.period, point.released, lang)


def _words(store: Store, series: Series, period: Period, released: date, lang: str) -> str:
    moved = expected(store, series, since_january=period.months > 1, as_of=released)
    return expectation_words(moved, period, lang)


def is_estimate(series: Series, status: str, released: date, period: Period) -> bool:
    """What a workbook calls an estimate, and what is published so soon that it can only be one; prices are final."""
    if period.kind == "days" or is_final(series):
        return False
    return is_first_estimate(status, released, period)


def decimals_of(found: Lineage) -> int:
    return 2 if found.series.measure in RATES else 1
