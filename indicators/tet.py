"""Tết Nguyên đán: the first day of the Vietnamese lunar year, and what share of its season falls in each month.

Computed for the meridian of Việt Nam (UTC+7) after Hồ Ngọc Đức, "Computing the Vietnamese lunar calendar", with the
new moons and the sun's longitude of Jean Meeus, "Astronomical Algorithms". The Chinese calendar (UTC+8) differs in
1985, 2007 and 2030; tables that show 3 February for 2030 are Chinese.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache
from math import floor, pi, radians, sin

import numpy as np
import pandas as pd

from indicators.periods import MONTHS_IN_YEAR

VIETNAM_HOURS = 7
SYNODIC_MONTH = 29.530588853
FIRST_NEW_MOON = 2415021.076998695
J1900 = 2415020.75933
J2000 = 2451545.0
DAY_OF_ORDINAL_ZERO = 1721425
DAYS_BEFORE, DAYS_DURING = 14, 7
CENTRING_YEARS = (1976, 2050)
DECEMBER_SOLSTICE_SECTOR = 9
BEFORE, DURING = "tet_before", "tet_during"


@cache
def new_year(year: int) -> date:
    """First day of the lunar year that begins in `year`.

    >>> [str(new_year(year)) for year in (1985, 2007, 2030)]
    ['1985-01-21', '2007-02-17', '2030-02-02']
    """
    last, this = _eleventh_month(year - 1), _eleventh_month(year)
    number = floor((last - FIRST_NEW_MOON) / SYNODIC_MONTH + 0.5)
    offset = 2
    if this - last > 365 and _leap_offset(last) <= offset:
        offset += 1
    return date.fromordinal(_new_moon_day(number + offset) - DAY_OF_ORDINAL_ZERO)


def regressors(months: pd.PeriodIndex, *, before: int = DAYS_BEFORE, during: int = DAYS_DURING) -> pd.DataFrame:
    """Columns `tet_before` and `tet_during`: share of the `before` days up to Tết, and of the `during` days from it,
    that fall in each month, minus the mean of the calendar month over 1976-2050 so that the level is unchanged.
    """
    first, last = CENTRING_YEARS
    every = pd.period_range(f"{min(first, months.year.min())}-01", f"{max(last, months.year.max() + 1)}-12", freq="M")
    base = every[0].ordinal
    table = np.zeros((len(every), 2))
    for year in range(int(every.year.min()), int(every.year.max()) + 1):
        day = new_year(year)
        for column, days, length in ((0, range(-before, 0), before), (1, range(during), during)):
            for number in days:
                at = pd.Period(day + timedelta(number), "M").ordinal - base
                if 0 <= at < len(table):
                    table[at, column] += 1 / length
    centring = np.asarray((every.year >= first) & (every.year <= last))
    means = table[centring].reshape(-1, MONTHS_IN_YEAR, 2).mean(axis=0)
    centred = table - np.tile(means, (len(table) // MONTHS_IN_YEAR, 1))
    return pd.DataFrame(centred, index=every, columns=[BEFORE, DURING]).reindex(months)


def _new_moon(k: int) -> float:
    """Julian day of the k-th new moon after 1 January 1900."""
    t = k / (100 * MONTHS_IN_YEAR + 36.85)
    mean = J1900 + 29.53058868 * k + 0.0001178 * t**2 - 0.000000155 * t**3
    mean += 0.00033 * sin(radians(166.56 + 132.87 * t - 0.009173 * t**2))
    sun = radians(359.2242 + 29.10535608 * k - 0.0000333 * t**2 - 0.00000347 * t**3)
    moon = radians(306.0253 + 385.81691806 * k + 0.0107306 * t**2 + 0.00001236 * t**3)
    node = radians(21.2964 + 390.67050646 * k - 0.0016528 * t**2 - 0.00000239 * t**3)
    shift = (0.1734 - 0.000393 * t) * sin(sun) + 0.0021 * sin(2 * sun) - 0.4068 * sin(moon) + 0.0161 * sin(2 * moon)
    shift += -0.0004 * sin(3 * moon) + 0.0104 * sin(2 * node) - 0.0051 * sin(sun + moon) - 0.0074 * sin(sun - moon)
    shift += 0.0004 * sin(2 * node + sun) - 0.0004 * sin(2 * node - sun) - 0.0006 * sin(2 * node + moon)
    shift += 0.0010 * sin(2 * node - moon) + 0.0005 * sin(sun + 2 * moon)
    delta = -0.000278 + 0.000265 * t + 0.000262 * t**2
    return mean + shift - delta


def _new_moon_day(k: int) -> int:
    return floor(_new_moon(k) + 0.5 + VIETNAM_HOURS / 24)


def _sun_sector(day: int) -> int:
    """Twelfth of the ecliptic (0 to 11, from the spring equinox) in which the sun stands at midnight of the day."""
    t = (day - 0.5 - VIETNAM_HOURS / 24 - J2000) / 36525
    mean = radians(357.52910 + 35999.05030 * t - 0.0001559 * t**2 - 0.00000048 * t**3)
    centre = (1.914600 - 0.004817 * t - 0.000014 * t**2) * sin(mean)
    centre += (0.019993 - 0.000101 * t) * sin(2 * mean) + 0.000290 * sin(3 * mean)
    longitude = radians(280.46645 + 36000.76983 * t + 0.0003032 * t**2 + centre)
    return floor((longitude % (2 * pi)) / pi * 6)


def _eleventh_month(year: int) -> int:
    """Day on which the month of the winter solstice begins."""
    end_of_year = date(year, 12, 31).toordinal() + DAY_OF_ORDINAL_ZERO
    k = floor((end_of_year - 2415021) / SYNODIC_MONTH)
    day = _new_moon_day(k)
    return _new_moon_day(k - 1) if _sun_sector(day) >= DECEMBER_SOLSTICE_SECTOR else day


def _leap_offset(eleventh: int) -> int:
    """Number of the month, counted from the eleventh, in which the sun enters no new sector."""
    k = floor((eleventh - FIRST_NEW_MOON) / SYNODIC_MONTH + 0.5)
    number = 1
    sector = _sun_sector(_new_moon_day(k + number))
    while number < MONTHS_IN_YEAR + 2:
        previous, number = sector, number + 1
        sector = _sun_sector(_new_moon_day(k + number))
        if sector == previous:
            break
    return number - 1
