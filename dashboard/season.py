"""Growth by year and month as a chart, the highest month as its finding."""

from __future__ import annotations

from dashboard.charts import season_rows
from dashboard.figures.spec import ChartSpec, Kind, Series
from dashboard.formats import month_short, period_long, signed
from dashboard.theme_charts import newest_release, theme_spec
from dashboard.theme_figures import ThemeFigures
from data.period import MONTHS_IN_YEAR, Period
from data.wording import say


def season_chart(figures: ThemeFigures, last: int, language: str) -> ChartSpec | None:
    """Rows are years, newest first; None where no growth is known."""
    rows = season_rows(figures.total, last) if figures.total else []
    known = [p for _, points in rows for p in points if p]
    if not known:
        return None
    high = max(known, key=lambda p: p.value)
    month = period_long(Period(high.last, high.last), language)
    title = say("dashboard.themepage.season_finding_high", language, month=month)
    indicator = say(f"dashboard.theme.{figures.source.theme}.indicator", language)
    series = [
        Series(
            name=str(year), kind=Kind.HEAT_MAP, unit="%", role="series1",
            values=tuple(p.value if p else None for p in points),
            statuses=tuple(p.status if p else "" for p in points),
            figure_ids=tuple(p.figure_id if p else "" for p in points),
        )
        for year, points in rows
    ]  # fmt: skip
    return theme_spec(
        figures,
        "season",
        f"{title}: {signed(high.value, 1, language)}",
        say("dashboard.themepage.season_subtitle", language, indicator=indicator),
        series,
        [month_short(month, language, with_year=False) for month in range(MONTHS_IN_YEAR)],
        language,
        released=newest_release(known),
        how=tuple(say(f"charts.how.{key}", language) for key in ("growth", "season")),
    )
