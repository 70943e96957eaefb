"""Times and ratios of two ways to do the same, taken turn about within one run."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Sequence
from typing import Any

Ask = Callable[[Any], Any]


def compared(name: str, ours: Ask, peer: Ask, draws: Sequence[Any], peer_draws: Sequence[Any] = ()) -> dict[str, Any]:
    """Ask both the same draws (or each its own) and take the median of the ratios of neighbours.

    Turn about, and each time another goes first, so that a slow moment of the machine and a warm cache meet both.
    """
    sides: list[tuple[Ask, Sequence[Any], list[float]]] = [(ours, draws, []), (peer, peer_draws or draws, [])]
    for ask, own, _ in sides:  # everything in memory, as on a machine that serves it
        for draw in own:
            ask(draw)
    order = list(sides)
    for turn in range(len(draws)):
        for ask, own, taken in order:
            taken.append(seconds(lambda a=ask, d=own[turn]: a(d)))
        order.reverse()
    return paired(name, sides[0][2], sides[1][2], len(draws))


def seconds(action: Callable[[], Any]) -> float:
    start = time.perf_counter()
    action()
    return time.perf_counter() - start


def paired(name: str, ours: list[float], peer: list[float], number: int) -> dict[str, Any]:
    ratio = statistics.median(a / b for a, b in zip(ours, peer, strict=True))
    return {
        "name": name, "ours": statistics.median(ours), "peer_or_limit": statistics.median(peer),
        "ratio": round(ratio, 3), "unit": "s", "n": number,
    }  # fmt: skip


def measured(name: str, ours: float, limit: float, unit: str) -> dict[str, Any]:
    ratio = ours / limit if limit else float(ours)
    return {"name": name, "ours": ours, "peer_or_limit": limit, "ratio": round(ratio, 3), "unit": unit, "n": 1}
