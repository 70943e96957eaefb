"""What goes into a campaign statement and what comes out: frozen values without words.

Growth is in percent on the same month of last year; changes and differences are in percentage points.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

import pandas as pd


class Verdict(StrEnum):
    HIGHER = "higher_than_usual"
    AS_USUAL = "about_as_usual"
    LOWER = "lower_than_usual"
    NOT_ENOUGH_DATA = "not_enough_data"
    NOT_COMPARABLE = "not_comparable"


class Weight(StrEnum):
    """What a guard does to the verdict: only said, asks for a wider interval, or takes the verdict away."""

    NOTE = "note"
    LOWERS = "lowers"
    BLOCKS = "blocks"


class Mode(StrEnum):
    """How a campaign can be looked at: windows around it, year by year, or not at all."""

    WINDOWS = "windows"
    YEARLY = "yearly"
    OPEN_ENDED = "open_ended"
    UNDATED = "undated"


@dataclass(frozen=True, slots=True)
class CampaignPeriod:
    """A campaign as the statement needs it; `end` None runs on, `start` None is unknown.

    `precision` is `day`, `month`, `year` or `unknown`; `is_measurable` says that it has an economic target.
    """

    code: str
    name: str
    start: date | None
    end: date | None
    recurring: str = "none"
    precision: str = "day"
    is_measurable: bool = True

    @property
    def mode(self) -> Mode:
        """Whether there are months outside the campaign to compare with.

        Open-ended drives and campaigns of whole years (1 January to 31 December, one year or several) have none: for
        them only year by year is shown.
        """
        if self.start is None:
            return Mode.UNDATED
        if self.end is None:
            return Mode.OPEN_ENDED
        starts, ends = (self.start.month, self.start.day), (self.end.month, self.end.day)
        whole_years = self.precision == "year" or (starts == (1, 1) and ends == (12, 31))
        return Mode.YEARLY if whole_years else Mode.WINDOWS


@dataclass(frozen=True, slots=True)
class Break:
    """From `period` on the series measures something else: `kind` is `boundary`, `base` or `definition`."""

    period: pd.Period
    kind: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class Target:
    """What the campaign set itself: a level to reach over its months, or a growth in percent."""

    value: float
    is_growth: bool = False


@dataclass(frozen=True, slots=True)
class Guard:
    """A caution with its code, its weight and the parameters of its sentence."""

    code: str
    weight: Weight
    parameters: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Window:
    """Mean growth over consecutive months; `mean` None when a month is missing. `estimates` counts first estimates."""

    start: pd.Period
    end: pd.Period
    months: int
    mean: float | None
    missing: int
    estimates: int = 0


@dataclass(frozen=True, slots=True)
class Rank:
    """Place of the campaign among all windows of its length outside campaigns, 1 the highest.

    `at_least_as_large` of the `windows` - 1 others moved as much or more, in either direction: `own` and `others` are
    the growth in each over what its months before let expect, in percentage points.
    """

    position: int
    windows: int
    at_least_as_large: int
    own: float = 0.0
    others: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Change:
    """The change from before to during, what was to be expected of it, and its usual range.

    `change` = during - before. Growth falls back towards its usual level by itself: `expected` is that part.
    `low` and `high` bound the change in `confidence` of windows without a campaign; `excess` = change - expected,
    with the interval `excess_low` to `excess_high`, which then contains zero.
    """

    change: float
    expected: float
    low: float
    high: float
    confidence: float

    @property
    def excess(self) -> float:
        return self.change - self.expected

    @property
    def excess_low(self) -> float:
        return self.change - self.high

    @property
    def excess_high(self) -> float:
        return self.change - self.low


@dataclass(frozen=True, slots=True)
class Against:
    """The area's growth minus another's (the nation, a province) during and before, and the change of that lead."""

    name: str
    during: float | None
    before: float | None

    @property
    def change(self) -> float | None:
        return None if self.during is None or self.before is None else self.during - self.before


@dataclass(frozen=True, slots=True)
class YearLine:
    """Growth of a year's first `months` months together, of the same months a year before, and of the nation."""

    year: int
    months: int
    growth: float | None
    last_year: float | None
    nation: float | None


@dataclass(frozen=True, slots=True)
class TargetProgress:
    """Target against actual; `share` is percent of a level reached, None for a growth target."""

    target: float
    actual: float | None
    is_growth: bool
    share: float | None
    is_reached: bool | None


@dataclass(frozen=True, slots=True)
class CampaignResult:
    """Everything that may be said about a campaign and an indicator. Screen, alt text and briefing only word it."""

    campaign: CampaignPeriod
    indicator: str
    area: str
    mode: Mode
    verdict: Verdict
    guards: tuple[Guard, ...]
    months: int = 0
    last_month: pd.Period | None = None
    before: Window | None = None
    during: Window | None = None
    after: Window | None = None
    change: Change | None = None
    rank: Rank | None = None
    earlier_years: tuple[tuple[int, float | None], ...] = ()
    ytd_at_start: float | None = None
    ytd_at_end: float | None = None
    target: TargetProgress | None = None
    share_of_time: float | None = None
    against: tuple[Against, ...] = ()
    years: tuple[YearLine, ...] = ()
