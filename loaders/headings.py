"""The grammar of column headings: words -> measure, comparison, period, status, unit, base.

A heading is read as two halves around `so với` (compared with): what is reported, and what it is compared with.
Words are data (`catalogue/headings.yaml`); what they mean together is decided here.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from data.observation import Comparison, Measure
from data.period import Period
from loaders.context import INDEX_TABLES, Context
from loaders.heading_answers import NO_STATISTIC, SET_ASIDE, heading_shape, possible_answers
from loaders.heading_comparisons import comparison_named
from loaders.heading_order import EACH, period_after, period_after_comparison, period_left_out
from loaders.heading_periods import read_period
from loaders.heading_text import clean_heading
from loaders.text import fold
from loaders.words import names_volume, patterns, words

__all__ = ["INDEX_TABLES", "Context", "Heading", "is_unit_heading", "read_heading", "read_period", "unit_of", "words"]

_COMPARED = re.compile(
    r"\bso (?:sanh )?voi\b|(?<!chi )(?<!tong )\bso (?=cung ky|ck|thang|quy|nam|kh\b|ke hoach|\d+ thang)"
    r"|\b(?:as )?compared? (?:to|with)\b|\bagainst\b|\bvs\.?\b|\bversus\b|\bover\b"
)
_COMPARED_WEAKLY = re.compile(r"(?<!gia )\bso sanh(?: \(?%\)?)? (?!nam\b|\d{4})")  # `So sánh (%) | Tháng trước`
_DIGITS = re.compile(r"(?<![\d.])\d{1,2}(?![\d.])|(?:19|20)\d\d")
PLAN_BASE = "KH"
_OF_PLAN = re.compile(r"(?:\bkh|ke hoach)(?: nam)?(?: (?:19|20)\d\d)?\W*$")  # `KH 2024 so với ƯTH 2023`
_PLAN_OF_YEAR = r"(?:\bkh|ke hoach)(?: ca)? nam"


class Heading(NamedTuple):
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

    @property
    def meaning(self) -> tuple[object, ...]:
        """What two columns of one table may not have in common."""
        return self.measure, self.comparison, self.period, self.index_of, self.base


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
    """What the joined heading `text` means under `context`; where it is not understood, what was answered about it."""
    heading = _read(clean_heading(text), text, context.untitled)
    if heading.is_understood or not context.learned:
        return heading
    answer = context.learned.get((context.table, heading_shape(text)), "")
    if answer == NO_STATISTIC:
        return heading._replace(problem=SET_ASIDE)
    answered = (
        _read(clean_heading(f"{text} {possible_answers()[answer]}"), text, context.untitled) if answer else heading
    )
    return answered if answered.is_understood else heading


@lru_cache(maxsize=16384)
def _read(folded: str, text: str, context: Context) -> Heading:
    marker = _COMPARED.search(folded) or _COMPARED_WEAKLY.search(folded)
    left, right = (folded[: marker.start()], f"{marker[0]} {folded[marker.end() :]}") if marker else (folded, "")
    words_alone = _DIGITS.sub("0", folded)
    status = _status(_DIGITS.sub("0", left)) or _status(words_alone)  # not that of what it is compared with
    heading = Heading(text, status=status, unit=_unit_of_folded(words_alone), table=context.table)
    if other := _other_kind(folded):
        return heading._replace(problem=other)
    is_ratio = context.is_index or (heading.unit == "%" and not patterns("share").search(folded))
    if marker is None and is_ratio and (bare := _comparison_without_marker(folded)):
        left, right = bare
    if right and _OF_PLAN.search(left):
        return heading._replace(problem="plan")
    if patterns("plan").search(right or (folded if heading.unit == "%" else "")):
        return _share_of_plan(heading, left, context)
    period = read_period(left, context)
    if right and (EACH.search(left) or read_period(left, context, default_year=False) is None):
        reported, right = period_after_comparison(left, right, context)
        period = reported or period
    if not right:
        return _plain(heading, folded, period, context)
    return _compared(heading, left, right, period, context)


def _comparison_without_marker(folded: str) -> tuple[str, str] | None:
    """Headings that leave `so với` out: a base period, or `cùng kỳ` alone."""
    if match := re.search(r"(ky goc|base period|thang 12 nam truoc|thang truoc|ky truoc|cung ky)", folded):
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
        return heading._replace(measure=Measure.SHARE, unit="%", period=period, problem="" if period else "no_period")
    measure: Measure | None = Measure.VALUE
    is_row_measure = False
    if context.is_trade:
        measure = Measure.VOLUME if names_volume(folded) else Measure.VALUE
    elif context.table == "industrial_products":
        measure, is_row_measure = Measure.VOLUME, True
    if patterns("plan").search(folded):
        return heading._replace(measure=measure, problem="plan")
    if context.is_index:
        return heading._replace(measure=Measure.INDEX, period=period, problem="no_comparison")
    problem = "" if period else "no_period"
    if period and heading.unit == "%" and patterns("rate").search(folded):
        problem = "no_comparison"
    return heading._replace(measure=measure, period=period, is_row_measure=is_row_measure, problem=problem)


def _share_of_plan(heading: Heading, left: str, context: Context) -> Heading:
    """A column of shares of the plan: of the year to date, unless the heading names another period."""
    period = read_period(left, context, default_year=False)
    if period is None and re.search(r"\d", left):
        period = read_period(left, context)
    if period is None:
        period = context.year_to_date
    if period and period.kind == "month" and re.search(_PLAN_OF_YEAR, fold(heading.text)):
        period = Period.year_to_date(
            period.end.year, period.end.month
        )  # the year's plan is held against the year so far
    problem = "" if period else "no_period"
    return heading._replace(measure=Measure.SHARE, unit="%", base=PLAN_BASE, period=period, problem=problem)


@lru_cache(maxsize=4096)
def _other_kind(folded: str) -> str:
    """What a column holds that is no statistic of the table, such as weights or unit prices; empty for most."""
    return next((kind for kind in words()["other"] if patterns("other", kind).search(folded)), "")


def _compared(heading: Heading, left: str, right: str, period: Period | None, context: Context) -> Heading:
    """A column of indices or growth rates."""
    if period is None and not re.search(r"\d", left):
        period = period_after(right, context) or period_left_out(left, right, context)
    if period is None:
        return heading._replace(problem="no_period")
    index_of = ""
    if context.is_trade:
        index_of = "volume" if names_volume(left + " " + right) else "value"
    comparison, base, problem = comparison_named(right, period, context)
    return heading._replace(
        measure=Measure.INDEX,
        comparison=comparison,
        period=period,
        index_of=index_of,
        base=base,
        unit="%",
        problem=problem,
    )
