"""One search for everything that has an address: pages, series, campaigns, releases, areas, quoted figures, words."""

from dashboard.search.entries import Entry, Kind
from dashboard.search.find import Found, find, found, found_series

__all__ = ["Entry", "Found", "Kind", "find", "found", "found_series"]
