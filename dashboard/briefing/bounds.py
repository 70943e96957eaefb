"""Bounds of uncertain values as series of their own, for forms that draw lines and write columns but shade nothing."""

from __future__ import annotations

from dashboard.figures.spec import ChartSpec, Series
from data.wording import say


def with_bounds(spec: ChartSpec) -> ChartSpec:
    """The chart with a lower and an upper line behind its own series, which keep their places."""
    more = [
        one._replace(name=say(f"briefing.bound.{key}", spec.language, name=one.name), values=values, low=(), high=(),
                statuses=(), figure_ids=(), derivations=(), is_derived=True)
        for one in spec.series
        for key, values in (("low", one.low), ("high", one.high))
        if any(value is not None for value in values)
    ]  # fmt: skip
    return spec._replace(series=(*spec.series, *more)) if more else spec


def shaded(one: Series) -> list[tuple[int, float, float]]:
    """Place, lower and upper bound of each value that has both."""
    pairs = zip(one.low, one.high, strict=True)
    return [(at, low, high) for at, (low, high) in enumerate(pairs) if low is not None and high is not None]
