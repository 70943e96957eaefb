"""Choice of month and area in the head of a page. Each choice is an address, so that it can be shared."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from dash import dcc, html

from dashboard.charts import area_title
from dashboard.formats import MISSING, day, month_short
from dashboard.selection import Selection, release_days
from data.store import Store
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


def as_of_picker(chosen: Selection, path: str, store: Store, language: str) -> Any:
    """The newest figures, those published by a day, or those that this database held on a day.

    A day from the address stays in the list. What was recorded on one day only is the newest.
    """
    recorded = store.recorded_days()
    published = {*release_days(store), *([chosen.as_of] if chosen.as_of else [])}
    held = {*(recorded if len(recorded) > 1 else []), *([chosen.recorded] if chosen.recorded else [])}
    newest = _known(chosen, path, "newest", None, None, language)
    groups = {
        "published": [_known(chosen, path, "known", one, None, language) for one in sorted(published, reverse=True)],
        "recorded": [_known(chosen, path, "recorded", None, one, language) for one in sorted(held, reverse=True)],
    }
    return html.Select(
        [
            newest,
            *(
                html.Optgroup(options, label=say(f"explorer.as_of_{name}", language))
                for name, options in groups.items()
                if options
            ),
        ],
        className="control",
        **{"data-go": "address", "aria-label": say("charts.as_of.choose", language)},
    )


def _known(
    chosen: Selection, path: str, words: str, as_of: date | None, recorded: date | None, language: str
) -> html.Option:
    return html.Option(
        say(f"charts.as_of.{words}", language, day=day(as_of or recorded)),
        value=replace(chosen, as_of=as_of, recorded=recorded).address(path),
        selected=(as_of, recorded) == (chosen.as_of, chosen.recorded),
    )
