"""The formula of each transformation for one month, in terms that a page, a workbook and a test can all fill in.

A term stands in braces: `{levels@-12}` is the input `levels` twelve months earlier, `{levels@-2..0}` the months from
two earlier to the month itself, always inside `SUM`, `GEOMEAN` or `PRODUCT`; `PRODUCT{index@-2..0/100}` divides each
by 100 first. The rest is arithmetic as spreadsheets write it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from indicators.periods import MONTHS_IN_YEAR

TERM = re.compile(r"\{(?P<need>\w+)(?:@(?P<first>-?\d+))?(?:\.\.(?P<last>-?\d+))?(?P<hundredths>/100)?\}")
FUNCTIONS = ("SUM", "GEOMEAN", "PRODUCT")
FEBRUARY = 2


@dataclass(frozen=True, slots=True)
class Term:
    """One term: an input, and the months counted from the month of the result (0); `first` to `last` are a range."""

    need: str
    first: int = 0
    last: int | None = None
    in_hundredths: bool = False

    @property
    def offsets(self) -> range:
        return range(self.first, (self.first if self.last is None else self.last) + 1)


def terms(formula: str) -> list[Term]:
    """The terms of a formula in the order in which they stand."""
    return [term_of(found) for found in TERM.finditer(formula)]


def term_of(found: re.Match[str]) -> Term:
    last = found["last"]
    return Term(found["need"], int(found["first"] or 0), None if last is None else int(last), bool(found["hundredths"]))


def formula(key: str, month: int, *, months_known: int = 1) -> str:
    """The formula of the transformation `key` for a calendar month (1 to 12); raises KeyError for an unknown key.

    `months_known` counts the months from the first known one to the month of the result, for what starts there.

    >>> formula("dec", 3)
    '({levels} / {levels@-3} - 1) * 100'
    """
    return _FORMULAS[key](month, months_known)


def growth(now: str, before: str) -> str:
    return f"({now} / {before} - 1) * 100"


def _since_january(need: str, month: int, back: int = 0) -> str:
    """The sum of the year's months so far, `back` months earlier."""
    return f"{{{need}@{1 - month - back}}}" if month == 1 else f"SUM{{{need}@{1 - month - back}..{-back}}}"


def _quarter(need: str, back: int = 0) -> str:
    return f"SUM{{{need}@{-2 - back}..{-back}}}"


def _pair(need: str, month: int, back: int = 0) -> str:
    """January and February of the year of the result, together."""
    return f"SUM{{{need}@{1 - month - back}..{2 - month - back}}}"


def _pair_growth(month: int) -> str:
    return growth(_pair("levels", month), _pair("levels", month, MONTHS_IN_YEAR))


def _weighted_pair(month: int) -> str:
    january, february = 1 - month, 2 - month
    before = " + ".join(f"{{levels@{at}}} / ({{index@{at}}} / 100)" for at in (january, february))
    return growth(_pair("levels", month), f"({before})")


def _fixed(text: str) -> Callable[[int, int], str]:
    return lambda month, known: text


_SHARE_BEFORE = "({part} / ({part_index} / 100)) / ({total} / ({total_index} / 100)) * 100"
_SAME_MONTH = growth("{levels}", "{levels@-12}")

_FORMULAS: dict[str, Callable[[int, int], str]] = {
    "level": _fixed("{levels}"),
    "mom": _fixed(growth("{levels}", "{levels@-1}")),
    "yoy": _fixed(_SAME_MONTH),
    "yoy_tet_pairs": lambda month, known: _SAME_MONTH if month > FEBRUARY else _pair_growth(month),
    "qoq": _fixed(growth(_quarter("levels"), _quarter("levels", 3))),
    "quarter_yoy": _fixed(growth(_quarter("levels"), _quarter("levels", MONTHS_IN_YEAR))),
    "ytd": lambda month, known: _since_january("levels", month),
    "ytd_yoy": lambda month, known: growth(
        _since_january("levels", month), _since_january("levels", month, MONTHS_IN_YEAR)
    ),
    "dec": lambda month, known: growth("{levels}", f"{{levels@{-month}}}"),
    "january_february": lambda month, known: _pair_growth(month),
    "mom_annualised": _fixed("(({levels} / {levels@-1}) ^ 12 - 1) * 100"),
    "index_growth": _fixed("{index} - 100"),
    "cpi_average": lambda month, known: f"GEOMEAN{{year_on_year@{1 - month}..0}} - 100",
    "index_first": lambda month, known: f"{{levels}} / {{levels@{1 - known}}} * 100",
    "monthly": lambda month, known: "{cumulative}" if month == 1 else "{cumulative} - {cumulative@-1}",
    "share": _fixed("{part} / {total} * 100"),
    "share_change": _fixed("{share} - {share@-12}"),
    "nation_share": _fixed("{levels} / {nation} * 100"),
    "lead_over_nation": _fixed("{growth} - {nation_growth}"),
    "real_growth": _fixed("{year_on_year} / {price_index} * 100 - 100"),
    "balance": _fixed("{exports} - {imports}"),
    "deficit_ratio": _fixed("({imports} - {exports}) / {exports} * 100"),
    "contribution": _fixed(
        "({part} - {part} / ({part_index} / 100)) / ({total} / ({total_index} / 100)) * 100",
    ),
    "share_before": _fixed(_SHARE_BEFORE),
    "share_moved": _fixed(f"{{part}} / {{total}} * 100 - {_SHARE_BEFORE}"),
    "chained": lambda month, known: f"100 * PRODUCT{{month_on_month@{1 - known}..0/100}}",
    "plan_share": _fixed("{cumulative} / {plan} * 100"),
    "year_yoy": lambda month, known: growth(
        _since_january("levels", month), _since_january("levels", month, MONTHS_IN_YEAR)
    ),
    "dec_dec": _fixed(_SAME_MONTH),
    "average_yoy": lambda month, known: growth(
        _since_january("levels", month), _since_january("levels", month, MONTHS_IN_YEAR)
    ),
    "cpi_quarter_average": _fixed("GEOMEAN{year_on_year@-2..0} - 100"),
    "plan_pace": lambda month, known: f"{{cumulative}} / {{plan}} * 100 - {month} / 12 * 100",
    "run_rate": lambda month, known: f"{{cumulative}} / {month}",
    "needed_average": lambda month, known: f"({{plan}} - {{cumulative}}) / (12 - {month})",
    "tet_pairs": lambda month, known: (
        "{index} - 100" if month > FEBRUARY else f"({{index@{1 - month}}} + {{index@{2 - month}}}) / 2 - 100"
    ),
    "tet_pairs_weighted": lambda month, known: "{index} - 100" if month > FEBRUARY else _weighted_pair(month),
}

KEYS = frozenset(_FORMULAS)
