"""Growth since January against the growth that the year's plan sets."""

from __future__ import annotations

from typing import Any

from dash import html

from dashboard.components.drawing import Drawing
from dashboard.components.figures import point_link
from dashboard.components.plan_bar import WIDTH, framed
from dashboard.formats import percent, signed
from dashboard.headlines import Headline
from dashboard.plan_progress import plans_of
from dashboard.statements import cumulative_label
from data.store import Plan, Store
from data.wording import say

ROOM = 1.15
"""The scale goes this much further than the target or what is reached."""


def target_of(store: Store, headline: Headline) -> Plan | None:
    """The growth in percent that the year's plan sets for the headline; None where there is none."""
    return next((one for one in plans_of(store, headline) if one.measure == "growth" and one.unit == "%"), None)


def target_bar(store: Store, headline: Headline, language: str) -> Any:
    """A bar of the growth so far with a tick at the target, none below zero; None without target or growth."""
    target, reached = target_of(store, headline), headline.cumulative
    if target is None or target.value is None or reached is None:
        return None
    label, shown = cumulative_label(headline.last, headline.theme, language), signed(reached.value, 1, language)
    key = "ceiling" if headline.figures.source.rise_is_good is None else "target"
    after = say(f"dashboard.plan.{key}", language, target=percent(target.value, 1, language))
    full = WIDTH / (ROOM * max(reached.value, target.value, 1.0))
    drawn = (
        f'<rect y="5" width="{WIDTH}" height="8" fill="var(--sunken)"/>'
        f'<rect y="5" width="{max(reached.value, 0) * full:.1f}" height="8" fill="var(--ink2)"/>'
        f'<path d="M{target.value * full:.1f} 0v18" stroke="var(--ink)" stroke-width="2.5"/>'
    )
    words = html.Div([label, " ", point_link(shown, reached, "strong"), ", ", after], className="small second")
    return html.Div([Drawing(framed(drawn, f"{label} {shown}, {after}")), words], className="plan")
