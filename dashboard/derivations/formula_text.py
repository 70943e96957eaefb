"""The formula of a computed number as people read it: with names, with numbers, and as Excel takes it."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping, Sequence

from dashboard.derivations.model import Explained, MonthResult
from dashboard.formats import MINUS, month_short, number, period_long, signed, unit_inside
from dashboard.method_words import method_words
from dashboard.names import subject
from data.period import MONTHS_IN_YEAR, Period
from data.wording import say
from indicators.formulas import FUNCTIONS, TERM, Term, term_of
from indicators.registry import PERCENT_UNIT, POINTS

_CALL = re.compile(rf"(?:(?P<function>{'|'.join(FUNCTIONS)}))?{TERM.pattern}")
_SIGNS = ((" * ", " × "), (" / ", " ÷ "), (" - ", f" {MINUS} "), (" ^ 12", "¹²"))
_PRICES = frozenset({"price_index", "price_level"})
MOST_DECIMALS = 4


def words_of(one: Explained, language: str) -> str:
    """How it is computed, in a sentence, and which method was chosen where there is a choice."""
    deflator = next((given.series for given in one.inputs if given.need in _PRICES and given.series), None)
    name = subject(deflator, language) if deflator else ""
    method = method_words(one.outcome, language, deflator=name, unit=one.series.unit)
    return f"{say(f'lineage.words.{one.how.key}', language)} {method}".strip()


def with_names(one: Explained, language: str) -> str:
    """`(giá trị T11/2024 ÷ giá trị T10/2024 − 1) × 100`."""

    def named(function: str, term: Term) -> str:
        name, last = say(f"lineage.need.{term.need}", language), one.months[-1].month
        first, end = last + term.offsets[0], last + term.offsets[-1]
        when = (
            _since_january(first, language) if one.derivation.is_cumulative(term.need) else month_short(first, language)
        )
        if first != end:
            when = say("lineage.range", language, first=when, last=month_short(end, language))
        divided = " ÷ 100" if term.in_hundredths else ""
        words = f"{name} {when}{divided}" if term.need != "plan" else name
        return say(f"lineage.function.{function.lower()}", language, of=words) if function else words

    return _filled(one.months[-1].formula, named)


def _since_january(last: int, language: str) -> str:
    return period_long(Period(last - last % MONTHS_IN_YEAR, last), language)


def with_numbers(one: Explained, language: str) -> str:
    """The same with the numbers that went in; sums and means stand worked out."""

    def shown(function: str, term: Term) -> str:
        return exact(_worked_out(function, _values(one.values, one.months[-1].month, term)), language)

    return _filled(one.months[-1].formula, shown)


def for_excel(one: MonthResult, place: Callable[[str, int], str]) -> str:
    """The formula with addresses of cells: `place(need, month)` gives that of one input; those of a range adjoin."""

    def addressed(found: re.Match[str]) -> str:
        term, function = term_of(found), found["function"] or ""
        first, last = (place(term.need, one.month + at) for at in (term.offsets[0], term.offsets[-1]))
        if term.last is None:
            return first
        return f"{function}({first}:{last}{'/100' if term.in_hundredths else ''})"

    return _CALL.sub(addressed, one.formula)


def result_text(value: float, one: Explained, language: str, decimals: int | None = None) -> str:
    """The result with its unit; growth bears its sign, shares and levels do not."""
    places = decimals if decimals is not None else 2 if abs(value) < 1000 else 1
    if one.how.is_share:
        return f"{number(value, places, language)}%"
    if one.unit == PERCENT_UNIT:
        return signed(value, places, language)
    if one.unit == POINTS:
        return signed(value, places, language, f" {say('dashboard.point', language)}")
    return f"{number(value, places, language)} {unit_inside(one.unit, language)}".strip()


def exact(value: float, language: str) -> str:
    """A number with the decimals that it has, four at most."""
    decimals = len(f"{value:.{MOST_DECIMALS}f}".rstrip("0").split(".")[1])
    return number(value, decimals, language)


def heading(one: Explained, lang: str) -> str:
    """`Tổng mức bán lẻ, tháng 11/2024: +0,81%`."""
    asked = one.derivation
    period = _since_january(asked.period.last, lang) if asked.since_january else period_long(asked.period, lang)
    if one.is_mean:
        period = say("lineage.computed.mean", lang, period=period)
    value = result_text(one.value, one, lang)
    return say("lineage.computed.heading", lang, name=subject(one.series, lang), period=period, value=value)


def _filled(formula: str, shown: Callable[[str, Term], str]) -> str:
    parts, at = [], 0
    for found in _CALL.finditer(formula):
        parts += [_readable(formula[at : found.start()]), shown(found["function"] or "", term_of(found))]
        at = found.end()
    return "".join([*parts, _readable(formula[at:])])


def _readable(text: str) -> str:
    for written, read in _SIGNS:
        text = text.replace(written, read)
    return text


def _values(values: Mapping[tuple[str, int], float], last: int, term: Term) -> list[float]:
    return [values[term.need, last + at] / (100 if term.in_hundredths else 1) for at in term.offsets]


def _worked_out(function: str, values: Sequence[float]) -> float:
    if function == "PRODUCT":
        return math.prod(values)
    if function == "GEOMEAN":
        return math.exp(math.fsum(map(math.log, values)) / len(values))
    return math.fsum(values)
