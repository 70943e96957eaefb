"""How much of the year's plan is reached, against the share of the year that has passed."""

from __future__ import annotations

from typing import Any

from dash import html

from dashboard.components.drawing import Drawing, text
from dashboard.components.figures import figure_link
from dashboard.derivations.derivation import Derivation
from dashboard.formats import percent
from dashboard.headlines import Headline
from dashboard.plan_progress import PlanState, plan_state
from dashboard.plan_words import is_open, plan_sentences
from data.period import MONTHS_IN_YEAR, Period
from data.store import Store
from data.wording import say
from indicators.growth import PERCENT
from indicators.registry import TRANSFORMATIONS

WIDTH = 329


def plan_bar(store: Store, headline: Headline, language: str) -> Any:
    """A bar from zero to the plan with a tick for the time passed; None without plan or cumulative level."""
    state = plan_state(store, headline)
    if state is None:
        return None
    return html.Div([*_reached(state, headline, language), *_heading(state, headline, language)], className="plan")


def _heading(state: PlanState, headline: Headline, language: str) -> list[Any]:
    """Where the year is heading, in one short line; nothing once it is over or where it cannot be said."""
    one = state.projection
    if one is None or not is_open(headline):
        return []
    low, high = (percent(PERCENT * end / state.progress.target, 1, language) for end in (one.low, one.high))
    share = percent(one.share_of_plan, 1, language)
    words = say("dashboard.plan.heading", language, share=share, low=low, high=high)
    return [html.Div(words, className="small second")]


def plan_block(store: Store, headline: Headline, language: str) -> Any:
    """The bar, then in sentences the pace, what the remaining months need, and the projection; None without a plan."""
    state = plan_state(store, headline)
    if state is None:
        return None
    sentences = [html.P(words) for words in plan_sentences(state, headline, language)]
    title = html.H2(say("dashboard.plan.title", language, year=state.plan.year))
    return html.Section(
        [
            title,
            html.Div(_reached(state, headline, language), className="plan"),
            html.Div([*sentences, _how(state, headline, language)], className="plan-words"),
        ]
    )


def _reached(state: PlanState, headline: Headline, language: str) -> list[Any]:
    share, months = state.progress.share_reached / 100, state.progress.months
    shown = percent(state.progress.share_reached, 1, language)
    words = say("dashboard.plan.reached", language, share=shown, months=months)
    number_link = figure_link(shown, _derived("plan_share", state, headline).query, "strong")
    return [
        Drawing(_bar(share, months / MONTHS_IN_YEAR, words)),
        html.Div(
            [
                say("dashboard.plan.before", language),
                " ",
                number_link,
                " ",
                say("dashboard.plan.after", language, months=months),
            ],
            className="small second",
        ),
    ]


def _derived(key: str, state: PlanState, headline: Headline) -> Derivation:
    month = Period(headline.last, headline.last)
    plan = state.plan.code if "plan" in TRANSFORMATIONS[key].needs else ""
    known = headline.figures
    return Derivation(key, month, (state.reached.series_id,), as_of=known.as_of, plan=plan, recorded=known.recorded)


def _how(state: PlanState, headline: Headline, language: str) -> html.P:
    """Each computed number of the sentences by its name, leading to its formula and inputs."""
    keys = ["plan_share", "plan_pace", *(["needed_average", "run_rate"] if state.progress.needed_average else [])]
    links: list[Any] = [f"{say('dashboard.chart.how', language)}: "]
    for number_of, key in enumerate(keys):
        how = TRANSFORMATIONS[key]
        name = how.vi if language == "vi" else how.en
        links += [", "] * bool(number_of) + [figure_link(name, _derived(key, state, headline).query, "linked")]
    return html.P([*links, "."], className="small")


def _bar(share: float, passed: float, words: str) -> str:
    full = WIDTH / max(1.0, share)
    return framed(
        f'<rect y="5" width="{full:.1f}" height="8" fill="var(--sunken)"/>'
        f'<rect y="5" width="{min(share * full, WIDTH):.1f}" height="8" fill="var(--ink2)"/>'
        f'<path d="M{full - 1.5:.1f} 0v18" stroke="var(--ink)" stroke-width="2.5"/>'
        f'<path d="M{passed * full:.1f} 1v16" stroke="var(--surface)" stroke-width="4"/>'
        f'<path d="M{passed * full:.1f} 1v16" stroke="var(--ink)" stroke-width="1.4" stroke-dasharray="2 2"/>',
        words,
    )


def framed(drawn: str, words: str) -> str:
    """Shapes on a strip `WIDTH` wide and 18 high, with the words that say the same."""
    return (
        f'<svg viewBox="0 0 {WIDTH} 18" role="img" aria-label="{text(words)}" style="width:100%;height:18px"'
        f' preserveAspectRatio="none">{drawn}</svg>'
    )
