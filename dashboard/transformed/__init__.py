"""One way from a stored series to any transformation of the registry: its inputs found, read and put together."""

from dashboard.transformed.made import Lacking, Made, lacking, made

__all__ = ["Lacking", "Made", "lacking", "made"]
