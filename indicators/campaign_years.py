"""Years of a campaign that has no outside, each against the same months of the year before and the nation."""

from __future__ import annotations

import numpy as np
import pandas as pd

from indicators.campaign_types import CampaignPeriod, YearLine
from indicators.growth import PERCENT
from indicators.periods import MONTHS_IN_YEAR, periods_of


class YearGrowth:
    """Growth of a year's months together: as published for them, else from the months where all of them are known."""

    def __init__(self, growth: pd.Series, levels: pd.Series | None, cumulative: pd.Series | None) -> None:
        self.growth, self.levels, self.cumulative = _known(growth), _known(levels), _known(cumulative)

    def last_month(self, year: int) -> pd.Period | None:
        """The last month of the year up to which its growth is known."""
        months = pd.period_range(f"{year}-01", f"{year}-12", freq="M")
        return next((month for month in reversed(months) if self.until(month) is not None), None)

    def until(self, month: pd.Period) -> float | None:
        """From January to `month`, on the same months of last year, percent."""
        if month.ordinal in self.cumulative:
            return self.cumulative[month.ordinal]
        months = range(month.ordinal - month.month + 1, month.ordinal + 1)
        if any(one not in self.growth for one in months):
            return None
        if any(one not in self.levels for one in months):
            return float(np.mean([self.growth[one] for one in months]))
        now = sum(self.levels[one] for one in months)
        before = sum(self.levels[one] / (1 + self.growth[one] / PERCENT) for one in months)
        return float(PERCENT * (now / before - 1))


def _known(series: pd.Series | None) -> dict[int, float]:
    """The values that are there, by ordinal of their month."""
    if series is None:
        return {}
    known = series.dropna()
    return dict(zip(periods_of(known).asi8.tolist(), known.to_list(), strict=True))


def year_lines(campaign: CampaignPeriod, area: YearGrowth, nation: YearGrowth | None) -> tuple[YearLine, ...]:
    """Growth of each year of the campaign so far, against the same months of last year and the nation."""
    newest = max([*area.growth, *area.cumulative], default=None)
    if campaign.start is None or newest is None:
        return ()
    last_year = min(year for year in (campaign.end and campaign.end.year, _year_of(newest)) if year)
    return tuple(_year_line(year, area, nation) for year in range(campaign.start.year, last_year + 1))


def _year_of(ordinal: int) -> int:
    return int(pd.Period(ordinal=ordinal, freq="M").year)


def _year_line(year: int, area: YearGrowth, nation: YearGrowth | None) -> YearLine:
    month = area.last_month(year)
    if month is None:
        return YearLine(year, 0, None, None, None)
    return YearLine(
        year,
        month.month,
        area.until(month),
        area.until(month - MONTHS_IN_YEAR),
        None if nation is None else nation.until(month),
    )
