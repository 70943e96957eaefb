"""What a page is about, as its address says it: area, month, as-of date. Folded once, before anything depends on it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from dashboard.moment import as_of_and_recorded, moment_text
from data.areas import default_area
from data.period import Period
from data.store import Store


@dataclass(frozen=True, slots=True)
class Selection:
    """`month` is a month ordinal; None asks for the newest.

    `as_of` asks for what was published by a day, `recorded` for what this database held at its end; one of the two.
    """

    area: str
    month: int | None = None
    as_of: date | None = None
    recorded: date | None = None

    @property
    def moment(self) -> str:
        """The day of the figures as the address writes it; empty for the newest."""
        return moment_text(self.as_of, self.recorded)

    @property
    def day(self) -> date | None:
        """The day of the figures, whichever was asked for; None for the newest."""
        return self.as_of or self.recorded

    def address(self, path: str = "/", *, area: str | None = None, month: int | None = None, **more: str) -> str:
        """The address of the same selection with some of it changed."""
        chosen = area or self.area
        shown = month if month is not None else self.month
        query = {
            "vung": chosen if chosen != default_area() else "",
            "ky": str(Period(shown, shown)) if shown is not None else "",
            "ngay": self.moment,
            **more,
        }
        text = urlencode({name: value for name, value in query.items() if value})
        return f"{path}?{text}" if text else path


def selection_of(query: dict[str, str]) -> Selection:
    """From the address; what cannot be read is not asked for, an area without figures is kept and shown as empty."""
    as_of, recorded = as_of_and_recorded(query.get("ngay", ""))
    return Selection(query.get("vung") or default_area(), _month(query.get("ky", "")), as_of, recorded)


def areas_with_figures(store: Store) -> list[str]:
    """Areas that have any series, the default first."""
    areas = {one.area for one in store.all_series().values()} | {
        one.area for one in store.published_figures() if one.area
    }
    first = default_area()
    return [first, *sorted(areas - {first})]


def release_days(store: Store) -> list[date]:
    """Days on which an accepted release was published, newest first: only then did the known figures change."""
    return sorted({one.released for one in store.releases("accepted")}, reverse=True)


def _month(text: str) -> int | None:
    try:
        period = Period.parse(text)
    except ValueError:
        return None
    return period.last if period.kind == "month" else None
