"""Reference periods: months, quarters, years and spans of months or days, with order and arithmetic."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache, total_ordering

MONTHS_IN_YEAR = 12
MONTHS_IN_QUARTER = 3
FIRST_YEAR, LAST_YEAR = 1900, 2100

_MONTH = r"(\d{4})-(\d{2})"
_QUARTER = r"(\d{4})-Q([1-4])"
_YEAR = r"\d{4}"
_SPAN = r"(\d{4})-(\d{2})/(\d{4})-(\d{2})"
_DAYS = r"(\d{4}-\d{2}-\d{2})/(\d{4}-\d{2}-\d{2})"


@total_ordering
class Period:
    """A closed span of calendar days, never changed; whole months unless `start_day` or `end_day` say otherwise.

    `first` and `last` are month ordinals (`year * 12 + month - 1`). Three months that fill a calendar quarter
    are that quarter and twelve that fill a calendar year are that year, however they were written.

    >>> str(Period.span(2010, 1, 2010, 7)), str(Period.quarter(2010, 2)), str(Period.parse("2010"))
    ('2010-01/2010-07', '2010-Q2', '2010')
    """

    __slots__ = ("end_day", "first", "last", "start_day")

    def __init__(self, first: int, last: int, start_day: int = 0, end_day: int = 0) -> None:
        if last < first:
            raise ValueError(f"a period cannot end ({last}) before it starts ({first})")
        if not FIRST_YEAR <= first // MONTHS_IN_YEAR <= LAST_YEAR:
            raise ValueError(f"year {first // MONTHS_IN_YEAR} is outside {FIRST_YEAR}-{LAST_YEAR}")
        self.first, self.last, self.start_day, self.end_day = first, last, start_day, end_day

    @property
    def key(self) -> tuple[int, int, int, int]:
        """What makes it this period and no other, as numbers."""
        return self.first, self.last, self.start_day, self.end_day

    def __eq__(self, other: object) -> bool:
        return self.key == other.key if isinstance(other, Period) else NotImplemented

    def __hash__(self) -> int:
        return hash(self.key)

    def __repr__(self) -> str:
        return f"Period({self})"

    @classmethod
    def month(cls, year: int, month: int) -> Period:
        return cls.span(year, month, year, month)

    @classmethod
    def quarter(cls, year: int, quarter: int) -> Period:
        if not 1 <= quarter <= MONTHS_IN_YEAR // MONTHS_IN_QUARTER:
            raise ValueError(f"no quarter {quarter}")
        end = quarter * MONTHS_IN_QUARTER
        return cls.span(year, end - 2, year, end)

    @classmethod
    def year(cls, year: int) -> Period:
        return cls.span(year, 1, year, MONTHS_IN_YEAR)

    @classmethod
    def span(cls, start_year: int, start_month: int, end_year: int, end_month: int) -> Period:
        for month in (start_month, end_month):
            if not 1 <= month <= MONTHS_IN_YEAR:
                raise ValueError(f"no month {month}")
        return cls(start_year * MONTHS_IN_YEAR + start_month - 1, end_year * MONTHS_IN_YEAR + end_month - 1)

    @classmethod
    def year_to_date(cls, year: int, month: int) -> Period:
        """January to `month`; one month alone is that month."""
        return cls.span(year, 1, year, month)

    @classmethod
    def days(cls, start: date, end: date) -> Period:
        """A span that does not fall on month boundaries, such as the first half of a month."""
        first, last = (d.year * MONTHS_IN_YEAR + d.month - 1 for d in (start, end))
        whole = start.day == 1 and end.day == _last_day(end.year, end.month)
        return cls(first, last) if whole else cls(first, last, start.day, end.day)

    @classmethod
    def parse(cls, text: str) -> Period:
        """Read the ISO 8601 forms `2010-07`, `2010-Q2`, `2010`, `2010-01/2010-07`, `2010-07-01/2010-07-15`."""
        return _parsed(text)

    @classmethod
    def _read(cls, text: str) -> Period:
        if m := re.fullmatch(_MONTH, text):
            return cls.month(int(m[1]), int(m[2]))
        if m := re.fullmatch(_QUARTER, text):
            return cls.quarter(int(m[1]), int(m[2]))
        if re.fullmatch(_YEAR, text):
            return cls.year(int(text))
        if m := re.fullmatch(_SPAN, text):
            return cls.span(int(m[1]), int(m[2]), int(m[3]), int(m[4]))
        if m := re.fullmatch(_DAYS, text):
            return cls.days(date.fromisoformat(m[1]), date.fromisoformat(m[2]))
        raise ValueError(f"not a period: {text!r}; expected 2010-07, 2010-Q2, 2010 or 2010-01/2010-07")

    @property
    def months(self) -> int:
        """Number of calendar months touched."""
        return self.last - self.first + 1

    @property
    def start(self) -> date:
        return date(*_year_month(self.first), self.start_day or 1)

    @property
    def end(self) -> date:
        year, month = _year_month(self.last)
        return date(year, month, self.end_day or _last_day(year, month))

    @property
    def kind(self) -> str:
        """`month`, `quarter`, `year`, `year_to_date` (from January, not a quarter or year), `span` or `days`."""
        if self.start_day or self.end_day:
            return "days"
        starts_year = self.first % MONTHS_IN_YEAR == 0
        if self.months == 1:
            return "month"
        if self.months == MONTHS_IN_QUARTER and self.first % MONTHS_IN_QUARTER == 0:
            return "quarter"
        if self.months == MONTHS_IN_YEAR and starts_year:
            return "year"
        within_year = self.first // MONTHS_IN_YEAR == self.last // MONTHS_IN_YEAR
        return "year_to_date" if starts_year and within_year else "span"

    def shift(self, months: int) -> Period:
        """The period that many months later (earlier if negative), of the same length."""
        return Period(self.first + months, self.last + months, self.start_day, self.end_day)

    def previous_year(self) -> Period:
        return self.shift(-MONTHS_IN_YEAR)

    def __str__(self) -> str:
        (y1, m1), (y2, m2) = _year_month(self.first), _year_month(self.last)
        match self.kind:
            case "days":
                return f"{self.start.isoformat()}/{self.end.isoformat()}"
            case "month":
                return f"{y1:04d}-{m1:02d}"
            case "quarter":
                return f"{y1:04d}-Q{(m1 + 2) // MONTHS_IN_QUARTER}"
            case "year":
                return f"{y1:04d}"
        return f"{y1:04d}-{m1:02d}/{y2:04d}-{m2:02d}"

    def __lt__(self, other: Period) -> bool:
        """By last day, then by first day."""
        return (self.end, self.start) < (other.end, other.start)


@lru_cache(maxsize=16_384)
def _parsed(text: str) -> Period:
    """Periods never change, and the same months are read from every chart."""
    return Period._read(text)


def _last_day(year: int, month: int) -> int:
    return (date(*_year_month(year * MONTHS_IN_YEAR + month), 1) - date.resolution).day


def _year_month(ordinal: int) -> tuple[int, int]:
    return ordinal // MONTHS_IN_YEAR, ordinal % MONTHS_IN_YEAR + 1
