"""The formula that is shown gives the number that is shown."""

from __future__ import annotations

import math
import re

import numpy as np
import pandas as pd
import pytest

from indicators.formulas import KEYS, TERM, formula, term_of, terms
from indicators.registry import TRANSFORMATIONS

WITH_FORMULA = {key for key, one in TRANSFORMATIONS.items() if one.has_formula}
MONTHS = pd.period_range("2021-01", "2024-12", freq="M")
EXPRESSION = re.compile(r"(?:SUM|GEOMEAN|PRODUCT|\d|[-+*/ ().,e^])+")
FUNCTIONS = {
    "SUM": lambda *values: math.fsum(values),
    "GEOMEAN": lambda *values: math.prod(values) ** (1 / len(values)),
    "PRODUCT": lambda *values: math.prod(values),
}


def inputs_of(key: str) -> dict[str, pd.Series]:
    """Levels around 100 that never repeat, with January and February apart."""
    chance = np.random.default_rng(len(key))
    return {need: pd.Series(100 + 20 * chance.random(len(MONTHS)), index=MONTHS) for need in TRANSFORMATIONS[key].needs}


def worked_out(text: str, inputs: dict[str, pd.Series], month: pd.Period) -> float:
    """The formula with its terms replaced by numbers, worked out as a spreadsheet would."""

    def numbers(found: re.Match[str]) -> str:
        term = term_of(found)
        values = [inputs[term.need][month + at] / (100 if term.in_hundredths else 1) for at in term.offsets]
        listed = ", ".join(repr(float(v)) for v in values)
        return listed if term.last is None else f"({listed})"

    filled = TERM.sub(numbers, text)
    assert EXPRESSION.fullmatch(filled)
    return float(eval(filled.replace("^", "**"), {"__builtins__": {}}, FUNCTIONS))  # numbers and arithmetic only


@pytest.mark.parametrize("key", sorted(WITH_FORMULA))
def test_every_transformation_has_a_formula_that_gives_what_its_function_gives(key: str) -> None:
    inputs = inputs_of(key)
    result = TRANSFORMATIONS[key].apply(**inputs).dropna()
    agreeing = 0
    for month in MONTHS[12:]:
        at = month.asfreq(result.index.freqstr)
        if at not in result.index or (result.index.freqstr != "M" and at.asfreq("M", how="end") != month):
            continue
        text = formula(key, month.month, months_known=month.ordinal - MONTHS[0].ordinal + 1)
        assert worked_out(text, inputs, month) == pytest.approx(result[at], rel=1e-9, abs=1e-9)
        agreeing += 1
    assert agreeing >= 3


def test_there_is_no_formula_of_a_transformation_that_nobody_offers() -> None:
    assert WITH_FORMULA == KEYS


def test_a_term_names_its_input_and_its_months() -> None:
    sums = terms("(SUM{levels@-2..0} / {levels@-12} - 1) * PRODUCT{index@-1..0/100}")
    assert [(t.need, list(t.offsets), t.in_hundredths) for t in sums] == [
        ("levels", [-2, -1, 0], False),
        ("levels", [-12], False),
        ("index", [-1, 0], True),
    ]
