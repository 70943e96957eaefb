"""One way from a stored series to any transformation: inputs are found, read, and named where they are lacking."""

from __future__ import annotations

from datetime import date

import numpy as np
import pandas as pd
import pytest

from dashboard.transformed import Lacking, lacking, made
from data.store import Plan, Series, SeriesKey, Store
from indicators.errors import MissingMonths
from indicators.registry import TRANSFORMATIONS
from tests.dashboard.helpers import AREA, CPI, CUMULATIVE, EXPORTS, IIP, RETAIL, RETAIL_GOODS, SAME, load, rate, stated

MONTHS = pd.period_range("2018-01", "2024-08", freq="M")
HANOI = "Hà Nội"
BASE_2019 = CPI._replace(comparison="base_period", base="2019")
BASE_2014 = CPI._replace(comparison="base_period", base="2014")


def series_of(store: Store, key: SeriesKey) -> Series:
    return next(one for one in store.all_series().values() if one.key == key)


def monthly(store: Store, key: SeriesKey, values, *, released: str = "2024-09-05", first: str = "2018-01") -> None:
    months = pd.period_range(first, periods=len(values), freq="M")
    load(store, released, *(stated(key, str(m), float(v)) for m, v in zip(months, values, strict=True)))


def wave(level: float = 100.0) -> np.ndarray:
    n = np.arange(len(MONTHS))
    return level + 0.3 * n + 8 * np.sin(2 * np.pi * n / 12)


def last(store: Store, key: SeriesKey, how: str, **more) -> float:
    return float(made(store, series_of(store, key), how, **more).outcome.values.dropna().iloc[-1])


def test_estimates_come_with_their_band_and_method(empty_store: Store) -> None:
    monthly(empty_store, EXPORTS, wave())
    trend = made(empty_store, series_of(empty_store, EXPORTS), "trend")
    ahead = made(empty_store, series_of(empty_store, EXPORTS), "forecast")
    assert trend.unit == "Triệu USD" and trend.outcome.method in ("x13", "stl") and len(trend.outcome.low) == 6
    assert str(ahead.outcome.values.index[-1]) == "2024-12" and len(ahead.outcome.high) == 4


def test_a_gap_is_refused_with_its_months_and_a_missing_input_is_named(empty_store: Store) -> None:
    load(empty_store, "2024-09-05", *(stated(EXPORTS, str(m), 100.0) for m in MONTHS if str(m) != "2023-03"))
    one = series_of(empty_store, EXPORTS)
    with pytest.raises(MissingMonths, match="2023-03"):
        made(empty_store, one, "seasonally_adjusted")
    for key, need in (
        ("plan_share", "plan"),
        ("nation_share", "nation"),
        ("balance", "imports"),
        ("chained", "other_table"),
    ):
        with pytest.raises(Lacking) as problem:
            made(empty_store, one, key)
        assert problem.value.need == need


def test_every_transformation_that_lacks_a_series_is_known_without_computing_it(empty_store: Store) -> None:
    monthly(empty_store, EXPORTS, wave())
    one = series_of(empty_store, EXPORTS)
    offered = {key for key, how in TRANSFORMATIONS.items() if not lacking(empty_store, one, how)}
    assert {"level", "mom", "ytd", "trend", "forecast", "revision", "run_rate"} <= offered
    assert not offered & {"index_growth", "balance", "spliced", "real_growth", "purchasing_power", "nation_share"}


def test_an_index_is_not_added_up_over_months(empty_store: Store) -> None:
    monthly(empty_store, BASE_2019, wave())
    one = series_of(empty_store, BASE_2019)
    assert lacking(empty_store, one, TRANSFORMATIONS["ytd"]) == "levels"
    assert lacking(empty_store, one, TRANSFORMATIONS["mom"]) == ""


def test_the_plan_is_that_of_the_row_in_its_unit(empty_store: Store) -> None:
    monthly(empty_store, RETAIL, np.full(len(MONTHS), 100.0))
    empty_store.save_plan(Plan("p", AREA, 2024, "retail", 1600.0, "Tỷ đồng"), by="An")
    empty_store.save_plan(Plan("q", AREA, 2024, "retail", 9.0, "%", measure="growth"), by="An")
    assert last(empty_store, RETAIL, "plan_share") == pytest.approx(50.0)
    assert last(empty_store, RETAIL, "needed_average") == pytest.approx(200.0)
    assert last(empty_store, RETAIL, "needed_growth") == pytest.approx(100.0)


def test_retail_in_real_terms_names_its_deflator_and_takes_the_published_index(empty_store: Store) -> None:
    load(empty_store, "2024-09-05", stated(RETAIL, "2024-08", 500.0), stated(rate(RETAIL, SAME), "2024-08", 107.9),
         stated(rate(CPI, SAME), "2024-08", 103.45))  # fmt: skip
    real = made(empty_store, series_of(empty_store, RETAIL), "real_growth")
    assert float(real.outcome.values.iloc[-1]) == pytest.approx(100 * (107.9 / 103.45 - 1))
    assert real.deflator is not None and real.deflator.table == "consumer_price_index"


def test_prices_are_joined_over_their_bases_and_january_takes_its_column_from_december(empty_store: Store) -> None:
    on_december = rate(CPI, "december_previous_year")
    load(empty_store, "2016-02-05", stated(BASE_2014._replace(base="2009"), "2015-12", 159.51),
         stated(BASE_2014, "2016-01", 100.17), stated(on_december, "2016-01", 100.0),
         stated(rate(CPI, "previous_month"), "2015-12", 100.02))  # fmt: skip
    joined = made(empty_store, series_of(empty_store, BASE_2014), "spliced").outcome
    assert joined.facts["factors"] == "2009 → 2014: 1.59239" and joined.facts["base"] == "2014"


def test_a_part_contributes_what_levels_and_indices_of_one_release_say(empty_store: Store) -> None:
    goods = rate(RETAIL_GOODS, SAME)
    load(empty_store, "2024-08-29", stated(RETAIL_GOODS, "2024-08", 110.0), stated(goods, "2024-08", 110.0),
         stated(RETAIL, "2024-08", 216.0), stated(rate(RETAIL, SAME), "2024-08", 108.0))  # fmt: skip
    load(empty_store, "2024-09-29", stated(RETAIL_GOODS, "2024-08", 130.0))
    # 10 more than 100, of 200 a year before: the later level has no index of its own release.
    assert last(empty_store, RETAIL_GOODS, "contribution") == pytest.approx(5.0)
    assert last(empty_store, RETAIL_GOODS, "contribution_share") == pytest.approx(100 * 5 / 8)


def test_averages_of_years_come_from_published_growth_of_whole_years(empty_store: Store) -> None:
    load(empty_store, "2016-01-05", *(
        stated(rate(CPI, CUMULATIVE), f"{year}-01/{year}-12", 100 + growth)
        for year, growth in zip(range(2011, 2016), (18.58, 9.21, 6.60, 4.09, 0.63), strict=True)
    ), stated(rate(CPI, SAME), "2015-12", 100.6))  # fmt: skip
    one = rate(CPI, SAME)
    assert last(empty_store, one, "mean_annual") == pytest.approx(7.655, abs=5e-4)
    assert last(empty_store, one, "mean_annual_arithmetic") == pytest.approx(7.822, abs=5e-4)


def test_industrial_output_grows_from_its_anchor_and_is_never_chained(empty_store: Store) -> None:
    monthly(empty_store, rate(IIP, SAME), [110.0] * 24, first="2022-01")
    one = rate(IIP, SAME)
    line = made(empty_store, series_of(empty_store, one), "derived_level", base=pd.Period("2022-05", "M")).outcome
    assert (line.method, line.facts["year"]) == ("derived", 2022)
    assert float(line.values[pd.Period("2023-07", "M")]) == pytest.approx(110.0)
    assert lacking(empty_store, series_of(empty_store, one), TRANSFORMATIONS["chained"]) == "other_table"


def test_structure_is_that_of_parts_that_make_up_the_whole(empty_store: Store) -> None:
    parts = {"domestic": 30.0, "foreign": 70.0}
    figures = [stated(EXPORTS._replace(item=code), "2024-08", value) for code, value in parts.items()]
    load(empty_store, "2024-09-05", stated(EXPORTS, "2024-08", 100.0), *figures)
    assert last(empty_store, EXPORTS, "concentration") == pytest.approx(30**2 + 70**2)
    load(empty_store, "2024-10-05", stated(EXPORTS, "2024-08", 150.0))
    with pytest.raises(Lacking, match="parts"):
        made(empty_store, series_of(empty_store, EXPORTS), "concentration")


def test_everything_is_as_known_on_a_day(empty_store: Store) -> None:
    load(empty_store, "2024-08-29", stated(EXPORTS, "2024-08", 100.0))
    load(empty_store, "2024-09-29", stated(EXPORTS, "2024-08", 110.0))
    assert last(empty_store, EXPORTS, "revision") == pytest.approx(10.0)
    assert last(empty_store, EXPORTS, "level", as_of=date(2024, 9, 1)) == 100.0
    assert last(empty_store, EXPORTS, "revision", as_of=date(2024, 9, 1)) == 0.0


def test_a_province_is_held_against_the_nation(empty_store: Store) -> None:
    hanoi = RETAIL._replace(area=HANOI)
    load(empty_store, "2014-10-05", stated(hanoi, "2014-09", 312_175.0), stated(RETAIL, "2014-09", 2_145_470.0),
         stated(rate(hanoi, SAME), "2014-09", 111.0), stated(rate(RETAIL, SAME), "2014-09", 110.6))  # fmt: skip
    assert last(empty_store, hanoi, "nation_share") == pytest.approx(14.55, abs=0.005)
    assert last(empty_store, hanoi, "lead_over_nation") == pytest.approx(0.4)
