"""Charts of a theme's parts: contributions by month, with the words that all of them share."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from dashboard.charts import area_name
from dashboard.contributions import MonthContributions, contributions_until, trace
from dashboard.figures.spec import ChartSpec, Kind, Series
from dashboard.formats import month_short, number, period_long
from dashboard.points import Point
from dashboard.producers import source_of
from dashboard.sources import CUMULATIVE
from dashboard.theme import STACK_ORDER
from dashboard.theme_figures import ThemeFigures
from data.period import Period
from data.store import Store
from data.wording import say

MOST_STACKED = 4


def names_of(figures: ThemeFigures, language: str) -> dict[str, str]:
    """Item code to name; the label as written where the catalogue has no name."""
    from data.catalogue import catalogue

    known = catalogue()
    return {p.item.code: known.item_name(figures.source.table, p.item.code, language) or p.label for p in figures.parts}


def contributions_chart(store: Store, figures: ThemeFigures, last: int, language: str) -> ChartSpec | None:
    """Stacked contributions month by month, summing to the growth of the total, which is the line."""
    comparison, months, by_month = contributions_until(store, figures, last)
    newest = by_month.get(last)
    if newest is None or figures.total is None:
        return None
    names = names_of(figures, language)
    codes = sorted(newest.parts, key=lambda code: -abs(newest.parts[code]))
    lines = {one.item.code: one for one in figures.parts}
    traces = {code: [trace(figures, lines[code], comparison, m) for m in months] for code in codes}
    series = _stack(by_month, months, codes, names, traces, language)
    totals = [figures.total.rate(comparison, m) for m in months]
    series.append(
        Series(
            name=say("dashboard.themepage.total", language), kind=Kind.LINE, unit="%", role="ink_line", is_total=True,
            values=tuple(p.value if p else None for p in totals),
            statuses=tuple(p.status if p else "" for p in totals),
            figure_ids=tuple(p.figure_id if p else "" for p in totals),
        )
    )  # fmt: skip
    title = say(
        "dashboard.themepage.contributions_finding",
        language,
        name=short_name(names[codes[0]], is_first=True),
        points=number(newest.parts[codes[0]], 1, language),
        total=number(newest.total.value, 1, language),
    )
    kind = "cumulative" if comparison == CUMULATIVE else "growth"
    span = period_long(Period(months[0], last), language)
    return theme_spec(
        figures,
        "contributions",
        title,
        sentence(f"dashboard.themepage.contributions_{kind}", language, months=span),
        series,
        [month_short(m, language) for m in months],
        language,
        released=newest_release(totals),
        categories=[str(Period(m, m)) for m in months],
        how=tuple(say(f"charts.how.{key}", language) for key in ("contributions", "contributions_gap", kind)),
    )


def _stack(
    by_month: Mapping[int, MonthContributions],
    months: Sequence[int],
    codes: Sequence[str],
    names: Mapping[str, str],
    traces: Mapping[str, Sequence[str]],
    language: str,
) -> list[Series]:
    """The largest parts each, the others together, and what rounding leaves over, so that the stack meets the line."""
    known = [by_month.get(m) for m in months]
    several = len(codes) > MOST_STACKED + 1
    drawn = codes[:MOST_STACKED] if several else codes
    values = [(names[code], [one.parts.get(code) if one else None for one in known], traces[code]) for code in drawn]
    if several:
        others = [sum(one.parts.get(code, 0.0) for code in codes[MOST_STACKED:]) if one else None for one in known]
        values.append((say("dashboard.themepage.others", language), others, ()))
    unit = say("dashboard.point", language)
    stack = [
        Series(name, Kind.STACKED_BAR, tuple(many), unit, role=STACK_ORDER[i], derivations=tuple(own))
        for i, (name, many, own) in enumerate(values)
    ]
    rest = tuple(one.rest if one else None for one in known)
    name = say("dashboard.themepage.rounding", language)
    return [*stack, Series(name, Kind.STACKED_BAR, rest, unit, role="ctx", is_derived=True)]


def theme_spec(
    figures: ThemeFigures,
    key: str,
    title: str,
    subtitle: str,
    series: Sequence[Series],
    labels: Sequence[str],
    language: str,
    *,
    released: date | None,
    categories: Sequence[str] = (),
    **more: Any,
) -> ChartSpec:
    """A chart of a theme's parts; without `categories` the labels are what it compares, else months."""
    return ChartSpec(
        key=f"{figures.source.theme}-{key}",
        title=title,
        subtitle=f"{subtitle}, {area_name(figures.area, language)}",
        categories=tuple(categories or labels),
        labels=tuple(labels),
        series=tuple(series),
        unit=series[0].unit,
        source=source_of(figures, released, language),
        released=released,
        language=language,
        alt=title,
        is_time=bool(categories),
        **more,
    )


def newest_release(points: Sequence[Point | None]) -> date | None:
    return max((p.released for p in points if p), default=None)


def sentence(key: str, language: str, **parameters: str) -> str:
    words = say(key, language, **parameters)
    return words[:1].upper() + words[1:]


def short_name(name: str, *, is_first: bool = False) -> str:
    """A part's name for a title: up to the first bracket or semicolon, small inside a sentence."""
    name = name.split(" (", maxsplit=1)[0].split(";", maxsplit=1)[0]
    return name if is_first else name[:1].lower() + name[1:]
