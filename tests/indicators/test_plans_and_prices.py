"""Plans, real terms, trade, cumulative values and revisions, worked by hand."""

from __future__ import annotations

import math

import pandas as pd
import pytest

from indicators import cumulative, plan, real_terms, revisions, trade
from indicators.errors import MissingMonths, NotComparable, TooShort


def test_thai_nguyen_reached_70_7_percent_of_its_output_plan_in_nine_months_of_2020():
    assert plan.progress_of_total(567634.2, 803300.0, 9).share_reached == pytest.approx(70.7, abs=0.05)


def test_thai_nguyen_retail_needed_4509_a_month_for_the_rest_of_2020():
    found = plan.progress_of_total(28354.9, 41883.0, 9)
    assert found.needed_average == pytest.approx(4509, abs=1)
    assert found.run_rate == pytest.approx(3151, abs=1)
    assert found.share_of_time == 75.0 and found.pace == pytest.approx(-7.3, abs=0.01)


def test_needed_growth_compares_with_the_same_months_of_last_year(monthly):
    levels = monthly("2023-01", [10.0] * 12 + [11.0] * 9)
    found = plan.progress(levels, 132.0, pd.Period("2024-09", "M"))
    assert found.needed_average == pytest.approx(11.0)
    assert found.needed_growth == pytest.approx(10.0)
    assert found.pace_against_usual == pytest.approx(0.0)


def test_a_plan_reached_needs_nothing_more_and_a_plan_of_zero_is_refused():
    done = plan.progress_of_total(120.0, 100.0, 11)
    assert done.is_complete and done.needed_average is None and done.needed_growth is None
    with pytest.raises(NotComparable):
        plan.progress_of_total(1.0, 0.0, 1)


def test_a_missing_month_refuses_progress(monthly):
    levels = monthly("2024-01", [1.0, math.nan, 1.0])
    with pytest.raises(MissingMonths, match="2024-02"):
        plan.progress(levels, 12.0, pd.Period("2024-03", "M"))


def test_a_projection_divides_by_the_usual_share_and_holds_it_in_its_interval(monthly):
    levels = monthly("2020-01", ([10.0] * 12 + [11.0] * 12 + [9.0] * 6 + [9.9] * 6 + [10.0] * 12 + [12.0] * 6))
    found = plan.projection(levels, pd.Period("2024-06", "M"), target=150.0)
    usual = (0.5 * 0.5 * 0.5 * (54 / 113.4)) ** (1 / 4)
    assert found.total == pytest.approx(72 / usual)
    assert found.low < found.total < found.high and found.years_used == 4
    assert found.share_of_plan == pytest.approx(100 * found.total / 150)


def test_a_projection_needs_three_whole_years(monthly):
    with pytest.raises(TooShort):
        plan.projection(monthly("2022-01", [1.0] * 30), pd.Period("2024-06", "M"))


def test_nominal_19_8_over_prices_of_3_6_is_15_6_in_real_terms(monthly):
    real = real_terms.real_growth(monthly("2022-12", [119.8]), monthly("2022-12", [103.6]), deflator="CPI")
    assert real.values.iloc[0] == pytest.approx(15.6, abs=0.05) and real.deflator == "CPI" and real.is_own_estimate


def test_levels_at_prices_of_a_year_name_their_base(monthly):
    prices = monthly("2023-01", [100.0] * 12 + [110.0])
    real = real_terms.at_prices_of(monthly("2024-01", [121.0]), prices, pd.Period("2023", "Y"), deflator="food")
    assert real.values.iloc[0] == pytest.approx(110.0) and real.base == "2023"
    bought = real_terms.purchasing_power_of_exports(
        monthly("2024-01", [121.0]), prices, pd.Period("2023-12", "M"), deflator="import prices"
    )
    assert bought.values.iloc[0] == pytest.approx(110.0)


def test_seven_months_less_six_months_is_july_2010(monthly):
    months = cumulative.monthly_from_cumulative(monthly("2010-06", [366246.72, 434770.72]))
    assert math.isnan(months.iloc[0]) and months.iloc[1] == pytest.approx(68524.0)


def test_cumulative_and_monthly_values_turn_into_each_other(monthly):
    levels = monthly("2023-01", [float(n) for n in range(1, 25)])
    assert cumulative.monthly_from_cumulative(cumulative.year_to_date(levels)).tolist() == levels.tolist()


def test_a_monthly_index_comes_out_of_two_cumulative_ones(monthly):
    found = cumulative.monthly_index_from_cumulative(
        monthly("2024-01", [110.0, 105.0]), monthly("2023-01", [100.0, 200.0])
    )
    assert found.tolist() == pytest.approx([110.0, 100.0])


def test_a_surplus_has_no_deficit_ratio(monthly):
    exports, imports = monthly("2024-01", [100.0, 80.0]), monthly("2024-01", [90.0, 100.0])
    assert trade.balance(exports, imports).tolist() == [10.0, -20.0]
    ratio = trade.deficit_ratio(exports, imports)
    assert math.isnan(ratio.iloc[0]) and ratio.iloc[1] == pytest.approx(25.0)


def test_revision_statistics_by_hand(monthly):
    moved = revisions.of_levels(monthly("2024-01", [100.0, 100.0, 0.0]), monthly("2024-01", [99.0, 103.0, 5.0]))
    found = revisions.statistics(moved)
    assert (found.count, found.mean, found.mean_absolute) == (2, pytest.approx(1.0), pytest.approx(2.0))
    assert found.value_range == pytest.approx(4.0) and found.beyond == 1
    with pytest.raises(TooShort):
        revisions.statistics(moved.iloc[2:])


def test_a_series_as_of_a_day_knows_no_later_release():
    versions = pd.DataFrame(
        {
            "period": [pd.Period("2024-07", "M"), pd.Period("2024-07", "M"), pd.Period("2024-08", "M")],
            "released": ["2024-07-29", "2024-08-29", "2024-08-29"],
            "value": [1.0, 2.0, 3.0],
        }
    )
    assert revisions.as_of(versions, pd.Timestamp("2024-08-01")).tolist() == [1.0]
    assert revisions.as_of(versions, pd.Timestamp("2024-09-01")).tolist() == [2.0, 3.0]
