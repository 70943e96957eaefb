"""The words of a heading before they are read: folded, slips of the pen and abbreviations written out."""

from __future__ import annotations

import re
from functools import lru_cache

from loaders.text import fold
from loaders.words import number_words

_WITH_YEAR = (
    r"(?:\d{1,2} ?thang|thang \d{1,2}|\bt\.? ?\d{1,2}|quy (?:iv|i{1,3}|[1-4])|nam)(?: ?(?:nam|[/.-])? ?(?:19|20)\d\d)"
    r"|\b(?:u?th|(?:uoc )?(?:th|thuc hien)|uoc|kh)\.? (?:19|20)\d\d"
)
_PERIOD = r"(?:\b\d{1,2} thang|\bthang \d{1,2}|\bquy (?:iv|i{1,3}|[1-4]))(?:(?: ?nam ?| ?[/.-] ?| )(?:19|20)\d\d)?"
# `T7/T6`, `7T/KH`, `ƯTH 2023/TH 2022`
_OVER = rf"({_WITH_YEAR}|{_PERIOD}) ?/ ?(?={_WITH_YEAR}|{_PERIOD}|kh\b|ke hoach|ck\b|cung ky)"
_GLUED = re.compile(r"(so voi|cung ky|thang|nam|quy|truoc)(?=(?:so voi|cung ky|thang|nam|quy|truoc)\b)")
_MONTHS_SHORT = re.compile(r"(?<![\d.,/])(0?[1-9]|1[0-2]) ?t\b(?!\.)(?=[ /.()-]|$)")  # `6T/2021`
_MONTHS_SHORT_GLUED = re.compile(r"(?<![\d.,/])(0?[1-9]|1[0-2])t(?=(?:19|20)\d\d\b)")  # `6T2021`
_MONTH_SHORT = re.compile(r"\bt\.? ?(0?[1-9]|1[0-2])\b(?![.,]\d)")  # `T6`, `T.6`
_BARE_MONTH = r"(?<![\d/.,-])(?:((?:thang|quy|ky|ngay|t|q)\.? ?))?(0?[1-9]|1[0-2])/((?:19|20)\d\d)\b(?!/)"
_YEAR_OVER_YEAR = r"(?<![\d/.,-])((?:19|20)\d\d) ?/ ?((?:19|20)\d\d)\b"
_SET_AGAINST = re.compile(r"(?<!gia )\bso sanh ((?:thang|quy|nam|\d{1,2} thang)\b(?:(?! so )[^()])*?) voi ")
# `1.000 USD`, which holds no digits of a period
_THOUSANDS = (
    r"(?<![\d.,])1[., ]?000 ?(?=usd|us\$|do la|m2|m3|kwh|san pham|ton|(?:dong|tan|cai|chiec|con|bo|doi|lit|sp)\b)"
)
_EQUALS_HUNDRED = r"\(?([^()=]*?) ?= ?100 ?%?\)?"  # `(cùng kỳ năm trước = 100)`


@lru_cache(maxsize=16384)  # twenty-five years of tables have some six thousand
def clean_heading(text: str) -> str:
    """
    >>> clean_heading("Lũy kế 6T/2021 (%) (cùng kỳ = 100)")
    'luy ke 6 thang/2021 (%) so voi cung ky'
    """
    folded = fold(text).replace("qui ", "quy ").replace("quuy", "quy").replace("( ", "(")
    if "ku" in folded or "vii" in folded:  # letters that a legacy font left behind
        folded = re.sub(r"\bku\b", "ky", re.sub(r"\bvii\b", "voi", folded))
    if "nam nam " in folded:
        folded = re.sub(r"(?<!thang )\bnam nam ((?:19|20)\d\d)", r"nam \1", folded)
        folded = re.sub(rf"\b((?:\d+|{number_words()}) thang(?: dau)?) nam nam (?=[12]\d)", r"\1 nam ", folded)
    if "000" in folded:
        folded = re.sub(_THOUSANDS, "nghin ", folded)
    folded = re.sub(r"(thang|nam|quy)(\d)", r"\1 \2", folded)
    folded = re.sub(r"(\d)(thang|nam)\b", r"\1 \2", folded)
    folded = re.sub(r"\bnam((?:19|20)\d\d)", r"nam \1", folded)
    folded = re.sub(r"((?:19|20)\d\d)(so voi)", r"\1 \2", folded)
    folded = re.sub(r"(?<=\d) ?([/.-]) (?=(?:19|20)\d\d\b)", r"\1", folded)  # the year in a cell of its own
    folded = _SET_AGAINST.sub(r"\1 so voi ", folded)
    folded = _written_out(folded)
    if "/" in folded:
        folded = re.sub(_OVER, r"\1 so voi ", folded)
    folded = _GLUED.sub(r"\1 ", folded)
    folded = re.sub(r"\b(quy [ivx1-4]+)((?:19|20)\d\d)", r"\1 \2", folded)
    return re.sub(r"[:;]", " ", folded)


def _written_out(folded: str) -> str:
    """`T6` and `6/2024` are months, `6T` six months, `2024/2023` compares; what is set to 100 is compared with."""
    if "t" in folded:
        folded = _MONTHS_SHORT_GLUED.sub(r"\1 thang ", folded)
        folded = _MONTHS_SHORT.sub(r"\1 thang", folded)
        folded = _MONTH_SHORT.sub(r"thang \1", folded)
    if "/" in folded:
        folded = re.sub(_BARE_MONTH, lambda m: m[0] if m[1] else f"thang {m[2]}/{m[3]}", folded)
        folded = re.sub(_YEAR_OVER_YEAR, r"nam \1 so voi nam \2", folded)
    if "ck" in folded:
        folded = re.sub(r"\bcknt\b", "cung ky nam truoc", re.sub(r"\bsvck", "so voi ck", folded))
    return re.sub(_EQUALS_HUNDRED, r"so voi \1", folded) if "100" in folded and "=" in folded else folded
