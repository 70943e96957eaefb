"""What a briefing says of a theme, paragraph by paragraph."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from dashboard.briefing import content_charts
from dashboard.briefing.content_context import Context
from dashboard.briefing.content_plan import plan_text
from dashboard.briefing_words import rankings, themes
from dashboard.points import point_of
from dashboard.sources import CUMULATIVE
from data.period import MONTHS_IN_QUARTER, Period


def _month(context: Context, theme: str) -> str:
    return themes.month(context.headline(theme), context.language)


def _cumulative(context: Context, theme: str) -> str:
    return themes.cumulative(context.headline(theme), context.language, is_first=context.is_first_text)


def _quarter(context: Context, theme: str) -> str:
    """The growth published for the quarter itself."""
    line = context.figures(theme).total
    if line is None:
        return ""
    series = line.item.rates.get(CUMULATIVE, ())
    rows = context.store.rows(
        [one.id for one in series],
        start=Period(context.last, context.last),
        end=Period(context.last, context.last),
        months=MONTHS_IN_QUARTER,
        as_of=context.as_of,
    )
    measures = {one.id: one.measure for one in series}
    points = [
        replace(point, value=point.value - 100) if measures[point.series_id] == "index" else point
        for point in map(point_of, rows)
    ]
    newest = max(points, key=lambda point: point.released, default=None)
    return themes.quarter(context.headline(theme), newest, context.language)


def _parts(context: Context, theme: str) -> str:
    named = content_charts.named_parts(context, theme, is_cumulative=False)
    return rankings.parts(context.headline(theme), named, context.language, is_cumulative=False)


def _parts_cumulative(context: Context, theme: str) -> str:
    named = content_charts.named_parts(context, theme, is_cumulative=True)
    return rankings.parts(context.headline(theme), named, context.language, is_cumulative=True)


def _revision(context: Context, theme: str) -> str:
    line = context.figures(theme).total
    if line is None or not line.item.levels:
        return ""
    before = Period(context.last - 1, context.last - 1)
    found = context.store.revisions(series_id=line.item.levels[0].id, period=before, limit=1)
    return themes.revision(context.headline(theme), found, context.language)


TEXTS: dict[str, Callable[[Context, str], str]] = {
    "text.month": _month,
    "text.cumulative": _cumulative,
    "text.quarter": _quarter,
    "text.parts": _parts,
    "text.parts_cumulative": _parts_cumulative,
    "text.revision": _revision,
    "text.plan": plan_text,
}
"""Makers of paragraphs by block; empty text where the theme has nothing to say of it."""
