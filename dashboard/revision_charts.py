"""The chart of how far first estimates of a series moved until now."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from dashboard.charts import area_name
from dashboard.expectations import FEWEST, RATES, Restated
from dashboard.figures.spec import ChartSpec, Kind, Panel
from dashboard.figures.spec import Series as Drawn
from dashboard.formats import month_short, number, signed
from dashboard.names import subject
from dashboard.producers import named_source, own_file
from data.period import Period
from data.store import Series, Store
from data.wording import say
from indicators.revisions import RevisionStatistics

MOST_MONTHS = 60


def restated_chart(
    store: Store,
    one: Series,
    many: Sequence[Restated],
    found: RevisionStatistics,
    language: str,
    *,
    as_of: date | None = None,
) -> ChartSpec:
    """A bar for each of the newest months: from the first estimate to the latest value; others are gaps."""
    by_month = {r.period.last: r for r in many}
    last = max(by_month)
    span = range(max(min(by_month), last - MOST_MONTHS + 1), last + 1)
    shown = [by_month.get(month) for month in span]
    decimals, unit = unit_of(found, language)
    bars = Drawn(
        name=say("lineage.expect.difference", language),
        kind=Kind.BAR,
        unit=unit.strip(),
        decimals=decimals,
        role="series1",
        values=tuple(r.moved if r else None for r in shown),
        figure_ids=tuple(f"{one.id}:{r.period}:{r.latest.release_id}" if r else "" for r in shown),
    )
    name, newest = subject(one, language), max((r.latest for r in many), key=lambda said: said.released)
    return ChartSpec(
        key=f"revisions-{one.id}",
        title=say("lineage.expect.chart", language),
        subtitle=f"{name}, {area_name(one.area, language)}, {unit.strip()}",
        categories=tuple(str(Period(month, month)) for month in span),
        labels=tuple(month_short(month, language) for month in span),
        series=(bars,),
        unit=bars.unit,
        source=named_source(one.area, own_file(store, one.area, newest.release_id), newest.released, language),
        released=newest.released,
        as_of=as_of,
        language=language,
        alt=finding(found, language),
        panel_titles={Panel.MAIN: f"{bars.name}, {bars.unit}"},
        how=(say("lineage.expect.how_rate" if one.measure in RATES else "lineage.expect.how_level", language),),
    )


def finding(found: RevisionStatistics, language: str) -> str:
    """Whether first figures are usually below or above the latest, and by how much."""
    decimals, unit = unit_of(found, language)
    shown = number(abs(found.mean), decimals, language)
    if found.count < FEWEST:
        mean = signed(found.mean, decimals, language, unit)
        return say("lineage.expect.finding_few", language, count=found.count, mean=mean)
    if not any(digit in "123456789" for digit in shown):
        return say("lineage.expect.finding_flat", language)
    return say(f"lineage.expect.finding_{'up' if found.mean > 0 else 'down'}", language, by=f"{shown}{unit}")


def unit_of(found: RevisionStatistics, language: str) -> tuple[int, str]:
    """Decimals and unit of revisions: percent of levels, points of rates."""
    return (1, "%") if found.unit else (2, f" {say('lineage.expect.points', language)}")
