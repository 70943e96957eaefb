"""How an outcome was made, and why there is none, is said in both languages for every method, refusal and input."""

from __future__ import annotations

import inspect
import re

import numpy as np
import pandas as pd
import pytest

from dashboard.method_words import lacking_words, method_words, refusal_words
from data.wording import LANGUAGES, all_wording
from indicators import errors, transformations
from indicators.errors import IndicatorError, MissingMonths, TooShort
from indicators.registry import TRANSFORMATIONS
from indicators.transformations import estimates, planning, prices

MONTHS = pd.period_range("2017-01", periods=92, freq="M")


def levels() -> pd.Series:
    season = 10 * np.sin(2 * np.pi * np.arange(len(MONTHS)) / 12)
    return pd.Series(100 + 0.4 * np.arange(len(MONTHS)) + season, index=MONTHS)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_input_refusal_and_method_has_words(language: str) -> None:
    words = all_wording(language)
    needs = {need for one in TRANSFORMATIONS.values() for need in one.needs}
    assert {f"indicators.lacking.{need}" for need in needs} <= set(words)
    codes = {one.code for _, one in inspect.getmembers(errors, inspect.isclass) if issubclass(one, IndicatorError)}
    assert {f"indicators.refused.{code}" for code in codes - {"refused"}} <= set(words)
    source = "".join(inspect.getsource(one) for one in (estimates, planning, prices, transformations))
    methods = set(re.findall(r'method="(\w+)"', source)) | {"x13", "stl", "ets", "naive", "share_of_year"}
    assert {f"indicators.method.{method}" for method in methods} <= set(words)


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_adjusted_series_names_its_method_and_that_it_is_an_estimate(language: str) -> None:
    words = method_words(TRANSFORMATIONS["trend"].outcome(levels=levels()), language)
    assert ("X-13ARIMA-SEATS, " in words or "STL" in words) and "{" not in words
    assert ("không phải số công bố" if language == "vi" else "not a published figure") in words


def test_a_forecast_says_its_errors_against_the_naive_rule_and_the_year() -> None:
    words = method_words(TRANSFORMATIONS["forecast"].outcome(levels=levels()), "vi", unit="Tỷ đồng")
    assert re.search(r"[Tt]hử lại 12 lần trên các năm qua", words) and words.count("%") >= 3
    assert re.search(r"Cả năm ước \d,\d\snghìn tỷ đồng\.$", words)


def test_refusals_are_said_with_their_numbers() -> None:
    assert refusal_words(TooShort(needed=60, found=40), "vi") == "cần ít nhất 60 kỳ liền nhau, chuỗi này có 40"
    assert "(Mar 2020)" in refusal_words(MissingMonths([pd.Period("2020-03", "M")]), "en")


def test_missing_months_are_told_as_spans_the_first_few_of_many() -> None:
    months = [pd.Period(f"{year}-{month:02d}", "M") for year in range(2011, 2021, 2) for month in (1, 2, 3)]
    words = refusal_words(MissingMonths(months), "vi")
    assert "15 kỳ (T1/2011 - T3/2011, T1/2013 - T3/2013, T1/2015 - T3/2015, T1/2017 - T3/2017, …)" in words
    assert "kế hoạch năm" in lacking_words("plan", "vi")
