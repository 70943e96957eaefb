"""What a visitor sees when something went wrong: what to do, while the rest of the page stays."""

from __future__ import annotations

from collections.abc import Sequence

from dash import html

from dashboard.formats import month_short
from dashboard.selection import Selection
from data.wording import say


def failure_notice(language: str) -> html.Div:
    """One line and a way on; shown above the page, which keeps its last good state."""
    return html.Div(
        [
            html.Strong(say("dashboard.failed.title", language)),
            " ",
            say("dashboard.failed.what_to_do", language),
            " ",
            html.A(say("dashboard.failed.again", language), href=""),
        ],
        className="failed",
        role="alert",
    )


def nothing_of_month(chosen: Selection, path: str, months: Sequence[int], language: str) -> html.Div:
    """A month between others for which nothing is loaded, and the way to the nearest that has figures."""
    asked = chosen.month or 0
    nearest = min(months, key=lambda month: abs(month - asked))
    words = say("dashboard.overview.not_loaded", language, month=month_short(asked, language))
    button = say("dashboard.overview.nearest", language, month=month_short(nearest, language))
    return empty_state(f"{words}.", button, chosen.address(path, month=nearest))


def empty_state(sentence: str, button: str = "", href: str = "") -> html.Div:
    """What is missing, in one sentence, and the one thing to do about it."""
    children = [html.P(sentence)]
    if button:
        children.append(html.A(button, href=href, className="control main-button"))
    return html.Div(children, className="empty")
