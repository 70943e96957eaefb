"""All that the explorer's address says, as one value."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from urllib.parse import parse_qsl, urlencode, urlsplit

from dashboard.moment import as_of_and_recorded, moment_text
from indicators.registry import TRANSFORMATIONS

PATH = "/kham-pha"
MOST_SERIES = 8
"""As many as there are colours that the colour-blind tell apart; more is a table."""
LONGEST_SEARCH = 80
_MONTH_FIRST = re.compile(r"[Tt]?(\d{1,2})\s*[/.-]\s*((?:19|20)\d\d)")
_YEAR_FIRST = re.compile(r"((?:19|20)\d\d)\s*[/.-]\s*(\d{1,2})")


@dataclass(frozen=True, slots=True)
class Selection:
    """Every part of the page depends on this one value. `base` is the month whose level is shown as 100.

    `as_of` asks for what was published by a day, `recorded` for what this database held at its end; one of the two.
    """

    series: tuple[int, ...] = ()
    transformation: str = "level"
    start: str = ""
    end: str = ""
    as_of: date | None = None
    base: str = ""
    is_log: bool = False
    has_two_axes: bool = False
    search: str = ""
    with_bands: bool = True
    recorded: date | None = None

    def address(self, **changes: object) -> str:
        """The address of the page with some parts changed."""
        text = replace(self, **changes).query if changes else self.query  # type: ignore[arg-type]
        return f"{PATH}?{text}" if text else PATH

    @property
    def moment(self) -> str:
        """The day of the figures as the address writes it; empty for the newest."""
        return moment_text(self.as_of, self.recorded)

    @property
    def query(self) -> str:
        """The part of the address after the question mark."""
        return _written(self)


@lru_cache(maxsize=256)
def _written(chosen: Selection) -> str:
    """A selection as its address says it; an answer says it in several places."""
    query = {
        "chuoi": ",".join(map(str, chosen.series)),
        "bien-doi": chosen.transformation if chosen.transformation != "level" else "",
        "tu": chosen.start,
        "den": chosen.end,
        "tai-ngay": chosen.moment,
        "goc": chosen.base,
        "log": "1" if chosen.is_log else "",
        "hai-truc": "1" if chosen.has_two_axes else "",
        "phong-trao": "" if chosen.with_bands else "0",
        "tim": chosen.search,
    }
    return urlencode({name: value for name, value in query.items() if value}, safe=",")


def selection_of(query: dict[str, str]) -> Selection:
    """The selection that an address names; what it says wrongly is left out."""
    numbers = [int(n) for n in query.get("chuoi", "").split(",") if n.isdecimal()][:MOST_SERIES]
    key = query.get("bien-doi", "level")
    as_of, recorded = as_of_and_recorded(query.get("tai-ngay", ""))
    return Selection(
        series=tuple(dict.fromkeys(numbers)),
        transformation=key if key in TRANSFORMATIONS else "level",
        start=month_of(query.get("tu", "")),
        end=month_of(query.get("den", "")),
        as_of=as_of,
        recorded=recorded,
        base=month_of(query.get("goc", "")),
        is_log=query.get("log") == "1",
        has_two_axes=query.get("hai-truc") == "1",
        search=query.get("tim", "")[:LONGEST_SEARCH],
        with_bands=query.get("phong-trao") != "0",
    )


def selection_in(address: str) -> Selection:
    """The selection of a whole address, such as a saved one; an empty one for what is no address."""
    try:
        return selection_of(dict(parse_qsl(urlsplit(address).query)))
    except ValueError:
        return Selection()


def month_of(text: str) -> str:
    """A month as people write it, in ISO 8601; empty where it is none.

    >>> month_of("T7/2019"), month_of("07/2019"), month_of("2019-7"), month_of("13/2019")
    ('2019-07', '2019-07', '2019-07', '')
    """
    text = text.strip()
    if found := _MONTH_FIRST.fullmatch(text):
        month, year = int(found[1]), int(found[2])
    elif found := _YEAR_FIRST.fullmatch(text):
        year, month = int(found[1]), int(found[2])
    else:
        return ""
    return f"{year:04d}-{month:02d}" if 1 <= month <= 12 else ""
