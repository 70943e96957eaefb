"""The reference period that the words of a heading name.

Each reader knows one way of writing a period; the first that finds its own wins, the particular before the general.
"""

from __future__ import annotations

import re
from datetime import date
from functools import cache

from data.period import Period
from loaders.context import Context
from loaders.words import YEAR, month_names, number_named, number_words, patterns, words

_ISO_DATE = r"\b((?:19|20)\d{2})-(\d{2})-(\d{2})\b"
_DAY_DATE = r"\b(\d{1,2})/(\d{1,2})/((?:19|20)\d{2})\b"
_UNTIL_DAY = rf"(?:den het|het|den) ngay (\d{{1,2}})/(\d{{1,2}})/{YEAR}"
_SUMMED_UNTIL = rf"(?:luy ke|cong don|tinh)[a-z ]* den (\d{{1,2}})/(\d{{1,2}})/{YEAR}"
_DAYS = rf"(?:tu )?(\d{{1,2}})(?:/(\d{{1,2}}))? ?(?:-|den) ?(\d{{1,2}})/(\d{{1,2}})(?:/{YEAR})?"
_UP_TO_MONTH = re.compile(r"\bden (?:het |cuoi )?thang (0?[1-9]|1[0-2])\b")
_SAME_MONTHS_OF = re.compile(rf"cung ky(?: cua)? nam {YEAR}")
_QUARTER = re.compile(r"\bq(?:uy|y)\b\.? ?(iv|i{1,3}|[1-4])\b|\bq\.? ?(iv|i{1,3}|[1-4])\b")
_HAS_PERIOD = r"\d ?thang|thang \d|\bquy\b|ca nam"
_ENGLISH_QUARTER = (
    r"\b([1-4](?:st|nd|sd|rd|th)|first|second|third|fourth|i{1,3}|iv) (?:quarter|of (?:19|20)\d\d)"
    r"|quarter (iv|i{1,3}|[1-4])\b"
)


def read_period(text: str, context: Context, *, default_year: bool = True) -> Period | None:
    """The reference period that folded words name; the year of the context where none is named."""
    if default_year and re.search(r"\bcung ky\b|\bthang truoc\b", text) and not re.search(r"\d", text):
        reference = context.reported_month
        if reference is None:
            return None
        if "cung ky" in text:
            return ((patterns("cumulative").search(text) and context.year_to_date) or reference).previous_year()
        return reference.shift(-1)
    if (
        default_year
        and context.month > 1
        and not re.search(r"\d thang|thang \d|quy|quarter", text)
        and (patterns("cumulative").search(text) and re.search(rf"\bthang nam {YEAR}", text))
    ):  # `Cộng dồn … tháng năm 2009`, the number of months left out
        return Period.year_to_date(year_in(text, context) or context.year, context.month)
    if default_year and context.year and (match := _SAME_MONTHS_OF.search(text)) and not re.search(_HAS_PERIOD, text):
        is_sum = patterns("cumulative").search(text)
        return Period.span(int(match[1]), 1 if is_sum else context.month, int(match[1]), context.month)
    for reader in (_reported, _half_month, _dates, _cumulative_months, _quarter, _single_month, _english, _whole_year):
        found = reader(text, context if default_year else None)
        if found is not None:
            return found
    return None


def year_in(text: str, context: Context | None, at: int = 0) -> int | None:
    match = re.compile(YEAR).search(text, at) or re.search(YEAR, text)
    if match:
        return int(match[1])
    if context is None or not context.year:
        return None
    return context.year - 1 if re.search(r"nam truoc|cung ky|last year", text) else context.year


def _reported(text: str, context: Context | None) -> Period | None:
    """`từ đầu năm đến tháng 9`, `lũy kế đến hết tháng 9`, and the month of the report where the form leaves it out."""
    if (match := _UP_TO_MONTH.search(text)) and not re.search(r"\btu thang \d", text):
        year = year_in(text, context, match.end())
        return Period.year_to_date(year, int(match[1])) if year else None
    if context is None or not context.year or re.search(r"\d ?thang|thang \d|\d/\d|\bquy\b", text):
        return None
    if re.search(
        r"tu dau nam|(?:cong don|luy ke).*(?:bao cao|den thang|den nay)|^(?:cong don|luy ke|lk)\b[^\d]*$", text
    ):
        return context.year_to_date
    if re.search(r"\b(?:thang|ky) bao cao\b|\bthang nay\b", text):
        return context.reported_month
    return None


def _half_month(text: str, context: Context | None) -> Period | None:
    """Days: `từ 01/01 đến 15/01/2024`, `kỳ 1 tháng 1`, and `đến hết ngày 15/01/2024`, which counts from New Year."""
    if "/" in text and (until := re.search(_UNTIL_DAY, text) or re.search(_SUMMED_UNTIL, text)):
        try:
            end = date(int(until[3]), int(until[2]), int(until[1]))
        except ValueError:
            return None
        return Period.days(date(end.year, 1, 1), end)
    if "/" in text and (match := re.search(_DAYS, text)):
        year = int(match[5]) if match[5] else year_in(text, context)
        if year and 1 <= int(match[4]) <= 12:
            try:
                first = date(year, int(match[2] or match[4]), int(match[1]))
                return Period.days(first, date(year, int(match[4]), int(match[3])))
            except ValueError:
                return None
    half = re.search(r"(ky 1|ky i\b|nua dau|15 ngay dau|ky 2|ky ii\b|nua cuoi) (?:cua )?thang (\d{1,2})", text)
    if half and (year := year_in(text, context)) and 1 <= int(half[2]) <= 12:
        month = int(half[2])
        if half[1] in ("ky 1", "ky i", "nua dau", "15 ngay dau"):
            return Period.days(date(year, month, 1), date(year, month, 15))
        return Period.days(date(year, month, 16), Period.month(year, month).end)
    return None


def _dates(text: str, context: Context | None) -> Period | None:
    """A stock on a date: the month that ends there; day and month may stand swapped."""
    iso = re.search(_ISO_DATE, text) if "-" in text else None
    day = re.search(_DAY_DATE, text) if "/" in text else None
    if iso:
        year, month, number = (int(g) for g in iso.groups())
    elif day:
        number, month, year = int(day[1]), int(day[2]), int(day[3])
    else:
        return None
    if context is not None and number <= 12 and month == 1 and number != 1 and abs(number - context.month) <= 1:
        number, month = month, number
    if not 1 <= month <= 12:
        number, month = month, number
    if not 1 <= month <= 12:
        return None
    return Period.month(year, month)


@cache
def _months_pattern() -> re.Pattern[str]:
    return re.compile(
        rf"(?<!thang )\b(0?[1-9]|1[0-2]|{number_words()}) thang\b(?! \d{{1,2}}\b)(?! truoc)(?: (dau|cuoi))?"
    )


@cache
def _month_pattern() -> re.Pattern[str]:
    named = rf"\bthang (0?[1-9]|1[0-2]|(?:{number_words()})\b)(?![\d.])(?: ?(?:nam|[/.-])? ?{YEAR})?"
    return re.compile(rf"{named}|\bt\.? ?(0?[1-9]|1[0-2])[/.-]{YEAR}")


def _cumulative_months(text: str, context: Context | None) -> Period | None:
    for match in _months_pattern().finditer(text):
        if match[1] == "nam" and re.search(r"\d{4} ?$|ca $", text[: match.start()]):
            continue
        if text[: match.start()].rstrip().endswith("thang"):
            continue
        months = number_named(match[1])
        year = year_in(text, context, match.end())
        if year is None:
            return None
        counts_from_the_end = match[2] == "cuoi" and "nam" in text[match.end() - 4 : match.end() + 5]
        return Period.span(year, 13 - months, year, 12) if counts_from_the_end else Period.year_to_date(year, months)
    if spanned := re.search(r"tu thang (\d{1,2}) den (?:het )?thang (\d{1,2})", text):
        year = year_in(text, context, spanned.end())
        first, last = int(spanned[1]), int(spanned[2])
        if year and 1 <= first <= last <= 12:
            return Period.span(year, first, year, last)
    return None


def _quarter(text: str, context: Context | None) -> Period | None:
    text = re.sub(r"\b([1-4])(?:st|nd|sd|rd|th)\b (?:quarter )?(?:of )", r"q\1 ", text.replace("thirsd", "third"))
    match = _QUARTER.search(text)
    if match is None and ("quarter" in text or " of " in text):
        match = re.search(_ENGLISH_QUARTER, text)
    if match is None:
        return None
    year = year_in(text, context, match.end())
    name = next(g for g in match.groups() if g)
    return Period.quarter(year, words()["ordinals"][name]) if year else None


def _single_month(text: str, context: Context | None) -> Period | None:
    for match in _month_pattern().finditer(text):
        if match[3]:
            return Period.month(int(match[4]), int(match[3]))
        name = match[1]
        if name == "nam" and re.match(r" ?(?:(?:19|20)\d\d|truoc)", text[match.end(1) :]) and not match[2]:
            continue
        if name == "nam" and match[2] and not re.match(r" nam\b", text[match.end(1) :]):
            continue
        year = int(match[2]) if match[2] else year_in(text, context, match.end())
        if year is not None:
            return Period.month(year, number_named(name))
    return None


def _english(text: str, context: Context | None) -> Period | None:
    if match := re.search(r"\b(\d{1,2}|[a-z]+) months?\b", text):
        months = int(match[1]) if match[1].isdigit() else words()["english_numbers"].get(match[1], 0)
        if 1 <= months <= 12 and (year := year_in(text, context)):
            return Period.year_to_date(year, months)
    match = re.search(rf"\b({month_names()})\b", text)
    year = year_in(text, context) if match else None
    return Period.month(year, words()["english_months"][match[1]]) if match and year else None


def _whole_year(text: str, context: Context | None) -> Period | None:
    if match := re.search(rf"\b(?:ca )?nam {YEAR}\b|\byear {YEAR}\b|^\D{{0,30}}\b{YEAR}\b\D{{0,25}}$", text):
        return Period.year(int(next(g for g in match.groups() if g)))
    if context is None or not context.year:
        return None
    if re.search(r"\bca nam\b|whole year", text):
        return Period.year(context.year)
    if re.search(r"\bnam truoc\b", text):
        return Period.year(context.year - 1)
    return None
