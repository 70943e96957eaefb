"""The dashboard's own estimates by a model: seasonally adjusted, trend, forecast. Each says how it was made."""

from __future__ import annotations

import pandas as pd

from indicators import forecast, seasonal
from indicators.transformation import LEVELS, SAME_UNIT, Outcome, Transformation


def _adjusted(levels: pd.Series) -> Outcome:
    found = seasonal.adjust(levels)
    return Outcome(found.adjusted, found.adjusted_low, found.adjusted_high, found.method, _facts(found))


def _trend(levels: pd.Series) -> Outcome:
    found = seasonal.adjust(levels)
    return Outcome(found.trend, found.low, found.high, found.method, _facts(found))


def _facts(found: seasonal.Adjusted) -> dict[str, object]:
    return {"model": found.model, "months": seasonal.MONTHS_OF_END, "reason": found.reason}


def _forecast(levels: pd.Series) -> Outcome:
    """Known months and those to December; the interval is of the latter."""
    found = forecast.to_year_end(levels)
    test = found.back_test
    facts = {"model_error": test.model_error, "naive_error": test.naive_error, "origins": test.origins}
    values = pd.concat([levels.dropna(), found.values])
    return Outcome(values, found.low, found.high, found.method, facts | {"year_total": found.year_total})


ENTRIES = (
    Transformation(
        "seasonally_adjusted",
        "đã điều chỉnh mùa vụ và Tết (ước tính của hệ thống)",
        "adjusted for season and Tết (own estimate)",
        SAME_UNIT,
        LEVELS,
        _adjusted,
        has_formula=False,
    ),
    Transformation(
        "trend",
        "xu thế (ước tính của hệ thống)",
        "trend (own estimate)",
        SAME_UNIT,
        LEVELS,
        _trend,
        has_formula=False,
    ),
    Transformation(
        "forecast",
        "dự báo đến cuối năm (ước tính của hệ thống)",
        "forecast to the end of the year (own estimate)",
        SAME_UNIT,
        LEVELS,
        _forecast,
        has_formula=False,
    ),
)
