"""Five measures of 10,000 series against copying five arrays, and seasonal adjustment in a batch against one by one."""

from __future__ import annotations

import time
from collections.abc import Callable
from statistics import median

import numpy as np
import pandas as pd

from indicators.bulk import Measures, measures
from indicators.seasonal import x13

SERIES, MONTHS, GROUPS = 10_000, 240, 50
ROUNDS = 7
ADJUSTMENTS, BATCH_ROUNDS = 100, 3


def measurements() -> list[dict[str, object]]:
    """Medians of alternating rounds in one run."""
    return [_bulk(), _batch()]


def _bulk() -> dict[str, object]:
    levels = np.random.default_rng(1).uniform(50, 150, (SERIES, MONTHS))
    result = Measures.empty(levels.shape)
    copies = [np.empty_like(levels) for _ in range(5)]

    def copy() -> None:
        for target in copies:
            np.copyto(target, levels)

    ours, peer = _alternating(lambda: measures(levels, GROUPS, result), copy, ROUNDS)
    return _row("five measures of 10,000 series x 240 months / five copies (limit 4)", ours, peer, SERIES * MONTHS)


def _batch() -> dict[str, object]:
    months = pd.period_range("2005-01", periods=MONTHS, freq="M")
    generator = np.random.default_rng(2)
    season = np.tile(np.sin(np.arange(12) / 2), MONTHS // 12) * 0.1
    series = [
        pd.Series(100 * np.exp(np.cumsum(generator.normal(0.005, 0.02, MONTHS)) + season), index=months)
        for _ in range(ADJUSTMENTS)
    ]
    specifications = [x13.specification(one) for one in series]
    ours, peer = _alternating(
        lambda: x13.run_batch(specifications), lambda: [x13.run(one) for one in specifications], BATCH_ROUNDS
    )
    return _row("100 seasonal adjustments in a batch / one process each (limit 0.5)", ours, peer, ADJUSTMENTS)


def _alternating(ours: Callable[[], object], peer: Callable[[], object], rounds: int) -> tuple[float, float]:
    times: tuple[list[float], list[float]] = ([], [])
    for _ in range(rounds):
        for record, work in zip(times, (ours, peer), strict=True):
            start = time.perf_counter()
            work()
            record.append(time.perf_counter() - start)
    return median(times[0]), median(times[1])


def _row(name: str, ours: float, peer: float, n: int) -> dict[str, object]:
    return {"name": name, "ours": ours, "peer_or_limit": peer, "ratio": ours / peer, "unit": "s", "n": n}
