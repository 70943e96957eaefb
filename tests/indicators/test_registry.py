"""The registry of transformations: every entry runs on what it says it needs; hand-worked cases of each subject."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from indicators import seasonal
from indicators.errors import MissingMonths, TooShort
from indicators.registry import NO_UNIT, PERCENT_UNIT, POINTS, SAME_UNIT, TRANSFORMATIONS, apply

MONTHS = pd.period_range("2017-01", periods=96, freq="M")
NAMED = (
    "compound_annual", "mean_annual", "mean_annual_arithmetic", "mom_annualised", "since_base", "since_base_annualised",
    "dec_dec", "average_yoy", "january_february", "contribution", "nation_share", "concentration", "structure_change",
    "real_growth", "real_level", "purchasing_power", "plan_share", "run_rate", "needed_growth", "projection",
    "seasonally_adjusted", "trend", "forecast", "revision", "spliced", "derived_level",
)  # fmt: skip


def series(shift: float = 0.0) -> pd.Series:
    """Positive levels with a season, so that everything can be computed from them."""
    season = 10 * np.sin(2 * np.pi * np.arange(len(MONTHS)) / 12)
    return pd.Series(100 + shift + 0.4 * np.arange(len(MONTHS)) + season, index=MONTHS)


def inputs_for(needs: tuple[str, ...]) -> dict[str, object]:
    """Small but true inputs of every kind that an entry may ask for."""
    special: dict[str, object] = {
        "base": pd.Period("2018-03", "M"),
        "parts": pd.DataFrame({"a": series(), "b": series(50)}),
        "by_base": {"2014": series()[:48], "2019": series()[48:]},
        "annual_growth": pd.Series([5.0, 6.0, 7.0], index=pd.period_range("2018", "2020", freq="Y")),
        "plan": pd.Series(2000.0, index=MONTHS),
    }
    return {need: special.get(need, series(shift)) for shift, need in enumerate(needs)}


@pytest.mark.parametrize("key", sorted(TRANSFORMATIONS))
def test_every_entry_is_named_in_two_languages_and_runs_on_what_it_says_it_needs(key):
    entry = TRANSFORMATIONS[key]
    outcome = entry.outcome(**inputs_for(entry.needs))
    assert entry.key == key and entry.vi and entry.en and entry.vi != entry.en
    assert entry.unit_out in {SAME_UNIT, PERCENT_UNIT, POINTS, NO_UNIT}
    assert isinstance(outcome.values.index, pd.PeriodIndex) and outcome.values.notna().any()
    assert entry.function.__doc__ or "lambda" in entry.function.__name__ or entry.function.__name__.startswith("_")


@pytest.mark.parametrize("key", NAMED)
def test_the_transformations_that_reports_name_are_offered(key):
    assert key in TRANSFORMATIONS


def test_names_tell_the_transformations_apart():
    for names in ([one.vi for one in TRANSFORMATIONS.values()], [one.en for one in TRANSFORMATIONS.values()]):
        assert len(names) == len(set(names))


def test_a_missing_input_is_named(monthly):
    with pytest.raises(TypeError, match="total"):
        apply("share", part=monthly("2024-01", [1.0]))


def test_growth_since_a_base_month_and_at_annual_rate(monthly):
    levels, base = monthly("2020-01", [100.0] + [0.0] * 23 + [121.0]), pd.Period("2020-01", "M")
    assert apply("since_base", levels=levels, base=base).iloc[-1] == pytest.approx(21.0)
    assert apply("since_base_annualised", levels=levels, base=base).iloc[-1] == pytest.approx(10.0)


def test_average_annual_growth_is_geometric_and_the_arithmetic_mean_another_entry(yearly):
    rates, base = yearly("2011", [18.58, 9.21, 6.60, 4.09, 0.63]), pd.Period("2010-12", "M")
    assert apply("mean_annual", annual_growth=rates, base=base).iloc[-1] == pytest.approx(7.655, abs=5e-4)
    assert apply("mean_annual_arithmetic", annual_growth=rates, base=base).iloc[-1] == pytest.approx(7.822, abs=5e-4)
    with pytest.raises(MissingMonths):
        apply("mean_annual", annual_growth=rates, base=pd.Period("2008-12", "M"))


def test_average_annual_growth_of_whole_years(monthly):
    levels = monthly("2020-01", [10.0] * 12 + [11.0] * 12 + [12.1] * 12)
    growth = apply("compound_annual", levels=levels, base=pd.Period("2020-06", "M"))
    assert growth.tolist() == pytest.approx([10.0, 10.0])


def test_concentration_and_change_of_structure_come_from_the_parts(monthly):
    parts = pd.DataFrame({"a": monthly("2023-01", [50.0] * 12 + [60.0]), "b": monthly("2023-01", [50.0] * 12 + [40.0])})
    assert apply("concentration", parts=parts).iloc[-1] == pytest.approx(60**2 + 40**2)
    assert apply("structure_change", parts=parts).iloc[-1] == pytest.approx(10.0)


def test_purchasing_power_is_receipts_at_the_price_of_the_dollar_over_consumer_prices(monthly):
    base = pd.Period("2024-01", "M")
    power = TRANSFORMATIONS["purchasing_power"].outcome(
        exports=monthly("2024-01", [200.0, 220.0]),
        dollar_price=monthly("2024-01", [100.0, 104.0]),
        price_level=monthly("2024-01", [100.0, 110.0]),
        base=base,
    )
    assert power.values.tolist() == pytest.approx([200.0, 220 * 1.04 / 1.10])
    assert power.facts["base"] == base


def test_a_joined_index_says_its_factors(monthly):
    by_base = {"2014": monthly("2020-06", [116.0, 116.4259]), "2019": monthly("2020-08", [102.89])}
    joined = TRANSFORMATIONS["spliced"].outcome(by_base=by_base, month_on_month=monthly("2020-08", [100.0743]))
    assert (joined.method, joined.facts["factors"]) == ("splice", "2014 → 2019: 1.13240")


def test_plan_pace_run_rate_and_what_is_still_needed(monthly):
    sums, plan = monthly("2020-01", [60.0, 110.0, 567.0]), monthly("2020-01", [1200.0] * 3)
    assert apply("plan_pace", cumulative=sums, plan=plan).iloc[-1] == pytest.approx(47.25 - 25)
    assert apply("run_rate", cumulative=sums).iloc[-1] == pytest.approx(189.0)
    assert apply("needed_average", cumulative=sums, plan=plan).iloc[-1] == pytest.approx(633 / 9)


def test_a_projection_has_an_interval_until_the_year_is_complete():
    outcome = TRANSFORMATIONS["projection"].outcome(levels=series())
    assert len(outcome.values) == 12 and outcome.values.iloc[-1] == pytest.approx(series()[-12:].sum())
    assert (outcome.low[:-1] <= outcome.values[:-1]).all() and (outcome.high[:-1] > outcome.values[:-1]).all()
    assert outcome.low.iloc[-1] == pytest.approx(outcome.high.iloc[-1])


def test_estimates_say_their_method_and_are_bounded_where_they_are_uncertain():
    adjusted = TRANSFORMATIONS["seasonally_adjusted"].outcome(levels=series())
    ahead = TRANSFORMATIONS["forecast"].outcome(levels=series()[:-4])
    assert adjusted.method in ("x13", "stl") and len(adjusted.low) == seasonal.MONTHS_OF_END
    assert (adjusted.low < adjusted.values.reindex(adjusted.low.index)).all()
    assert ahead.method in ("ets", "naive") and len(ahead.low) == 4
    assert ahead.values.index[-1] == MONTHS[-1] and ahead.facts["naive_error"] >= 0


def test_a_series_too_short_for_a_model_is_refused_with_the_number_of_months():
    with pytest.raises(TooShort) as refusal:
        TRANSFORMATIONS["trend"].outcome(levels=series()[:40])
    assert refusal.value.parameters == {"needed": 60, "found": 40}
