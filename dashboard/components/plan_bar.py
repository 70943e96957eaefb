"""How much of the year's plan is reached, against the share of the year that has passed."""

from __future__ import annotations

from typing import Any

from dash import html

from dashboard.components.drawing import Drawing, text
from dashboard.components.figures import figure_link
from dashboard.derivations.derivation import Derivation
from dashboard.formats import percent
from dashboard.headlines import Headline
from data.period import MONTHS_IN_YEAR, Period
from data.store import Plan, Store
from data.wording import say

WIDTH = 329


def plan_of(store: Store, headline: Headline) -> Plan | None:
    """The plan of the headline's year for its level, in the same unit; None where there is none."""
    from data.catalogue import catalogue

    known, year = catalogue().indicators, headline.last // MONTHS_IN_YEAR
    for plan in store.plans(headline.figures.area, year):
        indicator = known.get(plan.indicator)
        same_level = plan.measure == "value" and plan.unit.lower() == headline.figures.unit.lower()
        if indicator and indicator.theme == headline.theme and same_level and plan.value:
            return plan
    return None


def plan_bar(store: Store, headline: Headline, language: str) -> Any:
    """A bar from zero to the plan with a tick for the time passed; None without plan or cumulative level."""
    plan, line = plan_of(store, headline), headline.figures.total
    reached = line.cumulative_levels.get(headline.last) if line else None
    if plan is None or reached is None or not plan.value:
        return None
    share, months = reached.value / plan.value, headline.last % MONTHS_IN_YEAR + 1
    shown = percent(100 * share, 1, language)
    derived = Derivation(
        "plan_share",
        Period(headline.last, headline.last),
        (reached.series_id,),
        as_of=headline.figures.as_of,
        plan=plan.code,
    )
    words = say("dashboard.plan.reached", language, share=shown, months=months)
    return html.Div(
        [
            Drawing(_bar(share, months / MONTHS_IN_YEAR, words)),
            html.Div(
                [say("dashboard.plan.before", language), " ", figure_link(shown, derived.query, "strong"), " ",
                 say("dashboard.plan.after", language, months=months)],
                className="small second",
            ),
        ],
        className="plan",
    )  # fmt: skip


def _bar(share: float, passed: float, words: str) -> str:
    full = WIDTH / max(1.0, share)
    return (
        f'<svg viewBox="0 0 {WIDTH} 18" role="img" aria-label="{text(words)}" style="width:100%;height:18px"'
        f' preserveAspectRatio="none"><rect y="5" width="{full:.1f}" height="8" fill="var(--sunken)"/>'
        f'<rect y="5" width="{min(share * full, WIDTH):.1f}" height="8" fill="var(--ink2)"/>'
        f'<path d="M{full - 1.5:.1f} 0v18" stroke="var(--ink)" stroke-width="2.5"/>'
        f'<path d="M{passed * full:.1f} 1v16" stroke="var(--surface)" stroke-width="4"/>'
        f'<path d="M{passed * full:.1f} 1v16" stroke="var(--ink)" stroke-width="1.4" stroke-dasharray="2 2"/></svg>'
    )
