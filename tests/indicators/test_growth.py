"""Growth, each case worked by hand."""

from __future__ import annotations

import math

import pandas as pd
import pytest

from indicators import averages, growth
from indicators.errors import MissingMonths, NotComparable, TooShort
from indicators.periods import last_unbroken


def test_growth_on_previous_month_of_100_and_109_2_is_9_2(monthly):
    assert growth.on_previous_month(monthly("2024-01", [100.0, 109.2])).iloc[1] == pytest.approx(9.2)


def test_a_missing_month_makes_the_next_growth_missing_and_not_a_growth_over_two_months(monthly):
    levels = monthly("2024-01", [100.0, 110.0, 121.0]).drop(pd.Period("2024-02", "M"))
    assert math.isnan(growth.on_previous_month(levels).iloc[1])


@pytest.mark.parametrize("base", [0.0, -5.0, math.nan])
def test_growth_from_nothing_is_missing_and_never_zero(monthly, base):
    assert math.isnan(growth.on_previous_month(monthly("2024-01", [base, 5.0])).iloc[1])


def test_growth_on_the_same_month_looks_back_twelve_months(monthly):
    levels = monthly("2023-01", [200.0] * 12 + [250.0])
    assert growth.on_same_month(levels).iloc[-1] == pytest.approx(25.0)


def test_an_index_of_113_3_says_13_3(monthly):
    assert growth.from_index(monthly("2010-07", [113.3])).iloc[0] == pytest.approx(13.3)


def test_a_quarter_needs_its_three_months(monthly):
    levels = monthly("2023-01", [10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 11, 12, 13, 14, 15])
    quarters = growth.on_same_quarter(levels)
    assert quarters[pd.Period("2024Q1")] == pytest.approx(20.0)
    assert math.isnan(quarters[pd.Period("2024Q2")])


def test_year_to_date_starts_again_in_january(monthly):
    levels = monthly("2023-11", [5.0, 6.0, 1.0, 2.0])
    sums = growth.year_to_date(levels)
    assert sums.isna().tolist() == [True, True, False, False]
    assert sums.iloc[2:].tolist() == [1.0, 3.0]


def test_year_to_date_is_missing_from_the_first_gap_on(monthly):
    sums = growth.year_to_date(monthly("2024-01", [1.0, math.nan, 3.0]))
    assert sums.iloc[0] == 1.0 and sums.iloc[1:].isna().all()


def test_a_month_left_out_of_the_series_is_a_gap_too(monthly):
    levels = monthly("2024-01", [1.0, 2.0, 3.0]).drop(pd.Period("2024-02", "M"))
    assert growth.year_to_date(levels).isna().tolist() == [False, True]


def test_cumulative_growth_compares_the_same_months(monthly):
    levels = monthly("2023-01", [100.0, 100.0] + [50.0] * 10 + [110.0, 130.0])
    assert growth.on_same_period(levels).iloc[-1] == pytest.approx(20.0)


def test_december_on_december_is_by_year(monthly):
    levels = monthly("2022-12", [100.0] + [101.0] * 11 + [103.58])
    assert growth.december_on_december(levels).to_dict()[pd.Period("2023", "Y")] == pytest.approx(3.58)
    assert growth.on_december(levels).iloc[1] == pytest.approx(1.0)


def test_one_percent_a_month_is_12_68_a_year(monthly):
    assert growth.annualised(monthly("2024-01", [1.0]), months=1).iloc[0] == pytest.approx(12.682503)


def test_growth_over_a_span_names_the_months_it_lacks(monthly):
    levels = monthly("2024-01", [100.0, 150.0])
    assert growth.over_span(levels, pd.Period("2024-01", "M"), pd.Period("2024-02", "M")) == pytest.approx(50.0)
    with pytest.raises(MissingMonths, match="2024-03"):
        growth.over_span(levels, pd.Period("2024-01", "M"), pd.Period("2024-03", "M"))


def test_growth_over_a_span_refuses_a_base_of_zero(monthly):
    with pytest.raises(NotComparable):
        growth.over_span(monthly("2024-01", [0.0, 5.0]), pd.Period("2024-01", "M"), pd.Period("2024-02", "M"))


def test_an_index_is_rebased_to_a_month_or_to_the_mean_of_a_year(monthly):
    levels = monthly("2023-01", [float(v) for v in range(1, 13)])
    assert growth.rebased(levels, pd.Period("2023-02", "M")).iloc[3] == pytest.approx(200.0)
    assert growth.rebased(levels, pd.Period("2023", "Y")).mean() == pytest.approx(100.0)
    with pytest.raises(MissingMonths):
        growth.rebased(levels, pd.Period("2024", "Y"))


def test_january_and_february_are_compared_together(monthly):
    levels = monthly("2024-01", [100.0, 60.0] + [100.0] * 10 + [80.0, 96.0])
    assert growth.january_and_february(levels)[pd.Period("2025", "Y")] == pytest.approx(10.0)
    assert growth.with_tet_pairs(levels).iloc[-2:].tolist() == pytest.approx([10.0, 10.0])


def test_a_lone_january_has_no_paired_growth(monthly):
    assert growth.with_tet_pairs(monthly("2024-01", [100.0] * 12 + [80.0])).isna().all()
    assert growth.tet_pairs_of_growth(monthly("2025-01", [0.6, 17.2, 8.0])).tolist() == pytest.approx([8.9, 8.9, 8.0])


def test_the_average_of_reports_is_the_compound_rate(yearly):
    cpi = yearly("2011", [18.58, 9.21, 6.60, 4.09, 0.63])
    assert averages.compound_of_rates(cpi) == pytest.approx(7.655, abs=0.0005)


def test_a_period_of_five_years_counts_from_the_year_before_it(yearly):
    levels = yearly("2010", [100.0, 0.0, 0.0, 0.0, 0.0, 155.2784])
    rate = averages.compound_annual(levels, pd.Period("2010", "Y"), pd.Period("2015", "Y"))
    assert rate == pytest.approx(9.2, abs=0.001)


def test_a_missing_year_refuses_the_average(yearly):
    with pytest.raises(MissingMonths, match="2012"):
        averages.compound_of_rates(yearly("2011", [18.0, math.nan, 6.4]))


def test_an_average_needs_a_year_between_its_ends(monthly):
    levels = monthly("2024-01", [100.0, 101.0])
    with pytest.raises(TooShort):
        averages.compound_annual(levels, pd.Period("2024-01", "M"), pd.Period("2024-02", "M"))


def test_a_pair_with_levels_is_weighted_with_last_years_comparable_levels(monthly):
    growth_published, levels = monthly("2025-01", [-20.0, 60.0]), monthly("2025-01", [80.0, 96.0])
    assert growth.tet_pairs_of_growth(growth_published, levels).tolist() == pytest.approx([10.0, 10.0])


def test_a_pair_with_one_level_missing_is_averaged(monthly):
    growth_published, levels = monthly("2025-01", [-20.0, 60.0]), monthly("2025-02", [96.0])
    assert growth.tet_pairs_of_growth(growth_published, levels).tolist() == pytest.approx([20.0, 20.0])


def test_national_retail_grew_by_14_45_percent_a_year_by_its_rates_and_15_74_by_first_levels(yearly):
    rates = yearly("2011", [24.2, 16.0, 12.6, 10.6, 9.5])
    assert averages.compound_of_rates(rates) == pytest.approx(14.45, abs=0.02)
    levels = yearly("2010", [1561.6, 2004.4, 2324.4, 2618.0, 2945.3, 3242.9])
    ends = pd.Period("2010", "Y"), pd.Period("2015", "Y")
    assert averages.compound_annual(levels, *ends) == pytest.approx(15.74, abs=0.01)


def test_the_mean_rate_since_a_year_is_missing_from_a_total_loss_on_and_after_a_gap(yearly):
    rates = yearly("2011", [10.0, -100.0, 10.0])
    assert averages.compound_of_rates_since(rates, pd.Period("2010", "Y")).round(9).tolist() == pytest.approx(
        [10.0, math.nan, math.nan], nan_ok=True
    )


def test_consumer_prices_of_hanoi_rose_by_9_32_percent_a_year_over_2011_to_2014(yearly):
    assert averages.compound_of_rates(yearly("2011", [18.0, 8.6, 6.4, 4.75])) == pytest.approx(9.32, abs=0.01)


def test_a_fall_to_nothing_or_below_has_no_rate_for_a_year(monthly):
    found = growth.annualised(monthly("2024-01", [-100.0, -99.0]), months=12)
    assert math.isnan(found.iloc[0]) and found.iloc[1] == pytest.approx(-99.0)
    with pytest.raises(ValueError, match="at least one month"):
        growth.annualised(found, months=0)


def test_growth_since_a_month_is_zero_in_it_and_has_no_rate_for_a_year(monthly):
    levels = monthly("2024-01", [90.0, 100.0, 101.0])
    february = pd.Period("2024-02", "M")
    assert growth.since(levels, february).tolist() == pytest.approx([0.0, 1.0])
    found = growth.since_annualised(levels, february)
    assert math.isnan(found.iloc[0]) and found.iloc[1] == pytest.approx(100 * (1.01**12 - 1))


def test_nothing_is_rebased_to_a_month_of_zero(monthly):
    with pytest.raises(NotComparable):
        growth.rebased(monthly("2024-01", [0.0, 5.0]), pd.Period("2024-01", "M"))


def test_a_lone_january_of_published_growth_is_missing_and_march_is_not(monthly):
    found = growth.tet_pairs_of_growth(monthly("2025-01", [7.0, math.nan, 8.0]))
    assert found.isna().tolist() == [True, True, False]


@pytest.mark.parametrize(("needed", "known"), [(2, 3), (3, 3)])
def test_the_months_after_the_last_gap_are_those_without_one(monthly, needed, known):
    found = last_unbroken(monthly("2024-01", [1.0, math.nan, 3.0, 4.0, 5.0]), needed=needed)
    assert found.tolist() == [3.0, 4.0, 5.0] and len(found) == known


def test_too_few_months_after_a_gap_name_the_gap_or_else_their_number(monthly):
    with pytest.raises(MissingMonths, match="2024-02"):
        last_unbroken(monthly("2024-01", [1.0, math.nan, 3.0, 4.0, 5.0]), needed=4)
    with pytest.raises(TooShort):
        last_unbroken(monthly("2024-01", [1.0, 2.0]), needed=3)
