"""Seasonal adjustment: equal to a direct run, true to a known Tết, honest about what it cannot do."""

from __future__ import annotations

import subprocess

import numpy as np
import pandas as pd
import pytest

from indicators import seasonal, tet
from indicators.errors import MissingMonths, NotApplicable, TooShort
from indicators.seasonal import x13

TRUE_BEFORE, TRUE_DURING = 0.06, -0.18
needs_program = pytest.mark.skipif(x13.program() is None, reason="the X-13 program is not available on this machine")


def made(months: int = 144) -> tuple[pd.Series, pd.Series]:
    """A series with known season and Tết effect, and its truth without them."""
    index = pd.period_range("2010-01", periods=months, freq="M")
    generator = np.random.default_rng(4)
    truth = np.cumsum(generator.normal(0.006, 0.004, months)) + 5
    season = 0.1 * np.sin(2 * np.pi * np.arange(months) / 12)
    effect = tet.regressors(index).to_numpy() @ np.array([TRUE_BEFORE, TRUE_DURING])
    return pd.Series(np.exp(truth + season + effect), index=index), pd.Series(np.exp(truth), index=index)


@needs_program
def test_the_adjusted_series_equals_a_direct_run_of_the_program_to_six_digits(tmp_path):
    levels, _ = made()
    (tmp_path / "direct.spc").write_text(x13.specification(levels), encoding="ascii")
    subprocess.run([x13.program(), str(tmp_path / "direct")], capture_output=True, check=False, timeout=60)
    rows = (tmp_path / "direct.d11").read_text(encoding="ascii").splitlines()[2:]
    direct = [float(row.split()[1]) for row in rows]
    assert seasonal.adjust(levels).adjusted.to_numpy() == pytest.approx(direct, rel=1e-6)


@needs_program
def test_a_batch_gives_the_same_as_one_process_each_in_the_same_order():
    levels, _ = made()
    specifications = [x13.specification(levels * factor) for factor in (1.0, 2.0, 3.0)]
    alone = [x13.run(one).adjusted for one in specifications]
    together = [one.adjusted for one in x13.run_batch(specifications)]
    assert all(np.allclose(a, b, rtol=1e-9) for a, b in zip(alone, together, strict=True))


@needs_program
def test_the_model_is_kept_as_given_and_said():
    levels, _ = made()
    result = seasonal.adjust(levels, model="(1 1 0)(0 1 1)")
    assert (result.method, result.model, result.reason) == ("x13", "(1 1 0)(0 1 1)", "")


@pytest.mark.parametrize("method", [pytest.param("x13", marks=needs_program), "stl"])
def test_a_known_tet_effect_is_taken_out_within_one_and_a_half_percent(method):
    levels, truth = made()
    result = seasonal.adjust(levels, method=method)
    error = np.log(result.adjusted / truth)
    assert float(np.sqrt(((error - error.mean()) ** 2).mean())) < 0.015
    assert result.method == method


def test_without_the_program_stl_takes_over_and_says_so(monkeypatch):
    # The program cannot be taken away in a test otherwise.
    monkeypatch.setattr(x13, "program", lambda: None)
    result = seasonal.adjust(made()[0])
    assert (result.method, result.reason) == ("stl", "no program")


def test_the_trend_is_least_certain_at_the_very_end():
    result = seasonal.adjust(made()[0], method="stl")
    width = (result.high / result.low).to_numpy()
    assert len(width) == 6 and (np.diff(width) > 0).all() and width[0] > 1
    assert (result.low < result.trend.iloc[-6:]).all()


def airline(generator: np.random.Generator, months: int) -> pd.Series:
    """Levels whose logarithms follow the airline model with the parameters 0.5 and 0.6."""
    shocks = generator.normal(0, 0.03, months + 60)
    moved = shocks.copy()
    moved[1:] -= 0.5 * shocks[:-1]
    moved[12:] -= 0.6 * np.concatenate([shocks[:1], shocks[1:] - 0.5 * shocks[:-1]])[:-12]
    logs = np.zeros(months + 60)
    for at in range(13, months + 60):
        logs[at] = logs[at - 1] + logs[at - 12] - logs[at - 13] + moved[at]
    return pd.Series(np.exp(logs[60:] - logs.mean()), index=pd.period_range("2008-01", periods=months, freq="M"))


@pytest.mark.parametrize("method", [pytest.param("x13", marks=needs_program), "stl"])
def test_the_ranges_of_the_end_hold_what_three_more_years_make_of_it(method):
    generator = np.random.default_rng(7)
    later = [airline(generator, 180) for _ in range(20)]
    then = seasonal.adjust_many([one.iloc[:144] for one in later], method=method)
    held: dict[str, list[bool]] = {"trend": [], "adjusted": []}
    for now, early in zip(seasonal.adjust_many(later, method=method), then, strict=True):
        for name, low, high in (
            ("trend", early.low, early.high), ("adjusted", early.adjusted_low, early.adjusted_high)
        ):  # fmt: skip
            value = getattr(now, name).reindex(low.index)
            held[name] += ((low <= value) & (value <= high)).tolist()
    assert {name: 0.88 <= np.mean(many) <= 1 for name, many in held.items()} == {"trend": True, "adjusted": True}


def test_a_gap_long_ago_leaves_the_months_after_it_to_be_adjusted():
    levels, _ = made()
    result = seasonal.adjust(levels.drop(pd.Period("2015-05", "M")), method="stl")
    assert str(result.adjusted.index[0]) == "2015-06" and len(result.adjusted) == 79


def test_too_short_gapped_or_negative_series_are_refused():
    levels, _ = made()
    with pytest.raises(TooShort):
        seasonal.adjust(levels.iloc[:59])
    with pytest.raises(MissingMonths, match="2019-05"):
        seasonal.adjust(levels.drop(pd.Period("2019-05", "M")))
    with pytest.raises(NotApplicable):
        seasonal.adjust(levels - levels.max())
