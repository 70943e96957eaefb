"""Progress of the year's plan: what is reached, what is still needed, and where the year is heading."""

from __future__ import annotations

import pandas as pd

from indicators import plan as planning
from indicators import shares
from indicators.transformation import LEVELS, PERCENT_UNIT, POINTS, SAME_UNIT, Outcome, Transformation

OF_PLAN = ("cumulative", "plan")
SUMS = ("cumulative",)


def _plan_share(cumulative: pd.Series, plan: pd.Series) -> pd.Series:
    return shares.share(cumulative, plan)


def _projection(levels: pd.Series) -> Outcome:
    values, low, high = planning.projections_of_year(levels)
    return Outcome(values, low, high, "share_of_year", {"years": planning.FEWEST_YEARS_FOR_PROJECTION})


ENTRIES = (
    Transformation(
        "plan_share",
        "tỷ lệ so với kế hoạch năm",
        "share of the year's plan",
        PERCENT_UNIT,
        ("cumulative", "plan"),
        _plan_share,
        cumulative=("cumulative",),
        is_share=True,
    ),
    Transformation(
        "plan_pace",
        "tỷ lệ so với kế hoạch năm trừ tỷ lệ thời gian đã qua",
        "share of the plan less share of the year passed",
        POINTS,
        OF_PLAN,
        planning.pace,
        cumulative=SUMS,
    ),
    Transformation(
        "run_rate",
        "bình quân một tháng từ đầu năm",
        "mean month of the year so far",
        SAME_UNIT,
        SUMS,
        planning.run_rate,
        cumulative=SUMS,
    ),
    Transformation(
        "needed_average",
        "bình quân một tháng còn lại để đạt kế hoạch năm (giả định)",
        "mean month still needed for the plan (an assumption)",
        SAME_UNIT,
        OF_PLAN,
        planning.needed_average,
        cumulative=SUMS,
    ),
    Transformation(
        "needed_growth",
        "tốc độ tăng cần đạt các tháng còn lại để đạt kế hoạch năm (giả định)",
        "growth needed in the remaining months for the plan (an assumption)",
        PERCENT_UNIT,
        ("levels", "plan"),
        planning.needed_growth,
        has_formula=False,
        adds_months=True,
    ),
    Transformation(
        "projection",
        "ước cả năm theo nhịp các năm trước",
        "year's total at the pace of earlier years",
        SAME_UNIT,
        LEVELS,
        _projection,
        has_formula=False,
        adds_months=True,
    ),
)
