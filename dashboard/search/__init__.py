"""One search for everything that has an address: pages, series, campaigns, releases, areas, quoted figures, words."""

from dashboard.search.entries import Entry, Kind
from dashboard.search.find import find, found_series

__all__ = ["Entry", "Kind", "find", "found_series"]
