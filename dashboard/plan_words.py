"""The year's plan in sentences: pace, what the remaining months need, where the year is heading, and the source."""

from __future__ import annotations

from dashboard.formats import amount, number, percent
from dashboard.headlines import Headline
from dashboard.plan_progress import PlanState
from dashboard.statements import moved
from data.period import MONTHS_IN_YEAR
from data.wording import say
from indicators.plan import FEWEST_YEARS_FOR_PROJECTION


def plan_sentences(state: PlanState, headline: Headline, language: str) -> list[str]:
    """Pace, need, projection and source, a sentence each; what cannot be said is said to be missing."""
    progress, unit = state.progress, headline.figures.unit

    def shown(value: float) -> str:
        return amount(value, unit, language)

    side = "ahead" if progress.pace >= 0 else "behind"
    found = [say(f"dashboard.plan.{side}", language, points=number(abs(progress.pace), 1, language))]
    if progress.pace_against_usual is not None:
        side = "above_usual" if progress.pace_against_usual >= 0 else "below_usual"
        points = number(abs(progress.pace_against_usual), 1, language)
        found[0] += say(f"dashboard.plan.{side}", language, points=points)
    found[0] += "."
    if progress.is_complete:
        found.append(say("dashboard.plan.complete", language))
    elif progress.needed_average is not None:
        found.append(
            say("dashboard.plan.needed", language, needed=shown(progress.needed_average), rate=shown(progress.run_rate))
        )
        if progress.needed_growth is not None:
            found.append(say("dashboard.plan.growth", language, moved=moved(progress.needed_growth, language)))
    if state.projection is None:
        found.append(
            say("dashboard.plan.no_projection", language, needed=FEWEST_YEARS_FOR_PROJECTION, found=state.years)
        )
    elif is_open(headline):
        one = state.projection
        found.append(
            say(
                "dashboard.plan.projection",
                language,
                total=shown(one.total),
                low=shown(one.low),
                high=shown(one.high),
                confidence=number(100 * one.confidence, 0, language),
                share=percent(one.share_of_plan, 1, language),
                years=one.years_used,
            )
        )
    found.append(say("dashboard.plan.source", language, plan=shown(progress.target), source=state.plan.source or "…"))
    return found


def is_open(headline: Headline) -> bool:
    """Whether months of the year are left."""
    return headline.last % MONTHS_IN_YEAR < MONTHS_IN_YEAR - 1
