"""A chart's figures as CSV: UTF-8 with byte order mark, so that spreadsheets show Vietnamese; never a formula."""

from __future__ import annotations

import csv as writer
import io

from dashboard.briefing.bounds import with_bounds
from dashboard.briefing.safe_text import cell_text, clean
from dashboard.briefing.words import foot, kind_of_rows
from dashboard.figures.spec import ChartSpec
from data.wording import say

DECIMAL_MARKS = {",": ";", ".": ","}
"""Decimal mark and the separator that goes with it."""


def table(spec: ChartSpec, decimal: str = ",") -> bytes:
    """Title, one line for each category, then note and source. Numbers keep 15 digits, as many as a
    spreadsheet does; missing ones are empty.

    Raises KeyError for a decimal mark that is neither comma nor point.
    """
    spec, separator = with_bounds(spec), DECIMAL_MARKS[decimal]
    tongue = spec.language
    out = io.StringIO()
    lines = writer.writer(out, delimiter=separator, lineterminator="\r\n")
    lines.writerow([cell_text(spec.title)])
    lines.writerow([cell_text(spec.subtitle)])
    has_status = any(one.statuses for one in spec.series)
    head = [say(f"briefing.table.{kind_of_rows(spec)}", tongue)]
    head += [cell_text(f"{one.name} ({one.unit})" if one.unit else one.name) for one in spec.series]
    if has_status:
        head.append(say("briefing.table.status", tongue))
    if spec.remarks:
        head.append(cell_text(spec.remarks_title))
    lines.writerow(head)
    for at, name in enumerate(spec.labels):
        row = [cell_text(name), *(_number(one.values[at], decimal) for one in spec.series)]
        if has_status:
            row.append(status_words(spec, at))
        if spec.remarks:
            row.append(cell_text(spec.remarks[at]))
        lines.writerow(row)
    for line in (clean(foot(spec), 2000),):
        lines.writerow([cell_text(line)])
    return b"\xef\xbb\xbf" + out.getvalue().encode()


def status_words(spec: ChartSpec, at: int) -> str:
    """`ước tính`, `sơ bộ` or `chính thức` of a category; that of the least certain series."""
    known = {one.statuses[at] for one in spec.series if at < len(one.statuses) and one.values[at] is not None}
    least = next((status for status in ("estimate", "preliminary", "official") if status in known), "")
    return say(f"briefing.status.{least}", spec.language) if least else ""


def _number(value: float | None, decimal: str) -> str:
    return "" if value is None else format(value, ".15g").replace(".", decimal)
