"""The grammar of column headings: words -> measure, comparison, period, status, unit, base.

A heading is read as two halves around `so với` (compared with): what is reported, and what it is compared with.
Words are data (`catalogue/headings.yaml`); what they mean together is decided here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import yaml

from data.observation import Comparison, Measure
from data.period import Period
from loaders.text import fold

_CATALOGUE = Path(__file__).resolve().parent.parent / "data" / "catalogue" / "headings.yaml"
_COMPARED = re.compile(
    r"\bso (?:sanh )?voi\b|\bso (?=cung ky|ck|thang|quy|nam|kh\b|ke hoach|\d+ thang)"
    r"|\b(?:as )?compared? (?:to|with)\b|\bagainst\b|\bvs\.?\b|\bversus\b|\bover\b"
)
_DIGITS = re.compile(r"(?<![\d.])\d{1,2}(?![\d.])|(?:19|20)\d\d")
_GLUED = re.compile(r"(so voi|cung ky|thang|nam|quy|truoc)(?=(?:so voi|cung ky|thang|nam|quy|truoc)\b)")
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4, "1st": 1, "2nd": 2, "2sd": 2, "3rd": 3, "4th": 4, "first": 1, "second": 2, "third": 3, "fourth": 4, "thirsd": 3, "3sd": 3, "1sd": 1, "4sd": 4}
_WHOLE_COMPARISON = re.compile(
    r"(?:cung ky|\bck\b|cung thang|cung thoi diem|nam|thang)(?: nam)? (?:truoc|(?:19|20)\d\d)(?: \(%\))?"
    r"|(?:the )?same period(?: of)?(?: (?:the )?(?:last|previous) (?:year|month)| (?:in|of) (?:19|20)\d\d)?(?: \(%\))?"
    r"|cung ky\b(?! nam)"
)
_PERIOD_WORD = re.compile(r"\bthang\b|\bquy\b|\bnam\b|\bmonths?\b|quarter|\d{4}|january|february|march|april|\bmay\b|june|july|august|september|october|november|december")
PLAN_BASE = "KH"
INDEX_TABLES = ("industrial_production_index", "consumer_price_index", "consumption_index", "inventory_index")
_YEAR = r"((?:19|20)\d{2})"
_ISO_DATE = re.compile(r"\b((?:19|20)\d{2})-(\d{2})-(\d{2})\b")
_DAY_DATE = re.compile(r"\b(\d{1,2})/(\d{1,2})/((?:19|20)\d{2})\b")


@dataclass(frozen=True, slots=True)
class Context:
    """What the workbook already says: its reference month, and the table that the heading stands over."""

    year: int
    month: int
    table: str
    title: str = ""

    @property
    def is_index(self) -> bool:
        return self.table in INDEX_TABLES

    @property
    def is_trade(self) -> bool:
        return self.table in ("goods_exports", "goods_imports")


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


@cache
def words() -> dict[str, Any]:
    raw: dict[str, Any] = yaml.safe_load(_CATALOGUE.read_text(encoding="utf-8"))
    return raw


@cache
def _patterns(*path: str) -> re.Pattern[str]:
    found: Any = words()
    for name in path:
        found = found[name]
    return re.compile("|".join(f"(?:{p})" for p in found))


@cache
def _number_words() -> str:
    names = sorted(words()["numbers"], key=len, reverse=True)
    return "|".join(names)


@cache
def _month_names() -> str:
    return "|".join(sorted(words()["english_months"], key=len, reverse=True))


def _number(text: str) -> int:
    return int(text) if text.isdigit() else int(words()["numbers"][text])


def is_unit_heading(text: str) -> bool:
    return bool(_patterns("unit_heading").search(fold(text).strip("().: ")))


def unit_of(text: str) -> str:
    """The unit named in `text`, in its usual spelling, or empty."""
    return _unit_of_folded(fold(text))


@lru_cache(maxsize=4096)
def _unit_of_folded(folded: str) -> str:
    best, at = "", len(folded) + 1
    for unit in words()["units"]:
        match = _patterns("units", unit).search(folded)
        if match and (match.start() < at or (match.start() == at and len(unit) > len(best))):
            best, at = unit, match.start()
    return best


def read_heading(text: str, context: Context) -> Heading:
    """What the joined heading `text` means under `context`."""
    return _read(_clean(text), text, context)


@lru_cache(maxsize=4096)
def _clean(text: str) -> str:
    folded = fold(text).replace("qui ", "quy ").replace("quuy", "quy").replace("( ", "(")
    folded = re.sub(r"\bku\b", "ky", re.sub(r"\bvii\b", "voi", folded))  # letters that a legacy font left behind
    folded = re.sub(r"(?<!thang )\bnam nam ((?:19|20)\d\d)", r"nam \1", folded)
    folded = re.sub(rf"\b((?:\d+|{_number_words()}) thang(?: dau)?) nam nam (?=[12]\d)", r"\1 nam ", folded)
    folded = re.sub(r"(thang|nam|quy)(\d)", r"\1 \2", folded)
    folded = re.sub(r"(\d)(thang|nam)\b", r"\1 \2", folded)
    folded = re.sub(r"\bnam((?:19|20)\d\d)", r"nam \1", folded)
    folded = re.sub(r"((?:19|20)\d\d)(so voi)", r"\1 \2", folded)
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
    if right and _patterns("plan").search(right):
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
    is_cumulative = bool(_patterns("cumulative").search(folded))
    found = [(m.start(), name) for name in words()["status"] for m in _patterns("status", name).finditer(folded)]
    if not found or (is_cumulative and max(found)[0] < _patterns("cumulative").search(folded).start()):  # type: ignore[union-attr]
        return ""
    names = [name for _, name in sorted(found)]
    return "estimate" if "estimate" in names and names[-1] == "official" and re.search(r"\buoc\b", folded) else names[-1]


def _plain(heading: Heading, folded: str, period: Period | None, context: Context) -> Heading:
    """A column of levels or shares."""
    if _patterns("share").search(folded):
        return replace(heading, measure=Measure.SHARE, unit="%", period=period, problem="" if period else "no_period")
    measure: Measure | None = Measure.VALUE
    is_row_measure = False
    if context.is_trade:
        measure = Measure.VOLUME if _names_volume(folded) else Measure.VALUE
    elif context.table == "industrial_products":
        measure, is_row_measure = Measure.VOLUME, True
    elif context.is_index:
        return replace(heading, measure=Measure.INDEX, period=period, problem="no_comparison")
    if _patterns("plan").search(folded):
        return replace(heading, measure=measure, problem="plan")
    return replace(heading, measure=measure, period=period, is_row_measure=is_row_measure, problem="" if period else "no_period")


def _share_of_plan(heading: Heading, left: str, context: Context) -> Heading:
    """A column of shares of the plan: of the year to date, unless the heading names another period."""
    period = read_period(left, context, default_year=False) or (read_period(left, context) if re.search(r"\d", left) else None)
    if period is None and context.year:
        period = Period.year_to_date(context.year, context.month)
    return replace(heading, measure=Measure.SHARE, unit="%", base=PLAN_BASE, period=period, problem="" if period else "no_period")


def _names_volume(folded: str) -> bool:
    volumes = [m.start() for m in _patterns("volume").finditer(folded)]
    values = [m.start() for m in _patterns("value").finditer(folded)]
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
    comparison, base, problem = _comparison(right, period, context)
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
    rest, count = re.subn(r"(?:cung ky|thang truoc|same period|previous month|corresponding period)(?: (?:nam truoc|of )?(?:the )?(?:previous year|last year)?)?", " ", rest)
    return read_period(rest.replace("nam truoc", " "), context) if count and re.search(r"\d|\b(?:iv|i{1,3})\b", rest) else None


def _comparison(right: str, period: Period, context: Context) -> tuple[Comparison, str, str]:
    """(comparison, base, problem) from the words after `so với`."""
    is_month = period.months == 1 and not period.start_day
    same = Comparison.SAME_MONTH_PREVIOUS_YEAR if is_month else Comparison.SAME_PERIOD_PREVIOUS_YEAR
    if re.search(r"ky goc|\bgoc\b|base|binh quan nam|lan goc", right):
        year = re.search(_YEAR, right)
        return Comparison.BASE_PERIOD, year[1] if year else _base_in_words(right), ""
    if re.search(r"thang truoc|previous month|last month|preceding month|period last month", right) and "nam truoc" not in right.replace("thang truoc nam truoc", ""):
        return Comparison.PREVIOUS_MONTH, "", ""
    if re.search(r"cung ky|\bck\b|same period|corresponding|cung thang|cung quy", right):
        return same, "", ""
    other = read_period(right, context, default_year=False)
    if other is not None:
        return _between(period, other, same, context)
    if re.search(r"thang 12|thang muoi hai|december", right) and re.search(r"nam truoc|previous year|last year", right):
        return Comparison.DECEMBER_PREVIOUS_YEAR, "", ""
    if re.search(r"nam truoc|previous year|last year", right):
        return same, "", ""
    if match := re.search(r"thang (\d{1,2})\b", right):
        return _between(period, _previous_month_of(period, int(match[1])), same, context)
    return Comparison.NONE, "", "unknown_comparison"


def _previous_month_of(period: Period, month: int) -> Period:
    year = period.end.year if month < period.end.month else period.end.year - 1
    return Period.month(year, month) if 1 <= month <= 12 else period.previous_year()


def _between(period: Period, other: Period, same: Comparison, context: Context) -> tuple[Comparison, str, str]:
    """The comparison that two periods name."""
    distance = period.last - other.last
    is_december = other.months == 1 and other.end.month == 12 and other.end.year == period.end.year - 1
    if period.months == 1 and other.months == 1:
        if is_december and (context.table == "consumer_price_index" or distance not in (1, 12)):
            return Comparison.DECEMBER_PREVIOUS_YEAR, "", ""
        if distance == 1:
            return Comparison.PREVIOUS_MONTH, "", ""
        if distance == 12:
            return same, "", ""
        if distance == 0:  # a slip of the pen: the month compared with itself
            return same, "", ""
    if other.months == 12 and period.months == 1:
        if distance > 24 or context.table == "consumer_price_index":
            return Comparison.BASE_PERIOD, str(other.end.year), ""
        return same, "", ""
    if distance == 12 or (other.end.year == period.end.year - 1 and other.months in (period.months, 12)):
        return same, "", ""
    return Comparison.NONE, "", "unknown_comparison"


def _base_in_words(right: str) -> str:
    digits = {"khong": "0", "mot": "1", "hai": "2", "ba": "3", "bon": "4", "tu": "4", "nam": "5", "lam": "5", "sau": "6", "bay": "7", "tam": "8", "chin": "9"}
    match = re.search(r"hai nghin (?:khong tram |le |linh )*(\w+)(?: (\w+))?", right)
    if not match:
        return ""
    last = match[2] or match[1]
    return f"20{'1' if match[1] == 'muoi' and match[2] else '0'}{digits.get(last, '')}" if last in digits else ""


def read_period(text: str, context: Context, *, default_year: bool = True) -> Period | None:
    """The reference period that folded words name; the year of the context where none is named."""
    if default_year and re.search(r"\bcung ky\b|\bthang truoc\b", text) and not re.search(r"\d", text):
        reference = Period.month(context.year, context.month)
        return reference.previous_year() if "cung ky" in text else reference.shift(-1)
    if default_year and context.month > 1 and not re.search(r"\d thang|thang \d|quy|quarter", text) and (
        _patterns("cumulative").search(text) and re.search(rf"\bthang nam {_YEAR}", text)
    ):  # `Cộng dồn … tháng năm 2009`, the number of months left out
        return Period.year_to_date(_year_in(text, context) or context.year, context.month)
    for reader in (_half_month, _dates, _cumulative_months, _quarter, _single_month, _english, _whole_year):
        found = reader(text, context if default_year else None)
        if found is not None:
            return found
    return None


def _year_in(text: str, context: Context | None, at: int = 0) -> int | None:
    match = re.compile(_YEAR).search(text, at) or re.search(_YEAR, text)
    if match:
        return int(match[1])
    if context is None:
        return None
    return context.year - 1 if re.search(r"nam truoc|cung ky|last year", text) else context.year


def _half_month(text: str, context: Context | None) -> Period | None:
    """Days: `từ 01/01 đến 15/01/2024`, `kỳ 1 tháng 1`, and `đến hết ngày 15/01/2024`, which counts from New Year."""
    if until := re.search(r"(?:den het|het|den) ngay (\d{1,2})/(\d{1,2})/" + _YEAR, text):
        try:
            end = date(int(until[3]), int(until[2]), int(until[1]))
        except ValueError:
            return None
        return Period.days(date(end.year, 1, 1), end)
    match = re.search(r"(?:tu )?(\d{1,2})(?:/(\d{1,2}))? ?(?:-|den) ?(\d{1,2})/(\d{1,2})(?:/" + _YEAR + ")?", text)
    if match:
        year = int(match[5]) if match[5] else _year_in(text, context)
        if year and 1 <= int(match[4]) <= 12:
            try:
                first = date(year, int(match[2] or match[4]), int(match[1]))
                return Period.days(first, date(year, int(match[4]), int(match[3])))
            except ValueError:
                return None
    half = re.search(r"(ky 1|ky i\b|nua dau|15 ngay dau|ky 2|ky ii\b|nua cuoi) (?:cua )?thang (\d{1,2})", text)
    if half and (year := _year_in(text, context)) and 1 <= int(half[2]) <= 12:
        month = int(half[2])
        if half[1] in ("ky 1", "ky i", "nua dau", "15 ngay dau"):
            return Period.days(date(year, month, 1), date(year, month, 15))
        return Period.days(date(year, month, 16), Period.month(year, month).end)
    return None


def _dates(text: str, context: Context | None) -> Period | None:
    """A stock on a date: the month that ends there; day and month may stand swapped."""
    iso, day = _ISO_DATE.search(text), _DAY_DATE.search(text)
    if iso:
        year, month, number = int(iso[1]), int(iso[2]), int(iso[3])
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


def _cumulative_months(text: str, context: Context | None) -> Period | None:
    pattern = rf"(?<!thang )\b(0?[1-9]|1[0-2]|{_number_words()}) thang\b(?! \d{{1,2}}\b)(?! truoc)(?: (dau|cuoi))?"
    for match in re.finditer(pattern, text):
        if match[1] == "nam" and re.search(r"\d{4} ?$|ca $", text[: match.start()]):
            continue
        if text[: match.start()].rstrip().endswith("thang"):
            continue
        months = _number(match[1])
        year = _year_in(text, context, match.end())
        if year is None:
            return None
        return Period.span(year, 13 - months, year, 12) if match[2] == "cuoi" and "nam" in text[match.end() - 4 : match.end() + 5] else Period.year_to_date(year, months)
    if match := re.search(r"tu thang (\d{1,2}) den (?:het )?thang (\d{1,2})", text):
        year = _year_in(text, context, match.end())
        first, last = int(match[1]), int(match[2])
        if year and 1 <= first <= last <= 12:
            return Period.span(year, first, year, last)
    return None


def _quarter(text: str, context: Context | None) -> Period | None:
    text = re.sub(r"\b([1-4])(?:st|nd|sd|rd|th)\b (?:quarter )?(?:of )", r"q\1 ", text.replace("thirsd", "third"))
    match = re.search(r"\bq(?:uy|y)\b\.? ?(iv|i{1,3}|[1-4])\b", text) or re.search(r"\bq([1-4])\b", text)
    if match is None:
        match = re.search(r"\b(1st|2nd|2sd|3rd|3sd|4th|first|second|third|thirsd|fourth|i{1,3}|iv) (?:quarter|of (?:19|20)\d\d)|quarter (iv|i{1,3}|[1-4])\b", text)
    if match is None:
        return None
    year = _year_in(text, context, match.end())
    name = next(g for g in match.groups() if g)
    return Period.quarter(year, _ROMAN[name]) if year else None


def _single_month(text: str, context: Context | None) -> Period | None:
    pattern = rf"\bthang (0?[1-9]|1[0-2]|{_number_words()})(?![\d.])(?: ?(?:nam|[/.-])? ?{_YEAR})?|\bt\.? ?(0?[1-9]|1[0-2])[/.-]{_YEAR}"
    for match in re.finditer(pattern, text):
        if match[3]:
            return Period.month(int(match[4]), int(match[3]))
        name = match[1]
        if name == "nam" and re.match(r" ?(?:(?:19|20)\d\d|truoc)", text[match.end(1) :]) and not match[2]:
            continue
        if name == "nam" and match[2] and not re.match(r" nam\b", text[match.end(1) :]):
            continue
        year = int(match[2]) if match[2] else _year_in(text, context, match.end())
        if year is not None:
            return Period.month(year, _number(name))
    return None


def _english(text: str, context: Context | None) -> Period | None:
    if match := re.search(r"\b(\d{1,2}|[a-z]+) months?\b", text):
        names = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12}
        months = int(match[1]) if match[1].isdigit() else names.get(match[1], 0)
        if 1 <= months <= 12 and (year := _year_in(text, context)):
            return Period.year_to_date(year, months)
    match = re.search(rf"\b({_month_names()})\b", text)
    year = _year_in(text, context) if match else None
    return Period.month(year, words()["english_months"][match[1]]) if match and year else None


def _whole_year(text: str, context: Context | None) -> Period | None:
    if match := re.search(rf"\b(?:ca )?nam {_YEAR}\b|\byear {_YEAR}\b|^\D{{0,30}}\b{_YEAR}\b\D{{0,25}}$", text):
        return Period.year(int(next(g for g in match.groups() if g)))
    if re.search(r"\bca nam\b|whole year", text) and context is not None:
        return Period.year(context.year)
    if re.search(r"\bnam truoc\b", text) and context is not None:
        return Period.year(context.year - 1)
    return None


def previous_day_month(day: date) -> Period:
    """The month that had ended on `day`, for stocks counted on the first of a month."""
    before = day - timedelta(days=1)
    return Period.month(before.year, before.month)
