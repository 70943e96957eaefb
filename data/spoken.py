"""Findings in words of a language: numbers with its decimal mark, periods as people say them."""

from __future__ import annotations

import re

from data.catalogue import catalogue
from data.findings import Finding
from data.period import Period
from data.wording import DEFAULT_LANGUAGE, all_wording, say

PARTS = ("found", "expected", "todo")
_NUMBER = re.compile(r"-?\d+(\.\d+)?")
_SWAP = str.maketrans(",.", ".,")
MINUS = "\u2212"
LONGEST_UNGROUPED = 4
NOTHING = " …"
"""What stands where a finding on record has nothing to name."""


def spoken(finding: Finding, language: str = DEFAULT_LANGUAGE) -> dict[str, str]:
    """`found`, `expected` and `todo` of a finding. A part that has a wording `<part>_without_<parameter>` takes it
    where that parameter says nothing.

    >>> from data.findings import Severity
    >>> spoken(Finding("empty_file", Severity.ERROR, parameters={"file": "a.xlsx"}))["found"]
    'Tệp "a.xlsx" rỗng (0 byte).'
    """
    parameters = {name: _localised(name, value, language) for name, value in finding.parameters.items()}
    silent = [name for name, value in parameters.items() if not value.strip(NOTHING)]
    return {part: say(_key(finding.code, part, silent), language, **parameters) for part in PARTS}


def _key(code: str, part: str, silent: list[str]) -> str:
    key = f"findings.{code}.{part}"
    found = (f"{key}_without_{name}" for name in silent)
    return next((one for one in found if one in all_wording(DEFAULT_LANGUAGE)), key)


def in_one_line(finding: Finding, language: str = DEFAULT_LANGUAGE) -> str:
    """How grave, what was found, what was expected and what to do."""
    level = say(f"findings.severity.{finding.severity}", language)
    return f"{level}: {' '.join(spoken(finding, language).values())}"


def place(finding: Finding, language: str = DEFAULT_LANGUAGE) -> str:
    """Where a finding is: `Trang tính "Tongmuc", ô B12`."""
    if not finding.sheet:
        return say("findings.place_file", language)
    key = "place" if finding.cell else "place_sheet"
    return say(f"findings.{key}", language, sheet=finding.sheet, cell=finding.cell)


def period_in_words(period: Period, language: str = DEFAULT_LANGUAGE) -> str:
    """`tháng 8/2024`, `quý II/2024`, `năm 2024`, `7 tháng năm 2024`; spans of other kinds as ISO 8601.

    >>> period_in_words(Period.parse("2024-01/2024-07")), period_in_words(Period.parse("2024-Q2"), "en")
    ('7 tháng năm 2024', 'second quarter of 2024')
    """
    year, month = period.end.year, period.end.month
    if period.kind not in ("month", "quarter", "year", "year_to_date"):
        return str(period)
    which = month if period.kind == "month" else (month + 2) // 3
    name = f"{period.kind}_{which}" if period.kind == "quarter" else period.kind
    return say(f"findings.periods.{name}", language, year=year, month=month)


def _localised(name: str, value: str | float | int, language: str) -> str:
    if name == "period":
        try:
            return period_in_words(Period.parse(str(value)), language)
        except ValueError:
            return str(value)
    if name == "table" and (table := catalogue().tables.get(str(value))):
        return table.en if language == "en" else table.vi
    text = f"{value:.6g}" if isinstance(value, float) else str(value)
    return _grouped(text, language) if _NUMBER.fullmatch(text) else text


def _grouped(text: str, language: str) -> str:
    """A number with the marks of the language; groups of three from ten thousand on, since years have four digits.

    >>> _grouped("427784.9", "vi"), _grouped("-15972.7", "en"), _grouped("2024", "vi")
    ('427.784,9', '\u221215,972.7', '2024')
    """
    whole, _, rest = text.lstrip("-").partition(".")
    whole = f"{int(whole):,}" if len(whole) > LONGEST_UNGROUPED else whole
    shown = f"{whole}.{rest}" if rest else whole
    shown = shown.translate(_SWAP) if language == "vi" else shown
    return f"{MINUS}{shown}" if text.startswith("-") else shown
