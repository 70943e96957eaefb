"""The grammar of column headings: words -> measure, comparison, period, status, unit, base.

A heading is read as two halves around `so với` (compared with): what is reported, and what it is compared with.
Words are data (`catalogue/headings.yaml`); what they mean together is decided here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from data.observation import Comparison, Measure
from data.period import Period
from loaders.context import INDEX_TABLES, Context
from loaders.heading_comparisons import comparison_named
from loaders.heading_periods import read_period
from loaders.text import fold
from loaders.words import number_words, patterns, words

__all__ = ["INDEX_TABLES", "Context", "Heading", "is_unit_heading", "read_heading", "read_period", "unit_of", "words"]

_COMPARED = re.compile(
    r"\bso (?:sanh )?voi\b|\bso (?=cung ky|ck|thang|quy|nam|kh\b|ke hoach|\d+ thang)"
    r"|\b(?:as )?compared? (?:to|with)\b|\bagainst\b|\bvs\.?\b|\bversus\b|\bover\b"
)
_DIGITS = re.compile(r"(?<![\d.])\d{1,2}(?![\d.])|(?:19|20)\d\d")
_WITH_YEAR = (
    r"(?:\d{1,2} ?thang|thang \d{1,2}|\bt\.? ?\d{1,2}|quy (?:iv|i{1,3}|[1-4])|nam)(?: ?(?:nam|[/.-])? ?(?:19|20)\d\d)"
)
_OVER = re.compile(rf"({_WITH_YEAR}) ?/ ?(?={_WITH_YEAR})")  # `9 tháng 2018/9 tháng 2017 (%)`
_GLUED = re.compile(r"(so voi|cung ky|thang|nam|quy|truoc)(?=(?:so voi|cung ky|thang|nam|quy|truoc)\b)")
_WHOLE_COMPARISON = re.compile(
    r"(?:cung ky|\bck\b|cung thang|cung thoi diem|nam|thang)(?: nam)? (?:truoc|(?:19|20)\d\d)(?: \(%\))?"
    r"|(?:the )?same period(?: of)?(?: (?:the )?(?:last|previous) (?:year|month)| (?:in|of) (?:19|20)\d\d)?(?: \(%\))?"
    r"|cung ky\b(?! nam)"
)
_PERIOD_WORD = re.compile(
    r"\bthang\b|\bquy\b|\bnam\b|\bmonths?\b|quarter|\d{4}|january|february|march|april|\bmay\b|june|july|august"
    r"|september|october|november|december"
)
_BARE_COMPARISON = re.compile(
    r"(?:cung ky|thang truoc|same period|previous month|corresponding period)"
    r"(?: (?:nam truoc|of )?(?:the )?(?:previous year|last year)?)?"
)
PLAN_BASE = "KH"
_PLAN_OF_YEAR = re.compile(r"(?:\bkh|ke hoach)(?: ca)? nam")


@dataclass(frozen=True, slots=True)
class Heading:
    """What a column means. `period` None or `problem` not empty: not understood, and why."""

    text: str
    measure: Measure | None = None
    comparison: Comparison = Comparison.NONE
    period: Period | None = None
    index_of: str = ""
    base: str = ""
    status: str = ""
    unit: str = ""
    problem: str = ""
    table: str = ""
    is_row_measure: bool = False

    @property
    def is_understood(self) -> bool:
        return self.period is not None and not self.problem


def is_unit_heading(text: str) -> bool:
    return bool(patterns("unit_heading").search(fold(text).strip("().: ")))


def unit_of(text: str) -> str:
    """The unit named in `text`, in its usual spelling, or empty."""
    return _unit_of_folded(fold(text))


@lru_cache(maxsize=4096)
def _unit_of_folded(folded: str) -> str:
    best, at = "", len(folded) + 1
    for unit in words()["units"]:
        match = patterns("units", unit).search(folded)
        if match and (match.start() < at or (match.start() == at and len(unit) > len(best))):
            best, at = unit, match.start()
    return best


def read_heading(text: str, context: Context) -> Heading:
    """What the joined heading `text` means under `context`."""
    return _read(_clean(text), text, context.untitled)


@lru_cache(maxsize=4096)
def _clean(text: str) -> str:
    folded = fold(text).replace("qui ", "quy ").replace("quuy", "quy").replace("( ", "(")
    if "ku" in folded or "vii" in folded:  # letters that a legacy font left behind
        folded = re.sub(r"\bku\b", "ky", re.sub(r"\bvii\b", "voi", folded))
    if "nam nam " in folded:
        folded = re.sub(r"(?<!thang )\bnam nam ((?:19|20)\d\d)", r"nam \1", folded)
        folded = re.sub(rf"\b((?:\d+|{number_words()}) thang(?: dau)?) nam nam (?=[12]\d)", r"\1 nam ", folded)
    folded = re.sub(r"(thang|nam|quy)(\d)", r"\1 \2", folded)
    folded = re.sub(r"(\d)(thang|nam)\b", r"\1 \2", folded)
    folded = re.sub(r"\bnam((?:19|20)\d\d)", r"nam \1", folded)
    folded = re.sub(r"((?:19|20)\d\d)(so voi)", r"\1 \2", folded)
    folded = _OVER.sub(r"\1 so voi ", folded)
    folded = _GLUED.sub(r"\1 ", folded)
    folded = re.sub(r"\b(quy [ivx1-4]+)((?:19|20)\d\d)", r"\1 \2", folded)
    return re.sub(r"[:;]", " ", folded)


@lru_cache(maxsize=8192)
def _read(folded: str, text: str, context: Context) -> Heading:
    halves = _COMPARED.split(folded, maxsplit=1)
    marker = _COMPARED.search(folded)
    left = halves[0]
    right = (marker[0] + " " + halves[1]) if marker and len(halves) > 1 else ""
    if marker is None and context.is_index and (bare := _comparison_without_marker(folded)):
        left, right = bare
    words_alone = _DIGITS.sub("0", folded)
    heading = Heading(text=text, status=_status(words_alone), unit=_unit_of_folded(words_alone))
    if right and patterns("plan").search(right):
        return _share_of_plan(heading, left, context)
    period = read_period(left, context)
    if right and read_period(left, context, default_year=False) is None:
        reported, right = _period_after_comparison(left, right, context)
        period = reported or period
    if not right:
        return _plain(heading, folded, period, context)
    return _compared(heading, left, right, period, context)


def _period_after_comparison(left: str, right: str, context: Context) -> tuple[Period | None, str]:
    """The period of `So với cùng kỳ năm trước (%) | Quý II năm 2018`, and the words of the comparison alone."""
    match = _WHOLE_COMPARISON.search(right)
    if match is None:
        return None, right
    rest = right[match.end() :]
    period = read_period((left + " " + rest).replace("binh quan", " "), context) if _PERIOD_WORD.search(rest) else None
    return (period, right[: match.end()] + (" " + rest if _names_volume(rest) else "")) if period else (None, right)


def _comparison_without_marker(folded: str) -> tuple[str, str] | None:
    """Headings that leave `so với` out: a base period, or `cùng kỳ` alone."""
    if match := re.search(r"(ky goc|base period|thang truoc|cung ky)", folded):
        return folded[: match.start()], folded[match.start() :]
    return None


@lru_cache(maxsize=4096)
def _status(folded: str) -> str:
    """The last status that is named; none where `Cộng dồn` stands below it, and `Ước thực hiện` is an estimate."""
    found = sorted((m.start(), name) for name in words()["status"] for m in patterns("status", name).finditer(folded))
    cumulative = patterns("cumulative").search(folded)
    if not found or (cumulative and found[-1][0] < cumulative.start()):
        return ""
    names = [name for _, name in found]
    is_estimated = names[-1] == "official" and "estimate" in names and re.search(r"\buoc\b", folded)
    return "estimate" if is_estimated else names[-1]


def _plain(heading: Heading, folded: str, period: Period | None, context: Context) -> Heading:
    """A column of levels or shares."""
    if patterns("share").search(folded):
        return replace(heading, measure=Measure.SHARE, unit="%", period=period, problem="" if period else "no_period")
    measure: Measure | None = Measure.VALUE
    is_row_measure = False
    if context.is_trade:
        measure = Measure.VOLUME if _names_volume(folded) else Measure.VALUE
    elif context.table == "industrial_products":
        measure, is_row_measure = Measure.VOLUME, True
    elif context.is_index:
        return replace(heading, measure=Measure.INDEX, period=period, problem="no_comparison")
    if patterns("plan").search(folded):
        return replace(heading, measure=measure, problem="plan")
    problem = "" if period else "no_period"
    return replace(heading, measure=measure, period=period, is_row_measure=is_row_measure, problem=problem)


def _share_of_plan(heading: Heading, left: str, context: Context) -> Heading:
    """A column of shares of the plan: of the year to date, unless the heading names another period."""
    period = read_period(left, context, default_year=False)
    if period is None and re.search(r"\d", left):
        period = read_period(left, context)
    if period is None and context.year:
        period = Period.year_to_date(context.year, context.month)
    if period and period.kind == "month" and _PLAN_OF_YEAR.search(fold(heading.text)):
        period = Period.year_to_date(
            period.end.year, period.end.month
        )  # the year's plan is held against the year so far
    problem = "" if period else "no_period"
    return replace(heading, measure=Measure.SHARE, unit="%", base=PLAN_BASE, period=period, problem=problem)


def _names_volume(folded: str) -> bool:
    volumes = [m.start() for m in patterns("volume").finditer(folded)]
    values = [m.start() for m in patterns("value").finditer(folded)]
    return bool(volumes) and (not values or volumes[-1] > values[-1])


def _compared(heading: Heading, left: str, right: str, period: Period | None, context: Context) -> Heading:
    """A column of indices or growth rates."""
    if period is None and not re.search(r"\d", left):
        period = _period_after(right, context) or Period.month(context.year, context.month)
    if period is None:
        return replace(heading, problem="no_period")
    index_of = ""
    if context.is_trade:
        index_of = "volume" if _names_volume(left + " " + right) else "value"
    comparison, base, problem = comparison_named(right, period, context)
    return replace(
        heading,
        measure=Measure.INDEX,
        comparison=comparison,
        period=period,
        index_of=index_of,
        base=base,
        unit="%",
        problem=problem,
    )


def _period_after(right: str, context: Context) -> Period | None:
    """The reported period where it stands below the comparison: `So với cùng kỳ năm trước (%) / Quý I / năm 2018`."""
    rest = re.sub(r"so (?:sanh )?voi|compared (?:to|with)|over", " ", right)
    rest, count = _BARE_COMPARISON.subn(" ", rest)
    if not count or not re.search(r"\d|\b(?:iv|i{1,3})\b", rest):
        return None
    return read_period(rest.replace("nam truoc", " "), context)
