"""What a briefing says of campaigns; beside the figures, never as their cause."""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.briefing_words.phrases import quoted
from data.wording import say


def running(names: Sequence[str], when: str, language: str) -> str:
    """Which campaigns ran at the time; beside the figures, never as their cause."""
    if not names:
        return ""
    count = len(names)
    return say("briefing.text.campaigns", language, when=when, count=count, names=quoted(names, language))


def described(name: str, dates: str, language: str, **facts: str) -> str:
    """What the register says of one campaign: its official name beside a translated one, who launched it, slogan,
    objective; what it leaves empty is not said.
    """
    said = [
        say("briefing.text.campaign" if dates else "briefing.text.campaign_undated", language, name=name, dates=dates)
    ]
    for key, words in facts.items():
        if words:
            said.append(say(f"briefing.text.campaign_{key}", language, words=words))
    return " ".join(said)
