"""Overview: what a director sees in ten seconds."""

from __future__ import annotations

import dash
from dash import html

from dashboard.context import language
from data.wording import say

dash.register_page(__name__, path="/", name="dashboard.nav.overview", order=0)


def layout(**_query: str) -> html.Div:
    return html.Div(html.H1(say("dashboard.nav.overview", language())))
