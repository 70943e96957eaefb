"""The page of an address that nothing answers to."""

from __future__ import annotations

import dash
from dash import html

from dashboard.components.failure import empty_state
from dashboard.context import language
from dashboard.views.parts import page_head
from data.wording import say

dash.register_page(__name__, path="/khong-co", name="dashboard.not_found.title", order=99)


def layout(**_: str) -> html.Div:
    lang = language()
    return html.Div(
        [
            page_head(say("dashboard.product", lang), say("dashboard.not_found.title", lang)),
            empty_state(say("dashboard.not_found.about", lang), say("dashboard.nav.overview", lang), "/"),
        ]
    )
