"""Headings that the grammar cannot read, and what analysts answered about them.

An answer is words of the grammar that stand behind the heading from then on: `Tháng 2/2020` of an index, answered with
`same_period`, is read as `Tháng 2/2020 so với cùng kỳ năm trước`. It is remembered for the heading's shape, in which
months and years are left open, so that the workbook of the next month asks nothing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from loaders.heading_text import clean_heading
from loaders.words import words

NO_STATISTIC = "none"
"""The answer that a column holds no figures of its table."""

SET_ASIDE = "answered_none"
"""The reason for which the figures of such a column are set aside."""

_BETWEEN = "+"
_YEAR = r"\b(?:19|20)\d\d\b"
_NUMBER = r"\b\d{1,2}\b"
_QUARTER = r"\bquy (?:iv|i{1,3}|[1-4])\b"

LearnedHeading = tuple[str, str, str, str]
"""(table, area or empty for all, shape of the heading, answer), in the order in which they were given."""


@lru_cache(maxsize=4096)
def heading_shape(text: str) -> str:
    """A heading as it is remembered, the same in every month.

    >>> heading_shape("Thực hiện tháng 2/2020"), heading_shape("TH quý II năm 2021")
    ('thuc hien thang #/####', 'th quy # nam ####')
    """
    return re.sub(_NUMBER, "#", re.sub(_YEAR, "####", re.sub(_QUARTER, "quy #", clean_heading(text))))


@cache
def possible_answers() -> dict[str, str]:
    """Answer -> its words; the likeliest first. `month+same_period` says the period and what it is compared with."""
    periods, comparisons = words()["answers"]["periods"], words()["answers"]["comparisons"]
    both = {f"{p}{_BETWEEN}{c}": f"{periods[p]} {comparisons[c]}" for p in periods for c in comparisons}
    return {**comparisons, **periods, **both}


def is_answer(answer: str) -> bool:
    return answer == NO_STATISTIC or answer in possible_answers()


def parts_of(answer: str) -> list[str]:
    """`month+same_period` -> [`month`, `same_period`]."""
    return answer.split(_BETWEEN)


def answers_for(area: str, learned: Sequence[LearnedHeading]) -> dict[tuple[str, str], str]:
    """(table, shape) -> answer, as it holds in an area: one for the area goes before one for all."""
    usable = [one for one in learned if is_answer(one[3])]
    for_all = {(table, shape): answer for table, where, shape, answer in usable if not where}
    return for_all | {(table, shape): answer for table, where, shape, answer in usable if where == area}
