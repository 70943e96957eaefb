"""Figures inside running text, as departments send them: `8.290 tỷ đồng (↓3,32%)`, `↑ 12,3%`.

Such a cell may hold a level, a rate of growth, or both. All of it is doubtful enough for a warning: the arrow may be
a letter of a broken font (`á` for `↑`), a mark may be doubled, and the month may be meant as a running total.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from data.observation import Comparison, Measure, Observation
from loaders.numbers import read_number
from loaders.text import fold

_NUMBER = r"\d[\d., ]*\d|\d"
_LEVEL = re.compile(
    rf"^\W*({_NUMBER})\s*(nghìn tỷ đồng|tỷ đồng|triệu đồng|tỷ usd|triệu usd|nghìn usd|usd|đồng)", re.IGNORECASE
)
_GROWTH = rf"(?i)([↑↓áâ▲▼]|\btăng|\bgiảm)\s*({_NUMBER})\s*(%?)([^↑↓▲▼]*)"
_THOUSANDS = r"(?i)\s*1[., ]?000\s*(?:đồng|usd|us\$|đô la(?: mỹ)?)\s*"  # a unit: `1.000 USD`
_RATE_FIRST = re.compile(r"^\s*\(?(?:[↑↓▲▼]|tăng|giảm)\s*\d", re.IGNORECASE)
_FALLING = ("↓", "▼", "â", "giảm")
_LARGE_UNITS = ("đồng", "usd")
_LARGEST_LIKELY = 1000.0

IN_WORDS = "in_words"
"""The note of an observation that was read from words."""


class WrittenFigure(NamedTuple):
    """A level with its unit, or growth in percent against `comparison` (empty unit)."""

    value: float
    unit: str = ""
    comparison: Comparison = Comparison.NONE


def figures_in(text: str) -> list[WrittenFigure]:
    """The figures of a text, level first; none where a number is misspelt (`56..537,447 tỷ đồng`).

    >>> [f.value for f in figures_in("8.290 tỷ đồng (↓3,32%)")]
    [8290.0, -3.32]
    """
    found: list[WrittenFigure] = []
    level = _LEVEL.match(text)
    if level and (value := _amount(level[1])) is not None:
        found.append(WrittenFigure(value, " ".join(level[2].split())))
    for arrow, digits, _, rest in re.findall(_GROWTH, text):
        rate = read_number(digits)
        if rate is None or rate >= _LARGEST_LIKELY:
            continue
        comparison = Comparison.PREVIOUS_MONTH if "thang truoc" in fold(rest) else Comparison.SAME_PERIOD_PREVIOUS_YEAR
        found.append(WrittenFigure(-rate if arrow.lower() in _FALLING else rate, "", comparison))
    return found


def observations_in(plain: Observation, text: str) -> list[Observation]:
    """Growth and level of a cell such as `8.290 tỷ đồng (↓3,32%)`, which `plain` describes; the level comes last.

    A rate in a column of rates is of that column's comparison.
    """
    found = []
    for figure in reversed(figures_in(text)):
        if figure.unit:
            found.append(_level(plain, figure))
            continue
        yearly = figure.comparison is Comparison.SAME_PERIOD_PREVIOUS_YEAR and plain.period.months == 1
        comparison = Comparison.SAME_MONTH_PREVIOUS_YEAR if yearly else figure.comparison
        if plain.comparison is not Comparison.NONE:
            comparison = plain.comparison
        index_of = "value" if plain.table.startswith("goods_") else ""
        rate = plain._replace(value=figure.value, unit="%", measure=Measure.GROWTH, comparison=comparison)
        found.append(rate._replace(index_of=plain.index_of or index_of, base="", note=IN_WORDS))
    return found


def _level(plain: Observation, figure: WrittenFigure) -> Observation:
    """The level of a cell, which compares nothing even where its column does: `Thực hiện tháng 4 (so cùng kỳ)`."""
    level = plain._replace(value=figure.value, unit=figure.unit, measure=Measure.VALUE, note=IN_WORDS)
    if plain.comparison is Comparison.NONE:
        return level
    return level._replace(comparison=Comparison.NONE, index_of="", base="")


def _amount(digits: str) -> float | None:
    return read_number(digits, thousands_likely="," not in digits)


@lru_cache(maxsize=4096)
def begins_with_figure(text: str) -> bool:
    """Whether a text begins as figures within words do; `giá 5 tháng` in a heading does not."""
    return bool(_LEVEL.match(text) or _RATE_FIRST.match(text)) and not re.fullmatch(_THOUSANDS, text)


def holds_figures(value: object) -> bool:
    """Whether a cell is text in which figures stand beside words or arrows."""
    return isinstance(value, str) and bool(_LEVEL.match(value) or re.search(_GROWTH, value))
