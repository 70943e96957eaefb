"""Consumer prices against what the national office published, 2009 to 2025 (figures of its monthly workbooks)."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

from indicators import chaining, growth
from indicators.errors import MissingMonths, NotApplicable, NotComparable

PUBLISHED = pd.read_csv(Path(__file__).parent / "data" / "national_cpi.csv", index_col=0, dtype={"base": str})
PUBLISHED.index = pd.PeriodIndex(PUBLISHED.index, freq="M")
WHOLE_YEARS = [year for year in range(2010, 2025) if (PUBLISHED.index.year == year).sum() == 12]
ROUNDING = 0.005


@pytest.mark.parametrize("year", WHOLE_YEARS)
def test_twelve_chained_months_give_the_published_december_on_december(year):
    months = PUBLISHED.loc[PUBLISHED.index.year == year, "previous_month"]
    level = chaining.chained(months, table="consumer_price_index")
    assert level.iloc[-1] == pytest.approx(PUBLISHED.loc[f"{year}-12", "same_month"].item(), abs=ROUNDING)


def test_the_geometric_mean_of_indices_is_every_published_average_since_2010():
    # The indices of early 2009 are printed with two digits only, too few to tell.
    ours = chaining.average_of_indices(PUBLISHED["same_month"])
    known = PUBLISHED["average"].dropna()
    known = known[known.index.year >= 2010]
    assert len(known) > 80
    assert (ours.reindex(known.index) - known).abs().max() <= ROUNDING


def test_splice_factors_are_the_documented_ones():
    by_base = {base: group["base_index"] for base, group in PUBLISHED.groupby("base")}
    joined = chaining.spliced(by_base, PUBLISHED["previous_month"])
    factors = {(old, new): factor for old, new, factor in joined.factors}
    for bases, documented in chaining.CPI_SPLICES.items():
        assert factors[bases] == pytest.approx(documented, abs=0.000005)


@pytest.mark.parametrize("month", ["2010-01", "2010-10", "2016-01", "2016-12"])
def test_a_spliced_level_gives_the_published_growth_across_a_change_of_base(month):
    by_base = {base: group["base_index"] for base, group in PUBLISHED.groupby("base")}
    level = chaining.spliced(by_base, PUBLISHED["previous_month"]).level
    at = pd.Period(month, "M")
    assert growth.over_span(level, at - 12, at) == pytest.approx(PUBLISHED.loc[at, "same_month"] - 100, abs=0.01)


def test_industrial_output_is_never_chained_month_on_month(monthly):
    with pytest.raises(NotApplicable):
        chaining.chained(monthly("2023-01", [101.0]), table="industrial_production_index")


def test_a_chain_with_a_missing_month_is_refused(monthly):
    months = monthly("2023-01", [101.0, 102.0, 103.0]).drop(pd.Period("2023-02", "M"))
    with pytest.raises(MissingMonths, match="2023-02"):
        chaining.chained(months, table="consumer_price_index")


def test_a_level_like_line_grows_both_ways_from_its_anchor_year(monthly):
    anchor = monthly("2022-01", [100.0] * 12)
    index = monthly("2022-01", [125.0] * 12 + [110.0] * 3 + [float("nan")] + [110.0] * 8)
    line = chaining.grown_from_anchor(anchor, index)
    assert line[pd.Period("2023-01", "M")] == pytest.approx(110.0)
    assert line[pd.Period("2021-05", "M")] == pytest.approx(80.0)
    assert pd.isna(line[pd.Period("2023-04", "M")])


@pytest.mark.parametrize("levels", [(0.0, 102.7, 100.5), (152.6, 0.0, 100.5), (152.6, 102.7, 0.0)])
def test_nothing_is_spliced_over_a_level_or_index_of_zero(levels):
    with pytest.raises(NotComparable):
        chaining.splice_factor(*levels)


def test_an_index_of_zero_leaves_its_average_and_what_rests_on_it_missing(monthly):
    assert chaining.average_of_indices(monthly("2024-01", [103.0, 0.0, 104.0])).isna().tolist() == [False, True, True]
    anchor = monthly("2023-01", [100.0] * 12)
    line = chaining.grown_from_anchor(anchor, monthly("2024-01", [0.0] + [110.0] * 11))
    assert pd.isna(line[pd.Period("2024-01", "M")]) and line[pd.Period("2024-02", "M")] == pytest.approx(110.0)
