"""Seasonal adjustment with the Vietnamese Tết: X-13ARIMA-SEATS where it runs, STL where it cannot."""

from indicators.seasonal.adjust import FEWEST_MONTHS, MONTHS_OF_END, Adjusted, adjust, adjust_many

__all__ = ["FEWEST_MONTHS", "MONTHS_OF_END", "Adjusted", "adjust", "adjust_many"]
