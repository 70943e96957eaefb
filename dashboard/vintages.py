"""The headline figures of one month as known on two days: what was said then, what is said now, and what changed it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from dashboard.headlines import Headline, headline
from dashboard.moment import Moment
from dashboard.points import Point
from dashboard.selection import Selection
from dashboard.sources import SOURCES
from dashboard.theme_figures import theme_figures
from data.period import Period
from data.store import Release, Store

PATH = "/so-lieu/so-sanh"
KINDS = ("level", "on_previous_month", "on_same_month", "cumulative")
SAME = 1e-9
NOW = Moment()


@dataclass(frozen=True, slots=True)
class Compared:
    """One figure on both days. `release` is the one that says what is known on the later day."""

    theme: str
    kind: str
    unit: str
    before: Point | None
    after: Point | None
    release: Release | None

    @property
    def difference(self) -> float | None:
        return self.after.value - self.before.value if self.before and self.after else None

    @property
    def is_changed(self) -> bool:
        """Whether the value differs, or is known on one of the days only; a new status alone changes nothing."""
        if self.before is None or self.after is None:
            return self.before is not self.after
        return abs(self.after.value - self.before.value) > SAME * max(abs(self.after.value), abs(self.before.value))


def address(area_and_month: Selection, *, theme: str = "", before: Moment = NOW, after: Moment = NOW) -> str:
    """The page for a month, of one theme if it is named; without days the first publication against now."""
    more = {"chuyen-de": theme, "a": before.text, "b": after.text}
    path = Selection(area_and_month.area, area_and_month.month).address(PATH)
    text = urlencode({name: value for name, value in more.items() if value})
    return f"{path}{'&' if '?' in path and text else '?' if text else ''}{text}"


def compare(
    store: Store, area: str, last: int, before: Moment, after: Moment, themes: tuple[str, ...] = tuple(SOURCES)
) -> list[Compared]:
    """Level and growth of each theme's total for the month `last`. What neither day knows is left out."""
    found = []
    for theme in themes:
        then, now = (_headline(store, theme, area, last, one) for one in (before, after))
        for kind in KINDS:
            old, new = getattr(then, kind), getattr(now, kind)
            if old or new:
                unit = now.figures.unit if kind == "level" else "%"
                release = store.release(new.release_id) if new else None
                found.append(Compared(theme, kind, unit, old, new, release))
    return found


def _headline(store: Store, theme: str, area: str, last: int, moment: Moment) -> Headline:
    known, day, since = moment.known(store), moment.as_of, Period(last - 1, last - 1)
    return headline(known, theme_figures(known, theme, area, since=since, as_of=day, parts=False), last, as_of=day)


def first_published(store: Store, area: str, last: int, themes: tuple[str, ...] = tuple(SOURCES)) -> date | None:
    """The first day on which a headline figure of the month was published."""
    days = []
    for theme in themes:
        now = _headline(store, theme, area, last, NOW)
        points = (now.level, now.on_same_month, now.cumulative)
        days += [store.history(p.series_id, p.period)[0].released for p in points if p]
    return min(days, default=None)
