"""Charts of a theme's parts: contributions by month and the ranking of the month."""

from __future__ import annotations

from datetime import date

from dashboard.charts import area_name, contributions
from dashboard.figures.spec import ChartSpec, Kind, Series
from dashboard.formats import month_short, number, period_long, signed
from dashboard.headlines import CUMULATIVE, YEAR_ON_YEAR, Line, Point, ThemeFigures
from dashboard.producers import source_of
from dashboard.theme import STACK_ORDER
from data.period import MONTHS_IN_YEAR, Period
from data.wording import say

MOST_STACKED = 5
MOST_RANKED = 14


def names_of(figures: ThemeFigures, language: str) -> dict[str, str]:
    """Item code to name; the label as written where the catalogue has no name."""
    from data.catalogue import catalogue

    known = catalogue()
    return {p.item.code: known.item_name(figures.source.table, p.item.code, language) or p.label for p in figures.parts}


def contributions_chart(figures: ThemeFigures, last: int, language: str) -> ChartSpec | None:
    """Stacked contributions to cumulative growth, month by month of one year, with the total as a line."""
    first = last - last % MONTHS_IN_YEAR
    months = list(range(first, last + 1))
    newest = dict_of(figures, last)
    if not newest or figures.total is None:
        return None
    names = names_of(figures, language)
    codes = sorted(newest, key=lambda code: -abs(newest[code]))[:MOST_STACKED]
    by_month = {m: dict_of(figures, m) for m in months}
    series = [
        Series(
            name=names[code],
            kind=Kind.STACKED_BAR,
            unit=say("dashboard.point", language),
            decimals=1,
            role=STACK_ORDER[i],
            values=tuple(by_month[m].get(code) for m in months),
        )
        for i, code in enumerate(codes)
    ]
    totals = [figures.total.rate(CUMULATIVE, m) for m in months]
    series.append(
        Series(
            name=say("dashboard.themepage.total", language),
            kind=Kind.LINE,
            unit="%",
            role="ink_line",
            is_total=True,
            values=tuple(p.value if p else None for p in totals),
            statuses=tuple(p.status if p else "" for p in totals),
            figure_ids=tuple(p.figure_id if p else "" for p in totals),
        )
    )
    whole, largest = totals[-1], codes[0]
    title = say(
        "dashboard.themepage.contributions_finding",
        language,
        name=short_name(names[largest], is_first=True),
        points=number(newest[largest], 1, language),
        total=number(whole.value if whole else None, 1, language),
    )
    return _spec(
        figures,
        "contributions",
        title,
        _sentence(
            "dashboard.themepage.contributions_subtitle", language, months=period_long(Period(first, last), language)
        ),
        series,
        [str(Period(m, m)) for m in months],
        [month_short(m, language) for m in months],
        language,
        _released(totals),
        how=tuple(say(f"charts.how.{key}", language) for key in ("contributions", "contributions_gap", "cumulative")),
    )


def dict_of(figures: ThemeFigures, month: int) -> dict[str, float]:
    """Contributions of a month by item code, percentage points."""
    return {line.item.code: value for line, value in contributions(figures, month)}


def ranking_chart(figures: ThemeFigures, last: int, language: str) -> ChartSpec | None:
    """Growth of each part on last year, highest first."""
    names = names_of(figures, language)
    found: list[tuple[Line, Point]] = [(p, rate) for p in figures.parts if (rate := p.rate(YEAR_ON_YEAR, last))]
    found.sort(key=lambda pair: -pair[1].value)
    if len(found) < 2:
        return None
    if len(found) > MOST_RANKED:
        found = found[: MOST_RANKED // 2] + found[-MOST_RANKED // 2 :]
    labels = [_two_lines(names[line.item.code]) for line, _ in found]
    rates = [rate for _, rate in found]
    high = found[0]
    title = _sentence(
        "dashboard.themepage.ranking_finding",
        language,
        name=short_name(names[high[0].item.code]),
        by=signed(high[1].value, 1, language),
    )
    series = Series(
        name=say("dashboard.rate.same_long", language),
        kind=Kind.HORIZONTAL_BAR,
        unit="%",
        role="series1",
        values=tuple(r.value for r in rates),
        statuses=tuple(r.status for r in rates),
        figure_ids=tuple(r.figure_id for r in rates),
    )
    subtitle = say("dashboard.themepage.parts_subtitle", language, month=month_short(last, language))
    how = (say("charts.how.growth", language), say("charts.how.ranking", language, most=MOST_RANKED))
    return _spec(
        figures,
        "ranking",
        title,
        subtitle,
        [series],
        labels,
        labels,
        language,
        _released(rates),
        is_time=False,
        how=how,
    )


def _spec(
    figures: ThemeFigures,
    key: str,
    title: str,
    subtitle: str,
    series: list[Series],
    categories: list[str],
    labels: list[str],
    language: str,
    released: date | None,
    *,
    is_time: bool = True,
    how: tuple[str, ...] = (),
) -> ChartSpec:
    return ChartSpec(
        key=f"{figures.source.theme}-{key}",
        title=title,
        subtitle=f"{subtitle}, {area_name(figures.area, language)}",
        categories=tuple(categories),
        labels=tuple(labels),
        series=tuple(series),
        unit=series[0].unit,
        source=source_of(figures, released, language),
        released=released,
        language=language,
        alt=title,
        is_time=is_time,
        how=how,
    )


def _released(points: list[Point] | list[Point | None]) -> date | None:
    return max((p.released for p in points if p), default=None)


def _sentence(key: str, language: str, **parameters: str) -> str:
    words = say(key, language, **parameters)
    return words[:1].upper() + words[1:]


def short_name(name: str, *, is_first: bool = False) -> str:
    """A part's name for a title: up to the first bracket or semicolon, small inside a sentence."""
    name = name.split(" (", maxsplit=1)[0].split(";", maxsplit=1)[0]
    return name if is_first else name[:1].lower() + name[1:]


def _two_lines(name: str, most: int = 34) -> str:
    return name if len(name) <= most else name[: most - 1].rsplit(" ", 1)[0].rstrip(",;") + "…"
