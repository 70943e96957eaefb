"""The chart of a campaign and one theme: monthly growth round the campaign, and the mean of each window."""

from __future__ import annotations

import pandas as pd

from dashboard.campaign_results import Stated
from dashboard.campaign_words import CampaignWords
from dashboard.charts import area_name
from dashboard.figures.spec import Band, ChartSpec, Kind, Series
from dashboard.formats import month_short
from dashboard.producers import source_of
from data.period import MONTHS_IN_YEAR, Period
from data.wording import say
from indicators.campaign_types import Window

MONTHS_ROUND = 12
ROLES = {"industry": "series1", "retail": "series2", "exports": "series3", "prices": "series4"}


def campaign_chart(stated: Stated, words: CampaignWords, band: Band, language: str) -> ChartSpec | None:
    """The same months and means as the drawing of the page; None where it draws none."""
    result, total = stated.result, stated.figures.total
    windows = {"before": result.before, "during": result.during, "after": result.after}
    known = {name: one for name, one in windows.items() if one is not None and one.mean is not None}
    if total is None or not {"before", "during"} <= set(known):
        return None
    points = total.growth()
    first = max(_month(known["before"].start) - MONTHS_ROUND, min(points))
    last = min(_month(known.get("after", known["during"]).end) + MONTHS_ROUND, max(points))
    months = range(first, last + 1)
    shown = [points.get(month) for month in months]
    theme = stated.figures.source.theme
    growth = Series(
        say("dashboard.rate.same_long", language), Kind.LINE, tuple(p.value if p else None for p in shown), "%",
        statuses=tuple(p.status if p else "" for p in shown), role=ROLES[theme],
        figure_ids=tuple(p.figure_id if p else "" for p in shown), is_total=True,
    )  # fmt: skip
    means = [_mean(name, window, months, language) for name, window in known.items()]
    released = max((point.released for point in shown if point), default=None)
    indicator = say(f"dashboard.theme.{theme}.indicator", language)
    area = area_name(result.area, language)
    return ChartSpec(
        key=f"{band.code}-{theme}",
        title=words.sentence.rstrip("."),
        subtitle=say("campaign_pages.picture.subtitle", language, indicator=indicator, area=area),
        categories=tuple(str(Period(month, month)) for month in months),
        labels=tuple(month_short(month, language) for month in months),
        series=(growth, *means),
        unit="%",
        source=source_of(stated.figures, released, language),
        note=words.main[0] if words.main else "",
        released=released,
        bands=(band,),
        language=language,
        alt=words.sentence,
    )


def _mean(name: str, window: Window, months: range, language: str) -> Series:
    """The mean of a window over its months and nowhere else."""
    start, end = _month(window.start), _month(window.end)
    values = tuple(window.mean if start <= month <= end else None for month in months)
    words = say(f"campaign_pages.picture.mean_{name}", language)
    return Series(words, Kind.LINE, values, "%", role="ink_line", is_total=True, is_derived=True)


def _month(period: pd.Period) -> int:
    return int(period.year * MONTHS_IN_YEAR + period.month - 1)
