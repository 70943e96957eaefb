"""The verdict of a campaign statement: a rule on the calibrated interval and the guards, nothing else."""

from __future__ import annotations

from collections.abc import Sequence

from indicators.campaign_types import Change, Guard, Verdict, Weight

CONFIDENCE = 0.95
CAUTIOUS_CONFIDENCE = 0.99
NOT_COMPARABLE_CODES = frozenset({"overlap", "break_boundary", "break_base", "break_definition", "no_economic_target"})


def confidence_for(guards: Sequence[Guard], looks: int = 1) -> float:
    """Confidence of the interval: 95 %; 99 % when a guard lowers the verdict; more for many looks (Bonferroni)."""
    lowered = any(guard.weight is Weight.LOWERS and guard.code != "multiple_looks" for guard in guards)
    wanted = CAUTIOUS_CONFIDENCE if lowered else CONFIDENCE
    return max(wanted, 1 - (1 - CONFIDENCE) / max(looks, 1))


def verdict_of(change: Change | None, guards: Sequence[Guard]) -> Verdict:
    """Higher or lower than usual only when the interval of the excess leaves zero out; blocked when a guard blocks."""
    blocking = [guard.code for guard in guards if guard.weight is Weight.BLOCKS]
    if any(code in NOT_COMPARABLE_CODES for code in blocking):
        return Verdict.NOT_COMPARABLE
    if blocking or change is None:
        return Verdict.NOT_ENOUGH_DATA
    if change.excess_low > 0:
        return Verdict.HIGHER
    return Verdict.LOWER if change.excess_high < 0 else Verdict.AS_USUAL
