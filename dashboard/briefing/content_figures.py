"""The numbers beside a headline chart, and where they stand."""

from __future__ import annotations

from dashboard import formats
from dashboard.briefing.content_context import Context
from dashboard.briefing.model import KeyFigure
from dashboard.briefing_words import changes
from dashboard.origins import Origin, Shown, origins_of
from data.period import MONTHS_IN_YEAR
from data.wording import say


def key_figures(context: Context, theme: str) -> tuple[KeyFigure, ...]:
    """The numbers beside a headline chart."""
    one, tongue = context.headline(theme), context.language
    places = changes.decimals(theme)
    months = context.last % MONTHS_IN_YEAR + 1
    found = []
    if one.level:
        value, unit = formats.scaled_unit(one.level.value, one.figures.unit, tongue)
        found.append(
            KeyFigure(say("briefing.key_figure.level", tongue, unit=unit), formats.number(value, 1, tongue), "level")
        )
    last = "average" if theme == "prices" else "cumulative"
    for key, point in (
        ("previous_month", one.on_previous_month),
        ("same_month", one.on_same_month),
        (last, one.cumulative),
    ):
        if point:
            shown = formats.signed(point.value, places, tongue)
            name = f"{key}_year" if key == last and months == MONTHS_IN_YEAR else key
            found.append(KeyFigure(say(f"briefing.key_figure.{name}", tongue, months=months), shown, key))
    return tuple(found)


def headline_origins(context: Context, theme: str) -> tuple[Origin, ...]:
    """Where the level and the rates of a headline stand, and how those are computed that no table prints."""
    one, tongue = context.headline(theme), context.language
    subject, months = say(f"briefing.subject.{theme}.short", tongue), context.last % MONTHS_IN_YEAR + 1
    when, places = formats.month_short(context.last, tongue), changes.decimals(theme)
    unit = formats.unit_name(one.figures.unit, tongue)
    points = (
        ("level", one.level, unit, 1),
        ("previous_month", one.on_previous_month, "%", places),
        ("same_month", one.on_same_month, "%", places),
        ("cumulative", one.cumulative, "%", places),
    )
    inside = formats.within_sentence(unit)
    asked = [
        Shown(
            f"{subject}, {say(f'briefing.key_figure.{key}', tongue, months=months, unit=inside)}",
            when, point.value, decimals, unit_of, point.trace,
        )
        for key, point, unit_of, decimals in points
        if point
    ]  # fmt: skip
    return origins_of(context.store, asked)
