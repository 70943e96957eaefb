"""Choice of month and area in the head of a page. Each choice is an address, so that it can be shared."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from dash import dcc, html

from dashboard.charts import area_title
from dashboard.formats import MISSING, day, month_short
from dashboard.selection import Selection
from data.wording import say


def month_picker(chosen: Selection, path: str, months: list[int], language: str, **more: str) -> list[Any]:
    """The month before, all months, the month after; a month without figures that is asked for is in the list too."""
    now = chosen.month or (months[-1] if months else 0)
    before = max((m for m in months if m < now), default=None)
    after = min((m for m in months if m > now), default=None)
    options = [
        html.Option(month_short(m, language), value=chosen.address(path, month=m, **more), selected=m == now)
        for m in sorted({*months, now}, reverse=True)
    ]
    return [
        _step(chosen, path, before, "previous_month", "‹ ", "", language, more),
        html.Select(
            options,
            className="control number",
            **{"data-go": "address", "aria-label": say("dashboard.overview.choose_month", language)},
        ),
        _step(chosen, path, after, "next_month", "", " ›", language, more),
    ]


def _step(
    chosen: Selection,
    path: str,
    month: int | None,
    key: str,
    before: str,
    after: str,
    language: str,
    more: dict[str, str],
) -> Any:
    if month is None:
        beside = (chosen.month or 0) + (-1 if before else 1)
        shown = month_short(beside, language, with_year=False) if chosen.month else MISSING
        return html.Span(f"{before}{shown}{after}", className="control number step", **{"aria-disabled": "true"})
    words = say(f"dashboard.overview.{key}", language, month=month_short(month, language))
    return dcc.Link(
        f"{before}{month_short(month, language, with_year=False)}{after}",
        href=chosen.address(path, month=month, **more),
        className="control number step",
        title=words,
    )


def area_picker(chosen: Selection, path: str, areas: list[str], language: str, **more: str) -> Any:
    """All areas with figures."""
    options = [
        html.Option(
            area_title(area, language),
            value=chosen.address(path, area=area, month=None, **more),
            selected=area == chosen.area,
        )
        for area in areas
    ]
    return html.Select(
        options,
        className="control",
        **{"data-go": "address", "aria-label": say("dashboard.overview.choose_area", language)},
    )


def as_of_picker(chosen: Selection, path: str, days: list[date], language: str) -> Any:
    """The newest figures, or those known on a day of publication; a day from the address stays in the list."""
    listed = sorted({*days, *([chosen.as_of] if chosen.as_of else [])}, reverse=True)
    options = [
        html.Option(
            say("charts.as_of.known", language, day=day(one)) if one else say("charts.as_of.newest", language),
            value=replace(chosen, as_of=one).address(path),
            selected=one == chosen.as_of,
        )
        for one in (None, *listed)
    ]
    return html.Select(
        options,
        className="control",
        **{"data-go": "address", "aria-label": say("charts.as_of.choose", language)},
    )
