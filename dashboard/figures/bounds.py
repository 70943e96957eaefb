"""Ranges of uncertain values as lines and columns of their own, for tables and files that draw no tints."""

from __future__ import annotations

from dataclasses import replace

from dashboard.figures.spec import ChartSpec, Series
from data.wording import say


def with_bounds(spec: ChartSpec) -> ChartSpec:
    """The same chart with two more lines after each that has a range: its lower and its upper end."""
    series = [one for given in spec.series for one in (given, *_ends(given, spec.language))]
    return replace(spec, series=tuple(series)) if len(series) > len(spec.series) else spec


def _ends(one: Series, language: str) -> tuple[Series, ...]:
    if not any(value is not None for value in (*one.low, *one.high)):
        return ()
    return tuple(
        replace(
            one,
            name=say(f"charts.bound.{end}", language, name=one.name),
            short_name="",
            values=values,
            statuses=(),
            figure_ids=(),
            derivations=(),
            low=(),
            high=(),
        )
        for end, values in (("low", one.low), ("high", one.high))
    )
