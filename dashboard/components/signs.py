"""Signs: the certainty of a figure as a shape, and a judgement as a mark with a word."""

from __future__ import annotations

from functools import cache

from dash import html

from dashboard.components.drawing import Drawing
from data.wording import say

_CHECK = '<path d="M2 6.2 4.8 9 10 3" fill="none" stroke="currentColor" stroke-width="1.8" stroke-linecap="round"/>'
_CROSS = '<path d="M2.5 2.5 9.5 9.5M9.5 2.5 2.5 9.5" stroke="currentColor" stroke-width="1.8" stroke-linecap="round"/>'
_EQUALS = '<path d="M2 4.3H10M2 7.9H10" stroke="currentColor" stroke-width="1.8" stroke-linecap="round"/>'
_WARN = (
    '<path d="M6 2V7" stroke="currentColor" stroke-width="1.8" stroke-linecap="round"/>'
    '<circle cx="6" cy="10" r="1.1" fill="currentColor"/>'
)
_ABOVE = '<path d="M6 2 11 10H1Z" fill="currentColor"/>'
_BELOW = '<path d="M6 10 11 2H1Z" fill="currentColor"/>'
_ABOUT = (
    '<path d="M1.5 5c1.5-2 3-2 4.5-.8s3 1.2 4.5-.8M1.5 9c1.5-2 3-2 4.5-.8s3 1.2 4.5-.8" fill="none"'
    ' stroke="currentColor" stroke-width="1.6" stroke-linecap="round"/>'
)
VERDICT_MARKS = {"higher_than_usual": _ABOVE, "about_as_usual": _ABOUT, "lower_than_usual": _BELOW}
JUDGEMENT_MARKS = {"good": _CHECK, "bad": _CROSS, "neutral": _EQUALS, "warn": _WARN}


@cache
def status_svg(status: str, size: int = 11) -> str:
    """The sign of a status: full for official, half for preliminary, hollow for estimate, a small square for unsaid."""
    middle, radius = size / 2, size / 2 - 1
    ring = f'<circle cx="{middle}" cy="{middle}" r="{radius}" fill="none" stroke="currentColor" stroke-width="1.6"/>'
    if status == "official":
        ring = f'<circle cx="{middle}" cy="{middle}" r="{radius}" fill="currentColor"/>'
    elif status == "preliminary":
        ring += f'<path d="M{middle} {middle - radius}a{radius} {radius} 0 0 0 0 {2 * radius}z" fill="currentColor"/>'
    elif not status:
        ring = f'<rect x="{middle - 2.5}" y="{middle - 2.5}" width="5" height="5" fill="currentColor"/>'
    place = 'aria-hidden="true" style="display:inline-block;vertical-align:-1px"'
    return f'<svg class="sign" width="{size}" height="{size}" viewBox="0 0 {size} {size}" {place}>{ring}</svg>'


def status_sign(status: str, language: str, *, with_text: bool = True, hint: str = "") -> html.Span:
    """The sign with its word; the word is always there for a screen reader. `hint` says more to a pointer at rest."""
    word = say(f"dashboard.status.{status or 'unknown'}", language)
    return html.Span(
        [Drawing(status_svg(status), inline=True), html.Span(word, className="" if with_text else "visually-hidden")],
        className="status",
        title=hint or word,
    )


def judgement_chip(judgement: str, language: str, key: str = "") -> html.Span:
    """`good`, `bad`, `neutral` or `warn` as an outlined chip with a mark and a word."""
    word = say(f"dashboard.judgement.{key or judgement}", language)
    return html.Span([_mark(JUDGEMENT_MARKS[judgement]), word], className=f"chip chip-{judgement}")


def verdict_sign(verdict: str, word: str) -> html.Span:
    """The verdict of a campaign statement as an outlined chip, in no colour that praises or blames."""
    drawn = VERDICT_MARKS.get(verdict)
    if drawn is None:
        return html.Span(word, className="chip chip-warn")
    return html.Span([_mark(drawn), word], className="chip")


def tick_sign() -> Drawing:
    """A tick without words; whoever shows it says them."""
    return _mark(_CHECK)


def _mark(drawn: str) -> Drawing:
    return Drawing(
        f'<svg width="12" height="12" aria-hidden="true" style="display:inline-block">{drawn}</svg>', inline=True
    )
