"""Titles that were left over from an earlier workbook: the column headings decide, the analyst is told."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from data.findings import Finding, Severity
from data.observation import Observation
from data.period import MONTHS_IN_YEAR, Period
from loaders.text import fold

_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)")
_MONTH = re.compile(r"thang (\d{1,2})(?!\d)")
_BASE = re.compile(r"(?:gia (?:so sanh|co dinh)|constant prices?|goc)\D{0,12}(?:19|20)\d\d")


def stale_titles(observations: list[Observation], titles: Mapping[str, str]) -> Iterator[Finding]:
    """`titles` by sheet. A title is stale when it names a year or a month that no column of its sheet ends in."""
    ends: dict[str, set[int]] = {}
    for o in observations:
        ends.setdefault(o.origin.sheet, set()).add(o.period.last)
    for sheet, title in titles.items():
        if sheet in ends and is_stale(title, ends[sheet]):
            newest = Period(max(ends[sheet]), max(ends[sheet]))
            parameters = {"title": title.strip(), "period": str(newest)}
            yield Finding("stale_title", Severity.WARNING, sheet, "", parameters)


def is_stale(title: str, ends: set[int]) -> bool:
    """Whether a title speaks of another time than columns that end in those months (month ordinals).

    >>> march = {2020 * 12 + 2}
    >>> is_stale("Bán lẻ tháng 3 và quý I năm 2019", march), is_stale("Bán lẻ tháng 3 năm 2020", march)
    (True, False)
    """
    folded = _BASE.sub("", fold(title))
    years = {int(y) for y in _YEAR.findall(folded)}
    if not years:
        return False
    if not years & {end // MONTHS_IN_YEAR for end in ends}:
        return True
    months = [int(m) for m in _MONTH.findall(folded)]
    if len(months) != 1 or len(years) != 1 or not 1 <= months[0] <= MONTHS_IN_YEAR:
        return False
    return next(iter(years)) * MONTHS_IN_YEAR + months[0] - 1 not in ends
