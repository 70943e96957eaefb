"""The reported period where it does not stand before `so với`: below the comparison, or left out altogether."""

from __future__ import annotations

import re

from data.period import MONTHS_IN_YEAR, Period
from loaders.context import Context
from loaders.heading_periods import read_period
from loaders.text import fold
from loaders.words import names_volume, patterns

EACH = re.compile(r"\bcac (?:thang|quy)\b")
_WHOLE_COMPARISON = (
    r"(?:cung ky|\bck\b|cung thang|cung thoi diem|nam|thang)(?: nam)? (?:truoc|(?:19|20)\d\d)(?: \(%\))?"
    r"|(?:thang )?binh quan nam(?: goc)? (?:(?:19|20)\d\d)(?: \(%\))?"
    r"|ky goc(?: \(?(?:nam )?(?:19|20)\d\d\)?)?(?: \(%\))?"
    r"|(?:the )?same period(?: of)?(?: (?:the )?(?:last|previous) (?:year|month)| (?:in|of) (?:19|20)\d\d)?(?: \(%\))?"
    r"|(?:cung ky|\bck)\b(?! nam)"
)
_PERIOD_WORD = (
    r"\bthang\b|\bquy\b|\bnam\b|\bmonths?\b|quarter|\d{4}|january|february|march|april|\bmay\b|june|july|august"
    r"|september|october|november|december"
)
_AVERAGE = r"\b(?:binh quan|bq)\b(?! (?:thang|nam))"  # of prices: of the months so far
_BARE_COMPARISON = (
    r"(?:cung ky(?: nam (?:19|20)\d\d)?|thang truoc|same period|previous month|corresponding period)"
    r"(?: (?:nam truoc|of )?(?:the )?(?:previous year|last year)?)?"
)


def period_after_comparison(left: str, right: str, context: Context) -> tuple[Period | None, str]:
    """The period of `So với cùng kỳ năm trước (%) | Quý II năm 2018`, and the words of the comparison alone."""
    match = re.search(_WHOLE_COMPARISON, right)
    if match is None:
        return None, right
    rest = right[match.end() :]
    named = EACH.sub(" ", left + " " + rest).replace("binh quan", " ")
    period = read_period(named, context) if re.search(_PERIOD_WORD, rest) else None
    return (period, right[: match.end()] + (" " + rest if names_volume(rest) else "")) if period else (None, right)


def compares_wholly(title: str) -> bool:
    """Whether a title says what its columns are compared with: `... năm 2023 (so với cùng kỳ)`."""
    after = re.split(r"\bso voi\b", fold(title))
    return len(after) > 1 and re.search(_WHOLE_COMPARISON, after[-1]) is not None


def period_left_out(left: str, right: str, context: Context) -> Period | None:
    """What `so với cùng kỳ` reports where no period is named: the month, or `Lũy kế` the months so far.

    `So với 6 tháng năm 2018` reports the six months of this year.
    """
    other = read_period(right, context, default_year=False)
    if other and context.year and other.kind in ("quarter", "year_to_date"):
        return other.shift(MONTHS_IN_YEAR * (context.year - other.end.year))
    if patterns("cumulative").search(left + " " + right) or re.search(_AVERAGE, left + " " + right):
        return context.year_to_date
    return context.reported_month


def period_after(right: str, context: Context) -> Period | None:
    """The reported period where it stands below the comparison: `So với cùng kỳ năm trước (%) / Quý I / năm 2018`."""
    rest = re.sub(r"so (?:sanh )?voi|compared (?:to|with)|over", " ", right)
    rest, count = re.subn(_BARE_COMPARISON, " ", rest)
    if not count or not re.search(r"\d|\b(?:iv|i{1,3})\b", rest):
        return None
    return read_period(rest.replace("nam truoc", " "), context)
