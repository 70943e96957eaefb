"""What a briefing says of the year's plan: the share reached, then its pace, need and projection."""

from __future__ import annotations

from dashboard.briefing.content_context import Context
from dashboard.formats import percent
from dashboard.plan_progress import plan_state
from dashboard.plan_words import plan_sentences
from data.wording import say


def plan_text(context: Context, theme: str) -> str:
    """One paragraph; empty where the area has no plan for the level of the theme."""
    one, language = context.headline(theme), context.language
    state = plan_state(context.store, one)
    if state is None:
        return ""
    subject = say(f"briefing.subject.{theme}.short", language)
    share = percent(state.progress.share_reached, 1, language)
    lead = say("briefing.text.plan", language, subject=subject, share=share, months=state.progress.months)
    return " ".join([lead[:1].upper() + lead[1:], *plan_sentences(state, one, language)])
