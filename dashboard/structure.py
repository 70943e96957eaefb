"""How the parts make up the whole, now and a year before: shares in percent and their change in points."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from dashboard.contributions import now_and_before, stated_levels, trace
from dashboard.derivations.derivation import derivation_of_query
from dashboard.points import PERCENT, Point
from dashboard.sources import CUMULATIVE, YEAR_ON_YEAR
from dashboard.theme_figures import Line, ThemeFigures
from data.store import Store

MOST_PARTS = 5
FEWEST_PARTS = 2
ROUNDING_POINTS = 0.5


@dataclass(frozen=True, slots=True)
class Share:
    """The share of one part; `code` is empty for all that is not named."""

    code: str
    now: float
    before: float
    traces: Mapping[str, str] = field(default_factory=dict)

    @property
    def change(self) -> float:
        return self.now - self.before


@dataclass(frozen=True, slots=True)
class Structure:
    """Shares of a month or of the months so far, largest first, the rest last; `turned_over` is half the sum of the
    absolute changes, percentage points."""

    comparison: str
    shares: tuple[Share, ...]
    total: Point

    @property
    def turned_over(self) -> float:
        return sum(abs(one.change) for one in self.shares) / 2


def structures(store: Store, figures: ThemeFigures, last: int) -> list[Structure]:
    """One for each breakdown of the theme: sectors beside goods are two. The months so far where they are published."""
    codes = figures.source.additive
    groups = [
        [one for one in figures.parts if one.item.code in codes],
        [one for one in figures.parts if one.item.code not in codes],
    ]
    made = (_structure(store, figures, group, last) for group in groups)
    return [one for one in made if one is not None]


def _structure(store: Store, figures: ThemeFigures, parts: Sequence[Line], last: int) -> Structure | None:
    for comparison in (CUMULATIVE, YEAR_ON_YEAR):
        found = _of(store, figures, parts, last, comparison)
        if found is not None:
            return found
    return None


def _of(store: Store, figures: ThemeFigures, parts: Sequence[Line], last: int, comparison: str) -> Structure | None:
    total = figures.total
    if total is None:
        return None
    levels = stated_levels(store, [total, *parts], comparison, [last])
    whole, whole_before = now_and_before(total, levels, comparison, last)
    if not whole or not whole_before:
        return None
    shares = []
    for line in parts:
        now, before = now_and_before(line, levels, comparison, last)
        if now is not None and before is not None:
            traces = _traces(figures, line, comparison, last)
            shares.append(Share(line.item.code, PERCENT * now / whole, PERCENT * before / whole_before, traces))
    if len(shares) < FEWEST_PARTS:
        return None
    return Structure(comparison, _with_rest(shares), levels[total.item.code, last])


def _traces(figures: ThemeFigures, line: Line, comparison: str, last: int) -> dict[str, str]:
    """Where the share, that of a year before and their difference lead."""
    found = {key: trace(figures, line, comparison, last, key) for key in ("share_before", "share_moved")}
    asked = derivation_of_query(found["share_before"])
    if asked:
        found["share"] = replace(asked, key="share", inputs=asked.inputs[::2]).query
    return found


def _with_rest(shares: list[Share]) -> tuple[Share, ...]:
    """The largest parts, and one for all the others, also those that no row names; rounding alone makes no part."""
    shares.sort(key=lambda one: -one.now)
    named = shares if len(shares) == MOST_PARTS + 1 else shares[:MOST_PARTS]
    now, before = (PERCENT - sum(getattr(one, side) for one in named) for side in ("now", "before"))
    is_rounding = abs(now) < ROUNDING_POINTS and abs(before) < ROUNDING_POINTS and len(named) == len(shares)
    return tuple(named) if is_rounding else (*named, Share("", now, before))
