"""How the parts of a theme fared: how many rose and fell, which most."""

from __future__ import annotations

from collections.abc import Sequence

from dashboard import formats
from dashboard.briefing_words.changes import against_year_before, decimals, rise
from dashboard.briefing_words.phrases import listed, small
from dashboard.headlines import Headline
from data.period import MONTHS_IN_YEAR
from data.wording import say

FEWEST_PARTS = 3


def parts(headline: Headline, named: Sequence[tuple[str, float]], language: str, *, is_cumulative: bool) -> str:
    """How many parts rose and fell, which rose most, which fell most or rose least. `named` holds names and percent."""
    if len(named) < FEWEST_PARTS:
        return ""
    places = decimals(headline.theme)
    ordered = sorted(named, key=lambda pair: -pair[1])
    up = sum(round(value, places) > 0 for _, value in ordered)
    down = sum(round(value, places) < 0 for _, value in ordered)
    group = say(f"briefing.subject.{headline.theme}.parts", language)
    key = against_year_before(headline, is_cumulative=is_cumulative) if is_cumulative else "same_month"
    against = say(f"briefing.against.{key}", language)
    even = len(ordered) - up - down
    noun = say(f"briefing.subject.{headline.theme}.part", language)
    one = say(f"briefing.subject.{headline.theme}.part_one", language)
    counted = [(key, count) for key, count in (("rising", up), ("falling", down), ("even", even)) if count]
    counts = [say(f"briefing.text.{key}", language, count=n, noun=one if n == 1 else noun) for key, n in counted]
    key = "counts" if len(counted) > 1 else f"all_{counted[0][0]}"
    said = listed(counts, language)
    pieces = [say(f"briefing.text.{key}", language, total=len(ordered), group=group, counts=said, what=against)]
    (best, most), (worst, least) = ordered[0], ordered[-1]
    if up:
        key = "best" if up > 1 else "only_rising"
        by = rise(most, language, places)
        pieces.append(say(f"briefing.text.{key}", language, name=small(best), by=by, noun=one))
    if down:
        key = "worst" if down > 1 else "only_falling"
        by = formats.percent(-least, places, language)
        pieces.append(say(f"briefing.text.{key}", language, name=small(worst), by=by, noun=one))
    sentence = f"{'; '.join(pieces)}."
    if not is_cumulative:
        return sentence
    months = headline.last % MONTHS_IN_YEAR + 1
    key = "so_far_year" if months == MONTHS_IN_YEAR else "so_far"
    key += "_average" if headline.theme == "prices" else ""
    return say(f"briefing.text.{key}", language, months=months) + sentence[:1].lower() + sentence[1:]
