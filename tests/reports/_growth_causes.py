"""Why a growth computed again is not the published one, from what is known about its two levels."""

from __future__ import annotations

from dataclasses import dataclass

from data.observation import Observation
from data.period import Period

PRICES = "consumer_price_index"
ONE_RELEASE, TWO_RELEASES, AVERAGE_RULE = "one_release", "two_releases", "average_rule"
BASE_INDEX, SPLICED = "base_index", "spliced"
DIGITS_OF_PRICES, DIGITS = 2, 1
TYPING_FACTOR = 1.9
REBASING_SHARE = 0.05
HANOI_MERGER, HANOI_SETTLED = Period.month(2008, 8), Period.month(2009, 8)
PRICE_BASES_FROM = (Period.month(2006, 5), Period.month(2009, 11), Period.month(2016, 1), Period.month(2020, 8))


@dataclass(frozen=True)
class Level:
    """A published level: value, its base, the workbook it stood in and its unit."""

    value: float
    base: str
    file: str
    unit: str = ""


def printed_digits(one: Observation) -> int:
    """Decimals as the office prints them: two for consumer prices, one elsewhere; fewer where the cell holds fewer.

    Cells are stored with up to ten decimals more than their format shows.
    """
    most = DIGITS_OF_PRICES if one.table == PRICES else DIGITS
    return min(_decimals(one.value, 10), most)


def cause_of(
    one: Observation,
    published: float,
    recomputed: float,
    basis: str,
    now: Level | None,
    then: Level | None,
    rounding: float = 0.0,
) -> str:
    """What kind of difference it is; the words are those of indicators/AGREEMENT.md."""
    digits = printed_digits(one)
    if now is None or then is None:
        is_rounding = abs(recomputed - published) <= rounding + 0.5 * 10**-digits
        return "figures are printed rounded" if is_rounding else "a month behind the average was printed otherwise"
    if _within_rounding(now, then, published, recomputed, digits):
        return "figures are printed rounded"
    if now.base != then.base and basis != SPLICED:
        return "base of prices or index changed between the two periods"
    if published <= 0 or max(recomputed / published, published / recomputed) > TYPING_FACTOR:
        return "one of the figures is out of scale: typing error, or an item defined anew"
    if one.table == PRICES:
        return "grouping of consumer prices changed, or a figure was corrected"
    if basis == ONE_RELEASE:
        return "the office divided by a level that this workbook does not print"
    if one.area == "Hà Nội" and one.period >= HANOI_MERGER and one.period.previous_year() <= HANOI_SETTLED:
        return "boundary of Hà Nội changed in August 2008"
    if abs(100 * now.value / published / then.value - 1) > REBASING_SHARE:
        return "last year's level was restated by more than 5 %: new sample or definition"
    return "last year's level was revised after its last release here"


def _within_rounding(now: Level, then: Level, published: float, recomputed: float, digits: int) -> bool:
    """Whether half a unit of the last printed digit of each figure explains the difference."""
    relative = half_unit(now.value) / abs(now.value or 1) + half_unit(then.value) / then.value
    return abs(recomputed - published) <= recomputed * relative + 0.5 * 10**-digits


def half_unit(value: float) -> float:
    """Half of the last digit that a figure carries."""
    return 0.5 * 10.0 ** -_decimals(value, 6)


def _decimals(value: float, most: int) -> int:
    text = f"{value:.{most}f}".rstrip("0")
    return len(text.split(".")[1])
