"""Which month a workbook reports, and when it was released."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from data.period import Period
from loaders.grid import Grid
from loaders.headings import Context, read_period
from loaders.tables import Segment
from loaders.text import fold, tidy

_DATED_NAME = re.compile(r"(?:^|[^\d])((?:19|20)\d{2})-(\d{2})-(\d{2})(?!\d)")
_MONTH_IN_NAME = (
    r"(?:(?:t|thang|thg|bieu|_)[ ._-]{0,2}(?=\d)|(?<!\d)(?=\d{6}(?!\d)))(0?[1-9]|1[0-2])"
    r"[ ._-]{0,2}(?:nam[ ._-]?)?(20\d{2})"
)
_SPAN = r"(?:\b\d{1,2} thang(?: dau)?|\bquy (?:iv|i{1,3}|[1-4]))"
_SPAN_IN_NAME = rf"{_SPAN} ?(?:nam ?)?(?:va [a-z0-9 ]*)?20\d\d"
UNKNOWN_MONTH = (0, 0)
_MONTHS = r"thang \d{1,2}(?: nam |/)(?:20|19)\d\d"
_SPANS = rf"{_SPAN}(?: nam |/| )(?:20|19)\d\d"
_HEADING_ROWS, _HEADING_COLUMNS = 14, 20
_REPORTING_DAYS = timedelta(days=12)
_DAY_29, _DAY_6 = 29, 6
_FIRST_MONTH_OF_DECREE_62 = (2024, 7)


def released_by_name(name: str) -> date | None:
    """The release date that a file name states as `2024-08-29-...`."""
    match = _DATED_NAME.search(name)
    try:
        return date(int(match[1]), int(match[2]), int(match[3])) if match else None
    except ValueError:
        return None


def release_day(year: int, month: int) -> date:
    """The legal day of publication for a reference month.

    Decree 94/2016 says the 29th of the month; for July 2024 and later Decree 62/2024 says the 6th of the next.
    """
    this = Period.month(year, month)
    if (year, month) >= _FIRST_MONTH_OF_DECREE_62:
        following = this.shift(1).start
        return following.replace(day=_DAY_6)
    return min(this.end, this.end.replace(day=min(this.end.day, _DAY_29)))


def reference_month(name: str, released: date | None, found: Iterable[tuple[Grid, list[Segment]]]) -> tuple[int, int]:
    """The month that the workbook reports, from the date in its name, else from its name, titles and headings.

    (0, 0) where none of them says it: no month is guessed.
    """
    if released is not None:
        back = released - _REPORTING_DAYS
        return back.year, back.month
    plain_name, places = fold(name), list(found)
    if match := re.search(_MONTH_IN_NAME, plain_name):
        return _year_of_headings(int(match[1]), places) or int(match[2]), int(match[1])
    if (match := re.search(_SPAN_IN_NAME, re.sub(r"[._-]+", " ", plain_name))) and (span := _period(match[0])):
        return span.end.year, span.end.month
    for pattern in (_MONTHS, _SPANS):  # a report on a quarter may name no month
        if last := _last_named(places, pattern):
            return last.year, last.month
    return UNKNOWN_MONTH


def _year_of_headings(month: int, places: Sequence[tuple[Grid, list[Segment]]]) -> int:
    """The year that the headings give the month of the file's name; names of January often keep the old year."""
    last = _last_named(places, _MONTHS)
    return last.year if last and last.month == month else 0


def _last_named(places: Sequence[tuple[Grid, list[Segment]]], pattern: str) -> date | None:
    """The end of the last period that titles and headings name often enough; None where they name none."""
    named = Counter(
        period for grid, segments in places for segment in segments for period in _named(grid, segment, pattern)
    )
    return max((p.end for p, count in named.items() if count * 4 >= max(named.values())), default=None)


def _period(text: str) -> Period | None:
    return read_period(text, Context(0, 0, ""), default_year=False)


def _named(grid: Grid, segment: Segment, pattern: str) -> list[Period]:
    """The periods of one kind that the title and the headings name."""
    found = []
    for row in range(segment.first, min(segment.first + _HEADING_ROWS, segment.last) + 1):
        text = fold(" ".join(tidy(grid.text(row, c)) for c in range(min(grid.n_cols, _HEADING_COLUMNS))))
        found += [period for part in re.findall(pattern, text) if (period := _period(part))]
    return found
