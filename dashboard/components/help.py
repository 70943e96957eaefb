"""Help where the question arises: a mark beside a word that opens its explanation in place."""

from __future__ import annotations

from dashboard.components.drawing import Drawing, text
from data.wording import say

PAGE = "/giai-thich"


def help_mark(term: str, language: str) -> Drawing:
    """A small `?` for a term of the glossary; opened by click or key, closed by Escape or elsewhere."""
    return Drawing(help_markup(term, language), className="help-place", inline=True)


def help_markup(term: str, language: str) -> str:
    """The same as markup, for what is drawn as one piece."""
    name, meaning, how = (say(f"glossary.terms.{term}.{part}", language) for part in ("term", "meaning", "how"))
    return (
        f'<details class="help"><summary aria-label="{text(say("glossary.help", language, term=name))}">?</summary>'
        f'<div class="help-card"><strong>{text(name)}</strong><p>{text(meaning)}</p>'
        f'<p class="second">{text(say("glossary.how", language, how=how))}</p>'
        f'<a href="{PAGE}#{text(term)}">{text(say("glossary.more", language))}</a></div></details>'
    )
